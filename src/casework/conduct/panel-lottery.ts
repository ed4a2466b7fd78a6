/**
 * A panel drawn by lot: from those who may sit, every panel of the asked size with enough public members is equally likely.
 * The same pool and seed give the same panel on every machine, so that anybody who is shown both can check it. Whoever draws
 * commits to the seed before the pool is known (panels.ts), or they could draw until they like the result.
 *
 * Equal likelihood by rejection: panels are drawn at random and the first that has its public members is taken, which leaves
 * every admissible panel as likely as another (von Neumann 1951). Where admissible panels are rare it would take long, so
 * after a bound the draw is refused as not settled; for three seats in a pool of forty with a single public member that
 * has a chance of about 1 in 10^34.
 */
import { type Generator, generatorFrom, shuffled } from '../../kernel/chance/generator.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { PanelMember } from './conduct-event.ts';

export interface PoolMember extends PanelMember {
  readonly trainedUntil: CivilDate;
  readonly termEnds: CivilDate;
  /** Has a tie to somebody concerned. */
  readonly conflict: boolean;
}

export interface Draw {
  readonly members: readonly PanelMember[];
  /** Everybody who could have been drawn, in the order in which the lot was cast. */
  readonly eligible: readonly string[];
  readonly seed: string;
}

export type DrawRefusal =
  | 'no-seed'
  | 'twice-in-pool'
  | 'too-few'
  | 'too-few-public'
  | 'not-settled';

const MOST_TRIES = 1000;

/** Draws `seats` members of whom at least `publicSeats` are public. `hadAPart` are people of other panels of the matter. */
export function drawPanel(asked: {
  readonly pool: readonly PoolMember[];
  readonly seats: number;
  readonly publicSeats: number;
  readonly hadAPart: readonly string[];
  readonly on: CivilDate;
  readonly seed: string;
}): Result<Draw, DrawRefusal> {
  const { pool, seats, publicSeats, seed } = asked;
  if (seed.trim() === '') {
    return refuse('no-seed', 'a draw needs the seed that was committed to');
  }
  if (new Set(pool.map(({ person }) => person)).size < pool.length) {
    return refuse('twice-in-pool', 'somebody stands in the pool twice and would have two chances');
  }
  const eligible = mayBeDrawn(asked);
  if (eligible.length < seats) {
    return refuse('too-few', `${seats} seats are free and ${eligible.length} people may sit`);
  }
  const open = eligible.filter(({ isPublic }) => isPublic).length;
  if (open < publicSeats) {
    return refuse('too-few-public', `${publicSeats} public members are needed and ${open} may sit`);
  }
  const members = firstAdmissible(eligible, seats, publicSeats, generatorFrom(seed));
  return members === undefined
    ? refuse('not-settled', 'no panel with enough public members came up; add public members')
    : success({
        members: members.map(({ person, isPublic }) => ({ person, isPublic })),
        eligible: eligible.map(({ person }) => person),
        seed,
      });
}

/** Trained, in term, without a tie and without an earlier part; sorted, so that the order of a list changes nothing. */
const mayBeDrawn = (asked: {
  readonly pool: readonly PoolMember[];
  readonly hadAPart: readonly string[];
  readonly on: CivilDate;
}): readonly PoolMember[] =>
  asked.pool
    .filter(
      ({ person, trainedUntil, termEnds, conflict }) =>
        !conflict &&
        asked.on <= trainedUntil &&
        asked.on <= termEnds &&
        !asked.hadAPart.includes(person),
    )
    .toSorted((one, other) => (one.person < other.person ? -1 : 1));

function firstAdmissible(
  eligible: readonly PoolMember[],
  seats: number,
  publicSeats: number,
  chance: Generator,
): readonly PoolMember[] | undefined {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const drawn = shuffled(eligible, chance).slice(0, seats);
    if (drawn.filter(({ isPublic }) => isPublic).length >= publicSeats) {
      return drawn;
    }
  }
  return undefined;
}
