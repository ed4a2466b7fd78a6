/**
 * When a matter is over, each complainant is told whether what they hoped for came about, and why. How often it did is
 * counted, so the answer is one of three and its reason is for the complainant alone.
 */
import { type Result, refuse } from '../../kernel/result/result.ts';
import type { ConductEvent, Event } from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import { inOrder, isBlank, recorded } from './ready.ts';
import { OVER } from './stages.ts';

export function tellClosing(
  state: ConductMatter,
  asked: Omit<Event<'closing-told'>, 'type'>,
): Result<
  readonly ConductEvent[],
  'before-latest' | 'not-over' | 'unknown-complaint' | 'told-already' | 'reason-missing'
> {
  const now = inOrder(state, asked.on);
  if (!now.ok) {
    return now;
  }
  if (!OVER.includes(state.stage)) {
    return refuse('not-over', 'this matter is not over yet');
  }
  const complaint = state.complaints.find(({ id }) => id === asked.complaint);
  if (complaint === undefined) {
    return refuse('unknown-complaint', 'this complaint is no part of the matter');
  }
  if (complaint.toldOn !== undefined) {
    return refuse('told-already', 'this complainant has been told already');
  }
  return isBlank(asked.reason)
    ? refuse('reason-missing', 'say why it came about or not')
    : recorded(now.value, { type: 'closing-told', ...asked });
}
