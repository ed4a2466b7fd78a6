import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { askedSince, concernAnswerDay, waitsForAnswer } from './answer-day.ts';

const said = (...replies: readonly (readonly [byStaff: boolean, at: number])[]) => ({
  receivedAt: 1,
  withdrawnAt: undefined,
  replies: replies.map(([byStaff, at]) => ({ byStaff, at })),
});

test('an answer is promised within seven business days', () => {
  assert.equal(concernAnswerDay(date('2026-06-01')), '2026-06-10');
  assert.equal(concernAnswerDay(date('2026-06-30')), '2026-07-09');
});

test('it is promised from the first word that was not answered', () => {
  assert.equal(askedSince(said()), 1);
  assert.equal(askedSince(said([false, 5])), 1);
  assert.equal(askedSince(said([true, 5], [false, 7], [false, 9])), 7);
});

test('the body owes an answer while the person has the last word, and none once it is withdrawn', () => {
  assert.equal(waitsForAnswer(said()), true);
  assert.equal(waitsForAnswer(said([true, 5])), false);
  assert.equal(waitsForAnswer(said([true, 5], [false, 7])), true);
  assert.equal(waitsForAnswer({ ...said(), withdrawnAt: 3 }), false);
});
