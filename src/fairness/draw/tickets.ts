/**
 * The draw as it is held in public: numbered tickets, each a panel of people, all equally likely. Everybody can count how
 * many of the tickets hold them; that is their chance.
 */
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { GrowingSolver } from '../../numerics/linear/growing-program.ts';
import type { Portfolio } from './fair-chances.ts';
import type { PanelSystem } from './kinds.ts';
import { withPanelSearch } from './panel-search.ts';
import { refinedDraw } from './refine-tickets.ts';
import { type RoundedDraw, roundedDraw } from './round-tickets.ts';
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
  solver: GrowingSolver,
  system: PanelSystem,
  portfolio: Portfolio,
  chances: Float64Array,
  { more, seed }: { readonly more: Portfolio['panels']; readonly seed: string },
): Result<Tickets, 'too-coarse'> {
  const first = roundedDraw(system, portfolio, chances, { more, tickets: TICKETS });
  const written = writtenOut(system, first, chances, seed);
  if (isKept(written)) {
    return success(written);
  }
  const refined = withPanelSearch(solver, system, (search) =>
    refinedDraw(search, system, chances, {
      rounded: first,
      tickets: TICKETS,
      promised: MOST_MOVED * TICKETS,
    }),
  );
  const mended = writtenOut(system, refined, chances, seed);
  return isKept(mended)
    ? success(mended)
    : refuse(
        'too-coarse',
        `no way was found to write these chances on ${TICKETS.toLocaleString('en-US')} tickets without moving somebody's by more than ${MOST_MOVED}.`,
      );
}

/** A chance is a sum of fractions: what goes beyond by rounding alone does not count. */
const isKept = ({ moved }: Tickets): boolean => moved <= MOST_MOVED + 1e-9;

function writtenOut(
  system: PanelSystem,
  rounded: RoundedDraw,
  chances: Float64Array,
  seed: string,
): Tickets {
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
  return { list, held, moved };
}

export function heldIn(list: readonly Ticket[]): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const id of list.flatMap(({ people }) => people)) {
    held.set(id, (held.get(id) ?? 0) + 1);
  }
  return held;
}
