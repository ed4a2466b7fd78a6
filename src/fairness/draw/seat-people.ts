/**
 * Who sits on which ticket: seats of a kind become people, dealt so evenly that two people of one kind differ by one ticket
 * at most, and never two people of one household on a ticket.
 *
 * Among people who live alone this is dealing in turn. Among households made up alike it is a coloring of the edges between
 * tickets and kinds, the colors being households: each color at most once at a ticket, and equally often at a kind (Koenig
 * 1916; de Werra 1971). A kind's seats are dealt in rounds of as many seats as there are households, and each round is
 * a point of its own.
 */
import { at } from '../../kernel/result/at.ts';
import type { Panel, PanelSystem } from './kinds.ts';

/** The people of each ticket, in the order of the kinds. `rank` puts people and households in the order of dealing. */
export function seatedTickets(
  system: PanelSystem,
  tickets: readonly Panel[],
  rank: (id: string) => string,
): readonly (readonly string[])[] {
  const seated: string[][] = tickets.map(() => []);
  for (const [kind, { people, makeUp }] of system.kinds.entries()) {
    if (makeUp === undefined) {
      const order = ranked(
        people.map(({ id }) => id),
        rank,
      );
      let turn = 0;
      for (const [ticket, panel] of tickets.entries()) {
        for (let seat = 0; seat < at(panel, kind); seat += 1) {
          at(seated, ticket).push(at(order, turn % order.length));
          turn += 1;
        }
      }
    }
  }
  for (const makeUp of system.makeUps.keys()) {
    seatHouseholds(system, makeUp, { tickets, seated, rank });
  }
  return seated;
}

const ranked = (ids: readonly string[], rank: (id: string) => string): readonly string[] =>
  ids
    .map((id) => ({ id, place: rank(id) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ id }) => id);

interface Dealing {
  readonly tickets: readonly Panel[];
  readonly seated: readonly string[][];
  readonly rank: (id: string) => string;
}

function seatHouseholds(
  { kinds, makeUps }: PanelSystem,
  makeUp: number,
  { tickets, seated, rank }: Dealing,
): void {
  const { kinds: own, households } = at(makeUps, makeUp);
  const homes = ranked(
    [...new Set(at(kinds, at(own, 0)).people.map(({ household }) => household ?? ''))],
    rank,
  );
  const edges: { readonly ticket: number; readonly kind: number; readonly round: number }[] = [];
  let rounds = 0;
  for (const kind of own) {
    let dealt = 0;
    for (const [ticket, panel] of tickets.entries()) {
      for (let seat = 0; seat < at(panel, kind); seat += 1) {
        edges.push({ ticket, kind, round: rounds + Math.floor(dealt / households) });
        dealt += 1;
      }
    }
    rounds += Math.ceil(dealt / households);
  }
  const colors = edgeColors(
    edges.map(({ ticket, round }) => [ticket, round]),
    {
      left: tickets.length,
      right: rounds,
      colors: households,
    },
  );
  // A household may have several people of a kind: they take turns.
  const turns = new Map<string, number>();
  for (const [place, { ticket, kind }] of edges.entries()) {
    const home = at(homes, at(colors, place));
    const members = ranked(
      at(kinds, kind).people.flatMap(({ id, household }) => (household === home ? [id] : [])),
      rank,
    );
    const key = `${kind} ${home}`;
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    at(seated, ticket).push(at(members, turn % members.length));
  }
}

/**
 * Colors for the edges between two sides so that no point has a color twice. There are enough colors where no point has
 * more edges than colors: a color that is free at one end only is made free at the other by exchanging two colors along a
 * path.
 */
function edgeColors(
  edges: readonly (readonly [left: number, right: number])[],
  {
    left,
    right,
    colors,
  }: { readonly left: number; readonly right: number; readonly colors: number },
): readonly number[] {
  const points = left + right;
  // The edge that has the color at the point, counted from 1.
  const taken = Array.from({ length: points }, () => new Int32Array(colors));
  const given = new Int32Array(edges.length);
  const ends = edges.map(([a, b]) => [a, left + b] as const);
  const freeAt = (point: number): number => at(taken, point).indexOf(0);
  for (const [edge, [one, other]] of ends.entries()) {
    const color = freeAt(one);
    const second = freeAt(other);
    if (at(taken, other)[color] !== 0) {
      exchangeAlong(other, [color, second], { taken, given, ends });
    }
    given[edge] = color;
    at(taken, one)[color] = edge + 1;
    at(taken, other)[color] = edge + 1;
  }
  return Array.from(given);
}

/** Along the path from the point whose edges have the two colors in turn, each gets the other. */
function exchangeAlong(
  start: number,
  [first, second]: readonly [number, number],
  state: {
    readonly taken: readonly Int32Array[];
    readonly given: Int32Array;
    readonly ends: readonly (readonly [number, number])[];
  },
): void {
  const { taken, given, ends } = state;
  const path: number[] = [];
  let [point, color] = [start, first];
  for (let edge = at(at(taken, point), color); edge !== 0; edge = at(at(taken, point), color)) {
    path.push(edge - 1);
    const [one, other] = at(ends, edge - 1);
    point = point === one ? other : one;
    color = color === first ? second : first;
  }
  for (const edge of path) {
    for (const end of at(ends, edge)) {
      at(taken, end)[at(given, edge)] = 0;
    }
  }
  for (const edge of path) {
    const other = at(given, edge) === first ? second : first;
    given[edge] = other;
    for (const end of at(ends, edge)) {
      at(taken, end)[other] = edge + 1;
    }
  }
}
