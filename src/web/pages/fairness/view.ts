/** What the fairness page is given: measured and protected figures only, with the names of groups and deciders. */
import type { Published } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../../fairness/disclosure/published.ts';
import type { MeasuredDecider } from '../../../fairness/disclosure/published-deciders.ts';
import type { MeasuredItems, NamedGroup } from '../../../fairness/disclosure/published-items.ts';
import type { MeasuredWaiting } from '../../../fairness/disclosure/published-waits.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface FairnessFigures {
  readonly groups: readonly NamedGroup[];
  readonly eligibility: Published<MeasuredOutcomes>;
  readonly waiting: Published<MeasuredWaiting>;
  readonly horizonDays: number;
  readonly standardDays: number;
  readonly passes: Published<MeasuredOutcomes>;
  /** Undefined where all programs are looked at together: questions belong to one program. */
  readonly items: Published<readonly MeasuredItems[]> | undefined;
  readonly deciders: Published<readonly MeasuredDecider[]>;
  /** Names of deciders for those who may know them. */
  readonly deciderNames: ReadonlyMap<string, string>;
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

/** With their names where they may be known, and otherwise with numbers. */
export const namedDeciders = (
  { deciders, deciderNames }: FairnessFigures,
  numbered: (place: number) => string,
): readonly NamedDecider[] =>
  deciders.value.map((decider, place) => ({
    ...decider,
    name: deciderNames.get(decider.decider) ?? numbered(place + 1),
  }));

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
