import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { line, lines, smallLog } from '../../../tests/support/small-log.ts';
import { fromUtf8 } from '../../kernel/bytes/bytes.ts';
import {
  type OpenedCheckpoint,
  openCheckpoint,
  readCheckpoint,
} from '../../ledger/checkpoint/checkpoint.ts';
import { signedText } from '../../ledger/checkpoint/cosignature.ts';
import { checkEd25519, ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { type NoteSigner, noteKey } from '../../ledger/checkpoint/note.ts';
import { verifyLog } from '../../ledger/checkpoint/verify-log.ts';
import { leafHash, sameBytes } from '../../ledger/merkle/hash.ts';
import { witnessHere } from '../../outside/adapters/keep-witness.ts';
import { logFolder } from '../../outside/adapters/log-folder.ts';
import { witnessFolder } from '../../outside/adapters/witness-folder.ts';
import { pause } from '../../outside/adapters/witnesses.ts';
import { transactor } from '../../storage/tables/unit-of-work.ts';
import type { Transactor } from '../ports/ports.ts';
import { type LogFolder, type PublishedLog, publishedLog } from './log-publisher.ts';
import { type Witness, type WitnessMemory, witness } from './witness.ts';

const WORKER = { rights: 'worker', person: undefined } as const;
const secret = ed25519Signer('log.example/log', new Uint8Array(32).fill(1));
const LOG_KEY = noteKey('log.example/log', secret.key.publicKey);
const signer = {
  sign: async (bytes: Uint8Array) => await secret.sign(bytes),
  publicKey: secret.key.publicKey,
};
const plain = ed25519Signer('w.example', new Uint8Array(32).fill(2));
const WITNESS: NoteSigner = {
  ...plain,
  key: noteKey('w.example', plain.key.publicKey, 'cosignature'),
};

class Fault extends Error {}

/** Counts every operation on storage; the one numbered `at` fails, before it took effect or after. */
interface Faults {
  count: number;
  readonly at: number;
  readonly when: 'before' | 'after';
}
const none = (): Faults => ({ count: 0, at: 0, when: 'before' });

async function step<Value>(faults: Faults, work: () => Promise<Value>): Promise<Value> {
  faults.count += 1;
  const isHere = faults.count === faults.at;
  if (isHere && faults.when === 'before') {
    throw new Fault(`operation ${faults.at} failed before it took effect`);
  }
  const value = await work();
  if (isHere) {
    throw new Fault(`operation ${faults.at} failed after it took effect`);
  }
  return value;
}

const faultyFolder = (folder: LogFolder, faults: Faults): LogFolder => ({
  write: (name, bytes) => step(faults, () => folder.write(name, bytes)),
  read: (name) => step(faults, () => folder.read(name)),
});
const faultyRecords = (records: Transactor, faults: Faults): Transactor => ({
  as: (actor, work) => step(faults, () => records.as(actor, work)),
});
const faultyMemory = (memory: WitnessMemory, faults: Faults): WitnessMemory => ({
  last: (origin) => step(faults, () => memory.last(origin)),
  keep: (origin, turn, checkpoint) => step(faults, () => memory.keep(origin, turn, checkpoint)),
});

async function unlessFault(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (cause) {
    assert.ok(cause instanceof Fault, String(cause));
    return false;
  }
}

describe('every operation on storage fails, before it took effect and after', () => {
  const here = mkdtempSync(path.join(os.tmpdir(), 'evenhand-faults-'));
  let db: TestDatabase;
  before(async () => {
    db = await testDatabase();
  });
  after(async () => {
    await db.close();
    rmSync(here, { recursive: true, force: true });
  });

  test('publishing: the log is whole after each, and holds all that was acknowledged', async () => {
    const real = logFolder(path.join(here, 'log'));
    const memory = witnessFolder(path.join(here, 'witness'));
    let number = 0;
    const acknowledged = new Map<number, string>();
    let last: OpenedCheckpoint | undefined;

    const started = (faults: Faults) => {
      const records = faultyRecords(transactor(db.pools), faults);
      const seeing = witness({
        key: WITNESS,
        logs: [LOG_KEY],
        memory: faultyMemory(memory, faults),
        check: checkEd25519,
        now: () => 1_780_000_000_000,
      });
      const log = publishedLog({
        records,
        folder: faultyFolder(real, faults),
        signer,
        name: 'log.example/log',
        witnesses: [witnessHere(seeing)],
        wait: pause,
      });
      return { records, log };
    };
    const decide = async (records: Transactor): Promise<void> => {
      const entry = line(number);
      number += 1;
      const place = await records.as(WORKER, ({ log }) =>
        log.append({
          commitment: fromUtf8(entry),
          leafHash: leafHash(entry),
          salt: new Uint8Array(32),
          plain: {},
          matter: undefined,
          credential: undefined,
        }),
      );
      acknowledged.set(place, fromUtf8(entry));
    };
    /** What an outsider reads at this moment: nothing yet, or a whole log that continues all seen before. */
    const lookAt = async (log: PublishedLog): Promise<OpenedCheckpoint | undefined> => {
      const note = await real.read('checkpoint');
      if (note === undefined) {
        assert.equal(last, undefined, 'a head that was there is gone');
        return undefined;
      }
      const report = await verifyLog({
        files: { read: (name) => real.read(name) },
        key: log.key,
        check: checkEd25519,
        seen: [fromUtf8(note)],
      });
      assert.deepEqual(report.faults, []);
      const head = report.head;
      assert.ok(head !== undefined && head.size >= (last?.size ?? 0));
      assert.ok(head.size !== last?.size || sameBytes(head.root, last.root));
      return head;
    };
    const life = async (faults: Faults): Promise<void> => {
      const { records, log } = started(faults);
      for (let round = 0; round < 2; round += 1) {
        await unlessFault(() => decide(records));
        await unlessFault(() => log.publish());
        last = await lookAt(log);
      }
    };

    const counted = none();
    await life(counted);
    assert.ok(counted.count > 20, `${counted.count} operations`);
    let tried = 0;
    for (let at = 1; at <= counted.count + 2; at += 1) {
      for (const when of ['before', 'after'] as const) {
        await life({ count: 0, at, when });
        // Started again, with nothing in memory.
        const { log } = started(none());
        const published = await log.publish();
        assert.ok(published.ok, JSON.stringify(published));
        last = await lookAt(log);
        const [size] = await db.owner<
          { size: number }[]
        >`select count(*)::int as size from ledger.entry`;
        assert.equal(last?.size, size?.size, `after operation ${at} failed ${when}`);
        const note = (await log.head()) ?? '';
        const seen = await openCheckpoint(note, log.key, checkEd25519, [WITNESS.key], 1);
        assert.ok(seen.ok, 'the witness has signed');
        tried += 1;
      }
    }
    const rows = await db.owner<{ place: number; commitment: string }[]>`
      select place, commitment from ledger.entry`;
    const kept = new Map(rows.map((row) => [Number(row.place), row.commitment]));
    for (const [place, entry] of acknowledged) {
      assert.equal(kept.get(place), entry, `line ${place} was acknowledged`);
    }
    assert.ok(
      tried > 40 && acknowledged.size > tried,
      `${tried} faults, ${acknowledged.size} lines`,
    );
  });

  test('witnessing: what was signed is kept, and no two heads of one size are ever signed', async () => {
    const honest = smallLog(
      lines(64),
      ed25519Signer('log.example/log', new Uint8Array(32).fill(1)),
    );
    const forked = smallLog(
      lines(64, 'other'),
      ed25519Signer('log.example/log', new Uint8Array(32).fill(1)),
    );
    const memory = witnessFolder(path.join(here, 'alone'));
    const signed = new Map<number, string>();
    const started = (faults: Faults): Witness =>
      witness({
        key: WITNESS,
        logs: [LOG_KEY],
        memory: faultyMemory(memory, faults),
        check: checkEd25519,
        now: () => 1_780_000_000_000,
      });
    const keptSize = async (): Promise<number> => {
      const kept = await memory.last('log.example/log');
      const head = readCheckpoint(signedText(kept?.checkpoint ?? ''));
      return head.ok ? head.value.size : 0;
    };
    const ask = async (
      who: Witness,
      log: typeof honest,
      from: number,
      to: number,
    ): Promise<void> => {
      const answer = await who.addCheckpoint(await log.asks(from, to));
      if (answer.kind === 'signed') {
        const note = signedText(await log.checkpoint(to));
        assert.equal(signed.get(to) ?? note, note, `two heads of ${to} entries were signed`);
        signed.set(to, note);
      }
    };
    // A witness believes the first head it is shown; from then on only what continues it.
    await ask(started(none()), honest, 0, 1);
    for (let at = 1; at <= 8; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const who = started({ count: 0, at, when });
        for (let turn = 0; turn < 2; turn += 1) {
          const from = await keptSize();
          await unlessFault(() => ask(who, honest, from, from + 1));
          const now = await keptSize();
          await unlessFault(() => ask(who, forked, now, now + 1));
          await unlessFault(() => ask(who, forked, 0, now));
        }
        const again = started(none());
        const size = await keptSize();
        assert.ok(size >= Math.max(0, ...signed.keys()), 'what was signed is kept');
        await ask(again, forked, size, size);
        await ask(again, honest, size, size);
        assert.equal(signed.get(size), signedText(await honest.checkpoint(size)));
      }
    }
    assert.ok(signed.size > 15, `${signed.size} heads were signed`);
  });
});
