/**
 * A date in three boxes: month, day, year. What was typed comes back as it was typed, February 30 included,
 * so that the message can say what is wrong with it. The month may be typed as a number or a name.
 */
import type { ReactElement } from 'react';
import { describedBy, type FieldProps, requiredUnless } from '../field/field.tsx';
import { Fieldset } from '../fieldset/fieldset.tsx';
import { useForms } from '../page-frame/language.ts';

export interface TypedDate {
  readonly month: string;
  readonly day: string;
  readonly year: string;
}

/** The three boxes of a date among what was typed. */
export const boxesIn = (typed: Readonly<Record<string, string>>, name: string): TypedDate => ({
  month: typed[`${name}-month`] ?? '',
  day: typed[`${name}-day`] ?? '',
  year: typed[`${name}-year`] ?? '',
});

export interface DateFieldProps extends FieldProps {
  /** Sent as <name>-month, <name>-day and <name>-year. */
  readonly value?: TypedDate | undefined;
  /** Which boxes are wrong, where it is known; without it all three are marked. */
  readonly wrong?: readonly (keyof TypedDate)[] | undefined;
  /** Only month and year are asked. */
  readonly monthOnly?: boolean | undefined;
  /** True for the person's own birth date, which browsers can fill in. */
  readonly birthDate?: boolean | undefined;
}

const boxes = ['month', 'day', 'year'] as const;
const monthBoxes = ['month', 'year'] as const;
const autoComplete = { month: 'bday-month', day: 'bday-day', year: 'bday-year' };

export function DateField(props: DateFieldProps): ReactElement {
  const forms = useForms();
  const marked = (box: keyof TypedDate): boolean =>
    props.error !== undefined && (props.wrong === undefined || props.wrong.includes(box));
  return (
    <Fieldset {...props} role="group">
      <div className="date-row">
        {(props.monthOnly === true ? monthBoxes : boxes).map((box) => {
          const id = box === 'month' ? props.name : `${props.name}-${box}`;
          return (
            <div key={box} className="date-box">
              <label htmlFor={id}>{forms[box]}</label>
              <input
                className={`box figures date-box-${box}${marked(box) ? ' box-wrong' : ''}`}
                id={id}
                name={`${props.name}-${box}`}
                type="text"
                inputMode={box === 'month' ? undefined : 'numeric'}
                defaultValue={props.value?.[box]}
                autoComplete={props.birthDate === true ? autoComplete[box] : 'off'}
                aria-describedby={marked(box) ? describedBy(props) : undefined}
                aria-invalid={marked(box) ? true : undefined}
                aria-required={requiredUnless(props.optional)}
              />
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
