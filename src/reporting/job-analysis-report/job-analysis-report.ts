/** A job analysis with what a reader needs beside it. */
import type { AnalyzedStudy } from '../../psychometrics/job-analysis/analyzed-study.ts';
import type { Combination } from '../../psychometrics/job-analysis/study.ts';

export interface JobAnalysisReport {
  /** What the study is called, such as the file of ratings. */
  readonly study: string;
  /** People who were asked. */
  readonly invited: number;
  /** People who rated anything, and those who rated enough to be used. */
  readonly answered: number;
  readonly usable: number;
  readonly unvaried: number;
  /** The first says how often. */
  readonly scales: readonly string[];
  readonly combination: Combination;
  /** Questions of a form. */
  readonly questions: number;
  readonly titles: ReadonlyMap<string, string>;
  readonly analysis: AnalyzedStudy;
}

export const usableRate = ({ usable, invited }: JobAnalysisReport): number => usable / invited;
