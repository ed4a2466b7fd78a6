/**
 * How many people of each group answered each item: what a calibration rests on, item by item.
 */
import { NO_ANSWER } from '../../psychometrics/responses/categories.ts';
import { FOCAL, NEITHER } from '../groups/group.ts';
import type { ModelForm } from './dif-method.ts';

export interface Answered {
  readonly people: number;
  readonly focalMatched: number;
}

/** Item by item, in the order of the form. */
export function answeredByGroup({ matrix, groups }: ModelForm): readonly Answered[] {
  const width = matrix.items.length;
  const counts = matrix.items.map(() => ({ people: 0, focalMatched: 0 }));
  groups.member.forEach((side, person) => {
    if (side !== NEITHER) {
      counts.forEach((count, item) => {
        if (matrix.codes[person * width + item] !== NO_ANSWER) {
          count.people += 1;
          count.focalMatched += side === FOCAL ? 1 : 0;
        }
      });
    }
  });
  return counts;
}
