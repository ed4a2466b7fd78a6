/**
 * Every comparison that a release shows over all programs, and the questions of each exam, as the board is told of them:
 * those that show a disparity open a finding, and the others measure again what was found before.
 */
import type { ShownDisparity } from '../../casework/finding/disparity.ts';
import { type Published, WITHHELD } from '../../fairness/disclosure/gate.ts';
import { ALL } from '../../fairness/disclosure/outcome-cells.ts';
import type { Release } from '../../fairness/disclosure/release.ts';
import {
  type ReleasedOutcomes,
  tableOfRelease,
} from '../../fairness/disclosure/released-outcomes.ts';
import type { Estimate } from '../../fairness/impact/compare-outcomes.ts';
import { AUDIT_DRAWN, SEAT_DRAWN } from './count-after-exam.ts';
import { SANCTION } from './count-conduct.ts';
import { FUNNEL, PASS } from './count-outcomes.ts';
import { NOT_STATED } from './division.ts';
import { isPattern } from './pattern-division.ts';

export function shownComparisons(
  { value: release }: Published<Release>,
  outcomes: Published<ReleasedOutcomes>,
): readonly ShownDisparity[] {
  return [
    ...outcomesShown(outcomes),
    ...waitingShown(release),
    ...itemsShown(release),
    ...decidersShown(release),
    ...sanctionsShown(release),
    ...drawsShown(release),
  ];
}

/** Who is drawn is held against chance, not against another group. */
const elsewhere: readonly string[] = [...FUNNEL, AUDIT_DRAWN, SEAT_DRAWN];

/**
 * Steps of the funnel are decisions of several kinds seen once more, and grounds and settings are no groups of people: they
 * open nothing by themselves.
 */
function outcomesShown(outcomes: Published<ReleasedOutcomes>): readonly ShownDisparity[] {
  const { tables, number } = outcomes.value;
  return tables
    .filter(({ kind, dimension }) => !elsewhere.includes(kind) && !isPattern(dimension))
    .flatMap(({ kind, dimension }) => {
      const of = { kind, dimension, part: ALL, unstated: NOT_STATED };
      const table = tableOfRelease(outcomes, of)?.value.outcomes;
      const reference = table?.reference;
      return (table?.rows ?? []).flatMap(({ group, outcome }): ShownDisparity[] => {
        const comparison = outcome === WITHHELD ? undefined : outcome.comparison;
        if (comparison === undefined || reference === undefined || !comparison.successRatio.ok) {
          return [];
        }
        return [
          {
            about: 'outcome',
            kind,
            dimension,
            program: undefined,
            group,
            item: undefined,
            reference,
            figure: { measure: 'success-ratio', ...ends(comparison.successRatio.value) },
            state: comparison.verdict.state,
            release: number,
          },
        ];
      });
    });
}

const ends = ({ value, interval }: Estimate) => ({
  value,
  low: interval.ok ? interval.value.low : undefined,
  high: interval.ok ? interval.value.high : undefined,
});

const waitingShown = ({ outcomes, waiting }: Release): readonly ShownDisparity[] =>
  waiting
    .filter(({ part }) => part === ALL)
    .flatMap(({ kind, dimension, figures: { reference, rows } }) =>
      rows.flatMap(({ group, waiting: shown }): ShownDisparity[] => {
        const comparison = shown === WITHHELD ? undefined : shown.comparison;
        return comparison === undefined || reference === undefined
          ? []
          : [
              {
                about: 'waiting',
                kind,
                dimension,
                program: undefined,
                group,
                item: undefined,
                reference,
                figure: {
                  measure: 'days',
                  value: comparison.days,
                  low: comparison.low,
                  high: comparison.high,
                },
                state: comparison.verdict.state,
                release: outcomes.number,
              },
            ];
      }),
    );

const itemsShown = ({ outcomes, items }: Release): readonly ShownDisparity[] =>
  items.flatMap(({ dimension, program, forms }) =>
    forms.flatMap(({ reference, compared }) =>
      compared.flatMap(({ focal, items: questions }) =>
        questions.flatMap(({ item, figures }): ShownDisparity[] =>
          figures === WITHHELD || reference === undefined
            ? []
            : [
                {
                  about: 'question',
                  kind: PASS,
                  dimension,
                  program,
                  group: focal.id,
                  item,
                  reference: reference.id,
                  figure: {
                    measure: 'delta',
                    value: figures.delta,
                    low: figures.delta - DOUBLE_ERROR * figures.deltaError,
                    high: figures.delta + DOUBLE_ERROR * figures.deltaError,
                  },
                  state: figures.standsOut ? 'disparity-shown' : 'cannot-tell-yet',
                  release: outcomes.number,
                },
              ],
        ),
      ),
    ),
  );

/** 95 %. */
const DOUBLE_ERROR = 1.96;

const decidersShown = ({ outcomes, deciders }: Release): readonly ShownDisparity[] =>
  deciders
    .filter(({ part }) => part === ALL)
    .flatMap(({ kind, deciders: all }) =>
      all.flatMap(({ decider, severity }): ShownDisparity[] =>
        severity === undefined || !severity.comparison.successRatio.ok
          ? []
          : [
              {
                about: 'decider',
                kind,
                dimension: '',
                program: undefined,
                group: decider,
                item: undefined,
                reference: 'others',
                figure: {
                  measure: 'success-ratio',
                  ...ends(severity.comparison.successRatio.value),
                },
                state: severity.verdict.state,
                release: outcomes.number,
              },
            ],
      ),
    );

const sanctionsShown = ({ outcomes, sanctions = [] }: Release): readonly ShownDisparity[] =>
  sanctions
    .filter(({ part }) => part === ALL)
    .flatMap(({ dimension, figures: { reference, rows } }) =>
      rows.flatMap(({ group, sanctions: shown }): ShownDisparity[] => {
        const comparison = shown === WITHHELD ? undefined : shown.comparison;
        return comparison === undefined || reference === undefined
          ? []
          : [
              {
                about: 'sanction',
                kind: SANCTION,
                dimension,
                program: undefined,
                group,
                item: undefined,
                reference,
                figure: { measure: 'superiority', ...comparison.superiority },
                state: comparison.verdict.state,
                release: outcomes.number,
              },
            ];
      }),
    );

/** As chance has it is no proof of a fair draw: nothing can be told. */
const drawsShown = ({ outcomes, draws = [] }: Release): readonly ShownDisparity[] =>
  draws.flatMap(({ kind, dimension, figures: { rows } }) =>
    rows.flatMap(({ group, draw }): ShownDisparity[] =>
      draw === WITHHELD || draw.state === undefined || draw.expected === undefined
        ? []
        : [
            {
              ...{ about: 'draw', kind, dimension, program: undefined, group, item: undefined },
              reference: 'chance',
              figure: {
                ...{ measure: 'times-expected', low: undefined, high: undefined },
                value: draw.drawn / Math.max(1, draw.expected),
              },
              state: draw.state === 'as-chance-has-it' ? 'cannot-tell-yet' : 'disparity-shown',
              release: outcomes.number,
            },
          ],
    ),
  );
