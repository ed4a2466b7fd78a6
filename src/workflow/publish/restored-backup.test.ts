import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { line } from '../../../tests/support/small-log.ts';
import { fromUtf8, utf8 } from '../../kernel/bytes/bytes.ts';
import { checkEd25519, ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { checkReceipt } from '../../ledger/checkpoint/receipt.ts';
import { verifyLog } from '../../ledger/checkpoint/verify-log.ts';
import { leafHash } from '../../ledger/merkle/hash.ts';
import { openWitness, witnessHere } from '../../outside/adapters/keep-witness.ts';
import { logFolder } from '../../outside/adapters/log-folder.ts';
import { pause } from '../../outside/adapters/witnesses.ts';
import { codeOf } from '../../storage/tables/rows.ts';
import { transactor } from '../../storage/tables/unit-of-work.ts';
import { type LogFolder, type PublishedLog, publishedLog } from './log-publisher.ts';

const WORKER = { rights: 'worker', person: undefined } as const;
const secret = ed25519Signer('log.example/log', new Uint8Array(32).fill(1));
const signer = {
  sign: async (bytes: Uint8Array) => await secret.sign(bytes),
  publicKey: secret.key.publicKey,
};

/** One installation: a database and a folder of the log. */
interface Site {
  readonly db: TestDatabase;
  readonly folder: LogFolder;
  readonly log: PublishedLog;
}

describe('a database that does not fit the published log', () => {
  const here = mkdtempSync(path.join(os.tmpdir(), 'evenhand-restored-'));
  const all: TestDatabase[] = [];
  let folders = 0;
  after(async () => {
    for (const db of all) {
      await db.close();
    }
    rmSync(here, { recursive: true, force: true });
  });

  const site = (db: TestDatabase, folder: LogFolder): Site => ({
    db,
    folder,
    log: publishedLog({ records: transactor(db.pools), folder, signer, name: 'log.example/log' }),
  });
  const newFolder = (): LogFolder => {
    folders += 1;
    return logFolder(path.join(here, `log-${folders}`));
  };
  const opened = async (template?: string): Promise<TestDatabase> => {
    const db = await testDatabase(template);
    all.push(db);
    return db;
  };
  const append = async ({ db }: Pick<Site, 'db'>, ...entries: Uint8Array[]): Promise<void> => {
    for (const entry of entries) {
      await transactor(db.pools).as(WORKER, ({ log }) =>
        log.append({
          commitment: fromUtf8(entry),
          leafHash: leafHash(entry),
          salt: new Uint8Array(32),
          plain: {},
          matter: undefined,
          credential: undefined,
        }),
      );
    }
  };
  const range = (from: number, to: number): Uint8Array[] =>
    Array.from({ length: to - from }, (_, place) => line(from + place));

  /** Five lines, published. */
  async function ofFive(): Promise<Site> {
    const five = site(await opened(), newFolder());
    await append(five, ...range(0, 5));
    assert.ok((await five.log.publish()).ok);
    return five;
  }

  /** A database as it was left, once nobody is connected to it: what a dump of that moment brings back. */
  async function dumped(db: TestDatabase): Promise<string> {
    const name = String(db.where.database);
    await db.pools.close();
    await db.owner.end();
    return name;
  }

  /** The same for the attacker: everything a superuser can do, with the guards out of the way. */
  const rewrite = async ({ db }: Site, entries: readonly Uint8Array[]): Promise<void> => {
    await db.owner.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`delete from ledger.opening`;
      await tx`delete from ledger.entry`;
      await tx`delete from ledger.checkpoint`;
      for (const [place, entry] of entries.entries()) {
        await tx`insert into ledger.entry (place, commitment, leaf_hash)
          values (${place}, ${fromUtf8(entry)}, ${Buffer.from(leafHash(entry))})`;
      }
    });
  };

  const filesSound = async ({ folder, log }: Site): Promise<number> => {
    const report = await verifyLog({
      files: { read: (name) => folder.read(name) },
      key: log.key,
      check: checkEd25519,
    });
    assert.deepEqual(report.faults, []);
    return report.entriesRead;
  };

  test('an older backup is refused with what happened and how to mend it, and nothing is decided until it is mended', async () => {
    const folder = newFolder();
    const old = site(await opened(), folder);
    await append(old, ...range(0, 3));
    await old.log.publish();
    const backup = await dumped(old.db);
    const live = site(await opened(backup), folder);
    await append(live, ...range(3, 5));
    await live.log.publish();
    assert.equal(await filesSound(live), 5);
    const newest = await dumped(live.db);

    const restored = site(await opened(backup), folder);
    const before = await folder.read('checkpoint');
    const refused = await restored.log.publish();
    assert.ok(!refused.ok);
    assert.equal(refused.refusal.kind, 'database-behind');
    assert.match(
      refused.refusal.because,
      /holds 3 lines .* counts 5.*older backup was restored.*restore the newest backup/s,
    );
    await assert.rejects(append(restored, line(3, 'other')), (cause) => codeOf(cause) === 'EH020');
    const held = await transactor(restored.db.pools).as(
      { rights: 'public', person: undefined },
      async ({ log }) => ({ held: await log.held(), size: await log.size() }),
    );
    assert.equal(held.size, 3, 'what is there stays readable');
    assert.match(held.held?.because ?? '', /restore the newest backup/);
    assert.ok(!(await restored.log.publish()).ok, 'and again');
    assert.deepEqual(await folder.read('checkpoint'), before, 'the published head is untouched');
    assert.equal(await filesSound(restored), 5);

    const mended = site(await opened(newest), folder);
    assert.ok((await mended.log.publish()).ok);
    await append(mended, line(5));
    assert.ok((await mended.log.publish()).ok);
    assert.equal(await filesSound(mended), 6);
  });

  test('a held database goes on by itself once the folder it belongs to is back', async () => {
    const five = await ofFive();
    const stranger = site(await opened(), newFolder());
    await append(stranger, line(99));
    await stranger.log.publish();
    const mixed = site(five.db, stranger.folder);
    assert.ok(!(await mixed.log.publish()).ok);
    await assert.rejects(append(five, line(5)), (cause) => codeOf(cause) === 'EH020');
    assert.ok((await site(five.db, five.folder).log.publish()).ok);
    await append(five, line(5));
  });

  test('an attacker with every right on the database who writes the past anew is found (M5)', async () => {
    const five = await ofFive();
    const receipt = await five.log.receipt(1, fromUtf8(line(1)), undefined);
    for (const past of [
      [line(0), line(1, 'not-eligible'), ...range(2, 5)],
      [line(0), line(1, 'not-eligible'), ...range(2, 9)],
      range(0, 5).toReversed(),
    ]) {
      await rewrite(five, past);
      const again = site(five.db, five.folder);
      const refused = await again.log.publish();
      assert.equal(!refused.ok && refused.refusal.kind, 'another-past');
      await five.db.owner`delete from ledger.hold`;
    }
    assert.equal(await filesSound(five), 5);
    const proved = await checkReceipt(receipt ?? '', five.log.key, checkEd25519);
    assert.ok(proved.ok, 'and whoever holds a receipt can prove what stood there');
  });

  test('the same attacker is found while the service runs, before a word of it is published', async () => {
    const five = await ofFive();
    await rewrite(five, [...range(0, 4), line(4, 'not-eligible'), line(5)]);
    await assert.rejects(five.log.publish(), /line 4 .* not the one that was written/);
    assert.equal(await filesSound(five), 5);
  });

  test('the last two of five deleted, or all of them, are found (M1)', async () => {
    for (const left of [3, 0]) {
      const five = await ofFive();
      await rewrite(five, range(0, left));
      const refused = await site(five.db, five.folder).log.publish();
      assert.ok(!refused.ok);
      assert.equal(refused.refusal.kind, 'database-behind');
      assert.match(refused.refusal.because, new RegExp(`holds ${left} lines`));
      const later = await five.log.publish();
      assert.ok(!later.ok, 'and by the service that was running');
    }
  });

  test('lines taken from the front or from the middle are found, at both edges of what is compared (M3)', async () => {
    for (const past of [
      range(1, 5),
      range(2, 7),
      [...range(0, 2), ...range(3, 5)],
      [...range(0, 2), ...range(3, 6)],
    ]) {
      const five = await ofFive();
      await rewrite(five, past);
      const refused = await site(five.db, five.folder).log.publish();
      assert.ok(!refused.ok, `${past.length} lines`);
    }
  });

  test('there is no unsigned mode: a head that this log’s key did not sign stops everything (M4)', async () => {
    const five = await ofFive();
    const note = fromUtf8((await five.folder.read('checkpoint')) ?? new Uint8Array());
    for (const bad of [
      note.split('\n\n')[0] ?? '',
      `${note.split('\n\n')[0]}\n\n`,
      note.replace('\n5\n', '\n4\n'),
      '',
    ]) {
      await five.folder.write('checkpoint', utf8(bad));
      const refused = await site(five.db, five.folder).log.publish();
      assert.equal(!refused.ok && refused.refusal.kind, 'head-unreadable', bad);
    }
    const other = publishedLog({
      records: transactor(five.db.pools),
      folder: newFolder(),
      signer: { sign: async (bytes) => bytes, publicKey: new Uint8Array(32) },
      name: 'log.example/log',
    });
    const refused = await other.publish();
    assert.equal(
      !refused.ok && refused.refusal.kind,
      'head-unreadable',
      'another key over the same database',
    );
  });

  test('a folder that was lost is written again, and one that is older than the database is brought up to date', async () => {
    const five = await ofFive();
    const lost = site(five.db, newFolder());
    assert.ok((await lost.log.publish()).ok);
    assert.equal(await filesSound(lost), 5);
    const three = newFolder();
    const other = site(await opened(), three);
    await append(other, ...range(0, 3));
    await other.log.publish();
    const older = site(five.db, three);
    assert.ok((await older.log.publish()).ok);
    assert.equal(await filesSound(older), 5);
  });

  test('whoever takes database and folder both still meets the witness', async () => {
    const five = await ofFive();
    const away = witnessHere(
      openWitness({ folder: path.join(here, 'witness'), name: 'w.example', logs: [five.log.key] }),
    );
    const seen = publishedLog({
      records: transactor(five.db.pools),
      folder: five.folder,
      signer,
      name: 'log.example/log',
      witnesses: [away],
      wait: pause,
    });
    assert.deepEqual((await seen.publish()).ok, true);
    for (const [past, says] of [
      [range(0, 4), /has signed 5 entries of this log, and we have 4/],
      [[line(0, 'not-eligible'), ...range(1, 7)], /422/],
      [[line(0, 'not-eligible'), ...range(1, 5)], /409/],
    ] as const) {
      await rewrite(five, past);
      const forged = await publishedLog({
        records: transactor(five.db.pools),
        folder: newFolder(),
        signer,
        name: 'log.example/log',
        witnesses: [away],
        wait: pause,
      }).publish();
      assert.ok(forged.ok);
      assert.match(forged.value.silent[0]?.because ?? '', says);
    }
  });
});
