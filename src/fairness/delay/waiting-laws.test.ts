import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Generator, generatorFrom } from '../../kernel/chance/generator.ts';
import { at } from '../../kernel/result/at.ts';
import type { Result } from '../../kernel/result/result.ts';
import { answerRateRatio, openTime } from './answer-rates.ts';
import { backlog } from './backlog.ts';
import { type EndedWait, endingCurves } from './competing.ts';
import { coxRegression, groupDesign } from './cox.ts';
import { grayTest } from './gray.ts';
import { logRank } from './log-rank.ts';
import { proportionality } from './proportionality.ts';
import { restrictedMean, waitDifference, waitRatio } from './restricted-mean.ts';
import { waitingCurve } from './waiting.ts';
import { splitWaits, type Wait } from './waits.ts';

const near = (found: number, wanted: number, tolerance = 1e-9): void =>
  assert.ok(
    Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(wanted)),
    `${found} for ${wanted}`,
  );
function ok<Value>(found: Result<Value>): Value {
  assert.ok(found.ok, found.ok ? '' : found.refusal.because);
  return found.value;
}
const kind = (found: Result<unknown>): string => (found.ok ? 'no refusal' : found.refusal.kind);

/** Answered after `mean` days on average, watched for up to 60; whole days where asked. */
const drawn = (chance: Generator, count: number, mean: number, whole = false): Wait[] =>
  Array.from({ length: count }, () => {
    const answer = -Math.log(1 - chance.next()) * mean;
    const today = chance.next() * 60;
    const days = Math.min(answer, today);
    return { days: whole ? Math.ceil(days) : days, answered: answer <= today };
  });
const chance = generatorFrom('waiting laws');
const one = drawn(chance, 60, 20, true);
const other = drawn(chance, 90, 30, true);
const third = drawn(chance, 40, 25, true);

describe('laws of waiting', () => {
  test('columns split into groups and strata say the same as lists of waits', () => {
    const rows = [one, other].flatMap((waits, group) =>
      waits.map((wait, place) => ({ ...wait, group, stratum: place % 3 })),
    );
    const columns = {
      days: Float64Array.from(rows, ({ days }) => days),
      answered: Uint8Array.from(rows, ({ answered }) => Number(answered)),
      group: Int32Array.from(rows, ({ group }) => group),
      groups: 2,
      stratum: Int32Array.from(rows, ({ stratum }) => stratum),
      strata: 3,
    };
    const lists = [0, 1, 2].map((stratum) =>
      [0, 1].map((group) => rows.filter((row) => row.group === group && row.stratum === stratum)),
    );
    assert.deepEqual(logRank(splitWaits(columns)), logRank(lists));
  });
  test('without ties, the score test of Cox is the log-rank test', () => {
    const source = generatorFrom('no ties');
    const groups = [drawn(source, 40, 20), drawn(source, 50, 30), drawn(source, 30, 20)];
    near(ok(coxRegression([groups], groupDesign(3))).scoreTest, ok(logRank([groups])).chiSquared);
  });
  test('swapping the groups turns the hazard ratio over and leaves the tests as they are', () => {
    const there = ok(coxRegression([[one, other]], groupDesign(2)));
    const back = ok(coxRegression([[other, one]], groupDesign(2)));
    near(at(there.terms, 0).ratio * at(back.terms, 0).ratio, 1);
    near(there.likelihoodRatio, back.likelihoodRatio, 1e-8);
    near(
      ok(at(proportionality(there), 0)).chiSquared,
      ok(at(proportionality(back), 0)).chiSquared,
      1e-7,
    );
  });
  test('a group against its own copy has ratio 1; the unit of time does not matter', () => {
    near(at(ok(coxRegression([[one, one]], groupDesign(2))).terms, 0).ratio, 1);
    const hours = [one, other].map((waits) => waits.map((w) => ({ ...w, days: w.days * 24 })));
    near(
      at(ok(coxRegression([hours], groupDesign(2))).terms, 0).coefficient,
      at(ok(coxRegression([[one, other]], groupDesign(2))).terms, 0).coefficient,
    );
  });
  test('a stratum that is slow for everybody is held against nobody', () => {
    const slow = (waits: readonly Wait[]) => waits.map((w) => ({ ...w, days: w.days * 5 }));
    const alone = ok(coxRegression([[one, other]], groupDesign(2)));
    const twice = ok(
      coxRegression(
        [
          [one, other],
          [slow(one), slow(other)],
        ],
        groupDesign(2),
      ),
    );
    near(at(twice.terms, 0).coefficient, at(alone.terms, 0).coefficient, 1e-8);
    near(at(twice.terms, 0).error, at(alone.terms, 0).error / Math.sqrt(2), 1e-8);
  });
  test('a ratio that turns over halfway is found not to be constant', () => {
    const early = Array.from({ length: 60 }, (_, place) => ({
      days: 1 + place / 60,
      answered: true,
    }));
    const late = Array.from({ length: 60 }, (_, place) => ({
      days: 20 + place / 60,
      answered: true,
    }));
    const middle = Array.from({ length: 120 }, (_, place) => ({
      days: 9 + place / 60,
      answered: true,
    }));
    const fit = ok(coxRegression([[[...early, ...late], middle]], groupDesign(2)));
    assert.ok(ok(at(proportionality(fit), 0)).pValue < 1e-6);
  });
  test('with nobody withdrawn, the share answered is one less the waiting curve, error and all', () => {
    const ended = one.map(
      ({ days, answered }): EndedWait => ({ days, ending: answered ? 'answered' : 'open' }),
    );
    const curve = waitingCurve(one);
    ok(endingCurves(ended)).forEach((step, place) => {
      near(step.answered, 1 - at(curve, place).share);
      near(step.answeredError, at(curve, place).error, 1e-7);
      near(step.answered + step.withdrawn + step.stillWaiting, 1);
    });
  });
  test('taking the withdrawn for open would promise more answers than there were', () => {
    const ended = one.map(
      ({ days, answered }, place): EndedWait => ({
        days,
        ending: place % 4 === 0 ? 'withdrawn' : answered ? 'answered' : 'open',
      }),
    );
    const naive = waitingCurve(
      ended.map(({ days, ending }) => ({ days, answered: ending === 'answered' })),
    );
    const shares = ok(endingCurves(ended));
    assert.ok((shares.at(-1)?.answered ?? 1) < 1 - (naive.at(-1)?.share ?? 0));
  });
  test("Gray's test: order of groups is nothing to it, copies show nothing, a planted gap shows", () => {
    const source = generatorFrom('gray');
    const ending = (count: number, answer: number, withdraw: number): EndedWait[] =>
      Array.from({ length: count }, () => {
        const times = [answer, withdraw, 60].map((mean) => -Math.log(1 - source.next()) * mean);
        const days = Math.min(...times);
        return {
          days,
          ending: at(['answered', 'withdrawn', 'open'] as const, times.indexOf(days)),
        };
      });
    const [a, b, c] = [ending(80, 20, 40), ending(120, 20, 40), ending(120, 60, 15)];
    const first = ok(grayTest([a, b, c], 'answered'));
    near(ok(grayTest([c, a, b], 'answered')).chiSquared, first.chiSquared, 1e-8);
    near(ok(grayTest([b, b], 'answered')).chiSquared, 0);
    assert.ok(ok(grayTest([a, c], 'answered')).pValue < 1e-4);
  });
  test('the backlog counts each open matter once, and its bands add up', () => {
    const found = ok(backlog(one, 30, [0, 15, 30, 45]));
    const open = one.filter(({ answered }) => !answered);
    assert.equal(found.open, open.length);
    assert.equal(
      found.bands.reduce((sum, band) => sum + band.open, 0),
      open.length,
    );
    assert.equal(found.oldestDays, Math.max(...open.map(({ days }) => days)));
    assert.equal(found.openPastPromise, open.filter(({ days }) => days > 30).length);
    assert.equal(found.answeredInTime + found.answeredLate + found.open, found.people);
    assert.ok(found.late !== undefined && found.late.low <= found.late.share);
  });
  test('nothing due yet is no share at all, not a share of zero', () => {
    const found = ok(backlog([{ days: 3, answered: false }], 30, [0]));
    assert.equal(found.late, undefined);
  });
  test('swapping the groups turns the ratio of rates over, interval and all', () => {
    const there = ok(answerRateRatio(openTime(one), openTime(third)));
    const back = ok(answerRateRatio(openTime(third), openTime(one)));
    near(there.ratio * back.ratio, 1);
    near(there.low * back.high, 1);
    near(there.pValue, back.pValue);
  });
});

describe('what waiting refuses', () => {
  const negative: Wait[] = [{ days: -2, answered: true }];
  test('a wait below zero, and one that is no number', () => {
    for (const bad of [negative, [{ days: Number.NaN, answered: false }]]) {
      assert.equal(kind(logRank([[one, [...other, ...bad]]])), 'bad-wait');
      assert.equal(kind(coxRegression([[one, [...other, ...bad]]], groupDesign(2))), 'bad-wait');
      assert.equal(kind(restrictedMean([...one, ...bad], 10)), 'bad-wait');
      assert.equal(kind(backlog([...one, ...bad], 30, [0])), 'bad-wait');
    }
    assert.equal(kind(endingCurves([{ days: -1, ending: 'open' }])), 'bad-wait');
    assert.equal(kind(grayTest([[{ days: -1, ending: 'open' }]], 'answered')), 'bad-wait');
  });
  test('a group with nobody, by its place', () => {
    const found = logRank([[one, [], other]]);
    assert.match(found.ok ? '' : found.refusal.because, /group 2/);
    assert.equal(kind(coxRegression([[one, []]], groupDesign(2))), 'nobody');
    assert.equal(kind(backlog([], 30, [0])), 'nobody');
    assert.equal(kind(endingCurves([])), 'nobody');
    assert.equal(kind(grayTest([[], []], 'answered')), 'nobody');
  });
  test('a hazard ratio without bound: one group got no answer at all', () => {
    const open = one.map((wait) => ({ ...wait, answered: false }));
    assert.equal(kind(coxRegression([[other, open]], groupDesign(2))), 'unbounded');
  });
  test('groups that never waited together, and values that say nothing', () => {
    const soon: Wait[] = [{ days: 1, answered: false }];
    const late: Wait[] = [{ days: 9, answered: true }];
    assert.equal(kind(coxRegression([[soon, late]], groupDesign(2))), 'no-comparison');
    assert.equal(kind(coxRegression([[one, other]], [[1], [1]])), 'no-comparison');
  });
  test('proportionality, where all answers came on one day', () => {
    const day = (count: number): Wait[] =>
      Array.from({ length: 10 }, (_, place) => ({ days: 5, answered: place < count }));
    const fit = ok(coxRegression([[day(3), day(6)]], groupDesign(2), 'breslow'));
    assert.equal(kind(at(proportionality(fit), 0)), 'one-day-only');
  });
  test('ratios of nothing', () => {
    const none = { answers: 0, openDays: 10 };
    assert.equal(kind(answerRateRatio({ answers: 2, openDays: 10 }, none)), 'no-answers');
    assert.equal(kind(answerRateRatio(openTime([]), none)), 'no-open-days');
    const atOnce: Wait[] = [{ days: 0, answered: true }];
    assert.equal(kind(waitRatio(ok(waitDifference(atOnce, one, 1)))), 'no-ratio');
    assert.equal(kind(backlog(one, 30, [5, 10])), 'bad-bands');
  });
});
