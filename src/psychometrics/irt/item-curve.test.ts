import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemFrom } from './calibration.ts';
import { type Curve, emptyCurves, sizeOf, traceCurves } from './item-curve.ts';
import { categoryProbabilities } from './item-model.ts';

const nodes = Float64Array.of(-5.8, -2.2, -0.4, 0, 1.1, 3.7, 5.9);
const CASES: [string, Curve, Float64Array][] = [
  ['binary', { kind: 'binary', categories: 2 }, Float64Array.of(1.3, -0.4)],
  ['guessing', { kind: 'guessing', categories: 2 }, Float64Array.of(0.9, 0.7, -1.2)],
  ['graded', { kind: 'graded', categories: 4 }, Float64Array.of(1.7, 2.1, 0.3, -1.9)],
  ['partial credit', { kind: 'partial', categories: 4 }, Float64Array.of(0.8, 1.1, 0.9, -0.7)],
];

for (const [name, curve, parameters] of CASES) {
  const traced = (values: Float64Array) => {
    const curves = emptyCurves(curve, nodes.length);
    traceCurves(curve, values, nodes, curves);
    return curves;
  };

  test(`the curves of a ${name} item are its category probabilities`, () => {
    const { logs } = traced(parameters);
    nodes.forEach((theta, q) => {
      categoryProbabilities(itemFrom(curve, parameters), theta).forEach((probability, k) => {
        const own = Math.exp(logs[k * nodes.length + q] ?? 0);
        assert.ok(Math.abs(own - probability) < 1e-13, `category ${k} at ${theta}`);
      });
    });
  });

  test(`the slopes of a ${name} item are the derivatives of its curves`, () => {
    const { slopes } = traced(parameters);
    for (let i = 0; i < sizeOf(curve); i += 1) {
      const moved = (by: number) =>
        traced(parameters.map((value, at) => (at === i ? value + by : value))).logs;
      const above = moved(1e-6);
      const below = moved(-1e-6);
      above.forEach((value, at) => {
        const slope = slopes[i * curve.categories * nodes.length + at] ?? Number.NaN;
        assert.ok(Math.abs((value - (below[at] ?? 0)) / 2e-6 - slope) < 1e-8, `parameter ${i}`);
      });
    }
  });
}
