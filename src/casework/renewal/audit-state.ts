/** One audit: drawn by lottery, answered by its holder, paused while somebody else owes an answer, decided by a person. */
import { addDays, type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';
import type { AuditFinding, Event, PauseReason } from './renewal-event.ts';

export interface Audit {
  readonly lottery: string;
  readonly drawnOn: CivilDate;
  /** By when to answer, as it stands; pauses have moved it. */
  readonly answerBy: CivilDate;
  readonly paused:
    | { readonly since: CivilDate; readonly why: PauseReason; readonly until: CivilDate }
    | undefined;
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
  readonly madeGoodOn: CivilDate | undefined;
  readonly endedOn: CivilDate | undefined;
}

export const auditDrawn = ({ on, lottery, answerBy }: Event<'audit-drawn'>): Audit => ({
  ...{ lottery, answerBy, drawnOn: on },
  ...{ paused: undefined, answeredOn: undefined, decided: undefined },
  ...{ madeGoodOn: undefined, endedOn: undefined },
});

export function evolveAudit(
  audit: Audit,
  event:
    | Event<'audit-paused'>
    | Event<'audit-resumed'>
    | Event<'audit-answered'>
    | Event<'audit-decided'>
    | Event<'made-good'>
    | Event<'ended-after-audit'>
    | Event<'set-aside'>,
): Audit {
  switch (event.type) {
    case 'audit-paused':
      return { ...audit, paused: { since: event.on, why: event.why, until: event.until } };
    case 'audit-resumed':
      return { ...audit, paused: undefined, answerBy: event.answerBy };
    case 'audit-answered':
      return { ...audit, paused: undefined, answeredOn: event.on };
    case 'audit-decided': {
      const { on, by, outcome, findings, makeGoodBy, appealUntil } = event;
      return { ...audit, decided: { on, by, outcome, findings, makeGoodBy, appealUntil } };
    }
    case 'made-good':
      return { ...audit, madeGoodOn: event.on };
    case 'set-aside':
      return turned(audit, event);
    case 'ended-after-audit':
      return { ...audit, endedOn: event.on };
    default:
      throw never(event);
  }
}

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

/** Somebody still has something to do: the holder to answer, a person to decide, the holder to make good. */
export const isRunning = ({ decided, madeGoodOn, endedOn }: Audit): boolean =>
  decided === undefined ||
  (decided.outcome === 'failed' && madeGoodOn === undefined && endedOn === undefined);
