/**
 * What whoever handles a complaint asks for, read from the form of one act. Whether it may be done is asked of the rules
 * afterwards; here only what was typed is read, and every mistake told at its field.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';
import type { Mistake, Typed } from '../person/typed-text.ts';
import { running } from './clocks.ts';
import {
  type EvidenceKind,
  PANELS,
  type PanelKind,
  SCREENING,
  type ScreeningAnswers,
} from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import type { HandlerAct } from './handler-acts.ts';
import { type AskedOfHolder, recordsAsked } from './read-records.ts';
import { type FieldWords, type SentFields, sentFields } from './sent-fields.ts';
import { statementWaits } from './witnesses.ts';

type Prepared =
  | 'announce-draw'
  | 'draw'
  | 'add-evidence'
  | 'add-copy'
  | 'reopen'
  | 'hand-on'
  | 'redeliver'
  | 'invite-witness'
  | 'take-in'
  | 'ask-for-records'
  | 'note-records'
  | 'close-request';

/** Who may know something, and how they are reached. */
export interface NamedWitness {
  readonly fullName: string;
  readonly contact: string;
  readonly language: 'en' | 'es';
}

/** An act as a form asks for it. Seeds, fingerprints and pools are never sent: these the use cases add. */
export type AskedAct =
  | Exclude<HandlerAct, { act: Prepared }>
  | { readonly act: 'announce-draw'; readonly panel: PanelKind }
  | {
      readonly act: 'draw';
      readonly panel: PanelKind;
      readonly ties: readonly { readonly person: string; readonly why: string }[];
    }
  | { readonly act: 'add-evidence'; readonly kind: EvidenceKind; readonly source: string }
  | { readonly act: 'add-copy'; readonly id: string }
  | { readonly act: 'reopen'; readonly reason: string }
  | { readonly act: 'hand-on'; readonly id: string; readonly to: string }
  | {
      readonly act: 'invite-witness';
      readonly whom: NamedWitness;
      readonly asked: readonly string[];
      readonly answerUntil: CivilDate;
    }
  | { readonly act: 'take-in'; readonly witness: string }
  | AskedOfHolder
  | {
      readonly act: 'redeliver';
      readonly what: 'notice' | 'decision';
      readonly letter: string | undefined;
      readonly reason: string;
    };

export const HANDLER_ACTS = [
  'screen',
  'give-notice',
  'enter-response',
  'close-response',
  'add-evidence',
  'add-copy',
  'hand-on',
  'invite-witness',
  'take-in',
  'ask-for-records',
  'note-records',
  'close-request',
  'disclose',
  'close-investigation',
  'announce-draw',
  'draw',
  'excuse-member',
  'call-hearing',
  'take-effect',
  'publish',
  'correct',
  'check-condition',
  'answer-withdrawal',
  'suspend-meanwhile',
  'stay',
  'lift-stay',
  'reopen',
  'end',
  'extend',
  'redeliver',
  'tell-closing',
] as const satisfies readonly HandlerAct['act'][];
export type ActName = (typeof HANDLER_ACTS)[number];

export const EVIDENCE_KINDS = [
  'document',
  'record',
  'named-testimony',
  'anonymous-testimony',
] as const satisfies readonly EvidenceKind[];

/** How many things beside evidence one notice can say are kept back. */
export const KEPT_BACK_ROWS = 2;

/** The one name of a pair of ids in a choice; no id of ours holds a tilde. */
export const paired = (one: string, other: string): string => `${one}~${other}`;

export type ReadAct =
  | { readonly ok: true; readonly value: AskedAct }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export interface ActForm {
  readonly act: ActName;
  readonly state: ConductMatter;
  readonly on: CivilDate;
  /** Who can be drawn, for the form of a draw. */
  readonly pool: readonly string[];
  readonly words: FieldWords;
}

export function readAct(raw: Typed, form: ActForm): ReadAct {
  const sent = sentFields(raw, form.on, form.words);
  const value = asked(sent, form);
  return sent.mistakes.length === 0 ? { ok: true, value } : { ok: false, mistakes: sent.mistakes };
}

function asked(sent: SentFields, form: ActForm): AskedAct {
  const { act, state } = form;
  switch (act) {
    case 'screen':
      return { act, answers: answersIn(sent) };
    case 'give-notice':
      return { act, ...noticeIn(sent, state) };
    case 'enter-response':
    case 'correct':
      return { act, words: sent.words('words') };
    case 'close-response':
    case 'take-effect':
    case 'publish':
    case 'lift-stay':
      return { act };
    case 'close-investigation':
      return { act, summary: sent.words('summary') };
    case 'call-hearing':
      return {
        act,
        day: sent.day('day'),
        whereAndWhen: sent.words('where'),
        mayBring: sent.words('may-bring'),
        accommodations: linesOf(sent.wordsIfAny('accommodations')),
      };
    case 'check-condition':
      return { act, kept: sent.yes('kept'), words: sent.words('words') };
    case 'answer-withdrawal':
      return { act, goesOn: sent.yes('goes-on'), reason: sent.words('reason') };
    case 'tell-closing':
      return {
        act,
        complaint: sent.idIn(
          'complaint',
          state.complaints.map(({ id }) => id),
        ),
        achieved: sent.oneOf('achieved', ['yes', 'partly', 'no']),
        reason: sent.words('reason'),
      };
    case 'add-evidence':
    case 'add-copy':
    case 'hand-on':
    case 'disclose':
    case 'redeliver':
      return gathered(sent, act, state);
    case 'invite-witness':
      return {
        act,
        whom: {
          fullName: sent.words('full-name'),
          contact: sent.words('contact'),
          language: sent.oneOf('language', ['en', 'es']),
        },
        asked: linesOf(sent.words('asked')),
        answerUntil: sent.day('until'),
      };
    case 'take-in':
      return {
        act,
        witness: sent.idIn(
          'witness',
          state.witnesses.filter(statementWaits).map(({ id }) => id),
        ),
      };
    case 'ask-for-records':
    case 'note-records':
    case 'close-request':
      return recordsAsked(sent, act, state);
    case 'announce-draw':
    case 'draw':
    case 'excuse-member':
      return drawn(sent, act, form);
    default:
      return aside(sent, act, state);
  }
}

function answersIn(sent: SentFields): ScreeningAnswers {
  const answer = (question: (typeof SCREENING)[number]) => ({
    met: sent.yes(`${question}-met`),
    reason: sent.words(`${question}-reason`),
  });
  const [standing, jurisdiction, provision, inTime] = SCREENING;
  return {
    [standing]: answer(standing),
    [jurisdiction]: answer(jurisdiction),
    [provision]: answer(provision),
    [inTime]: answer(inTime),
  };
}

/** Each piece is shown now, or kept back for a reason; beside them, what else is kept back. */
function noticeIn(sent: SentFields, { evidence }: ConductMatter) {
  const shown: string[] = [];
  const keptBack: { readonly what: string; readonly reason: string }[] = [];
  for (const { id } of evidence) {
    if (sent.yes(`show-${id}`)) {
      shown.push(id);
    } else {
      keptBack.push({ what: id, reason: sent.words(`why-${id}`) });
    }
  }
  for (let row = 1; row <= KEPT_BACK_ROWS; row += 1) {
    const what = sent.wordsIfAny(`other-${row}`);
    const reason = sent.wordsIfAny(`other-why-${row}`);
    if (what !== undefined || reason !== undefined) {
      keptBack.push({
        what: what ?? sent.words(`other-${row}`),
        reason: reason ?? sent.words(`other-why-${row}`),
      });
    }
  }
  return { evidence: shown, keptBack };
}

function gathered(
  sent: SentFields,
  act: 'add-evidence' | 'add-copy' | 'hand-on' | 'disclose' | 'redeliver',
  { evidence }: ConductMatter,
): AskedAct {
  const ids = evidence.map(({ id }) => id);
  switch (act) {
    case 'add-evidence':
      return { act, kind: sent.oneOf('kind', EVIDENCE_KINDS), source: sent.words('source') };
    case 'add-copy':
      return { act, id: sent.idIn('evidence', ids) };
    case 'hand-on':
      return { act, id: sent.idIn('evidence', ids), to: sent.words('to') };
    case 'disclose': {
      const shown = sent.someOf('evidence', ids);
      if (shown.length === 0) {
        sent.idIn('evidence', ids);
      }
      return { act, evidence: shown };
    }
    case 'redeliver':
      return {
        act,
        what: sent.oneOf('what', ['notice', 'decision']),
        letter: sent.wordsIfAny('letter'),
        reason: sent.words('reason'),
      };
    default:
      throw never(act);
  }
}

function drawn(
  sent: SentFields,
  act: 'announce-draw' | 'draw' | 'excuse-member',
  { pool, state }: ActForm,
): AskedAct {
  switch (act) {
    case 'announce-draw':
      return { act, panel: sent.oneOf('panel', PANELS) };
    case 'draw':
      return {
        act,
        panel: sent.oneOf('panel', PANELS),
        ties: pool.flatMap((person) => {
          const why = sent.wordsIfAny(`tie-${person}`);
          return why === undefined ? [] : [{ person, why }];
        }),
      };
    case 'excuse-member': {
      const seats = PANELS.flatMap((panel) =>
        (state.sitting[panel] ?? []).map(({ person }) => ({ panel, person })),
      );
      const chosen = sent.idIn(
        'member',
        seats.map(({ panel, person }) => paired(panel, person)),
      );
      const seat = seats.find(({ panel, person }) => paired(panel, person) === chosen);
      return {
        act,
        panel: seat?.panel ?? 'review',
        person: seat?.person ?? '',
        reason: sent.words('reason'),
      };
    }
    default:
      throw never(act);
  }
}

function aside(
  sent: SentFields,
  act: 'suspend-meanwhile' | 'stay' | 'reopen' | 'end' | 'extend',
  { clocks }: ConductMatter,
): AskedAct {
  switch (act) {
    case 'suspend-meanwhile':
      return { act, until: sent.day('until'), reason: sent.words('reason') };
    case 'stay':
    case 'reopen':
      return { act, reason: sent.words('reason') };
    case 'end':
      return { act, how: sent.oneOf('how', ['death', 'surrender']), reason: sent.words('reason') };
    case 'extend': {
      const promises = clocks.filter(running);
      const chosen = sent.idIn(
        'promise',
        promises.map(({ step, to }) => paired(step, to)),
      );
      const promise = promises.find(({ step, to }) => paired(step, to) === chosen);
      return {
        act,
        step: promise?.step ?? 'screening',
        to: promise?.to ?? 'complainant',
        until: sent.day('until'),
        reason: sent.words('reason'),
      };
    }
    default:
      throw never(act);
  }
}

const linesOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
