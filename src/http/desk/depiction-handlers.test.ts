/** Whom the items show, over its address: recorded from two files by a director, read by board and auditors, by nobody else. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, type DeskPerson, hiddenIn, openDesk } from '../../../tests/support/desk.ts';
import { storeExam } from '../../../tests/support/exam-world.ts';

const AT = '/desk/depictions';
const SERVED = 'variable,category,count\nsetting,hospital,50\nsetting,health plan,50\n';
const ITEMS = `item,setting\n${Array.from({ length: 12 }, (_, place) => `care-${String(place + 1).padStart(3, '0')},${place < 11 ? 'hospital' : ''}\n`).join('')}`;

describe('whom the exam shows', () => {
  let desk: Desk;
  let director: DeskPerson;
  before(async () => {
    desk = await openDesk();
    director = await desk.somebody('Director Prima', 'director');
    await storeExam(desk.database.owner, desk.world, 'larkspur-care');
  });
  after(async () => {
    assert.deepEqual(desk.faults, []);
    await desk.close();
  });

  const send = async (
    files: Readonly<Record<string, string>>,
    fields: Readonly<Record<string, string>> = {},
  ) => {
    const key = hiddenIn((await director.see(AT)).text, 'key') ?? '';
    return await director.upload(
      AT,
      { key, program: 'larkspur-care', source: 'An invented study of 2024', ...fields },
      Object.entries(files).map(([field, text]) => ({
        ...{ field, name: `${field}.csv`, bytes: Buffer.from(text) },
      })),
    );
  };

  test('every mistake is told at once, beside its box, and nothing is kept', async () => {
    const bare = await send({}, { source: '', program: 'nothing' });
    assert.equal(bare.status, 422);
    assert.match(bare.words, /Choose a program of the list/);
    assert.match(bare.words, /The items: Choose a file/);
    const wrong = await send(
      { items: ITEMS, served: SERVED.replace('50', 'half') },
      { source: 'x' },
    );
    assert.match(wrong.words, /Those who are served: row 2 needs a variable/);
    assert.match(wrong.words, /Where the figures come from/);
    const strange = await send({ items: `${ITEMS}care-999,hospital\n`, served: SERVED });
    assert.match(strange.words, /no form of this program has the item “care-999”/);
    const unknown = await send({ items: ITEMS.replace('hospital', 'prison'), served: SERVED });
    assert.match(unknown.words, /row 2: "prison" is no category of "setting"/);
    const [left] = await desk.database.owner<
      { n: number }[]
    >`select count(*)::int as n from exam.depicted`;
    assert.equal(left?.n, 0);
  });

  test('who is served and never shown stands in the title; items that nobody looked at are named', async () => {
    const kept = await send({ items: ITEMS, served: SERVED });
    assert.equal(kept.to, `${AT}?news=kept`, kept.words);
    const board = await desk.somebody('Board Member', 'board');
    for (const reader of [director, board, await desk.somebody('Auditor One', 'auditor')]) {
      const page = await reader.see(AT);
      assert.match(page.words, /By setting, no item shows health plan/);
      assert.match(page.words, /11 items show a category, 1 shows none\. 50\.0 % of those that do/);
      assert.match(page.words, /Nobody has looked at these 18 items yet: .*care-013/);
      assert.doesNotMatch(page.text, /heart failure/, 'no wording of an item');
    }
    assert.equal(hiddenIn((await board.see(AT)).text, 'key'), undefined, 'a board records nothing');
    assert.equal((await (await desk.somebody('Staff One', 'staff')).see(AT)).status, 403);
  });

  test('what is recorded anew counts, and what stood there before stays; a form sent twice counts once', async () => {
    const key = desk.world.chance.uuid();
    const balanced = ITEMS.replaceAll(/(care-0(?:01|02|03|04|05|06)),hospital/g, '$1,health plan');
    for (let time = 0; time < 2; time += 1) {
      const kept = await send({ items: balanced, served: SERVED }, { key });
      assert.equal(kept.to, `${AT}?news=kept`, kept.words);
    }
    assert.match((await director.see(AT)).words, /By setting, the form shows those who are served/);
    const [left] = await desk.database.owner<
      { n: number }[]
    >`select count(*)::int as n from exam.depicted`;
    assert.equal(left?.n, 2);
  });
});
