/** The job analysis as data: names that stay (docs/json.md), every digit kept; and every task as a table. */
import type { Result } from '../../kernel/result/result.ts';
import type { Mean } from '../../psychometrics/job-analysis/task-ratings.ts';
import { csvText } from '../document/csv.ts';
import { type JobAnalysisReport, usableRate } from './job-analysis-report.ts';

export function jobAnalysisData(report: JobAnalysisReport): object {
  const { analysis, titles, study, invited, answered, usable, unvaried } = report;
  const { scales, combination, questions } = report;
  return {
    schema: 'evenhand.job-analysis.1',
    study,
    invited,
    answered,
    usable,
    unvaried,
    usableRate: usableRate(report),
    scales,
    combination,
    questions,
    domains: analysis.domains,
    weights: known(analysis.weights, ({ weights: _, ...told }) => told),
    representativeness: analysis.representativeness.map(({ test, pAdjusted, ...one }) => ({
      ...one,
      test: known(test, (value) => value),
      pAdjusted: pAdjusted ?? null,
    })),
    views: analysis.views.map(({ domains, ...view }) => ({
      ...view,
      domains: known(domains, (value) => value),
    })),
    tasks: analysis.tasks.map(({ task, does, scales: own }) => ({
      ...task,
      title: titles.get(task.id) ?? '',
      does: meanData(does),
      scales: own.map(meanData),
    })),
  };
}

const meanData = ({ mean, standardError, people }: Mean) => ({
  mean: numberOf(mean),
  standardError: numberOf(standardError),
  people,
});
const numberOf = (value: number): number | null => (Number.isNaN(value) ? null : value);

const known = <Value, Told>(result: Result<Value>, tell: (value: Value) => Told) =>
  result.ok ? tell(result.value) : { value: null, reason: result.refusal.because };

/** A row for each task. */
export const jobAnalysisCsv = ({ analysis, scales, titles }: JobAnalysisReport): string =>
  csvText([
    [
      'task',
      'title',
      'domain',
      'does',
      'does-error',
      'people',
      ...scales.flatMap((scale) => [scale, `${scale}-error`, `${scale}-people`]),
    ],
    ...analysis.tasks.map(({ task, does, scales: own }) => [
      task.id,
      titles.get(task.id) ?? '',
      task.domain,
      numberOf(does.mean),
      numberOf(does.standardError),
      does.people,
      ...own.flatMap(({ mean, standardError, people }) => [
        numberOf(mean),
        numberOf(standardError),
        people,
      ]),
    ]),
  ]);
