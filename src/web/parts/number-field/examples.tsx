/** Hours with a unit, and a number that could not be read. */
import type { Example } from '../example.ts';
import { NumberField } from './number-field.tsx';

export const examples: readonly Example[] = [
  {
    name: 'unit',
    element: (
      <NumberField
        name="number-hours"
        label="Hours in a usual week"
        value="37.5"
        unit="hours"
        decimals
      />
    ),
  },
  {
    name: 'wrong',
    element: (
      <NumberField
        name="number-months"
        label="Months in this job"
        value="two years"
        unit="months"
        error="Enter the months as a number, such as 24."
      />
    ),
  },
];
