/** Any number of answers out of several, or one statement to agree to. */
import type { ReactElement } from 'react';
import { describedBy, type FieldProps } from '../field/field.tsx';
import { Fieldset } from '../fieldset/fieldset.tsx';
import { type Choice, ChoiceRow } from '../radio-group/radio-group.tsx';

export interface CheckboxGroupProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly values?: readonly string[] | undefined;
}

export function CheckboxGroup(props: CheckboxGroupProps): ReactElement {
  return (
    <Fieldset {...props} role="group">
      <div className="choices">
        {props.choices.map((choice, place) => (
          <ChoiceRow
            key={choice.value}
            kind="checkbox"
            id={place === 0 ? props.name : `${props.name}-${place + 1}`}
            name={props.name}
            choice={choice}
            chosen={props.values?.includes(choice.value) ?? false}
            describedBy={props.error === undefined ? undefined : describedBy(props)}
            wrong={props.error !== undefined}
          />
        ))}
      </div>
    </Fieldset>
  );
}
