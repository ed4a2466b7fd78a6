/**
 * One candidate and one certificant: asked, taken or not, and ended by either at any time without a reason. Only what was
 * taken shows each the other's name.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export const PAIR_STANDINGS = ['asked', 'taken', 'declined', 'withdrawn', 'ended'] as const;
export type PairStanding = (typeof PAIR_STANDINGS)[number];

export interface Pair {
  readonly id: string;
  readonly program: string;
  readonly standing: PairStanding;
  readonly askedOn: CivilDate;
  /** Of the last change. */
  readonly since: CivilDate;
  /** What the candidate wrote to the mentor. */
  readonly words: string;
  readonly side: 'mentor' | 'candidate';
  /** The other's name and address; undefined until it is taken. */
  readonly other: { readonly name: string; readonly email: string } | undefined;
}

export const PAIR_ACTS = ['take', 'decline', 'withdraw', 'end'] as const;
export type PairAct = (typeof PAIR_ACTS)[number];

const AFTER = {
  take: 'taken',
  decline: 'declined',
  withdraw: 'withdrawn',
  end: 'ended',
} as const satisfies Readonly<Record<PairAct, PairStanding>>;

/** What this side may do now. */
export function actsOn({ standing, side }: Pick<Pair, 'standing' | 'side'>): readonly PairAct[] {
  switch (standing) {
    case 'asked':
      return side === 'mentor' ? ['take', 'decline'] : ['withdraw'];
    case 'taken':
      return ['end'];
    default:
      return [];
  }
}

export const afterAct = (
  pair: Pick<Pair, 'standing' | 'side'>,
  act: PairAct,
): Result<PairStanding, 'not-now'> =>
  actsOn(pair).includes(act)
    ? success(AFTER[act])
    : refuse('not-now', 'this cannot be done any more: look again at where it stands');
