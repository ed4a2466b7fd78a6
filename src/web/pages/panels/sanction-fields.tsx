/** A sanction: which, until when, on what conditions and why, beside how like cases ended. */
import type { ReactElement } from 'react';
import { SANCTIONS, type SanctionKind } from '../../../casework/conduct/conduct-rules.ts';
import type { LikeCases } from '../../../casework/conduct/like-cases.ts';
import { DateField } from '../../parts/date-field/date-field.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { conductTerms as terms } from '../../words/conduct-terms.ts';
import { panels as words } from '../../words/panels.ts';
import { LikeCasesPicture } from './like-cases-picture.tsx';
import type { TypedForm } from './typed-form.ts';

export interface SanctionView {
  /** Undefined where an appeal makes a sanction milder: it is held against the first, not against others. */
  readonly like: LikeCases | undefined;
  readonly mine: { readonly kind: SanctionKind; readonly days: number } | undefined;
}

export function SanctionFields(props: {
  readonly view: SanctionView;
  readonly typed: TypedForm;
  readonly mistakes: readonly FieldMistake[];
}): ReactElement {
  const { view, typed, mistakes } = props;
  const lines = (name: string, label: string, hint: string) => (
    <TextArea
      {...{ name, label, hint }}
      rows={3}
      value={typed.one(name)}
      optional="unsaid"
      error={errorFor(mistakes, name)}
    />
  );
  return (
    <>
      {view.like === undefined ? null : (
        <LikeCasesPicture id="like-cases" like={view.like} mine={view.mine} />
      )}
      <RadioGroup
        name="sanction"
        label={words.sanction}
        hint={words.mildToHard}
        value={typed.one('sanction')}
        choices={SANCTIONS.map(({ kind, isPublic }) => ({
          value: kind,
          label: terms.sanctions[kind],
          hint: isPublic ? words.isPublic : words.isPrivate,
        }))}
        optional="unsaid"
        error={errorFor(mistakes, 'sanction')}
      />
      <DateField
        name="ends"
        label={words.ends}
        hint={words.endsHint}
        value={typed.date('ends')}
        optional="unsaid"
        error={errorFor(mistakes, 'ends')}
      />
      {lines('conditions', words.conditions, words.conditionsHint)}
      {lines('aggravating', words.aggravating, words.linesHint)}
      {lines('mitigating', words.mitigating, words.linesHint)}
      <TextArea
        name="reason"
        label={words.sanctionReason}
        hint={words.reasonHint}
        value={typed.one('reason')}
        optional="unsaid"
        error={errorFor(mistakes, 'reason')}
      />
      {view.like === undefined ? null : (
        <TextArea
          name="departure"
          label={words.departureLabel}
          hint={words.departureHint}
          value={typed.one('departure')}
          optional="unsaid"
          error={errorFor(mistakes, 'departure')}
        />
      )}
    </>
  );
}
