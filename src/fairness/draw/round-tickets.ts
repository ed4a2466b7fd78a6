/**
 * A draw as so many numbered tickets, each a panel, all equally likely: how many tickets each panel gets, so that nobody's
 * share of the tickets is farther from their chance than promised (Flanigan, Kehne & Procaccia, Fair Sortition Made
 * Transparent, 2021). Begins with the largest remainders and exchanges one ticket for another as long as that helps, where
 * a few large differences count far more than many small ones. No limit of time, no chance.
 */
import { at } from '../../kernel/result/at.ts';
import type { Portfolio } from './fair-chances.ts';
import type { Panel, PanelSystem } from './kinds.ts';

export interface RoundedDraw {
  readonly panels: readonly Panel[];
  /** Tickets of each panel. */
  readonly tickets: readonly number[];
}

/** Near enough: exchanges stop here. */
const GOOD_TICKETS = 1.5;
const MOST_EXCHANGES = 2000;
/** A ticket more is no fraction of one: sums of whole seats, divided. */
const EXACT = 1e-9;

/** `more` are further panels that may be used. */
export function roundedDraw(
  { people }: PanelSystem,
  { panels, often }: Portfolio,
  chances: Float64Array,
  { more, tickets }: { readonly more: readonly Panel[]; readonly tickets: number },
): RoundedDraw {
  const every = [...panels, ...more];
  const counts = largestRemainders(
    every.map((_, place) => (often[place] ?? 0) * tickets),
    tickets,
  );
  const goal = chances.map((chance) => chance * tickets);
  const seats = new Float64Array(people.length);
  for (const [place, panel] of every.entries()) {
    for (const [kind, own] of panel.entries()) {
      seats[kind] = at(seats, kind) + own * at(counts, place);
    }
  }
  const state: Rounding = {
    counts,
    seats,
    filled: every.map((panel) =>
      panel.flatMap((own, kind): Filled[] => (own > 0 ? [[kind, own]] : [])),
    ),
    off: (kind, own) => farthest(own / at(people, kind), at(goal, kind)),
  };
  for (let step = 0; step < MOST_EXCHANGES && worst(state) > GOOD_TICKETS; step += 1) {
    if (!exchange(state)) {
      break;
    }
  }
  return { panels: every, tickets: state.counts };
}

type Filled = readonly [kind: number, seats: number];

interface Rounding {
  readonly counts: number[];
  /** By kind: seats on all tickets together. */
  readonly seats: Float64Array;
  readonly filled: readonly (readonly Filled[])[];
  /** How many tickets somebody of the kind is off at most, with so many seats. */
  readonly off: (kind: number, seats: number) => number;
}

/** Within a kind tickets are dealt evenly, so a person has the whole number below or above the mean. */
const farthest = (mean: number, goal: number): number =>
  Math.max(goal - Math.floor(mean + EXACT), Math.ceil(mean - EXACT) - goal);

const worst = ({ seats, off }: Rounding): number =>
  seats.reduce((most, own, kind) => Math.max(most, off(kind, own)), 0);

/** The sixth power: one person off by two tickets weighs as much as sixty-four off by one. */
const weight = (off: number): number => off * off * off * (off * off * off);

/** Exchanges one ticket for one of another panel, the best of all such exchanges. False where none helps. */
function exchange(state: Rounding): boolean {
  const { counts, seats, filled, off } = state;
  const now = seats.map((own, kind) => weight(off(kind, own)));
  let best = { gain: 1e-9, from: -1, to: -1 };
  for (const [from, given] of filled.entries()) {
    if (at(counts, from) === 0) {
      continue;
    }
    move(seats, given, -1);
    const without = seats.map((own, kind) => weight(off(kind, own)));
    const lost = given.reduce((sum, [kind]) => sum + at(without, kind) - at(now, kind), 0);
    for (const [to, taken] of filled.entries()) {
      const added = taken.reduce(
        (sum, [kind, own]) => sum + weight(off(kind, at(seats, kind) + own)) - at(without, kind),
        0,
      );
      if (-lost - added > best.gain) {
        best = { gain: -lost - added, from, to };
      }
    }
    move(seats, given, 1);
  }
  if (best.from < 0) {
    return false;
  }
  counts[best.from] = at(counts, best.from) - 1;
  counts[best.to] = at(counts, best.to) + 1;
  move(seats, at(filled, best.from), -1);
  move(seats, at(filled, best.to), 1);
  return true;
}

function move(seats: Float64Array, filled: readonly Filled[], times: 1 | -1): void {
  for (const [kind, own] of filled) {
    seats[kind] = at(seats, kind) + times * own;
  }
}

function largestRemainders(exact: readonly number[], tickets: number): number[] {
  const counts = exact.map((value) => Math.floor(value + EXACT));
  const missing = tickets - counts.reduce((sum, count) => sum + count, 0);
  const byRemainder = [...exact.keys()].toSorted(
    (a, b) => at(exact, b) - at(counts, b) - (at(exact, a) - at(counts, a)),
  );
  for (const place of byRemainder.slice(0, missing)) {
    counts[place] = at(counts, place) + 1;
  }
  return counts;
}
