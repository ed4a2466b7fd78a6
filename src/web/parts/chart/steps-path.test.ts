import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linearAxis } from './axis.ts';
import { placeLabels, stepBand, stepPath } from './steps-path.ts';

const points = [
  { day: 0, share: 1, low: 1, high: 1 },
  { day: 5, share: 0.5, low: 0.4, high: 0.6 },
  { day: 10, share: 0.25, low: 0.1, high: 0.4 },
];
const axis = linearAxis([0, 10]);

test('a share holds until the next decision and then drops: never a slope', () => {
  assert.equal(stepPath(points, axis), 'M0.0 0.0H500.0V500.0H1000.0V750.0');
});

test('the band runs along the upper end and back along the lower one', () => {
  assert.equal(
    stepBand(points, axis),
    'M0.0 0.0H500.0V400.0H1000.0V600.0L1000.0 900.0V600.0H500.0V0.0H0.0Z',
  );
});

test('labels never lie on each other and never leave the chart, whatever is asked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 260, noNaN: true }), { maxLength: 6 }),
      (wanted) => {
        const places = [...placeLabels(wanted, 40, 260)].sort((a, b) => a - b);
        for (const [index, at] of places.entries()) {
          assert.ok(at >= -1e-9 && at <= 260 + 1e-9);
          if (index > 0) assert.ok(at - (places[index - 1] ?? 0) >= 40 - 1e-9);
        }
      },
    ),
  );
});
