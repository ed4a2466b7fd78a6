/**
 * The draw as it is held in public: numbered tickets, each a panel of people, all equally likely. Everybody can count how
 * many of the tickets hold them; that is their chance.
 */
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Portfolio } from './fair-chances.ts';
import type { PanelSystem } from './kinds.ts';
import { roundedDraw } from './round-tickets.ts';
import { seatedTickets } from './seat-people.ts';

export const TICKETS = 1000;
/** Nobody's chance is moved by more than this. */
export const MOST_MOVED = 0.002;

export interface Ticket {
  /** From 1. */
  readonly number: number;
  readonly people: readonly string[];
}

export interface Tickets {
  readonly list: readonly Ticket[];
  /** How many tickets hold each person. */
  readonly held: ReadonlyMap<string, number>;
  /** The most that anybody's chance moved. */
  readonly moved: number;
}

/** `seed` orders people alike, so that nobody has a ticket more because of their name. */
export function ticketsFor(
  system: PanelSystem,
  portfolio: Portfolio,
  chances: Float64Array,
  { more, seed }: { readonly more: Portfolio['panels']; readonly seed: string },
): Result<Tickets, 'too-coarse'> {
  const rounded = roundedDraw(system, portfolio, chances, { more, tickets: TICKETS });
  const panels = rounded.panels.flatMap((panel, place) =>
    Array.from({ length: at(rounded.tickets, place) }, () => panel),
  );
  const seated = seatedTickets(system, panels, (id) => sha256Hex(`${seed}\n${id}`));
  const list = seated.map((people, place): Ticket => ({ number: place + 1, people }));
  const held = heldIn(list);
  const moved = system.kinds.reduce(
    (most, { people }, kind) =>
      people.reduce(
        (own, { id }) => Math.max(own, Math.abs((held.get(id) ?? 0) / TICKETS - at(chances, kind))),
        most,
      ),
    0,
  );
  return moved > MOST_MOVED
    ? refuse(
        'too-coarse',
        `no way was found to write these chances on ${TICKETS.toLocaleString('en-US')} tickets without moving somebody's by more than ${MOST_MOVED}.`,
      )
    : success({ list, held, moved });
}

export function heldIn(list: readonly Ticket[]): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const id of list.flatMap(({ people }) => people)) {
    held.set(id, (held.get(id) ?? 0) + 1);
  }
  return held;
}
