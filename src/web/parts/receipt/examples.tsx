/** A receipt of the decision log, and a code to write down. */
import type { Example } from '../example.ts';
import { Receipt } from './receipt.tsx';

export const examples: readonly Example[] = [
  {
    name: 'log',
    element: (
      <Receipt
        title="Your receipt"
        text={
          'evenhand receipt v1\nindex 3203\nentry 8f0c1d7be3a94c52a1bb60f4f3c1d0f29b7c55a2e0b54d0b8f1a6f2c9d8e7a61\nsize 3204'
        }
      >
        <p>It proves that this decision stands in the log and has not been changed since.</p>
      </Receipt>
    ),
  },
  { name: 'code', element: <Receipt title="Your code" text="K7QM-4TXR-92HD" large /> },
];
