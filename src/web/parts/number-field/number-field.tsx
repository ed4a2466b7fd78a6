/**
 * A number, typed as text: the browser's number box loses what it cannot read and changes its value under a mouse
 * wheel. A unit may stand behind it ("hours").
 */
import type { ReactElement } from 'react';
import { describedBy, Field, type FieldProps, requiredUnless } from '../field/field.tsx';

export interface NumberFieldProps extends FieldProps {
  /** As it was typed, so that "12,5" comes back as "12,5". */
  readonly value?: string | undefined;
  readonly unit?: string | undefined;
  readonly decimals?: boolean | undefined;
}

export function NumberField(props: NumberFieldProps): ReactElement {
  const unitId = `${props.name}-unit`;
  const described = [describedBy(props), props.unit === undefined ? undefined : unitId]
    .filter((id) => id !== undefined)
    .join(' ');
  return (
    <Field {...props}>
      <div className="number-row">
        <input
          className="box box-short figures"
          id={props.name}
          name={props.name}
          type="text"
          inputMode={props.decimals === true ? 'decimal' : 'numeric'}
          defaultValue={props.value}
          autoComplete="off"
          aria-describedby={described === '' ? undefined : described}
          aria-invalid={props.error === undefined ? undefined : true}
          aria-required={requiredUnless(props.optional)}
        />
        {props.unit === undefined ? null : <span id={unitId}>{props.unit}</span>}
      </div>
    </Field>
  );
}
