/** Several lines of text: a reason, an account of what happened. It grows with what is typed where the browser can. */
import type { ReactElement } from 'react';
import { describedBy, Field, type FieldProps, requiredUnless } from '../field/field.tsx';

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
}

export function TextArea(props: TextAreaProps): ReactElement {
  return (
    <Field {...props}>
      <textarea
        className="box text-area"
        id={props.name}
        name={props.name}
        rows={props.rows ?? 5}
        dir="auto"
        // A line feed right after the tag is dropped by HTML; React adds one when the text starts with one.
        defaultValue={props.value}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : true}
        aria-required={requiredUnless(props.optional)}
      />
    </Field>
  );
}
