/**
 * What the page on complaints works out of shown figures: how often each group is complained about, and how much of a gap in
 * breaches found comes from that and how much from what happens then. Where a count is withheld, so is what rests on it.
 */
import { type Published, WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../../fairness/disclosure/published.ts';
import type { ShownStep } from '../../../fairness/disclosure/published-funnel.ts';
import type { NamedGroup } from '../../../fairness/disclosure/published-items.ts';
import type { MeasuredSanctions } from '../../../fairness/disclosure/published-sanctions.ts';
import type { MeasuredTrend } from '../../../fairness/disclosure/released-trend.ts';
import {
  compareRates,
  type EventCount,
  type RateComparison,
} from '../../../fairness/impact/event-rates.ts';
import {
  type ComplaintLevel,
  type ComplaintsAndOutcomes,
  complaintsAndOutcomes,
} from '../../../fairness/ordered/complaints-and-outcomes.ts';
import { NOT_STATED } from '../../../workflow/measure/division.ts';
import { type Choice, type KindFigures, referenceIn } from './view.ts';

export interface ConductFigures {
  readonly dimension: Choice;
  readonly groups: readonly NamedGroup[];
  /** By the group of whoever is complained about: taken up, found, appealed. */
  readonly respondents: readonly KindFigures[];
  /** By the group of whoever complained: taken up, and what they hoped for. */
  readonly complainants: readonly KindFigures[];
  /** Undefined before the first release that measures them. */
  readonly sanctions: Published<MeasuredSanctions> | undefined;
  /** Everybody whom a code binds, once a program. */
  readonly people: Published<MeasuredOutcomes>;
  readonly trend: Published<MeasuredTrend>;
  readonly body: Published<readonly ShownStep[]>;
}

export interface Named {
  readonly reference: string | undefined;
  /** Undefined where one of the two counts is withheld. */
  readonly rows: readonly { readonly group: string; readonly count: EventCount | undefined }[];
  readonly compared: readonly RateComparison[];
}

const totalOf = ({ outcomes }: MeasuredOutcomes, group: string): number | undefined => {
  const outcome = outcomes.rows.find((row) => row.group === group)?.outcome ?? WITHHELD;
  return outcome === WITHHELD ? undefined : outcome.total;
};

/** Complaints looked at, for each person whom a code binds. */
export function namedIn({ respondents, people, groups }: ConductFigures): Named {
  const looked = respondents.find(({ kind }) => kind === 'conduct-screening')?.outcomes.value;
  const rows = groups.map(({ id: group }) => {
    const events = looked === undefined ? undefined : totalOf(looked, group);
    const all = totalOf(people.value, group);
    return {
      group,
      count: events === undefined || all === undefined ? undefined : { group, events, people: all },
    };
  });
  const counts = rows.flatMap(({ count }) => count ?? []);
  const wanted = looked === undefined ? undefined : referenceIn(looked.outcomes);
  const reference = counts.find(({ group }) => group === wanted);
  return {
    reference: reference?.group,
    rows,
    compared:
      reference === undefined
        ? []
        : compareRates(
            counts.filter((count) => count !== reference),
            reference,
          ),
  };
}

export interface Split extends ComplaintsAndOutcomes {
  readonly group: string;
}

/** Every group that is shown in both, against the reference; the largest that told first. */
export function splitsIn(figures: ConductFigures): {
  readonly reference: string | undefined;
  readonly splits: readonly Split[];
} {
  const { respondents, people, groups } = figures;
  const found = respondents.find(({ kind }) => kind === 'conduct-finding')?.outcomes.value;
  const reference = found === undefined ? undefined : referenceIn(found.outcomes);
  const levelsOf = (group: string): readonly ComplaintLevel[] | undefined => {
    const outcome = found?.outcomes.rows.find((row) => row.group === group)?.outcome ?? WITHHELD;
    const all = totalOf(people.value, group);
    return outcome === WITHHELD || all === undefined || all < outcome.total
      ? undefined
      : [
          { level: 'none', members: all - outcome.total, sanctioned: 0 },
          { level: 'complained about', members: outcome.total, sanctioned: outcome.succeeded },
        ];
  };
  const standard = reference === undefined ? undefined : levelsOf(reference);
  const splits = groups
    .filter(({ id }) => id !== reference)
    .flatMap(({ id }) => {
      const own = levelsOf(id);
      const split =
        own === undefined || standard === undefined
          ? undefined
          : complaintsAndOutcomes(own, standard);
      return split?.ok === true
        ? [{ group: id, ...split.value, size: own?.[1]?.members ?? 0 }]
        : [];
    });
  return {
    reference: standard === undefined ? undefined : reference,
    splits: splits.toSorted(
      (a, b) => Number(a.group === NOT_STATED) - Number(b.group === NOT_STATED) || b.size - a.size,
    ),
  };
}
