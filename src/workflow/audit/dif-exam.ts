/** Every item compared between groups by one method: the engine of the audit alone, and those an audit does not run. */

import { modelMethod } from '../../fairness/dif/catalog.ts';
import { prepareAnswers } from '../../fairness/dif/compare-items.ts';
import { twoGroupMethod } from '../../fairness/dif/two-group-methods.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { DifResult } from '../../reporting/technical-report/dif-result.ts';
import { DIF_METHODS, type DifMethod } from '../../reporting/technical-report/method-names.ts';
import type { DifRow, PurificationFacts } from '../../reporting/technical-report/report.ts';
import { type ChosenGroups, chosenForAll, type GroupRequest, labelsOf } from './choose-groups.ts';
import { distractorRows, severalGroupRows } from './dif-by-answers.ts';
import { difByModels } from './dif-by-models.ts';
import { covariateFacts, measuredBy, numberRows } from './dif-by-number.ts';
import { firstWithPoints, isPointMethod, pointRows } from './dif-by-points.ts';
import { type DifContext, difRows } from './dif-rows.ts';
import { bayesRows, deltaRows } from './dif-whole-form.ts';
import { anchorsOf, type Matching, matchedOn, purifiedAnswers } from './matching-items.ts';
import { resultsOnly } from './outcome-facts.ts';
import { type Exam, type ExamPlan, type Incoming, readExam } from './read-exam.ts';
import { type Shown, shownComparisons } from './shown-groups.ts';
import { shownRows } from './shown-rows.ts';

export interface DifPlan extends ExamPlan, Matching {
  /** Undefined: Mantel-Haenszel, or Mantel where an item gives more than one point. */
  readonly method: DifMethod | undefined;
  readonly covariates: readonly string[];
  readonly groups: readonly GroupRequest[];
  readonly cut: number | undefined;
  readonly minimumGroup: number;
}

export async function difExam(incoming: Incoming, plan: DifPlan): Promise<Result<DifResult>> {
  const read = await readExam(incoming, plan);
  if (!read.ok) {
    return read;
  }
  const exam = read.value;
  const method =
    plan.method ?? (firstWithPoints(exam) === undefined ? 'mantel-haenszel' : 'mantel');
  const result: Writing = { comparisons: [], covariates: [], dif: [], assumed: [], reasons: {} };
  result.assumed.push(...exam.read.assumed);
  if (plan.method === undefined && method === 'mantel') {
    result.assumed.push(
      `Item "${firstWithPoints(exam)}" gives more than one point, so Mantel’s test is used. Name another method with --method.`,
    );
  }
  const anchors = anchorsFor(method, exam, plan);
  if (!anchors.ok) {
    return anchors;
  }
  const chosen = chosenForAll(exam, plan.groups);
  if (!chosen.ok) {
    return chosen;
  }
  for (const column of plan.covariates) {
    const measured = measuredBy(exam, column);
    if (!measured.ok) {
      return measured;
    }
    result.covariates.push(covariateFacts(exam, measured.value, plan.minimumGroup));
    result.dif.push(...numberRows(exam, measured.value));
  }
  const shown = shownComparisons(exam, chosen.value, plan);
  chosen.value.forEach((groups, place) => {
    const run = { method, exam, anchors: anchors.value, plan };
    compareBy(run, groups, at(shown, place), result);
  });
  return success({
    schema: 'evenhand.dif.1',
    file: plan.file,
    method: plan.groups.length === 0 ? 'continuous' : method,
    anchors: (anchors.value ?? []).map((place) => at(exam.matrix.items, place).name),
    ...result,
  });
}

interface Writing {
  readonly comparisons: DifResult['comparisons'][number][];
  readonly covariates: DifResult['covariates'][number][];
  readonly dif: DifRow[];
  readonly assumed: string[];
  readonly reasons: Record<string, string>;
}

/** What is the same for every comparison of one run. */
interface Run {
  readonly method: DifMethod;
  readonly exam: Exam;
  readonly anchors: readonly number[] | undefined;
  readonly plan: DifPlan;
}

/** The named anchors, refused for a method that matches on no score of its own choosing. */
function anchorsFor(
  method: DifMethod,
  exam: Exam,
  plan: DifPlan,
): Result<readonly number[] | undefined> {
  if (plan.anchors === undefined && !plan.purify) {
    return success(undefined);
  }
  if (plan.groups.length === 0 || !canMatch(method)) {
    const methods = DIF_METHODS.filter(canMatch).join(', ');
    return refuse('bad-command', `--anchors and --purify are for the methods ${methods}.`);
  }
  return anchorsOf(exam.matrix, plan);
}

const canMatch = (method: DifMethod): boolean =>
  twoGroupMethod(method) !== undefined || modelMethod(method) !== undefined;

interface Compared {
  readonly rows: readonly DifRow[];
  readonly purification: readonly PurificationFacts[];
}

function compareBy(run: Run, chosen: ChosenGroups, shown: Shown, result: Writing): void {
  const { method, exam, plan } = run;
  if (chosen.assumed !== undefined) {
    result.assumed.push(chosen.assumed);
  }
  const because = 'the command compares items; see the audit';
  const comparison = resultsOnly(exam, chosen, shown, plan, because);
  const points = firstWithPoints(exam);
  if (shown.kind === 'withheld') {
    result.reasons['dif'] = shown.because;
    result.comparisons.push(comparison);
  } else if (points !== undefined && !isPointMethod(method) && method !== 'distractor') {
    result.reasons['dif'] =
      `item "${points}" gives more than one point, and ${method} is for right-or-wrong items; use --method mantel or ordinal-logistic`;
    result.comparisons.push(comparison);
  } else {
    const { rows, purification } = rowsBy(run, chosen);
    result.comparisons.push({ ...comparison, purification });
    result.dif.push(...shownRows(rows, chosen.groups, shown));
  }
}

function rowsBy(run: Run, chosen: ChosenGroups): Compared {
  const { method, exam, anchors, plan } = run;
  const labels = labelsOf(exam.read, chosen.column, exam.people);
  const only = (rows: readonly DifRow[]): Compared => ({ rows, purification: [] });
  switch (method) {
    case 'mantel':
    case 'ordinal-logistic':
      return only(pointRows(method, exam, chosen));
    case 'empirical-bayes':
      return only(bayesRows(contextOf(run, chosen)));
    case 'delta-plot':
      return only(deltaRows(contextOf(run, chosen)));
    case 'lord':
    case 'raju':
    case 'likelihood-ratio':
      return difByModels(method, exam, chosen, { anchors, purify: plan.purify });
    case 'generalized-mantel-haenszel':
    case 'generalized-logistic':
      return only(severalGroupRows(method, exam, labels, chosen));
    case 'distractor':
      return only(distractorRows(exam, chosen));
    default:
      return byAnswers(run, chosen);
  }
}

function contextOf({ exam, anchors }: Run, { column, groups }: ChosenGroups): DifContext {
  return {
    column,
    groups,
    prepared: matchedOn(prepareAnswers(exam.matrix, groups), anchors),
    itemNames: exam.matrix.items.map(({ name }) => name),
  };
}

/** By right and wrong answers at the same score, which may be purified. */
function byAnswers(run: Run, chosen: ChosenGroups): Compared {
  const found = twoGroupMethod(run.method);
  if (found === undefined) {
    return { rows: [], purification: [] };
  }
  const context = contextOf(run, chosen);
  const purified = run.plan.purify
    ? purifiedAnswers(found, context.prepared, context.itemNames)
    : { prepared: context.prepared, purification: undefined };
  return {
    rows: difRows(found, { ...context, prepared: purified.prepared }).rows,
    purification: purified.purification === undefined ? [] : [purified.purification],
  };
}
