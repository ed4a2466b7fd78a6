/** The form of one act on a complaint: what is told first and which fields are asked, with what was typed before. */
import { running } from '../../casework/conduct/clocks.ts';
import { SCREENING } from '../../casework/conduct/conduct-event.ts';
import { inTime, withinReach } from '../../casework/conduct/intake.ts';
import { EVIDENCE_KINDS, KEPT_BACK_ROWS, paired } from '../../casework/conduct/read-act.ts';
import { addDays, inWords } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';
import type { ActFacts, ActField } from '../../web/pages/complaint-act/act-view.ts';
import { complaintActs as words } from '../../web/words/complaint-acts.ts';
import { complaints as list } from '../../web/words/complaints.ts';
import { many, one } from '../server/visit.ts';
import {
  type AskedForm,
  choice,
  day,
  files,
  openOf,
  pairs,
  pieceOf,
  reason,
  text,
  withoutCopy,
  yesNo,
} from './asked-form.ts';
import { calledOnDesk } from './complaint-names.ts';
import { drawFields, seatFacts } from './draw-form.ts';
import { noticePreview } from './notice-preview.ts';
import { recordsFields } from './records-form.ts';
import { witnessFields } from './witness-form.ts';

const { fields: labels, hints } = words;

export function actFields(form: AskedForm): readonly ActField[] {
  const { act } = form;
  switch (act) {
    case 'screen':
      return screenFields(form);
    case 'give-notice':
      return noticeFields(form);
    case 'close-response':
    case 'take-effect':
    case 'publish':
    case 'lift-stay':
      return [];
    case 'enter-response':
      return [text(form, 'words', { hint: hints.words, rows: 12 })];
    case 'correct':
      return [text(form, 'words', { hint: hints.correction })];
    case 'close-investigation':
      return [text(form, 'summary', { hint: hints.noNames, rows: 8 })];
    case 'call-hearing':
      return hearingFields(form);
    case 'check-condition':
      return [yesNo(form, 'kept'), text(form, 'words', { hint: hints.noNames })];
    case 'answer-withdrawal':
      return [choice(form, 'goes-on', pairs(words.goesOn)), reason(form)];
    case 'tell-closing':
      return closingFields(form);
    case 'announce-draw':
    case 'draw':
    case 'excuse-member':
      return drawFields(form, act);
    default:
      return otherFields(form, act);
  }
}

function otherFields(
  form: AskedForm,
  act:
    | 'add-evidence'
    | 'add-copy'
    | 'hand-on'
    | 'invite-witness'
    | 'take-in'
    | 'ask-for-records'
    | 'note-records'
    | 'close-request'
    | 'disclose'
    | 'suspend-meanwhile'
    | 'stay'
    | 'reopen'
    | 'end'
    | 'extend'
    | 'redeliver',
): readonly ActField[] {
  const { on, handled } = form;
  switch (act) {
    case 'add-evidence':
      return [
        choice(
          form,
          'kind',
          EVIDENCE_KINDS.map((value) => ({ value, label: words.kinds[value] })),
        ),
        text(form, 'source', { hint: hints.source, rows: 2 }),
        ...files,
      ];
    case 'add-copy':
      return [
        choice(
          form,
          'evidence',
          withoutCopy(form.handled).map((id) => pieceOf(form, id)),
        ),
        ...files.filter(({ name }) => name === 'copy'),
      ];
    case 'reopen':
      return [reason(form), ...files];
    case 'hand-on':
      return handOnFields(form);
    case 'invite-witness':
    case 'take-in':
      return witnessFields(form, act);
    case 'ask-for-records':
    case 'note-records':
    case 'close-request':
      return recordsFields(form, act);
    case 'disclose': {
      const unseen = openOf(form, 'disclose').flatMap(({ evidence }) => evidence);
      return [
        {
          ...{ kind: 'some-of', name: 'evidence', label: labels.evidence },
          choices: handled.state.evidence
            .filter(({ id }) => unseen.includes(id))
            .map(({ id }) => pieceOf(form, id)),
          values: many(form.typed, 'evidence'),
        },
      ];
    }
    case 'suspend-meanwhile': {
      const last = inWords(addDays(on, handled.state.rules.interimDays));
      return [day(form, 'until', hints.until(last)), reason(form)];
    }
    case 'stay':
      return [reason(form)];
    case 'end':
      return [choice(form, 'how', pairs(words.how)), reason(form)];
    case 'extend':
      return extendFields(form);
    case 'redeliver':
      return redeliverFields(form);
    default:
      throw never(act);
  }
}

/** What is told before anything is asked. */
export function actFacts(form: AskedForm): readonly ActFacts[] {
  const { act, handled } = form;
  const { state, parties } = handled;
  switch (act) {
    case 'give-notice':
      return [
        {
          title: words.discloses,
          lines: state.allegations.map(({ provision, words: said }) =>
            words.alleged(provision.number, said),
          ),
        },
      ];
    case 'publish':
      return [noticePreview(handled)];
    case 'draw':
      return seatFacts(form);
    case 'take-effect': {
      const sanction = state.decision?.sanction;
      return sanction === undefined
        ? []
        : [
            {
              title: undefined,
              lines: [`${list.sanctions[sanction.kind]}, ${inWords(sanction.endsOn)}`],
            },
          ];
    }
    case 'tell-closing':
      return [
        {
          title: undefined,
          lines: parties
            .filter(({ role }) => role === 'complainant')
            .map(({ key, hopes }) => {
              const label = calledOnDesk(key);
              return hopes === '' ? words.hopedNothing(label) : words.hoped(label, hopes);
            }),
        },
      ];
    default:
      return [];
  }
}

function screenFields(form: AskedForm): readonly ActField[] {
  const { state } = form.handled;
  const { workedOut } = words;
  const months = String(state.rules.filingMonths);
  const known: Readonly<Record<string, string>> = {
    jurisdiction:
      state.about === 'body'
        ? workedOut.body
        : withinReach(state)
          ? workedOut.inReach
          : workedOut.outOfReach,
    'in-time': inTime(state) ? workedOut.inTime(months) : workedOut.late(months),
  };
  return SCREENING.map((question) => {
    const { name, asks } = words.questions[question];
    const fact = known[question];
    return {
      ...{ kind: 'part', name: question, title: name },
      text: fact === undefined ? [asks] : [asks, fact],
      fields: [
        {
          ...{ kind: 'one-of', name: `${question}-met`, label: words.met, inline: true },
          choices: pairs({ yes: words.yes, no: words.no }),
          value: one(form.typed, `${question}-met`),
        },
        {
          ...{ kind: 'words', name: `${question}-reason`, label: words.reason },
          ...{ rows: 3, optional: false, value: one(form.typed, `${question}-reason`) },
        },
      ],
    };
  });
}

function noticeFields(form: AskedForm): readonly ActField[] {
  const { handled, typed } = form;
  const pieces = handled.state.evidence.map(
    ({ id }): ActField => ({
      ...{ kind: 'part', name: id, title: words.showPiece(id) },
      text: [pieceOf(form, id).hint ?? ''],
      fields: [
        {
          ...{ kind: 'one-of', name: `show-${id}`, label: words.showPiece(id), inline: true },
          choices: pairs({ yes: words.showNow, no: words.keepBack }),
          value: one(typed, `show-${id}`),
        },
        text(form, `why-${id}`, { hint: words.keptWhyHint, rows: 2, optional: true }),
      ],
    }),
  );
  const rows = Array.from({ length: KEPT_BACK_ROWS }, (_, place) => place + 1);
  return [
    ...pieces,
    {
      ...{ kind: 'part', name: 'other', title: words.otherTitle },
      text: pieces.length === 0 ? [words.nothingToShow] : [],
      fields: rows.flatMap((row) => [
        text(form, `other-${row}`, { rows: 2, optional: true }),
        text(form, `other-why-${row}`, { rows: 2, optional: true }),
      ]),
    },
  ];
}

function hearingFields(form: AskedForm): readonly ActField[] {
  const { hearingNoticeDays } = form.handled.state.rules;
  const first = inWords(addDays(form.on, hearingNoticeDays));
  return [
    day(form, 'day', hints.hearingDay(String(hearingNoticeDays), first)),
    text(form, 'where', { hint: hints.where, rows: 2 }),
    text(form, 'may-bring', { hint: hints.mayBring, rows: 2 }),
    text(form, 'accommodations', { hint: hints.accommodations, rows: 3, optional: true }),
  ];
}

function closingFields(form: AskedForm): readonly ActField[] {
  const complaints = openOf(form, 'tell-closing').map(({ complaint: value }) => ({
    value,
    label: calledOnDesk(value),
  }));
  return [
    choice(form, 'complaint', complaints),
    choice(form, 'achieved', pairs(words.achieved)),
    text(form, 'reason', { hint: hints.closing }),
  ];
}

function handOnFields(form: AskedForm): readonly ActField[] {
  const { handled, reader } = form;
  const colleagues = handled.colleagues.filter(({ isIn, person }) => isIn && person !== reader);
  return [
    choice(
      form,
      'evidence',
      openOf(form, 'hand-on').map(({ id }) => pieceOf(form, id)),
    ),
    choice(
      form,
      'to',
      colleagues.map(({ person, fullName }) => ({ value: person, label: fullName })),
      hints.to,
    ),
  ];
}

function extendFields(form: AskedForm): readonly ActField[] {
  const offered = openOf(form, 'extend');
  const promises = form.handled.state.clocks
    .filter(running)
    .filter((clock) => offered.some(({ step, to }) => step === clock.step && to === clock.to))
    .map(({ step, to, by }) => ({
      value: paired(step, to),
      label: words.promise(list.steps[step], list.sides[to], inWords(by)),
    }));
  return [choice(form, 'promise', promises), day(form, 'until'), reason(form)];
}

function redeliverFields(form: AskedForm): readonly ActField[] {
  const offered = openOf(form, 'redeliver').map(({ what }) => ({
    value: what,
    label: words.what[what],
  }));
  const letters = form.handled.letters
    .filter(({ returnedOn }) => returnedOn === undefined)
    .map(({ id, subject }) => ({ value: id, label: subject }));
  return [
    choice(form, 'what', offered),
    choice(form, 'letter', [...letters, { value: '', label: words.noLetter }], hints.letter),
    reason(form),
  ];
}
