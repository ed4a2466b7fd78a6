/**
 * How well a score tells members of a group from others: the area under its receiver operating characteristic curve,
 * which is the chance that a member scores higher than somebody else. One half is guessing. Only people of the same
 * stratum are compared, and, where a caliper is given, only those whose levels lie no further apart.
 *
 *     area = sum over compared pairs of (1 where the member scores higher, 1/2 where both score alike) / number of pairs
 *
 * Source: Hanley & McNeil 1982; the error by the placements of DeLong, DeLong & Clarke-Pearson 1988, of each person in
 * the pairs they are part of; comparing like with like as in Janes & Pepe 2009 (covariate-adjusted area), here by pairs.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export interface Scored {
  readonly score: number;
  readonly member: boolean;
  readonly stratum: string;
  readonly level: number;
}

export interface CurveArea {
  readonly area: number;
  /** Standard error. */
  readonly error: number;
  /** Who could be compared with somebody. */
  readonly members: number;
  readonly others: number;
}

const FEWEST = 2;

/** Refused where fewer than two members or two others can be compared, or a score is no number. */
export function curveArea(
  scored: readonly Scored[],
  caliper = Number.POSITIVE_INFINITY,
): Result<CurveArea, 'too-few' | 'not-a-number'> {
  if (scored.some(({ score, level }) => Number.isNaN(score) || Number.isNaN(level))) {
    return refuse('not-a-number', 'a score is not a number');
  }
  const wins = new Float64Array(scored.length);
  const pairs = new Float64Array(scored.length);
  for (const rows of byStratum(scored)) {
    comparePairs(scored, rows, caliper, wins, pairs);
  }
  const sides = [true, false].map((side) =>
    scored.flatMap(({ member }, row) => (member === side && at(pairs, row) > 0 ? [row] : [])),
  );
  if (sides.some((rows) => rows.length < FEWEST)) {
    return refuse('too-few', 'fewer than two members of the group, or two others, can be compared');
  }
  const [members = [], others = []] = sides;
  const all = sumOver(members, (row) => at(pairs, row));
  const area = sumOver(members, (row) => at(wins, row)) / all;
  const spread = (rows: readonly number[]): number =>
    (rows.length / (rows.length - 1)) *
    sumOver(rows, (row) => ((at(wins, row) - area * at(pairs, row)) / all) ** 2);
  return success({
    area,
    error: Math.sqrt(spread(members) + spread(others)),
    members: members.length,
    others: others.length,
  });
}

function byStratum(scored: readonly Scored[]): Iterable<readonly number[]> {
  const strata = new Map<string, number[]>();
  scored.forEach(({ stratum }, row) => {
    const own = strata.get(stratum) ?? [];
    strata.set(stratum, own);
    own.push(row);
  });
  return strata.values();
}

/** Adds up, for each person, how often the member of a pair they are part of scores higher, and the pairs. */
function comparePairs(
  scored: readonly Scored[],
  rows: readonly number[],
  caliper: number,
  wins: Float64Array,
  pairs: Float64Array,
): void {
  const members = rows.filter((row) => at(scored, row).member);
  const others = rows.filter((row) => !at(scored, row).member);
  for (const row of members) {
    const { score, level } = at(scored, row);
    for (const other of others) {
      const their = at(scored, other);
      if (Math.abs(level - their.level) <= caliper) {
        const win = score > their.score ? 1 : score === their.score ? 0.5 : 0;
        wins[row] = at(wins, row) + win;
        wins[other] = at(wins, other) + win;
        pairs[row] = at(pairs, row) + 1;
        pairs[other] = at(pairs, other) + 1;
      }
    }
  }
}

const sumOver = (rows: readonly number[], of: (row: number) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);
