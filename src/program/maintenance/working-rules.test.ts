import assert from 'node:assert/strict';
import { test } from 'node:test';
import { care, inBlocks, publishedRules, work } from '../../../tests/support/renewal.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../catalog/catalog.ts';
import { defaultsOf } from '../catalog/operator-defaults.ts';
import { feeOf } from '../definition/rules.ts';
import { notSet } from '../definition/sourced.ts';
import { renewalCost } from './renewal-fees.ts';
import { workingRules } from './working-rules.ts';

const ccm = publishedRules('larkspur-care', date('2026-01-01'));
const cdms = publishedRules('larkspur-work', date('2026-01-01'));
const invented = publishedRules('larkspur-navigator', date('2027-01-01'));

test('CCM takes 80 hours with 8 of ethics in five years, CDMS 80 with 4', () => {
  const asked = [care, work].map(({ everyYears, requirement }) => [
    everyYears,
    requirement.hours,
    requirement.minimums[0]?.subject,
    requirement.minimums[0]?.hours,
  ]);
  assert.deepEqual(asked, [
    [5, 80, 'ethics', 8],
    [5, 80, 'ethics', 4],
  ]);
});

test('the invented program has two-year periods with a most per kind and one subject by a day', () => {
  assert.equal(inBlocks.everyYears, 10);
  assert.deepEqual([inBlocks.blocks?.years, inBlocks.blocks?.requirement.hours], [2, 20]);
  assert.deepEqual(
    inBlocks.blocks?.requirement.maximums.map(({ delivery, hours }) => `${delivery} ${hours}`),
    ['self-paced 8', 'teaching 6'],
  );
  assert.deepEqual(inBlocks.requirement.minimums[1]?.until, {
    kind: 'after-start',
    within: { kind: 'months-after', months: 48 },
  });
});

test('what the owner has not set the body sets, and it is named as the body’s', () => {
  assert.deepEqual(care.setByBody, [
    'carry-over',
    'repeated-course',
    'late-hours',
    'extension',
    'late-answer',
    'audit-rate',
  ]);
  assert.ok(work.setByBody.includes('return') && !work.setByBody.includes('late-hours'));
  assert.deepEqual(inBlocks.setByBody, []);
});

test('a way back that nobody set is not made up, nor a late window, nor a number of hours', () => {
  assert.equal(care.reinstateWithin, null);
  const { renewal } = ccm;
  const body = defaultsOf(programOf('larkspur-care')!);
  const changed = (change: Partial<typeof renewal>) =>
    workingRules({ id: 'changed', renewal: { ...renewal, ...change } }, body);
  const noLate = changed({ late: { ...renewal.late, acceptedDays: notSet() } });
  assert.ok(noLate.ok && noLate.value.late === null);
  for (const [change, kind] of [
    [{ hours: notSet<number>() }, 'hours-not-set'],
    [{ everyYears: notSet<number>() }, 'term-not-set'],
  ] as const) {
    const refused = changed(change);
    assert.ok(!refused.ok);
    assert.equal(refused.refusal.kind, kind);
  }
});

test('renewing by hours costs 275 under CCM, and the page that said 285 is named beside it', () => {
  const cost = renewalCost(ccm, { route: 'hours', purpose: 'renewal' });
  assert.deepEqual([cost.cents, cost.isWhole], [27_500, true]);
  const otherwise = feeOf(ccm, 'renewal-by-hours')?.amount.otherwise?.map(({ value }) => value);
  assert.deepEqual(otherwise, [285]);
});

test('late adds 175, the exam costs 470, and each course to review 15', () => {
  const cents = (asked: Parameters<typeof renewalCost>[1]): number => renewalCost(ccm, asked).cents;
  assert.equal(cents({ route: 'hours', purpose: 'late' }), 45_000);
  assert.equal(cents({ route: 'exam', purpose: 'renewal' }), 47_000);
  assert.equal(cents({ route: 'hours', purpose: 'renewal', coursesToReview: 3 }), 32_000);
});

test('the CDMS fee was not seen: nothing is charged, and the sum does not pass as whole', () => {
  const cost = renewalCost(cdms, { route: 'hours', purpose: 'renewal' });
  assert.deepEqual([cost.cents, cost.isWhole], [0, false]);
});

test('the invented program charges for reinstatement what it published', () => {
  assert.equal(renewalCost(invented, { route: 'hours', purpose: 'reinstatement' }).cents, 9_000);
});
