/**
 * Calibrations that an outside program found, and the answers they were found from: those committed under `reference`,
 * and those that lie beside the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import {
  type LatentDensity,
  normalDensity,
  STANDARD_DENSITY,
} from '../../src/psychometrics/ability/latent-density.ts';
import type { FreeParameters } from '../../src/psychometrics/fit/free-parameters.ts';
import type { CalibratedItem } from '../../src/psychometrics/irt/item-model.ts';
import { type CategoryMatrix, NO_ANSWER } from '../../src/psychometrics/responses/categories.ts';

export const noShared = existsSync('../shared/reference') ? false : 'no ../shared';

export const density = (variance = 1, points = STANDARD_DENSITY.points): LatentDensity => {
  const made = normalDensity({ ...STANDARD_DENSITY, variance, points });
  if (!made.ok) {
    throw new Error(made.refusal.because);
  }
  return made.value;
};

/** The model is the first word of the reference's name, as in 2pl_hci. */
export const freeParametersOf = (name: string): FreeParameters => ({
  slopes: /^rasch/i.test(name) ? 'set' : name.startsWith('1pl') ? 'equal' : 'own',
  guessing: name.startsWith('3pl'),
  latentVariance: /^rasch/i.test(name),
});

/** Rows of category codes, undefined for no answer, as a matrix. */
export function matrixOf(
  rows: readonly (readonly (number | undefined)[])[],
  categories: readonly number[],
): CategoryMatrix {
  return {
    people: rows.length,
    items: categories.map((count, place) => ({
      name: `item ${place + 1}`,
      categories: count,
      labels: Array.from({ length: count }, (_, k) => `${k}`),
    })),
    codes: Uint8Array.from(rows.flat(), (code) => code ?? NO_ANSWER),
  };
}

export interface Scores {
  readonly F1?: readonly (number | null)[];
  readonly SE_F1?: readonly (number | null)[];
  readonly F?: readonly (number | null)[];
  readonly SE_F?: readonly (number | null)[];
}

export interface Reference {
  readonly names: readonly string[];
  readonly coef_slopeintercept: Readonly<
    Record<string, { par: Readonly<Record<string, number | undefined>> } | undefined>
  >;
  readonly scores: {
    readonly EAP: Scores;
    readonly MAP: Scores;
    readonly ML: Scores;
    readonly WLE: Scores;
  };
  readonly EAPsum: Scores & { readonly expected: readonly number[] };
  readonly testinfo: {
    readonly theta: number[];
    readonly info: number[];
    readonly expected: number[];
  };
  readonly S_X2: Readonly<Record<string, readonly number[]>>;
  readonly M2: Readonly<Record<string, number>>;
  readonly infit?: Readonly<Record<string, readonly number[]>>;
  readonly Q3?: readonly (readonly number[])[];
  readonly personfit_head: Readonly<Record<string, readonly number[]>>;
}

/** One calibration from ../shared with its answers. `file` is the response file, without its ending. */
export function sharedCalibration(name: string, file: string) {
  const reference: Reference = JSON.parse(
    readFileSync(`../shared/reference/irt_${name}.json`, 'utf8'),
  );
  const [header = [], ...lines] = readFileSync(`../shared/data/responses/${file}.csv`, 'utf8')
    .replaceAll('"', '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const columns = reference.names.map((item) => header.indexOf(item));
  const rows = lines.map((line) => columns.map((column) => Number(line[column])));
  const lowest = columns.map((_, item) => Math.min(...rows.map((row) => row[item] ?? 0)));
  const items = reference.names.map((item) =>
    itemOf(reference.coef_slopeintercept[item]?.par ?? {}),
  );
  const codes = rows.map((row) => row.map((value, item) => value - (lowest[item] ?? 0)));
  const categories = items.map((item) => (item.kind === 'binary' ? 2 : item.d.length + 1));
  const variance = reference.coef_slopeintercept['GroupPars']?.par['COV_11'] ?? 1;
  return { reference, items, matrix: matrixOf(codes, categories), variance, lowest };
}

function itemOf(par: Readonly<Record<string, number | undefined>>): CalibratedItem {
  const a = par['a1'] ?? Number.NaN;
  const steps = Object.keys(par).filter((key) => /^d[1-9]$/.test(key));
  const d = steps.map((key) => par[key] ?? Number.NaN);
  if ('ak1' in par) {
    return { kind: 'partial-credit', a, d };
  }
  const logit = par['logit(g)'] ?? -999;
  return 'd' in par
    ? {
        kind: 'binary',
        a,
        d: par['d'] ?? Number.NaN,
        g: logit < -900 ? 0 : 1 / (1 + Math.exp(-logit)),
      }
    : { kind: 'graded', a, d };
}
