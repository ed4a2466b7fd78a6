import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { mayTakeAgain } from './take-again.ts';

const turned = { refusedOn: date('2026-02-20'), inFavorOn: date('2026-05-20') };
const exam = {
  takenOn: date('2026-04-10'),
  passed: false,
  today: date('2026-05-25'),
  until: date('2026-06-19'),
};

test('an exam not passed between the refusal and the granting can be taken again', () => {
  assert.ok(mayTakeAgain(turned, exam));
  assert.ok(mayTakeAgain(turned, { ...exam, takenOn: turned.refusedOn }));
  assert.ok(mayTakeAgain(turned, { ...exam, takenOn: turned.inFavorOn }));
});

test('not one that was passed: nothing is taken from anybody', () =>
  assert.ok(!mayTakeAgain(turned, { ...exam, passed: true })));

test('not one taken before the refusal or after it was granted', () => {
  assert.ok(!mayTakeAgain(turned, { ...exam, takenOn: date('2026-02-19') }));
  assert.ok(!mayTakeAgain(turned, { ...exam, takenOn: date('2026-05-21') }));
});

test('not after the last day to ask for it', () => {
  assert.ok(mayTakeAgain(turned, { ...exam, today: exam.until }));
  assert.ok(!mayTakeAgain(turned, { ...exam, today: date('2026-06-20') }));
});
