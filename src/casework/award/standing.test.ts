import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import {
  mayBeReliedOn,
  STANDINGS,
  type Standing,
  type StandingFacts,
  standingOf,
} from './standing.ts';

const today = date('2027-03-10');
const span = { from: date('2027-03-01'), until: date('2027-06-01') };
const held: StandingFacts = { isNewest: true, validUntil: date('2030-05-31') };
const on = (change: Partial<StandingFacts>): Standing => standingOf({ ...held, ...change }, today);

test('a copy that nothing speaks against is current to the end of its last day', () => {
  assert.deepEqual(on({}), { word: 'current' });
  assert.deepEqual(on({ validUntil: today }), { word: 'current' });
});

test('a copy whose last day has passed has lapsed, without a bit', () => {
  const validUntil = date('2027-03-09');
  assert.deepEqual(on({ validUntil }), { word: 'lapsed', since: validUntil });
});

test('a suspension says until when, be it interim or a sanction', () => {
  for (const interim of [true, false]) {
    const said = on({ endedOn: span.from, suspended: { ...span, interim } });
    assert.deepEqual(said, { word: 'suspended', since: span.from, until: span.until });
  }
});

test('a suspension that is over leaves a copy that is superseded: its bit stays set', () => {
  assert.deepEqual(on({ endedOn: span.from }), { word: 'superseded', since: span.from });
});

test('a revocation outranks everything but a newer copy', () => {
  const revoked = { on: date('2027-02-01'), reason: 'x' };
  const all: StandingFacts = {
    ...{ ...held, validUntil: date('2027-01-01'), endedOn: span.from, revoked },
    ...{ suspended: { ...span, interim: false }, probation: span },
    notHeld: { why: 'retired', from: span.from },
  };
  assert.deepEqual(standingOf(all, today), { word: 'revoked', since: revoked.on });
  assert.deepEqual(standingOf({ ...all, isNewest: false }, today), {
    ...{ word: 'superseded', since: span.from },
  });
});

test('retired, ended after an audit and given up are three words', () => {
  const word = (why: 'retired' | 'ended-after-audit' | 'surrendered') =>
    on({ endedOn: span.from, notHeld: { why, from: span.from } }).word;
  assert.deepEqual(
    [word('retired'), word('ended-after-audit'), word('surrendered')],
    ['retired', 'ended', 'surrendered'],
  );
});

test('probation leaves it good, and a suspension outranks it', () => {
  const probation = on({ probation: span });
  assert.deepEqual(probation, { word: 'probation', since: span.from, until: span.until });
  assert.equal(on({ probation: span, suspended: { ...span, interim: false } }).word, 'suspended');
});

test('only two words let anybody rely on a copy', () => {
  const good = STANDINGS.filter((word) => mayBeReliedOn({ word }));
  assert.deepEqual(good, ['current', 'probation']);
});

test('an older copy says nothing of what happened since', () => {
  const facts = { suspended: { ...span, interim: false }, probation: span, endedOn: span.from };
  assert.deepEqual(on({ ...facts, isNewest: false }), { word: 'superseded', since: span.from });
});
