import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES } from './linked-tables.ts';
import { countsThatRead, finestPrint, leavesEnough, type Print } from './printed-statistics.ts';

// Ricci v. DeStefano, captains: 3 of 8 Black or Hispanic candidates passed, 16 of 25 white candidates.
const captains = { group: 'Black or Hispanic', succeeded: 3, total: 8 };
const reference = { group: 'white', succeeded: 16, total: 25 };
const MOST = 30;
const read = (...prints: Print[]) => countsThatRead(captains, reference, prints, MOST);

test('a p-value of the exact test with three decimals gives the withheld counts of the Ricci captains away', () => {
  assert.deepEqual(read({ statistic: 'fisher-p', decimals: 3 }), [{ succeeded: 3, total: 8 }]);
});

test('the ratio and the p-value in two decimals give them away as well', () => {
  const possible = read(
    { statistic: 'ratio', decimals: 2 },
    { statistic: 'fisher-p', decimals: 2 },
  );
  assert.deepEqual(possible, [{ succeeded: 3, total: 8 }]);
  assert.ok(!leavesEnough(possible, RULES));
});

test('the band "below four fifths" leaves hundreds of pairs', () => {
  const possible = read({ statistic: 'four-fifths', decimals: 0 });
  assert.ok(possible.length > 200, `${possible.length} pairs`);
  assert.ok(leavesEnough(possible, RULES));
});

test('the finest print that leaves enough is found, and it does not give the counts away', () => {
  for (const statistic of ['rate', 'ratio', 'difference', 'odds-ratio', 'fisher-p'] as const) {
    const print = finestPrint(captains, reference, statistic, { rules: RULES, most: MOST });
    assert.ok(print !== undefined && print.decimals < 3, `${statistic}: ${print?.decimals}`);
    const possible = read(print);
    assert.ok(possible.some(({ succeeded, total }) => succeeded === 3 && total === 8));
    assert.ok(leavesEnough(possible, RULES));
  }
});
