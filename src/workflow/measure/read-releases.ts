/** The releases on record, under the reader's own rights, from the oldest to the newest. */
import type { Published } from '../../fairness/disclosure/gate.ts';
import { type Release, storedReleases } from '../../fairness/disclosure/release.ts';
import type { ReleasedOutcomes } from '../../fairness/disclosure/released-outcomes.ts';
import type { Actor, Transactor } from '../ports/ports.ts';
import type { ReleaseRow } from '../ports/release-records.ts';

const read = new Map<string, Release>();

export async function readReleases(
  records: Transactor,
  reader: Actor,
): Promise<Published<readonly Release[]>> {
  const rows = await records.as(reader, ({ releases }) => releases.list());
  return storedReleases(rows.map(releaseIn));
}

/**
 * What releases show of outcomes by group and nothing else, for whoever may not read what is said of deciders: the newest
 * last, each as a release that holds nothing besides.
 */
export async function readOutcomes(
  records: Transactor,
  reader: Actor,
): Promise<Published<readonly Release[]>> {
  const rows = await records.as(reader, ({ releases }) => releases.outcomes());
  return storedReleases(
    rows.map((outcomes) => ({
      outcomes: outcomes as unknown as ReleasedOutcomes,
      ...{ waiting: [], items: [], deciders: [] },
    })),
  );
}

/** A release never changes, and reading one takes longer than a page should. */
function releaseIn({ digest, body }: ReleaseRow): Release {
  const known = read.get(digest) ?? (JSON.parse(body) as Release);
  read.set(digest, known);
  return known;
}
