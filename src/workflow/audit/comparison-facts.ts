/**
 * Two groups in a report: their results side by side, the items compared by every method of an audit, and what the flagged
 * items did to results at the cut. A group smaller than the smallest that may be shown is withheld, and its partner with
 * it, because one follows from the other and the whole.
 */
import { type ComparedItem, prepareAnswers } from '../../fairness/dif/compare-items.ts';
import { TWO_GROUP_METHODS, twoGroupMethod } from '../../fairness/dif/two-group-methods.ts';
import type {
  Comparison,
  DifRow,
  PurificationFacts,
} from '../../reporting/technical-report/report.ts';
import type { ChosenGroups } from './choose-groups.ts';
import { distractorRows } from './dif-by-answers.ts';
import { firstWithPoints, POINT_METHODS, pointRows } from './dif-by-points.ts';
import { type DifContext, difRows } from './dif-rows.ts';
import { bayesRows } from './dif-whole-form.ts';
import { flipsOf, noFlips } from './flip-facts.ts';
import { purifiedAnswers } from './matching-items.ts';
import { type ComparisonPlan, outcomes, withheld } from './outcome-facts.ts';
import type { Exam } from './read-exam.ts';
import type { Shown } from './shown-groups.ts';
import { shownRows } from './shown-rows.ts';

/** What an audit runs; the others are there on request. */
const AUDITED = ['mantel-haenszel', 'standardization', 'logistic', 'breslow-day', 'sibtest'];

export interface ComparisonFacts {
  readonly comparison: Comparison;
  readonly dif: readonly DifRow[];
}

export function comparisonFacts(
  exam: Exam,
  chosen: ChosenGroups,
  shown: Shown,
  plan: ComparisonPlan,
): ComparisonFacts {
  const { groups, column } = chosen;
  if (shown.kind === 'withheld') {
    return { comparison: withheld(chosen, shown.because), dif: [] };
  }
  const points = firstWithPoints(exam);
  if (points !== undefined) {
    const because = `item "${points}" gives more than one point; who would change result is worked out for right-or-wrong items`;
    return {
      comparison: outcomes(exam, chosen, shown, plan, noFlips(because), []),
      dif: shownRows(
        POINT_METHODS.flatMap((method) => pointRows(method, exam, chosen)),
        groups,
        shown,
      ),
    };
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
  const flips =
    purified === undefined
      ? noFlips('no item could be judged')
      : flipsOf(exam, groups, plan.cut, flagged);
  return {
    comparison: outcomes(
      exam,
      chosen,
      shown,
      plan,
      flips,
      purified === undefined ? [] : [purified],
    ),
    dif: shownRows(
      [
        ...looked.flatMap(({ rows }) => rows),
        ...bayesRows(context),
        ...(exam.read.options === undefined ? [] : distractorRows(exam, chosen)),
      ],
      groups,
      shown,
    ),
  };
}

function purifiedBy(
  id: string,
  { prepared, itemNames }: DifContext,
): PurificationFacts | undefined {
  const method = twoGroupMethod(id);
  return method === undefined
    ? undefined
    : purifiedAnswers(method, prepared, itemNames).purification;
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
