/**
 * How long matters wait for a decision, by group, with those still open counted and those withdrawn counted up to
 * that day. Groups that the gate withholds among the decisions are withheld here as well.
 */
import { logRank } from '../../fairness/delay/log-rank.ts';
import { waitDifference } from '../../fairness/delay/restricted-mean.ts';
import { SMALLEST_FOR_DAYS } from '../../fairness/delay/smallest-groups.ts';
import { waitVerdict } from '../../fairness/delay/wait-verdict.ts';
import type { Wait } from '../../fairness/delay/waits.ts';
import type { Published } from '../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../fairness/disclosure/published.ts';
import {
  type ComparedWait,
  type MeasuredWaiting,
  protectWaits,
} from '../../fairness/disclosure/published-waits.ts';
import type { Verdict } from '../../fairness/impact/verdict.ts';
import { addDays, type CivilDate, date, daysBetween } from '../../kernel/dates/civil-date.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';
import { type Division, dayOf, groupOf } from './division.ts';
import type { MeasuredDecision } from './measurements.ts';

/** Waits are compared up to here; hardly anybody waits longer, and nobody followed less long could say. */
export const HORIZON_DAYS = 60;
const CONFIDENCE = 0.95;

interface StratumWait extends Wait {
  readonly group: string;
  readonly stratum: string;
}

/** One matter that was, is or was not waited for to the end. */
export interface Waited
  extends Pick<MeasuredDecision, 'program' | 'groups' | 'openedOn' | 'closedAt' | 'withdrawn'> {
  /** While it rested for a court; such days are no wait. The last may still last. */
  readonly rests?: readonly { readonly from: string; readonly until: string | undefined }[];
}

/** `table` is of the same matters, decided before the same day; `rows` are those of one program or of all. */
export function measureWaiting(
  table: Published<MeasuredOutcomes>,
  division: Division,
  rows: readonly Waited[],
  before: CivilDate,
  horizon = HORIZON_DAYS,
): Published<MeasuredWaiting> {
  const waits = new Map<string, StratumWait[]>();
  for (const wait of waitsOf(division, rows, before)) {
    const own = waits.get(wait.group) ?? [];
    own.push(wait);
    waits.set(wait.group, own);
  }
  const of = (group: string): readonly StratumWait[] => waits.get(group) ?? [];
  return protectWaits(table, {
    horizon,
    waits: of,
    compare: (groups, reference) =>
      comparisons(
        groups.map((group) => ({ group, waits: of(group) })),
        of(reference),
        horizon,
      ),
  });
}

function waitsOf(
  division: Division,
  rows: readonly Waited[],
  before: CivilDate,
): readonly StratumWait[] {
  const until = addDays(before, -1);
  return rows
    .map((row) => ({ ...row, opened: date(row.openedOn) }))
    .filter(({ opened }) => opened < before)
    .map(({ program, groups, opened, closedAt, withdrawn, rests = [] }) => {
      const closedOn = closedAt === undefined ? undefined : dayOf(program, closedAt);
      const closed = closedOn !== undefined && closedOn < before;
      const end = closed ? closedOn : until;
      return {
        group: groupOf(division, groups, opened),
        stratum: `${program} ${quarterOf(opened)}`,
        days: Math.max(0, daysBetween(opened, end) - restedDays(rests, opened, end)),
        answered: closed && !withdrawn,
      };
    });
}

/** Days of rest between two days. */
const restedDays = (rests: Waited['rests'] & {}, from: CivilDate, to: CivilDate): number =>
  rests.reduce((sum, { from: began, until: ended }) => {
    const [first, last] = [
      began > from ? date(began) : from,
      ended !== undefined && ended < to ? date(ended) : to,
    ];
    return sum + (first < last ? daysBetween(first, last) : 0);
  }, 0);

/** A group is compared with others of the same program and season, so that a busy spring is held against nobody. */
const quarterOf = (day: CivilDate): string =>
  `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

function comparisons(
  focal: readonly { readonly group: string; readonly waits: readonly StratumWait[] }[],
  reference: readonly StratumWait[],
  horizon: number,
): ReadonlyMap<string, ComparedWait> {
  const tested = focal.flatMap(({ group, waits }) => {
    const difference = waitDifference(waits, reference, horizon, CONFIDENCE);
    const ranked = logRank(strataOf(waits, reference));
    return difference.ok && ranked.ok
      ? [{ group, waits, difference: difference.value, pValue: ranked.value.pValue }]
      : [];
  });
  const judged = tested.filter(({ waits }) => missing(waits, reference) === 0);
  const raised = holm(judged.map(({ pValue }) => pValue));
  return new Map(
    tested.map((one) => {
      const { group, waits, difference } = one;
      const { days, low, high } = difference;
      const place = judged.indexOf(one);
      const error = (high - days) / normalQuantile(0.5 + CONFIDENCE / 2);
      const people = waits.length + reference.length;
      const verdict: Verdict =
        place < 0
          ? {
              state: 'cannot-tell-yet',
              furtherPeople: missing(waits, reference),
              because: undefined,
            }
          : waitVerdict({ days, error, people }, raised[place] ?? 1, judged.length);
      return [group, { days, low, high, verdict }];
    }),
  );
}

/** How many matters a group lacks for a verdict on days. */
const missing = (waits: readonly StratumWait[], reference: readonly StratumWait[]): number =>
  Math.max(0, SMALLEST_FOR_DAYS - Math.min(waits.length, reference.length));

/** Two groups in each stratum, in the order that the log-rank test asks for. */
function strataOf(focal: readonly StratumWait[], reference: readonly StratumWait[]) {
  const strata = [...new Set([...focal, ...reference].map(({ stratum }) => stratum))];
  return strata.map((stratum) =>
    [focal, reference].map((waits) => waits.filter((wait) => wait.stratum === stratum)),
  );
}
