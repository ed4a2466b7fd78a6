/** The records of job analyses. Types only. */
import type { Study, StudyAnswers } from '../../casework/study/study.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

export interface StudyToPublish extends Study {
  /** How many are asked, drawn by the seed; undefined where everybody is. */
  readonly sample: number | undefined;
  readonly seed: Uint8Array;
  readonly place: number;
}

export interface OwnStudy extends Study {
  readonly answered: boolean;
  /** What was filled in and not sent. */
  readonly draft: StudyAnswers | undefined;
}

export interface StudyCounts {
  readonly asked: number;
  readonly answered: number;
}

export interface StudyRecords {
  publish(row: StudyToPublish): Promise<void>;
  /** Writes to whoever is drawn; how many that are. */
  invite(
    study: string,
    mail: { readonly subject: string; readonly body: string },
    on: CivilDate,
  ): Promise<number>;
  /** The last to close first. */
  list(): Promise<readonly (Study & { readonly sample: number | undefined })[]>;
  counts(study: string): Promise<StudyCounts>;
  /** None before the study is closed, or where fewer than eleven came. */
  answersOf(study: string, on: CivilDate): Promise<readonly StudyAnswers[]>;
  /** Those the actor is asked to answer. */
  mine(): Promise<readonly OwnStudy[]>;
  saveDraft(study: string, answers: StudyAnswers): Promise<'written' | 'not-yours'>;
  /** 'closed' where the last day is over, or there is nothing to send. */
  sendIn(study: string, on: CivilDate): Promise<'written' | 'closed'>;
  toRemind(
    on: CivilDate,
  ): Promise<
    readonly { readonly id: string; readonly title: string; readonly closesOn: CivilDate }[]
  >;
  remind(
    study: string,
    mail: { readonly subject: string; readonly body: string },
    on: CivilDate,
  ): Promise<number>;
  forget(on: CivilDate): Promise<void>;
}
