/** What staff and the board are told of the decision log: only that something is wrong with it, and where to look. */
import { inWords } from '../../kernel/dates/civil-date.ts';
import { log as words } from '../../web/words/log.ts';
import { lastWatch } from '../../workflow/publish/watch-log.ts';
import type { App } from '../server/app.ts';

/** A sentence while the log is held, or while its newest daily check found something; undefined while all is well. */
export async function logNotice({ world }: Pick<App, 'world'>): Promise<string | undefined> {
  const held = await world.records.as({ rights: 'public', person: undefined }, ({ log }) =>
    log.held(),
  );
  if (held !== undefined) {
    return words.held.since(inWords(world.clock.dayOf(held.since)));
  }
  const last = await lastWatch(world);
  return last === undefined || last.sound
    ? undefined
    : words.watch.notice(
        inWords(last.onDay),
        last.result.faults.length + last.result.issued.differences.length,
      );
}
