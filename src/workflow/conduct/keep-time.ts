/**
 * Time alone, looked at again and again: promises that have run out go on record, where both sides and the board see them,
 * and a decision nobody appealed can be carried out. What has been kept long enough is erased. Nothing is decided here.
 */
import { stateOf } from '../../casework/conduct/evolve.ts';
import { passTime } from '../../casework/conduct/ready.ts';
import { addYears } from '../../kernel/dates/civil-date.ts';
import type { World } from '../ports/ports.ts';
import { tellConcerned } from './tell-concerned.ts';

const WORKER = { rights: 'worker', person: undefined } as const;
/** How long names and words are kept after a matter is over. */
export const KEPT_YEARS = 7;

/** How many events time has made. A matter in which somebody writes meanwhile is looked at the next time. */
export async function keepTime(
  world: Pick<World, 'records' | 'clock' | 'origin'>,
): Promise<number> {
  const today = world.clock.today();
  const matters = await world.records.as(WORKER, ({ conduct }) => conduct.running());
  let count = 0;
  for (const history of matters) {
    const state = stateOf(history.events);
    const events = state === undefined ? [] : passTime(state, today);
    if (state === undefined || events.length === 0) {
      continue;
    }
    count += await world.records.as(WORKER, async (records) => {
      const written = await records.conduct.append(history.row.id, history.version, events);
      if (written !== 'written') {
        return 0;
      }
      await tellConcerned(
        world,
        records,
        history,
        events,
        state.complaints.map(({ id }) => id),
      );
      return events.length;
    });
  }
  await world.records.as(WORKER, ({ conduct }) => conduct.retire(addYears(today, -KEPT_YEARS)));
  return count;
}
