/**
 * Whom the figures name. What is found about a decider goes to that person and to the chair first; a director reads the
 * name of a decider who stands out only when the finding about that person may be read by directors: once the person has
 * responded, or the time for it has passed. Nobody else is named at all, so that no name follows from those that stand
 * beside it, nor from names that stood in an earlier release.
 */
import { standsFor } from '../../casework/finding/decide.ts';
import type { Published } from '../../fairness/disclosure/gate.ts';
import type { Release } from '../../fairness/disclosure/release.ts';
import type { FindingShown } from '../board/read-findings.ts';
import type { World } from '../ports/ports.ts';

/**
 * Names by the id of the decider, for a director. `findings` are those that this director may read; one that does not
 * stand for the newest release does not count, because a disparity that is shown again opens a new one.
 */
export async function deciderNames(
  world: Pick<World, 'records'>,
  director: string,
  of: {
    readonly kind: string;
    readonly releases: Published<readonly Release[]>;
    readonly findings: readonly FindingShown[];
  },
): Promise<ReadonlyMap<string, string>> {
  const newest = of.releases.value.at(-1);
  if (newest === undefined) {
    return new Map();
  }
  const { countedUntil } = newest.outcomes;
  const read = new Set(
    of.findings
      .filter(({ finding }) => finding.measurements[0].kind === of.kind)
      .filter(({ finding }) => standsFor(finding, countedUntil))
      .flatMap(({ finding }) => (finding.rater === undefined ? [] : [finding.rater])),
  );
  if (read.size === 0) {
    return new Map();
  }
  const deciders = await world.records.as({ rights: 'director', person: director }, ({ people }) =>
    people.deciders(),
  );
  return new Map(
    deciders.filter(({ id }) => read.has(id)).map(({ id, fullName }) => [id, fullName]),
  );
}
