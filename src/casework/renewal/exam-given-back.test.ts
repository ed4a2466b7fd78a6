import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { type CredentialLife, lifeOf } from './credential-life.ts';
import { examGivenBack } from './exam-given-back.ts';
import type { RenewalEvent } from './renewal-event.ts';

const rulesOf = (id: string) => {
  const [rules] = programOf(id)?.rules ?? [];
  assert.ok(rules, id);
  return rules;
};
const CCM = rulesOf('ccm');
/** The invented program whose exam is given on any day. */
const OPEN_ALL_YEAR = rulesOf('larkspur-navigator');
const term = { from: date('2022-05-31'), to: date('2027-05-31') };
const state = (...events: readonly RenewalEvent[]): CredentialLife => {
  const found = lifeOf([{ type: 'granted', on: term.from, rules: 'r', term }, ...events]);
  assert.ok(found);
  return found;
};
const sat = (startedOn: string) => ({
  ...{ sitting: 's', startedOn: date(startedOn), passed: false, setAside: true, opened: 0 },
});
const asked = (startedOn: string, upheldOn: string) => ({
  exams: [sat(startedOn)],
  setAside: [{ sitting: 's', matter: 'm', by: 'p', on: date(upheldOn) }],
  ...{ begunAt: 0, today: date(upheldOn) },
});
const until = (
  life: CredentialLife,
  rules: Parameters<typeof examGivenBack>[2],
  days: ReturnType<typeof asked>,
) => examGivenBack(life, [], rules, days)?.event.until;

describe('the days for an exam that an appeal gave back', () => {
  test('are as many as were left when it was taken, and never fewer than thirty', () => {
    assert.equal(until(state(), OPEN_ALL_YEAR, asked('2027-02-20', '2027-06-20')), '2027-09-28');
    assert.equal(until(state(), OPEN_ALL_YEAR, asked('2027-05-30', '2027-06-20')), '2027-07-20');
  });
  test('hold a whole regular exam window where exams are given in windows', () => {
    const found = until(state(), CCM, asked('2027-03-30', '2027-06-20'));
    assert.ok(found !== undefined && found > '2027-07-01', String(found));
  });
  test('are given once, to nobody whose term still has as many, who retired, or who renews by another way', () => {
    assert.equal(until(state(), OPEN_ALL_YEAR, asked('2027-02-20', '2027-02-20')), undefined);
    const days = asked('2027-05-30', '2027-06-20');
    const given = examGivenBack(state(), [], OPEN_ALL_YEAR, days);
    assert.ok(given);
    const events = [{ ...given.event, matter: given.matter }];
    assert.equal(examGivenBack(state(given.event), events, OPEN_ALL_YEAR, days), undefined);
    const retired = state({
      ...{ type: 'retired', on: date('2027-05-31'), returnUntil: date('2032-05-31') },
    });
    assert.equal(until(retired, OPEN_ALL_YEAR, days), undefined);
    const late = state({
      ...{ type: 'opened', on: date('2027-06-10'), purpose: 'late', route: 'hours' },
      ...{ dueCents: 0, reason: 'because', promisedBy: null },
    });
    assert.equal(until(late, OPEN_ALL_YEAR, days), undefined);
  });
});
