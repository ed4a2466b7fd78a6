/** The figures of the page on complaints about conduct as one long table; see fairness-download. */
import { WITHHELD } from '../../fairness/disclosure/gate.ts';
import type { NamedGroup } from '../../fairness/disclosure/published-items.ts';
import type { Ends, MeasuredSanctions } from '../../fairness/disclosure/published-sanctions.ts';
import {
  type ConductFigures,
  namedIn,
  splitsIn,
} from '../../web/pages/fairness/conduct-figures.ts';
import { labelOf } from '../../web/pages/fairness/view.ts';
import { type DownloadRow, outcomeRows, trendRows, waitingRows } from './fairness-download.ts';

export function conductRows(figures: ConductFigures): readonly DownloadRow[] {
  const { respondents, complainants, groups, sanctions, trend, body } = figures;
  return [
    ...namedRows(figures),
    ...splitRows(figures),
    ...respondents.flatMap(({ kind, outcomes, waiting }) => [
      ...outcomeRows(kind, groups, outcomes.value),
      ...(waiting === undefined
        ? []
        : waitingRows(groups, waiting.value).map((row) => ({
            ...row,
            measure: `${kind}-waiting`,
          }))),
    ]),
    ...(sanctions === undefined ? [] : sanctionRows(groups, sanctions.value)),
    ...trendRows(groups, trend.value),
    ...complainants.flatMap(({ kind, outcomes }) =>
      outcomeRows(`${kind}-of-complainants`, groups, outcomes.value),
    ),
    ...body.value.map(({ step, atLeast }) => ({
      measure: 'complaints-about-the-body',
      ...{ of: step, figure: 'at-least', value: atLeast },
    })),
  ];
}

function namedRows(figures: ConductFigures): readonly DownloadRow[] {
  const { reference, rows, compared } = namedIn(figures);
  const { groups } = figures;
  return rows.flatMap(({ group, count }) => {
    const of = { measure: 'complained-about', group: labelOf(groups, group) };
    const one = compared.find((comparison) => comparison.group === group);
    return [
      { ...of, figure: 'complaints', value: count?.events ?? WITHHELD },
      { ...of, figure: 'people', value: count?.people ?? WITHHELD },
      ...(group === reference
        ? []
        : [
            {
              ...{ ...of, comparedWith: labelOf(groups, reference), figure: 'rate-ratio' },
              ...{ value: one?.ratio ?? WITHHELD, low: one?.low, high: one?.high },
              verdict: one?.state,
            },
          ]),
    ];
  });
}

function splitRows(figures: ConductFigures): readonly DownloadRow[] {
  const { reference, splits } = splitsIn(figures);
  const { groups } = figures;
  return splits.flatMap(({ group, gap, atReferenceComplaints }) => {
    const of = {
      ...{ measure: 'breaches-for-each-person', group: labelOf(groups, group) },
      comparedWith: labelOf(groups, reference),
    };
    const { complaints, outcomes } = atReferenceComplaints;
    return [
      { ...of, figure: 'difference', value: gap },
      { ...of, figure: 'from-complaints', ...ends(complaints) },
      { ...of, figure: 'from-outcomes', ...ends(outcomes) },
    ];
  });
}

const FIGURES = ['sanctioned', 'harder-of-pairs', 'odds-ratio'] as const;

const sanctionRows = (
  groups: readonly NamedGroup[],
  { reference, rows }: MeasuredSanctions,
): readonly DownloadRow[] =>
  rows.flatMap(({ group, sanctions, countedUntil }): readonly DownloadRow[] => {
    const of = {
      ...{ measure: 'sanctions', group: labelOf(groups, group), countedUntil },
      comparedWith: group === reference ? undefined : labelOf(groups, reference),
    };
    if (sanctions === WITHHELD) {
      return FIGURES.map((figure) => ({ ...of, figure, value: WITHHELD }));
    }
    const { sanctioned, comparison } = sanctions;
    const verdict = comparison?.verdict.state;
    return [
      { ...of, figure: FIGURES[0], value: sanctioned },
      ...(comparison === undefined
        ? []
        : [{ ...of, figure: FIGURES[1], ...ends(comparison.superiority), verdict }]),
      ...(comparison?.odds === undefined
        ? []
        : [{ ...of, figure: FIGURES[2], ...ends(comparison.odds) }]),
    ];
  });

const ends = ({ value, low, high }: Ends) => ({ value, low, high });
