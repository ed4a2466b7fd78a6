/**
 * The way from applied to the credential as the releases show it: each step among those who came to it, and the whole
 * way for the groups whose counts are shown at every step. A later step that goes the other way does not mend an
 * earlier one, so each is judged by itself (fairness/impact/funnel).
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { OutcomeComparison } from '../impact/compare-outcomes.ts';
import { funnel } from '../impact/funnel.ts';
import { letThrough, type Published, WITHHELD, type Withheld } from './gate.ts';
import type { MeasuredOutcomes } from './published.ts';
import { type Release, standingOutcomes } from './release.ts';

export interface MeasuredFunnel {
  readonly steps: readonly { readonly step: string; readonly table: MeasuredOutcomes }[];
  readonly wholeWay: readonly WholeWay[];
}

export interface WholeWay {
  readonly group: string;
  /** Who applied, and then who came through each step; withheld where the steps are not shown for one day. */
  readonly people: readonly (number | Withheld)[];
  /** Of those who applied, who came through the last step, beside the reference group; undefined where not shown. */
  readonly comparison: OutcomeComparison | undefined;
  /** Set where the steps stand as an earlier release showed them: the last day that is counted. */
  readonly countedUntil: CivilDate | undefined;
}

/** Undefined where the newest release has no such steps. */
export function standingFunnel(
  releases: Published<readonly Release[]>,
  steps: readonly string[],
  of: { readonly dimension: string; readonly part: string | undefined; readonly unstated: string },
): Published<MeasuredFunnel> | undefined {
  const tables = steps.flatMap((step) => {
    const table = standingOutcomes(releases, { ...of, kind: step });
    return table === undefined ? [] : [{ step, table: table.value }];
  });
  const [first] = tables;
  if (first === undefined || tables.length < steps.length) {
    return undefined;
  }
  const groups = first.table.outcomes.rows.map(({ group }) => group);
  return letThrough({
    steps: tables,
    wholeWay: groups.map((group) =>
      wholeWayOf(
        group,
        tables.map(({ table }) => table),
      ),
    ),
  });
}

function wholeWayOf(group: string, tables: readonly MeasuredOutcomes[]): WholeWay {
  const rows = tables.map(({ outcomes }) => outcomes.rows.find((row) => row.group === group));
  const until = rows[0]?.countedUntil;
  // Counts of different days are no way of the same people.
  const shown = rows.map((row) =>
    row === undefined || row.countedUntil !== until ? WITHHELD : row.outcome,
  );
  const first = shown[0] ?? WITHHELD;
  return {
    group,
    people: [
      first === WITHHELD ? WITHHELD : first.total,
      ...shown.map((outcome) => (outcome === WITHHELD ? WITHHELD : outcome.succeeded)),
    ],
    comparison: comparedFromStart(
      shown.flatMap((outcome) =>
        outcome === WITHHELD || outcome.comparison === undefined ? [] : [outcome.comparison],
      ),
      tables.length,
    ),
    countedUntil: until,
  };
}

/** Each step's comparison has the counts of both groups as of one day. */
function comparedFromStart(
  steps: readonly OutcomeComparison[],
  all: number,
): OutcomeComparison | undefined {
  const [first] = steps;
  const isWhole = steps.length === all;
  if (first === undefined || !isWhole) {
    return undefined;
  }
  const { focal, reference } = first;
  if (steps.some((step) => step.reference.group !== reference.group)) {
    return undefined;
  }
  const both = (step: string, own: number, other: number) => ({
    step,
    people: new Map([
      [focal.group, own],
      [reference.group, other],
    ]),
  });
  const found = funnel(
    [
      both('applied', focal.total, reference.total),
      ...steps.map((step, place) =>
        both(`step ${place + 1}`, step.focal.succeeded, step.reference.succeeded),
      ),
    ],
    focal.group,
    reference.group,
  );
  const last = found.ok ? found.value.at(-1)?.cumulative : undefined;
  return last?.ok === true ? last.value : undefined;
}
