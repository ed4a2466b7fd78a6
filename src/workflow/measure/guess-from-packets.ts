/**
 * Lets the guesser loose on packets as deciders receive them, one packet a person, for each group of a dimension in turn
 * against everybody else who told theirs. The dimension's area is the mean over its groups by size.
 *
 * Its answer is for whoever builds and audits the product: it is worked out of invented bodies, never on a page.
 */
import type { CurveArea } from '../../fairness/guessing/curve-area.ts';
import { type Guess, guess, type Seen, seenOf } from '../../fairness/guessing/guesser.ts';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Packet } from '../review/packet.ts';
import { packetFeatures } from './packet-features.ts';

export interface PacketOf {
  readonly packet: Packet;
  /** The day on which the decider looks at it. */
  readonly lookedOn: CivilDate;
  /** Undefined where the person told nothing. */
  readonly group: string | undefined;
}

export interface GroupGuessed {
  readonly group: string;
  readonly members: number;
  readonly guess: Guess;
}

export interface DimensionGuessed {
  readonly groups: readonly GroupGuessed[];
  readonly byEvidence: number;
  readonly byAll: number;
  readonly beyond: number;
  /** Largest standard error a mean of the groups' areas can have: as if their guesses went all one way. */
  readonly error: number;
}

/** Undefined where no group has enough people on either side. */
export function guessFromPackets(
  packets: readonly PacketOf[],
  seed: string,
): DimensionGuessed | undefined {
  const told = packets.flatMap(({ packet, lookedOn, group }) =>
    group === undefined ? [] : [{ group, features: packetFeatures(packet, lookedOn) }],
  );
  const seen = seenOf(told.map(({ features }) => features));
  const of = told.map(({ group }) => group);
  const groups = [...new Set(of)]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .flatMap((group) => guessGroup(seen, of, group, seed));
  const all = groups.reduce((sum, { members }) => sum + members, 0);
  if (all === 0) {
    return undefined;
  }
  const mean = (of: (found: Guess) => number): number =>
    groups.reduce((sum, found) => sum + (found.members / all) * of(found.guess), 0);
  const area = (of: (found: Guess) => CurveArea) => mean((found) => of(found).area);
  return {
    groups,
    byEvidence: area(({ byEvidence }) => byEvidence),
    byAll: area(({ byAll }) => byAll),
    beyond: area(({ beyond }) => beyond),
    error: mean(({ beyond }) => beyond.error),
  };
}

function guessGroup(
  seen: Seen,
  groups: readonly string[],
  group: string,
  seed: string,
): readonly GroupGuessed[] {
  const isMember = groups.map((own) => own === group);
  const found = guess(seen, isMember, generatorFrom(`${seed}, ${group}`));
  return found.ok ? [{ group, members: isMember.filter(Boolean).length, guess: found.value }] : [];
}
