import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { at } from '../../kernel/result/at.ts';
import type { Result } from '../../kernel/result/result.ts';
import { answerRateRatio } from './answer-rates.ts';
import { type EndedWait, endingCurves } from './competing.ts';
import { coxRegression, groupDesign } from './cox.ts';
import { logRank } from './log-rank.ts';
import { proportionality } from './proportionality.ts';
import { restrictedMean, spareDaysRatio, waitDifference, waitRatio } from './restricted-mean.ts';
import { medianInterval, medianWait, waitingCurve } from './waiting.ts';
import type { Wait } from './waits.ts';

const reference = JSON.parse(readFileSync('reference/fairness/waiting.json', 'utf8'));
const aml = JSON.parse(readFileSync('reference/fairness/delay.json', 'utf8')).aml;
const FOLDER = '../shared/data/decisions';
const skip = existsSync(FOLDER) ? false : 'no ../shared';

const near = (found: number, wanted: number, tolerance = 1e-8): void =>
  assert.ok(
    Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(wanted)),
    `${found} for ${wanted}`,
  );
function ok<Value>(found: Result<Value>): Value {
  assert.ok(found.ok, found.ok ? '' : found.refusal.because);
  return found.value;
}
function rowsOf(file: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(`${FOLDER}/${file}`, 'utf8').trim().split('\n');
  const names = head.replaceAll('"', '').split(',');
  return lines.map((line) =>
    Object.fromEntries(
      line
        .replaceAll('"', '')
        .split(',')
        .map((cell, place) => [names[place] ?? '', cell]),
    ),
  );
}
const waitsIn = (rows: readonly Record<string, string>[], answered: string): Wait[] =>
  rows.map((row) => ({ days: Number(row['time']), answered: row['status'] === answered }));
const groupsOf = (file: string, column: string, values: readonly string[], answered: string) => {
  const rows = rowsOf(file);
  return values.map((value) =>
    waitsIn(
      rows.filter((row) => row[column] === value),
      answered,
    ),
  );
};

/** Everything that is known of two groups of one data set. */
function agrees(groups: readonly Wait[][], known: (typeof reference)['lung']): void {
  near(ok(logRank([groups], 'early')).chiSquared, known.peto);
  const design = groupDesign(2);
  for (const ties of ['efron', 'breslow'] as const) {
    const term = at(ok(coxRegression([groups], design, ties)).terms, 0);
    near(term.coefficient, known[ties].coefficient, 1e-6);
    near(term.error, known[ties].error, 1e-6);
  }
  const fit = ok(coxRegression([groups], design));
  near(fit.logLikelihoodWithout, known.efron.logLikelihood[0]);
  near(fit.logLikelihood, known.efron.logLikelihood[1]);
  near(fit.scoreTest, known.efron.score);
  const constant = ok(at(proportionality(fit), 0));
  near(constant.chiSquared, known.zph[0], 1e-6);
  near(constant.pValue, known.zph[1], 1e-6);
  const end = Math.max(...groups.flat().map(({ days }) => days));
  groups.forEach((waits, group) => {
    const curve = waitingCurve(waits);
    const [median, low, high] = known.median[group];
    // Where exactly half wait on, R names the middle of the days between; here it is the first of them.
    const first = curve.findIndex(({ day }) => day === medianWait(curve));
    const after =
      Math.abs(at(curve, first).share - 0.5) < 1e-12 ? at(curve, first + 1) : at(curve, first);
    near((at(curve, first).day + after.day) / 2, median);
    const interval = medianInterval(curve);
    assert.equal(interval.low ?? 'NA', low);
    assert.equal(interval.high ?? 'NA', high);
    const own = Math.max(...waits.map(({ days }) => days));
    const whole = restrictedMean(waits, end);
    if (own === end || (curve.at(-1)?.share ?? 1) === 0) {
      near(ok(whole).days, known.restrictedMeanToEnd[group][0]);
      near(ok(whole).error, known.restrictedMeanToEnd[group][1]);
    }
  });
}

describe('waiting, as R computes it', () => {
  test('Cox with both ways of ties, the check of proportionality, early weight and medians on 23 people', () => {
    const group = (rows: readonly (readonly [number, number])[]): Wait[] =>
      rows.map(([days, status]) => ({ days, answered: status === 1 }));
    agrees([group(aml.maintained), group(aml.nonmaintained)], reference.aml);
  });
  test('the same on lung cancer by sex and on veterans by treatment', { skip }, () => {
    agrees(groupsOf('surv_lung.csv', 'sex', ['1', '2'], '2'), reference.lung);
    agrees(groupsOf('surv_veteran.csv', 'trt', ['1', '2'], '1'), reference.veteran);
  });
  test('the log-log interval is the one printed for 11 people, and stays inside 0 and 1', () => {
    const waits = aml.maintained.map(([days, status]: [number, number]) => ({
      days,
      answered: status === 1,
    }));
    const curve = waitingCurve(waits, 0.95, 'log-log');
    const { day, low, high } = reference.logLog;
    const step = curve.find((one) => one.day === day);
    near(step?.low ?? 0, low, 5e-4);
    near(step?.high ?? 0, high, 5e-4);
    assert.ok(curve.every((one) => one.low >= 0 && one.low <= one.share && one.high <= 1));
  });
  test('shares of competing endings on 1,384 people', { skip }, () => {
    const rows = rowsOf('surv_mgus2_competing.csv');
    for (const sex of ['F', 'M']) {
      const waits = rows
        .filter((row) => row['sex'] === sex)
        .map(
          (row): EndedWait => ({
            days: Number(row['etime']),
            ending:
              row['event'] === 'pcm' ? 'answered' : row['event'] === 'death' ? 'withdrawn' : 'open',
          }),
        );
      const curve = ok(endingCurves(waits));
      [60, 120, 240].forEach((month, place) => {
        const step = curve.findLast(({ day }) => day <= month);
        const [still, progressed, died] = reference.mgus2[sex][place];
        near(step?.stillWaiting ?? 0, still);
        near(step?.answered ?? 0, progressed);
        near(step?.withdrawn ?? 0, died);
      });
    }
  });
  test('ratios of restricted means, and of the days that were spared', { skip }, () => {
    const [arm1 = [], arm0 = []] = groupsOf('surv_pbc_rmst.csv', 'arm', ['1', '0'], '1');
    const [women = [], men = []] = groupsOf('surv_lung.csv', 'sex', ['2', '1'], '2');
    for (const [difference, known] of [
      [waitDifference(arm1, arm0, 10), reference.ratios.pbc10],
      [waitDifference(women, men, 730), reference.ratios.lung730],
    ] as const) {
      const found = [waitRatio(ok(difference)), spareDaysRatio(ok(difference))].map(ok);
      found.forEach(({ value, low, high, pValue }, place) => {
        [value, low, high, pValue].forEach((number, k) => {
          near(number, known[place][k]);
        });
      });
    }
  });
  test('the ratio of two rates per open day, exact', () => {
    const { answers, openDays, p, ratio, interval } = reference.poisson;
    const found = ok(
      answerRateRatio(
        { answers: answers[0], openDays: openDays[0] },
        { answers: answers[1], openDays: openDays[1] },
      ),
    );
    near(found.ratio, ratio);
    near(found.pValue, p);
    near(found.low, interval[0]);
    near(found.high, interval[1]);
  });
});
