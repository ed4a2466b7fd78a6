import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Generator, generatorFrom } from '../../kernel/chance/generator.ts';
import { at } from '../../kernel/result/at.ts';
import type { Result } from '../../kernel/result/result.ts';
import { concordance } from './concordance.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { intraclass } from './intraclass.ts';
import { kappa } from './kappa.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { manyFacet } from './many-facet.ts';
import { mixedModel } from './mixed-model.ts';
import { groupBias, levelFit } from './rater-fit.ts';
import type { Rating } from './rating-design.ts';

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
const normal = (chance: Generator): number =>
  Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
const SCORES = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe('laws of agreement', () => {
  test('unit, zero and order of rows and raters do not matter to the intraclass correlation', () => {
    const plain = ok(intraclass(SCORES));
    const changed = ok(
      intraclass(SCORES.toReversed().map((row) => row.toReversed().map((x) => 3 * x - 7))),
    );
    near(changed.agreement.value, plain.agreement.value);
    near(changed.agreement.low, plain.agreement.low);
    near(changed.consistency.high, plain.consistency.high);
  });
  test('a rater who adds a constant costs agreement and no consistency', () => {
    const shifted = ok(intraclass(SCORES.map(([a = 0, ...rest]) => [a + 20, ...rest])));
    const plain = ok(intraclass(SCORES));
    near(shifted.consistency.value, plain.consistency.value);
    assert.ok(shifted.agreement.value < plain.agreement.value / 2);
  });
  test('perfect agreement is 1 for every kappa and alpha, independence is 0', () => {
    near(
      ok(
        kappa([
          [5, 0],
          [0, 7],
        ]),
      ).value,
      1,
    );
    near(
      ok(
        kappa([
          [6, 12],
          [4, 8],
        ]),
      ).value,
      0,
    );
    near(
      ok(
        fleissKappa([
          [3, 0],
          [0, 3],
          [3, 0],
        ]),
      ).value,
      1,
    );
    for (const scale of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
      near(
        ok(
          krippendorffAlpha(
            [
              [1, 1],
              [4, 4],
              [2, 2, undefined],
            ],
            scale,
          ),
        ).value,
        1,
      );
    }
  });
  test('on two categories, both weights of kappa say the same as none', () => {
    const table = [
      [20, 5],
      [10, 15],
    ];
    near(ok(kappa(table, 'equal')).value, ok(kappa(table)).value);
    near(ok(kappa(table, 'squared')).error, ok(kappa(table)).error);
  });
  test('a monotone change of scale leaves concordance as it is', () => {
    near(
      ok(concordance(SCORES.map((row) => row.map((x) => Math.exp(x))))).value,
      ok(concordance(SCORES)).value,
    );
  });
  test('where every rater scores every case, REML finds the components of the analysis of variance', () => {
    const chance = generatorFrom('balanced');
    const [cases, raters] = [40, 6];
    const severity = Array.from({ length: raters }, () => normal(chance));
    const table = Array.from({ length: cases }, () => {
      const quality = 2 * normal(chance);
      return severity.map((s) => quality - s + normal(chance));
    });
    const scores = Float64Array.from(table.flat());
    const place = (pick: (k: number) => number, levels: number) => ({
      level: Int32Array.from(scores, (_, k) => pick(k)),
      levels,
    });
    const found = ok(
      mixedModel({
        scores,
        fixed: [scores.map(() => 1)],
        random: [place((k) => Math.floor(k / raters), cases), place((k) => k % raters, raters)],
      }),
    );
    near(at(found.shares, 0), ok(intraclass(table)).agreement.value, 1e-5);
  });
  test('raters who do not differ have a variance of zero, which is an answer', () => {
    const scores = Float64Array.from([1, 2, 4, 5, 1, 2, 4, 5].flatMap((x) => [x, x + 1, x + 2]));
    const level = Int32Array.from(scores, (_, k) => k % 2);
    const cases = { level: Int32Array.from(scores, (_, k) => Math.floor(k / 3)), levels: 8 };
    const found = ok(
      mixedModel({
        scores,
        fixed: [scores.map(() => 1)],
        random: [cases, { level, levels: 2 }],
      }),
    );
    assert.ok(at(found.variances, 1) < 1e-8);
  });
});

/** 300 cases in two groups, six raters, three of them a case, scores 0 to 4; the first rater is stricter with group 1. */
function planted(bias: number, chance: Generator) {
  const severity = [1, 0.5, 0.2, -0.2, -0.5, -1];
  const thresholds = [-1.5, -0.5, 0.5, 1.5];
  const group = Array.from({ length: 300 }, (_, one) => Math.floor(one / 6) % 2);
  const ratings: Rating[] = group.flatMap((own, one) => {
    const quality = normal(chance);
    return [0, 1, 2].map((turn) => {
      const rater = (one + turn * (1 + (Math.floor(one / 12) % 2))) % 6;
      const height = quality - at(severity, rater) - (rater === 0 && own === 1 ? bias : 0);
      const weights = [0, 1, 2, 3, 4].map((k) =>
        Math.exp(k * height - thresholds.slice(0, k).reduce((sum, t) => sum + t, 0)),
      );
      const all = weights.reduce((x, y) => x + y, 0);
      let draw = chance.next() * all;
      const score = weights.findIndex((weight) => {
        draw -= weight;
        return draw < 0;
      });
      return { case: one, levels: [rater], score: Math.max(0, score) };
    });
  });
  return { design: { cases: 300, facets: [6], highest: 4 }, ratings, group, severity };
}

describe('laws of severity', () => {
  test('severities are found in their order, add to zero, and raters fit', () => {
    const { design, ratings, severity } = planted(0, generatorFrom('severity'));
    const fit = ok(manyFacet(design, ratings));
    const found = at(fit.facets, 0).map((one) => one?.severity ?? Number.NaN);
    near(
      found.reduce((sum, x) => sum + x, 0),
      0,
    );
    found.forEach((value, rater) => {
      const error = fit.facets[0]?.[rater]?.error ?? 0;
      // Joint estimates are wider than the truth by about half with three scores a case.
      assert.ok(Math.abs(value / 1.4 - at(severity, rater)) < 3 * error + 0.1, `${found}`);
    });
    for (const one of levelFit(fit, 0)) {
      assert.ok(one !== undefined && one.infit > 0.5 && one.infit < 1.3);
    }
  });
  test('a rater who is stricter with one group is found, and raters who are not are left alone', () => {
    const { design, ratings, group } = planted(1.5, generatorFrom('bias'));
    const terms = groupBias(ok(manyFacet(design, ratings)), 0, group, 2).map(ok);
    const found = terms.filter(({ raisedP }) => raisedP < 0.05);
    assert.ok(found.length > 0 && found.every(({ level }) => level === 0));
    assert.ok(found.some(({ bias, group: own }) => bias > 0 === (own === 1)));
  });
  test('names and order of cases and raters do not matter; a higher scale turned over turns severities over', () => {
    const { design, ratings } = planted(0, generatorFrom('names'));
    const plain = ok(manyFacet(design, ratings));
    const renamed = ok(
      manyFacet(
        design,
        ratings.toReversed().map((one) => ({ ...one, levels: [5 - at(one.levels, 0)] })),
      ),
    );
    const turned = ok(
      manyFacet(
        design,
        ratings.map((one) => ({ ...one, score: 4 - one.score })),
      ),
    );
    for (let rater = 0; rater < 6; rater += 1) {
      const own = plain.facets[0]?.[rater]?.severity ?? Number.NaN;
      near(renamed.facets[0]?.[5 - rater]?.severity ?? Number.NaN, own, 1e-7);
      near(turned.facets[0]?.[rater]?.severity ?? Number.NaN, -own, 1e-7);
    }
  });
  test('a second facet takes its own share', () => {
    const { design, ratings } = planted(0, generatorFrom('two facets'));
    const two = { ...design, facets: [6, 2] };
    const fit = ok(
      manyFacet(
        two,
        ratings.map((one, k) => ({ ...one, levels: [...one.levels, k % 2] })),
      ),
    );
    assert.equal(fit.facets.length, 2);
    near((fit.facets[1]?.[0]?.severity ?? 0) + (fit.facets[1]?.[1]?.severity ?? 0), 0);
  });
  test('a case with only top scores has no place on the scale and is left out, not guessed', () => {
    const { design, ratings } = planted(0, generatorFrom('extreme'));
    const fit = ok(
      manyFacet(
        design,
        ratings.map((one) => (one.case === 7 ? { ...one, score: 4 } : one)),
      ),
    );
    assert.equal(fit.cases[7], undefined);
    assert.ok(fit.ratings.every((one) => one.case !== 7));
  });
});

describe('what agreement refuses', () => {
  test('too few, incomplete, or without any spread', () => {
    assert.equal(kind(intraclass([[1, 2]])), 'too-few');
    assert.equal(kind(intraclass([[1, 2], [3]])), 'incomplete');
    assert.equal(
      kind(
        intraclass([
          [1, Number.NaN],
          [3, 4],
        ]),
      ),
      'incomplete',
    );
    assert.equal(
      kind(
        intraclass([
          [2, 2],
          [2, 2],
        ]),
      ),
      'no-spread',
    );
    assert.equal(
      kind(
        kappa([
          [0, 0],
          [0, 0],
        ]),
      ),
      'too-few',
    );
    assert.equal(
      kind(
        kappa([
          [9, 0],
          [0, 0],
        ]),
      ),
      'one-category',
    );
    assert.equal(
      kind(
        fleissKappa([
          [1, 1],
          [1, 2],
        ]),
      ),
      'incomplete',
    );
    assert.equal(
      kind(
        fleissKappa([
          [2, 0],
          [2, 0],
        ]),
      ),
      'one-category',
    );
    assert.equal(
      kind(
        fleissKappa([
          [1, 0],
          [1, 0],
        ]),
      ),
      'too-few',
    );
    assert.equal(kind(krippendorffAlpha([[1], [2]], 'nominal')), 'too-few');
    assert.equal(
      kind(
        krippendorffAlpha(
          [
            [2, 2],
            [2, 2],
          ],
          'ordinal',
        ),
      ),
      'no-spread',
    );
    assert.equal(
      kind(
        krippendorffAlpha(
          [
            [-2, 2],
            [2, 2],
          ],
          'ratio',
        ),
      ),
      'bad-score',
    );
    assert.equal(
      kind(
        concordance([
          [1, 1],
          [1, 1],
        ]),
      ),
      'no-spread',
    );
    assert.equal(kind(concordance([[1, 1], [1]])), 'incomplete');
    assert.equal(kind(concordance([])), 'too-few');
  });
  test('raters whom no case links, scores off the scale, scores never given', () => {
    const apart: Rating[] = [0, 1, 2, 3].flatMap((one) =>
      [0, 1].map((turn) => ({
        case: one,
        levels: [2 * (one % 2) + turn],
        score: one < 2 === (turn === 0) ? 1 : 2,
      })),
    );
    const ends: Rating[] = [0, 1, 2, 3, 0, 1, 2, 3].map((one, k) => ({
      case: one,
      levels: [k < 4 ? one % 2 : 1 - (one % 2)],
      score: k % 3 === 0 ? 0 : 3,
    }));
    const design = { cases: 4, facets: [4], highest: 3 };
    assert.equal(kind(manyFacet(design, [...apart, ...apart].slice(0, 1))), 'too-few');
    assert.equal(kind(manyFacet({ ...design, highest: 2 }, ends)), 'bad-score');
    assert.equal(kind(manyFacet({ ...design, facets: [2] }, ends)), 'unused-score');
    const scores = [0, 1, 2, 3];
    const linked = (first: number): Rating[] =>
      scores.flatMap((score) =>
        [0, 1].map((turn) => ({
          case: first + score,
          levels: [first / 2 + turn],
          score: Math.min(3, Math.max(0, score + (turn === 0 ? 0 : score < 2 ? 1 : -1))),
        })),
      );
    const islands = { cases: 8, facets: [4], highest: 3 };
    assert.equal(kind(manyFacet(islands, [...linked(0), ...linked(4)])), 'not-linked');
  });
  test('a bias of a rater who never met the group, or gave it only one extreme', () => {
    const { design, ratings, group } = planted(0, generatorFrom('refused bias'));
    const lone = group.map((own, one) => (one === 6 ? 2 : own));
    const terms = groupBias(ok(manyFacet(design, ratings)), 0, lone, 3);
    assert.ok(terms.some((term) => kind(term) === 'not-rated'));
  });
  test('a mixed model with as many cases as scores, or values that repeat each other', () => {
    const scores = Float64Array.from([1, 2, 3, 4, 2, 3]);
    const own = { level: Int32Array.from(scores, (_, k) => k), levels: 6 };
    const two = { level: Int32Array.from(scores, (_, k) => k % 2), levels: 2 };
    const ones = scores.map(() => 1);
    assert.equal(kind(mixedModel({ scores, fixed: [ones], random: [own] })), 'too-few');
    assert.equal(kind(mixedModel({ scores, fixed: [ones, ones], random: [two] })), 'not-definite');
    assert.equal(kind(mixedModel({ scores, fixed: [ones], random: [] })), 'too-few');
  });
});
