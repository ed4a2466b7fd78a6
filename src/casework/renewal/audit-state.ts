/** One audit: drawn by lottery, answered by its holder, paused while somebody else owes an answer, decided by a person. */
import { addDays, type CivilDate, daysBetween, laterOf } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';
import type { AuditFinding, Event, PauseReason } from './renewal-event.ts';

export interface Pause {
  readonly since: CivilDate;
  /** Leave, where there is one; else somebody owes an answer. */
  readonly why: PauseReason;
  /** The clock runs again on this day at the latest. */
  readonly until: CivilDate;
  readonly leaveUntil: CivilDate | undefined;
  /** The day on which the last link that was sent ends. */
  readonly askedUntil: CivilDate | undefined;
}

/** The end of the term that rested on a gap: told, answered, decided, and what became of it. */
export interface TermEnd {
  readonly announcedOn: CivilDate;
  readonly answerBy: CivilDate;
  readonly said: { readonly on: CivilDate; readonly words: string } | undefined;
  readonly decided: { readonly on: CivilDate; readonly appealUntil: CivilDate } | undefined;
  readonly matter: string | undefined;
  readonly closed: { readonly on: CivilDate; readonly how: 'kept' | 'ended' } | undefined;
}

export interface Audit {
  readonly lottery: string;
  readonly drawnOn: CivilDate;
  /** By when to answer, as it stands; pauses have moved it. */
  readonly answerBy: CivilDate;
  readonly paused: Pause | undefined;
  readonly answeredOn: CivilDate | undefined;
  readonly decided:
    | {
        readonly on: CivilDate;
        readonly by: string;
        readonly outcome: 'passed' | 'failed';
        readonly findings: readonly AuditFinding[];
        readonly makeGoodBy: CivilDate | null;
        readonly appealUntil: CivilDate;
      }
    | undefined;
  /** The matter in which it was decided. */
  readonly matter: string | undefined;
  readonly madeGoodOn: CivilDate | undefined;
  readonly end: TermEnd | undefined;
  /** Nothing was left that it could end. */
  readonly closedOn: CivilDate | undefined;
}

export const auditDrawn = ({ on, lottery, answerBy }: Event<'audit-drawn'>): Audit => ({
  ...{ lottery, answerBy, drawnOn: on },
  ...{ paused: undefined, answeredOn: undefined, decided: undefined, matter: undefined },
  ...{ madeGoodOn: undefined, end: undefined, closedOn: undefined },
});

export type AuditEvent =
  | Event<'audit-paused'>
  | Event<'audit-resumed'>
  | Event<'audit-answered'>
  | Event<'audit-decided'>
  | Event<'made-good'>
  | Event<'end-announced'>
  | Event<'end-answered'>
  | Event<'ended-after-audit'>
  | Event<'kept-after-audit'>
  | Event<'end-took-effect'>
  | Event<'audit-closed'>
  | Event<'set-aside'>;

export function evolveAudit(audit: Audit, event: AuditEvent): Audit {
  switch (event.type) {
    case 'audit-paused':
      return { ...audit, paused: pausedAlso(audit.paused, event) };
    case 'audit-resumed':
      return { ...audit, paused: undefined, answerBy: event.answerBy };
    case 'audit-answered':
      return { ...audit, paused: undefined, answeredOn: event.on };
    case 'audit-decided': {
      const { on, by, outcome, findings, makeGoodBy, appealUntil, matter } = event;
      return { ...audit, matter, decided: { on, by, outcome, findings, makeGoodBy, appealUntil } };
    }
    case 'made-good':
      return { ...audit, madeGoodOn: event.on };
    case 'set-aside':
      return event.of === 'term-end'
        ? withEnd(audit, { decided: undefined })
        : turned(audit, event);
    case 'end-announced':
      return { ...audit, end: announced(event) };
    case 'end-answered':
      return withEnd(audit, { said: { on: event.on, words: event.words } });
    case 'ended-after-audit': {
      const { on, appealUntil, matter } = event;
      return withEnd(audit, { decided: { on, appealUntil }, matter });
    }
    case 'kept-after-audit':
      return withEnd(audit, { closed: { on: event.on, how: 'kept' } });
    case 'end-took-effect':
      return withEnd(audit, { closed: { on: event.on, how: 'ended' } });
    case 'audit-closed':
      return { ...audit, closedOn: event.on };
    default:
      throw never(event);
  }
}

/** The clock stands still since the first of them: a leave as long as was said last, an answer as long as any link works. */
function pausedAlso(before: Pause | undefined, event: Event<'audit-paused'>): Pause {
  const isLeave = event.why === 'leave';
  const leaveUntil = isLeave ? event.until : before?.leaveUntil;
  const askedUntil = isLeave
    ? before?.askedUntil
    : laterOf(event.until, before?.askedUntil ?? event.until);
  const until = laterOf(leaveUntil ?? event.until, askedUntil ?? event.until);
  const onLeave = leaveUntil !== undefined && leaveUntil > event.on;
  return {
    ...{ since: before?.since ?? event.on, why: onLeave ? 'leave' : 'third-party' },
    ...{ until, leaveUntil, askedUntil },
  };
}

const announced = ({ on, answerBy }: Event<'end-announced'>): TermEnd => ({
  ...{ announcedOn: on, answerBy, said: undefined },
  ...{ decided: undefined, matter: undefined, closed: undefined },
});

const withEnd = (audit: Audit, change: Partial<TermEnd>): Audit =>
  audit.end === undefined ? audit : { ...audit, end: { ...audit.end, ...change } };

/** After an upheld appeal the audit counts as passed, or waits for other people to decide it again. */
const turned = (audit: Audit, { effect }: Event<'set-aside'>): Audit => ({
  ...audit,
  decided:
    effect === 'reversed' && audit.decided !== undefined
      ? { ...audit.decided, outcome: 'passed', makeGoodBy: null }
      : undefined,
});

/** By when to answer if the clock runs again from this day: as many days later as it stood still. */
export const answerByAfterPause = (
  { answerBy, paused }: Pick<Audit, 'answerBy' | 'paused'>,
  on: CivilDate,
): CivilDate =>
  paused === undefined ? answerBy : addDays(answerBy, daysBetween(paused.since, on));

/** The clock runs again once no leave lasts and nobody who was asked owes an answer by a link that still works. */
export const mayRunAgain = (
  { leaveUntil }: Pick<Pause, 'leaveUntil'>,
  on: CivilDate,
  somebodyOwes: boolean,
): boolean => !somebodyOwes && (leaveUntil === undefined || leaveUntil <= on);

/** Somebody still has something to do: the holder to answer, a person to decide, the holder to make good. */
export const isRunning = ({ decided, madeGoodOn, end, closedOn }: Audit): boolean =>
  decided === undefined ||
  (decided.outcome === 'failed' &&
    madeGoodOn === undefined &&
    end?.closed === undefined &&
    closedOn === undefined);

/** Which of the closed terms an audit is about: one whose audit runs, however often it was renewed since; else the last. */
export function auditPlace(
  closed: readonly { readonly audit: Audit | undefined }[],
  matter?: string,
): number {
  const ofMatter =
    matter === undefined
      ? -1
      : closed.findLastIndex(
          ({ audit }) => audit?.matter === matter || audit?.end?.matter === matter,
        );
  const running = closed.findLastIndex(({ audit }) => audit !== undefined && isRunning(audit));
  return ofMatter >= 0 ? ofMatter : running >= 0 ? running : closed.length - 1;
}
