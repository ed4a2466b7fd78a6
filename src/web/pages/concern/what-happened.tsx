/** The first section of the form: whom it is about, what happened, when, to whom, and where. */
import type { ReactElement } from 'react';
import { CONCERN_GROUNDS, CONCERN_SUBJECTS, TO_WHOM } from '../../../casework/concern/concern.ts';
import { allIn, textIn } from '../../../casework/person/typed-text.ts';
import { PRACTICE_SETTINGS } from '../../../program/conduct/practice-settings.ts';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DateField } from '../../parts/date-field/date-field.tsx';
import { errorFor } from '../../parts/field/field.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import type { SectionProps } from './concern-view.ts';

const LINES_OF_ACCOUNT = 8;

export function WhatHappened(
  props: SectionProps & {
    readonly programs: readonly { readonly id: string; readonly name: string }[];
  },
): ReactElement {
  const { words, typed, mistakes } = props;
  const hints: Readonly<Record<string, string>> = words.subjectHints;
  return (
    <>
      <h2>{words.aboutTitle}</h2>
      <RadioGroup
        name="about"
        label={words.about}
        choices={CONCERN_SUBJECTS.map((value) => ({
          value,
          label: words.subjects[value],
          hint: hints[value],
        }))}
        value={textIn(typed, 'about')}
        error={errorFor(mistakes, 'about')}
      />
      <TextArea
        name="account"
        label={words.account}
        hint={words.accountHint}
        value={textIn(typed, 'account')}
        rows={LINES_OF_ACCOUNT}
        error={errorFor(mistakes, 'account')}
      />
      <DateField
        name="happened"
        label={words.happened}
        hint={words.happenedHint}
        value={{
          month: textIn(typed, 'happened-month'),
          day: textIn(typed, 'happened-day'),
          year: textIn(typed, 'happened-year'),
        }}
        optional
        error={errorFor(mistakes, 'happened')}
      />
      <TextField
        name="who"
        label={words.who}
        hint={words.whoHint}
        value={textIn(typed, 'who')}
        optional
        error={errorFor(mistakes, 'who')}
      />
      <Counted {...props} />
    </>
  );
}

/** What is counted later: closed lists, all of them optional. */
function Counted({
  words,
  typed,
  programs,
}: SectionProps & {
  readonly programs: readonly { readonly id: string; readonly name: string }[];
}): ReactElement {
  return (
    <>
      <CheckboxGroup
        name="to-whom"
        label={words.toWhom}
        choices={TO_WHOM.map((value) => ({ value, label: words.toWhomChoices[value] }))}
        values={allIn(typed, 'to-whom')}
        optional
      />
      <CheckboxGroup
        name="grounds"
        label={words.grounds}
        hint={words.groundsHint}
        choices={CONCERN_GROUNDS.map((value) => ({ value, label: words.groundChoices[value] }))}
        values={allIn(typed, 'grounds')}
        optional
      />
      <Select
        name="setting"
        label={words.setting}
        options={PRACTICE_SETTINGS.map((value) => ({ value, label: words.settingChoices[value] }))}
        value={textIn(typed, 'setting')}
        empty={words.notKnown}
        optional
      />
      <Select
        name="program"
        label={words.program}
        options={programs.map(({ id, name }) => ({ value: id, label: name }))}
        value={textIn(typed, 'program')}
        empty={words.notKnown}
        optional
      />
    </>
  );
}
