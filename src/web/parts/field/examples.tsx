/** The frame of a field around a plain box. */
import type { Example } from '../example.ts';
import { Field } from './field.tsx';

export const examples: readonly Example[] = [
  {
    name: 'bare',
    element: (
      <Field name="example-bare" label="A label" hint="A hint">
        <input className="box" id="example-bare" aria-describedby="example-bare-hint" />
      </Field>
    ),
  },
];
