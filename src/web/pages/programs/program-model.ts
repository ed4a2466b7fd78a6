/**
 * What a program's page shows: plain words and lists, each published value with how sure it is.
 * Made from a program's data by program-view; the page itself knows nothing of rules and dates.
 */
import type { Source } from '../../../program/definition/rules.ts';
import type { PathwayView } from './pathway-tree.tsx';
import type { ProgramEntry } from './programs-page.tsx';
import type { Published } from './published.ts';

export interface FactView {
  readonly term: string;
  readonly values: readonly Published[];
}

export interface CycleView {
  readonly name: string;
  readonly opens: Published;
  readonly closes: Published;
  readonly decideBy: Published;
  readonly exam: Published;
}

export interface DatesView {
  readonly cycles: readonly CycleView[];
  readonly facts: readonly FactView[];
}

export interface FeeView {
  readonly title: string;
  readonly amount: Published;
  readonly back: string;
}

export interface ExamView {
  readonly facts: readonly FactView[];
  readonly parts: readonly {
    readonly title: string;
    readonly facts: readonly FactView[];
    readonly domains: readonly {
      readonly title: Published;
      readonly share: Published;
      readonly percent: number | null;
    }[];
  }[];
  /** How shares that nobody set are treated here; null where all are set. */
  readonly unsetShares: string | null;
}

export interface ProgramView extends ProgramEntry {
  readonly inForce: string;
  /** Null where nothing is issued here under this name. */
  readonly applyAt: string | null;
  readonly pathway: PathwayView;
  readonly dates: DatesView;
  readonly fees: readonly FeeView[];
  readonly exam: ExamView;
  readonly retake: readonly FactView[];
  readonly renewal: readonly FactView[];
  readonly code: readonly FactView[];
  readonly sources: readonly (Source & { readonly name: string })[];
}
