/** The forms about records of third parties: whom to ask for what, what they answered, and which request is closed. */
import { HOLDER_KINDS } from '../../casework/conduct/conduct-event.ts';
import {
  BASES,
  mayAnswer,
  NAMES_NOBODY,
  openRequests,
  RECORDS_ANSWERS,
  subjectsOf,
} from '../../casework/conduct/read-records.ts';
import { LEAST_RECORDS_DAYS } from '../../casework/conduct/records-requests.ts';
import { addDays, inWords } from '../../kernel/dates/civil-date.ts';
import type { ActChoice, ActField } from '../../web/pages/complaint-act/act-view.ts';
import { complaintActs as words } from '../../web/words/complaint-acts.ts';
import { conductTerms as terms } from '../../web/words/conduct-terms.ts';
import { type AskedForm, choice, day, files, reason, text } from './asked-form.ts';
import { calledOnDesk } from './complaint-names.ts';

const { hints } = words;

export function recordsFields(
  form: AskedForm,
  act: 'ask-for-records' | 'note-records' | 'close-request',
): readonly ActField[] {
  const { state } = form.handled;
  if (act === 'close-request') {
    return [choice(form, 'holder', holders(form, openRequests(state))), reason(form)];
  }
  if (act === 'note-records') {
    return [
      choice(form, 'holder', holders(form, mayAnswer(state))),
      choice(
        form,
        'answered',
        RECORDS_ANSWERS.map((value) => ({ value, label: terms.recordsAnswers[value] })),
      ),
      text(form, 'said', { hint: hints.said, rows: 3 }),
      ...files,
    ];
  }
  const first = inWords(addDays(form.on, LEAST_RECORDS_DAYS));
  return [
    text(form, 'holder-name', { hint: hints.holderName, rows: 1 }),
    text(form, 'holder-address', { hint: hints.holderAddress, rows: 3 }),
    choice(
      form,
      'holder-kind',
      HOLDER_KINDS.map((value) => ({ value, label: terms.holderKinds[value] })),
    ),
    text(form, 'records', { hint: hints.records, rows: 3 }),
    text(form, 'needed-for', { hint: hints.neededFor, rows: 3 }),
    text(form, 'answer-to', { hint: hints.answerTo, rows: 2 }),
    day(form, 'until', hints.witnessUntil(first)),
    {
      ...{ kind: 'part', name: 'whose', title: words.whoseTitle, text: [words.whoseText] },
      fields: [
        choice(form, 'subject', [
          { value: NAMES_NOBODY, label: words.namesNobody },
          ...subjectsOf(state).map((value) => ({ value, label: calledOnDesk(value) })),
        ]),
        choice(
          form,
          'basis',
          BASES.map((value) => ({ value, label: words.bases[value] })),
          hints.basis,
        ),
        day(form, 'consent', hints.consent),
        text(form, 'rule', { hint: hints.rule, rows: 2, optional: true }),
      ],
    },
  ];
}

/** Each with what it was asked, so that two of one kind can be told apart. */
const holders = ({ handled }: AskedForm, ids: readonly string[]): readonly ActChoice[] =>
  ids.map((value) => {
    const asked = handled.events.find(
      (event) => event.type === 'records-asked' && event.holder === value,
    );
    const name = handled.parties.find(({ key }) => key === value)?.fullName;
    return {
      value,
      label: `${calledOnDesk(value)}${name === undefined ? '' : `: ${name}`}`,
      hint: asked?.type === 'records-asked' ? asked.what : undefined,
    };
  });
