import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Desk, openDesk } from '../../../tests/support/desk.ts';
import { secretsFor } from '../../../tests/support/exam-world.ts';
import { toBase64, toBase64url, toHex, utf8 } from '../../kernel/bytes/bytes.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { checkEd25519 } from '../../ledger/checkpoint/ed25519.ts';
import { checkReceipt } from '../../ledger/checkpoint/receipt.ts';
import { verifyLog } from '../../ledger/checkpoint/verify-log.ts';
import { opens, readEntry } from '../../ledger/entry/entry.ts';
import { logFolder } from '../../outside/adapters/log-folder.ts';
import { publishedLog } from './log-publisher.ts';
import { recordOpenly } from './record-in-log.ts';

const WORKER = { rights: 'worker', person: undefined } as const;
const LABEL = 'K-2019-0041';
const OUTCOME = { breach: true, sanction: 'suspension' };

describe('a line whose salt was dropped', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());

  /** Every value of every table of the database, as text. */
  async function* everyValue(): AsyncGenerator<readonly [string, string]> {
    const { owner } = desk.database;
    const tables = await owner<{ name: string }[]>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
    for (const { name } of tables) {
      const rows = await owner.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`);
      for (const { row } of rows) {
        yield [name, row];
      }
    }
  }

  test('lets nobody confirm a guess from the database or the files, and the log stays whole', async () => {
    const place = path.join(secretsFor().folder, 'log');
    const folder = logFolder(place);
    const log = publishedLog({
      records: desk.world.records,
      folder,
      signer: desk.world.keys.log,
      name: 'erased.example/log',
    });
    const line = {
      kind: 'conduct',
      program: 'larkspur-care',
      rules: '2019-01-01',
      decidedOn: date('2019-05-06'),
      label: LABEL,
      outcome: OUTCOME,
    };
    const { place: index, salt } = await desk.world.records.as(WORKER, (records) =>
      recordOpenly(records, desk.world.chance, line),
    );
    const other = await desk.world.records.as(WORKER, (records) =>
      recordOpenly(records, desk.world.chance, { ...line, label: 'K-2019-0042' }),
    );
    await log.publish();
    const [entry] = await desk.world.records.as(WORKER, (records) => records.log.entries(index, 1));
    const commitment = entry?.commitment ?? '';
    const kept = await log.receipt(index, commitment, { matter: LABEL, outcome: OUTCOME, salt });

    const [dropped] = await desk.database.owner<{ count: number }[]>`
      select ledger.drop_salts(${LABEL}) as count`;
    assert.equal(dropped?.count, 1);

    const traces = [toHex(salt), toBase64(salt), toBase64url(salt), LABEL];
    let looked = 0;
    for await (const [table, row] of everyValue()) {
      looked += 1;
      for (const trace of traces) {
        assert.ok(!row.includes(trace), `${table} still holds ${trace}`);
      }
    }
    assert.ok(looked > 50, `${looked} rows were looked at`);
    for (const name of readdirSync(place, { recursive: true, encoding: 'utf8' })) {
      const file = path.join(place, name);
      const bytes = statSync(file).isFile() ? readFileSync(file) : Buffer.alloc(0);
      assert.ok(!bytes.includes(Buffer.from(salt)), name);
      assert.ok(
        traces.every((trace) => !bytes.includes(trace)),
        name,
      );
    }

    // The right guess, with every salt that is still to be had, opens nothing.
    const read = readEntry(utf8(commitment));
    assert.ok(read.ok);
    const salts = await desk.database.owner<
      { salt: Uint8Array }[]
    >`select salt from ledger.opening`;
    for (const guess of [new Uint8Array(32), ...salts.map((row) => new Uint8Array(row.salt))]) {
      assert.ok(!opens(read.value, { matter: LABEL, outcome: OUTCOME, salt: guess }));
    }
    const report = await verifyLog({
      files: { read: (name) => folder.read(name) },
      key: log.key,
      check: checkEd25519,
    });
    assert.deepEqual(report.faults, []);
    assert.ok((await log.publish()).ok, 'and the log goes on');
    assert.equal(salts.length, 1, 'no other line lost its salt');
    assert.ok(other.place > index);

    const proved = await checkReceipt(kept ?? '', log.key, checkEd25519);
    assert.ok(
      proved.ok && proved.value.opening?.matter === LABEL,
      'the person’s own receipt still opens it',
    );
  });

  test('only the database itself drops salts: no login of the service may', async () => {
    for (const pool of [desk.database.pools.worker, desk.database.pools.web]) {
      await assert.rejects(pool`select ledger.drop_salts(${LABEL})`, /permission denied/);
    }
  });
});
