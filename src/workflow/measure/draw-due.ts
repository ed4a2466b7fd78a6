/**
 * Draws the releases that are due: one of the end of last year, which the yearly report rests on, and one of the quarter
 * that has ended. Each is kept in one transaction with its line of the decision log, so that no
 * measuring stays unseen; one that cannot be protected is not kept, and the log says that too.
 */
import type { Published } from '../../fairness/disclosure/gate.ts';
import type { Release } from '../../fairness/disclosure/release.ts';
import { asJson } from '../../kernel/bytes/as-json.ts';
import { canonicalJson, type Json } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { addDays, type CivilDate, date } from '../../kernel/dates/civil-date.ts';
import type { Solver } from '../../numerics/linear/linear-program.ts';
import type { World } from '../ports/ports.ts';
import { recordOpenly } from '../publish/record-in-log.ts';
import { AFTER_EXAM_KINDS } from './count-after-exam.ts';
import { CONDUCT_KINDS } from './count-conduct.ts';
import { dimensionsMeasured, releasedBefore } from './division.ts';
import { DECIDED, drawRelease } from './draw-release.ts';
import type { Measurements } from './measurements.ts';
import { readReleases } from './read-releases.ts';

export interface DrawingWorld extends Pick<World, 'clock' | 'chance' | 'records'> {
  readonly measurements: Measurements;
  readonly solver: () => Promise<Solver>;
}

export type Drawn =
  | {
      readonly kind: 'drawn';
      readonly countedUntil: CivilDate;
      readonly release: Published<Release>;
    }
  | { readonly kind: 'refused'; readonly countedUntil: CivilDate; readonly because: string };

const WORKER = { rights: 'worker', person: undefined } as const;

/** The days before which a release is still to count; from the earliest. */
export async function releasesDue(
  world: Pick<World, 'clock' | 'records'>,
): Promise<readonly CivilDate[]> {
  const today = world.clock.today();
  const rows = await world.records.as(WORKER, ({ releases }) => releases.list());
  const last = rows.at(-1)?.countedUntil;
  const quarter = releasedBefore(today);
  const year = date(`${today.slice(0, 4)}-01-01`);
  return [...new Set([year, quarter])].filter(
    (before) => last === undefined || addDays(before, -1) > last,
  );
}

export async function drawDue(world: DrawingWorld): Promise<readonly Drawn[]> {
  const drawn: Drawn[] = [];
  const dimensions = (await dimensionsMeasured(world)).map(({ id }) => id);
  if (dimensions.length > 0) {
    for (const before of await releasesDue(world)) {
      drawn.push(...(await drawOne(world, dimensions, before)));
    }
  }
  return drawn;
}

async function drawOne(
  world: DrawingWorld,
  dimensions: readonly string[],
  before: CivilDate,
): Promise<readonly Drawn[]> {
  const earlier = (await readReleases(world.records, WORKER)).value;
  const number = earlier.length + 1;
  const countedUntil = addDays(before, -1);
  const solver = await world.solver();
  const asked = { number, before, dimensions, earlier };
  const release = await drawRelease(world.measurements, solver, asked);
  const query: Json = {
    countedUntil,
    dimensions,
    kinds: [...DECIDED, 'pass', 'steps', ...AFTER_EXAM_KINDS, ...CONDUCT_KINDS],
  };
  const line = (outcome: Json) => ({
    kind: 'release',
    program: 'all-programs',
    rules: 'disclosure-gate-1',
    decidedOn: world.clock.today(),
    label: `release ${number}`,
    outcome,
  });
  if (!release.ok) {
    const { because } = release.refusal;
    await world.records.as(WORKER, (records) =>
      recordOpenly(records, world.chance, line({ query, refused: because })),
    );
    return [{ kind: 'refused', countedUntil, because }];
  }
  if (release.value.value.outcomes.tables.length === 0) {
    return [];
  }
  const body = canonicalJson(asJson(release.value.value));
  const digest = sha256Hex(body);
  await world.records.as(WORKER, async (records) => {
    const { place, salt } = await recordOpenly(records, world.chance, line({ query, digest }));
    await records.releases.add({ number, countedUntil, body, digest, opening: salt, place });
  });
  return [{ kind: 'drawn', countedUntil, release: release.value }];
}
