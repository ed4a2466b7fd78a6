import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, type DeskPerson, hiddenIn, openDesk } from '../../../tests/support/desk.ts';
import { workbook } from '../../../tests/support/workbook.ts';
import { inWordsShort } from '../../kernel/dates/civil-date.ts';

const VERSION = 'larkspur-care ccm-code/2015-01';
const csv = (...rows: readonly string[]) =>
  new TextEncoder().encode(`number,title,text\n${rows.join('\n')}\n`);

describe('supplying the texts of a code', () => {
  let desk: Desk;
  let director: DeskPerson;
  before(async () => {
    desk = await openDesk();
    director = await desk.somebody('Desk director', 'director');
  });
  after(() => desk.close());

  const review = (bytes: Uint8Array, name = 'texts.csv', version = VERSION) =>
    director.upload('/desk/codes', { version }, [{ field: 'texts', name, bytes }]);
  /** Presses the button of a review. */
  const keep = async (page: string) => {
    const decoded = (name: string) =>
      (hiddenIn(page, name) ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    const fields = { version: VERSION, seen: decoded('seen'), rows: decoded('rows') };
    return await director.upload('/desk/codes', fields, [], '/desk/codes/keep');
  };
  const lines = async () =>
    await desk.database.owner<{ commitment: string; plain: object }[]>`
      select e.commitment, o.plain from ledger.entry e join ledger.opening o on o.place = e.place
      where e.commitment like '%code-text%' order by e.place`;
  const seen = async (address: string) => (await desk.stranger().see(address)).words;

  test('every row’s fate is seen before anything is kept; then it stands on the public page with its day', async () => {
    assert.match(
      await seen('/programs/larkspur-care/code'),
      /Title and text are supplied by the body/,
    );
    const looked = await review(
      csv('P1,Invented title,Invented words.', 'R3,Third rule,Words of the third.'),
    );
    assert.equal(looked.status, 200);
    assert.match(looked.words, /2 new, 0 changed, 0 as they are now, 0 to be mended/);
    assert.equal((await lines()).length, 0, 'looking keeps nothing');
    assert.doesNotMatch(await seen('/programs/larkspur-care/code'), /Words of the third/);
    const kept = await keep(looked.text);
    assert.equal(kept.status, 303);
    assert.match(
      (await director.see(kept.to ?? '')).words,
      /2 provisions kept\. Line [\d,]+ of the decision log/,
    );
    const day = inWordsShort(desk.world.clock.today());
    const page = await seen('/programs/larkspur-care/code');
    assert.match(page, new RegExp(`Words of the third\\. Supplied by the body on ${day}\\.`));
    assert.match(page, /R1 .*Title and text are supplied by the body/);
    assert.match(
      await seen('/programs/ccm/code'),
      /Words of the third/,
      'the same code, whoever runs it',
    );
  });

  test('a later file is an update, with a line of its own that holds no words and nobody’s name', async () => {
    const before = (await lines()).length;
    const looked = await review(
      csv('R3,Third rule,Newer words of the third.', 'P1,Invented title,Invented words.'),
    );
    assert.match(looked.words, /0 new, 1 changed, 1 as they are now/);
    assert.match(looked.words, /R3 Changed Third rule Words of the third\. Third rule Newer words/);
    assert.equal((await keep(looked.text)).status, 303);
    const all = await lines();
    assert.equal(all.length, before + 1);
    assert.match(
      all.at(-1)?.commitment ?? '',
      /"kind":"code-text","matter":".*"rules":"ccm-code\/2015-01"/,
    );
    const told = JSON.stringify(all.at(-1));
    assert.match(told, /"provisions":\["R3"\]/);
    assert.doesNotMatch(told, /Newer words|Desk director/);
    assert.ok(!told.includes(director.id));
  });

  test('what a version said on a day stays readable', async () => {
    await desk.database.owner`update conduct.code_text set supplied_at = now() - interval '40 days'
      where place = (select min(place) from conduct.code_text)`;
    const [row] = await desk.database.owner<{ day: string }[]>`select
      to_char((now() - interval '39 days') at time zone 'America/New_York', 'YYYY-MM-DD') as day`;
    const then = await seen(`/programs/ccm/code?version=2015-01&on=${row?.day}`);
    assert.match(then, /Words of the third\./);
    assert.doesNotMatch(then, /Newer words/);
    assert.match(then, /As it read on .* Read it as it is now/);
    const earlier = await seen('/programs/ccm/code?version=2015-01&on=2016-01-01');
    assert.doesNotMatch(earlier, /of the third/);
    const now = await seen('/programs/ccm/code');
    assert.match(now, /Newer words/);
    assert.match(now, /What it said on a day/);
    assert.equal((await desk.stranger().see('/programs/ccm/code?on=2026-02-30')).status, 404);
  });

  test('while a row has to be mended nothing can be kept, also by a page that was left open', async () => {
    const looked = await review(csv('R3,Third rule,Again.', 'R77,No such,Words.'));
    assert.equal(looked.status, 422);
    assert.match(looked.words, /R77 is no number that is known here/);
    assert.equal(hiddenIn(looked.text, 'rows'), undefined);
    const count = (await lines()).length;
    const rows = JSON.stringify([{ row: 2, number: 'R77', title: 'No', text: 'Words.' }]);
    const [{ seen: last } = { seen: -1 }] = await desk.database.owner<{ seen: number }[]>`
      select max(place)::int as seen from conduct.code_text`;
    const forced = await director.upload(
      '/desk/codes',
      { version: VERSION, seen: String(last), rows },
      [],
      '/desk/codes/keep',
    );
    assert.equal(forced.status, 422);
    assert.match(forced.words, /Some rows have to be mended first/);
    assert.equal((await lines()).length, count);
  });

  test('two directors at once: the second looks again', async () => {
    const [one, two] = [await review(csv('P2,Second,One.')), await review(csv('P2,Second,Two.'))];
    assert.equal((await keep(one.text)).status, 303);
    const late = await keep(two.text);
    assert.equal(late.status, 409);
    assert.match(late.words, /Somebody supplied texts of this version since you looked/);
    assert.equal((await keep((await review(csv('P2,Second,Two.'))).text)).status, 303);
  });

  test('a spreadsheet and JSON are read like CSV, and a file that is neither is refused beside its box', async () => {
    const row = (at: number, ...cells: readonly string[]) =>
      `<row r="${at}">${cells.map((cell, place) => `<c r="${'ABC'[place]}${at}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
    const sheet = workbook(
      `${row(1, 'number', 'title', 'text')}${row(2, 'P3', 'Third', 'From a sheet.')}`,
    );
    assert.match(
      (await review(sheet, 'texts.xlsx')).words,
      /P3 New No words yet Third From a sheet\./,
    );
    const json = new TextEncoder().encode('[{"number":"P3","title":"Third","text":"From JSON."}]');
    assert.match((await review(json, 'texts.json')).words, /P3 New No words yet Third From JSON\./);
    const odd = await review(new TextEncoder().encode('a,b\n1,2\n'));
    assert.equal(odd.status, 422);
    assert.match(odd.words, /none is named "number" or "text"/);
    const nothing = await director.upload(
      '/desk/codes',
      { version: 'larkspur-navigator navigator-code/2026' },
      [],
    );
    assert.match(nothing.words, /Choose the program and the version.*Choose a file/);
  });

  test('only a director supplies texts', async () => {
    for (const office of ['staff', 'conduct', 'auditor', 'board'] as const) {
      const other = await desk.somebody(`Desk ${office}`, office);
      assert.equal((await other.see('/desk/codes')).status, 403, office);
    }
  });
});
