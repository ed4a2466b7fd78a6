/** What stands around the tables of a report on outcomes, sentence by sentence, in the order of reading. */
import type { AnalyzedComparison } from '../../fairness/impact/impact-analysis.ts';
import { type Block, type Column, left, right } from '../document/document.ts';
import { comparisonWords, type ImpactReport, MARKS } from './impact-report.ts';
import { chance, count, percent, points } from './rows.ts';

/** What was read, and what was left out of the rates. */
export function readingSentences(report: ImpactReport): readonly string[] {
  const { words, withoutOutcome, withoutStratum } = report;
  const listed = (favorable: boolean): string =>
    words
      .filter((word) => word.favorable === favorable)
      .map(({ word, people }) => `${word} (${count(people)})`)
      .join(', ');
  return [
    `${count(report.people)} people read. Counted as success: ${listed(true)}. Counted as no success: ${listed(false) || 'nobody'}.`,
    ...(withoutOutcome > 0
      ? [`${count(withoutOutcome)} have no outcome yet and are in no rate.`]
      : []),
    ...(withoutStratum > 0 ? [`${count(withoutStratum)} have no stratum and form their own.`] : []),
  ];
}

/** What each comparison shows, marked, with the counts it rests on. */
export const findings = ({ analysis }: ImpactReport): readonly Block[] =>
  analysis.comparisons.map((one) => ({
    kind: 'finding',
    mark: MARKS[one.verdict.state],
    heading: one.focal.group,
    text: `${comparisonWords(one)} ${counted(one.focal)} succeeded; ${one.reference.group}: ${counted(one.reference)}.`,
    points: [],
  }));

const counted = ({ succeeded, total }: AnalyzedComparison['focal']): string =>
  `${count(succeeded)} of ${count(total)} (${percent(succeeded / total)})`;

/** Who is compared with whom, and the question to all groups at once. */
export const frameSentences = ({
  analysis: { reference, together },
}: ImpactReport): readonly string[] => [
  reference.ok
    ? `Reference group: ${reference.value.group} (${reference.value.rule}).`
    : `No comparison: ${reference.refusal.because}.`,
  together.ok
    ? `All groups together: p ${chance(together.value.pValue)} (${together.value.method === 'chi-squared' ? 'chi-squared' : 'Fisher-Freeman-Halton'}).`
    : `All groups together: not estimable, ${together.refusal.because}.`,
];

/** Who said where they belong, and what those who did not could change. */
export const responseSentences = ({
  analysis: { response, comparisons },
}: ImpactReport): readonly string[] => [
  response.ok
    ? `${percent(response.value.rate)} told their group (${count(response.value.told)} of ${count(response.value.all)}).`
    : `Who told their group: ${response.refusal.because}.`,
  ...comparisons.flatMap(({ focal, silence }) =>
    silence === undefined
      ? []
      : [
          `${focal.group}: whatever the people who did not say are, the success ratio lies ${
            silence.ratio.ok
              ? `between ${silence.ratio.value.low.toFixed(2)} and ${silence.ratio.value.high.toFixed(2)}`
              : `anywhere (${silence.ratio.refusal.because})`
          }; ${
            silence.tipping.people === undefined
              ? 'not even all of them would carry it across four fifths'
              : `${count(silence.tipping.people)} of ${count(silence.tipping.silent)} would be enough to carry it across four fifths`
          }.`,
        ],
  ),
];

export const STRATUM_COLUMNS: readonly Column[] = [
  left('Group'),
  left('Stratum'),
  right('Succeeded'),
  right('Reference succeeded'),
  right('Success ratio'),
  right('Difference'),
];

export function strataSentences({ analysis }: ImpactReport): readonly string[] {
  return analysis.comparisons.flatMap(({ focal, strata }) => {
    if (strata === undefined) {
      return [];
    }
    if (!strata.ok) {
      return [`${focal.group}: ${strata.refusal.because}.`];
    }
    const { common, homogeneity, advice } = strata.value;
    const odds = common.oddsRatio.ok
      ? `common odds ratio ${common.oddsRatio.value.value.toFixed(2)} (${common.oddsRatio.value.interval.low.toFixed(2)} to ${common.oddsRatio.value.interval.high.toFixed(2)})`
      : `common odds ratio not estimable: ${common.oddsRatio.refusal.because}`;
    const alike = homogeneity.ok
      ? `do the strata agree: p ${chance(homogeneity.value.tarone.pValue)} (Breslow-Day with Tarone's correction)`
      : `whether the strata agree is not estimable: ${homogeneity.refusal.because}`;
    return [
      `${focal.group}, within ${common.strataUsed} strata: ${odds}, p ${chance(common.uncorrected.pValue)} (Cochran-Mantel-Haenszel); ${alike}. ${advice === 'pool' ? 'Nothing speaks against pooling them.' : 'Do not pool them.'}`,
    ];
  });
}

export function stratumRows({ analysis }: ImpactReport): readonly (readonly string[])[] {
  return analysis.comparisons.flatMap(({ focal, strata }) =>
    strata?.ok
      ? strata.value.strata.map(({ stratum, comparison }) =>
          comparison.ok
            ? [
                focal.group,
                stratum,
                `${count(comparison.value.focal.succeeded)} of ${count(comparison.value.focal.total)}`,
                `${count(comparison.value.reference.succeeded)} of ${count(comparison.value.reference.total)}`,
                comparison.value.successRatio.ok
                  ? comparison.value.successRatio.value.value.toFixed(2)
                  : 'not estimable',
                points(comparison.value.difference.value),
              ]
            : [focal.group, stratum, 'not estimable', comparison.refusal.because, '', ''],
        )
      : [],
  );
}

export const GROUP_COLUMNS: readonly Column[] = [
  left('Group'),
  right('Succeeded'),
  right('Rate (95 %)'),
  left('Note'),
];

export function groupRows({ analysis }: ImpactReport): readonly (readonly string[])[] {
  return analysis.groups.map((row) => [
    row.group,
    `${count(row.succeeded)} of ${count(row.total)}`,
    row.rate.ok && row.interval.ok
      ? `${percent(row.rate.value)} (${percent(row.interval.value.low)} to ${percent(row.interval.value.high)})`
      : 'no data',
    [row.tooSmallToJudge ? 'too few to judge' : '', row.belowMinimumShare ? 'below 2 % of all' : '']
      .filter((note) => note !== '')
      .join(', '),
  ]);
}
