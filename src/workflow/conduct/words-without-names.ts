/**
 * What goes on the record of a complaint names nobody concerned. What somebody of the body writes is refused until it does;
 * what those concerned say is kept as they said it, and stands on the record with labels in place of names.
 */
import { labeledParties } from '../../casework/conduct/called.ts';
import type { ConductEvent } from '../../casework/conduct/conduct-event.ts';
import { holdsName } from '../../casework/matter/holds-name.ts';
import { withLabels } from '../../casework/matter/with-labels.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { PartyRow } from '../ports/conduct-records.ts';

export function namesNobody(
  events: readonly ConductEvent[],
  parties: readonly Pick<PartyRow, 'key' | 'fullName' | 'formerNames'>[],
): Result<true, 'names-somebody'> {
  const people = labeledParties(parties);
  for (const text of events.flatMap(textsIn)) {
    for (const { label, names } of people) {
      if (names.some((name) => holdsName(text, name))) {
        return refuse(
          'names-somebody',
          `what you wrote names ${label}; write "${label}" in its place, because those who judge work without names`,
        );
      }
    }
  }
  return success(true);
}

/** The same event with every text of it under labels. */
export function underLabels<Event extends ConductEvent>(
  event: Event,
  parties: readonly Pick<PartyRow, 'key' | 'fullName' | 'formerNames'>[],
): Event {
  const people = labeledParties(parties);
  const fields = Object.entries(event).map(([name, value]) => [
    name,
    FREE_TEXT.has(name) && typeof value === 'string' ? withLabels(value, people) : value,
  ]);
  // Only texts were changed, and only into texts.
  return Object.fromEntries(fields) as Event;
}
const FREE_TEXT = new Set(['words', 'statement', 'reason']);

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];
