/** A row of buttons, one of each look. */
import type { Example } from '../example.ts';
import { Button } from './button.tsx';
import { Buttons } from './buttons.tsx';

export const examples: readonly Example[] = [
  {
    name: 'row',
    element: (
      <Buttons>
        <Button label="Save and continue" />
        <Button label="Save and come back later" look="secondary" name="then" value="leave" />
        <Button label="Remove" look="link" heardAlso="diploma.pdf" />
      </Buttons>
    ),
  },
];
