/** How many people of each group would change result at the cut if the flagged items had not counted. */
import { resultChanges } from '../../fairness/dif/result-changes.ts';
import { FOCAL, NEITHER, REFERENCE, type TwoGroups } from '../../fairness/groups/group.ts';
import { at } from '../../kernel/result/at.ts';
import { pointsOf } from '../../psychometrics/responses/codes.ts';
import { highestOf, highestTotal } from '../../psychometrics/responses/matrix.ts';
import { allFor } from '../../reporting/technical-report/known.ts';
import type { Flips } from '../../reporting/technical-report/report.ts';
import type { Exam } from './read-exam.ts';
import { inThrees } from './shown-groups.ts';

const FLIP_NUMBERS = ['cut', 'focalGain', 'focalLose', 'referenceGain', 'referenceLose'] as const;

export const noFlips = (because: string, items: readonly string[] = []): Flips => ({
  items,
  cut: null,
  focalGain: null,
  focalLose: null,
  referenceGain: null,
  referenceLose: null,
  rounded: false,
  reasons: allFor(FLIP_NUMBERS, because),
});

/** Who would change result at the cut if the flagged items had not counted, when as many people pass as before. */
export function flipsOf(
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
  const exact = [focal.wouldPass, focal.wouldFail, reference.wouldPass, reference.wouldFail];
  const [focalGain = 0, focalLose = 0, referenceGain = 0, referenceLose = 0] = inThrees(exact);
  return {
    items: names,
    cut: changes.value.cut,
    focalGain,
    focalLose,
    referenceGain,
    referenceLose,
    rounded: exact.some((count) => count > 0 && count < 3),
    reasons: {},
  };
}
