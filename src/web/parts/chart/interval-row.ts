/** One row of a forest plot: a group with its estimate, the group others are compared with, or a withheld group. */
import type { VerdictKind } from '../verdict/verdict.tsx';

export type IntervalRow =
  | {
      readonly kind: 'estimate';
      readonly group: string;
      /** The number with its base: "149 of 187 (80 %)". */
      readonly base: string;
      readonly estimate: number;
      readonly low: number;
      readonly high: number;
      /** The estimate and its interval as text: "0.95 (0.88 to 1.02)". */
      readonly text: string;
      readonly verdict: VerdictKind;
      readonly morePeople?: number | null | undefined;
    }
  | { readonly kind: 'reference'; readonly group: string; readonly base: string }
  | { readonly kind: 'withheld'; readonly group: string };
