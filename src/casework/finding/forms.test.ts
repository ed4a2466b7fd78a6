import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import { readAnswer } from './answer-form.ts';
import { readCode, readOutreach } from './outreach.ts';

const on = date('2027-03-01');
const fieldsOf = (read: { ok: true } | { ok: false; mistakes: readonly { field: string }[] }) =>
  read.ok ? [] : read.mistakes.map(({ field }) => field);

describe('the form of an answer', () => {
  const read = (raw: Record<string, string>) => readAnswer(raw, on, FEDERAL_HOLIDAYS);
  const change = {
    kind: 'change',
    what: 'A second clerk reads documents from abroad.',
    'by-when-month': 'June',
    'by-when-day': '30',
    'by-when-year': '2027',
    reasons: 'The queue is one person long, and it shows.',
  };

  test('a change says what, by when and why', () => {
    assert.deepEqual(read(change), {
      ok: true,
      value: { kind: 'change', what: change.what, byWhen: '2027-06-30', reasons: change.reasons },
    });
  });

  test('a refusal needs its reasons alone, and what was typed elsewhere is not kept', () => {
    assert.deepEqual(read({ ...change, kind: 'refusal' }), {
      ok: true,
      value: { kind: 'refusal', reasons: change.reasons },
    });
    assert.deepEqual(fieldsOf(read({ kind: 'refusal', reasons: 'No.' })), ['reasons']);
  });

  test('everything to mend is said at once', () => {
    assert.deepEqual(fieldsOf(read({ kind: 'study' })), ['what', 'by-when', 'reasons']);
    assert.deepEqual(fieldsOf(read({})), ['kind', 'reasons']);
  });

  test('a day that has passed, a weekend and a holiday are refused in words', () => {
    for (const [month, day, year, words] of [
      ['3', '1', '2027', /not ahead/],
      ['2', '30', '2027', /no February 30/],
      ['7', '3', '2027', /nobody works/],
      ['7', '5', '2027', /nobody works/],
      ['', '5', '2027', /month is missing/],
    ] as const) {
      const typed = { 'by-when-month': month, 'by-when-day': day, 'by-when-year': year };
      const answer = read({ ...change, ...typed });
      assert.match(answer.ok ? '' : (answer.mistakes[0]?.message ?? ''), words);
    }
  });
});

describe('the form of an outreach', () => {
  const programs = ['larkspur-care'];
  const read = (raw: Record<string, string>) => readOutreach(raw, programs, on);
  const visit = {
    program: 'larkspur-care',
    target: 'Case managers in the northern counties',
    means: 'visit',
    how: 'Two evenings at the county hospital.',
    code: 'North-Visit-27',
    'from-month': '4',
    'from-day': '1',
    'from-year': '2027',
    'until-month': '9',
    'until-day': '30',
    'until-year': '2027',
  };

  test('names whom it is for, the means, its code and its days', () => {
    assert.deepEqual(read(visit), {
      ok: true,
      value: {
        program: 'larkspur-care',
        target: visit.target,
        means: 'visit',
        how: visit.how,
        code: 'north-visit-27',
        from: '2027-04-01',
        until: '2027-09-30',
      },
    });
  });

  test('everything to mend is said at once', () => {
    assert.deepEqual(fieldsOf(read({})), [
      ...['program', 'target', 'means', 'how', 'code', 'from', 'until'],
    ]);
    assert.deepEqual(fieldsOf(read({ ...visit, program: 'another' })), ['program']);
  });

  test('it does not end before it begins, nor in the past', () => {
    assert.deepEqual(fieldsOf(read({ ...visit, 'until-month': '3' })), ['until']);
    assert.deepEqual(fieldsOf(read({ ...visit, 'until-year': '2026' })), ['until']);
  });

  test('a code is one word that can be read aloud and typed in any case', () => {
    assert.deepEqual(readCode(' Valley-Visit '), { ok: true, value: 'valley-visit' });
    for (const typed of [
      '',
      'abc',
      'a--b-c',
      '-abcd',
      'abcd-',
      'a b c d',
      'a_bcd',
      'x'.repeat(25),
    ]) {
      assert.equal(readCode(typed).ok, false, typed);
    }
  });
});
