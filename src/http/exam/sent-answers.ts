/** What the exam's script sends: read strictly as to its shape, and not at all as to its sense. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import type { AnswerToAppend } from '../../workflow/ports/exam-records.ts';

export interface SentAnswers {
  readonly epoch: number;
  readonly client: string;
  readonly events: readonly AnswerToAppend[];
}

const MOST_EVENTS = 500;
const LONGEST_NAME = 200;
const LARGEST_INT = 2_147_483_647;

/** Undefined where it is not a list of numbered events; no page of ours sends such a thing. */
export function sentAnswers(body: unknown): SentAnswers | undefined {
  const { epoch, client, events } = members(body);
  const whole =
    isCount(epoch) && typeof client === 'string' && isUuid(client) && Array.isArray(events);
  if (!whole || events.length === 0 || events.length > MOST_EVENTS) {
    return undefined;
  }
  const read = events.map(eventFrom).filter((event) => event !== undefined);
  return read.length === events.length ? { epoch, client, events: read } : undefined;
}

function eventFrom(sent: unknown): AnswerToAppend | undefined {
  const { n, item, response, ms } = members(sent);
  if (!isCount(n) || n < 1 || typeof item !== 'string' || item.length > LONGEST_NAME) {
    return undefined;
  }
  // A clock gone wild is evidence of nothing: it is kept as zero rather than losing the answer.
  const time = typeof ms === 'number' && Number.isSafeInteger(Math.round(ms)) ? Math.round(ms) : 0;
  return { n, item, response: (response ?? null) as Json, ms: time };
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST_INT;

const members = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
