/**
 * SIBTEST: the item compared among people of equal true score, not merely of equal observed score. Where the groups differ
 * in ability, equal observed scores hide unequal true ones; each group's score is first pulled toward its own mean as far
 * as the reliability says, and the two groups' shares are read off at the same true score.
 *
 *     beta = sum over scores of p (Y*(reference) - Y*(focal)),  z = beta / error;  above zero, harder for the focal group
 *
 * Source: Shealy & Stout (1993), with the linear correction; bounds .059 and .088 by Roussos & Stout (1996). The matching
 * score leaves the studied item out. Scores with five or fewer people in a group, and the lowest and highest scores, are
 * not compared. Assumes one ability and a straight line from observed to true score (Kelley's).
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalTwoSided } from '../../numerics/distributions/normal.ts';
import type { ScoreLevel } from './mantel-haenszel.ts';
import type { DifClass } from './verdict.ts';

export interface Sibtest {
  readonly beta: number;
  readonly error: number;
  readonly z: number;
  readonly pValue: number;
  readonly class: DifClass;
  readonly scoresUsed: number;
  /** People at the scores that are compared. */
  readonly people: number;
  readonly focalMatched: number;
}

/** What SIBTEST compares at one score: how much better the reference group does among equals, and how sure that is. */
export interface CorrectedGap {
  readonly score: number;
  /** The share of the people compared who have this score. */
  readonly weight: number;
  readonly gap: number;
  readonly variance: number;
  readonly reference: number;
  readonly focal: number;
}

export interface Matching {
  /** By the score without the studied item, lowest first. */
  readonly levels: readonly ScoreLevel[];
  /** Coefficient alpha of that score in each group. */
  readonly reliability: { readonly reference: number; readonly focal: number };
}

export type SibtestFault = 'no-comparison' | 'undefined';

const MORE_THAN = 5;
const SIGNIFICANCE = 0.05;
const MODERATE = 0.059;
const LARGE = 0.088;

export function sibtest(matching: Matching): Result<Sibtest, SibtestFault> {
  const compared = correctedGaps(matching);
  if (!compared.ok) {
    return compared;
  }
  const gaps = compared.value;
  const beta = gaps.reduce((sum, { weight, gap }) => sum + weight * gap, 0);
  const error = Math.sqrt(
    gaps.reduce((sum, { weight, variance }) => sum + weight ** 2 * variance, 0),
  );
  const z = beta / error;
  const pValue = normalTwoSided(z);
  return success({
    beta,
    error,
    z,
    pValue,
    class: classOf(beta, pValue),
    scoresUsed: gaps.length,
    people: gaps.reduce((sum, { reference, focal }) => sum + reference + focal, 0),
    focalMatched: gaps.reduce((sum, { focal }) => sum + focal, 0),
  });
}

function classOf(beta: number, pValue: number): DifClass {
  if (Math.abs(beta) < MODERATE || pValue >= SIGNIFICANCE) {
    return 'A';
  }
  return Math.abs(beta) < LARGE ? 'B' : 'C';
}

/** One group at one score. */
interface Cell {
  readonly people: number;
  readonly share: number;
  readonly variance: number;
  /** The true score that this observed score stands for in this group. */
  readonly trueScore: number;
}

/** The corrected gap at every score that can be compared. */
export function correctedGaps({
  levels,
  reliability,
}: Matching): Result<readonly CorrectedGap[], SibtestFault> {
  if (!(reliability.reference > 0 && reliability.focal > 0)) {
    return refuse(
      'undefined',
      'the matching score has no reliability in one of the groups, so that true scores cannot be told',
    );
  }
  const reference = cellsOf(levels, 'reference', reliability.reference);
  const focal = cellsOf(levels, 'focal', reliability.focal);
  const last = levels.length - 1;
  const used = levels
    .map((_, place) => place)
    .filter((place) => place > 0 && place < last)
    .filter((place) => comparable(at(reference, place)) && comparable(at(focal, place)));
  const people = used.reduce(
    (sum, place) => sum + at(reference, place).people + at(focal, place).people,
    0,
  );
  if (used.length === 0) {
    return refuse(
      'no-comparison',
      'no score has more than five people in each group who differ among themselves',
    );
  }
  const gaps = used.map((place) => {
    const [r, f] = [at(reference, place), at(focal, place)];
    const middle = (r.trueScore + f.trueScore) / 2;
    return {
      score: at(levels, place).score,
      weight: (r.people + f.people) / people,
      gap: shareAt(reference, place, middle) - shareAt(focal, place, middle),
      variance: r.variance / r.people + f.variance / f.people,
      reference: r.people,
      focal: f.people,
    };
  });
  return success(gaps);
}

const comparable = ({ people, variance }: Cell): boolean => people > MORE_THAN && variance > 0;

function cellsOf(
  levels: readonly ScoreLevel[],
  side: 'reference' | 'focal',
  reliability: number,
): readonly Cell[] {
  const counts = levels.map((level) =>
    side === 'reference'
      ? [level.referenceRight, level.referenceWrong]
      : [level.focalRight, level.focalWrong],
  );
  let [people, points] = [0, 0];
  levels.forEach(({ score }, place) => {
    const [right = 0, wrong = 0] = at(counts, place);
    people += right + wrong;
    points += (right + wrong) * score;
  });
  const mean = points / people;
  return levels.map(({ score }, place) => {
    const [right = 0, wrong = 0] = at(counts, place);
    const all = right + wrong;
    return {
      people: all,
      share: all === 0 ? 0 : right / all,
      variance: all < 2 ? 0 : (right * wrong) / (all * (all - 1)),
      trueScore: mean + reliability * (score - mean),
    };
  });
}

/**
 * The share of right answers moved along the slope between the neighboring scores to another true score. Where nobody of
 * the group has a neighboring score, the score itself stands in for it: taking the missing share as zero, as one
 * program does, tilts the slope without any reason in the data.
 */
function shareAt(cells: readonly Cell[], place: number, trueScore: number): number {
  const own = at(cells, place);
  const below = cells[place - 1];
  const above = cells[place + 1];
  const low = below !== undefined && below.people > 0 ? below : own;
  const high = above !== undefined && above.people > 0 ? above : own;
  const run = high.trueScore - low.trueScore;
  const slope = run === 0 ? 0 : (high.share - low.share) / run;
  return own.share + slope * (trueScore - own.trueScore);
}
