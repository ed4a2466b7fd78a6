/** The journal of an exam: what it acknowledges is on disk. Types only. */
import type { AnswerToAppend } from './exam-records.ts';

export interface AnswersToKeep {
  readonly sitting: string;
  readonly person: string;
  readonly epoch: number;
  /** The page that sent them; numbers count up within it. */
  readonly client: string;
  readonly events: readonly AnswerToAppend[];
}

export interface Acknowledged {
  /** Every event of this call up to this number is kept. */
  readonly acknowledged: number;
  /** The epoch of the machine that leads now. */
  readonly epoch: number;
}

export interface Journal {
  /** Resolves after commit; undefined where this person has no such sitting. */
  append(answers: AnswersToKeep): Promise<Acknowledged | undefined>;
}
