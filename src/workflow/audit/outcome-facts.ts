/**
 * The results of two groups side by side, as they may be shown: sizes, means, passing, and how far the gap goes beyond
 * chance. A gap in results is a fact about outcomes; it says nothing about any item.
 */
import { FOCAL, REFERENCE, type TwoGroups } from '../../fairness/groups/group.ts';
import { compareOutcomes, successTable } from '../../fairness/impact/compare-outcomes.ts';
import { impactVerdict, verdictWords } from '../../fairness/impact/verdict.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { highestTotal } from '../../psychometrics/responses/matrix.ts';
import { allFor, told, WITHHELD } from '../../reporting/technical-report/known.ts';
import type {
  Comparison,
  Flips,
  GroupSide,
  PurificationFacts,
} from '../../reporting/technical-report/report.ts';
import type { ChosenGroups } from './choose-groups.ts';
import { noFlips } from './flip-facts.ts';
import type { Exam } from './read-exam.ts';
import { couldBe, fewOf, inFives, roundedMean, type Shown } from './shown-groups.ts';

export interface ComparisonPlan {
  readonly cut: number | undefined;
  readonly minimumGroup: number;
}

const SHOWN_NUMBERS = ['people', 'mean', 'deviation', 'passing', 'passRate'] as const;
const OUTSIDE = ['notStated', 'elsewhere'] as const;
const GAP_NUMBERS = [
  'standardizedGap',
  'impactRatio',
  'impactRatioLow',
  'impactRatioHigh',
  'impactDifference',
  'impactP',
  'verdict',
] as const;

/** The groups' results alone, for a command that compares items by one method. */
export const resultsOnly = (
  exam: Exam,
  chosen: ChosenGroups,
  shown: Shown,
  plan: ComparisonPlan,
  because: string,
): Comparison =>
  shown.kind === 'withheld'
    ? withheld(chosen, shown.because)
    : outcomes(exam, chosen, shown, plan, noFlips(because), []);

interface Counted {
  readonly name: string;
  readonly people: number;
  readonly mean: number;
  readonly variance: number;
  readonly passing: number;
}

function counted(
  { totals }: Exam,
  groups: TwoGroups,
  side: typeof FOCAL | typeof REFERENCE,
  cut: number | undefined,
): Counted {
  let [people, sum, squares, passing] = [0, 0, 0, 0];
  for (let person = 0; person < totals.length; person += 1) {
    if (groups.member[person] === side) {
      const total = totals[person] ?? 0;
      people += 1;
      sum += total;
      squares += total * total;
      passing += cut !== undefined && total >= cut ? 1 : 0;
    }
  }
  return {
    name: side === FOCAL ? groups.focal : groups.reference,
    people,
    mean: sum / people,
    variance: people > 1 ? Math.max(0, people * squares - sum * sum) / (people * (people - 1)) : 0,
    passing,
  };
}

/** One group's numbers as they may be shown; `hidden` says why its passing count may not. */
const sideOf = (one: Counted, cut: number | undefined, hidden: string | undefined): GroupSide => ({
  name: one.name,
  people: one.people,
  mean: one.mean,
  deviation: one.people > 1 ? Math.sqrt(one.variance) : null,
  passing: cut === undefined || hidden !== undefined ? null : one.passing,
  passRate: cut === undefined || hidden !== undefined ? null : one.passing / one.people,
  reasons: hidden === undefined ? {} : allFor(['passing', 'passRate'], `${WITHHELD}: ${hidden}`),
});

/** Rounded where exact numbers would tell about the few who are in neither group, or about who passed among them. */
function asShown(
  exam: Exam,
  shown: Exclude<Shown, { readonly kind: 'withheld' }>,
  sides: readonly Counted[],
): readonly Counted[] {
  const points = highestTotal(exam.matrix);
  return shown.kind !== 'rounded'
    ? sides
    : sides.map((one) => ({
        ...one,
        people: inFives(one.people),
        mean: roundedMean(one.mean, one.people, points),
        variance: roundedMean(Math.sqrt(one.variance), one.people, points) ** 2,
        passing: inFives(one.passing),
      }));
}

export function outcomes(
  exam: Exam,
  { column, groups }: ChosenGroups,
  shown: Exclude<Shown, { readonly kind: 'withheld' }>,
  { cut, minimumGroup }: ComparisonPlan,
  flips: Flips,
  purification: readonly PurificationFacts[],
): Comparison {
  const exact = ([FOCAL, REFERENCE] as const).map((side) => counted(exam, groups, side, cut));
  const { hidden } = shown;
  const sides = asShown(exam, shown, exact);
  const [focal, reference] = [at(sides, 0), at(sides, 1)];
  const impact = impactOf(focal, reference, cut);
  const pooled = Math.sqrt(
    ((focal.people - 1) * focal.variance + (reference.people - 1) * reference.variance) /
      (focal.people + reference.people - 2),
  );
  const gap: Result<number> =
    pooled > 0
      ? success((focal.mean - reference.mean) / pooled)
      : refuse('undefined', 'within each group everybody has the same total');
  const isHidden = hidden[0] !== undefined || hidden[1] !== undefined;
  const numbers = isHidden ? impactWithheld(impact.numbers) : impact.numbers;
  const { values, reasons } = told({ standardizedGap: gap, ...numbers });
  const outside = outsideFacts(groups, shown.kind === 'rounded', minimumGroup);
  const noCut = cut === undefined ? allFor(['passing', 'passRate'], NO_CUT) : {};
  return {
    group: column,
    focal: sideOf(focal, cut, hidden[0]),
    reference: sideOf(reference, cut, hidden[1]),
    notStated: outside.notStated,
    elsewhere: outside.elsewhere,
    ...values,
    verdict: isHidden ? sameWhatever(focal, reference, cut) : impact.verdict,
    flips,
    purification,
    rounded: shown.kind === 'rounded' ? shown.because : null,
    reasons: { ...reasons, ...noCut, ...outside.reasons },
  };
}

/** How many stated no group, and how many another one; neither is told where one of them is a handful. */
function outsideFacts(
  { notStated, elsewhere }: TwoGroups,
  rounded: boolean,
  minimum: number,
): Pick<Comparison, 'notStated' | 'elsewhere' | 'reasons'> {
  const handful = [notStated, elsewhere].some((people) => people > 0 && people < minimum);
  if (!handful && !rounded) {
    return { notStated, elsewhere, reasons: {} };
  }
  const because = `${WITHHELD}: fewer than ${minimum} people stated no group, or another one`;
  return {
    notStated: null,
    elsewhere: null,
    reasons: allFor(['notStated', 'elsewhere'], because),
  };
}

type Impact = ReturnType<typeof impactOf>;

const impactWithheld = (numbers: Impact['numbers']): Impact['numbers'] => {
  const none = refuse('withheld', `${WITHHELD}: a count of one or two would follow from it`);
  return {
    ...numbers,
    impactRatio: none,
    impactRatioLow: none,
    impactRatioHigh: none,
    impactDifference: none,
    impactP: none,
  };
};

/** The verdict if it is the same whatever the counts that are not shown may be. */
function sameWhatever(focal: Counted, reference: Counted, cut: number | undefined): string | null {
  const possible = (one: Counted): readonly number[] =>
    fewOf(one.passing, one.people) ? couldBe(one.passing, one.people) : [one.passing];
  const verdicts = possible(focal).flatMap((passing) =>
    possible(reference).map(
      (other) => impactOf({ ...focal, passing }, { ...reference, passing: other }, cut).verdict,
    ),
  );
  const [first = null] = verdicts;
  return verdicts.every((one) => one === first) ? first : null;
}

const NO_CUT = 'no cut was given; give it with --cut';

function impactOf(focal: Counted, reference: Counted, cut: number | undefined) {
  const count = ({ name, passing, people }: Counted) => ({
    group: name,
    succeeded: passing,
    total: people,
  });
  const compared =
    cut === undefined ? refuse('no-cut', NO_CUT) : compareOutcomes(count(focal), count(reference));
  const ratio = compared.ok ? compared.value.successRatio : compared;
  const interval = ratio.ok ? ratio.value.interval : ratio;
  const verdict = compared.ok
    ? verdictWords(
        impactVerdict(successTable(count(focal), count(reference)), compared.value.fisherP, 1),
      )
    : null;
  const numbers: Record<
    'impactRatio' | 'impactRatioLow' | 'impactRatioHigh' | 'impactDifference' | 'impactP',
    Result<number>
  > = {
    impactRatio: ratio.ok ? success(ratio.value.value) : ratio,
    impactRatioLow: interval.ok ? success(interval.value.low) : interval,
    impactRatioHigh: interval.ok ? success(interval.value.high) : interval,
    impactDifference: compared.ok ? success(compared.value.difference.value) : compared,
    impactP: compared.ok ? success(compared.value.fisherP) : compared,
  };
  return { numbers, verdict };
}

/** Nothing about either group: neither its size nor its results. */
export function withheld({ column, groups }: ChosenGroups, because: string): Comparison {
  const side = (name: string): GroupSide => ({
    name,
    people: null,
    mean: null,
    deviation: null,
    passing: null,
    passRate: null,
    reasons: allFor(SHOWN_NUMBERS, because),
  });
  return {
    group: column,
    focal: side(groups.focal),
    reference: side(groups.reference),
    notStated: null,
    elsewhere: null,
    standardizedGap: null,
    impactRatio: null,
    impactRatioLow: null,
    impactRatioHigh: null,
    impactDifference: null,
    impactP: null,
    verdict: null,
    flips: noFlips(because),
    purification: [],
    rounded: null,
    reasons: allFor([...SHOWN_NUMBERS, ...OUTSIDE, ...GAP_NUMBERS], because),
  };
}
