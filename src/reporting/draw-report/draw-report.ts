/** A draw with what a reader needs beside it: the files it came from and the order of people in them. */
import type { FairDraw } from '../../fairness/draw/fair-draw.ts';
import type { Person, Quota } from '../../fairness/draw/pool.ts';
import { TICKETS } from '../../fairness/draw/tickets.ts';

export interface DrawReport {
  /** The files' names, without their folders. */
  readonly pool: string;
  readonly quotas: string;
  /** Undefined where people are called by the number of their row. */
  readonly idColumn: string | undefined;
  /** Columns that are alike for people of one household. */
  readonly household: readonly string[];
  readonly size: number;
  /** The rules of the whole panel. */
  readonly asked: readonly Quota[];
  /** Everybody of the pool in the order of the file. */
  readonly order: readonly Person[];
  readonly left: readonly string[];
  readonly draw: FairDraw;
}

export interface PersonDrawn {
  readonly id: string;
  readonly probability: number;
  readonly tickets: number;
  readonly onPanel: boolean;
}

/** Everybody who could be drawn, in the order of the file. */
export function peopleOf({ order, draw }: DrawReport): readonly PersonDrawn[] {
  const panel = new Set(draw.panel);
  return order.flatMap(({ id }) => {
    const probability = draw.chances.get(id);
    const tickets = draw.tickets.held.get(id) ?? 0;
    return probability === undefined ? [] : [{ id, probability, tickets, onPanel: panel.has(id) }];
  });
}

export const leastChance = ({ draw }: DrawReport): number => draw.levels[0]?.chance ?? 0;
export const highestChance = ({ draw }: DrawReport): number => draw.levels.at(-1)?.chance ?? 0;

/** How unequal the chances are: 0 where all are alike (Gini 1912). */
export function giniOf(chances: readonly number[]): number {
  const sorted = chances.toSorted((a, b) => a - b);
  const sum = sorted.reduce((total, chance) => total + chance, 0);
  const weighted = sorted.reduce(
    (total, chance, place) => total + (2 * place + 1 - sorted.length) * chance,
    0,
  );
  return sum === 0 ? 0 : weighted / (sorted.length * sum);
}

/** How many of the people of a kind sit on the panel. */
export function seatsOn({ order, asked, draw }: DrawReport, { category, value }: Quota): number {
  const place = [...new Set(asked.map((quota) => quota.category))].indexOf(category);
  const panel = new Set(draw.panel);
  return order.filter(({ id, values }) => panel.has(id) && values[place] === value).length;
}

export function inPool({ order, asked }: DrawReport, { category, value }: Quota): number {
  const place = [...new Set(asked.map((quota) => quota.category))].indexOf(category);
  return order.filter(({ values }) => values[place] === value).length;
}

/** "89 of 1,000 tickets". */
export const ticketWords = (held: number): string =>
  `${held.toLocaleString('en-US')} of ${TICKETS.toLocaleString('en-US')} tickets`;
