import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../../kernel/dates/civil-date.ts';
import { ccmCode } from '../catalog/ccm-code.ts';
import { cdmsCode } from '../catalog/cdms-code.ts';
import { type CodeVersion, provisionsOf } from '../definition/code-of-conduct.ts';
import { groundOf } from './allegation.ts';
import { LONGEST_TEXT, type SuppliedRow } from './supplied-row.ts';
import { withTexts } from './supplied-texts.ts';

const [ccm] = ccmCode.versions as readonly [CodeVersion];
const [cdms] = cdmsCode.versions as readonly [CodeVersion];

const row = (change: Partial<SuppliedRow>, at = 2): SuppliedRow => ({
  row: at,
  part: '',
  group: '',
  number: '',
  title: '',
  text: 'Words of the body.',
  ...change,
});
const numbered = (rows: readonly SuppliedRow[]): readonly SuppliedRow[] =>
  rows.map((each, place) => ({ ...each, row: place + 2 }));

/** A whole file for CCM: the standards nobody has placed go to groups 3 to 5. */
const wholeCcm = numbered(
  provisionsOf(ccm).map(({ provision, part }, place) =>
    row({
      number: provision.number,
      title: provision.title.value === null ? `Title of ${provision.number}` : '',
      group: part.id === 'standards' && provision.group === null ? String(3 + (place % 3)) : '',
    }),
  ),
);
const wholeCdms = numbered([
  ...['Principles', 'principles'].map((part, place) =>
    row({ part, number: `P${place + 1}`, title: `Principle ${place + 1}` }),
  ),
  ...['1', '2 Services to individual clients', 'services to organizational clients'].map(
    (group, place) =>
      row({
        part: 'Rules of Professional Conduct',
        group,
        number: `${place + 1}.01`,
        title: `Rule ${place + 1}`,
      }),
  ),
  ...provisionsOf(cdms).map(({ provision }) => row({ number: provision.number })),
]);

const faultsOf = (version: CodeVersion, rows: readonly SuppliedRow[]) => {
  const checked = withTexts(version, rows);
  return checked.ok ? [] : checked.faults;
};
const kinds = (version: CodeVersion, rows: readonly SuppliedRow[]) =>
  faultsOf(version, rows).map((fault) => `${fault.row ?? '-'} ${fault.kind}`);
const changed = (number: string, change: Partial<SuppliedRow>): readonly SuppliedRow[] =>
  wholeCcm.map((each) => (each.number === number ? { ...each, ...change } : each));
const rowOf = (number: string) => wholeCcm.find((each) => each.number === number)?.row;

test('a whole file fills in every provision, and keeps their order whatever the order of its rows', () => {
  const filled = withTexts(ccm, wholeCcm);
  assert.ok(filled.ok, JSON.stringify(faultsOf(ccm, wholeCcm)));
  assert.ok(provisionsOf(filled.value).every(({ provision }) => provision.text !== null));
  assert.ok(provisionsOf(filled.value).every(({ provision }) => provision.title.value !== null));
  fc.assert(
    fc.property(fc.shuffledSubarray([...wholeCcm], { minLength: wholeCcm.length }), (rows) => {
      assert.deepEqual(withTexts(ccm, rows), filled);
    }),
    { numRuns: 20 },
  );
});

test('a part whose provisions nobody counted is counted by the body, and its rules can then be alleged', () => {
  const filled = withTexts(cdms, wholeCdms);
  assert.ok(filled.ok, JSON.stringify(faultsOf(cdms, wholeCdms)));
  const rules = filled.value.parts.find(({ id }) => id === 'rules');
  assert.deepEqual([rules?.count.value, rules?.count.sources], [3, ['BODY']]);
  assert.deepEqual(
    rules?.provisions.map(({ group }) => group),
    ['1', '2', '3'],
  );
  const code = { ...cdmsCode, versions: [filled.value] };
  const conductOn = date('2026-02-01');
  assert.ok(groundOf(code, { number: '2.01', conductOn, about: 'person' }).ok);
  assert.ok(!groundOf(cdmsCode, { number: '2.01', conductOn, about: 'person' }).ok);
});

test('whichever row is left out is named, and nothing else is', () => {
  for (const gone of wholeCcm) {
    const faults = faultsOf(
      ccm,
      wholeCcm.filter((each) => each !== gone),
    );
    assert.equal(faults.length, 1, gone.number);
    assert.match(
      faults[0]?.message ?? '',
      new RegExp(`lacks ${gone.number}\\. Add a row for each`),
    );
  }
});

test('whichever row comes twice is named with the row where it stood first', () => {
  for (const twice of wholeCcm) {
    const [fault, ...more] = faultsOf(ccm, [...wholeCcm, { ...twice, row: 900 }]);
    assert.equal(more.length, 0);
    assert.deepEqual([fault?.kind, fault?.row], ['number-twice', 900]);
    assert.ok(fault?.message.includes(`stands in row ${twice.row} already`));
  }
});

test('an unknown number is named with the numbers there are; its part decides what is said', () => {
  assert.deepEqual(kinds(ccm, [...wholeCcm, row({ number: 'S27', title: 'x' }, 77)]), [
    '77 part-missing',
  ]);
  const named = row({ number: 'S27', part: 'Standards for Professional Conduct' }, 77);
  const [fault] = faultsOf(ccm, [...wholeCcm, named]);
  assert.equal(fault?.kind, 'number-unknown');
  assert.match(fault?.message ?? '', /its numbers are S1 to S26\. Correct the number/);
  assert.deepEqual(kinds(ccm, [...wholeCcm, row({}, 78)]), ['78 number-missing']);
});

test('a row in the wrong part or group, or in none that exists, is named', () => {
  const at = rowOf('S3');
  assert.deepEqual(kinds(ccm, changed('S3', { part: 'Principles' })), [`${at} part-other`]);
  assert.deepEqual(kinds(ccm, changed('S3', { part: 'Chapter 9' })), [`${at} part-unknown`]);
  assert.deepEqual(kinds(ccm, changed('S3', { group: '4' })), [`${at} group-other`]);
  assert.deepEqual(kinds(ccm, changed('S3', { group: '6' })), [`${at} group-unknown`]);
  assert.deepEqual(kinds(ccm, changed('S9', { group: '' })), [`${rowOf('S9')} group-missing`]);
  assert.deepEqual(kinds(ccm, changed('S3', { group: 'professional responsibility' })), []);
});

test('a group to which nothing belongs is named', () => {
  const rows = wholeCcm.map((each) => (each.group === '5' ? { ...each, group: '4' } : each));
  const [fault, ...more] = faultsOf(ccm, rows);
  assert.equal(more.length, 0);
  assert.match(fault?.message ?? '', /^Group 5 of "Standards for Professional Conduct" has no/);
});

test('a title read on the owner’s page stands; one read elsewhere gives way; one nobody saw must come', () => {
  const rows = wholeCdms.map((each) => (each.number === 'F' ? { ...each, title: 'Review' } : each));
  const [fault] = faultsOf(cdms, rows);
  assert.equal(fault?.kind, 'title-other');
  assert.match(fault?.message ?? '', /F is titled "Appeals" on the owner's page, here "Review"/);
  const retitled = withTexts(ccm, changed('S1', { title: 'Advocacy' }));
  assert.ok(retitled.ok);
  const [first] = provisionsOf(retitled.value).filter(({ provision }) => provision.number === 'S1');
  assert.deepEqual(
    [first?.provision.title.value, first?.provision.title.standing],
    ['Advocacy', 'seen'],
  );
  assert.deepEqual(kinds(ccm, changed('R2', { title: '' })), [`${rowOf('R2')} title-missing`]);
});

test('a provision without words, or with a whole book of them, is named', () => {
  assert.deepEqual(kinds(ccm, changed('R2', { text: '' })), [`${rowOf('R2')} text-missing`]);
  const book = 'x'.repeat(LONGEST_TEXT + 1);
  assert.deepEqual(kinds(ccm, changed('R2', { text: book })), [`${rowOf('R2')} text-too-long`]);
});

test('everything wrong is told at once; an empty file lacks every part that binds', () => {
  const rows = changed('R2', { text: '' }).filter(({ number }) => number !== 'P4');
  assert.deepEqual(kinds(ccm, rows), [`${rowOf('R2')} text-missing`, '- provisions-missing']);
  const lacking = faultsOf(cdms, []).map(({ message }) => message);
  assert.equal(lacking.length, 3);
  assert.match(lacking[1] ?? '', /^"Rules of Professional Conduct" has no provision at all/);
});
