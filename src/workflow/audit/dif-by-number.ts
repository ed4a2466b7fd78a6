/**
 * A number instead of groups, such as age: items that get harder or easier as it rises, among people who know as much.
 * Cutting people into bands would throw information away and let the bounds decide.
 */
import { smallestGroupFor } from '../../fairness/dif/catalog.ts';
import { continuousDif, type Measured } from '../../fairness/dif/continuous-covariate.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { isAnswer, RIGHT } from '../../psychometrics/responses/codes.ts';
import { highestOf } from '../../psychometrics/responses/matrix.ts';
import { allFor, withheldBecause } from '../../reporting/technical-report/known.ts';
import type { CovariateFacts, DifRow } from '../../reporting/technical-report/report.ts';
import { labelsOf } from './choose-groups.ts';
import { matchingScores } from './dif-by-answers.ts';
import { adjusted, emptyRow, type RowName } from './dif-rows.ts';
import type { Exam } from './read-exam.ts';

export interface MeasuredExam {
  readonly column: string;
  /** Each person's number; undefined where it is not stated. */
  readonly numbers: readonly (number | undefined)[];
}

const FEWEST_VALUES = 3;

/** The column as numbers; refused with the row where a cell is none, and where there is nothing to compare. */
export function measuredBy(exam: Exam, column: string): Result<MeasuredExam, 'bad-covariate'> {
  const labels = labelsOf(exam.read, column, exam.people);
  const numbers = labels.map((label) => (label === '' ? undefined : Number(label)));
  const odd = numbers.findIndex((number) => number !== undefined && !Number.isFinite(number));
  if (odd >= 0) {
    const row = exam.read.rowOf(at(exam.people, odd));
    return refuse(
      'bad-covariate',
      `Row ${row}, column "${column}" holds "${at(labels, odd)}", which is no number. Compare groups with --group and --focal, or leave the cell empty.`,
    );
  }
  const different = new Set(numbers.filter((number) => number !== undefined)).size;
  return different < FEWEST_VALUES
    ? refuse(
        'bad-covariate',
        `Column "${column}" holds ${different} different ${different === 1 ? 'number' : 'numbers'} among the people in the analysis; a number such as age needs at least ${FEWEST_VALUES}. Compare groups with --group and --focal.`,
      )
    : success({ column, numbers });
}

/** How many stated the number, where it lies, and how it goes with the total. */
export function covariateFacts(
  { totals }: Exam,
  { column, numbers }: MeasuredExam,
  minimum: number,
): CovariateFacts {
  const stated = numbers.flatMap((number, person) =>
    number === undefined ? [] : [{ number, total: at(totals, person) }],
  );
  const silent = numbers.length - stated.length;
  if (stated.length < minimum) {
    const because = withheldBecause(minimum);
    const names = ['people', 'notStated', 'mean', 'deviation', 'correlation'] as const;
    return {
      column,
      people: null,
      notStated: null,
      mean: null,
      deviation: null,
      correlation: null,
      reasons: allFor(names, because),
    };
  }
  const mean = (of: (one: (typeof stated)[number]) => number): number =>
    stated.reduce((sum, one) => sum + of(one), 0) / stated.length;
  const [middle, total] = [mean(({ number }) => number), mean((one) => one.total)];
  const [own, others, both] = [
    mean(({ number }) => (number - middle) ** 2),
    mean((one) => (one.total - total) ** 2),
    mean((one) => (one.number - middle) * (one.total - total)),
  ];
  return {
    column,
    people: stated.length,
    notStated: silent,
    mean: middle,
    deviation: Math.sqrt((own * stated.length) / (stated.length - 1)),
    correlation: others > 0 ? both / Math.sqrt(own * others) : null,
    reasons: others > 0 ? {} : { correlation: 'everybody has the same total' },
  };
}

/** Every item, in the order of the file. */
export function numberRows(exam: Exam, { column, numbers }: MeasuredExam): readonly DifRow[] {
  const width = exam.matrix.items.length;
  const least = smallestGroupFor('continuous');
  const rows = exam.matrix.items.map((item, place): DifRow => {
    const name: RowName = {
      item: item.name,
      method: 'continuous',
      group: column,
      focal: 'higher',
      reference: 'lower',
      effectScale:
        'log odds for one standard deviation of the number; below zero, harder as it rises',
    };
    if (highestOf(item) > 1) {
      return emptyRow(
        name,
        'this item gives more than one point; the method is for right or wrong',
      );
    }
    const scores = matchingScores(exam, place);
    const people = numbers.flatMap((number, person): readonly Measured[] => {
      const code = exam.matrix.codes[person * width + place] ?? 0;
      return number === undefined || !isAnswer(code)
        ? []
        : [{ number, score: at(scores, person), right: code === RIGHT }];
    });
    if (people.length < least) {
      return emptyRow(name, `fewer than ${least} people answered and stated the number`);
    }
    const found = continuousDif(people);
    return found.ok ? rowOf(name, found.value) : emptyRow(name, found.refusal.because);
  });
  return adjusted(rows);
}

type Found = Extract<ReturnType<typeof continuousDif>, { ok: true }>['value'];

function rowOf(name: RowName, found: Found): DifRow {
  const { both, uniform, nonUniform, score, fluctuation, logOdds, logOddsError } = found;
  return {
    ...name,
    statistic: both.statistic,
    degreesOfFreedom: both.degreesOfFreedom,
    pValue: both.pValue,
    pAdjusted: null,
    effect: logOdds,
    effectError: logOddsError ?? null,
    class: null,
    direction: `${logOdds < 0 ? 'harder' : 'easier'} as ${name.group} rises among people who know as much`,
    people: found.people,
    focalPeople: null,
    strata: null,
    detail: {
      uniform: uniform.statistic,
      uniform_pValue: uniform.pValue,
      nonUniform: nonUniform.statistic,
      nonUniform_pValue: nonUniform.pValue,
      score: score.statistic,
      score_pValue: score.pValue,
      fluctuation: fluctuation.statistic,
      fluctuation_pValue: fluctuation.pValue,
      gain: found.gain,
    },
    reasons: {
      ...(logOddsError === undefined ? { effectError: 'the answers are separated' } : {}),
      class: 'the method has no agreed classes',
      focalPeople: 'people stand along a number, not in groups',
      strata: 'people are not sorted by score',
    },
  };
}
