import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { line } from '../../../tests/support/small-log.ts';
import { fromUtf8 } from '../../kernel/bytes/bytes.ts';
import { openCheckpoint } from '../../ledger/checkpoint/checkpoint.ts';
import { cosign } from '../../ledger/checkpoint/cosignature.ts';
import { checkEd25519, ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { noteKey } from '../../ledger/checkpoint/note.ts';
import { verifyLog } from '../../ledger/checkpoint/verify-log.ts';
import { leafHash } from '../../ledger/merkle/hash.ts';
import { openWitness, witnessHere } from '../../outside/adapters/keep-witness.ts';
import { logFolder } from '../../outside/adapters/log-folder.ts';
import { transactor } from '../../storage/tables/unit-of-work.ts';
import type { Transactor } from '../ports/ports.ts';
import type { AskedWitness } from './ask-witnesses.ts';
import { type PublishedLog, publishedLog } from './log-publisher.ts';
import { publishingAloud } from './publishing-aloud.ts';

const WORKER = { rights: 'worker', person: undefined } as const;
const secret = ed25519Signer('log.example/log', new Uint8Array(32).fill(1));
const signer = {
  sign: async (bytes: Uint8Array) => await secret.sign(bytes),
  publicKey: secret.key.publicKey,
};

describe('publishing under witnesses', () => {
  let db: TestDatabase;
  let records: Transactor;
  let here: string;
  let count = 0;
  before(async () => {
    db = await testDatabase();
    records = transactor(db.pools);
  });
  after(() => db.close());
  beforeEach(() => {
    here = mkdtempSync(path.join(os.tmpdir(), 'evenhand-publish-'));
  });
  afterEach(() => rmSync(here, { recursive: true, force: true }));

  const write = async (many = 1): Promise<void> => {
    for (let k = 0; k < many; k += 1) {
      const entry = line(count);
      count += 1;
      await records.as(WORKER, ({ log }) =>
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
  const logWith = (witnesses: readonly AskedWitness[]): PublishedLog =>
    publishedLog({
      records,
      folder: logFolder(path.join(here, 'log')),
      signer,
      name: 'log.example/log',
      witnesses,
      // A tenth of the patience, so that the tests do not wait.
      wait: (ms) => pauseFor(ms / 10, undefined, { ref: false }),
    });
  const good = (name: string): AskedWitness =>
    witnessHere(
      openWitness({
        folder: path.join(here, name),
        name: `${name}.example`,
        logs: [noteKey('log.example/log', signer.publicKey)],
      }),
    );
  const signedBy = async (log: PublishedLog): Promise<readonly string[]> => {
    const note = (await log.head()) ?? '';
    const opened = await openCheckpoint(note, log.key, checkEd25519, log.witnesses);
    assert.ok(opened.ok, JSON.stringify(opened));
    return opened.value.signedBy.map(({ key }) => key.name);
  };

  test('two witnesses sign every head as the log grows, and a reader can ask for both', async () => {
    const log = logWith([good('east'), good('west')]);
    for (const more of [0, 1, 5, 300]) {
      await write(more);
      const published = await log.publish();
      assert.deepEqual(published.ok && published.value.silent, []);
      assert.deepEqual(await signedBy(log), ['log.example/log', 'east.example', 'west.example']);
    }
    const folder = logFolder(path.join(here, 'log'));
    const report = await verifyLog({
      files: { read: (name) => folder.read(name) },
      key: log.key,
      check: checkEd25519,
      witnesses: log.witnesses,
      quorum: 2,
    });
    assert.deepEqual([report.faults, report.entriesRead], [[], count]);
  });

  test('a witness that is down, slow or hostile costs its own signature and nothing else', async () => {
    const [honest, victim, slow] = [good('honest'), good('victim'), good('slow')];
    const other = ed25519Signer('liar.example', new Uint8Array(32).fill(7));
    const liar = { ...other, key: noteKey('liar.example', other.key.publicKey, 'cosignature') };
    const log = logWith([
      { ...victim, ask: async () => Promise.reject(new Error('connection refused')) },
      { ...slow, ask: () => new Promise(() => {}) },
      // Says that it has seen more than there is.
      { key: liar.key, ask: async () => ({ status: 409, body: '999999\n' }) },
      { ...good('garbled'), ask: async () => ({ status: 200, body: '\u0000'.repeat(50_000) }) },
      // Signs another text.
      {
        ...good('forger'),
        ask: async () => ({
          status: 200,
          body: await cosign((await log.head()) ?? 'x\n\n', liar, 1),
        }),
      },
      { ...good('angry'), ask: async () => ({ status: 500, body: '' }) },
      honest,
    ]);
    await write();
    const published = await log.publish();
    assert.ok(published.ok);
    assert.equal(published.value.size, count);
    assert.deepEqual(await signedBy(log), ['log.example/log', 'honest.example']);
    const said = new Map(published.value.silent.map((one) => [one.witness, one.because]));
    assert.equal(said.size, 6);
    assert.match(said.get('victim.example') ?? '', /refused/);
    assert.match(said.get('slow.example') ?? '', /in time/);
    assert.match(said.get('liar.example') ?? '', /999999 entries of this log, and we have/);
    assert.match(said.get('angry.example') ?? '', /500/);
  });

  test('a witness that comes back signs the head that lies there, and the log is asked for no new one', async () => {
    const real = good('away');
    const east: { isAway: boolean } = { isAway: true };
    const log = logWith([
      {
        ...real,
        ask: (body) => (east.isAway ? Promise.reject(new Error('away')) : real.ask(body)),
      },
    ]);
    const told: string[] = [];
    const publish = publishingAloud(log, (sentence) => told.push(sentence));
    await write();
    await publish();
    await publish();
    assert.deepEqual(told, ['The witness away.example has not signed the log: away'], 'told once');
    assert.deepEqual(await signedBy(log), ['log.example/log']);
    const before = (await log.head())?.split('\n\n')[0];
    east.isAway = false;
    await publish();
    assert.deepEqual(await signedBy(log), ['log.example/log', 'away.example']);
    assert.equal((await log.head())?.split('\n\n')[0], before);
    await write();
    east.isAway = true;
    await publish();
    assert.equal(told.length, 2, 'and told again when it is away again');
  });

  test('after a restart the witnesses are asked from where they stand', async () => {
    const east = good('later');
    await write();
    await logWith([east]).publish();
    await write(3);
    const sizes: string[] = [];
    const restarted = logWith([
      {
        ...east,
        ask: (body) => {
          sizes.push(body.split('\n')[0] ?? '');
          return east.ask(body);
        },
      },
    ]);
    await restarted.publish();
    assert.deepEqual(sizes, ['old 0', `old ${count - 3}`]);
    assert.deepEqual(await signedBy(restarted), ['log.example/log', 'later.example']);
  });

  test('decisions are written while a witness keeps the publisher waiting', async () => {
    const log = logWith([{ ...good('stuck'), ask: () => new Promise(() => {}) }]);
    await write();
    const publishing = log.publish();
    await write(2);
    const published = await publishing;
    assert.ok(published.ok);
    await log.publish();
    assert.match((await log.head()) ?? '', new RegExp(`\n${count}\n`));
  });

  test('a receipt carries the signatures of the witnesses', async () => {
    const log = logWith([good('receipt')]);
    await write();
    const place = count - 1;
    assert.equal(await log.receipt(place, fromUtf8(line(place)), undefined), undefined);
    await log.publish();
    const text = await log.receipt(place, fromUtf8(line(place)), undefined);
    assert.match(text ?? '', /^c2sp\.org\/tlog-proof@v1\n[\s\S]*\u2014 receipt\.example /);
  });
});
