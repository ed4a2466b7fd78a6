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

/** The same event with every text of it under labels, those of findings and sanctions too. */
export function underLabels<Event extends ConductEvent>(
  event: Event,
  parties: readonly Pick<PartyRow, 'key' | 'fullName' | 'formerNames'>[],
): Event {
  const people = labeledParties(parties);
  // Only texts were changed, and only into texts.
  return labeled(event, false, (text) => withLabels(text, people)) as Event;
}

/** Fields in which people write freely; ids, kinds and days are left as they are. */
const FREE_TEXT = new Set([
  ...['words', 'statement', 'reason', 'transcript', 'departure', 'remedy'],
  ...['conditions', 'aggravating', 'mitigating'],
]);

function labeled(value: unknown, free: boolean, label: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return free ? label(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map((one) => labeled(one, free, label));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [
          name,
          labeled(inner, FREE_TEXT.has(name), label),
        ]),
      )
    : value;
}

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];
