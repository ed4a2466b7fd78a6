/** An appeal decided: each stated ground answered, then one of the effects that the found grounds can lead to. */
import type { ReactElement } from 'react';
import {
  APPEAL_GROUNDS,
  type AppealEffect,
  type AppealGround,
} from '../../../casework/conduct/conduct-rules.ts';
import { foundField, reasonField } from '../../../casework/conduct/panel-form.ts';
import { EFFECT_WORDS, GROUND_WORDS } from '../../../reporting/letters/letter-words.ts';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { conductTerms as terms } from '../../words/conduct-terms.ts';
import { panels as words } from '../../words/panels.ts';
import { Typed } from './record-parts.tsx';
import { SanctionFields } from './sanction-fields.tsx';
import type { TypedForm } from './typed-form.ts';

export interface AppealFormView {
  readonly grounds: readonly AppealGround[];
  readonly statement: string;
  /** Those the stated grounds can lead to, and that the decision stands. */
  readonly effects: readonly AppealEffect[];
  readonly before: { readonly kind: string; readonly until: string } | undefined;
}

export function AppealForm(props: {
  readonly view: AppealFormView;
  readonly typed: TypedForm;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  const { view, typed, mistakes } = props;
  return (
    <>
      <h2>{words.statement}</h2>
      <Typed>{view.statement}</Typed>
      {view.grounds.map((ground) => (
        <section key={ground} className="allegation">
          <h3>{GROUND_WORDS[ground]}</h3>
          <p className="soft">
            {words.leadsTo(
              APPEAL_GROUNDS[ground].map((effect) => EFFECT_WORDS[effect]).join(terms.orElse),
            )}
          </p>
          <RadioGroup
            name={foundField(ground)}
            label={words.groundQuestion}
            value={typed.one(foundField(ground))}
            choices={[
              { value: 'yes', label: words.groundFound },
              { value: 'no', label: words.groundNotFound },
            ]}
            error={errorFor(mistakes, foundField(ground))}
          />
          <TextArea
            name={reasonField(ground)}
            label={words.reasonOf}
            hint={words.reasonHint}
            value={typed.one(reasonField(ground))}
            error={errorFor(mistakes, reasonField(ground))}
          />
        </section>
      ))}
      <h2>{words.effectTitle}</h2>
      <RadioGroup
        name="effect"
        label={words.effectChoose}
        hint={words.effectText}
        value={typed.one('effect')}
        choices={view.effects.map((effect) => ({ value: effect, label: EFFECT_WORDS[effect] }))}
        error={errorFor(mistakes, 'effect')}
      />
      {view.before === undefined || !view.effects.includes('lessened') ? null : (
        <>
          <h2>{words.milderTitle}</h2>
          <p>{words.milderText(view.before.kind, view.before.until)}</p>
          <SanctionFields
            view={{ like: undefined, mine: undefined }}
            typed={typed}
            mistakes={mistakes}
          />
        </>
      )}
    </>
  );
}
