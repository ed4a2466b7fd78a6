/**
 * The results of the engines alone: a calibration, scores, DIF by one method. Each is one object with stable names
 * (docs/json.md); every format is a reading of it.
 */
import { csvCell } from './as-csv.ts';
import { covariateSection } from './covariate-page.ts';
import { difBlocks, rowsOfComparison, subjectOf } from './dif-blocks.ts';
import { left, prose, type ReportDocument, right, tableBlock } from './document.ts';
import { methodName } from './method-names.ts';
import { modelFitBlocks } from './model-fit-blocks.ts';
import { modelWords } from './model-page.ts';
import { count, counted, fixed, listed, reader, shown } from './numerals.ts';
import type {
  Comparison,
  CovariateFacts,
  DifRow,
  Known,
  ModelFitFacts,
  Reasons,
} from './report.ts';
import { namesOf } from './summary-page.ts';

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

export interface ScoreResult {
  readonly schema: 'evenhand.scores.1';
  readonly file: string;
  readonly method: string;
  readonly model: string;
  readonly converged: boolean;
  /** In the order of the file; somebody without a score keeps a place. */
  readonly people: readonly {
    readonly id: string;
    readonly score: Known;
    readonly se: Known;
    /** lz, on request: far below zero, answers that surprise. */
    readonly fit?: Known;
    readonly reasons: Reasons;
  }[];
  readonly leftOut: CalibrationResult['leftOut'];
  readonly assumed: readonly string[];
}

export interface DifResult {
  readonly schema: 'evenhand.dif.1';
  readonly file: string;
  readonly method: string;
  readonly dif: readonly DifRow[];
  readonly comparisons: readonly Comparison[];
  readonly covariates: readonly CovariateFacts[];
  readonly assumed: readonly string[];
  readonly reasons: Reasons;
}

const line = (cells: readonly (string | number | boolean | null | undefined)[]): string =>
  cells.map((cell) => csvCell(cell === null || cell === undefined ? '' : String(cell))).join(',');

const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** One row an item; the steps of items with several categories in d1, d2 and so on. */
export function calibrationCsv({ items, ...fit }: CalibrationResult): string {
  const steps = items.reduce((most, { d }) => Math.max(most, Array.isArray(d) ? d.length : 0), 0);
  const numbers = Array.from({ length: steps }, (_, step) => `d${step + 1}`);
  return text([
    line([
      ...['id', 'kind', 'a', 'b', 'd', ...numbers, 'g'],
      ...['se_a', 'se_b', 'se_d', ...numbers.map((name) => `se_${name}`), 'se_g'],
      ...['model', 'logLik', 'iterations', 'converged'],
    ]),
    ...items.map(({ id, kind, a, b, d, g, se }) =>
      line([
        ...[id, kind, a, b, typeof d === 'number' ? d : null],
        ...numbers.map((_, step) => (Array.isArray(d) ? d[step] : null)),
        ...[g, se['a'], se['b'], se['d']],
        ...numbers.map((name) => se[name]),
        se['g'],
        ...[fit.model, fit.logLik, fit.iterations, String(fit.converged).toUpperCase()],
      ]),
    ),
  ]);
}

export function calibrationDocument(result: CalibrationResult): ReportDocument {
  const { items, leftOut, notes } = result;
  return {
    title: 'Calibration',
    subtitle: `${modelWords(result.model)} model on ${result.file}`,
    sections: [
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
            'Slope-intercept form, logistic scale with D = 1; b is the ability at which half have the item right',
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

export const scoreCsv = ({ people, method, model }: ScoreResult): string =>
  text([
    line(['id', 'score', 'se', ...(withFit(people) ? ['fit'] : []), 'method', 'model', 'reason']),
    ...people.map(({ id, score, se, fit, reasons }) =>
      line([
        ...[id, score, se],
        ...(withFit(people) ? [fit] : []),
        ...[method, model, reasons['score'] ?? reasons['se']],
      ]),
    ),
  ]);

const withFit = (people: ScoreResult['people']): boolean => people[0]?.fit !== undefined;

export function scoreDocument({
  file,
  method,
  model,
  people,
  leftOut,
}: ScoreResult): ReportDocument {
  const scored = people.filter(({ score }) => score !== null).length;
  const unscored = people.filter(({ score }) => score === null);
  return {
    title: 'Scores',
    subtitle: `${method}, ${modelWords(model)} model, on ${file}`,
    sections: [
      {
        id: 'scores',
        title: 'Abilities with standard errors',
        blocks: [
          prose(
            `${count(scored)} of ${count(people.length)} people have a score. The same answers get the same score, whoever gave them.`,
          ),
          ...(unscored.length === 0
            ? []
            : [
                prose(
                  `No score: ${listed(unscored.map(({ id }) => id))}. ${unscored[0]?.reasons['score'] ?? ''}.`,
                ),
              ]),
          ...leftOut.map(({ id, because }) => prose(`Item ${id} is left out, because ${because}.`)),
          tableBlock(
            'People in the order of the file',
            [
              left('Person'),
              right('Score'),
              right('Error'),
              ...(withFit(people) ? [right('Person fit, lz')] : []),
            ],
            people.map(({ id, score, se, fit, reasons }) => [
              id,
              shown(score, reasons['score'], (value) => fixed(value, 4)),
              shown(se, reasons['se'], (value) => fixed(value, 4)),
              ...(withFit(people)
                ? [shown(fit ?? null, undefined, (value) => fixed(value, 2))]
                : []),
            ]),
          ),
        ],
      },
    ],
  };
}

export function difCsv({ dif }: DifResult): string {
  const details = [...new Set(dif.flatMap(({ detail }) => Object.keys(detail)))];
  const corrected = dif.some((row) => row.statisticCorrected !== undefined);
  return text([
    line([
      ...['item', 'method', 'group', 'focal', 'reference', 'statistic'],
      ...(corrected ? ['statisticCorrected'] : []),
      ...['degreesOfFreedom', 'pValue', 'pAdjusted', 'effect', 'effectError', 'class'],
      ...['direction', 'people', 'focalPeople', 'strata', ...details, 'reason'],
    ]),
    ...dif.map((row) =>
      line([
        ...[row.item, row.method, row.group, row.focal, row.reference, row.statistic],
        ...(corrected ? [row.statisticCorrected] : []),
        ...[
          row.degreesOfFreedom,
          row.pValue,
          row.pAdjusted,
          row.effect,
          row.effectError,
          row.class,
        ],
        ...[row.direction, row.people, row.focalPeople, row.strata],
        ...details.map((name) => row.detail[name]),
        row.reasons['statistic'] ?? row.reasons['effect'],
      ]),
    ),
  ]);
}

export function difDocument(result: DifResult): ReportDocument {
  const { comparisons, covariates, dif, assumed, reasons, method, file } = result;
  return {
    title: 'Items that are harder for one group among people who know as much',
    subtitle: `${methodName(method)} on ${file}`,
    sections: [
      ...(assumed.length === 0
        ? []
        : [
            {
              id: 'assumed',
              title: 'What was assumed',
              blocks: [{ kind: 'list' as const, items: assumed }],
            },
          ]),
      ...comparisons.map((comparison, place) => {
        const rows = rowsOfComparison(dif, comparison);
        return {
          id: `group-${place + 1}`,
          title: `${namesOf(comparison).join(' and ')} (${comparison.group})`,
          blocks:
            rows.length === 0
              ? [
                  prose(
                    `Not compared: ${comparison.reasons['people'] ?? reasons['dif'] ?? 'no reason is known'}.`,
                  ),
                ]
              : difBlocks(rows, [method], subjectOf(comparison)),
        };
      }),
      ...covariates.map((facts, place) => covariateSection(facts, dif, place)),
    ],
  };
}
