/** The people behind each row of a comparison of items, as they may be shown: the rest of a group must not be one or two. */
import type { TwoGroups } from '../../fairness/groups/group.ts';
import type { DifRow } from '../../reporting/technical-report/report.ts';
import { inFives, isFew, type Shown } from './shown-groups.ts';

/**
 * In fives where all but one or two of either group are matched, where the groups' own sizes are rounded, and where a method
 * compares further groups of the column.
 */
export const shownRows = (
  rows: readonly DifRow[],
  { focalPeople, referencePeople }: TwoGroups,
  shown: Shown,
): readonly DifRow[] =>
  rows.map((row) => {
    if (row.people === null || row.focalPeople === null) {
      return row;
    }
    const left = [focalPeople - row.focalPeople, referencePeople - (row.people - row.focalPeople)];
    const exact =
      shown.kind === 'whole' && !left.some(isFew) && !row.method.startsWith('generalized-');
    return exact
      ? row
      : {
          ...row,
          people: inFives(row.people),
          focalPeople: inFives(row.focalPeople),
          rounded: true,
        };
  });
