/**
 * Tickets that still move somebody farther than promised are mended with panels that nobody has looked at yet: one ticket is
 * taken away, and the search for panels finds the one that fills best what is missing then. A seat is worth what it brings
 * its kind nearer to the whole numbers of tickets that keep the promise (column generation: Gilmore & Gomory 1961).
 */
import { at } from '../../kernel/result/at.ts';
import type { Panel, PanelSystem } from './kinds.ts';
import type { PanelSearch } from './panel-search.ts';
import type { RoundedDraw } from './round-tickets.ts';

/** Of how many tickets it is tried which is best taken away, and how many are exchanged at most. */
const [MOST_TRIED, MOST_EXCHANGED] = [12, 200];
/** What the distance from the middle of the promise weighs, beside a seat beyond it. */
const CENTERING = 0.02;
const EXACT = 1e-9;

interface Refining {
  readonly panels: Panel[];
  readonly counts: number[];
  /** By kind: seats on all tickets together. */
  readonly seats: Float64Array;
  /** What so many seats of the kind weigh. */
  readonly weighs: (kind: number, seats: number) => number;
}

/** Answers the tickets as they came where nothing helps. */
export function refinedDraw(
  search: PanelSearch,
  { people }: PanelSystem,
  chances: Float64Array,
  {
    rounded,
    tickets,
    promised,
  }: { readonly rounded: RoundedDraw; readonly tickets: number; readonly promised: number },
): RoundedDraw {
  const least = people.map(
    (own, kind) => Math.ceil(at(chances, kind) * tickets - promised - EXACT) * own,
  );
  const most = people.map(
    (own, kind) => Math.floor(at(chances, kind) * tickets + promised + EXACT) * own,
  );
  const beyond = (kind: number, seats: number): number =>
    Math.max(0, at(least, kind) - seats, seats - at(most, kind));
  const state: Refining = {
    panels: [...rounded.panels],
    counts: [...rounded.tickets],
    seats: new Float64Array(people.length),
    weighs(kind, seats) {
      const aside = (seats - (at(least, kind) + at(most, kind)) / 2) / at(people, kind);
      return beyond(kind, seats) + CENTERING * aside * aside;
    },
  };
  for (const [place, panel] of state.panels.entries()) {
    seat(state, panel, at(state.counts, place));
  }
  const isDone = (): boolean => state.seats.every((own, kind) => beyond(kind, own) === 0);
  for (let step = 0; step < MOST_EXCHANGED && !isDone(); step += 1) {
    if (!exchange(search, state)) {
      return rounded;
    }
  }
  return isDone() ? { panels: state.panels, tickets: state.counts } : rounded;
}

/** One ticket for a panel of its own, the best that was found. False where none helps. */
function exchange(search: PanelSearch, state: Refining): boolean {
  const { panels, counts } = state;
  const taken = panels
    .flatMap((panel, place) =>
      at(counts, place) > 0 ? [{ place, panel, cost: change(state, panel, -1) }] : [],
    )
    .toSorted((a, b) => a.cost - b.cost || a.place - b.place)
    .slice(0, MOST_TRIED);
  let best: { readonly from: number; readonly panel: Panel; readonly gain: number } | undefined;
  for (const { place, panel, cost } of taken) {
    seat(state, panel, -1);
    const found = search.above(worthIn(state), Number.NEGATIVE_INFINITY);
    const gain = found.status === 'found' ? -cost - change(state, found.panel, 1) : 0;
    if (found.status === 'found' && gain > (best?.gain ?? EXACT)) {
      best = { from: place, panel: found.panel, gain };
    }
    seat(state, panel, 1);
  }
  if (best === undefined) {
    return false;
  }
  counts[best.from] = at(counts, best.from) - 1;
  seat(state, at(panels, best.from), -1);
  panels.push(best.panel);
  counts.push(1);
  seat(state, best.panel, 1);
  return true;
}

const worthIn = ({ seats, weighs }: Refining): Float64Array =>
  seats.map((own, kind) => weighs(kind, own) - weighs(kind, own + 1));

/** What all kinds together would weigh more with the panel once more, or once less. */
const change = ({ seats, weighs }: Refining, panel: Panel, times: 1 | -1): number =>
  panel.reduce((sum, own, kind) => {
    const now = at(seats, kind);
    return own === 0 ? sum : sum + weighs(kind, now + times * own) - weighs(kind, now);
  }, 0);

function seat({ seats }: Refining, panel: Panel, times: number): void {
  for (const [kind, own] of panel.entries()) {
    seats[kind] = at(seats, kind) + times * own;
  }
}
