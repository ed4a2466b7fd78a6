/** The job analysis as a document: the domains first, then how far they can be trusted, who answered, and every task. */
import type { CategoryView } from '../../psychometrics/job-analysis/analyzed-study.ts';
import type { Representativeness } from '../../psychometrics/job-analysis/representativeness.ts';
import type { Mean } from '../../psychometrics/job-analysis/task-ratings.ts';
import { forestPlot } from '../charts/forest-plot.ts';
import { shareBars } from '../charts/share-bars.ts';
import { spelled } from '../charts/svg.ts';
import {
  type Block,
  left,
  prose,
  type ReportDocument,
  right,
  tableBlock,
} from '../document/document.ts';
import type { Forms } from '../document/formats.ts';
import { jobAnalysisCsv, jobAnalysisData } from './job-analysis-data.ts';
import type { JobAnalysisReport } from './job-analysis-report.ts';
import { percent, points, trustFindings } from './trust.ts';

export const JOB_ANALYSIS_FORMS: Forms<JobAnalysisReport> = {
  document: jobAnalysisDocument,
  csv: jobAnalysisCsv,
  data: jobAnalysisData,
};

function jobAnalysisDocument(report: JobAnalysisReport): ReportDocument {
  const { analysis } = report;
  return {
    title: 'What an exam should ask about, by those who do the work',
    subtitle: `Job analysis of ${report.study}: ${spelled(report.usable)} respondents, ${spelled(analysis.tasks.length)} tasks, ${spelled(analysis.domains.length)} domains`,
    sections: [
      { id: 'domains', title: 'Domain weights', blocks: domainBlocks(report) },
      { id: 'trust', title: 'How far the sample can be trusted', blocks: trustFindings(report) },
      ...(analysis.representativeness.length === 0
        ? []
        : [
            {
              id: 'answered',
              title: 'Who answered, beside the population',
              blocks: analysis.representativeness.flatMap(answeredBlocks),
            },
          ]),
      ...(analysis.views.length === 0
        ? []
        : [{ id: 'views', title: 'Whose exam it would be', blocks: viewBlocks(report) }]),
      { id: 'tasks', title: 'Every task', blocks: taskBlocks(report) },
    ],
  };
}

function domainBlocks(report: JobAnalysisReport): readonly Block[] {
  const { analysis, combination, questions, scales } = report;
  const { domains } = analysis;
  const [heaviest, next] = [...domains].sort((a, b) => b.share - a.share);
  const isAhead = next === undefined || (heaviest?.low ?? 0) > next.high;
  const how =
    scales.length === 1
      ? `What a task counts is its ${scales[0]}.`
      : `What a task counts to a respondent is ${scales.join(combination === 'product' ? ' times ' : ' plus ')}, and nothing where the respondent does not do it.`;
  return [
    {
      kind: 'chart',
      chart: shareBars(
        domains.map(({ domain, unweighted, ...row }) => ({
          ...row,
          name: domain,
          otherwise: unweighted,
        })),
        {
          title: isAhead
            ? `${heaviest?.domain ?? ''} weighs most`
            : 'The heaviest domain is not clearly ahead of the next',
          sentence: domains
            .map(
              ({ domain, share, low, high }) =>
                `${domain} ${percent(share)} (${percent(low)} to ${percent(high)})`,
            )
            .join('; '),
          axis: 'weighted, 95 % interval',
          otherwise: 'unweighted',
        },
      ),
    },
    tableBlock(
      `Domains of a form of ${questions} questions`,
      [
        left('Domain'),
        right('Tasks'),
        right('Share'),
        right('95 % interval'),
        right('Questions'),
        right('Unweighted'),
        right(combination === 'product' ? 'Scales added' : 'Scales multiplied'),
      ],
      domains.map((one) => [
        one.domain,
        String(one.tasks),
        percent(one.share),
        `${percent(one.low)} to ${percent(one.high)}`,
        String(one.questions),
        percent(one.unweighted),
        percent(one.otherwise),
      ]),
    ),
    prose(how),
    prose(
      'The intervals hold what chance does to those who answered. They do not hold what those think who did not; nor is a weight the last word: panels of people who do the work decide the exam.',
    ),
  ];
}

function answeredBlocks(one: Representativeness): readonly Block[] {
  const rows = one.categories.map((category) => ({
    name: category.name,
    estimate: 100 * (category.shareAnswered - category.share),
    low: undefined,
    high: undefined,
    word: `${spelled(category.answered)}`,
    strong: false,
  }));
  const test = one.test.ok
    ? `Pearson’s chi-squared ${spelled(one.test.value.statistic, 1)} with ${one.test.value.degreesOfFreedom} degrees of freedom, p ${pWords(one.pAdjusted ?? one.test.value.pValue)} by Holm’s rule over the variables.`
    : `Not tested: ${one.test.refusal.because}.`;
  return [
    { kind: 'subheading', id: `answered-${slug(one.variable)}`, text: `By ${one.variable}` },
    {
      kind: 'chart',
      chart: forestPlot(rows, {
        title: `Respondents less population, by ${one.variable}`,
        sentence: one.categories
          .map(
            ({ name, shareAnswered, share }) =>
              `${name}: ${percent(shareAnswered)} of respondents, ${percent(share)} of the population`,
          )
          .join('; '),
        axis: 'Percentage points; at the right, respondents',
        left: 'too few answered',
        right: 'too many',
        bounds: [],
        keep: 'start',
      }),
    },
    tableBlock(
      `Respondents and population by ${one.variable}`,
      [
        left('Category'),
        right('Population'),
        right('Respondents'),
        right('Of the population'),
        right('Of respondents'),
        right('Answered'),
      ],
      one.categories.map((category) => [
        category.name,
        spelled(category.population),
        spelled(category.answered),
        percent(category.share),
        percent(category.shareAnswered),
        percent(category.rate),
      ]),
    ),
    prose(test),
  ];
}

function viewBlocks({ analysis, questions }: JobAnalysisReport): readonly Block[] {
  const { views, domains } = analysis;
  const apart = views.flatMap((view) => apartIn(view, domains, questions));
  return [
    {
      kind: 'finding',
      mark: apart.length > 0 ? 'look' : 'sound',
      heading:
        apart.length > 0
          ? 'Some would weigh the domains otherwise'
          : 'No category would clearly weigh a domain otherwise by a question',
      text: 'Each category of at least 30 respondents beside all others; Holm’s rule over all of them.',
      points: apart,
    },
    tableBlock(
      'Domain shares by category',
      [left('Category'), right('Respondents'), ...domains.map(({ domain }) => right(domain))],
      views.map(({ variable, category, people, domains: own }) => [
        `${category} (${variable})`,
        spelled(people),
        ...(own.ok ? own.value.map(({ share }) => percent(share)) : domains.map(() => 'not rated')),
      ]),
    ),
  ];
}

const apartIn = (
  view: CategoryView,
  domains: readonly { readonly domain: string }[],
  questions: number,
): readonly string[] =>
  view.domains.ok
    ? view.domains.value.flatMap(({ share, difference, standardError, pAdjusted }, place) =>
        pAdjusted < 0.05 && Math.abs(difference) * questions >= 1
          ? [
              `${view.category} (${view.variable}) gives ${domains[place]?.domain ?? ''} ${percent(share)}, ${points(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'} than the others (standard error ${points(standardError)}).`,
            ]
          : [],
      )
    : [];

const taskBlocks = ({ analysis, scales, titles }: JobAnalysisReport): readonly Block[] => [
  prose(
    'Weighted means with their standard errors. A scale is the mean among those who do the task.',
  ),
  tableBlock(
    'Ratings of every task',
    [
      left('Task'),
      left('Domain'),
      right('Do it'),
      ...scales.map((scale) => right(`${scale.charAt(0).toUpperCase()}${scale.slice(1)}`)),
      right('Rated by'),
    ],
    analysis.tasks.map(({ task, does, scales: own }) => [
      [task.id, titles.get(task.id) ?? ''].filter((part) => part !== '').join(' '),
      task.domain,
      Number.isNaN(does.mean) ? 'not rated' : percent(does.mean, 0),
      ...own.map(meanWords),
      spelled(does.people),
    ]),
  ),
];

const meanWords = ({ mean, standardError }: Mean): string =>
  Number.isNaN(mean)
    ? 'not rated'
    : Number.isNaN(standardError)
      ? spelled(mean, 2)
      : `${spelled(mean, 2)} (${spelled(standardError, 2)})`;

const pWords = (p: number): string => (p < 0.001 ? 'below 0.001' : spelled(p, 3));
const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
