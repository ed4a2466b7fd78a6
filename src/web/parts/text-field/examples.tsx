/** Plain, wrong, optional, and with a name in another script. */
import type { Example } from '../example.ts';
import { TextField } from './text-field.tsx';

export const examples: readonly Example[] = [
  {
    name: 'plain',
    element: (
      <TextField
        name="text-name"
        label="Your full name"
        hint="As it should stand on your credential. The reviewer who decides never sees it."
        value="Siobhán O’Brien-Nguyễn"
        autoComplete="name"
      />
    ),
  },
  {
    name: 'arabic',
    element: <TextField name="text-arabic" label="Your full name" value="فاطمة الزهراء" optional />,
  },
  {
    name: 'wrong',
    element: (
      <TextField
        name="text-mail"
        type="email"
        label="Email address"
        hint="We send the decision there."
        value="tomás@"
        error="Enter an email address with a part after the @, such as name@example.org."
        width="medium"
      />
    ),
  },
];
