import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_CODES } from '../../psychometrics/responses/answers.ts';
import { readResponses } from '../../psychometrics/responses/read-responses.ts';
import { sheetAsText } from '../../psychometrics/responses/sheet.ts';
import { looksLikeSpreadsheet, readSpreadsheet } from './spreadsheet.ts';

/** A ZIP archive without compression (PKWARE APPNOTE 4.3), which is all an XLSX file needs to be. */
function archive(files: readonly (readonly [string, string])[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const data = Buffer.from(text);
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(data), 0);
    sizes.writeUInt32LE(data.length, 4);
    sizes.writeUInt32LE(data.length, 8);
    sizes.writeUInt16LE(name.length, 12);
    const head = Buffer.concat([Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 0, 0]), sizes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), data]);
    const listed = [Buffer.from('PK\x01\x02\x14\x00'), head, place, Buffer.from(name)];
    local.push(entry);
    central.push(Buffer.concat(listed));
    offset += entry.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(Buffer.concat(central).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, ...central, Buffer.from('PK\x05\x06'), end]);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const XMLNS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const workbook = (rows: string): Uint8Array =>
  archive([
    [
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${XMLNS}" xmlns:r="${RELATION}"><sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    [
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${XMLNS}"><sheetData>${rows}</sheetData></worksheet>`,
    ],
  ]);
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
