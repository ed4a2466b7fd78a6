import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WITHHELD } from '../../fairness/disclosure/gate.ts';
import { date, dayNumber } from '../../kernel/dates/civil-date.ts';
import { measureOutreach, type OutreachFunnel } from './measure-outreach.ts';
import type { MeasuredJourney, Measurements } from './measurements.ts';

const noon = (day: string): number => (dayNumber(date(day)) * 24 + 17) * 3_600_000;
const visit = { code: 'north-visit', program: 'larkspur-care' };
const journey = (more: Partial<MeasuredJourney>): MeasuredJourney => ({
  ...visit,
  cameAt: noon('2026-01-05'),
  appliedOn: [],
  eligibleAt: undefined,
  satAt: undefined,
  passedAt: undefined,
  certifiedAt: undefined,
  ...more,
});
const applied = { appliedOn: [date('2026-01-05')] };
const eligible = { ...applied, eligibleAt: noon('2026-02-05') };
const certified = {
  ...eligible,
  satAt: noon('2026-03-05'),
  passedAt: noon('2026-03-05'),
  certifiedAt: noon('2026-03-06'),
};
const many = (count: number, more: Partial<MeasuredJourney>) =>
  Array.from({ length: count }, () => journey(more));

/** On May 20, 2026: counted to the end of April. */
async function measured(journeys: readonly MeasuredJourney[], asked = [visit]) {
  const measurements = { journeys: async () => journeys } as unknown as Measurements;
  return await measureOutreach(
    {
      clock: { now: () => 0, today: () => date('2026-05-20'), dayOf: () => date('2026-05-20') },
      measurements,
    },
    asked,
  );
}
const numbers = (funnel: OutreachFunnel | undefined) => funnel?.value.map(({ atLeast }) => atLeast);

test('each step counts the people of the step before, in steps of eleven', async () => {
  const found = await measured([
    ...many(12, {}),
    ...many(12, applied),
    ...many(12, eligible),
    ...many(24, certified),
  ]);
  // 48 applied, 36 were eligible, 24 sat, passed and hold a credential.
  assert.deepEqual(numbers(found.get('north-visit')), [44, 33, 22, 22, 22]);
});

test('people of other codes and other programs are not counted', async () => {
  const found = await measured([
    ...many(20, { ...applied, code: 'other-visit' }),
    ...many(20, { ...applied, program: 'larkspur-work' }),
  ]);
  assert.deepEqual(numbers(found.get('north-visit')), Array(5).fill(WITHHELD));
});

test('an application from before they came does not count, one from the same day and a later one do', async () => {
  const before = many(11, { appliedOn: [date('2026-01-04')] });
  assert.equal(numbers((await measured(before)).get('north-visit'))?.[0], WITHHELD);
  const again = many(11, { appliedOn: [date('2026-02-01'), date('2026-01-04')] });
  assert.equal(numbers((await measured(again)).get('north-visit'))?.[0], 11);
});

test('what happened this month is not counted yet', async () => {
  const late = many(11, { ...applied, eligibleAt: noon('2026-05-02') });
  assert.deepEqual(numbers((await measured(late)).get('north-visit'))?.slice(0, 2), [11, WITHHELD]);
});

test('nobody is asked about where there is no outreach', async () => {
  assert.equal((await measured(many(20, applied), [])).size, 0);
});
