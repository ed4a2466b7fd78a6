/**
 * What every question has in common: a label above, a hint between, the mistake next to the box,
 * and the ties that let a screen reader say all three.
 */
import type { ReactElement, ReactNode } from 'react';
import { Hint } from '../hint/hint.tsx';
import { useForms } from '../page-frame/language.ts';

/** A mistake in one field. `field` is the field's name; the summary links to it. */
export interface FieldMistake {
  readonly field: string;
  readonly message: string;
}

export interface FieldProps {
  /** The name under which the form sends it; also its id on the page. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** The sentence that says what is wrong and how to mend it. */
  readonly error?: string | undefined;
  /** 'unsaid' where the page says once that any field may stay empty. */
  readonly optional?: boolean | 'unsaid' | undefined;
  /** On a page with one question the label is the page's h1. */
  readonly asHeading?: boolean | undefined;
}

/** The message for one field among all mistakes of a form, if it has one. */
export function errorFor(mistakes: readonly FieldMistake[], name: string): string | undefined {
  return mistakes.find((mistake) => mistake.field === name)?.message;
}

/** The ids of what describes the control, in the order in which they should be read. */
export function describedBy(props: FieldProps): string | undefined {
  const ids = [
    props.hint === undefined ? null : `${props.name}-hint`,
    props.error === undefined ? null : `${props.name}-error`,
  ].filter((id) => id !== null);
  return ids.length === 0 ? undefined : ids.join(' ');
}

export function Field(props: FieldProps & { readonly children: ReactNode }): ReactElement {
  const label = (
    <label className="field-label" htmlFor={props.name}>
      {props.label}
      <Optional shown={props.optional} />
    </label>
  );
  return (
    <div className={props.error === undefined ? 'field' : 'field field-wrong'}>
      {props.asHeading === true ? <h1 className="field-heading">{label}</h1> : label}
      <Explanation {...props} />
      {props.children}
    </div>
  );
}

/** The hint and the mistake, each with the id that the control points to. */
export function Explanation(props: FieldProps): ReactElement {
  const forms = useForms();
  return (
    <>
      {props.hint === undefined ? null : <Hint id={`${props.name}-hint`}>{props.hint}</Hint>}
      {props.error === undefined ? null : (
        <p className="field-error" id={`${props.name}-error`}>
          <span className="only-heard">{`${forms.errorBefore} `}</span>
          {props.error}
        </p>
      )}
    </>
  );
}

export const requiredUnless = (optional: FieldProps['optional']): true | undefined =>
  optional === true || optional === 'unsaid' ? undefined : true;

export function Optional({
  shown,
}: {
  readonly shown: FieldProps['optional'];
}): ReactElement | null {
  const forms = useForms();
  return shown === true ? <span className="field-optional">{` ${forms.optional}`}</span> : null;
}
