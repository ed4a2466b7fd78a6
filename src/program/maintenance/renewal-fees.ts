/**
 * What a renewal costs by the published fees. A fee whose amount nobody was found to say charges nothing and is named, so
 * that no page shows a sum as if it were whole.
 */
import type { Fee, FeeId, RulesVersion } from '../definition/rules.ts';

export type RenewalRoute = 'hours' | 'exam';
export type RenewalPurpose = 'renewal' | 'late' | 'return' | 'reinstatement';

export interface RenewalCost {
  readonly fees: readonly Fee[];
  /** In whole cents, of the fees whose amount is set. */
  readonly cents: number;
  readonly isWhole: boolean;
}

export function renewalCost(
  { fees }: Pick<RulesVersion, 'fees'>,
  asked: {
    readonly route: RenewalRoute;
    readonly purpose: RenewalPurpose;
    /** Courses that are reviewed afterward, each for a fee. */
    readonly coursesToReview?: number;
  },
): RenewalCost {
  const { route, purpose, coursesToReview = 0 } = asked;
  const ids: readonly FeeId[] = [
    route === 'hours' ? 'renewal-by-hours' : 'renewal-by-exam',
    ...(purpose === 'late' ? ['late-renewal' as const] : []),
    ...(purpose === 'reinstatement' ? ['reinstatement' as const] : []),
    ...Array.from({ length: coursesToReview }, () => 'course-review' as const),
  ];
  const due = ids.flatMap((id) => fees.filter((fee) => fee.id === id));
  return {
    fees: due,
    cents: due.reduce((sum, { amount }) => sum + Math.round((amount.value ?? 0) * 100), 0),
    isWhole: due.every(({ amount }) => amount.value !== null),
  };
}
