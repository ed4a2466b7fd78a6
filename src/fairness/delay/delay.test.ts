import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { logRank } from './log-rank.ts';
import { restrictedMean, waitDifference } from './restricted-mean.ts';
import { medianWait, shareWaiting, waitingCurve } from './waiting.ts';
import type { Wait } from './waits.ts';

const reference = JSON.parse(readFileSync('reference/fairness/delay.json', 'utf8'));
const near = (found: number, wanted: number, tolerance = 1e-9): void =>
  assert.ok(
    Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(wanted)),
    `${found} for ${wanted}`,
  );
const waitsIn = (rows: readonly (readonly [number, number])[]): Wait[] =>
  rows.map(([days, status]) => ({ days, answered: status === 1 }));
const aml = {
  maintained: waitsIn(reference.aml.maintained),
  not: waitsIn(reference.aml.nonmaintained),
};
const ranked = (...groups: Wait[][]) => {
  const found = logRank([groups]);
  assert.ok(found.ok);
  return found.value;
};

const FOLDER = '../shared/data/decisions';
const skip = existsSync(FOLDER) ? false : 'no ../shared';
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
const lung = (keep: (row: Record<string, string>) => boolean): Wait[] =>
  rowsOf('surv_lung.csv')
    .filter(keep)
    .map((row) => ({ days: Number(row['time']), answered: row['status'] === '2' }));

describe('waiting with open matters counted', () => {
  test('log-rank agrees with R on a printed table of 23 people', () => {
    const { chiSquared, pValue, observed, expected } = ranked(aml.maintained, aml.not);
    near(chiSquared, reference.aml.logrank);
    near(pValue, reference.aml.p);
    assert.deepEqual(observed, reference.aml.observed);
    expected.forEach((count, place) => {
      near(count, reference.aml.expected[place]);
    });
  });
  test('swapping the groups changes nothing; a copy of a group against itself shows nothing', () => {
    near(ranked(aml.not, aml.maintained).chiSquared, ranked(aml.maintained, aml.not).chiSquared);
    near(ranked(aml.not, aml.not).chiSquared, 0);
  });
  test('without any open matter the curve is the plain share still waiting', () => {
    const curve = waitingCurve([3, 1, 4, 1, 5].map((days) => ({ days, answered: true })));
    assert.deepEqual(
      curve.map(({ day, share }) => [day, Math.round(share * 1000) / 1000]),
      [
        [1, 0.6],
        [3, 0.4],
        [4, 0.2],
        [5, 0],
      ],
    );
    assert.equal(medianWait(curve), 3);
    assert.equal(shareWaiting(curve, 2), curve[0]?.share);
    near(
      ok(
        restrictedMean(
          [3, 1, 4, 1, 5].map((days) => ({ days, answered: true })),
          5,
        ),
      ).days,
      2.8,
    );
  });
  test('an open matter counts as waiting: leaving it out would make the wait look shorter', () => {
    const answered: Wait[] = [10, 12, 14].map((days) => ({ days, answered: true }));
    const open: Wait[] = [40, 40, 40].map((days) => ({ days, answered: false }));
    assert.ok(
      ok(restrictedMean([...answered, ...open], 40)).days >
        ok(restrictedMean(answered, 40)).days + 10,
    );
  });
  test('refusals name what is missing', () => {
    assert.equal(kind(restrictedMean([], 10)), 'nobody');
    assert.equal(kind(restrictedMean([{ days: 5, answered: false }], 10)), 'horizon-too-far');
    assert.equal(
      kind(logRank([[[{ days: 5, answered: false }], [{ days: 6, answered: false }]]])),
      'no-comparison',
    );
  });
  test('agrees with R on lung cancer, by sex: curve, log-rank, strata, restricted mean', {
    skip,
  }, () => {
    const [men, women] = [lung((row) => row['sex'] === '1'), lung((row) => row['sex'] === '2')];
    near(ranked(men, women).chiSquared, reference.lung.logrank);
    near(ranked(men, women).pValue, reference.lung.p);
    const known = reference.lung.survival;
    for (const [waits, name] of [
      [men, 'men'],
      [women, 'women'],
    ] as const) {
      known.days.forEach((day: number, place: number) => {
        const step = waitingCurve(waits).findLast((one) => one.day <= day);
        assert.ok(step);
        near(step.share, known[name].share[place]);
        near(step.error, known[name].error[place]);
        near(step.low, known[name].low[place]);
        near(step.high, known[name].high[place]);
      });
    }
    const institutions = [...new Set(rowsOf('surv_lung.csv').map((row) => row['inst']))];
    const strata = institutions
      .filter((place) => place !== 'NA')
      .map((place) =>
        ['1', '2'].map((sex) => lung((row) => row['sex'] === sex && row['inst'] === place)),
      );
    const stratified = logRank(strata);
    assert.ok(stratified.ok);
    near(stratified.value.chiSquared, reference.lung.stratifiedByInstitution);
    const difference = ok(waitDifference(women, men, 730));
    const [days, low, high, p] = reference.lung.restrictedMean730.difference;
    near(difference.days, days);
    near(difference.low, low);
    near(difference.high, high);
    near(difference.pValue, p);
  });
  test('agrees with R for four groups, and for a restricted mean with ties and censoring', {
    skip,
  }, () => {
    const rows = rowsOf('surv_veteran.csv');
    const groups = ['squamous', 'smallcell', 'adeno', 'large'].map((type) =>
      rows
        .filter((row) => row['celltype'] === type)
        .map((row) => ({ days: Number(row['time']), answered: row['status'] === '1' })),
    );
    const found = ranked(...groups);
    near(found.chiSquared, reference.veteranCellType.chiSquared);
    near(found.pValue, reference.veteranCellType.p);
    assert.equal(found.degreesOfFreedom, 3);
    const pbc = rowsOf('surv_pbc_rmst.csv');
    const arm = (which: string): Wait[] =>
      pbc
        .filter((row) => row['arm'] === which)
        .map((row) => ({ days: Number(row['time']), answered: row['status'] === '1' }));
    const difference = ok(waitDifference(arm('1'), arm('0'), 10));
    const [days, low, high, p] = reference.pbcRestrictedMean10.difference;
    near(difference.days, days);
    near(difference.low, low);
    near(difference.high, high);
    near(difference.pValue, p);
  });
  test('false alarms stay at the nominal level, also at 20 against 80', () => {
    const chance = generatorFrom('false alarms of waiting');
    const rounds = 1500;
    let alarms = 0;
    for (let round = 0; round < rounds; round += 1) {
      const drawn = (count: number): Wait[] =>
        Array.from({ length: count }, () => {
          const answer = -Math.log(1 - chance.next()) * 20;
          const today = chance.next() * 60;
          return { days: Math.min(answer, today), answered: answer <= today };
        });
      alarms += ranked(drawn(20), drawn(80)).pValue < 0.05 ? 1 : 0;
    }
    const share = alarms / rounds;
    assert.ok(share > 0.03 && share < 0.075, `${share}`);
  });
});

function ok<Value>(
  found: { ok: true; value: Value } | { ok: false; refusal: { because: string } },
): Value {
  assert.ok(found.ok, found.ok ? '' : found.refusal.because);
  return found.value;
}
const kind = (found: { ok: boolean; refusal?: { kind: string } }): string | undefined =>
  found.refusal?.kind;
