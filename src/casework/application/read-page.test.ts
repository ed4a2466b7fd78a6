import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../../kernel/dates/civil-date.ts';
import { attestationQuestions, readAttestation } from './attestation.ts';
import { employerFields } from './evidence.ts';
import type { Field, FieldKind } from './field.ts';
import { readPage, typedDate } from './read-page.ts';

const on = date('2026-06-30');
const field = (kind: FieldKind, more: Partial<Field> = {}): Field => ({
  id: 'it',
  label: 'It',
  kind,
  required: true,
  identifying: false,
  ...more,
});
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];
const read = (one: Field, raw: Record<string, string | string[]>) =>
  readPage({ fields: [one] }, raw, on);

test('what is read is kept in one form, and reading it again changes nothing', () => {
  for (const [one, raw, value] of [
    [field('text'), { it: ' Ame\u0301lie ' }, 'Amélie'],
    [field('text-long'), { it: 'a\r\nb' }, 'a\nb'],
    [field('email'), { it: 'A@Example.org' }, 'a@example.org'],
    [field('number'), { it: '2,080' }, '2080'],
    [field('year'), { it: '2020' }, '2020'],
    [field('month'), { 'it-month': 'Mar', 'it-year': '2021' }, '2021-03'],
    [field('date'), { 'it-month': '2', 'it-day': '29', 'it-year': '2024' }, '2024-02-29'],
    [field('yes-no', { options: [{ value: 'yes', label: 'Yes' }] }), { it: 'yes' }, 'yes'],
    [field('choice', { options }), { it: 'b' }, 'b'],
    [field('choices', { options }), { it: ['b', 'a', 'b'] }, ['a', 'b']],
  ] as const) {
    const first = read(one, structuredClone(raw) as Record<string, string | string[]>);
    assert.deepEqual(first, { values: { it: value }, errors: [] });
    assert.deepEqual(readPage({ fields: [one] }, first.values, on), first);
  }
});

test('a mistake keeps every box as it was typed', () => {
  const wrong = read(field('date'), { 'it-month': '2', 'it-day': '30', 'it-year': '2024' });
  assert.equal(wrong.errors.length, 1);
  assert.deepEqual(typedDate(wrong.values, 'it'), { month: '2', day: '30', year: '2024' });
  const again = readPage({ fields: [field('date')] }, wrong.values, on);
  assert.deepEqual(again, wrong);
  assert.deepEqual(read(field('number'), { it: 'twelve' }).values, { it: 'twelve' });
});

test('a date that was read fills the three boxes again', () => {
  assert.deepEqual(typedDate({ it: '2024-02-09' }, 'it'), { month: '2', day: '9', year: '2024' });
  assert.deepEqual(typedDate({ it: '2024-02' }, 'it'), { month: '2', day: '', year: '2024' });
});

test('an optional field may be left empty, a required one says what to do', () => {
  assert.deepEqual(read(field('email', { required: false }), { it: ' ' }), {
    values: {},
    errors: [],
  });
  for (const [kind, message] of [
    ['text', /^It is empty. Fill it in/],
    ['date', /write the month, day and year/],
    ['number', /write a number/],
    ['yes-no', /choose yes or no/],
    ['choice', /choose one answer/],
    ['choices', /choose at least 1/],
  ] as const) {
    assert.match(read(field(kind, { options }), {}).errors[0]?.message ?? '', message);
  }
});

test('an answer that is not on the page is refused, and so are too few', () => {
  assert.match(
    read(field('choice', { options }), { it: 'c' }).errors[0]?.message ?? '',
    /on the page/,
  );
  assert.match(
    read(field('choices', { options, atLeast: 2 }), { it: 'a' }).errors[0]?.message ?? '',
    /at least 2/,
  );
});

test('a day still to come is refused only where it is impossible', () => {
  const ahead = { 'it-month': '7', 'it-year': '2026' };
  assert.equal(read(field('month'), ahead).errors.length, 0);
  assert.match(
    read(field('month', { pastOnly: true }), ahead).errors[0]?.message ?? '',
    /still to come/,
  );
  assert.equal(
    read(field('month', { pastOnly: true }), { 'it-month': '6', 'it-year': '2026' }).errors.length,
    0,
  );
});

test('work cannot end before it began', () => {
  const { errors } = readPage(
    { fields: employerFields(false) },
    {
      employer: 'Mercy',
      started: '2021-03',
      ended: '2020-12',
      'supervisor-name': 'Ada',
      'supervisor-email': 'ada@example.org',
    },
    on,
  );
  assert.deepEqual(
    errors.map((error) => error.field),
    ['ended'],
  );
});

test('1 and 200 characters are fine in a line of text, 201 are refused and kept', () => {
  assert.equal(read(field('text'), { it: 'Ω' }).errors.length, 0);
  assert.equal(read(field('text'), { it: 'é'.repeat(200) }).errors.length, 0);
  const long = read(field('text'), { it: 'é'.repeat(201) });
  assert.match(long.errors[0]?.message ?? '', /has 201 characters/);
  assert.deepEqual(long.values, { it: 'é'.repeat(201) });
});

test('whatever is sent, the answer can be stored, and is the same when it is read again', () => {
  const kinds: readonly FieldKind[] = ['text', 'text-long', 'date', 'month', 'number', 'choices'];
  const text = fc.string({ unit: 'binary', maxLength: 12 });
  const box = fc.oneof(text, fc.array(text, { maxLength: 3 }));
  const raw = fc.dictionary(fc.constantFrom('it', 'it-month', 'it-day', 'it-year'), box);
  fc.assert(
    fc.property(fc.constantFrom(...kinds), raw, (kind, sent) => {
      const first = readPage({ fields: [field(kind, { options })] }, sent, on);
      const stored = JSON.stringify(first.values);
      assert.doesNotMatch(stored, /\\u0000|\\ud[89a-f]/i);
      const again = readPage({ fields: [field(kind, { options })] }, JSON.parse(stored), on);
      assert.deepEqual(again.values, first.values);
      assert.equal(again.errors.length, first.errors.length);
    }),
  );
});

test('a supervisor says what was done, how long, and how they know', () => {
  const answers = {
    performed: 'yes',
    role: 'supervisor',
    'holds-credential': 'no',
    months: '18.5',
    'hours-per-week': '40',
  };
  assert.deepEqual(readAttestation(answers, 'LCC', on), { values: answers, errors: [] });
  const wrong = readAttestation({ ...answers, 'hours-per-week': '170', role: 'friend' }, 'LCC', on);
  assert.deepEqual(
    wrong.errors.map((error) => error.field),
    ['role', 'hours-per-week'],
  );
  assert.ok(attestationQuestions('LCC').some(({ label }) => label.includes('LCC')));
});
