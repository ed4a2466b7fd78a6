/** How far along a form is: "Step 2 of 9: Education", with a row of equal bars. */
import type { ReactElement } from 'react';
import { useForms } from '../page-frame/language.ts';

export interface StepsProps {
  readonly current: number;
  readonly all: number;
  readonly name?: string | undefined;
}

export function Steps({ current, all, name }: StepsProps): ReactElement {
  const said = useForms().step(current, all);
  return (
    <div className="steps">
      <p>{name === undefined ? said : `${said}: ${name}`}</p>
      <div className="steps-bars" aria-hidden="true">
        {Array.from({ length: all }, (_, place) => place + 1).map((step) => (
          <span
            key={step}
            className={step < current ? 'step-done' : step === current ? 'step-now' : undefined}
          />
        ))}
      </div>
    </div>
  );
}
