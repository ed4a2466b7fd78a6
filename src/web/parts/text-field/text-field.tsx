/** One line of text. It takes every script and any length; limits are checked on the server, which loses nothing. */
import type { ReactElement } from 'react';
import { describedBy, Field, type FieldProps, requiredUnless } from '../field/field.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search' | undefined;
  /** The purpose of the field in the words of HTML, such as "name" or "current-password". */
  readonly autoComplete?: string | undefined;
  /** How wide an answer usually is. */
  readonly width?: 'short' | 'medium' | 'full' | undefined;
}

export function TextField(props: TextFieldProps): ReactElement {
  const plain = props.type === undefined || props.type === 'text' || props.type === 'search';
  return (
    <Field {...props}>
      <input
        className={`box box-${props.width ?? 'full'}`}
        id={props.name}
        name={props.name}
        type={props.type ?? 'text'}
        dir={plain ? 'auto' : undefined}
        defaultValue={props.value}
        autoComplete={props.autoComplete ?? 'off'}
        spellCheck={plain ? undefined : false}
        autoCapitalize={plain ? undefined : 'none'}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : true}
        aria-required={requiredUnless(props.optional)}
      />
    </Field>
  );
}
