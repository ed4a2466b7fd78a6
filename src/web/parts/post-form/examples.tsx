/** A form with one field and a button. */
import { Button } from '../button/button.tsx';
import { Buttons } from '../button/buttons.tsx';
import type { Example } from '../example.ts';
import { guestFrame } from '../page-frame/examples.tsx';
import { TextField } from '../text-field/text-field.tsx';
import { PostForm } from './post-form.tsx';

export const examples: readonly Example[] = [
  {
    name: 'form',
    element: (
      <PostForm
        frame={guestFrame}
        action="/somewhere"
        hidden={{ version: '3' }}
        name="A short form"
      >
        <TextField name="form-city" label="City" width="medium" />
        <Buttons>
          <Button label="Save and continue" />
        </Buttons>
      </PostForm>
    ),
  },
];
