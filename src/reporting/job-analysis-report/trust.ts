/**
 * How far the sample can be trusted, as findings. What is known of the population can be compared; what those think who did
 * not answer cannot, so the report says how different they would have to be to change the exam.
 *
 * From 80 % on, a survey is usually taken as it is; below, it owes an analysis of who is missing (OMB, Standards and Guidelines for
 * Statistical Surveys, 2006, guideline 3.2.9). Below one half, more people said nothing than something.
 */
import type { Representativeness } from '../../psychometrics/job-analysis/representativeness.ts';
import { spelled } from '../charts/svg.ts';
import type { Block, Mark } from '../document/document.ts';
import { type JobAnalysisReport, usableRate } from './job-analysis-report.ts';

type Finding = Extract<Block, { readonly kind: 'finding' }>;

const ENOUGH = 0.8;
const HALF = 0.5;
/** One respondent in twenty who would have to be somebody else. */
const APART = 0.05;
const SIGNIFICANCE = 0.05;

export const trustFindings = (report: JobAnalysisReport): readonly Finding[] => [
  responseFinding(report),
  ...report.analysis.representativeness.map(madeUpLike),
  weightFinding(report),
  choiceFinding(report),
];

const finding = (
  mark: Mark,
  heading: string,
  text: string,
  points: readonly string[] = [],
): Finding => ({ kind: 'finding', mark, heading, text, points });

/** Percentage points of the exam. */
export const points = (share: number): string => `${spelled(100 * share, 1)} points`;

export const percent = (share: number, digits = 1): string => `${spelled(100 * share, digits)} %`;

function responseFinding(report: JobAnalysisReport): Finding {
  const rate = usableRate(report);
  const { invited, answered, usable, questions, unvaried } = report;
  const mark = rate >= ENOUGH ? 'sound' : rate >= HALF ? 'open' : 'look';
  const apart = rate < 1 ? 1 / questions / (1 - rate) : undefined;
  return finding(
    mark,
    mark === 'look'
      ? `${percent(1 - rate)} of those who were asked are not heard`
      : `${percent(rate)} of those who were asked are heard`,
    `Asked were ${spelled(invited)} people; ${spelled(answered)} answered, and ${spelled(usable)} rated enough to be used, ${percent(rate)} of those asked.`,
    [
      ...(apart === undefined
        ? []
        : [
            `If those who are not heard would give a domain a share that is ${points(apart)} higher or lower, the truth is one question of ${questions} away from what stands here. No weighting can tell.`,
          ]),
      ...(unvaried === 0
        ? []
        : [
            `${spelled(unvaried)} respondents gave one and the same answer throughout; they are counted like everybody else.`,
          ]),
    ],
  );
}

function madeUpLike(one: Representativeness): Finding {
  const isApart = one.dissimilarity >= APART;
  const isShown = (one.pAdjusted ?? 1) < SIGNIFICANCE;
  const mark = isApart ? (isShown ? 'look' : 'open') : 'sound';
  const farthest = [...one.categories].sort(
    (a, b) => Math.abs(b.shareAnswered - b.share) - Math.abs(a.shareAnswered - a.share),
  )[0];
  return finding(
    mark,
    mark === 'sound'
      ? `By ${one.variable}, respondents are made up like the population`
      : mark === 'open'
        ? `By ${one.variable}, too few answered to tell whether they are made up like the population`
        : `By ${one.variable}, respondents are not made up like the population`,
    `${percent(one.dissimilarity)} of respondents would have to be of another category.${farthest === undefined || mark === 'sound' ? '' : ` Farthest off is ${farthest.name}: ${percent(farthest.shareAnswered)} of respondents, ${percent(farthest.share)} of the population.`}`,
    [
      ...(one.largestBias > 0
        ? [
            `On account of this alone, a mean of unweighted ratings can be off by at most ${spelled(one.largestBias, 2)} of its standard deviations.`,
          ]
        : []),
      ...(one.notStated > 0
        ? [`${spelled(one.notStated)} respondents did not state it; they count in everything else.`]
        : []),
    ],
  );
}

function weightFinding({ analysis, usable }: JobAnalysisReport): Finding {
  const { weights } = analysis;
  if (analysis.representativeness.length === 0) {
    return finding(
      'open',
      'Nothing is known of the population, so nothing could be weighted',
      'Whether respondents are made up like everybody who does the work cannot be told. Give what is known with --population.',
    );
  }
  if (!weights.ok) {
    return finding(
      'look',
      'No weights make the respondents like the population',
      `Everybody counts alike here: ${weights.refusal.because}`,
    );
  }
  const { effective, designEffect, largest, unheard } = weights.value;
  return finding(
    unheard.length > 0 ? 'look' : 'sound',
    `${spelled(usable)} respondents tell as much as ${spelled(effective)} of a plain sample`,
    `Weights bring them to the make-up of the population in what is known. That costs precision: design effect ${spelled(designEffect, 2)}; the heaviest respondent counts ${spelled(largest, 1)} times.`,
    unheard.map(
      ({ variable, category }) =>
        `Nobody of ${category} (${variable}) answered: nothing here speaks for them.`,
    ),
  );
}

/** What a domain's share owes to choices of the study and not to respondents. */
function choiceFinding({ analysis, combination, questions }: JobAnalysisReport): Finding {
  const moved = (of: 'unweighted' | 'otherwise') =>
    analysis.domains.reduce(
      (most, domain) => {
        const by = Math.abs(domain[of] - domain.share);
        return by > most.by ? { by, domain: domain.domain } : most;
      },
      { by: 0, domain: '' },
    );
  const [weighting, combining] = [moved('unweighted'), moved('otherwise')];
  const most = Math.max(weighting.by, combining.by);
  const other = combination === 'product' ? 'added' : 'multiplied';
  return finding(
    most * questions >= 1 ? 'look' : 'sound',
    most * questions >= 1
      ? 'A choice of method moves a domain by a question or more'
      : 'No choice of method moves a domain by a whole question',
    `Without weights the farthest domain${weighting.domain === '' ? '' : `, ${weighting.domain},`} moves by ${points(weighting.by)}; with scales ${other} the farthest${combining.domain === '' ? '' : `, ${combining.domain},`} moves by ${points(combining.by)}. One question of ${questions} is ${points(1 / questions)}.`,
  );
}
