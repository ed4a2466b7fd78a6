/**
 * Waiting times through the gate: only of groups whose outcomes are shown, curves coarsened, days in tenths. The
 * comparison is asked for of shown groups only, so that no figure rests on one that is withheld.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { restrictedMean } from '../delay/restricted-mean.ts';
import { medianWait, waitingCurve } from '../delay/waiting.ts';
import type { Wait } from '../delay/waits.ts';
import type { Verdict } from '../impact/verdict.ts';
import { letThrough, type Published, WITHHELD, type Withheld } from './gate.ts';
import type { MeasuredOutcomes } from './published.ts';
import { type CurvePoint, publishedCurve } from './published-curve.ts';

export interface ComparedWait {
  /** Days longer than the reference group, up to the horizon; below zero, shorter. */
  readonly days: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: Verdict;
}

export interface ShownWait {
  /** Applications decided, as in the table of decisions. */
  readonly decided: number;
  readonly meanDays: number | undefined;
  readonly medianDays: number | undefined;
  readonly curve: readonly CurvePoint[];
  /** Undefined for the reference group. */
  readonly comparison: ComparedWait | undefined;
}

export interface MeasuredWaiting {
  readonly reference: string | undefined;
  readonly rows: readonly {
    readonly group: string;
    readonly waiting: ShownWait | Withheld;
    /** Set where the row stands as an earlier release showed it: the last day that is counted. */
    readonly countedUntil?: CivilDate;
  }[];
}

export interface Waiting {
  /** Waits are compared up to here, in days. */
  readonly horizon: number;
  readonly waits: (group: string) => readonly Wait[];
  readonly compare: (
    groups: readonly string[],
    reference: string,
  ) => ReadonlyMap<string, ComparedWait>;
}

export function protectWaits(
  { value: { outcomes } }: Published<MeasuredOutcomes>,
  waiting: Waiting,
): Published<MeasuredWaiting> {
  const { reference } = outcomes;
  const focal = outcomes.rows
    .filter(({ group, outcome }) => outcome !== WITHHELD && group !== reference)
    .map(({ group }) => group);
  const compared =
    reference === undefined ? new Map<string, ComparedWait>() : waiting.compare(focal, reference);
  return letThrough({
    reference,
    rows: outcomes.rows.map(({ group, outcome }) => ({
      group,
      waiting: outcome === WITHHELD ? WITHHELD : shownWait(group, outcome.total, waiting, compared),
    })),
  });
}

function shownWait(
  group: string,
  decided: number,
  { waits, horizon }: Waiting,
  compared: ReadonlyMap<string, ComparedWait>,
): ShownWait {
  const own = waits(group);
  const curve = waitingCurve(own);
  const mean = restrictedMean(own, horizon);
  const comparison = compared.get(group);
  return {
    decided,
    meanDays: mean.ok ? tenths(mean.value.days) : undefined,
    medianDays: medianWait(curve),
    curve: publishedCurve(curve, own.length),
    comparison:
      comparison === undefined
        ? undefined
        : {
            days: tenths(comparison.days),
            low: tenths(comparison.low),
            high: tenths(comparison.high),
            verdict: comparison.verdict,
          },
  };
}

const tenths = (days: number): number => Math.round(days * 10) / 10;
