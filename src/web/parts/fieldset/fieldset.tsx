/** A group of boxes that answer one question together. The question is the legend, so it is said before each box. */
import type { ReactElement, ReactNode } from 'react';
import { describedBy, Explanation, type FieldProps, Optional } from '../field/field.tsx';

export interface FieldsetProps extends FieldProps {
  readonly children: ReactNode;
  /** Radio groups say so to a screen reader; then the mistake belongs to the whole group. */
  readonly role?: 'radiogroup' | 'group' | undefined;
}

export function Fieldset(props: FieldsetProps): ReactElement {
  const legend = (
    <>
      {props.label}
      <Optional shown={props.optional} />
    </>
  );
  return (
    <fieldset
      className={props.error === undefined ? 'field fieldset' : 'field fieldset field-wrong'}
      role={props.role}
      aria-describedby={describedBy(props)}
      aria-invalid={props.role === 'radiogroup' && props.error !== undefined ? true : undefined}
    >
      <legend className="field-label">
        {props.asHeading === true ? <h1 className="field-heading">{legend}</h1> : legend}
      </legend>
      <Explanation {...props} />
      {props.children}
    </fieldset>
  );
}
