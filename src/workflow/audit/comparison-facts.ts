/**
 * Two groups in a report: their results side by side, the items compared by every method of an audit, and what the flagged
 * items did to results at the cut. A group smaller than the smallest that may be shown is withheld, and its partner with
 * it, because one follows from the other and the whole.
 */
import type { ComparedItem } from '../../fairness/dif/compare-items.ts';
import { comparePurified, prepareAnswers } from '../../fairness/dif/compare-items.ts';
import { resultChanges } from '../../fairness/dif/result-changes.ts';
import { TWO_GROUP_METHODS, twoGroupMethod } from '../../fairness/dif/two-group-methods.ts';
import { FOCAL, NEITHER, REFERENCE, type TwoGroups } from '../../fairness/groups/group.ts';
import { compareOutcomes, successTable } from '../../fairness/impact/compare-outcomes.ts';
import { impactVerdict, verdictWords } from '../../fairness/impact/verdict.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { pointsOf } from '../../psychometrics/responses/codes.ts';
import { highestOf, highestTotal, rightOrWrong } from '../../psychometrics/responses/matrix.ts';
import { allFor, told, withheldBecause } from '../../reporting/technical-report/known.ts';
import type {
  Comparison,
  DifRow,
  Flips,
  GroupSide,
  PurificationFacts,
} from '../../reporting/technical-report/report.ts';
import type { ChosenGroups } from './choose-groups.ts';
import { type DifContext, difRows } from './dif-rows.ts';
import type { Exam } from './read-exam.ts';

/** What an audit runs; the others are there on request. */
const AUDITED = ['mantel-haenszel', 'standardization', 'logistic', 'breslow-day', 'sibtest'];

export interface ComparisonFacts {
  readonly comparison: Comparison;
  readonly dif: readonly DifRow[];
  /** Why the items could not be compared at all. */
  readonly noDif: string | undefined;
}

export interface ComparisonPlan {
  readonly cut: number | undefined;
  readonly minimumGroup: number;
}

const SHOWN_NUMBERS = ['people', 'mean', 'deviation', 'passing', 'passRate'] as const;
const GAP_NUMBERS = [
  'standardizedGap',
  'impactRatio',
  'impactRatioLow',
  'impactRatioHigh',
  'impactDifference',
  'impactP',
  'verdict',
] as const;

export const NOT_RIGHT_OR_WRONG =
  'an item gives more than one point; this method is for right-or-wrong items';

export function comparisonFacts(
  exam: Exam,
  chosen: ChosenGroups,
  plan: ComparisonPlan,
): ComparisonFacts {
  const { groups, column } = chosen;
  if (isSmall(groups, plan)) {
    return { comparison: withheld(chosen, plan.minimumGroup), dif: [], noDif: undefined };
  }
  if (!rightOrWrong(exam.matrix)) {
    const comparison = outcomes(exam, chosen, plan, noFlips(NOT_RIGHT_OR_WRONG), []);
    return { comparison, dif: [], noDif: NOT_RIGHT_OR_WRONG };
  }
  const context: DifContext = {
    column,
    groups,
    prepared: prepareAnswers(exam.matrix, groups),
    itemNames: exam.matrix.items.map(({ name }) => name),
  };
  const looked = TWO_GROUP_METHODS.filter(({ id }) => AUDITED.includes(id)).map((method) => ({
    id: method.id,
    ...difRows(method, context),
  }));
  const compared = new Map(looked.map((one) => [one.id, one.compared]));
  const purified = purifiedBy('mantel-haenszel', context);
  const flagged = flaggedItems(purified, compared);
  return {
    comparison: outcomes(
      exam,
      chosen,
      plan,
      flipsOf(exam, groups, plan.cut, flagged),
      purified === undefined ? [] : [purified],
    ),
    dif: looked.flatMap(({ rows }) => rows),
    noDif: undefined,
  };
}

/** The groups' results alone, for a command that compares items by one method. */
export const resultsOnly = (
  exam: Exam,
  chosen: ChosenGroups,
  plan: ComparisonPlan,
  because: string,
): Comparison =>
  isSmall(chosen.groups, plan)
    ? withheld(chosen, plan.minimumGroup)
    : outcomes(exam, chosen, plan, noFlips(because), []);

/** Whether either group is too small to be shown; then its partner is withheld with it. */
export const isSmall = (
  { focalPeople, referencePeople }: TwoGroups,
  { minimumGroup }: ComparisonPlan,
): boolean => Math.min(focalPeople, referencePeople) < minimumGroup;

function purifiedBy(id: string, context: DifContext): PurificationFacts | undefined {
  const method = twoGroupMethod(id);
  if (method === undefined) {
    return undefined;
  }
  const { end, rounds, because, flaggedSets } = comparePurified(method, context.prepared);
  const names = (set: readonly number[]): readonly string[] =>
    set.map((place) => at(context.itemNames, place));
  return { method: id, end, rounds, because, flaggedSets: flaggedSets.map(names) };
}

/** The purified set where it came to rest; otherwise what Mantel-Haenszel and SIBTEST both flag at first look. */
function flaggedItems(
  purified: PurificationFacts | undefined,
  compared: ReadonlyMap<string, readonly ComparedItem[]>,
): readonly number[] | readonly string[] {
  if (purified?.end === 'settled') {
    return purified.flaggedSets[0] ?? [];
  }
  const [one = [], other = []] = ['mantel-haenszel', 'sibtest'].map((id) => compared.get(id));
  return one.flatMap((item, place) =>
    item.flagged && other[place]?.flagged === true ? [place] : [],
  );
}

const FLIP_NUMBERS = ['cut', 'focalGain', 'focalLose', 'referenceGain', 'referenceLose'] as const;

const noFlips = (because: string, items: readonly string[] = []): Flips => ({
  items,
  cut: null,
  focalGain: null,
  focalLose: null,
  referenceGain: null,
  referenceLose: null,
  reasons: allFor(FLIP_NUMBERS, because),
});

/** Who would change result at the cut if the flagged items had not counted, when as many people pass as before. */
function flipsOf(
  { matrix, totals }: Exam,
  groups: TwoGroups,
  cut: number | undefined,
  flagged: readonly (number | string)[],
): Flips {
  const places = flagged
    .map((one) =>
      typeof one === 'number' ? one : matrix.items.findIndex(({ name }) => name === one),
    )
    .filter((place) => place >= 0 && matrix.items[place]?.pilot === false);
  const names = places.map((place) => at(matrix.items, place).name);
  if (cut === undefined) {
    return noFlips('no cut was given; give it with --cut', names);
  }
  if (places.length === 0) {
    return noFlips('no scored item is flagged', names);
  }
  const width = matrix.items.length;
  const lost = places.reduce((sum, place) => sum + highestOf(at(matrix.items, place)), 0);
  const without = totals.map((total, person) =>
    places.reduce(
      (left, place) => left - pointsOf(matrix.codes[person * width + place] ?? 0),
      total,
    ),
  );
  const changes = resultChanges(
    {
      withAll: totals,
      withoutFlagged: without,
      points: highestTotal(matrix),
      pointsLeft: highestTotal(matrix) - lost,
      cut,
      member: Int8Array.from(groups.member, (side) => (side === NEITHER ? -1 : side)),
      groups: 2,
    },
    'same-share-passes',
  );
  if (!changes.ok) {
    return noFlips(changes.refusal.because, names);
  }
  const focal = at(changes.value.groups, FOCAL);
  const reference = at(changes.value.groups, REFERENCE);
  return {
    items: names,
    cut: changes.value.cut,
    focalGain: focal.wouldPass,
    focalLose: focal.wouldFail,
    referenceGain: reference.wouldPass,
    referenceLose: reference.wouldFail,
    reasons: {},
  };
}

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

const sideOf = (one: Counted, cut: number | undefined): GroupSide => ({
  name: one.name,
  people: one.people,
  mean: one.mean,
  deviation: one.people > 1 ? Math.sqrt(one.variance) : null,
  passing: cut === undefined ? null : one.passing,
  passRate: cut === undefined ? null : one.passing / one.people,
});

function outcomes(
  exam: Exam,
  { column, groups }: ChosenGroups,
  { cut }: ComparisonPlan,
  flips: Flips,
  purification: readonly PurificationFacts[],
): Comparison {
  const focal = counted(exam, groups, FOCAL, cut);
  const reference = counted(exam, groups, REFERENCE, cut);
  const impact = impactOf(focal, reference, cut);
  const pooled = Math.sqrt(
    ((focal.people - 1) * focal.variance + (reference.people - 1) * reference.variance) /
      (focal.people + reference.people - 2),
  );
  const gap: Result<number> =
    pooled > 0
      ? success((focal.mean - reference.mean) / pooled)
      : refuse('undefined', 'within each group everybody has the same total');
  const { values, reasons } = told({ standardizedGap: gap, ...impact.numbers });
  const noCut = cut === undefined ? allFor(['passing', 'passRate'], NO_CUT) : {};
  return {
    group: column,
    focal: sideOf(focal, cut),
    reference: sideOf(reference, cut),
    notStated: groups.notStated,
    elsewhere: groups.elsewhere,
    ...values,
    verdict: impact.verdict,
    flips,
    purification,
    reasons: { ...reasons, ...noCut },
  };
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
function withheld({ column, groups }: ChosenGroups, minimum: number): Comparison {
  const because = withheldBecause(minimum);
  const side = (name: string): GroupSide => ({
    name,
    people: null,
    mean: null,
    deviation: null,
    passing: null,
    passRate: null,
  });
  return {
    group: column,
    focal: side(groups.focal),
    reference: side(groups.reference),
    notStated: groups.notStated,
    elsewhere: groups.elsewhere,
    standardizedGap: null,
    impactRatio: null,
    impactRatioLow: null,
    impactRatioHigh: null,
    impactDifference: null,
    impactP: null,
    verdict: null,
    flips: noFlips(because),
    purification: [],
    reasons: allFor([...SHOWN_NUMBERS, ...GAP_NUMBERS], because),
  };
}
