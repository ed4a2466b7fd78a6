/**
 * The step that every act on a question shares: read its history, ask a rule, append the event. Nobody acts on a stale
 * picture. Coordinators and directors act; the database keeps each of them from their own question.
 */
import { type Opinion, type OpinionEvent, stateOf } from '../../casework/opinion/opinion.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { QuestionHistory } from '../ports/code-records.ts';
import type { Actor, World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';

/** Who answers questions: a coordinator, or a director as the second reader. */
export interface Answerer extends Actor {
  readonly rights: 'conduct' | 'director';
  readonly person: string;
}

export interface ActOnQuestion {
  readonly actor: Answerer;
  readonly question: string;
  /** How many events the page had seen. */
  readonly seen: number;
}

export type QuestionRefusal = 'no-such-question' | 'someone-wrote-first' | 'own-draft';

export const noSuchQuestion = () =>
  refuse('no-such-question', 'there is no such question, or it is not yours to answer');

const stale = () =>
  refuse(
    'someone-wrote-first',
    'this page is no longer up to date: somebody acted on the question since it was opened. Look at it again, then send yours',
  );

export async function changeQuestion<Kind extends string>(
  records: Records,
  asked: ActOnQuestion,
  rule: (state: Opinion, history: QuestionHistory) => Result<OpinionEvent, Kind>,
): Promise<Result<QuestionHistory, Kind | QuestionRefusal>> {
  const history = await records.opinions.read(asked.question);
  if (history === undefined) {
    return noSuchQuestion();
  }
  if (history.version !== asked.seen) {
    return stale();
  }
  const event = rule(stateOf(history.events), history);
  if (!event.ok) {
    return event;
  }
  switch (await records.opinions.append(history.id, history.version, event.value)) {
    case 'written':
      return success(history);
    case 'not-yours':
      return refuse('own-draft', 'the database keeps this act for somebody else');
    default:
      return stale();
  }
}

/** Tells whoever asked that there is something to read. It does not say what, and the sender does not learn whom. */
export async function tellAsker(
  world: Pick<World, 'chance' | 'origin'>,
  { opinions }: Records,
  { id, label }: Pick<QuestionHistory, 'id' | 'label'>,
  news: 'answered' | 'changed',
): Promise<void> {
  const subject =
    news === 'answered'
      ? `There is an answer to your question ${label}`
      : `The opinion ${label} no longer holds as it was`;
  const what =
    news === 'answered'
      ? `Your question ${label} has its answer.`
      : `The opinion that answered your question ${label} was withdrawn or another took its place.`;
  await opinions.tellAsker({
    id: world.chance.uuid(),
    question: id,
    subject,
    body: `${what} Read it at ${world.origin}/my/opinions\n\nThis message does not say what it is about, so that nobody else who sees your mail learns it.`,
  });
}
