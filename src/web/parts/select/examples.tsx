/** A state. */
import type { Example } from '../example.ts';
import { Select } from './select.tsx';

export const examples: readonly Example[] = [
  {
    name: 'state',
    element: (
      <Select
        name="select-state"
        label="State or territory that issued the license"
        options={[
          { value: 'GU', label: 'Guam' },
          { value: 'NM', label: 'New Mexico' },
          { value: 'PR', label: 'Puerto Rico' },
        ]}
        value="PR"
      />
    ),
  },
];
