/**
 * Deciders beside one another: does one of them approve less often, or more often, than the others? Matters reach
 * deciders without regard to what is in them, so that their approvals can be compared.
 *
 * Step by step: the decider who stands out most is named and set aside, and the rest are compared anew. A severe decider
 * among "the others" would make everybody else look lenient.
 */
import {
  type ProtectedOutcomes,
  protectOutcomes,
  WITHHELD,
} from '../../fairness/disclosure/published.ts';
import {
  type DeciderCount,
  type DeciderSeverity,
  deciderSeverity,
} from '../../fairness/impact/decider-severity.ts';
import { type Asked, countedBefore, dayOf, type MeasureWorld } from './division.ts';

export interface MeasuredDecider {
  readonly decider: string;
  /** Undefined where the decider made too few decisions to be shown. */
  readonly severity: DeciderSeverity | undefined;
  /** The others that this decider was compared with were fewer by those who stood out more. */
  readonly comparedAfter: number;
}

export async function measureDeciders(
  world: MeasureWorld,
  asked: Asked,
): Promise<readonly MeasuredDecider[]> {
  const before = countedBefore(world);
  const rows = await world.measurements.decisions(asked.dimension, 'eligibility');
  const counts = new Map<string, { approved: number; decided: number }>();
  for (const { program, decider, outcome, closedAt } of rows) {
    const inProgram = asked.program === undefined || asked.program === program;
    const isCounted = closedAt !== undefined && dayOf(program, closedAt) < before;
    if (inProgram && isCounted && decider !== undefined && outcome !== undefined) {
      const count = counts.get(decider) ?? { approved: 0, decided: 0 };
      count.approved += outcome === 'met' ? 1 : 0;
      count.decided += 1;
      counts.set(decider, count);
    }
  }
  const deciders = [...counts]
    .map(([decider, count]) => ({ decider, ...count }))
    .toSorted((a, b) => (a.decider < b.decider ? -1 : 1));
  const shown = shownDeciders(deciders);
  const severities = inSteps(deciders.filter(({ decider }) => shown.has(decider)));
  return deciders.map(({ decider }) => {
    const place = severities.findIndex((severity) => severity.decider === decider);
    const standingOut = severities.filter(isStandingOut).length;
    return {
      decider,
      severity: severities[place],
      comparedAfter: place < 0 ? 0 : Math.min(place, standingOut),
    };
  });
}

function shownDeciders(deciders: readonly DeciderCount[]): ReadonlySet<string> {
  if (deciders.length === 0) {
    return new Set();
  }
  const table: ProtectedOutcomes = protectOutcomes(
    deciders.map(({ decider, approved, decided }) => ({
      group: decider,
      succeeded: approved,
      total: decided,
    })),
  ).value;
  return new Set(
    table.rows.filter(({ outcome }) => outcome !== WITHHELD).map(({ group }) => group),
  );
}

/** Those who stand out first, in the order in which they were found; then all the others. */
function inSteps(deciders: readonly DeciderCount[]): readonly DeciderSeverity[] {
  const severities = deciderSeverity(deciders).flatMap((one) => (one.ok ? [one.value] : []));
  const [most] = severities.filter(isStandingOut).toSorted((a, b) => a.raisedP - b.raisedP);
  return most === undefined
    ? severities
    : [most, ...inSteps(deciders.filter(({ decider }) => decider !== most.decider))];
}

/** Names of deciders, for a director; everybody else reads numbers. */
export async function deciderNames(
  world: Pick<MeasureWorld, 'records'>,
  director: string,
): Promise<ReadonlyMap<string, string>> {
  const deciders = await world.records.as({ rights: 'director', person: director }, ({ people }) =>
    people.deciders(),
  );
  return new Map(deciders.map(({ id, fullName }) => [id, fullName]));
}

const isStandingOut = ({ verdict }: DeciderSeverity): boolean =>
  verdict.state === 'disparity-shown';
