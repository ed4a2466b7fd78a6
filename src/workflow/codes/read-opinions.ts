/** Opinions and questions as each reader may see them: anybody, whoever asked, whoever answers. */
import {
  isOpen,
  type Opinion,
  type PublishedOpinion,
  published,
  stateOf,
} from '../../casework/opinion/opinion.ts';
import { type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import type { QuestionRow } from '../ports/code-records.ts';
import type { World } from '../ports/ports.ts';
import { type Answerer, noSuchQuestion } from './change-question.ts';

type ReadWorld = Pick<World, 'records'>;
const NOBODY = { rights: 'public', person: undefined } as const;

/** Every opinion of a program, those that no longer hold included; the latest first. */
export async function publishedOpinions(
  world: ReadWorld,
  program: string,
): Promise<readonly PublishedOpinion[]> {
  const rows = await world.records.as(NOBODY, ({ opinions }) => opinions.published());
  return rows
    .filter((row) => row.program === program)
    .flatMap(({ label, events }) => published({ label, program }, stateOf(events)) ?? []);
}

export interface AskedQuestion extends QuestionRow {
  readonly opinion: Opinion;
  readonly daysLate: number;
}

/** What one person asked, the latest first. Of a draft they see nothing. */
export async function myQuestions(
  world: ReadWorld & Pick<World, 'clock'>,
  person: string,
): Promise<readonly AskedQuestion[]> {
  const rows = await world.records.as({ rights: 'candidate', person }, ({ opinions }) =>
    opinions.list(),
  );
  const today = world.clock.today();
  return rows
    .map((row) => asked(row, stateOf(row.events), today))
    .toSorted((a, b) => (a.askedOn < b.askedOn ? 1 : a.askedOn > b.askedOn ? -1 : 0));
}

/** Every question but one's own: the open ones by their promised day, then the answered. */
export async function questionsToAnswer(
  world: ReadWorld & Pick<World, 'clock'>,
  actor: Answerer,
): Promise<{ readonly open: readonly AskedQuestion[]; readonly closed: readonly AskedQuestion[] }> {
  const rows = await world.records.as(actor, ({ opinions }) => opinions.list());
  const today = world.clock.today();
  const all = rows.map((row) => asked(row, stateOf(row.events), today));
  return {
    open: all.filter(({ opinion }) => isOpen(opinion)),
    closed: all.filter(({ opinion }) => !isOpen(opinion)).toReversed(),
  };
}

/** One question, opened to be worked on; that it was read is kept. */
export async function questionToAnswer(
  world: ReadWorld & Pick<World, 'clock'>,
  { actor, question }: { readonly actor: Answerer; readonly question: string },
): Promise<Result<AskedQuestion & { readonly version: number }, 'no-such-question'>> {
  return await world.records.as(actor, async ({ opinions }) => {
    const row = await opinions.read(question);
    if (row === undefined) {
      return noSuchQuestion();
    }
    await opinions.noteReading(question);
    const today = world.clock.today();
    return success({ ...asked(row, stateOf(row.events), today), version: row.version });
  });
}

const asked = (row: QuestionRow, opinion: Opinion, today: CivilDate): AskedQuestion => ({
  ...{ id: row.id, label: row.label, program: row.program, provision: row.provision },
  ...{ words: row.words, askedOn: row.askedOn, promisedBy: row.promisedBy },
  opinion,
  daysLate: isOpen(opinion) ? Math.max(0, daysBetween(row.promisedBy, today)) : 0,
});
