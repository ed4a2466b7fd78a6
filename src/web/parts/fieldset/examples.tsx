/** Two boxes that answer one question. */
import type { Example } from '../example.ts';
import { TextField } from '../text-field/text-field.tsx';
import { Fieldset } from './fieldset.tsx';

export const examples: readonly Example[] = [
  {
    name: 'address',
    element: (
      <Fieldset name="set-address" label="Where you work" hint="The city is enough.">
        <TextField name="set-city" label="City" width="medium" />
      </Fieldset>
    ),
  },
];
