/**
 * A gap in sanctions split in two: how much comes from who is complained about, and how much from what happens then? The
 * focal group is given the reference group's complaints, level by level, and the other way round:
 *
 *     gap = sum (share_f - share_r) p_f  +  sum share_r (p_f - p_r)      complaints, then outcomes at the reference's complaints
 *
 * The split depends on whose complaints are the standard, so both ways are given. Explained is not excused: complaints come
 * from people too. Assumes that levels of complaint mean the same in both groups.
 * Sources: Kitagawa (1955); Oaxaca (1973); the form of Farkas (2019) for the State Bar of California. Errors: delta method,
 * complaints multinomial, outcomes binomial.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';

/** Members with this many complaints (or of this kind), and those of them who were sanctioned. */
export interface ComplaintLevel {
  readonly level: string;
  readonly members: number;
  readonly sanctioned: number;
}

export interface GapPart {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface GapSplit {
  /** What the focal group's rate would be with the standard group's complaints (or the reverse). */
  readonly standardized: number;
  readonly complaints: GapPart;
  readonly outcomes: GapPart;
}

export interface ComplaintsAndOutcomes {
  readonly focalRate: number;
  readonly referenceRate: number;
  readonly gap: number;
  readonly atReferenceComplaints: GapSplit;
  readonly atFocalComplaints: GapSplit;
}

/**
 * Both groups list the same levels in the same order. Refused where the levels differ, a group holds nobody, more were
 * sanctioned than there are members, or a level holds members of one group only, so that nothing can be standardized there.
 */
export function complaintsAndOutcomes(
  focal: readonly ComplaintLevel[],
  reference: readonly ComplaintLevel[],
  confidence = 0.95,
): Result<ComplaintsAndOutcomes, 'bad-levels' | 'nobody' | 'one-sided-level'> {
  const both = [...focal, ...reference];
  if (
    focal.length !== reference.length ||
    focal.some(({ level }, place) => level !== at(reference, place).level) ||
    both.some(({ members, sanctioned }) => !(sanctioned >= 0 && sanctioned <= members))
  ) {
    return refuse(
      'bad-levels',
      'the two groups list different levels, or more sanctions than members',
    );
  }
  if (membersOf(focal) === 0 || membersOf(reference) === 0) {
    return refuse('nobody', 'one of the groups holds nobody');
  }
  const lone = focal.find(
    ({ members }, place) => (members === 0) !== (at(reference, place).members === 0),
  );
  if (lone !== undefined) {
    return refuse(
      'one-sided-level',
      `only one group has members at the level "${lone.level}": join it with another level`,
    );
  }
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const focalRate = rateOf(focal);
  const referenceRate = rateOf(reference);
  const there = split(focal, reference, z);
  const back = split(reference, focal, z);
  return success({
    focalRate,
    referenceRate,
    gap: focalRate - referenceRate,
    atReferenceComplaints: there,
    atFocalComplaints: {
      standardized: back.standardized,
      complaints: turned(back.complaints),
      outcomes: turned(back.outcomes),
    },
  });
}

/** The same split where only rates were published: the gap less what is left once complaints are alike. */
export const splitOfRates = (
  focalRate: number,
  referenceRate: number,
  focalRateAtReferenceComplaints: number,
): { readonly complaints: number; readonly outcomes: number } => ({
  complaints: focalRate - focalRateAtReferenceComplaints,
  outcomes: focalRateAtReferenceComplaints - referenceRate,
});

/** The first group less the second, at the second's complaints. */
function split(
  first: readonly ComplaintLevel[],
  second: readonly ComplaintLevel[],
  z: number,
): GapSplit {
  const [n1, n2] = [membersOf(first), membersOf(second)];
  let [standardized, square1, square2] = [0, 0, 0];
  let [complaintsVariance, outcomesVariance] = [0, 0];
  first.forEach((one, place) => {
    const other = at(second, place);
    if (one.members > 0) {
      const [p1, p2] = [one.sanctioned / one.members, other.sanctioned / other.members];
      const [s1, s2] = [one.members / n1, other.members / n2];
      const [v1, v2] = [(p1 * (1 - p1)) / one.members, (p2 * (1 - p2)) / other.members];
      standardized += s2 * p1;
      square1 += s1 * p1 * p1;
      square2 += s2 * p1 * p1;
      complaintsVariance += (s1 - s2) ** 2 * v1;
      outcomesVariance += s2 * s2 * (v1 + v2);
    }
  });
  complaintsVariance += (square1 - rateOf(first) ** 2) / n1 + (square2 - standardized ** 2) / n2;
  return {
    standardized,
    complaints: part(rateOf(first) - standardized, complaintsVariance, z),
    outcomes: part(standardized - rateOf(second), outcomesVariance, z),
  };
}

function part(value: number, variance: number, z: number): GapPart {
  const reach = z * Math.sqrt(Math.max(0, variance));
  return { value, low: value - reach, high: value + reach };
}

const turned = ({ value, low, high }: GapPart): GapPart => ({
  value: -value,
  low: -high,
  high: -low,
});

const membersOf = (levels: readonly ComplaintLevel[]): number =>
  levels.reduce((sum, { members }) => sum + members, 0);
const rateOf = (levels: readonly ComplaintLevel[]): number =>
  levels.reduce((sum, { sanctioned }) => sum + sanctioned, 0) / membersOf(levels);
