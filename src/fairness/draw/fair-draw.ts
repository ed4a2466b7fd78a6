/**
 * One draw from beginning to end: pool and rules checked, chances found and proved, tickets written, the winning ticket
 * picked from the seed and public words, alternates named. The same input gives the same draw on every machine; a seed
 * comes from outside. Where anything fails there is no panel at all.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { GrowingSolver } from '../../numerics/linear/growing-program.ts';
import { certificateOf, type DrawCertificate } from './certificate.ts';
import { type CheckedDraw, checkCertificate } from './check-certificate.ts';
import { clashOf } from './clash.ts';
import { clashWords } from './clash-words.ts';
import { type Aim, type ChancesFault, fairChances } from './fair-chances.ts';
import { type PanelSystem, panelSystem } from './kinds.ts';
import { type Commitment, commitmentHash, commitmentTo, winningNumber } from './lottery.ts';
import {
  checkedPool,
  checkedRules,
  type DrawRules,
  type Person,
  type Pool,
  type PoolFault,
} from './pool.ts';
import { randomPanels } from './random-panels.ts';
import { type Alternate, alternatesFor, freeSeats, type SeatsFault } from './replacement.ts';
import { heldIn, TICKETS, type Tickets, ticketsFor } from './tickets.ts';

export type DrawMethod = Aim | 'uniform';

export interface DrawAsked {
  readonly people: readonly Person[];
  readonly rules: DrawRules;
  readonly method: DrawMethod;
  readonly seed: string;
  /** What came after the commitment and nobody of the body could set; empty where there was none. */
  readonly publicWords: string;
  /** Members who keep their seats, and people who are not drawn again; both empty for a first draw. */
  readonly staying: readonly string[];
  readonly left: readonly string[];
}

export interface ChanceLevel {
  readonly chance: number;
  readonly people: number;
}

export interface FairDraw {
  readonly method: DrawMethod;
  readonly pool: Pool;
  readonly rules: DrawRules;
  readonly staying: readonly string[];
  /** Everybody who could be drawn, with their chance before it was written on tickets. */
  readonly chances: ReadonlyMap<string, number>;
  /** From the least. */
  readonly levels: readonly ChanceLevel[];
  readonly tickets: Tickets;
  /** Undefined for panels found at random: nothing is proved about them. */
  readonly proved:
    | { readonly certificate: DrawCertificate; readonly checked: CheckedDraw }
    | undefined;
  /** For panels found at random: whether each was equally likely. */
  readonly equallyLikely: boolean | undefined;
  readonly seed: string;
  readonly publicWords: string;
  readonly commitment: Commitment;
  readonly commitmentHash: string;
  readonly winning: number;
  /** Those who stay, then those drawn. */
  readonly panel: readonly string[];
  readonly alternates: readonly Alternate[];
}

export type DrawFault = PoolFault | SeatsFault | ChancesFault | 'too-coarse' | 'not-proved';

/** Two chances nearer than this are one level. */
const ONE_LEVEL = 1e-7;

export function fairDraw(solver: GrowingSolver, asked: DrawAsked): Result<FairDraw, DrawFault> {
  const rules = checkedRules(asked.rules);
  if (!rules.ok) {
    return rules;
  }
  const pool = checkedPool(asked.people, rules.value);
  if (!pool.ok) {
    return pool;
  }
  const free = freeSeats(pool.value, rules.value, asked);
  if (!free.ok) {
    return free;
  }
  const open = checkedPool(free.value.pool.people, free.value.rules);
  if (!open.ok) {
    return open;
  }
  const drawable = { ...pool.value, people: open.value.people };
  const system = panelSystem(drawable, free.value.rules);
  const problem: Problem = { pool: drawable, rules: free.value.rules, system };
  const written =
    asked.method === 'uniform'
      ? atRandom(solver, problem, asked.seed)
      : fairly(solver, problem, asked.method, asked.seed);
  return written.ok ? success(drawnFrom(written.value, problem, asked, pool.value)) : written;
}

interface Problem {
  readonly pool: Pool;
  readonly rules: DrawRules;
  readonly system: PanelSystem;
}

type Written = Pick<FairDraw, 'chances' | 'tickets' | 'proved' | 'equallyLikely'>;

function fairly(
  solver: GrowingSolver,
  { pool, rules, system }: Problem,
  aim: Aim,
  seed: string,
): Result<Written, DrawFault> {
  const found = fairChances(solver, system, aim);
  if (!found.ok) {
    return found.refusal.kind === 'no-panel' ? clashing(solver, { pool, rules, system }) : found;
  }
  const certificate = certificateOf(system, found.value, aim);
  const checked = checkCertificate(pool, rules, certificate);
  if (!checked.ok) {
    return refuse(
      'not-proved',
      `nothing is drawn, because it could not be proved that this draw is the fairest: ${checked.refusal.because}`,
    );
  }
  const { portfolio, chances, more } = found.value;
  const tickets = ticketsFor(solver, system, portfolio, chances, { more, seed });
  return tickets.ok
    ? success({
        chances: checked.value.chances,
        tickets: tickets.value,
        proved: { certificate, checked: checked.value },
        equallyLikely: undefined,
      })
    : tickets;
}

function atRandom(
  solver: GrowingSolver,
  problem: Problem,
  seed: string,
): Result<Written, DrawFault> {
  const found = randomPanels(solver, problem, { tickets: TICKETS, seed });
  if (found === undefined) {
    return clashing(solver, problem);
  }
  const held = heldIn(found.tickets);
  const chances = problem.pool.people.map(({ id }) => [id, (held.get(id) ?? 0) / TICKETS] as const);
  return success({
    chances: new Map(chances),
    tickets: { list: found.tickets, held, moved: 0 },
    proved: undefined,
    equallyLikely: found.equallyLikely,
  });
}

function clashing(
  solver: GrowingSolver,
  { system, rules }: Problem,
): Result<never, 'no-panel' | 'not-settled'> {
  const clash = clashOf(solver, system);
  return clash === undefined
    ? refuse('not-settled', 'no panel that keeps the rules was found, and the search was given up.')
    : refuse('no-panel', clashWords(clash, system, rules));
}

function drawnFrom(
  written: Written,
  { pool, rules }: Problem,
  asked: DrawAsked,
  whole: Pool,
): FairDraw {
  const { method, seed, publicWords } = asked;
  const staying = whole.people.flatMap(({ id }) => (asked.staying.includes(id) ? [id] : []));
  const tickets = written.tickets.list;
  const commitment = commitmentTo({ method, pool, rules, tickets, seed });
  const hash = commitmentHash(commitment);
  const winning = winningNumber(hash, seed, publicWords, tickets.length);
  const panel = [...staying, ...at(tickets, winning - 1).people];
  const available = {
    ...whole,
    people: whole.people.filter(({ id }) => !asked.left.includes(id)),
  };
  return {
    ...written,
    method,
    pool,
    rules,
    staying,
    levels: levelsOf([...written.chances.values()]),
    seed,
    publicWords,
    commitment,
    commitmentHash: hash,
    winning,
    panel,
    alternates: alternatesFor(available, asked.rules, panel, `${hash}\n${seed}\n${publicWords}`),
  };
}

function levelsOf(chances: readonly number[]): readonly ChanceLevel[] {
  const levels: { chance: number; people: number }[] = [];
  for (const chance of chances.toSorted((a, b) => a - b)) {
    const last = levels.at(-1);
    if (last !== undefined && chance - last.chance < ONE_LEVEL) {
      last.people += 1;
    } else {
      levels.push({ chance, people: 1 });
    }
  }
  return levels;
}
