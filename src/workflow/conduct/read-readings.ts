/** An auditor reads who read what of concerns and complaints. That, too, is put on record. */
import type { ReadingRow } from '../ports/conduct-records.ts';
import type { TurnedAwayRow } from '../ports/disclosure-records.ts';
import type { World } from '../ports/ports.ts';

/** A place in the record of readings, as the record itself writes one. */
const PLACE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::?\d\d)?$/;

export interface ReadingsAsked {
  readonly auditor: string;
  /** Of one matter, by its label; empty for all. */
  readonly label: string;
  /** From where on older ones are asked for; what is no such place asks for the latest. */
  readonly before: string;
  readonly atMost: number;
}

export interface PageOfReadings {
  readonly rows: readonly ReadingRow[];
  /** The place from which the next page is asked for; undefined where there is none. */
  readonly older: string | undefined;
  /** Who asked for what is another program's than theirs, the latest first; with the first page only. */
  readonly turnedAway: readonly TurnedAwayRow[];
}

export async function readReadings(
  world: Pick<World, 'records'>,
  { auditor, label, before, atMost }: ReadingsAsked,
): Promise<PageOfReadings> {
  const { rows, turnedAway } = await world.records.as(
    { rights: 'auditor', person: auditor },
    async ({ conduct, disclosures }) => {
      await conduct.noteListRead('readings');
      return {
        rows: await conduct.readings({
          label: label === '' ? undefined : label,
          before: PLACE.test(before) ? before : undefined,
          atMost: atMost + 1,
        }),
        turnedAway: label === '' && before === '' ? await disclosures.turnedAway(atMost) : [],
      };
    },
  );
  const shown = rows.slice(0, atMost);
  return { rows: shown, turnedAway, older: rows.length > atMost ? shown.at(-1)?.place : undefined };
}
