import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../../kernel/dates/civil-date.ts';
import { ccmCode } from '../catalog/ccm-code.ts';
import { cdmsCode } from '../catalog/cdms-code.ts';
import { type CodeVersion, provisionsOf } from '../definition/code-of-conduct.ts';
import { type Fates, fatesOf, type KeptText, latestTexts, versionAsKept } from './kept-texts.ts';
import type { SuppliedRow } from './supplied-row.ts';

const [ccm] = ccmCode.versions as readonly [CodeVersion];
const [cdms] = cdmsCode.versions as readonly [CodeVersion];

const row = (number: string, change: Partial<SuppliedRow> = {}, at = 2): SuppliedRow => ({
  ...{ row: at, part: '', group: '', number, title: '', text: `Words of ${number}.` },
  ...change,
});
/** Keeps what a file would keep, as the next supply. */
const keep = (kept: readonly KeptText[], fates: Fates, day: string): readonly KeptText[] => {
  const place = kept.length;
  return [...kept, ...fates.toKeep.map((one) => ({ ...one, place, on: date(day) }))];
};
const first = keep([], fatesOf(ccm, [], [row('P1', { title: 'Public' })]), '2026-03-02');
const textOf = (version: CodeVersion, number: string) =>
  provisionsOf(version).find(({ provision }) => provision.number === number)?.provision.text;

test('every row has a fate: new, changed, the same, or something to mend', () => {
  const rows = [
    row('P1', { text: 'Other words.' }, 2),
    row('P2', { title: 'Two' }, 3),
    row('X9', {}, 4),
  ];
  const fates = fatesOf(ccm, first, rows);
  assert.deepEqual(
    fates.rows.map(({ number, fate }) => `${number} ${fate}`),
    ['P1 changed', 'P2 new', 'X9 fault'],
  );
  assert.equal(fates.rows[0]?.before?.text, 'Words of P1.');
  assert.match(fates.rows[2]?.because ?? '', /X9 is no number that is known here/);
  assert.deepEqual(fates.toKeep, [], 'with something to mend nothing is kept');
  const again = fatesOf(ccm, first, [row('P1', { title: 'Public' })]);
  assert.deepEqual([again.rows[0]?.fate, again.toKeep], ['same', []]);
});

test('what a file leaves out is told: what stays as it was, and what still has no words', () => {
  const fates = fatesOf(ccm, first, [row('R1', { title: 'One' })]);
  assert.deepEqual(fates.untouched, ['P1']);
  assert.ok(fates.missing.includes('S26') && !fates.missing.includes('R1'));
  assert.equal(fates.missing.length, provisionsOf(ccm).length - 2);
});

test('an update need not repeat part, group and title', () => {
  const placed = { part: 'rules', group: '2', title: 'Candor' };
  const kept = keep([], fatesOf(cdms, [], [row('2.01', placed)]), '2026-03-02');
  const fates = fatesOf(cdms, kept, [row('2.01', { text: 'Newer words.' })]);
  assert.deepEqual(fates.toKeep, [
    { part: 'rules', group: '2', number: '2.01', title: 'Candor', text: 'Newer words.' },
  ]);
  assert.deepEqual(fatesOf(cdms, kept, []).untouched, ['2.01']);
});

test('a text has its day: what stood there before can still be read', () => {
  const later = keep(first, fatesOf(ccm, first, [row('P1', { text: 'Newer.' })]), '2026-09-01');
  assert.equal(textOf(versionAsKept(ccm, later), 'P1'), 'Newer.');
  assert.equal(textOf(versionAsKept(ccm, later, date('2026-08-31')), 'P1'), 'Words of P1.');
  assert.equal(textOf(versionAsKept(ccm, later, date('2026-03-01')), 'P1'), null);
  assert.equal(versionAsKept(ccm, [], undefined), ccm);
});

test('words whose provision the structure no longer has are left out, and the others stand', () => {
  const strange: KeptText = {
    ...{ place: 9, on: date('2026-03-02'), part: 'rules', group: null },
    ...{ number: 'R77', title: 'Gone', text: 'Words.' },
  };
  const version = versionAsKept(ccm, [...first, strange]);
  assert.equal(textOf(version, 'P1'), 'Words of P1.');
  assert.equal(textOf(version, 'R77'), undefined);
});

const numbers = provisionsOf(ccm)
  .filter(({ part }) => part.id === 'principles' || part.id === 'rules')
  .map(({ provision }) => provision.number);
const file = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...numbers), fc.constantFrom('a', 'b', 'c')), {
    selector: ([number]) => number,
    maxLength: 6,
  })
  .map((rows) =>
    rows.map(([number, text], place) => row(number, { title: `T ${number}`, text }, place + 2)),
  );

test('whatever is supplied in whatever order: the latest words stand, none is lost, and nothing is kept twice', () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 5 }), (files) => {
      let kept: readonly KeptText[] = [];
      const expected = new Map<string, string>();
      for (const [place, rows] of files.entries()) {
        const fates = fatesOf(ccm, kept, rows);
        for (const { number, text } of rows) {
          expected.set(number, text);
        }
        const day = date(`2026-03-${String(place + 1).padStart(2, '0')}`);
        kept = [...kept, ...fates.toKeep.map((one) => ({ ...one, place, on: day }))];
        assert.deepEqual(
          fatesOf(ccm, kept, rows).toKeep,
          [],
          'the same file twice changes nothing',
        );
        const known = [...fates.untouched, ...fates.missing, ...rows.map(({ number }) => number)];
        assert.equal(new Set(known).size, provisionsOf(ccm).length, 'every provision is told of');
      }
      assert.deepEqual(
        new Map([...latestTexts(kept)].map(([number, { text }]) => [number, text])),
        expected,
      );
    }),
    { numRuns: 200 },
  );
});
