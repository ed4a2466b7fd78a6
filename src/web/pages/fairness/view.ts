/** What the fairness pages are given: measured and protected figures only, with the names of groups and deciders. */
import { type Published, WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../../fairness/disclosure/published.ts';
import type { MeasuredDecider } from '../../../fairness/disclosure/published-deciders.ts';
import type { MeasuredDraws } from '../../../fairness/disclosure/published-draws.ts';
import type { MeasuredItems, NamedGroup } from '../../../fairness/disclosure/published-items.ts';
import type { MeasuredWaiting } from '../../../fairness/disclosure/published-waits.ts';
import type { MeasuredFunnel } from '../../../fairness/disclosure/released-funnel.ts';
import type { ReleaseProof } from '../../../fairness/disclosure/released-outcomes.ts';
import type { CivilDate } from '../../../kernel/dates/civil-date.ts';
import type { FindingShown } from '../../../workflow/board/read-findings.ts';
import { questionOf } from '../../../workflow/measure/division.ts';
import type { Frame } from '../../parts/page-frame/frame.ts';
import type { kinds, ways } from '../../words/fairness-kinds.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export type DecisionKind = keyof typeof kinds;
/** Steps of complaints about conduct, which share a page; by the groups of respondents, and of complainants. */
export const CONDUCT_PAGE = 'conduct';
export const OF_RESPONDENTS = ['conduct-screening', 'conduct-finding', 'conduct-appeal'] as const;
export const OF_COMPLAINANTS = ['conduct-screening', 'conduct-hope'] as const;
const isOfConduct = (kind: string): boolean => kind.startsWith('conduct-');

/** In the order of a candidate's way. */
export const DECISION_KINDS: readonly DecisionKind[] = [
  'eligibility',
  'accommodation',
  'pass',
  'appeal',
  'renewal',
  'more-time',
  'audit',
  'term-end',
  'name-change',
  'term-renewed',
  'term-in-time',
  'audit-drawn',
  'seat-chosen',
  'recognized',
  'seat-drawn',
  'idea',
];

/** One kind of decision, by one dimension, over all programs or one. */
export interface KindFigures {
  readonly kind: DecisionKind;
  readonly dimension: Choice;
  readonly groups: readonly NamedGroup[];
  readonly outcomes: Published<MeasuredOutcomes>;
  /** Undefined where nobody waits for a decision. */
  readonly waiting: Published<MeasuredWaiting> | undefined;
  /** One entry a program; none for a kind without questions. */
  readonly items: readonly Published<readonly MeasuredItems[]>[];
  readonly deciders: Published<readonly MeasuredDecider[]>;
  /** Where people are drawn by lot: what the exact test says. */
  readonly draws?: Published<MeasuredDraws>;
}

/** The name of the page of a way of several steps. */
export type WayName = keyof typeof ways;

export interface FunnelFigures {
  readonly way: WayName;
  readonly dimension: Choice;
  readonly groups: readonly NamedGroup[];
  readonly funnel: Published<MeasuredFunnel>;
  /** Steps that branch off the way, each among those of another. */
  readonly branches: readonly {
    readonly step: string;
    readonly table: Published<MeasuredOutcomes>;
  }[];
}

/** What stands beside the figures for whoever reads them. */
export interface Beside {
  /** Names of the deciders whom this reader may know by name. */
  readonly deciderNames: ReadonlyMap<string, string>;
  /** The findings that this reader may open, the latest first. */
  readonly findings: readonly FindingShown[];
}

/** The newest release. */
export interface ReleaseShown {
  readonly number: number;
  readonly countedUntil: CivilDate;
  readonly proof: ReleaseProof;
  /** When the next one is due. */
  readonly nextOn: CivilDate;
}

export interface FairnessFilter {
  /** Empty on the overview: everything that is asked. */
  readonly dimension: string;
  /** Empty: all programs together. */
  readonly program: string;
  readonly dimensions: readonly Choice[];
  readonly programs: readonly Choice[];
}

export interface PageOfRelease {
  readonly frame: Frame;
  readonly filter: FairnessFilter;
  readonly release: ReleaseShown;
}

/** A page of these figures with what was chosen. */
export function addressOf(
  kind: string,
  chosen: { readonly dimension?: string; readonly program?: string; readonly format?: string },
): string {
  const { dimension } = chosen;
  const asked = {
    ...chosen,
    dimension: dimension === undefined ? undefined : questionOf(dimension),
  };
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  ).toString();
  const page = isOfConduct(kind) ? CONDUCT_PAGE : kind;
  const path = page === '' ? '/desk/fairness' : `/desk/fairness/${page}`;
  return query === '' ? path : `${path}?${query}`;
}

export interface NamedDecider extends MeasuredDecider {
  readonly name: string;
}

/**
 * With their names where they may be known, and otherwise with numbers. They stand in the order of their approvals, not
 * in one that stays: a number must not be known by its place once somebody was named there.
 */
export function namedDeciders(
  deciders: readonly MeasuredDecider[],
  names: ReadonlyMap<string, string>,
  numbered: (place: number) => string,
): readonly NamedDecider[] {
  return deciders
    .toSorted((a, b) => approvals(a) - approvals(b))
    .map((decider, place) => ({
      ...decider,
      name: names.get(decider.decider) ?? numbered(place + 1),
    }));
}

/** Those of whom nothing is shown come last. */
const approvals = ({ severity }: MeasuredDecider): number => {
  const focal = severity?.comparison.focal;
  return focal === undefined ? 2 : focal.succeeded / focal.total;
};

/**
 * The group that the others are compared with; where the newest release shows too little to compare, that of the rows
 * which stand as an earlier one showed them.
 */
export const referenceIn = ({
  reference,
  rows,
}: MeasuredOutcomes['outcomes']): string | undefined =>
  reference ??
  rows.flatMap(({ outcome }) =>
    outcome === WITHHELD ? [] : (outcome.comparison?.reference.group ?? []),
  )[0];

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
