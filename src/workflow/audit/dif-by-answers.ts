/** Items compared by their kinds of answer: several groups at once, and which wrong options two groups choose. */
import { smallestGroupFor } from '../../fairness/dif/catalog.ts';
import { distractorFunctioning } from '../../fairness/dif/distractors.ts';
import { generalizedMantelHaenszel } from '../../fairness/dif/generalized-mantel-haenszel.ts';
import { groupLevels } from '../../fairness/dif/several-groups-levels.ts';
import { NEITHER } from '../../fairness/groups/group.ts';
import { severalGroups } from '../../fairness/groups/several-groups.ts';
import { at } from '../../kernel/result/at.ts';
import { isAnswer, RIGHT } from '../../psychometrics/responses/codes.ts';
import { NO_OPTION } from '../../psychometrics/responses/option-matrix.ts';
import type { DifRow } from '../../reporting/technical-report/report.ts';
import type { ChosenGroups } from './choose-groups.ts';
import { adjusted, emptyRow, type RowName } from './dif-rows.ts';
import type { Exam } from './read-exam.ts';

const NO_EFFECT = 'the method has no effect size';
const NO_CLASS = 'the method has no agreed classes';

const without = { effect: NO_EFFECT, effectError: NO_EFFECT, class: NO_CLASS };

/** The score on which people are matched: the total, with a pilot item's own answer added. */
function matchingScores({ matrix, totals }: Exam, place: number): Int32Array {
  return at(matrix.items, place).pilot
    ? totals.map(
        (total, person) =>
          total + (matrix.codes[person * matrix.items.length + place] === RIGHT ? 1 : 0),
      )
    : totals;
}

/** All groups of the column that are large enough, against each other; `labels` are those of the people compared. */
export function severalGroupRows(
  exam: Exam,
  labels: readonly string[],
  { column, groups }: ChosenGroups,
): readonly DifRow[] {
  const several = severalGroups(
    labels,
    groups.reference,
    smallestGroupFor('generalized-mantel-haenszel'),
  );
  const name = (place: number, focal: string): RowName => ({
    item: at(exam.matrix.items, place).name,
    method: 'generalized-mantel-haenszel',
    group: column,
    focal,
    reference: groups.reference,
    effectScale: '',
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
    const found = generalizedMantelHaenszel(
      groupLevels({
        scores: matchingScores(exam, place),
        member,
        groups: names.length,
        kinds: 2,
        answers: exam.totals.map((__, person) => {
          const code = exam.matrix.codes[person * width + place] ?? 0;
          return isAnswer(code) ? (code === RIGHT ? 1 : 0) : -1;
        }),
      }),
    );
    if (!found.ok) {
      return emptyRow(name(place, focal), found.refusal.because);
    }
    const { statistic, degreesOfFreedom, pValue, people, strataUsed } = found.value;
    const all = people.reduce((sum, n) => sum + n, 0);
    return {
      ...name(place, focal),
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
  });
  return adjusted(rows);
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
        : `only ${smaller} people in the smaller group; at least ${least} are needed`;
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
      direction: `option ${largest.text} is chosen ${largest.difference > 0 ? 'more' : 'less'} often by ${groups.focal} than by ${groups.reference} who know as much`,
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
