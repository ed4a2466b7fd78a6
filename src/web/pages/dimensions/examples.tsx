/** The list, one question with what is on record, and the same with mistakes. */
import type { DimensionOnRecord } from '../../../workflow/measure/record-dimension.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { dimensions as words } from '../../words/fairness.ts';
import { DimensionPage, DimensionsPage } from './dimensions-page.tsx';

const frame = {
  ...guestFrame,
  path: '/desk/dimensions',
  viewer: { name: 'Eleanor Whitfield-Asante', role: 'director' as const },
};

const row: DimensionOnRecord = {
  id: 'age',
  title: 'Age',
  question: 'In which year were you born?',
  published: 'In bands: under 35, 35 to 44, 45 to 54, 55 to 64, 65 and over.',
  standard: 'Year of birth only',
  asked: true,
  purpose: 'To see whether decisions and waiting times treat people of all ages alike.',
  basis: 'Consent, given on the page and taken back there at any time.',
  retention: '5',
};
const off = { ...row, id: 'religion', title: 'Religion', asked: false, purpose: '' };

export const examples: readonly Example[] = [
  {
    name: 'list',
    element: <DimensionsPage frame={frame} rows={[row, off]} news={words.recorded(row.title)} />,
  },
  {
    name: 'one',
    element: <DimensionPage frame={frame} row={row} typed={row} mistakes={[]} />,
  },
  {
    name: 'mistakes',
    element: (
      <DimensionPage
        frame={frame}
        row={off}
        typed={{ ...off, basis: 'x' }}
        mistakes={[
          { field: 'purpose', message: 'Purpose is empty. Fill it in to go on.' },
          { field: 'basis', message: 'Legal basis has 1 character. Write at least 10.' },
        ]}
      />
    ),
  },
];
