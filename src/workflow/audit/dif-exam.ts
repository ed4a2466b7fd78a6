/** Every item compared between groups by one method: the engine of the audit alone, and those an audit does not run. */
import { prepareAnswers } from '../../fairness/dif/compare-items.ts';
import { twoGroupMethod } from '../../fairness/dif/two-group-methods.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import type { DifResult } from '../../reporting/technical-report/dif-result.ts';
import type { DifMethod } from '../../reporting/technical-report/method-names.ts';
import type { DifRow } from '../../reporting/technical-report/report.ts';
import { type ChosenGroups, chosenForAll, type GroupRequest, labelsOf } from './choose-groups.ts';
import { distractorRows, severalGroupRows } from './dif-by-answers.ts';
import { difByModels } from './dif-by-models.ts';
import { covariateFacts, measuredBy, numberRows } from './dif-by-number.ts';
import { firstWithPoints, isPointMethod, pointRows } from './dif-by-points.ts';
import { type DifContext, difRows } from './dif-rows.ts';
import { bayesRows, deltaRows } from './dif-whole-form.ts';
import { resultsOnly } from './outcome-facts.ts';
import { type Exam, type ExamPlan, type Incoming, readExam } from './read-exam.ts';
import { type Shown, shownComparisons } from './shown-groups.ts';
import { shownRows } from './shown-rows.ts';

export interface DifPlan extends ExamPlan {
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
    compareBy(method, exam, groups, at(shown, place), plan, result);
  });
  return success({
    schema: 'evenhand.dif.1',
    file: plan.file,
    method: plan.groups.length === 0 ? 'continuous' : method,
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

function compareBy(
  method: DifMethod,
  exam: Exam,
  chosen: ChosenGroups,
  shown: Shown,
  plan: DifPlan,
  { comparisons, dif, assumed, reasons }: Writing,
): void {
  if (chosen.assumed !== undefined) {
    assumed.push(chosen.assumed);
  }
  comparisons.push(
    resultsOnly(exam, chosen, shown, plan, 'the command compares items; see the audit'),
  );
  const points = firstWithPoints(exam);
  if (shown.kind === 'withheld') {
    reasons['dif'] = shown.because;
  } else if (points !== undefined && !isPointMethod(method) && method !== 'distractor') {
    reasons['dif'] =
      `item "${points}" gives more than one point, and ${method} is for right-or-wrong items; use --method mantel or ordinal-logistic`;
  } else {
    dif.push(...shownRows(rowsBy(method, exam, chosen), chosen.groups, shown));
  }
}

function rowsBy(method: DifMethod, exam: Exam, chosen: ChosenGroups): readonly DifRow[] {
  const labels = labelsOf(exam.read, chosen.column, exam.people);
  const context = (): DifContext => ({
    column: chosen.column,
    groups: chosen.groups,
    prepared: prepareAnswers(exam.matrix, chosen.groups),
    itemNames: exam.matrix.items.map(({ name }) => name),
  });
  switch (method) {
    case 'mantel':
    case 'ordinal-logistic':
      return pointRows(method, exam, chosen);
    case 'empirical-bayes':
      return bayesRows(context());
    case 'delta-plot':
      return deltaRows(context());
    case 'lord':
    case 'raju':
    case 'likelihood-ratio':
      return difByModels(method, exam, chosen);
    case 'generalized-mantel-haenszel':
    case 'generalized-logistic':
      return severalGroupRows(method, exam, labels, chosen);
    case 'distractor':
      return distractorRows(exam, chosen);
    default: {
      const found = twoGroupMethod(method);
      return found === undefined ? [] : difRows(found, context()).rows;
    }
  }
}
