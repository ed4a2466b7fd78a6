/** `evenhand job-analysis`, without the command line: three files become a report. */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { analyzedStudy, type StudyFault } from '../../psychometrics/job-analysis/analyzed-study.ts';
import type { Combination } from '../../psychometrics/job-analysis/study.ts';
import type { JobAnalysisReport } from '../../reporting/job-analysis-report/job-analysis-report.ts';
import {
  type RatingsPlan,
  readPopulation,
  readRatings,
  readTasks,
  type StudyFileFault,
} from './read-study.ts';

export interface JobAnalysisPlan extends RatingsPlan {
  readonly combination: Combination;
  readonly questions: number;
  /** Undefined: as many as there are in the population, or rows. */
  readonly invited: number | undefined;
}

export interface StudyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type JobAnalysisFault = StudyFileFault | StudyFault | 'too-few-invited';

/** Categories with fewer respondents are not looked at by themselves: their intervals would not hold. */
export const FEWEST_IN_CATEGORY = 30;

export function jobAnalysisOfFiles(
  ratings: StudyFile,
  tasks: StudyFile,
  population: StudyFile | undefined,
  plan: JobAnalysisPlan,
): Result<JobAnalysisReport, JobAnalysisFault> {
  const named = readTasks(tasks.bytes);
  if (!named.ok) {
    return inFile('tasks', tasks, named.refusal);
  }
  const known = population === undefined ? success([]) : readPopulation(population.bytes);
  if (!known.ok) {
    return inFile('population', population, known.refusal);
  }
  const read = readRatings(ratings.bytes, named.value, known.value, plan);
  if (!read.ok) {
    return read;
  }
  const { study, answered, usable, unvaried } = read.value;
  const inPopulation = known.value.map(({ categories }) =>
    categories.reduce((sum, one) => sum + one.population, 0),
  );
  const invited = plan.invited ?? Math.max(answered, ...inPopulation);
  if (invited < answered) {
    return refuse(
      'too-few-invited',
      `${answered} people answered, and --invited says that ${invited} were asked. Say how many were asked.`,
    );
  }
  const analysis = analyzedStudy(study, {
    combination: plan.combination,
    questions: plan.questions,
    fewest: FEWEST_IN_CATEGORY,
  });
  return analysis.ok
    ? success({
        study: ratings.name,
        invited,
        answered,
        usable,
        unvaried,
        scales: study.scales.map(({ name }) => name),
        combination: plan.combination,
        questions: plan.questions,
        titles: new Map(named.value.map(({ id, title }) => [id, title])),
        analysis: analysis.value,
      })
    : analysis;
}

const inFile = <Kind extends string>(
  what: string,
  file: StudyFile | undefined,
  { kind, because }: { readonly kind: Kind; readonly because: string },
): Result<never, Kind> => refuse(kind, `the ${what} "${file?.name ?? ''}": ${because}`);
