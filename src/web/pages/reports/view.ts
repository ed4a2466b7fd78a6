/** What the pages of a report share: how it calls its groups and parts, its rows as text, and its verdicts counted. */
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import {
  ALL_PARTS,
  type Figure,
  type PublicReport,
  type ReportedRow,
  type ReportedTable,
  type ReportedVerdict,
  type ReportedWaiting,
} from '../../../reporting/public-report/public-report.ts';
import type { IntervalRow } from '../../parts/chart/interval-row.ts';
import { type VerdictProps, verdictWords } from '../../parts/verdict/verdict.tsx';
import { report as words } from '../../words/report.ts';
import { baseOf, fixed, verdictOf } from '../fairness/figures.ts';

/** Kinds of decision in the order in which people meet them. */
export const KINDS = ['eligibility', 'accommodation', 'pass', 'appeal'] as const;
/** After the exam. */
export const AFTER_EXAM = [
  'term-renewed',
  'term-in-time',
  'renewal',
  'more-time',
  'audit',
  'term-end',
  'name-change',
  'seat-chosen',
  'recognized',
  'idea',
] as const;
/** From the credential to serving; the last two branch off. */
export const SERVICE_STEPS = [
  'seat-forward',
  'seat-served',
  'seat-again',
  'seat-named',
  'seat-chaired',
] as const;
/** Steps of complaints about conduct, which few people meet. */
export const CONDUCT = ['conduct-screening', 'conduct-finding', 'conduct-appeal'] as const;
export const WAITED = [
  'eligibility',
  'accommodation',
  'appeal',
  'renewal',
  'more-time',
  'audit',
  'term-end',
  'name-change',
  'idea',
] as const;

export function groupLabel(report: PublicReport, dimension: string, id: string | null): string {
  const groups = report.dimensions.find((one) => one.id === dimension)?.groups;
  return groups?.find((group) => group.id === id)?.label ?? id ?? '';
}

export const dimensionTitle = (report: PublicReport, id: string): string =>
  report.dimensions.find((one) => one.id === id)?.title ?? id;

/** "Larkspur Care Coordinator", "2025". */
export function partLabel(report: PublicReport, part: string): string {
  const name = part.slice(part.indexOf(':') + 1);
  return report.programs.find(({ id }) => id === name)?.name ?? name;
}

export const tableOf = (
  report: PublicReport,
  kind: string,
  dimension: string,
  part = ALL_PARTS,
): ReportedTable | undefined =>
  report.tables.find(
    (one) => one.kind === kind && one.dimension === dimension && one.part === part,
  );

export const waitingOf = (
  report: PublicReport,
  kind: string,
  dimension: string,
): ReportedWaiting | undefined =>
  report.waiting.find(
    (one) => one.kind === kind && one.dimension === dimension && one.part === ALL_PARTS,
  );

export const isAllWithheld = ({ rows }: ReportedTable): boolean =>
  rows.every(({ outcome }) => outcome === WITHHELD);

/** "0.95 (0.88 to 1.02)"; empty where it cannot be worked out. */
export function figureText({ value, low, high }: Figure): string {
  if (value === null) {
    return '';
  }
  return low === null || high === null
    ? fixed(value, 2)
    : `${fixed(value, 2)} (${fixed(low, 2)} to ${fixed(high, 2)})`;
}

export const verdictProps = ({ state, stillNeeded }: ReportedVerdict): VerdictProps =>
  state === 'cannot-tell-yet'
    ? verdictOf({ state, furtherPeople: stillNeeded ?? undefined, because: undefined })
    : verdictOf({ state });

/** One row of a forest plot. */
export function plotRow(group: string, { outcome }: ReportedRow): IntervalRow {
  if (outcome === WITHHELD) {
    return { kind: 'withheld', group };
  }
  const base = baseOf(outcome.succeeded, outcome.total);
  const { comparison } = outcome;
  const value = comparison?.ratio.value ?? null;
  if (comparison === null || value === null) {
    return { kind: 'reference', group, base };
  }
  const { kind, morePeople } = verdictProps(comparison.verdict);
  return {
    kind: 'estimate',
    group,
    base,
    estimate: value,
    low: comparison.ratio.low ?? value,
    high: comparison.ratio.high ?? value,
    text: figureText(comparison.ratio),
    verdict: kind,
    morePeople,
  };
}

/** One row as it is heard. */
export function heardRow(row: IntervalRow): string {
  switch (row.kind) {
    case 'estimate':
      return `${row.group}: ${row.base}, ${row.text}, ${verdictWords({ kind: row.verdict, morePeople: row.morePeople })}.`;
    case 'reference':
      return `${row.group}: ${row.base}.`;
    default:
      return `${row.group}: ${WITHHELD}.`;
  }
}

export const kindLabel = (kind: string): string => {
  const known: Readonly<Record<string, string>> = words.kinds;
  return known[kind] ?? kind;
};

export interface Tally {
  readonly disparity: number;
  readonly parity: number;
  readonly unknown: number;
}

export function tallied(verdicts: readonly ReportedVerdict[]): Tally {
  const count = (state: ReportedVerdict['state']): number =>
    verdicts.filter((verdict) => verdict.state === state).length;
  return {
    disparity: count('disparity-shown'),
    parity: count('parity-shown'),
    unknown: count('cannot-tell-yet'),
  };
}

export const outcomeVerdicts = (table: ReportedTable | undefined): readonly ReportedVerdict[] =>
  (table?.rows ?? []).flatMap(({ outcome }) =>
    outcome === WITHHELD || outcome.comparison === null ? [] : [outcome.comparison.verdict],
  );

export const waitVerdicts = (waiting: ReportedWaiting | undefined): readonly ReportedVerdict[] =>
  (waiting?.rows ?? []).flatMap(({ waiting: one }) =>
    one === WITHHELD || one.comparison === null ? [] : [one.comparison.verdict],
  );
