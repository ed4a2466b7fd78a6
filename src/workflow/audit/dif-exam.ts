/** Every item compared between groups by one method: the engine of the audit alone, and those an audit does not run. */
import { prepareAnswers } from '../../fairness/dif/compare-items.ts';
import { twoGroupMethod } from '../../fairness/dif/two-group-methods.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import { rightOrWrong } from '../../psychometrics/responses/matrix.ts';
import type { DifResult } from '../../reporting/technical-report/engine-results.ts';
import type { DifMethod } from '../../reporting/technical-report/method-names.ts';
import type { DifRow } from '../../reporting/technical-report/report.ts';
import { type ChosenGroups, chooseGroups, type GroupRequest, labelsOf } from './choose-groups.ts';
import { isSmall, NOT_RIGHT_OR_WRONG, resultsOnly } from './comparison-facts.ts';
import { distractorRows, severalGroupRows } from './dif-by-answers.ts';
import { difByModels } from './dif-by-models.ts';
import { difRows } from './dif-rows.ts';
import { type Exam, type ExamPlan, type Incoming, readExam } from './read-exam.ts';

export interface DifPlan extends ExamPlan {
  readonly method: DifMethod;
  readonly groups: readonly GroupRequest[];
  readonly cut: number | undefined;
  readonly minimumGroup: number;
}

export async function difExam(incoming: Incoming, plan: DifPlan): Promise<Result<DifResult>> {
  const exam = await readExam(incoming, plan);
  if (!exam.ok) {
    return exam;
  }
  const comparisons: DifResult['comparisons'][number][] = [];
  const dif: DifRow[] = [];
  const assumed = [...exam.value.read.assumed];
  const reasons: Record<string, string> = {};
  for (const request of plan.groups) {
    const labels = labelsOf(exam.value.read, request.column, exam.value.people);
    const chosen = chooseGroups(labels, request);
    if (!chosen.ok) {
      return chosen;
    }
    if (chosen.value.assumed !== undefined) {
      assumed.push(chosen.value.assumed);
    }
    comparisons.push(
      resultsOnly(exam.value, chosen.value, plan, 'the command compares items; see the audit'),
    );
    const small = isSmall(chosen.value.groups, plan);
    if (!small && !rightOrWrong(exam.value.matrix)) {
      reasons['dif'] = NOT_RIGHT_OR_WRONG;
    } else if (small) {
      reasons['dif'] = `withheld: a group here has fewer than ${plan.minimumGroup} people`;
    } else {
      dif.push(...rowsBy(plan.method, exam.value, chosen.value, labels));
    }
  }
  return success({
    schema: 'evenhand.dif.1',
    file: plan.file,
    method: plan.method,
    dif,
    comparisons,
    assumed,
    reasons,
  });
}

function rowsBy(
  method: DifMethod,
  exam: Exam,
  chosen: ChosenGroups,
  labels: readonly string[],
): readonly DifRow[] {
  switch (method) {
    case 'lord':
    case 'raju':
    case 'likelihood-ratio':
      return difByModels(method, exam, chosen);
    case 'generalized-mantel-haenszel':
      return severalGroupRows(exam, labels, chosen);
    case 'distractor':
      return distractorRows(exam, chosen);
    default: {
      const found = twoGroupMethod(method);
      return found === undefined
        ? []
        : difRows(found, {
            column: chosen.column,
            groups: chosen.groups,
            prepared: prepareAnswers(exam.matrix, chosen.groups),
            itemNames: exam.matrix.items.map(({ name }) => name),
          }).rows;
    }
  }
}
