/**
 * How hard outcomes were among like cases, through the gate: only of groups whose table of findings is shown, and compared
 * with shown groups only. How many got which outcome for which breach stays here. What leaves is rounded so far that many
 * tables of such counts read alike: the chance of the harder outcome in whole hundredths, odds in tenths, and of the p-value
 * only a band.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Verdict } from '../impact/verdict.ts';
import { letThrough, type Published, WITHHELD, type Withheld } from './gate.ts';
import type { MeasuredOutcomes } from './published.ts';

/** As it is worked out, before it is rounded. */
export interface OrderedComparison {
  /** Chance that a focal member has the harder outcome than a like reference member, ties half. */
  readonly superiority: Ends;
  /** How many times greater the odds of a harder outcome are; undefined where they have no bound. */
  readonly odds: Ends | undefined;
  readonly verdict: Verdict;
}

export interface Ends {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ShownSanctions {
  /** Found in breach, as in the table of findings. */
  readonly sanctioned: number;
  /** Undefined for the reference group, and where there are no like cases of both. */
  readonly comparison: OrderedComparison | undefined;
}

export interface MeasuredSanctions {
  readonly reference: string | undefined;
  readonly rows: readonly {
    readonly group: string;
    readonly sanctions: ShownSanctions | Withheld;
    /** Set where the row stands as an earlier release showed it: the last day that is counted. */
    readonly countedUntil?: CivilDate;
  }[];
  /** The exact test of Freeman and Halton over the groups shown, as a band; undefined where it cannot be counted. */
  readonly anyDifference: PBand | undefined;
}

export const P_BANDS = ['under 0.001', 'under 0.01', 'under 0.05', '0.05 or more'] as const;
export type PBand = (typeof P_BANDS)[number];

export interface OrderedOutcomes {
  readonly compare: (
    groups: readonly string[],
    reference: string,
  ) => ReadonlyMap<string, OrderedComparison>;
  readonly exact: (groups: readonly string[]) => number | undefined;
}

/** `table` is that of findings; its successes are those who were sanctioned. */
export function protectSanctions(
  { value: { outcomes } }: Published<MeasuredOutcomes>,
  { compare, exact }: OrderedOutcomes,
): Published<MeasuredSanctions> {
  const { reference, rows } = outcomes;
  const shown = rows.flatMap(({ group, outcome }) => (outcome === WITHHELD ? [] : [group]));
  const focal = shown.filter((group) => group !== reference);
  const compared =
    reference === undefined ? new Map<string, OrderedComparison>() : compare(focal, reference);
  const p = shown.length < 2 ? undefined : exact(shown);
  return letThrough({
    reference,
    rows: rows.map(({ group, outcome }) => ({
      group,
      sanctions:
        outcome === WITHHELD
          ? WITHHELD
          : { sanctioned: outcome.succeeded, comparison: roundedOff(compared.get(group)) },
    })),
    anyDifference: p === undefined ? undefined : bandOf(p),
  });
}

const roundedOff = (comparison: OrderedComparison | undefined): OrderedComparison | undefined =>
  comparison === undefined
    ? undefined
    : {
        superiority: inSteps(comparison.superiority, 100),
        odds: comparison.odds === undefined ? undefined : inSteps(comparison.odds, 10),
        verdict: comparison.verdict,
      };

function inSteps({ value, low, high }: Ends, steps: number): Ends {
  const rounded = (one: number): number => Math.round(one * steps) / steps;
  return { value: rounded(value), low: rounded(low), high: rounded(high) };
}

export const bandOf = (p: number): PBand =>
  p < 0.001 ? P_BANDS[0] : p < 0.01 ? P_BANDS[1] : p < 0.05 ? P_BANDS[2] : P_BANDS[3];
