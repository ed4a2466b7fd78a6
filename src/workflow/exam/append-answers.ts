/**
 * Answers on their way into the journal. Whatever arrives is kept and marked later; nothing is refused for being late,
 * for coming from a machine that no longer leads, or for naming what is not there. Acknowledged means: on disk.
 */
import { readResponse } from '../../casework/sitting/journal.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { AnswerToAppend } from '../ports/exam-records.ts';
import type { Acknowledged, AnswersToKeep } from '../ports/journal.ts';
import type { World } from '../ports/ports.ts';

export async function appendAnswers(
  world: Pick<World, 'journal'>,
  answers: AnswersToKeep,
): Promise<Result<Acknowledged, 'no-such-sitting'>> {
  const kept = await world.journal.append({
    ...answers,
    events: answers.events.map(storable),
  });
  return kept === undefined
    ? refuse('no-such-sitting', 'there is no such exam in your account')
    : success(kept);
}

/** PostgreSQL cannot hold some characters in JSON; what it could not hold is kept spelled out, as evidence. */
function storable(event: AnswerToAppend): AnswerToAppend {
  const readable = readResponse(event.response) !== undefined && isPlain(event.response);
  return {
    ...event,
    item: isPlain(event.item) ? event.item : JSON.stringify(event.item),
    response: readable ? event.response : { unreadable: JSON.stringify(event.response) },
  };
}

const UNPLAIN = /\\u0000|\\ud[89a-f]/i;
const isPlain = (value: Json): boolean => !UNPLAIN.test(JSON.stringify(value));
