/** A reason that is still empty, and one that is too short. */
import type { Example } from '../example.ts';
import { TextArea } from './text-area.tsx';

export const examples: readonly Example[] = [
  {
    name: 'plain',
    element: (
      <TextArea
        name="area-what"
        label="What happened"
        hint="In your own words. Say who was there and when, if you know."
      />
    ),
  },
  {
    name: 'wrong',
    element: (
      <TextArea
        name="area-reason"
        label="Reason"
        value="No."
        error="Say in a sentence why this criterion is not met. The candidate will read it."
        rows={3}
      />
    ),
  },
];
