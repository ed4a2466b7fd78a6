/**
 * Sanctions by the group of whoever was sanctioned, among like cases: breaches of the same group of provisions of the same
 * code. Compared at first instance, before any appeal. How they are let through: fairness/disclosure/published-sanctions.
 */
import { SANCTIONS, type SanctionKind, severityOf } from '../../casework/conduct/conduct-rules.ts';
import type { Published } from '../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../fairness/disclosure/published.ts';
import {
  type MeasuredSanctions,
  type OrderedComparison,
  protectSanctions,
} from '../../fairness/disclosure/published-sanctions.ts';
import { freemanHalton } from '../../fairness/ordered/freeman-halton.ts';
import {
  orderedVerdict,
  PARITY_CONFIDENCE,
  SMALLEST_FOR_ORDER,
} from '../../fairness/ordered/ordered-verdict.ts';
import { proportionalOddsWithin } from '../../fairness/ordered/proportional-odds-within.ts';
import { type LikeMembers, rankTestWithin } from '../../fairness/ordered/rank-test-within.ts';
import { type CivilDate, parseCivilDate } from '../../kernel/dates/civil-date.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import { provisionInForce } from '../../program/conduct/in-force.ts';
import { type Division, dayOf, groupOf } from './division.ts';
import type { MeasuredConduct } from './measured-conduct.ts';

/** How many were sanctioned how, mildest first, by group and kind of case. */
type Counts = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

/** `table` is that of findings of the same matters; `rows` are those of one program or of all. */
export function measureSanctions(
  table: Published<MeasuredOutcomes>,
  division: Division,
  rows: readonly MeasuredConduct[],
  before: CivilDate,
): Published<MeasuredSanctions> {
  const counts = countedBy(division, rows, before);
  return protectSanctions(table, {
    compare: (groups, reference) => comparisons(counts, groups, reference),
    exact: (groups) => {
      const found = freemanHalton(groups.map((group) => inClasses(counts.get(group))));
      return found.ok ? found.value : undefined;
    },
  });
}

function countedBy(
  division: Division,
  rows: readonly MeasuredConduct[],
  before: CivilDate,
): Counts {
  const counts = new Map<string, Map<string, number[]>>();
  for (const row of rows) {
    const { about, program, groups, concludedAt, sanction } = row;
    const on = concludedAt === undefined ? undefined : dayOf(program, concludedAt);
    if (about === 'person' && on !== undefined && on < before && sanction !== undefined) {
      const group = groupOf(division, groups, on);
      const own = counts.get(group) ?? new Map<string, number[]>();
      counts.set(group, own);
      const like = likeCase(row);
      const levels = own.get(like) ?? SANCTIONS.map(() => 0);
      own.set(like, levels);
      levels[severityOf(sanction)] = (levels[severityOf(sanction)] ?? 0) + 1;
    }
  }
  return counts;
}

/** Breaches of provisions of the same part and group of a code are like one another. */
export function likeCase({
  program,
  provisions,
}: Pick<MeasuredConduct, 'program' | 'provisions'>): string {
  const code = codeOf(program);
  const groups = provisions.map(({ number, on }) => {
    const day = parseCivilDate(on);
    const found =
      code === undefined || !day.ok ? undefined : provisionInForce(code, number, day.value);
    return found?.ok === true
      ? `${found.value.part.id} ${found.value.provision.group ?? ''}`
      : number;
  });
  return [program, ...new Set(groups.toSorted((a, b) => (a < b ? -1 : 1)))].join(' / ');
}

function comparisons(
  counts: Counts,
  groups: readonly string[],
  reference: string,
): ReadonlyMap<string, OrderedComparison> {
  const tested = groups.flatMap((group) => {
    const strata = strataOf(counts.get(group), counts.get(reference));
    const ranked = rankTestWithin(strata);
    const parity = rankTestWithin(strata, PARITY_CONFIDENCE);
    return ranked.ok && parity.ok
      ? [{ group, strata, ranked: ranked.value, parityEnds: parity.value }]
      : [];
  });
  const isJudged = ({ ranked }: (typeof tested)[number]): boolean =>
    Math.min(ranked.focalCompared, ranked.referenceCompared) >= SMALLEST_FOR_ORDER;
  const judged = tested.filter(isJudged);
  const raised = holm(judged.map(({ ranked }) => ranked.pValue));
  return new Map(
    tested.map((one) => {
      const { group, strata, ranked, parityEnds } = one;
      const odds = proportionalOddsWithin(strata);
      const verdict = orderedVerdict(
        { ...ranked, parityEnds },
        raised[judged.indexOf(one)] ?? 1,
        Math.max(1, judged.length),
      );
      return [
        group,
        {
          superiority: { value: ranked.superiority, low: ranked.low, high: ranked.high },
          odds: odds.ok
            ? { value: odds.value.oddsRatio, low: odds.value.low, high: odds.value.high }
            : undefined,
          verdict,
        },
      ];
    }),
  );
}

const NOBODY = SANCTIONS.map(() => 0);
type OfGroup = ReadonlyMap<string, readonly number[]>;
const NO_CASES: OfGroup = new Map();

const strataOf = (
  focal: OfGroup = NO_CASES,
  reference: OfGroup = NO_CASES,
): readonly LikeMembers[] =>
  [...new Set([...focal.keys(), ...reference.keys()])].map((like) => ({
    focal: focal.get(like) ?? NOBODY,
    reference: reference.get(like) ?? NOBODY,
  }));

/** Reprimands, probation, and the credential taken for a time or for good: few enough classes to count every table. */
const CLASSES: readonly (readonly SanctionKind[])[] = [
  ['private-reprimand', 'public-reprimand'],
  ['probation'],
  ['suspension', 'revocation'],
];
const inClasses = (own: OfGroup = NO_CASES): readonly number[] =>
  CLASSES.map((kinds) =>
    [...own.values()].reduce(
      (sum, levels) => kinds.reduce((more, kind) => more + (levels[severityOf(kind)] ?? 0), sum),
      0,
    ),
  );
