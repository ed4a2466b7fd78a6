/**
 * The journal of one sitting: every choice and every flag, in the order they reached the server, never edited.
 * An entry is known by its client (one page load) and its number there, so that sending it twice changes nothing.
 *
 * Which answer counts, for each question: of those whose standing counts and that name an option which was shown,
 * the one from the newest machine (highest epoch), and there the last (highest number). A first machine that comes
 * back from a dead spot never overrules the second, and still helps where the second has no answer.
 */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { OptionOrders } from '../form/option-order.ts';
import type { Allowance, ClockEvent } from './clock.ts';
import { counts, type Standing, standingAt } from './standing.ts';

export interface JournalEntry {
  readonly client: string;
  readonly n: number;
  readonly epoch: number;
  readonly item: string;
  readonly response: Json;
  /** The candidate's own clock: evidence only. */
  readonly clientMs: number;
  readonly serverAt: number;
}

/** What an entry says: an option was chosen, or the question was flagged for another look, or not any more. */
export type ItemResponse = { readonly option: string } | { readonly flagged: boolean };

type Mark = Standing | 'not-on-form' | 'unreadable';

export interface MarkedEntry {
  readonly entry: JournalEntry;
  readonly mark: Mark;
}

export interface SittingFacts {
  readonly allowance: Allowance;
  readonly clock: readonly ClockEvent[];
  /** What this candidate was shown; an answer can name nothing else. */
  readonly shown: OptionOrders;
}

/** Undefined where the entry says neither. "0" and "" are options like any other: only absence is no answer. */
export function readResponse(response: Json): ItemResponse | undefined {
  if (
    typeof response !== 'object' ||
    response === null ||
    !('option' in response || 'flagged' in response)
  ) {
    return undefined;
  }
  const { option, flagged } = response;
  if (typeof option === 'string') {
    return { option };
  }
  return typeof flagged === 'boolean' ? { flagged } : undefined;
}

export function marked(
  facts: SittingFacts,
  entries: readonly JournalEntry[],
): readonly MarkedEntry[] {
  return entries.map((entry) => ({ entry, mark: markOf(facts, entry) }));
}

function markOf({ allowance, clock, shown }: SittingFacts, entry: JournalEntry): Mark {
  const response = readResponse(entry.response);
  if (response === undefined) {
    return 'unreadable';
  }
  const options = Object.hasOwn(shown, entry.item) ? shown[entry.item] : undefined;
  const known =
    options !== undefined && ('flagged' in response || options.includes(response.option));
  return known ? standingAt(allowance, clock, entry.serverAt) : 'not-on-form';
}

/** Question id to the option that counts. A question without one was not answered. */
export function answersThatCount(
  facts: SittingFacts,
  entries: readonly JournalEntry[],
): ReadonlyMap<string, string> {
  const counting = marked(facts, entries)
    .filter(({ mark }) => isStanding(mark) && counts(mark))
    .map(({ entry }) => entry);
  return last(counting, (response) => ('option' in response ? response.option : undefined));
}

/** The choices to show again after a reload: the last of each question, whether or not it will count. */
export const choicesToShow = (
  facts: SittingFacts,
  entries: readonly JournalEntry[],
): ReadonlyMap<string, string> =>
  last(
    marked(facts, entries)
      .filter(({ mark }) => isStanding(mark))
      .map(({ entry }) => entry),
    (response) => ('option' in response ? response.option : undefined),
  );

export function flaggedItems(entries: readonly JournalEntry[]): ReadonlySet<string> {
  const flags = last(entries, (response) => ('flagged' in response ? response.flagged : undefined));
  return new Set([...flags].filter(([, flagged]) => flagged).map(([item]) => item));
}

/** What a person should look at: choices that were kept and do not count. */
export const setAside = (
  facts: SittingFacts,
  entries: readonly JournalEntry[],
): readonly MarkedEntry[] =>
  marked(facts, entries).filter(({ mark }) => !(isStanding(mark) && counts(mark)));

const isStanding = (mark: Mark): mark is Standing =>
  mark !== 'not-on-form' && mark !== 'unreadable';

function last<Value>(
  entries: readonly JournalEntry[],
  read: (response: ItemResponse) => Value | undefined,
): ReadonlyMap<string, Value> {
  const found = new Map<string, { readonly entry: JournalEntry; readonly value: Value }>();
  for (const entry of entries) {
    const response = readResponse(entry.response);
    const value = response === undefined ? undefined : read(response);
    const standing = found.get(entry.item);
    if (value !== undefined && (standing === undefined || isLater(entry, standing.entry))) {
      found.set(entry.item, { entry, value });
    }
  }
  return new Map([...found].map(([item, { value }]) => [item, value]));
}

function isLater(a: JournalEntry, b: JournalEntry): boolean {
  if (a.epoch !== b.epoch) {
    return a.epoch > b.epoch;
  }
  return a.n === b.n ? a.serverAt > b.serverAt : a.n > b.n;
}
