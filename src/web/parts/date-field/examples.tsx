/** A date, and one that does not exist. */
import type { Example } from '../example.ts';
import { DateField } from './date-field.tsx';

export const examples: readonly Example[] = [
  {
    name: 'plain',
    element: (
      <DateField
        name="date-issued"
        label="When was your license issued?"
        hint="For example 3 27 2019, or March 27 2019."
      />
    ),
  },
  {
    name: 'wrong',
    element: (
      <DateField
        name="date-expires"
        label="When does it expire?"
        value={{ month: '2', day: '30', year: '2027' }}
        wrong={['day']}
        error="February 2027 has 28 days. Change the day or the month."
      />
    ),
  },
  {
    name: 'month',
    element: (
      <DateField
        name="date-started"
        label="When you started there"
        hint="Month and year, such as 3 2021"
        monthOnly
      />
    ),
  },
];
