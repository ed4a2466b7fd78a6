/** What stands around the tables of a report on outcomes, sentence by sentence, in the order of reading. */
import { CAUTION, comparisonWords, type ImpactReport } from './impact-report.ts';
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

/** What each comparison shows, who is compared with whom, the question to all groups, and who said. */
export function findingSentences({ analysis }: ImpactReport): readonly string[] {
  const { reference, together, response } = analysis;
  return [
    ...analysis.comparisons.map((one) => `${one.focal.group}: ${comparisonWords(one)}`),
    reference.ok
      ? `Reference group: ${reference.value.group} (${reference.value.rule}).`
      : `No comparison: ${reference.refusal.because}.`,
    together.ok
      ? `All groups together: p ${chance(together.value.pValue)} (${together.value.method === 'chi-squared' ? 'chi-squared' : 'Fisher-Freeman-Halton'}).`
      : `All groups together: not estimable, ${together.refusal.because}.`,
    response.ok
      ? `${percent(response.value.rate)} told their group (${count(response.value.told)} of ${count(response.value.all)}).`
      : `Who told their group: ${response.refusal.because}.`,
    ...analysis.comparisons.flatMap(({ focal, silence }) =>
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
    CAUTION,
  ];
}

/** The headings of the table of strata. */
export const STRATUM_HEADINGS = [
  'Group',
  'Stratum',
  'Succeeded',
  'Reference succeeded',
  'Success ratio',
  'Difference',
] as const;

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

export const GROUP_HEADINGS = ['Group', 'Succeeded', 'Rate (95 %)', 'Note'] as const;

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
