import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { at } from '../../kernel/result/at.ts';
import type { Result } from '../../kernel/result/result.ts';
import { concordance } from './concordance.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { intraclass } from './intraclass.ts';
import { kappa, pairTable } from './kappa.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { manyFacet } from './many-facet.ts';
import { mixedModel } from './mixed-model.ts';

const reference = JSON.parse(readFileSync('reference/fairness/rating.json', 'utf8'));
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
const cellsOf = (file: string): string[][] =>
  readFileSync(`${FOLDER}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('"', '').split(','));
const anxiety = (): number[][] =>
  cellsOf('irr_anxiety.csv')
    .slice(1)
    .map((row) => row.map(Number));
const diagnoses = (): number[][] => {
  const rows = cellsOf('irr_diagnoses.csv').slice(1);
  const names = [...new Set(rows.flat())].toSorted();
  return rows.map((row) => row.map((name) => names.indexOf(name)));
};

describe('agreement, as R computes it and as it is printed', () => {
  test('six intraclass correlations with their intervals on six cases and four judges', () => {
    const { data, icc, low, high, printed } = reference.shroutFleiss;
    const found = ok(intraclass(data));
    const forms = [
      found.ownRaters,
      found.agreement,
      found.consistency,
      found.ownRatersMean,
      found.agreementMean,
      found.consistencyMean,
    ];
    forms.forEach((form, place) => {
      near(form.value, icc[place]);
      near(form.low, low[place]);
      near(form.high, high[place]);
      assert.equal(form.value.toFixed(2), printed[place].toFixed(2));
    });
  });
  test('Krippendorff on four scales, with scores missing', () => {
    const { data } = reference.krippendorff;
    const cases = data[0].map((_: unknown, place: number) =>
      data.map((row: readonly (number | null)[]) => row[place] ?? undefined),
    );
    for (const scale of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
      near(ok(krippendorffAlpha(cases, scale)).value, reference.krippendorff[scale]);
    }
  });
  test('kappa and its error as printed for 100 people and two raters', () => {
    const { counts, error, kappa: printed } = reference.fleissLevinPaik;
    const found = ok(kappa(counts));
    near(found.value, printed, 0.005);
    near(found.error, error, 0.001);
  });
  test('twenty people rated for anxiety: intraclass, concordance, weighted kappa', { skip }, () => {
    const known = reference.anxiety;
    const found = ok(intraclass(anxiety()));
    for (const [form, name] of [
      [found.agreement, 'agreement'],
      [found.consistency, 'consistency'],
      [found.ownRaters, 'oneway'],
    ] as const) {
      [form.value, form.low, form.high].forEach((value, place) => {
        near(value, known.icc[name][place]);
      });
    }
    near(ok(concordance(anxiety())).value, known.icc.kendall_w);
    const table = pairTable(
      anxiety().map((row) => [at(row, 0) - 1, at(row, 1) - 1]),
      6,
    );
    near(ok(kappa(table, 'squared')).value, known.weightedKappaRaters1and2.squared);
    near(ok(kappa(table, 'equal')).value, known.weightedKappaRaters1and2.equal);
  });
  test('thirty people diagnosed six times: Fleiss and Cohen', { skip }, () => {
    const rows = diagnoses();
    const counts = rows.map((row) =>
      Array.from({ length: 5 }, (_, category) => row.filter((one) => one === category).length),
    );
    const fleiss = ok(fleissKappa(counts));
    near(fleiss.value, reference.diagnoses.fleiss.kappa);
    near(fleiss.z, reference.diagnoses.fleiss.z);
    near(fleiss.value, reference.diagnoses.fleissPrinted, 5e-4);
    const cohen = ok(
      kappa(
        pairTable(
          rows.map((row) => [row[1], row[2]]),
          5,
        ),
      ),
    );
    near(cohen.value, reference.diagnoses.cohenRaters2and3.kappa);
    near(cohen.z, reference.diagnoses.cohenRaters2and3.z);
  });
  test('many-facet severities are those of an adjacent-categories logit', { skip }, () => {
    const known = reference.anxiety.manyFacet;
    const ratings = anxiety().flatMap((row, person) =>
      row.map((score, rater) => ({ case: person, levels: [rater], score: score - 1 })),
    );
    const fit = ok(manyFacet({ cases: 20, facets: [3], highest: 5 }, ratings));
    near(fit.logLikelihood, known.logLikelihood);
    const level = known.intercepts.reduce((sum: number, x: number) => sum + x, 0) / 5;
    known.intercepts.forEach((intercept: number, place: number) => {
      near(at(fit.thresholds, place), level - intercept, 1e-6);
    });
    known.persons.forEach((person: number, place: number) => {
      near(at(fit.cases, place) ?? Number.NaN, person + level, 1e-6);
    });
    known.raters.forEach((rater: number, place: number) => {
      near(fit.facets[0]?.[place]?.severity ?? Number.NaN, -rater, 1e-6);
    });
  });
  test('the scores of 2,076 grant proposals by 4,555 reviewers', { skip }, () => {
    const [head = [], ...rows] = cellsOf('nih_peer_review.csv');
    const column = (name: string) => rows.map((row) => row[head.indexOf(name)] ?? '');
    const factor = (name: string) => {
      const numbers = new Map<string, number>();
      const level = Int32Array.from(column(name), (label) => {
        const number = numbers.get(label) ?? numbers.size;
        numbers.set(label, number);
        return number;
      });
      return { level, levels: numbers.size };
    };
    const scores = Float64Array.from(column('Score'), Number);
    const ones = scores.map(() => 1);
    const white = Float64Array.from(column('PIRace'), (race) => Number(race === 'White'));
    const known = reference.nih;
    const found = ok(
      mixedModel({ scores, fixed: [ones, white], random: [factor('ID'), factor('RevID')] }),
    );
    near(found.logLikelihood, known.logLik);
    near(at(found.fixed, 0).estimate, known.fixef['(Intercept)'], 1e-6);
    near(at(found.fixed, 1).estimate, known.fixef.PIRaceWhite, 1e-6);
    near(at(found.fixed, 0).error, known.se[0], 1e-6);
    near(at(found.fixed, 1).error, known.se[1], 1e-6);
    near(at(found.variances, 0), known.var_ID, 1e-5);
    near(at(found.variances, 1), known.var_Rev, 1e-5);
    near(found.residual, known.var_res, 1e-5);
    const alone = ok(mixedModel({ scores, fixed: [ones], random: [factor('ID')] }));
    near(at(alone.shares, 0), known.icc, 1e-6);
  });
});
