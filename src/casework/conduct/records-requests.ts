/**
 * Records that a third party keeps: an employer, a hospital, a state board. It is asked once the respondent was told, learns
 * whose records they are only where that is needed and allowed, and answers by a day or not. Nothing that does not come
 * counts against either side. Gathering does not end while a request is open.
 */
import { addDays, type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { calledIn } from './called.ts';
import type { ConductEvent, HolderKind, NamingBasis, RecordsAnswer } from './conduct-event.ts';
import type { ConductMatter, RecordHolder } from './conduct-matter.ts';
import { isBlank, type NotReady, ready, recorded } from './ready.ts';
import { ASKED_AT, isOpen } from './record-holders.ts';

/** Nobody finds and copies records from one day to the next. */
export const LEAST_RECORDS_DAYS = 14;

/** The name of the next holder. */
export const nextHolder = ({ holders }: ConductMatter): string => `h${holders.length + 1}`;

const onAPanel = refuse(
  'on-a-panel',
  'whoever sits on a panel of this matter gathers nothing for it',
);

type Asked = { readonly on: CivilDate; readonly by: string };

export interface RecordsRequest {
  readonly kind: HolderKind;
  readonly what: string;
  readonly reason: string;
  readonly answerTo: string;
  readonly subject: string | undefined;
  readonly basis: NamingBasis | undefined;
  readonly answerUntil: CivilDate;
}

export type RequestRefusal =
  | NotReady
  | 'nothing-asked'
  | 'reason-missing'
  | 'nowhere-to-answer'
  | 'too-soon'
  | 'on-a-panel'
  | NamingRefusal;

export function askForRecords(
  state: ConductMatter,
  asked: Asked & RecordsRequest,
): Result<readonly ConductEvent[], RequestRefusal> {
  const { on, by, what, reason, answerTo, answerUntil } = asked;
  const now = ready(state, on, ASKED_AT);
  if (!now.ok) {
    return now;
  }
  if (isBlank(what)) {
    return refuse('nothing-asked', 'say which records you ask for, without naming anybody');
  }
  if (isBlank(reason)) {
    return refuse('reason-missing', 'say what they are needed for');
  }
  if (isBlank(answerTo)) {
    return refuse('nowhere-to-answer', 'say where the answer is to go');
  }
  const first = addDays(on, LEAST_RECORDS_DAYS);
  if (answerUntil < first) {
    return refuse(
      'too-soon',
      `whoever keeps records has at least ${LEAST_RECORDS_DAYS} days; choose ${inWords(first)} or later`,
    );
  }
  const named = mayBeNamed(state, asked);
  if (!named.ok) {
    return named;
  }
  const { kind, subject, basis } = asked;
  return state.seated.includes(by)
    ? onAPanel
    : recorded(now.value, {
        ...{ type: 'records-asked', on, by, holder: nextHolder(state), kind, what, reason },
        ...{ answerTo, subject, basis, answerUntil },
      });
}

export type NamingRefusal =
  | 'nobody-to-name'
  | 'stays-anonymous'
  | 'basis-missing'
  | 'needs-consent'
  | 'consent-ahead';

/** Whether the holder may learn whose records are asked for. Whoever complained decides that alone. */
function mayBeNamed(
  { about, complaints }: ConductMatter,
  { on, subject, basis }: Pick<RecordsRequest, 'subject' | 'basis'> & { readonly on: CivilDate },
): Result<true, NamingRefusal> {
  if (subject === undefined) {
    return success(true);
  }
  const complaint = complaints.find(({ id }) => id === subject);
  if (complaint === undefined && (subject !== 'respondent' || about === 'body')) {
    return refuse('nobody-to-name', 'choose whose records they are among those concerned');
  }
  if (complaint?.naming === 'anonymous') {
    return refuse('stays-anonymous', `${calledIn(subject)} stays anonymous and is named to nobody`);
  }
  if (basis === undefined || (basis.kind === 'rule' && isBlank(basis.words))) {
    return refuse(
      'basis-missing',
      'nobody is named to a third party without their consent or a rule that allows it',
    );
  }
  if (basis.kind === 'rule' && complaint !== undefined) {
    return refuse(
      'needs-consent',
      `${calledIn(subject)} complained, and is named to a third party with their own consent alone`,
    );
  }
  return basis.kind === 'consent' && basis.given > on
    ? refuse('consent-ahead', 'a consent is given before it is used; that day lies ahead')
    : success(true);
}

export type AnswerRefusal =
  | NotReady
  | 'unknown-holder'
  | 'answered-before'
  | 'closed-before'
  | 'reason-missing'
  | 'no-fingerprint'
  | 'known-already'
  | 'on-a-panel';

/** What came of a request. Records that came are evidence at once, and whoever notes it holds them first. */
export function answerRecords(
  state: ConductMatter,
  asked: Asked & {
    readonly holder: string;
    readonly how: RecordsAnswer;
    /** What the holder said; where records came, what they are. */
    readonly reason: string;
    /** Of the bytes that came, and only where some did. */
    readonly sha256: string | undefined;
  },
): Result<readonly ConductEvent[], AnswerRefusal> {
  const { on, by, holder, how, reason, sha256 } = asked;
  const now = ready(state, on, ASKED_AT);
  if (!now.ok) {
    return now;
  }
  const found = stillToAnswer(state, holder);
  if (!found.ok) {
    return found;
  }
  if (isBlank(reason)) {
    return refuse('reason-missing', 'say what they answered, without naming anybody');
  }
  if (state.seated.includes(by)) {
    return onAPanel;
  }
  const answered = { type: 'records-answered', on, by, holder, how, reason } as const;
  if (how !== 'received') {
    return recorded(now.value, answered);
  }
  if (sha256 === undefined || !/^[0-9a-f]{64}$/.test(sha256)) {
    return refuse('no-fingerprint', 'records are kept with the SHA-256 of their bytes');
  }
  const id = `e${state.evidence.length + 1}`;
  return state.evidence.some((known) => known.id === id)
    ? refuse('known-already', 'there is evidence of this name already')
    : recorded(now.value, answered, {
        ...{ type: 'evidence-added', on, by, id, kind: 'record', sha256, holder },
        source: `From ${calledIn(holder)}: ${reason}`,
      });
}

/** A late answer is one, as long as things are gathered. */
function stillToAnswer(
  { holders }: ConductMatter,
  id: string,
): Result<RecordHolder, 'unknown-holder' | 'answered-before' | 'closed-before'> {
  const found = holders.find((one) => one.id === id);
  if (found === undefined) {
    return refuse('unknown-holder', 'nobody was asked for records under this name');
  }
  if (found.answer !== undefined) {
    return refuse('answered-before', `what ${calledIn(id)} answered is on record already`);
  }
  return found.closedOn === undefined
    ? success(found)
    : refuse(
        'closed-before',
        `the request to ${calledIn(id)} was closed; add what came as evidence`,
      );
}

/** The body needs the records no more. */
export function closeRequest(
  state: ConductMatter,
  asked: Asked & { readonly holder: string; readonly reason: string },
): Result<
  readonly ConductEvent[],
  | NotReady
  | 'unknown-holder'
  | 'answered-before'
  | 'closed-before'
  | 'overdue-already'
  | 'reason-missing'
  | 'on-a-panel'
> {
  const { on, by, holder, reason } = asked;
  const now = ready(state, on, ASKED_AT);
  if (!now.ok) {
    return now;
  }
  const found = stillToAnswer(state, holder);
  if (!found.ok) {
    return found;
  }
  if (found.value.overdueOn !== undefined) {
    return refuse('overdue-already', 'nothing came by the day, and nothing is open any more');
  }
  if (isBlank(reason)) {
    return refuse('reason-missing', 'say why the records are needed no more');
  }
  return state.seated.includes(by)
    ? onAPanel
    : recorded(now.value, { type: 'records-closed', on, by, holder, reason });
}

/** Whether nothing can come any more by a day that was promised; gathering does not end before. */
export function allAnswered(
  { holders }: ConductMatter,
  on: CivilDate,
): Result<true, 'records-may-come'> {
  const open = holders.find((one) => isOpen(one) && on <= one.answerUntil);
  return open === undefined
    ? success(true)
    : refuse(
        'records-may-come',
        `${calledIn(open.id)} was asked for records by ${inWords(open.answerUntil)}; wait for that, or close the request with a reason`,
      );
}
