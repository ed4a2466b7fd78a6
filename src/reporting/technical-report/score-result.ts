/** What `evenhand score` found: one object with stable names (docs/json.md), and its forms. */
import { csvText } from '../document/csv.ts';
import { left, prose, type ReportDocument, right, tableBlock } from '../document/document.ts';
import type { Forms } from '../document/formats.ts';
import { assumedSections } from './assumed-section.ts';
import { type CalibrationResult, modelOf } from './calibration-result.ts';
import { count, fixed, listed, shown } from './numerals.ts';
import type { Known, Reasons } from './report.ts';

export interface ScoreResult {
  readonly schema: 'evenhand.scores.1';
  readonly file: string;
  readonly method: string;
  readonly model: string;
  readonly converged: boolean;
  /** What everybody is scored by; an item of several points is graded under a model of right-or-wrong items. */
  readonly items: readonly { readonly id: string; readonly kind: string }[];
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

export const SCORE_FORMS: Forms<ScoreResult> = {
  document: scoreDocument,
  csv: (result) => scoreCsv(result),
  data: (result) => result,
};

const scoreCsv = ({ people, method, model }: ScoreResult): string =>
  csvText([
    ['id', 'score', 'se', ...(withFit(people) ? ['fit'] : []), 'method', 'model', 'reason'],
    ...people.map(({ id, score, se, fit, reasons }) => [
      ...[id, score, se],
      ...(withFit(people) ? [fit] : []),
      ...[method, model, reasons['score'] ?? reasons['se']],
    ]),
  ]);

const FIT_WORDS =
  'Person fit, lz, says whether the answers go with the score: near 0 they do; below −1.645, as for at most one in twenty where all is well, easy items are wrong and hard ones right. It asks for a look at the sitting; it proves nothing about anybody.';

const withFit = (people: ScoreResult['people']): boolean => people[0]?.fit !== undefined;

function scoreDocument(result: ScoreResult): ReportDocument {
  const { file, method, people, leftOut, assumed } = result;
  const scored = people.filter(({ score }) => score !== null).length;
  const unscored = people.filter(({ score }) => score === null);
  return {
    title: 'Scores',
    subtitle: `${method}, ${modelOf(result)} model, on ${file}`,
    sections: [
      ...assumedSections(assumed),
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
          ...(withFit(people) ? [prose(FIT_WORDS)] : []),
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
                ? [shown(fit ?? null, reasons['fit'], (value) => fixed(value, 2))]
                : []),
            ]),
          ),
        ],
      },
    ],
  };
}
