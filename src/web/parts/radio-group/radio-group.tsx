/** One answer out of several, all of them visible. Native radio buttons: every browser and reader knows them. */
import type { ReactElement, ReactNode } from 'react';
import type { FieldProps } from '../field/field.tsx';
import { Fieldset } from '../fieldset/fieldset.tsx';
import { useForms } from '../page-frame/language.ts';

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Set apart by the word "or": "prefer not to say", "none of these". */
  readonly apart?: boolean | undefined;
}

export interface RadioGroupProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value?: string | undefined;
  /** Side by side, for two short answers. */
  readonly inline?: boolean | undefined;
}

export function RadioGroup(props: RadioGroupProps): ReactElement {
  return (
    <Fieldset {...props} role="radiogroup">
      <div className={props.inline === true ? 'choices choices-inline' : 'choices'}>
        {props.choices.map((choice, place) => (
          <ChoiceRow
            key={choice.value}
            kind="radio"
            id={place === 0 ? props.name : `${props.name}-${place + 1}`}
            name={props.name}
            choice={choice}
            chosen={props.value === choice.value}
          />
        ))}
      </div>
    </Fieldset>
  );
}

export function ChoiceRow(props: {
  readonly kind: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly choice: Choice;
  readonly chosen: boolean;
  readonly describedBy?: string | undefined;
  readonly wrong?: boolean | undefined;
}): ReactElement {
  const forms = useForms();
  const hintId = props.choice.hint === undefined ? undefined : `${props.id}-note`;
  const described = [props.describedBy, hintId].filter((id) => id !== undefined).join(' ');
  return (
    <>
      {props.choice.apart === true ? <p className="choice-or">{forms.or}</p> : null}
      <div className="choice">
        <input
          type={props.kind}
          id={props.id}
          name={props.name}
          value={props.choice.value}
          defaultChecked={props.chosen}
          aria-describedby={described === '' ? undefined : described}
          aria-invalid={props.wrong === true ? true : undefined}
        />
        <label htmlFor={props.id}>{props.choice.label}</label>
        {hintId === undefined ? null : (
          <div className="choice-hint" id={hintId}>
            {props.choice.hint}
          </div>
        )}
      </div>
    </>
  );
}
