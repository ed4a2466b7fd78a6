/** One answer out of a long list that people know, such as a state. For a short list use radio buttons. */
import type { ReactElement } from 'react';
import { describedBy, Field, type FieldProps, requiredUnless } from '../field/field.tsx';
import { useForms } from '../page-frame/language.ts';

export interface SelectProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string | undefined;
  readonly autoComplete?: string | undefined;
  /** What leaving the question open means here, where it is an answer of its own. */
  readonly empty?: string | undefined;
}

export function Select(props: SelectProps): ReactElement {
  const forms = useForms();
  return (
    <Field {...props}>
      <select
        className="box box-medium"
        id={props.name}
        name={props.name}
        defaultValue={props.value ?? ''}
        autoComplete={props.autoComplete}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : true}
        aria-required={requiredUnless(props.optional)}
      >
        <option value="">{props.empty ?? forms.choose}</option>
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
