import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { type AwardEvent, evolveAward, inForce, notGranted } from './award.ts';
import { type AwardFacts, decideAward, decideRevoke, type Revoke } from './decide.ts';

const facts: AwardFacts = {
  program: 'larkspur-care',
  sitting: 's-1',
  formKind: 'demonstration',
  outcome: 'passed',
  inGoodStanding: true,
  realMark: false,
  authorized: false,
  on: date('2026-03-02'),
  validUntil: date('2031-03-31'),
};
const granted: AwardEvent = {
  type: 'granted',
  on: date('2026-03-02'),
  program: 'larkspur-care',
  sitting: 's-1',
  validUntil: date('2031-03-31'),
  demonstration: true,
};
const revoked: AwardEvent = {
  type: 'revoked',
  on: date('2026-05-04'),
  director: 'director-1',
  reason: 'Issued to the wrong person.',
};
const after = (...events: AwardEvent[]) => events.reduce(evolveAward, notGranted);
const award = (change: Partial<AwardFacts> = {}, ...events: AwardEvent[]) => {
  const answer = decideAward(after(...events), { ...facts, ...change });
  return answer.ok ? answer.value : answer.refusal.kind;
};
const revoke = (change: Partial<Revoke> = {}, ...events: AwardEvent[]) => {
  const answer = decideRevoke(after(...events), {
    person: 'director-1',
    isDirector: true,
    reason: ' Issued to the wrong person. ',
    on: date('2026-05-04'),
    ...change,
  });
  return answer.ok ? answer.value : answer.refusal.kind;
};

describe('an award', () => {
  test('follows from a pass, and says that it rests on a demonstration', () =>
    assert.deepEqual(award(), granted));
  test('on an operational form is not a demonstration', () => {
    const answer = award({ formKind: 'operational' });
    assert.equal(typeof answer === 'object' && answer.demonstration, false);
  });
  test('needs a pass: not passed and not scorable are not one (D7, D8)', () => {
    assert.equal(award({ outcome: 'not-passed' }), 'not-passed');
    assert.equal(award({ outcome: 'not-scorable' }), 'not-passed');
  });
  test('needs good standing', () =>
    assert.equal(award({ inGoodStanding: false }), 'not-in-good-standing'));
  test('comes once for a sitting, and revoking does not make room for another (D7, D12)', () => {
    assert.equal(award({}, granted), 'already-awarded');
    assert.equal(award({}, granted, revoked), 'already-awarded');
  });
  test("under a real mark needs the owner's authorization on record, even for a demonstration", () => {
    assert.equal(award({ realMark: true }), 'mark-not-authorized');
    assert.equal(typeof award({ realMark: true, authorized: true }), 'object');
  });
  test('ends after it begins', () =>
    assert.equal(award({ validUntil: date('2026-03-02') }), 'ends-before-it-begins'));
  test('is in force from its first to its last day, and not once revoked', () => {
    const on = (day: string, ...events: AwardEvent[]) => inForce(after(...events), date(day));
    assert.equal(on('2026-03-01', granted), false);
    assert.equal(on('2026-03-02', granted), true);
    assert.equal(on('2031-03-31', granted), true);
    assert.equal(on('2031-04-01', granted), false);
    assert.equal(on('2026-06-01', granted, revoked), false);
    assert.equal(on('2026-06-01'), false);
  });
});

describe('a revocation', () => {
  test('is written by a director, with a reason', () =>
    assert.deepEqual(revoke({}, granted), revoked));
  test('is refused to anybody else, without a reason, and where there is nothing to revoke', () => {
    assert.equal(revoke({ isDirector: false }, granted), 'not-a-director');
    assert.equal(revoke({ reason: ' ' }, granted), 'reason-missing');
    assert.equal(revoke(), 'not-awarded');
    assert.equal(revoke({}, granted, revoked), 'already-revoked');
  });
  test('stands: a later award row for the same sitting changes nothing', () =>
    assert.equal(after(granted, revoked, granted).status, 'revoked'));
});
