import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaint } from '../../../tests/support/conduct.ts';
import { addDays } from '../../kernel/dates/civil-date.ts';
import type { ConductMatter } from './conduct-matter.ts';
import { evolve } from './evolve.ts';
import { readPanelAct } from './panel-form.ts';

function at(change: Partial<ConductMatter> = {}): ConductMatter {
  const first = complaint();
  assert.ok(first.ok);
  const state = evolve(undefined, first.value);
  assert.ok(state);
  return { ...state, stage: 'decision', cause: ['a1'], disclosed: ['e1'], ...change };
}
const fields = (read: ReturnType<typeof readPanelAct>): readonly string[] =>
  read.ok ? [] : read.mistakes.map(({ field }) => field);
const finding = { 'breach~a1': 'yes', 'reason~a1': 'The log shows it.', 'evidence~a1': ['e1'] };
const sanction = {
  ...{ sanction: 'probation', reason: 'The least that protects people.' },
  ...{ 'ends-year': '2028', 'ends-month': 'March', 'ends-day': '1' },
  ...{ conditions: ' Supervision. \n\n A course. ', departure: '' },
};

test('all that is missing is told at once, each beside its own box', () => {
  const state = at();
  assert.deepEqual(fields(readPanelAct(state, 'decide', {}, state.latest)), [
    'breach~a1',
    'reason~a1',
  ]);
  const bare = { ...finding, 'evidence~a1': [] };
  assert.deepEqual(fields(readPanelAct(state, 'decide', bare, state.latest)), [
    'evidence~a1',
    'sanction',
    'ends',
    'reason',
  ]);
});

test('a decision is read whole: lines apart, an empty departure left out, evidence that was not shown left out', () => {
  const state = at();
  const typed = { ...finding, ...sanction, 'evidence~a1': ['e1', 'e9'] };
  const read = readPanelAct(state, 'decide', typed, state.latest);
  assert.ok(read.ok && read.value.act === 'decide');
  assert.deepEqual(read.value.sanction?.conditions, ['Supervision.', 'A course.']);
  assert.equal(read.value.sanction?.departure, undefined);
  assert.equal(read.value.sanction?.endsOn, '2028-03-01');
  assert.deepEqual(read.value.findings[0]?.evidence, ['e1']);
});

test('without a breach no sanction is read, whatever was typed', () => {
  const state = at();
  const none = { ...finding, ...sanction, 'breach~a1': 'no' };
  const read = readPanelAct(state, 'decide', none, state.latest);
  assert.ok(read.ok && read.value.act === 'decide');
  assert.equal(read.value.sanction, undefined);
});

test('about the body a remedy is read in place of a sanction', () => {
  const state = at({ about: 'body' });
  assert.deepEqual(fields(readPanelAct(state, 'offer', finding, state.latest)), ['remedy']);
  const remedy = 'The exam is held again, at no fee.';
  const read = readPanelAct(state, 'offer', { ...finding, remedy }, state.latest);
  assert.ok(read.ok && read.value.act === 'offer');
  assert.deepEqual([read.value.sanction, read.value.remedy], [undefined, remedy]);
});

test('a review answers every allegation, a decision those in which there was cause', () => {
  const state = at({ cause: [] });
  assert.deepEqual(fields(readPanelAct(state, 'review', {}, state.latest)), [
    ...['breach~a1', 'reason~a1', 'breach~a2', 'reason~a2'],
  ]);
  const read = readPanelAct(state, 'decide', {}, state.latest);
  assert.ok(read.ok && read.value.act === 'decide');
  assert.deepEqual(read.value.findings, []);
});

test('an appeal answers each stated ground, and reads a sanction only where it makes one milder', () => {
  const state = at({ grounds: ['rule-misread'] });
  assert.deepEqual(fields(readPanelAct(state, 'decide-appeal', {}, state.latest)), [
    'found~rule-misread',
    'reason~rule-misread',
    'effect',
  ]);
  const ground = { 'found~rule-misread': 'yes', 'reason~rule-misread': 'It says otherwise.' };
  const typed = { ...ground, ...sanction };
  const reversed = readPanelAct(
    state,
    'decide-appeal',
    { ...typed, effect: 'reversed' },
    state.latest,
  );
  assert.ok(reversed.ok && reversed.value.act === 'decide-appeal');
  assert.equal(reversed.value.sanction, undefined);
  const milder = readPanelAct(
    state,
    'decide-appeal',
    { ...typed, effect: 'lessened' },
    state.latest,
  );
  assert.ok(milder.ok && milder.value.act === 'decide-appeal');
  assert.equal(milder.value.sanction?.kind, 'probation');
});

test('a day that is no day is told as one, and nothing is guessed', () => {
  const state = at();
  const typed = { ...finding, ...sanction, 'ends-month': '2', 'ends-day': '30' };
  const read = readPanelAct(state, 'decide', typed, addDays(state.latest, 1));
  assert.deepEqual(fields(read), ['ends']);
});
