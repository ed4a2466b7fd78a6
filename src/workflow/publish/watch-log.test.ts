import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  closeInventedWorld,
  type InventedWorld,
  inventedWorld,
} from '../../../tests/support/invented-world.ts';
import { logNotice } from '../../http/desk/log-notice.ts';
import { type CivilDate, date } from '../../kernel/dates/civil-date.ts';
import { openCheckpoint } from '../../ledger/checkpoint/checkpoint.ts';
import { checkEd25519 } from '../../ledger/checkpoint/ed25519.ts';
import { openNote } from '../../ledger/checkpoint/note.ts';
import { logFolder } from '../../outside/adapters/log-folder.ts';
import type { Tx } from '../../storage/database/connect.ts';
import type { IssuanceDifference } from '../ports/log-watch.ts';
import { type PublishedLog, publishedLog } from './log-publisher.ts';
import { WATCH_FILE, WATCH_NOTE, watchDaily } from './watch-log.ts';

after(closeInventedWorld);

describe('the daily look of the log at itself', () => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'evenhand-watch-'));
  let invented: InventedWorld;
  let log: PublishedLog;
  before(async () => {
    invented = await inventedWorld();
    const { records, keys } = invented.world;
    const folder = logFolder(place);
    log = publishedLog({ records, folder, signer: keys.log, name: 'watched.example/log' });
    await log.publish();
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  const on = (day: string): InventedWorld['world'] => {
    const { world } = invented;
    const today = (): CivilDate => date(day);
    return { ...world, clock: { ...world.clock, today } };
  };

  /** What the database finds after a change that is taken back again. */
  async function undone(change: (tx: Tx) => Promise<unknown>): Promise<IssuanceDifference[]> {
    let found: IssuanceDifference[] = [];
    class Undone extends Error {}
    await assert.rejects(
      invented.db.owner.begin(async (tx) => {
        await tx`set local session_replication_role = replica`;
        await change(tx);
        found = await tx<IssuanceDifference[]>`select * from ledger.issuance_differences(10)`;
        throw new Undone();
      }),
      Undone,
    );
    return found;
  }

  test('three years of a body are sound: every place has its one line, and every entry is as it was signed', async () => {
    const row = await watchDaily(on('2027-01-12'), log);
    assert.deepEqual([row.sound, row.result.faults, row.result.issued.differences], [true, [], []]);
    assert.ok(row.result.issued.places > 200);
    assert.equal(row.result.issued.places, row.result.issued.lines);
    const note = readFileSync(path.join(place, WATCH_NOTE), 'utf8');
    const opened = await openNote(note, [log.key], checkEd25519);
    assert.ok(opened.ok);
    const digest = createHash('sha256').update(readFileSync(path.join(place, WATCH_FILE)));
    assert.equal(
      opened.value.text,
      `watched.example/log/monitor\n2027-01-12\n${digest.digest('base64')}\n`,
    );
    assert.ok(!(await openCheckpoint(note, log.key, checkEd25519)).ok, 'it is no head');
    assert.equal(row.result.entries, invented.body.lines.length);
    const text = readFileSync(path.join(place, 'monitor.json'), 'utf8');
    const file = JSON.parse(text);
    assert.deepEqual([file.on, file.sound, file.entries], ['2027-01-12', true, row.result.entries]);
    const copies = await invented.db.owner<{ id: string }[]>`select id from register.copy`;
    for (const { id } of copies) {
      assert.ok(!text.includes(id), 'no address of a credential is published');
    }
    assert.equal(await logNotice({ world: invented.world }), undefined);
  });

  test('a place without its line, with two, and a line without its place are each found and named', async () => {
    const [copy] = await invented.db.owner<{ id: string; list: number; place: number }[]>`
      select id, list, place from register.copy order by list, place limit 1`;
    const [line] = await invented.db.owner<{ place: number }[]>`
      select place from ledger.opening where plain->>'matter' = ${copy?.id ?? ''}`;
    assert.ok(copy !== undefined && line !== undefined);
    const where = { list: copy.list, place: copy.place };
    assert.deepEqual(
      (await undone((tx) => tx`delete from ledger.opening where place = ${line.place}`)).map(
        (one) => ({ ...one }),
      ),
      [
        { kind: 'line-without-place', line: line.place, list: null, place: null },
        { kind: 'place-without-line', line: null, ...where },
      ],
    );
    assert.deepEqual(
      (await undone((tx) => tx`delete from register.copy where id = ${copy.id}`)).map((one) => ({
        ...one,
      })),
      [{ kind: 'line-without-place', line: line.place, list: null, place: null }],
    );
    const size = invented.body.lines.length;
    const twice = await undone(async (tx) => {
      await tx`insert into ledger.entry (place, commitment, leaf_hash)
        select ${size}, commitment, leaf_hash from ledger.entry where place = ${line.place}`;
      await tx`insert into ledger.opening (place, matter, credential, salt, plain)
        select ${size}, matter, credential, salt, plain from ledger.opening where place = ${line.place}`;
    });
    assert.deepEqual(
      twice.map((one) => ({ ...one })),
      [{ kind: 'place-with-more-than-one-line', line: size, ...where }],
    );
  });

  test('it looks once a day, finds what was changed in the files, and staff and board are told until it is mended', async () => {
    assert.equal((await watchDaily(on('2027-01-12'), log)).onDay, '2027-01-12', 'once a day');
    const file = path.join(place, 'tile', 'entries', '000');
    const good = readFileSync(file);
    const bad = Buffer.from(good);
    bad[40] = (bad[40] ?? 0) ^ 1;
    writeFileSync(file, bad);
    const found = await watchDaily(on('2027-01-13'), log);
    assert.equal(found.sound, false);
    assert.match(found.result.faults[0]?.where ?? '', /tile\/entries\/000/);
    assert.match(
      (await logNotice({ world: invented.world })) ?? '',
      /January 13, 2027 found \d+ thing/,
    );
    await watchDaily(on('2027-01-14'), log);
    const { owner } = invented.db;
    const told = await owner<{ person: string; n: number }[]>`
      select to_person as person, count(*)::int as n from post.mail
      where subject = 'The decision log differs from what it should be' group by 1`;
    const [readers] = await owner<{ n: number }[]>`
      select count(distinct person)::int as n from people.office where office in ('board', 'director')`;
    assert.ok(told.length > 0);
    assert.equal(told.length, readers?.n, 'each member of the board and each director');
    assert.ok(
      told.every(({ n }) => n === 1),
      'once, not every day',
    );
    writeFileSync(file, good);
    assert.equal((await watchDaily(on('2027-01-15'), log)).sound, true);
    assert.equal(await logNotice({ world: invented.world }), undefined);
  });

  test('a log that was rolled back is found against the head of the day before', async () => {
    const checkpoint = readFileSync(path.join(place, 'checkpoint'));
    const { world } = invented;
    const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'evenhand-earlier-'));
    const shorter = publishedLog({
      records: {
        as: (actor, work) =>
          world.records.as(actor, (records) =>
            work({
              ...records,
              log: { ...records.log, size: async () => 300, checkpoint: async () => undefined },
            }),
          ),
      },
      folder: logFolder(elsewhere),
      signer: world.keys.log,
      name: 'watched.example/log',
    });
    await shorter.publish();
    writeFileSync(path.join(place, 'checkpoint'), readFileSync(path.join(elsewhere, 'checkpoint')));
    const found = await watchDaily(on('2027-01-16'), log);
    assert.ok(
      found.result.faults.some(({ kind }) => kind === 'rolled-back'),
      JSON.stringify(found.result.faults),
    );
    writeFileSync(path.join(place, 'checkpoint'), checkpoint);
    assert.equal((await watchDaily(on('2027-01-17'), log)).sound, true);
    rmSync(elsewhere, { recursive: true, force: true });
  });
});
