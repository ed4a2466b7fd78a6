import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Ran, ranWith } from '../../../tests/support/exam-commands.ts';
import { runDepictions } from './depictions.ts';

const SERVED = `variable,category,count
setting,hospital,50
setting,insurer,30
setting,home,20
age,under 65,60
age,65 or older,40
`;
const row = (place: number, form: string, setting: string, age: string): string =>
  `Q${place},${form},${setting},${age}\n`;
const ITEMS = `item,form,setting,age\n${Array.from({ length: 10 }, (_, place) =>
  row(place, 'A', place < 5 ? 'hospital' : 'insurer', place < 6 ? 'under 65' : '65 or older'),
).join('')}${row(10, 'A', '', '')}${row(1, 'B', 'hospital;home', '')}`;
const FILES = { 'i.csv': ITEMS, 's.csv': SERVED };
const ran = (files: Readonly<Record<string, string>>, ...args: string[]): Promise<Ran> =>
  ranWith(runDepictions, ['i.csv', 's.csv', ...args], files);
const refused = async (files: Readonly<Record<string, string>>, ...args: string[]) => {
  const { code, out, err } = await ran(files, ...args);
  assert.equal(`${code}${out}`, '2');
  return err;
};

describe('evenhand depictions', () => {
  test('each form has its own table; who is served and never shown is named', async () => {
    const { out, code } = await ran(FILES, '--format', 'text');
    assert.equal(code, 0);
    assert.match(out, /By setting, no item shows home/);
    assert.match(out, /10 items show a category, 1 shows none\. 20\.0 % of those that do/);
    assert.match(out, /By age, the form shows those who are served/);
    assert.match(out, /By setting, too few items show anybody to say whom the form shows/);
    const { out: html } = await ran(FILES, '--form', 'A', '--format', 'html');
    assert.match(html, /<svg[^>]*aria-hidden="true"/);
    assert.doesNotMatch(html, /too few items/);
  });

  test('data keep every digit; a form that shows nobody has a reason in the place of the number', async () => {
    const { out } = await ran(FILES, '--json');
    const told = JSON.parse(out) as {
      schema: string;
      forms: { depicted: { dissimilarity: number | null; reasons?: object }[] }[];
    };
    assert.equal(told.schema, 'evenhand.depictions.1');
    const [a, b] = told.forms;
    assert.ok(Math.abs((a?.depicted[0]?.dissimilarity ?? 0) - 0.2) < 1e-12);
    assert.deepEqual(b?.depicted[1]?.dissimilarity, null);
    assert.deepEqual(b?.depicted[1]?.reasons, { dissimilarity: 'no item shows any age' });
    const { out: csv } = await ran(FILES, '--format', 'csv');
    assert.equal(csv.trimEnd().split('\n').length, 1 + 2 * 5);
  });

  test('what cannot be read is refused with where it is and how to mend it', async () => {
    const cases: readonly (readonly [Partial<typeof FILES>, RegExp])[] = [
      [
        { 'i.csv': ITEMS.replace('insurer', 'Insurer') },
        /row 7: "Insurer" is no category of "setting"/,
      ],
      [{ 'i.csv': ITEMS.replace('setting', 'place') }, /there is no column "setting"/],
      [{ 'i.csv': ITEMS.replace('Q1,A', 'Q0,A') }, /row 3: the item "Q0" stands there twice/],
      [{ 'i.csv': ITEMS.replace('Q1,A', ',A') }, /row 3 has no item/],
      [{ 's.csv': SERVED.replace('50', 'half') }, /those who are served, "s\.csv": row 2 needs/],
      [{ 's.csv': SERVED.replace(/,\d+$/gm, ',0') }, /nobody is in any category of "setting"/],
    ];
    for (const [changed, says] of cases) {
      assert.match(await refused({ ...FILES, ...changed }), says);
    }
    assert.match(await refused(FILES, '--form', 'C'), /no form "C"\. The forms: "A", "B"/);
    assert.match(await refused({ 'i.csv': ITEMS }), /s\.csv", cannot be read/);
  });
});
