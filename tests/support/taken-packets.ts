/** The packets of an invented body as its reviewers took them: each person's first application, on the day of taking. */
import { inventedBody } from '../../src/demonstration/simulator/invented-body.ts';
import { type CivilDate, civilDateAt, daysBetween } from '../../src/kernel/dates/civil-date.ts';
import { groupsOf } from '../../src/sealed/answers/groups.ts';
import type { PacketOf } from '../../src/workflow/measure/guess-from-packets.ts';
import { packetFrom } from '../../src/workflow/review/packet.ts';
import { seededIds } from './seeded-ids.ts';

export interface TakenPackets {
  readonly dimensions: readonly string[];
  /** `waited`: days from filing to the day of looking. */
  by(dimension: string): readonly (PacketOf & { readonly waited: number })[];
}

export function takenPackets(seed: string, today: CivilDate, people?: number): TakenPackets {
  const ids = seededIds(`${seed}, packets`);
  const body = inventedBody({ seed, today, ids, ...(people === undefined ? {} : { people }) });
  const told = new Map(body.answers.map(({ person, answers }) => [person, answers]));
  const seen = new Set<string>();
  const taken = body.matters.flatMap(({ row, subject, events }) => {
    const place = events.findIndex(({ event }) => event.type === 'taken');
    const last = events[place];
    if (row.kind !== 'eligibility' || last === undefined || seen.has(subject)) {
      return [];
    }
    seen.add(subject);
    const until = events.slice(0, place + 1).map(({ event }) => event);
    const lookedOn = civilDateAt(last.at, 'America/New_York');
    const packet = packetFrom(
      { row, events: until, version: until.length },
      { reviewer: last.actor, today: lookedOn },
      undefined,
    );
    const filedOn = row.openedOn;
    return packet === undefined ? [] : [{ packet, lookedOn, filedOn, answers: told.get(subject) }];
  });
  return {
    dimensions: [...new Set(body.answers.flatMap(({ answers }) => [...answers.keys()]))].toSorted(
      (a, b) => (a < b ? -1 : 1),
    ),
    by: (dimension) =>
      taken.map(({ packet, lookedOn, filedOn, answers }) => ({
        packet,
        lookedOn,
        waited: daysBetween(filedOn, lookedOn),
        group: groupsOf(dimension, answers?.get(dimension) ?? [], filedOn).alone,
      })),
  };
}
