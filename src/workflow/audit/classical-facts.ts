/** The classical part of a report: items, the total, its reliability, and the quality of the decision at the cut. */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { conditionalErrors } from '../../psychometrics/classical/conditional-error.ts';
import {
  type ItemStatistics,
  itemStatistics,
} from '../../psychometrics/classical/item-statistics.ts';
import { type Reliability, reliability } from '../../psychometrics/classical/reliability.ts';
import { speededness } from '../../psychometrics/classical/speededness.ts';
import {
  type DomainReliability,
  stratifiedAlpha,
} from '../../psychometrics/classical/stratified-alpha.ts';
import {
  type Decisions,
  hansonBrennan,
  livingstonLewis,
} from '../../psychometrics/decision-quality/decision-quality.ts';
import { subkoviak } from '../../psychometrics/decision-quality/subkoviak.ts';
import {
  highestOf,
  highestTotal,
  type Item,
  placesOf,
} from '../../psychometrics/responses/matrix.ts';
import { told } from '../../reporting/technical-report/known.ts';
import type {
  DecisionQuality,
  DomainFacts,
  Flag,
  FormBlock,
  ItemFacts,
  ReliabilityFacts,
  SpeedFacts,
  Totals,
} from '../../reporting/technical-report/report.ts';
import type { Exam } from './read-exam.ts';

export interface ClassicalFacts {
  readonly speed: SpeedFacts;
  readonly form: FormBlock;
  readonly scores: Totals;
  readonly reliability: ReliabilityFacts;
  readonly decision: readonly DecisionQuality[];
  readonly items: readonly ItemFacts[];
}

const WEAK = 0.1;
const VERY_EASY = 0.97;
const VERY_HARD = 0.1;

type Maybe = Result<number>;

export function classicalFacts(exam: Exam, cut: number | undefined): ClassicalFacts {
  const { matrix, totals } = exam;
  const whole = reliability(matrix, totals);
  const statistics = itemStatistics(matrix, totals);
  const decision = decisionFacts(exam, whole, cut);
  return {
    form: formBlock(exam, whole, cut, decision),
    scores: totalsOf(exam, whole),
    reliability: reliabilityFacts(exam, whole),
    speed: speedFacts(exam),
    decision,
    items: itemFacts(statistics, whole),
  };
}

const part = <Value>(result: Result<Value>, of: (value: Value) => Maybe): Maybe =>
  result.ok ? of(result.value) : result;
const number = <Value>(result: Result<Value>, of: (value: Value) => number): Maybe =>
  part(result, (value) => success(of(value)));
const orReason = (value: number | undefined, because: string): Maybe =>
  value === undefined ? refuse('undefined', because) : success(value);
const NOT_BINARY = 'an item gives more than one point; the formula is for right-or-wrong items';

function reliabilityFacts(exam: Exam, whole: Result<Reliability>): ReliabilityFacts {
  const { matrix, domains } = exam;
  const strata =
    domains.length === 0
      ? refuse('undefined', 'the key names no domains')
      : stratifiedAlpha(matrix, domains);
  const errors = whole.ok ? conditionalErrors(matrix, whole.value) : whole;
  const { values, reasons } = told({
    alpha: number(whole, ({ alpha }) => alpha),
    alphaLow: number(whole, ({ alphaInterval }) => alphaInterval.low),
    alphaHigh: number(whole, ({ alphaInterval }) => alphaInterval.high),
    kr20: part(whole, ({ kr20 }) => orReason(kr20, NOT_BINARY)),
    kr21: part(whole, ({ kr21 }) => orReason(kr21, NOT_BINARY)),
    lambda2: number(whole, ({ lambda2 }) => lambda2),
    splitHalf: part(whole, ({ splitHalf }) => number(splitHalf, (halves) => halves.spearmanBrown)),
    sem: number(whole, ({ standardError }) => standardError),
    stratifiedAlpha: number(strata, ({ alpha }) => alpha),
  });
  return {
    domains: strata.ok ? strata.value.domains.map(domainFacts) : [],
    conditional: errors.ok ? errors.value : [],
    ...values,
    confidence: whole.ok ? whole.value.confidence : 0.95,
    reasons,
  };
}

function domainFacts(domain: DomainReliability): DomainFacts {
  const { values, reasons } = told({ alpha: domain.alpha, sem: domain.standardError });
  const { name, items, mean, deviation } = domain;
  return { name, items, mean, deviation, ...values, reasons };
}

function speedFacts({ matrix, totals }: Exam): SpeedFacts {
  const found = speededness(matrix, totals);
  const { values, reasons } = told({
    finished: number(found, ({ finished }) => finished),
    reachedThreeQuarters: number(found, ({ reachedThreeQuarters }) => reachedThreeQuarters),
    meanNotReached: number(found, ({ meanNotReached }) => meanNotReached),
    varianceRatio: part(found, ({ varianceRatio }) => varianceRatio),
  });
  return { ...values, unspeeded: found.ok ? found.value.unspeeded : null, reasons };
}

function totalsOf({ matrix, totals }: Exam, whole: Result<Reliability>): Totals {
  const counts = new Map<number, number>();
  let [sum, squares, lowest, highest] = [0, 0, Number.POSITIVE_INFINITY, 0];
  for (const total of totals) {
    counts.set(total, (counts.get(total) ?? 0) + 1);
    sum += total;
    squares += total * total;
    lowest = Math.min(lowest, total);
    highest = Math.max(highest, total);
  }
  const people = totals.length;
  const { values, reasons } = told({
    mean: success(sum / people),
    deviation: success(
      Math.sqrt(Math.max(0, people * squares - sum * sum) / (people * (people - 1))),
    ),
    median: whole.ok ? success(whole.value.totals.median) : success(medianOf(totals)),
    lowest: success(lowest),
    highest: success(highest),
  });
  return {
    ...values,
    highestPossible: highestTotal(matrix),
    distribution: Array.from({ length: highest - lowest + 1 }, (_, step) => ({
      score: lowest + step,
      people: counts.get(lowest + step) ?? 0,
    })),
    reasons,
  };
}

function medianOf(totals: Int32Array): number {
  const sorted = totals.slice().sort();
  return (
    (at(sorted, Math.floor(sorted.length / 2)) + at(sorted, Math.ceil(sorted.length / 2) - 1)) / 2
  );
}

const NO_CUT = 'no cut was given; give it with --cut';

function decisionFacts(
  { matrix, totals }: Exam,
  whole: Result<Reliability>,
  cut: number | undefined,
): readonly DecisionQuality[] {
  if (cut === undefined || !whole.ok) {
    return [];
  }
  const decisions: Decisions = {
    totals,
    items: placesOf(matrix, false).length,
    highest: highestTotal(matrix),
    reliability: whole.value.alpha,
    cut,
  };
  const full = (['Livingston-Lewis', 'Hanson-Brennan'] as const).map((method) => {
    const found =
      method === 'Livingston-Lewis' ? livingstonLewis(decisions) : hansonBrennan(decisions);
    const { values, reasons } = told({
      accuracy: number(found, ({ accuracy }) => accuracy),
      consistency: number(found, ({ consistency }) => consistency),
      kappa: part(found, ({ kappa }) => kappa),
      falsePasses: number(found, ({ falsePass }) => falsePass),
      falseFails: number(found, ({ falseFail }) => falseFail),
    });
    return { method, ...values, reasons };
  });
  const found = subkoviak(decisions);
  const none: Maybe = refuse('undefined', 'Subkoviak’s method says nothing about true scores');
  const { values, reasons } = told({
    accuracy: none,
    consistency: number(found, ({ consistency }) => consistency),
    kappa: part(found, ({ kappa }) => kappa),
    falsePasses: none,
    falseFails: none,
  });
  return [...full, { method: 'Subkoviak', ...values, reasons }];
}

function formBlock(
  exam: Exam,
  whole: Result<Reliability>,
  cut: number | undefined,
  decision: readonly DecisionQuality[],
): FormBlock {
  const { totals, matrix } = exam;
  const scores = totalsOf(exam, whole);
  const passing =
    cut === undefined ? undefined : totals.reduce((sum, total) => sum + (total >= cut ? 1 : 0), 0);
  const errors = part(whole, (known) => {
    const found = conditionalErrors(matrix, known);
    const here = found.ok && cut !== undefined ? found.value[Math.round(cut)] : undefined;
    return found.ok ? orReason(here?.lord, NO_CUT) : found;
  });
  const keats = part(whole, (known) => {
    const found = conditionalErrors(matrix, known);
    const here = found.ok && cut !== undefined ? found.value[Math.round(cut)] : undefined;
    return found.ok ? orReason(here?.keats, NO_CUT) : found;
  });
  const [first] = decision;
  const fromDecision = (value: number | null | undefined, name: string): Maybe =>
    orReason(
      value ?? undefined,
      cut === undefined ? NO_CUT : (first?.reasons[name] ?? reasonOf(whole)),
    );
  const { values, reasons } = told({
    cut: orReason(cut, NO_CUT),
    passing: orReason(passing, NO_CUT),
    passRate: orReason(passing === undefined ? undefined : passing / totals.length, NO_CUT),
    mean: orReason(scores.mean ?? undefined, ''),
    deviation: orReason(scores.deviation ?? undefined, ''),
    reliability: number(whole, ({ alpha }) => alpha),
    sem: number(whole, ({ standardError }) => standardError),
    semAtCut: errors,
    semAtCutKeats: keats,
    decisionConsistency: fromDecision(first?.consistency, 'consistency'),
    decisionAccuracy: fromDecision(first?.accuracy, 'accuracy'),
  });
  return { people: totals.length, ...values, reasons };
}

const reasonOf = (result: Result<unknown>): string =>
  result.ok ? 'it is not defined' : result.refusal.because;

function itemFacts(
  statistics: readonly ItemStatistics[],
  whole: Result<Reliability>,
): readonly ItemFacts[] {
  let scored = 0;
  return statistics.map((item) => {
    const place = scored;
    scored += item.item.pilot ? 0 : 1;
    const deleted: Maybe = item.item.pilot
      ? refuse('undefined', 'a pilot item is not part of the total')
      : part(whole, ({ alphaIfDeleted }) => at(alphaIfDeleted, place));
    const { values, reasons } = told({
      difficulty: item.difficulty,
      discrimination: item.itemRest,
      pointBiserial: item.pointBiserial,
      biserial: item.biserial,
      discriminationIndex: item.discrimination,
      alphaIfDeleted: deleted,
    });
    return {
      id: item.item.name,
      pilot: item.item.pilot,
      people: item.answering,
      omitted: item.omitted,
      notReached: item.notReached,
      notAdministered: item.notAdministered,
      invalid: item.invalid,
      ...values,
      flags: flagsOf(item.item, values, reasons['discrimination']),
      reasons,
    };
  });
}

/** Where an item needs a person's eye. A negative discrimination is never turned round: it is a likely error of the key. */
function flagsOf(
  item: Item,
  { difficulty, discrimination }: Pick<ItemFacts, 'difficulty' | 'discrimination'>,
  noDiscrimination: string | undefined,
): readonly Flag[] {
  const flags: Flag[] = [];
  const earned = highestOf(item) > 1 ? 'earns its points' : 'has it right';
  if (discrimination === null && noDiscrimination !== undefined) {
    flags.push({ kind: 'everybody-alike', because: noDiscrimination });
  } else if (discrimination !== null && discrimination < 0) {
    flags.push({
      kind: 'check-key',
      because: `check the key: the able miss it (discrimination ${discrimination.toFixed(3)})`,
    });
  } else if (discrimination !== null && discrimination < WEAK) {
    flags.push({
      kind: 'weak',
      because: `it hardly tells the able from the others (discrimination ${discrimination.toFixed(3)})`,
    });
  }
  if (difficulty !== null && difficulty >= VERY_EASY && difficulty < 1) {
    flags.push({
      kind: 'too-easy',
      because: `nearly everybody ${earned} (${difficulty.toFixed(3)})`,
    });
  }
  if (difficulty !== null && difficulty <= VERY_HARD && difficulty > 0) {
    flags.push({
      kind: 'too-hard',
      because: `hardly anybody ${earned} (${difficulty.toFixed(3)})`,
    });
  }
  return flags;
}
