/** Items compared by their kinds of answer: several groups at once, and which wrong options two groups choose. */
import { smallestGroupFor } from '../../fairness/dif/catalog.ts';
import { distractorFunctioning } from '../../fairness/dif/distractors.ts';
import { generalizedLogistic } from '../../fairness/dif/generalized-logistic.ts';
import { generalizedMantelHaenszel } from '../../fairness/dif/generalized-mantel-haenszel.ts';
import { type GroupLevel, groupLevels } from '../../fairness/dif/several-groups-levels.ts';
import { NEITHER, nextTen } from '../../fairness/groups/group.ts';
import { severalGroups } from '../../fairness/groups/several-groups.ts';
import { at } from '../../kernel/result/at.ts';
import { isAnswer, RIGHT } from '../../psychometrics/responses/codes.ts';
import { highestOf } from '../../psychometrics/responses/matrix.ts';
import { NO_OPTION } from '../../psychometrics/responses/option-matrix.ts';
import { spoken } from '../../reporting/technical-report/group-names.ts';
import type { DifRow } from '../../reporting/technical-report/report.ts';
import type { ChosenGroups } from './choose-groups.ts';
import { adjusted, emptyRow, type RowName } from './dif-rows.ts';
import type { Exam } from './read-exam.ts';

const NO_EFFECT = 'the method has no effect size';
const NO_CLASS = 'the method has no agreed classes';

const without = { effect: NO_EFFECT, effectError: NO_EFFECT, class: NO_CLASS };

/** The score on which people are matched: the total, with a pilot item's own answer added. */
export function matchingScores({ matrix, totals }: Exam, place: number): Int32Array {
  return at(matrix.items, place).pilot
    ? totals.map(
        (total, person) =>
          total + (matrix.codes[person * matrix.items.length + place] === RIGHT ? 1 : 0),
      )
    : totals;
}

export type SeveralGroupMethod = 'generalized-mantel-haenszel' | 'generalized-logistic';

/** All groups of the column that are large enough, against each other; `labels` are those of the people compared. */
export function severalGroupRows(
  method: SeveralGroupMethod,
  exam: Exam,
  labels: readonly string[],
  { column, groups }: ChosenGroups,
): readonly DifRow[] {
  const several = severalGroups(labels, groups.reference, smallestGroupFor(method));
  const name = (place: number, focal: string): RowName => ({
    item: at(exam.matrix.items, place).name,
    method,
    group: column,
    focal,
    reference: groups.reference,
    effectScale: method === 'generalized-logistic' ? 'gain in Nagelkerke’s R², without a sign' : '',
  });
  if (!several.ok) {
    return exam.matrix.items.map((_, place) =>
      emptyRow(name(place, groups.focal), several.refusal.because),
    );
  }
  const { names, member } = several.value;
  const focal = names.slice(1).join(' or ');
  const width = exam.matrix.items.length;
  const rows = exam.matrix.items.map((_, place): DifRow => {
    if (highestOf(at(exam.matrix.items, place)) > 1) {
      return emptyRow(name(place, focal), 'this item gives more than one point; see mantel');
    }
    const levels = groupLevels({
      scores: matchingScores(exam, place),
      member,
      groups: names.length,
      kinds: 2,
      answers: exam.totals.map((__, person) => {
        const code = exam.matrix.codes[person * width + place] ?? 0;
        return isAnswer(code) ? (code === RIGHT ? 1 : 0) : -1;
      }),
    });
    return method === 'generalized-logistic'
      ? logisticRow(name(place, focal), levels)
      : mantelRow(name(place, focal), levels);
  });
  return adjusted(rows);
}

function mantelRow(name: RowName, levels: readonly GroupLevel[]): DifRow {
  const found = generalizedMantelHaenszel(levels);
  if (!found.ok) {
    return emptyRow(name, found.refusal.because);
  }
  const { statistic, degreesOfFreedom, pValue, people, strataUsed } = found.value;
  const all = people.reduce((sum, n) => sum + n, 0);
  return {
    ...name,
    statistic,
    degreesOfFreedom,
    pValue,
    pAdjusted: null,
    effect: null,
    effectError: null,
    class: null,
    direction: null,
    people: all,
    focalPeople: all - at(people, 0),
    strata: strataUsed,
    detail: {},
    reasons: without,
  };
}

function logisticRow(name: RowName, levels: readonly GroupLevel[]): DifRow {
  const found = generalizedLogistic(levels);
  if (!found.ok) {
    return emptyRow(name, found.refusal.because);
  }
  const { both, uniform, nonUniform, gain, uniformGain, people } = found.value;
  const all = people.reduce((sum, n) => sum + n, 0);
  return {
    ...name,
    statistic: both.statistic,
    degreesOfFreedom: both.degreesOfFreedom,
    pValue: both.pValue,
    pAdjusted: null,
    effect: gain,
    effectError: null,
    class: null,
    direction: null,
    people: all,
    focalPeople: all - at(people, 0),
    strata: levels.length,
    detail: {
      uniform: uniform.statistic,
      uniform_pValue: uniform.pValue,
      nonUniform: nonUniform.statistic,
      nonUniform_pValue: nonUniform.pValue,
      uniformGain,
    },
    reasons: {
      effectError: 'no standard error is defined for this effect',
      class: NO_CLASS,
    },
  };
}

/** Wrong options only; the largest difference of shares is told, option by option in the detail. */
export function distractorRows(exam: Exam, { column, groups }: ChosenGroups): readonly DifRow[] {
  const name = (item: string): RowName => ({
    item,
    method: 'distractor',
    group: column,
    focal: groups.focal,
    reference: groups.reference,
    effectScale: 'largest difference of shares among wrong options, focal less reference',
  });
  const { options } = exam.read;
  const smaller = Math.min(groups.focalPeople, groups.referencePeople);
  const least = smallestGroupFor('distractor');
  if (options === undefined || smaller < least) {
    const because =
      options === undefined
        ? 'the file holds no options; give the options in the file and the key with --key'
        : `fewer than ${nextTen(smaller)} people in the smaller group; at least ${least} are needed`;
    return exam.matrix.items.map((item) => emptyRow(name(item.name), because));
  }
  const width = options.items.length;
  const member = Int8Array.from(groups.member, (side) => (side === NEITHER ? -1 : side));
  const rows = options.items.map((item, place): DifRow => {
    const found = distractorFunctioning(
      groupLevels({
        scores: matchingScores(exam, place),
        member,
        groups: 2,
        kinds: item.options.length,
        answers: exam.totals.map((_, index) => {
          const choice = options.codes[at(exam.people, index) * width + place] ?? NO_OPTION;
          return choice === NO_OPTION || item.right.includes(choice) ? -1 : choice;
        }),
      }),
    );
    if (!found.ok) {
      return emptyRow(name(item.name), found.refusal.because);
    }
    const { both, uniform, options: shares, referencePeople, focalPeople } = found.value;
    const spelled = shares.map(({ option, difference }) => ({
      text: option === undefined ? 'rare' : at(item.options, option),
      difference,
    }));
    const largest = spelled.reduce((most, one) =>
      Math.abs(one.difference) > Math.abs(most.difference) ? one : most,
    );
    return {
      ...name(item.name),
      statistic: both.statistic,
      degreesOfFreedom: both.degreesOfFreedom,
      pValue: both.pValue,
      pAdjusted: null,
      effect: largest.difference,
      effectError: null,
      class: null,
      direction: `option ${largest.text} is chosen ${largest.difference > 0 ? 'more' : 'less'} often by ${spoken(column, groups.focal)} than by ${spoken(column, groups.reference)} who know as much`,
      people: referencePeople + focalPeople,
      focalPeople,
      strata: null,
      detail: {
        uniform: uniform.statistic,
        uniform_pValue: uniform.pValue,
        ...Object.fromEntries(
          spelled.map(({ text, difference }) => [`difference_${text}`, difference]),
        ),
      },
      reasons: {
        effectError: 'no standard error is defined for this effect',
        class: NO_CLASS,
        strata: 'people are not sorted by score',
      },
    };
  });
  return adjusted(rows);
}
