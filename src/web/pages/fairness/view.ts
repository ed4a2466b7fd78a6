/** What the fairness page is given: measured and protected figures only, with the names of groups and deciders. */
import type { NamedGroup } from '../../../workflow/measure/division.ts';
import type { MeasuredDecider } from '../../../workflow/measure/measure-deciders.ts';
import type { MeasuredItems } from '../../../workflow/measure/measure-items.ts';
import type { MeasuredWaiting } from '../../../workflow/measure/measure-waiting.ts';
import type { MeasuredOutcomes } from '../../../workflow/measure/outcomes.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface FairnessFigures {
  readonly groups: readonly NamedGroup[];
  readonly eligibility: MeasuredOutcomes;
  readonly waiting: MeasuredWaiting;
  readonly horizonDays: number;
  readonly standardDays: number;
  readonly passes: MeasuredOutcomes;
  /** Empty where all programs are looked at together: questions belong to one program. */
  readonly items: readonly MeasuredItems[];
  readonly deciders: readonly NamedDecider[];
}

export interface NamedDecider extends MeasuredDecider {
  readonly name: string;
}

export interface FairnessFilter {
  readonly dimension: string;
  /** Empty: all programs together. */
  readonly program: string;
  readonly dimensions: readonly Choice[];
  readonly programs: readonly Choice[];
}

/** The label of a group as it stands on this page, inside a sentence too. */
export const labelOf = (groups: readonly NamedGroup[], id: string | undefined): string =>
  groups.find((group) => group.id === id)?.label ?? id ?? '';

const COLORS = 6;

/**
 * A group has its color by its place in the published list, so that it keeps it from page to page. Where two groups that
 * are shown together would have the same one, the second takes the next that is free.
 */
export function colorsOf(
  groups: readonly NamedGroup[],
  shown: readonly string[],
): ReadonlyMap<string, number> {
  const colors = new Map<string, number>();
  for (const id of shown) {
    const own = groups.findIndex((group) => group.id === id) % COLORS;
    const taken = new Set(colors.values());
    const tried = Array.from({ length: COLORS }, (_, step) => ((own + step) % COLORS) + 1);
    colors.set(id, tried.find((color) => !taken.has(color)) ?? own + 1);
  }
  return colors;
}
