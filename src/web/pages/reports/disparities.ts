/**
 * Every disparity that a report shows, as comparisons that can be said in a sentence. Those of single programs stand apart:
 * among so many tables some show a disparity by chance.
 */
import type { ShownDisparity } from '../../../casework/finding/disparity.ts';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import { ALL_PARTS, type PublicReport } from '../../../reporting/public-report/public-report.ts';
import { isDrawKind } from '../fairness/draws-section.tsx';

/** Steps of the way and years are the same decisions seen once more; who is drawn is held against chance. */
const isSaid = (report: PublicReport, kind: string, part: string): boolean =>
  !report.steps.includes(kind) &&
  !isDrawKind(kind) &&
  (part === ALL_PARTS || part.startsWith('program:'));

const programIn = (part: string): string | undefined =>
  part === ALL_PARTS ? undefined : part.slice('program:'.length);

export interface Disparities {
  /** Over all programs; and questions, which belong to one exam each. */
  readonly overall: readonly ShownDisparity[];
  /** In one program, where they are not shown over all. */
  readonly inPrograms: readonly ShownDisparity[];
}

export function disparitiesIn(report: PublicReport): Disparities {
  const measured = [...waits(report), ...outcomes(report)];
  const overall = measured.filter(({ program }) => program === undefined);
  const isNew = (one: ShownDisparity): boolean =>
    !overall.some(
      (other) =>
        other.about === one.about &&
        other.kind === one.kind &&
        other.dimension === one.dimension &&
        other.group === one.group,
    );
  return {
    overall: [...overall, ...draws(report), ...questions(report)],
    inPrograms: measured.filter((one) => one.program !== undefined && isNew(one)),
  };
}

const shownIn = (report: PublicReport) =>
  ({ state: 'disparity-shown', release: report.release.number }) as const;

const outcomes = (report: PublicReport): readonly ShownDisparity[] =>
  report.tables
    .filter(({ kind, part }) => isSaid(report, kind, part))
    .flatMap(({ kind, dimension, part, reference, rows }) =>
      rows.flatMap(({ group, outcome }): ShownDisparity[] => {
        const comparison = outcome === WITHHELD ? null : outcome.comparison;
        const value = comparison?.ratio.value ?? null;
        return comparison?.verdict.state !== 'disparity-shown' || value === null
          ? []
          : [
              {
                ...shownIn(report),
                about: 'outcome',
                kind,
                dimension,
                program: programIn(part),
                group,
                item: undefined,
                reference: reference ?? '',
                figure: {
                  measure: 'success-ratio',
                  value,
                  low: comparison.ratio.low ?? undefined,
                  high: comparison.ratio.high ?? undefined,
                },
              },
            ];
      }),
    );

const waits = (report: PublicReport): readonly ShownDisparity[] =>
  report.waiting
    .filter(({ kind, part }) => isSaid(report, kind, part))
    .flatMap(({ kind, dimension, part, reference, rows }) =>
      rows.flatMap(({ group, waiting }): ShownDisparity[] => {
        const comparison = waiting === WITHHELD ? null : waiting.comparison;
        if (comparison?.verdict.state !== 'disparity-shown') {
          return [];
        }
        const { days: value, low, high } = comparison;
        return [
          {
            ...shownIn(report),
            about: 'waiting',
            kind,
            dimension,
            program: programIn(part),
            group,
            item: undefined,
            reference: reference ?? '',
            figure: { measure: 'days', value, low, high },
          },
        ];
      }),
    );

const draws = (report: PublicReport): readonly ShownDisparity[] =>
  (report.draws ?? []).flatMap(({ kind, dimension, rows }) =>
    rows.flatMap(({ group, draw }): ShownDisparity[] =>
      draw === WITHHELD || draw.state === undefined || draw.state === 'as-chance-has-it'
        ? []
        : [
            {
              ...shownIn(report),
              ...{ about: 'draw', kind, dimension, program: undefined, group, item: undefined },
              reference: 'chance',
              figure: {
                ...{ measure: 'times-expected', low: undefined, high: undefined },
                value: draw.drawn / Math.max(1, draw.expected ?? 1),
              },
            },
          ],
    ),
  );

const questions = (report: PublicReport): readonly ShownDisparity[] =>
  report.questions.flatMap(({ dimension, program, forms }) =>
    forms.flatMap(({ reference, compared }) =>
      compared.flatMap(({ focal, items }) =>
        items.flatMap(({ item, figures }): ShownDisparity[] =>
          figures === WITHHELD || !figures.standsOut
            ? []
            : [
                {
                  ...shownIn(report),
                  about: 'question',
                  kind: 'pass',
                  dimension,
                  program,
                  group: focal.id,
                  item,
                  reference: reference?.id ?? '',
                  figure: {
                    measure: 'delta',
                    value: figures.delta,
                    low: undefined,
                    high: undefined,
                  },
                },
              ],
        ),
      ),
    ),
  );
