/** A table that stacks, and one that scrolls. */
import type { Example } from '../example.ts';
import { Withheld } from '../withheld/withheld.tsx';
import { DataTable } from './data-table.tsx';

export const examples: readonly Example[] = [
  {
    name: 'stacks',
    element: (
      <DataTable
        caption="Decisions on eligibility in 2026, by where people were trained"
        columns={[
          { label: 'Trained' },
          { label: 'Decided', figures: true },
          { label: 'Found eligible', figures: true },
          { label: 'Median days', figures: true },
        ]}
        rows={[
          { key: 'us', cells: ['In the United States', '1,204', '1,011 of 1,204 (84 %)', '11'] },
          { key: 'abroad', cells: ['Outside the United States', '187', '149 of 187 (80 %)', '20'] },
          {
            key: 'both',
            cells: ['In both', <Withheld key="a" />, <Withheld key="b" />, <Withheld key="c" />],
          },
        ]}
      />
    ),
  },
  {
    name: 'scrolls',
    element: (
      <DataTable
        caption="Questions of the form, by domain"
        onPhone="scroll"
        columns={[
          { label: 'Domain' },
          { label: 'Questions', figures: true },
          { label: 'Share', figures: true },
          { label: 'Easiest', figures: true },
          { label: 'Hardest', figures: true },
        ]}
        rows={[
          { key: '1', cells: ['Care management', '9', '30 %', '0.91', '0.38'] },
          { key: '2', cells: ['Reimbursement methods', '4', '12 %', '0.84', '0.41'] },
        ]}
      />
    ),
  },
];
