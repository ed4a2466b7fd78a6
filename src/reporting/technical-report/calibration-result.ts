/** What `evenhand calibrate` found: one object with stable names (docs/json.md), and its forms. */
import { csvText } from '../document/csv.ts';
import { left, prose, type ReportDocument, right, tableBlock } from '../document/document.ts';
import type { Forms } from '../document/formats.ts';
import { assumedSections } from './assumed-section.ts';
import { modelFitBlocks } from './model-fit-blocks.ts';
import { modelWords } from './model-page.ts';
import { count, counted, fixed, reader, shown } from './numerals.ts';
import type { Known, ModelFitFacts, Reasons } from './report.ts';

export interface ParameterFacts {
  readonly id: string;
  /** "binary", "graded" or "partial-credit". */
  readonly kind: string;
  readonly a: Known;
  readonly b: Known;
  readonly d: Known | readonly number[];
  readonly g: Known;
  readonly se: Readonly<Record<string, Known>>;
  readonly reasons: Reasons;
}

export interface CalibrationResult {
  readonly schema: 'evenhand.calibration.1';
  readonly file: string;
  readonly model: string;
  readonly people: number;
  readonly logLik: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  readonly sabic: number;
  /** Mean and variance of ability; the mean is set to 0, the variance to 1 unless the model finds it. */
  readonly latent: { readonly mean: number; readonly variance: number };
  readonly items: readonly ParameterFacts[];
  readonly leftOut: readonly { readonly id: string; readonly because: string }[];
  readonly notes: readonly string[];
  readonly assumed: readonly string[];
  /** On request. */
  readonly fit?: ModelFitFacts;
}

export const CALIBRATION_FORMS: Forms<CalibrationResult> = {
  document: calibrationDocument,
  csv: calibrationCsv,
  data: (result) => result,
};

/** One row an item; the steps of items with several categories in d1, d2 and so on. */
function calibrationCsv({ items, ...fit }: CalibrationResult): string {
  const steps = items.reduce((most, { d }) => Math.max(most, Array.isArray(d) ? d.length : 0), 0);
  const numbers = Array.from({ length: steps }, (_, step) => `d${step + 1}`);
  return csvText([
    [
      ...['id', 'kind', 'a', 'b', 'd', ...numbers, 'g'],
      ...['se_a', 'se_b', 'se_d', ...numbers.map((name) => `se_${name}`), 'se_g'],
      ...['model', 'logLik', 'iterations', 'converged'],
    ],
    ...items.map(({ id, kind, a, b, d, g, se }) => [
      ...[id, kind, a, b, typeof d === 'number' ? d : null],
      ...numbers.map((_, step) => (Array.isArray(d) ? d[step] : null)),
      ...[g, se['a'], se['b'], se['d']],
      ...numbers.map((name) => se[name]),
      se['g'],
      ...[fit.model, fit.logLik, fit.iterations, String(fit.converged).toUpperCase()],
    ]),
  ]);
}

/** The model, and what it makes of items of several points, as words before "model". */
export function modelOf({
  model,
  items,
}: {
  readonly model: string;
  readonly items: readonly Pick<ParameterFacts, 'kind'>[];
}): string {
  const graded = items.filter(({ kind }) => kind === 'graded').length;
  return graded === 0 || model === 'grm'
    ? modelWords(model)
    : graded === items.length
      ? modelWords('grm')
      : `${modelWords(model)} and, where an item gives several points, ${modelWords('grm')}`;
}

function calibrationDocument(result: CalibrationResult): ReportDocument {
  const { items, leftOut, notes } = result;
  return {
    title: 'Calibration',
    subtitle: `${modelOf(result)} model on ${result.file}`,
    sections: [
      ...assumedSections(result.assumed),
      {
        id: 'fit',
        title: 'The fit',
        blocks: [
          {
            kind: 'facts',
            facts: [
              ['People', count(result.people)],
              ['Log-likelihood', fixed(result.logLik, 6)],
              ['Parameters', count(result.parameters)],
              [
                'AIC; BIC; SABIC',
                [result.aic, result.bic, result.sabic].map((one) => fixed(one, 2)).join('; '),
              ],
              [
                'Settled',
                `${result.converged ? 'yes' : 'no'}, after ${counted(result.iterations, 'iteration')}`,
              ],
              [
                'Ability',
                `mean ${fixed(result.latent.mean)}, variance ${fixed(result.latent.variance)}`,
              ],
            ],
          },
          ...(result.fit === undefined ? [] : modelFitBlocks(result.fit)),
          ...(notes.length === 0 ? [] : [{ kind: 'list' as const, items: notes }]),
          ...leftOut.map(({ id, because }) => prose(`${id} is left out, because ${because}.`)),
        ],
      },
      {
        id: 'parameters',
        title: 'Parameters',
        blocks: [
          tableBlock(
            `Slope-intercept form, logistic scale with D = 1; b is the ability at which half have the item right${items.some(({ d }) => Array.isArray(d)) ? '; an item of several points has an intercept d for each step and no single b' : ''}`,
            [
              left('Item'),
              right('a'),
              right('Error'),
              right('b'),
              right('Error'),
              right('d'),
              right('g'),
            ],
            items.map((item) => {
              const number = reader(item);
              return [
                item.id,
                number('a'),
                shown(item.se['a'] ?? null, undefined),
                number('b'),
                shown(item.se['b'] ?? null, undefined),
                Array.isArray(item.d)
                  ? item.d.map((one) => fixed(one)).join(' ')
                  : shown(typeof item.d === 'number' ? item.d : null, undefined),
                number('g'),
              ];
            }),
          ),
        ],
      },
    ],
  };
}
