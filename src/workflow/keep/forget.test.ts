import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { file, fillIn } from '../../../tests/support/application.ts';
import { type Desk, type DeskPerson, openDesk } from '../../../tests/support/desk.ts';
import { addYears } from '../../kernel/dates/civil-date.ts';
import { withdrawMatter } from '../apply/withdraw.ts';
import { forgetOldMatters } from '../matter/forget-old.ts';
import { forgetFiles } from './forget-files.ts';

const PROGRAM = 'larkspur-care';
const DAY_MS = 86_400_000;

describe('what is kept no longer than it may be', () => {
  let desk: Desk;
  let person: DeskPerson;
  let matter = '';
  before(async () => {
    desk = await openDesk();
    person = await desk.somebody('Quillonde Marchwarden');
    await fillIn(desk.world, person.id, PROGRAM);
    const done = await file(desk.world, person.id, PROGRAM);
    assert.ok(done.ok, JSON.stringify(done));
    matter = done.value.matter.id;
  });
  after(() => desk.close());

  const later = (days: number) => ({
    ...desk.world,
    clock: { ...desk.world.clock, now: () => desk.world.clock.now() + days * DAY_MS },
  });
  const state = async () => {
    const [row] = await desk.database.owner<{ claim: object; documents: number; keys: number }[]>`
      select c.answers as claim, (select count(*)::int from evidence.document where matter = ${matter}) as documents,
        (select count(*)::int from ledger.opening where matter = ${matter}) as keys
      from casework.claim c where c.matter = ${matter}`;
    assert.ok(row);
    return row;
  };

  test('every table that names a kept file is asked before one is removed', async () => {
    const tables = await desk.database.owner<{ name: string }[]>`
      select table_schema || '.' || table_name as name from information_schema.columns
      where column_name = 'sha256' and data_type = 'text' and table_schema not in ('pg_catalog', 'information_schema')`;
    const [asked] = await desk.database.owner<{ text: string }[]>`
      select pg_get_functiondef('evidence.files_named()'::regprocedure) as text`;
    const KEEPS_NO_FILE = ['register.did_document', 'public.migration'];
    for (const { name } of tables.filter((table) => !KEEPS_NO_FILE.includes(table.name))) {
      assert.ok(asked?.text.includes(name), name);
    }
  });

  test('a matter that waits is not touched, however old it is', async () => {
    const before = await state();
    assert.ok(before.documents > 0 && before.keys === 0);
    assert.equal(await forgetOldMatters(yearsOn(20)), 0);
    assert.deepEqual(await state(), before);
  });

  const yearsOn = (years: number) => ({
    ...desk.world,
    clock: { ...desk.world.clock, today: () => addYears(desk.world.clock.today(), years) },
  });

  test('a matter that is over loses claim, documents and keys after seven years, and not before', async () => {
    const done = await withdrawMatter(desk.world, { person: person.id, matter });
    assert.ok(done.ok, JSON.stringify(done));
    const before = await state();
    assert.equal(await forgetOldMatters(yearsOn(6)), 0);
    assert.deepEqual(await state(), before);
    assert.equal(await forgetOldMatters(yearsOn(8)), 1);
    assert.deepEqual(await state(), { claim: {}, documents: 0, keys: 0 });
    assert.equal(await forgetOldMatters(yearsOn(8)), 0, 'once');
    const page = await person.see(`/matters/${matter}`);
    assert.equal(page.status, 200);
    assert.match(page.words, /[Ww]ithdrawn/);
  });

  test('a file that nothing names goes after a day; one that is named stays, and one that comes back is kept anew', async () => {
    const { files } = desk.world;
    const [orphan, young] = [
      await files.keep(new TextEncoder().encode('taken back')),
      await files.keep(new TextEncoder().encode('just uploaded')),
    ];
    const named = await files.keep(new TextEncoder().encode('still needed'));
    await desk.database.owner`insert into evidence.document
      (id, person, program, supports, sha256, media_type, bytes, original_name)
      values (gen_random_uuid(), ${person.id}, ${PROGRAM}, 'degree', ${named.sha256}, 'application/pdf', 12, 'one.pdf')`;
    assert.equal(await forgetFiles(desk.world), 0, 'nothing of the last day');
    await files.keep(new TextEncoder().encode('just uploaded'));
    const gone = await forgetFiles(later(2));
    assert.ok(gone >= 2, `${gone}`);
    assert.equal(await files.read(orphan.sha256), undefined);
    assert.equal(await files.read(young.sha256), undefined);
    assert.ok(await files.read(named.sha256));
    const again = await files.keep(new TextEncoder().encode('taken back'));
    assert.equal(again.sha256, orphan.sha256);
    assert.ok(await files.read(orphan.sha256));
  });
});
