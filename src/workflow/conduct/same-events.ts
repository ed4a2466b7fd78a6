/**
 * Matters that may be about the same events as a complaint that is being opened: the same person, or the same body, and
 * which of them about the same day. Only those on whose list the reader is; they are pointed out, never joined by themselves.
 */
import { stateOf } from '../../casework/conduct/evolve.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { ComplaintAbout } from '../../program/conduct/allegation.ts';
import type { ConductRecords } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';
import type { ComplaintLine } from './complaint-views.ts';

export interface SameEvents extends ComplaintLine {
  readonly version: number;
  readonly sameDay: boolean;
}

export const sameEvents = (
  { records }: Pick<World, 'records'>,
  asked: {
    readonly handler: string;
    readonly program: string;
    readonly about: ComplaintAbout;
    readonly person: string | undefined;
    readonly fullName: string | undefined;
    readonly days: readonly CivilDate[];
  },
): Promise<readonly SameEvents[]> =>
  records.as({ rights: 'conduct', person: asked.handler }, async ({ conduct }) => {
    const found: SameEvents[] = [];
    for (const id of await conduct.mattersAbout(asked)) {
      const one = await lineOf(conduct, id);
      if (one !== undefined) {
        const days = one.state.allegations.map(({ provision }) => provision.conductOn);
        found.push({ ...one, sameDay: days.some((day) => asked.days.includes(day)) });
      }
    }
    return found.toSorted((one, other) => Number(other.sameDay) - Number(one.sameDay));
  });

async function lineOf(
  conduct: Pick<ConductRecords, 'read'>,
  id: string,
): Promise<(ComplaintLine & { readonly version: number }) | undefined> {
  const history = await conduct.read(id);
  const state = history === undefined ? undefined : stateOf(history.events);
  return history === undefined || state === undefined
    ? undefined
    : { row: history.row, version: history.version, state };
}
