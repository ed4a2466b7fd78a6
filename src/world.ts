/**
 * Opens everything that a use case needs: the database, the keys and the adapters of one installation. The server stands on it, and
 * so does each piece of work from the installation's own terminal.
 */
import path from 'node:path';
import { publishedFees } from './casework/fees/fees.ts';
import { noteKey } from './ledger/checkpoint/note.ts';
import { systemChance } from './outside/adapters/chance.ts';
import { documentCleaner } from './outside/adapters/cleaner.ts';
import { systemClock } from './outside/adapters/clock.ts';
import { fileFolder } from './outside/adapters/files.ts';
import {
  type Installation,
  makeDataFolder,
  showsDemonstration,
} from './outside/adapters/installation.ts';
import { type Keys, openKeys } from './outside/adapters/keys.ts';
import { logFolder } from './outside/adapters/log-folder.ts';
import { argonPassphrases } from './outside/adapters/passphrases.ts';
import { printers } from './outside/adapters/printers.ts';
import { issuingWith } from './outside/adapters/signatures.ts';
import { spreadsheets } from './outside/adapters/spreadsheet.ts';
import { vaultWith } from './outside/adapters/vault.ts';
import { walletFormats } from './outside/adapters/wallets.ts';
import { pause, witnessesOf } from './outside/adapters/witnesses.ts';
import { programs } from './program/catalog/catalog.ts';
import { connect, type Where } from './storage/database/connect.ts';
import { openDatabase, type RunningDatabase } from './storage/database/postgres.ts';
import { type Pools, prepare } from './storage/database/prepare.ts';
import { sealedReader } from './storage/sealed-store/sealed-reader.ts';
import { sealedWriter } from './storage/sealed-store/sealed-writer.ts';
import { batchedJournal } from './storage/tables/journal.ts';
import { type Owner, ownerOf } from './storage/tables/owner.ts';
import { batchedSessions } from './storage/tables/sessions.ts';
import { transactor } from './storage/tables/unit-of-work.ts';
import type { Measurements } from './workflow/measure/measurements.ts';
import type { World } from './workflow/ports/ports.ts';
import { nameInKey, type PublishedLog, publishedLog } from './workflow/publish/log-publisher.ts';

const DATABASE = 'evenhand';

export interface OpenedWorld {
  readonly world: World;
  readonly pools: Pools;
  readonly database: RunningDatabase;
  readonly keys: Keys;
  readonly log: PublishedLog;
  readonly folder: ReturnType<typeof logFolder>;
  readonly demonstration: boolean;
  readonly measurements: Measurements;
  close(): Promise<void>;
}

/** Everything a use case needs, over the real database of this installation. `asked` is whether it shows the demonstration. */
export async function openWorld(installation: Installation, asked?: boolean): Promise<OpenedWorld> {
  const { data, root, origin, keyPassphrase, token } = installation;
  makeDataFolder(data);
  const demonstration = showsDemonstration(installation, asked);
  const keys = openKeys(path.join(data, 'keys'), keyPassphrase, token);
  const database = await openDatabase(path.join(data, 'postgres'), installation.databaseUrl);
  const pools = await prepare(database.where, {
    root,
    database: installation.databaseUrl === undefined ? DATABASE : undefined,
    secret: keys.secret,
    fees: programs.flatMap(({ rules }) => rules.flatMap(publishedFees)),
  });
  const records = transactor(pools);
  const folder = logFolder(path.join(data, 'log'));
  const published = await folder.read('key');
  const name = (published && nameInKey(published)) ?? `${new URL(origin).host}/log`;
  const sealedVault = vaultWith(keys.sealed);
  return {
    world: {
      clock: systemClock(installation.zone),
      chance: systemChance(),
      records,
      sessions: batchedSessions(records),
      passphrases: argonPassphrases,
      files: fileFolder(path.join(data, 'files')),
      cleaner: documentCleaner,
      ...printers(installation.root),
      sheets: spreadsheets,
      sealed: sealedWriter(pools.identify, keys.sealed, sealedVault),
      vault: vaultWith(keys.vault),
      keys: { issuer: keys.issuer, log: keys.log },
      wallets: walletFormats(origin),
      issuing: issuingWith(keys.statusPlaces),
      journal: batchedJournal(pools.worker),
      origin,
    },
    pools,
    database,
    keys,
    folder,
    log: publishedLog({
      records,
      folder,
      signer: keys.log,
      name,
      wait: pause,
      witnesses: witnessesOf(installation, noteKey(name, keys.log.publicKey), demonstration),
    }),
    demonstration,
    measurements: sealedReader(pools.measure, keys.sealed, sealedVault),
    close: async () => {
      await pools.close();
      await database.stop();
    },
  };
}

/** Opens everything, works, and closes it, whatever becomes of the work. */
export async function whileOpen<Value>(
  installation: Installation,
  work: (opened: OpenedWorld) => Promise<Value>,
): Promise<Value> {
  const opened = await openWorld(installation);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** Work under the database's owner, from the installation's own terminal. */
export const withOwner = (
  installation: Installation,
  work: (owner: Owner) => Promise<number>,
): Promise<number> =>
  whileOpen(installation, async (opened) => {
    const owner = connect(ownersPlace(opened, installation), 3);
    try {
      return await work(ownerOf(owner));
    } finally {
      await owner.end();
    }
  });

/** One piece of work from the installation's own terminal; the log is brought up to date with it. */
export const inWorld = <Value>(
  installation: Installation,
  work: (world: World) => Promise<Value>,
): Promise<Value> =>
  whileOpen(installation, async ({ world, log }) => {
    const done = await work(world);
    await log.publish();
    return done;
  });

/** Where the owner of the tables signs in to them. */
export const ownersPlace = (opened: OpenedWorld, installation: Installation): Where => ({
  ...opened.database.where,
  ...(installation.databaseUrl === undefined ? { database: DATABASE } : {}),
});
