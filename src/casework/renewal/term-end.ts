/**
 * Ending a term after an audit whose gap was not filled. Its holder is told first and has time to say what should be
 * known; a named person, who does not learn who it is, then ends the term or keeps it, with reasons; and the end takes
 * effect only when the time to appeal is over, or an appeal was heard and dismissed. A term that was renewed meanwhile
 * stands on hours of its own, and is not touched.
 */
import { addDays, type CivilDate, inWordsShort, laterOf } from '../../kernel/dates/civil-date.ts';
import { counted } from '../../kernel/dates/date-rule.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import type { JudgedCriterion } from '../matter/matter.ts';
import { auditable } from './audit.ts';
import { type Audit, auditPlace, isRunning, type TermEnd } from './audit-state.ts';
import { type CredentialLife, type HeldTerm, termsOf } from './credential-life.ts';
import type { Event } from './renewal-event.ts';

/** By what it is judged, as published when the matter is opened: found, either keeps the term. */
export const TERM_END_CRITERIA: readonly JudgedCriterion[] = [
  {
    id: 'nothing-missing',
    title: 'Nothing is missing',
    rule: 'What the record shows by now fills the gap that the audit left, or there was none.',
  },
  {
    id: 'kept-from-filling',
    title: 'What kept its holder from it',
    rule: 'Illness, birth, care for somebody, bereavement, service, disaster, loss of work, something of like weight, or an answer that we owed, kept its holder from filling the gap in time.',
  },
];

interface Gap {
  readonly audit: Audit;
  /** The term that rested on the hours. */
  readonly resting: HeldTerm;
  /** The term that was renewed after it, where there is one. */
  readonly after: HeldTerm | undefined;
}

function openGap(state: CredentialLife): Gap | undefined {
  const audit = auditable(state)?.audit;
  const terms = termsOf(state);
  const place = auditPlace(state.earlier) + 1;
  const resting = terms[place];
  return audit === undefined ||
    resting === undefined ||
    audit.decided?.outcome !== 'failed' ||
    !isRunning(audit)
    ? undefined
    : { audit, resting, after: terms[place + 1] };
}

export type EndRefusal =
  | 'nothing-to-make-good'
  | 'announced-already'
  | 'not-announced'
  | 'still-time'
  | 'appeal-open'
  | 'nothing-to-end'
  | 'answered-already'
  | 'too-late'
  | 'words-missing'
  | 'decided-already'
  | 'not-decided'
  | 'reason-missing';

const noGap = () => refuse('nothing-to-make-good', 'no audit left hours missing');

interface Asked {
  readonly today: CivilDate;
  /** The date at UTC-12, so that nobody loses the last day to make it good. */
  readonly earliest: CivilDate;
  /** An appeal against the audit is not decided yet. */
  readonly appealOpen: boolean;
}

/** A gap that nobody has announced an end for, once the time to make it good and to appeal is over. */
function leftOpen(state: CredentialLife, asked: Asked): Result<Gap, EndRefusal> {
  const gap = openGap(state);
  const decided = gap?.audit.decided;
  if (gap === undefined || decided === undefined) {
    return noGap();
  }
  if (gap.audit.end !== undefined) {
    return refuse('announced-already', 'its holder was told already');
  }
  const { makeGoodBy, appealUntil } = decided;
  if (asked.earliest <= appealUntil || (makeGoodBy !== null && asked.earliest <= makeGoodBy)) {
    return refuse('still-time', 'its holder still has time to appeal or to make it good');
  }
  return asked.appealOpen
    ? refuse('appeal-open', 'an appeal against the audit is not decided yet')
    : success(gap);
}

const isOver = ({ resting }: Gap, { earliest }: Asked): boolean =>
  resting.retired !== undefined || resting.lastDay < earliest;

/** Tells the holder that a person will decide, once their time to make it good and to appeal is over. */
export function announceEnd(
  state: CredentialLife,
  rules: WorkingRules,
  asked: Asked,
): Result<Event<'end-announced'>, EndRefusal> {
  const gap = leftOpen(state, asked);
  if (!gap.ok) {
    return gap;
  }
  return isOver(gap.value, asked)
    ? refuse('nothing-to-end', 'the term that rested on it is over already')
    : success({
        ...{ type: 'end-announced', on: asked.today },
        answerBy: counted(rules.answerEndWithin, asked.today),
      });
}

/** An audit whose gap was not filled is over where the term that rested on it is over by itself. */
export function closeAudit(
  state: CredentialLife,
  asked: Asked,
): Result<Event<'audit-closed'>, EndRefusal> {
  const gap = leftOpen(state, asked);
  if (!gap.ok) {
    return gap;
  }
  return isOver(gap.value, asked)
    ? success({ type: 'audit-closed', on: asked.today })
    : refuse('still-time', 'the term that rested on it runs');
}

/** The holder says what should be known before anybody decides; welcome also after the day, until the matter is opened. */
export function answerEnd(
  state: CredentialLife,
  asked: { readonly on: CivilDate; readonly words: string; readonly opened: boolean },
): Result<Event<'end-answered'>, EndRefusal> {
  const end = openGap(state)?.audit.end;
  const words = asked.words.trim();
  if (end === undefined) {
    return refuse('not-announced', 'nobody is about to end a term of yours');
  }
  if (end.said !== undefined) {
    return refuse('answered-already', `you answered on ${inWordsShort(end.said.on)}`);
  }
  if (asked.opened || end.decided !== undefined) {
    return refuse('too-late', `this could be said until ${inWordsShort(end.answerBy)}`);
  }
  return words === ''
    ? refuse('words-missing', 'write what should be known')
    : success({ type: 'end-answered', on: asked.on, words });
}

/** A person can decide: its holder has answered, or their time for it is over everywhere. */
export const awaitsDecision = (end: TermEnd | undefined, earliest: CivilDate): boolean =>
  end !== undefined &&
  end.decided === undefined &&
  end.closed === undefined &&
  (end.said !== undefined || end.answerBy < earliest);

interface Decision {
  /** The date at UTC-12, so that nobody loses the last day to say something. */
  readonly on: CivilDate;
  readonly by: string;
  readonly reason: string;
}

function decidable(
  state: CredentialLife,
  asked: Decision,
): Result<{ readonly reason: string }, EndRefusal> {
  const gap = openGap(state);
  const end = gap?.audit.end;
  if (gap === undefined) {
    return noGap();
  }
  if (end === undefined) {
    return refuse('not-announced', 'tell its holder first');
  }
  if (end.decided !== undefined) {
    return refuse('decided-already', 'it is decided already');
  }
  if (end.said === undefined && asked.on <= end.answerBy) {
    return refuse('still-time', 'its holder still has time to say what should be known');
  }
  const reason = asked.reason.trim();
  return reason === ''
    ? refuse('reason-missing', 'give the reason; the holder reads it')
    : success({ reason });
}

/** A named person ends the term that rested on hours which were not shown; it takes effect when the appeal is over. */
export function endAfterAudit(
  state: CredentialLife,
  asked: Decision & { readonly appealDays: number },
): Result<Event<'ended-after-audit'>, EndRefusal> {
  const may = decidable(state, asked);
  return may.ok
    ? success({
        ...{ type: 'ended-after-audit', on: asked.on, by: asked.by, reason: may.value.reason },
        appealUntil: addDays(asked.on, asked.appealDays),
      })
    : may;
}

/** A named person keeps the term; the audit is over. */
export function keepAfterAudit(
  state: CredentialLife,
  asked: Decision,
): Result<Event<'kept-after-audit'>, EndRefusal> {
  const may = decidable(state, asked);
  return may.ok
    ? success({ type: 'kept-after-audit', on: asked.on, by: asked.by, reason: may.value.reason })
    : may;
}

/** The end takes effect: the last day is that on which the appeal was over, or the last on which one could be lodged. */
export function endTakesEffect(
  state: CredentialLife,
  asked: {
    readonly today: CivilDate;
    readonly earliest: CivilDate;
    readonly appealOpen: boolean;
    /** When an appeal was heard and dismissed; undefined where none was. */
    readonly dismissedOn: CivilDate | undefined;
  },
): Result<Event<'end-took-effect'>, EndRefusal> {
  const gap = openGap(state);
  const decided = gap?.audit.end?.decided;
  if (gap === undefined || decided === undefined) {
    return refuse('not-decided', 'nobody has ended this term');
  }
  if (asked.appealOpen) {
    return refuse('appeal-open', 'an appeal against it is not decided yet');
  }
  if (asked.earliest <= decided.appealUntil) {
    return refuse('still-time', 'its holder still has time to appeal');
  }
  return success({
    ...{ type: 'end-took-effect', on: asked.today },
    lastDay: laterOf(decided.appealUntil, asked.dismissedOn ?? decided.appealUntil),
    heldAgainFrom: gap.after?.term.from ?? null,
  });
}
