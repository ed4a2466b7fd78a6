/** Two mistakes; the links lead to the fields of the examples of those parts. */
import type { Example } from '../example.ts';
import { ErrorSummary } from './error-summary.tsx';

export const examples: readonly Example[] = [
  {
    name: 'two',
    element: (
      <ErrorSummary
        mistakes={[
          { field: 'summary-a', message: 'Enter an email address with a part after the @.' },
          {
            field: 'summary-b',
            message: 'February 2027 has 28 days. Change the day or the month.',
          },
        ]}
      />
    ),
  },
];
