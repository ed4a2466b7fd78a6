/**
 * The way from applied to the credential as the releases show it: each step among those who came to it, and the whole
 * way for the groups whose counts are shown at every step. A later step that goes the other way does not mend an
 * earlier one, so each is judged by itself (fairness/impact/funnel).
 */
import type { OutcomeComparison } from '../impact/compare-outcomes.ts';
import { funnel } from '../impact/funnel.ts';
import { letThrough, type Published, WITHHELD, type Withheld } from './gate.ts';
import type { MeasuredOutcomes } from './published.ts';
import { type Release, standingOutcomes } from './release.ts';

export interface MeasuredFunnel {
  readonly steps: readonly { readonly step: string; readonly table: MeasuredOutcomes }[];
  readonly wholeWay: readonly {
    readonly group: string;
    /** Who applied, and then who came through each step; withheld where the release does not show them. */
    readonly people: readonly (number | Withheld)[];
    /** Of those who applied, who came through the last step, beside the reference group; undefined where not shown. */
    readonly comparison: OutcomeComparison | undefined;
  }[];
  /** The group that the others are compared with over the whole way: that of the first step. */
  readonly reference: string | undefined;
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
  const { reference, rows } = first.table.outcomes;
  const people = new Map(
    rows.map(
      ({ group }) =>
        [
          group,
          peopleAt(
            group,
            tables.map(({ table }) => table),
          ),
        ] as const,
    ),
  );
  return letThrough({
    steps: tables,
    reference,
    wholeWay: [...people].map(([group, own]) => ({
      group,
      people: own,
      comparison:
        reference === undefined || group === reference
          ? undefined
          : comparedFromStart(['applied', ...steps], people, group, reference),
    })),
  });
}

/** A row that stands as an earlier release showed it counts other days than the steps beside it. */
function peopleAt(
  group: string,
  tables: readonly MeasuredOutcomes[],
): readonly (number | Withheld)[] {
  const counts = tables.map(({ outcomes }) => {
    const row = outcomes.rows.find((one) => one.group === group);
    return row === undefined || row.countedUntil !== undefined ? WITHHELD : row.outcome;
  });
  const [first] = counts;
  return [
    first === undefined || first === WITHHELD ? WITHHELD : first.total,
    ...counts.map((count) => (count === WITHHELD ? WITHHELD : count.succeeded)),
  ];
}

function comparedFromStart(
  names: readonly string[],
  people: ReadonlyMap<string, readonly (number | Withheld)[]>,
  focal: string,
  reference: string,
): OutcomeComparison | undefined {
  const steps = names.map((step, place) => ({
    step,
    people: new Map(
      [focal, reference].flatMap((group): [string, number][] => {
        const count = people.get(group)?.[place];
        return typeof count === 'number' ? [[group, count]] : [];
      }),
    ),
  }));
  if (steps.some((step) => step.people.size < 2)) {
    return undefined;
  }
  const found = funnel(steps, focal, reference);
  const last = found.ok ? found.value.at(-1)?.cumulative : undefined;
  return last?.ok === true ? last.value : undefined;
}
