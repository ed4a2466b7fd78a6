/** Somebody answers a job analysis: a page at a time, kept for them alone, and sent once without whose it is. */

import type { Typed } from '../../casework/person/typed-text.ts';
import {
  NO_ANSWERS,
  pagesOf,
  ratedTasks,
  type StudyAnswers,
  withPage,
} from '../../casework/study/study.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { OwnStudy } from '../ports/study-records.ts';

type AnswerWorld = Pick<World, 'records' | 'clock'>;

export const myStudies = (
  world: Pick<World, 'records'>,
  person: string,
): Promise<readonly OwnStudy[]> =>
  world.records.as({ rights: 'candidate', person }, ({ studies }) => studies.mine());

export const isOpenOn = (
  { opensOn, closesOn, answered }: Pick<OwnStudy, 'opensOn' | 'closesOn' | 'answered'>,
  today: CivilDate,
): boolean => !answered && today >= opensOn && today <= closesOn;

export type StudyRefusal = 'no-such-study' | 'study-closed' | 'nothing-rated';

/** Keeps one page; from the last one the answers are sent, if that is asked. */
export async function answerStudy(
  world: AnswerWorld,
  sent: {
    readonly person: string;
    readonly study: string;
    readonly page: number;
    readonly typed: Typed;
    readonly send: boolean;
  },
): Promise<Result<{ readonly sent: boolean; readonly next: number }, StudyRefusal>> {
  const today = world.clock.today();
  return await world.records.as(
    { rights: 'candidate', person: sent.person },
    async ({ studies }) => {
      const study = (await studies.mine()).find(({ id }) => id === sent.study);
      if (study === undefined) {
        return refuse('no-such-study', 'there is no such study, or you are not asked to answer it');
      }
      if (!isOpenOn(study, today)) {
        return refuse(
          'study-closed',
          study.answered
            ? 'you have answered this study already'
            : `this study was open until ${inWords(study.closesOn)}`,
        );
      }
      const answers: StudyAnswers = withPage(
        study,
        study.draft ?? NO_ANSWERS,
        sent.page,
        sent.typed,
      );
      if (sent.send && ratedTasks(answers) === 0) {
        return refuse('nothing-rated', 'no task is rated yet; rate those you know, then send');
      }
      if ((await studies.saveDraft(study.id, answers)) !== 'written') {
        return refuse('no-such-study', 'you are not asked to answer this study');
      }
      if (sent.send && (await studies.sendIn(study.id, today)) !== 'written') {
        return refuse('study-closed', 'this study takes no answers any more');
      }
      return success({ sent: sent.send, next: Math.min(sent.page + 1, pagesOf(study)) });
    },
  );
}

/** Once, in the last week, to whoever was asked and has not answered; what was begun and never sent is forgotten. */
export async function keepStudies(
  world: Pick<World, 'records' | 'clock' | 'origin'>,
): Promise<void> {
  const today = world.clock.today();
  await world.records.as({ rights: 'worker', person: undefined }, async ({ studies }) => {
    for (const { id, title, closesOn } of await studies.toRemind(today)) {
      await studies.remind(
        id,
        {
          subject: `Open until ${inWords(closesOn)}: ${title}`,
          body: `You were asked what the exam should ask about, and there is no answer of yours yet. Answer until ${inWords(closesOn)}: ${world.origin}/my/studies/${id}\n\nThis is the only reminder. You need not answer.`,
        },
        today,
      );
    }
    await studies.forget(today);
  });
}
