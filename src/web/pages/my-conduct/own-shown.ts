/** What a respondent may be shown of their matter, as the database hands it out. */
import type { ConductEvent, Event } from '../../../casework/conduct/conduct-event.ts';
import type { ConductMatter } from '../../../casework/conduct/conduct-matter.ts';
import type {
  ConductLetterRow,
  EvidenceFileRow,
  ShownEvent,
} from '../../../workflow/ports/conduct-records.ts';

export interface Own {
  readonly id: string;
  readonly label: string;
  readonly program: string;
  readonly shown: readonly ShownEvent[];
  readonly named: readonly string[];
  readonly files: readonly EvidenceFileRow[];
  readonly letters: readonly ConductLetterRow[];
  readonly state: ConductMatter;
  readonly suspendedNow: boolean;
}

/** What a respondent is shown of an event: never who acted, who complained, or how a draw was made. */
export type ShownTo<Type extends ConductEvent['type']> = Omit<
  Event<Type>,
  'by' | 'complaint' | 'naming' | 'hopes' | 'members' | 'pool' | 'seed' | 'person'
>;

/** The events of one type, as the database handed them out. */
export const shownOf = <Type extends ConductEvent['type']>(
  shown: readonly ShownEvent[],
  type: Type,
): readonly ShownTo<Type>[] =>
  shown
    .filter((event) => event.type === type)
    .map((event) => ({ ...event.body, type }) as unknown as ShownTo<Type>);
