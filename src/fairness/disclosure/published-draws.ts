/**
 * Who was drawn against who could have been, through the gate: only of groups whose table of people drawn is shown. How a
 * group stood in strata and on tickets stays here. What leaves is what chance gives on average in whole people, a band of
 * the p-value, and the verdict after Holm's rule over the groups shown.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import type { DrawnAgainstPool } from '../impact/drawn-against-pool.ts';
import { letThrough, type Published, WITHHELD, type Withheld } from './gate.ts';
import type { MeasuredOutcomes } from './published.ts';
import { bandOf, type PBand } from './published-sanctions.ts';

export const DRAW_STATES = ['more-than-chance', 'fewer-than-chance', 'as-chance-has-it'] as const;
export type DrawState = (typeof DRAW_STATES)[number];

export interface ShownDraw {
  readonly drawn: number;
  readonly inPool: number;
  /** What a blind draw gives on average, in whole people; undefined where no draw could have come out otherwise. */
  readonly expected: number | undefined;
  readonly band: PBand | undefined;
  readonly state: DrawState | undefined;
}

export interface MeasuredDraws {
  readonly rows: readonly {
    readonly group: string;
    readonly draw: ShownDraw | Withheld;
    /** Set where the row stands as an earlier release showed it: the last day that is counted. */
    readonly countedUntil?: CivilDate;
  }[];
}

/** A group that comes up so seldom by chance that it is put before the board: 5 % over all groups of a table together. */
const ALPHA = 0.05;

/** `table` is that of those in the pool; its successes are those who were drawn. */
export function protectDraws(
  { value: { outcomes } }: Published<MeasuredOutcomes>,
  testOf: (group: string) => DrawnAgainstPool | undefined,
): Published<MeasuredDraws> {
  const tested = new Map(
    outcomes.rows.flatMap(({ group, outcome }) => {
      const found = outcome === WITHHELD ? undefined : testOf(group);
      return found === undefined ? [] : [[group, found] as const];
    }),
  );
  const raised = holm([...tested.values()].map(({ twoSided }) => twoSided));
  const places = [...tested.keys()];
  return letThrough({
    rows: outcomes.rows.map(({ group, outcome }) => {
      const found = tested.get(group);
      return {
        group,
        draw:
          outcome === WITHHELD
            ? WITHHELD
            : {
                ...{ drawn: outcome.succeeded, inPool: outcome.total },
                expected: found === undefined ? undefined : Math.round(found.expected),
                band: found === undefined ? undefined : bandOf(found.twoSided),
                state:
                  found === undefined ? undefined : stateOf(found, raised[places.indexOf(group)]),
              },
      };
    }),
  });
}

function stateOf({ drawn, expected }: DrawnAgainstPool, raised = 1): DrawState {
  if (raised > ALPHA) {
    return 'as-chance-has-it';
  }
  return drawn > expected ? 'more-than-chance' : 'fewer-than-chance';
}
