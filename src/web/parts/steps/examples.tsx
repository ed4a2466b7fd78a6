/** Step 3 of 9. */
import type { Example } from '../example.ts';
import { Steps } from './steps.tsx';

export const examples: readonly Example[] = [
  { name: 'third', element: <Steps current={3} all={9} name="Education" /> },
];
