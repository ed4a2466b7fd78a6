import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workbook } from '../../../tests/support/workbook.ts';
import { NO_CODES } from '../../psychometrics/responses/answers.ts';
import { readResponses } from '../../psychometrics/responses/read-responses.ts';
import { sheetAsText } from '../../psychometrics/responses/sheet.ts';
import { looksLikeSpreadsheet, readSpreadsheet } from './spreadsheet.ts';

const text = (place: string, value: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (place: string, value: string): string => `<c r="${place}"><v>${value}</v></c>`;

const HEADER = `<row r="1">${text('A1', 'id')}${text('B1', 'q1')}${text('C1', 'q2')}${text('D1', 'note, if any')}</row>`;
const SHEET = workbook(
  `${HEADER}<row r="2">${text('A2', '0007')}${number('B2', '1')}${number('C2', '0')}${text('D2', 'said &quot;yes&quot;')}</row><row r="4">${number('A4', '12')}${number('C4', '1')}</row>`,
);

test('the first sheet of a workbook is read as the same file in CSV would be', async () => {
  assert.ok(looksLikeSpreadsheet(SHEET));
  const rows = await readSpreadsheet(SHEET);
  assert.ok(rows.ok, rows.ok ? '' : rows.refusal.because);
  const responses = readResponses(sheetAsText(rows.value), {
    id: undefined,
    items: 'q1,q2',
    pilot: undefined,
    keep: ['note, if any'],
    codes: NO_CODES,
  });
  assert.ok(responses.ok, responses.ok ? '' : responses.refusal.because);
  assert.deepEqual(responses.value.ids, ['0007', '12']);
  assert.deepEqual([...responses.value.matrix.codes], [1, 0, 2, 1]);
  assert.deepEqual(responses.value.labels.get('note, if any'), ['said "yes"', '']);
  assert.equal(responses.value.rowOf(1), 4);
});

test('a file that is no workbook is refused with the way to mend it', async () => {
  for (const bytes of [
    Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]),
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    Uint8Array.from([1, 2, 3]),
  ]) {
    const rows = await readSpreadsheet(bytes);
    assert.match(rows.ok ? '' : rows.refusal.because, /cannot be read: .*CSV UTF-8/);
  }
});
