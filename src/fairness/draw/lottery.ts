/**
 * Which ticket wins, so that nobody can have chosen it and anybody can work it out again.
 *
 * Before the draw the body publishes a commitment: one number (SHA-256) that stands for the pool, the rules, all tickets
 * and a secret seed. Then comes public chance that nobody of the body can set, such as a lottery's numbers of a day named
 * before. Winning ticket = SHA-256 of commitment, seed and public words, as a number, modulo the tickets, plus 1. (2 to the
 * 256th is so many times 1,000 that no ticket is favored by more than one part in 10 to the 73rd.)
 */
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import type { DrawRules, Pool } from './pool.ts';
import type { Ticket } from './tickets.ts';

export interface Commitment {
  readonly schema: 'evenhand.draw.commitment.1';
  readonly method: string;
  readonly size: number;
  /** SHA-256 of each, over canonical JSON (RFC 8785) or, for the tickets, over the file as it is published. */
  readonly pool: string;
  readonly quotas: string;
  readonly tickets: string;
  readonly seed: string;
}

export function commitmentTo(draw: {
  readonly method: string;
  readonly pool: Pool;
  readonly rules: DrawRules;
  readonly tickets: readonly Ticket[];
  readonly seed: string;
}): Commitment {
  const { method, pool, rules, tickets, seed } = draw;
  return {
    schema: 'evenhand.draw.commitment.1',
    method,
    size: rules.size,
    pool: sha256Hex(
      canonicalJson({
        categories: pool.categories,
        people: pool.people.map(({ id, values, household }) => ({ id, values, household })),
      }),
    ),
    quotas: sha256Hex(
      canonicalJson(
        rules.quotas.map(({ category, value, least, most }) => ({ category, value, least, most })),
      ),
    ),
    tickets: sha256Hex(ticketsText(tickets)),
    seed: sha256Hex(seed),
  };
}

/** The one number that is published before the draw. */
export const commitmentHash = (commitment: Commitment): string =>
  sha256Hex(canonicalJson({ ...commitment }));

export const winningNumber = (
  commitment: string,
  seed: string,
  publicWords: string,
  tickets: number,
): number =>
  Number(BigInt(`0x${sha256Hex(`${commitment}\n${seed}\n${publicWords}`)}`) % BigInt(tickets)) + 1;

/** One of the list, each equally likely, from the same words for everybody. */
export const pickedFrom = <Item>(list: readonly Item[], words: string): Item | undefined =>
  list[Number(BigInt(`0x${sha256Hex(words)}`) % BigInt(Math.max(1, list.length)))];

const PLAIN = /^[^",\r\n]*$/;
const cell = (id: string): string => (PLAIN.test(id) ? id : `"${id.replaceAll('"', '""')}"`);

/** The tickets as the file that is published (RFC 4180): its SHA-256 is the one in the commitment. */
export const ticketsText = (tickets: readonly Ticket[]): string => {
  const seats = tickets.reduce((most, { people }) => Math.max(most, people.length), 0);
  const head = ['ticket', ...Array.from({ length: seats }, (_, seat) => `seat ${seat + 1}`)];
  const rows = tickets.map(({ number, people }) => [String(number), ...people.map(cell)]);
  return [head, ...rows].map((row) => `${row.join(',')}\n`).join('');
};
