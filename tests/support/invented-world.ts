/** The invented body in a real database, loaded once for every test that reads it. */

import { examPrograms } from '../../src/demonstration/items/demonstration-forms.ts';
import { inventedBody } from '../../src/demonstration/simulator/invented-body.ts';
import { type CivilDate, date } from '../../src/kernel/dates/civil-date.ts';
import { systemChance } from '../../src/outside/adapters/chance.ts';
import { openKeys } from '../../src/outside/adapters/keys.ts';
import { linearSolver } from '../../src/outside/adapters/linear-solver.ts';
import { plainPdf } from '../../src/outside/adapters/plain-pdf.ts';
import { vaultWith } from '../../src/outside/adapters/vault.ts';
import { sealedReader } from '../../src/storage/sealed-store/sealed-reader.ts';
import { sealedAnswer } from '../../src/storage/sealed-store/sealed-writer.ts';
import { type LoadDeps, loadInventedBody } from '../../src/storage/tables/bulk-load.ts';
import { issuerOfLoaded } from '../../src/workflow/certify/issue-loaded.ts';
import { drawAndTell } from '../../src/workflow/measure/draw-and-tell.ts';
import type { Measurements } from '../../src/workflow/measure/measurements.ts';
import type { BodyToLoad } from '../../src/workflow/ports/body-to-load.ts';
import type { World } from '../../src/workflow/ports/ports.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { secretsFor, storeExam, worldOver } from './exam-world.ts';
import { seededIds } from './seeded-ids.ts';

export const INVENTED_TODAY = date('2026-11-25');
const INVENTED_SEED = 'larkspur';

export interface InventedWorld {
  readonly db: TestDatabase;
  readonly world: World;
  readonly body: BodyToLoad;
  readonly measurements: Measurements;
  readonly today: CivilDate;
  readonly loadedInMs: number;
  readonly deps: LoadDeps;
}

/** What is loaded once in a run; nobody is connected to its database, so that it can be copied. */
interface Loaded extends Pick<InventedWorld, 'body' | 'loadedInMs' | 'deps'> {
  readonly database: string;
  readonly folder: string;
}

const loaded = new Map<'all' | 'few', Promise<Loaded>>();
/** The copies that are open; a file that closes none leaves its own to the next. */
const opened: { plain?: Promise<InventedWorld>; measured?: Promise<InventedWorld> } = {};

/**
 * A copy of the body, one for each file that asks. `signed: 'few'` leaves out most credentials, which take longest to make,
 * for tests that are not about them, unless the whole body is loaded already.
 */
export function inventedWorld(signed: 'all' | 'few' = 'all'): Promise<InventedWorld> {
  opened.plain ??= copied(loaded.get('all') ?? loaded.get(signed) ?? remembered(signed));
  return opened.plain;
}

/** The same once everything due by its last day was measured, with what measuring told. */
export async function measuredWorld(): Promise<
  InventedWorld & { readonly told: readonly string[] }
> {
  measured ??= measure();
  opened.measured ??= copied(measured);
  return { ...(await opened.measured), told: (await measured).told };
}

let measured: Promise<Loaded & { readonly told: readonly string[] }> | undefined;

async function measure(): Promise<Loaded & { readonly told: readonly string[] }> {
  const from = await (loaded.get('all') ?? loaded.get('few') ?? remembered('few'));
  const { db, world, measurements, today } = await copied(Promise.resolve(from));
  const clock = { ...world.clock, today: () => today };
  const told = await drawAndTell({ ...world, clock, measurements, solver: linearSolver });
  await db.close();
  return { ...from, database: db.where.database, told };
}

/** After the last test of a file; another file that needs the body gets a copy of its own. */
export async function closeInventedWorld(): Promise<void> {
  const open = [opened.plain, opened.measured];
  delete opened.plain;
  delete opened.measured;
  for (const world of open) {
    await (await world)?.db.close();
  }
}

function remembered(signed: 'all' | 'few'): Promise<Loaded> {
  const made = load(signed);
  loaded.set(signed, made);
  return made;
}

async function copied(from: Promise<Loaded>): Promise<InventedWorld> {
  const { database, folder, body, loadedInMs, deps } = await from;
  const db = await testDatabase(database);
  const { sealed } = openKeys(`${folder}/keys`);
  const measurements = sealedReader(db.pools.measure, sealed, vaultWith(sealed));
  const world = worldOver(db.pools, folder);
  return { db, world, body, measurements, today: INVENTED_TODAY, loadedInMs, deps };
}

const FEW = 40;

function withFewAwards(body: BodyToLoad): BodyToLoad {
  const awards = body.awards.slice(0, FEW);
  const kept = new Set(awards.map(({ sitting }) => sitting));
  const lines = body.lines.filter(
    ({ about }) => !('credentialOf' in about) || kept.has(about.credentialOf),
  );
  return { ...body, awards, lines };
}

async function load(signed: 'all' | 'few'): Promise<Loaded> {
  const db = await testDatabase();
  const { folder } = secretsFor();
  const world = worldOver(db.pools, folder);
  for (const program of examPrograms) {
    await storeExam(db.owner, world, program);
  }
  const chance = systemChance();
  const keys = openKeys(`${folder}/keys`);
  const deps: LoadDeps = {
    passphraseHash: 'no passphrase',
    uuid: chance.uuid,
    bytes: chance.bytes,
    seal: sealedAnswer(keys.sealed, vaultWith(keys.sealed)),
    issue: issuerOfLoaded(world),
    keep: async (title, lines) => await world.files.keep(await plainPdf(title, lines)),
    progress: () => {},
  };
  const whole = inventedBody({
    seed: INVENTED_SEED,
    today: INVENTED_TODAY,
    ids: seededIds('body'),
  });
  const body = signed === 'all' ? whole : withFewAwards(whole);
  const start = process.hrtime.bigint();
  await loadInventedBody(db.owner, body, deps);
  const loadedInMs = Number(process.hrtime.bigint() - start) / 1e6;
  await db.close();
  return { database: db.where.database, folder, body, loadedInMs, deps };
}
