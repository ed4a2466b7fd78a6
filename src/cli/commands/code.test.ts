import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Ran, ranWith } from '../../../tests/support/exam-commands.ts';
import { ccmCode } from '../../program/catalog/ccm-code.ts';
import { provisionsOf } from '../../program/definition/code-of-conduct.ts';
import { runCode } from './code.ts';

const ran = (text: string | Uint8Array, ...args: string[]): Promise<Ran> =>
  ranWith(runCode, ['texts.csv', ...args], { 'texts.csv': text });

const [version] = ccmCode.versions;
assert.ok(version);
const lines = provisionsOf(version).map(({ provision, part }, place) => {
  const group = part.id === 'standards' && provision.group === null ? 3 + (place % 3) : '';
  return `${provision.number};${group};Title ${provision.number};"Words; with a line\nbreak"`;
});
const whole = `Number;Group;Title;TEXT\n${lines.join('\n')}\n`;

test('a whole file is accepted, with the provisions of each part counted', async () => {
  const { code, out, err } = await ran(whole, '--program', 'ccm');
  assert.deepEqual([code, err], [0, '']);
  assert.match(out, /the texts of ccm-code\/2015-01: every provision is there once/);
  assert.match(out, /Principles: 8\n {2}Rules of Conduct: 6\n {2}Definitions: 14\n/);
});

test('the invented program that runs these rules is asked for the same texts', async () => {
  assert.equal((await ran(whole, '--program', 'larkspur-care')).code, 0);
});

test('everything wrong is told at once, by the row a spreadsheet shows', async () => {
  const text = 'number,text\nS1,Words.\nS1,Words.\nX1,Words.\n';
  const { code, err, out } = await ran(text, '--program', 'ccm');
  assert.deepEqual([code, out], [2, '']);
  assert.match(err, /texts\.csv: 6 to mend:/);
  assert.match(err, /Row 3: S1 stands in row 2 already\. Take one of the two out\./);
  assert.match(
    err,
    /Row 4: X1 is no number that is known here \(P1 to P8, R1 to R6, D1 to D14, S1 to S26\)/,
  );
  assert.match(err, /"Rules of Conduct" lacks R1, R2, R3, R4, R5, R6\. Add a row for each\./);
});

test('a file that is no table of texts is refused with the way to mend it', async () => {
  const said = async (text: string | Uint8Array) => (await ran(text, '--program', 'ccm')).err;
  assert.match(await said(''), /The file is empty/);
  assert.match(await said('a,b\n1,2\n'), /none is named "number" or "text"/);
  assert.match(await said('number,text,Text\nS1,a,b\n'), /Two columns are named "text"/);
  assert.match(await said('number,text\nS1,One, two\n'), /Row 2 has 3 cells; the first row has 2/);
  assert.match(await said('number,text\nS1,"One\n'), /quotation mark is not closed/);
  assert.match(await said(new Uint8Array([0x6e, 0x2c, 0x74, 0x0a, 0xff])), /not UTF-8/);
});

test('the words of the command are understood, or it is said why not', async () => {
  const said = async (...args: string[]) => (await ran(whole, ...args)).err;
  assert.match(await said(), /Say whose code it is, with --program/);
  assert.match(await said('--program', 'nobody'), /There is no program "nobody"\. There are ccm/);
  assert.match(await said('--program', 'larkspur-navigator'), /is complete, so there are no texts/);
  assert.match(await said('--program', 'ccm', '--on', '2014-02-30'), /--on 2014-02-30: .*28 days/);
  assert.match(await said('--program', 'ccm', '--on', '2014-02-01'), /no version of this code/);
  assert.equal((await ran(whole, '--program', 'ccm', '--on', '2020-02-29')).code, 0);
});

test('the same texts as JSON say the same, and what is wrong is told by its place in the list', async () => {
  const entries = provisionsOf(version).map(({ provision: { number, group }, part }, place) => ({
    number,
    group: part.id === 'standards' && group === null ? String(3 + (place % 3)) : undefined,
    title: `Title ${number}`,
    text: 'Words.',
  }));
  const accepted = await ran(`\ufeff ${JSON.stringify(entries)}`, '--program', 'ccm');
  assert.deepEqual([accepted.code, accepted.err], [0, '']);
  const said = async (text: string) => (await ran(text, '--program', 'ccm')).err;
  assert.match(await said('{"S1": "Words."}'), /no list of provisions/);
  assert.match(await said('[{"number": "S1", "text": "Words."'), /no list of provisions/);
  assert.match(await said('[{"number": "S1", "text": 7}]'), /Entry 1 .*"text" is no text/);
  assert.match(await said('[["S1", "Words."]]'), /Entry 1/);
});
