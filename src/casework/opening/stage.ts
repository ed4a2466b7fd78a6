/** Where an opening stands on a day, and what follows when a seat that was drawn is declined. Pure. */
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';

export type Stage = 'not-yet' | 'open' | 'closing' | 'committed' | 'drawn';

export interface OpeningDays {
  readonly opensOn: CivilDate;
  readonly closesOn: CivilDate;
}

/** `closing`: no nominations any more, and the pool is not published yet, or statements are being read. */
export function stageOf(
  { opensOn, closesOn }: OpeningDays,
  draw: { readonly committed: unknown; readonly drawn: readonly unknown[] },
  today: CivilDate,
): Stage {
  if (draw.drawn.length > 0) {
    return 'drawn';
  }
  if (draw.committed !== undefined) {
    return 'committed';
  }
  return today < opensOn ? 'not-yet' : today <= closesOn ? 'open' : 'closing';
}

/** Days to accept after the draw, and after a seat has been drawn anew. The last day counts to its end. */
const [ACCEPT_DAYS, ACCEPT_AGAIN_DAYS] = [10, 7];

export const acceptBy = (today: CivilDate, first: boolean): CivilDate =>
  addDays(today, first ? ACCEPT_DAYS : ACCEPT_AGAIN_DAYS);

export interface DrawnBefore {
  readonly panel: readonly string[];
  /** Everybody who had a seat and has it no longer. */
  readonly gone: readonly string[];
  readonly alternates: ReadonlyMap<string, string>;
  readonly number: number;
}

export type Refill =
  | { readonly kind: 'none' }
  /** The first seat that falls free, alone: whoever was named for it at the draw. */
  | { readonly kind: 'alternate'; readonly of: string; readonly alternate: string }
  | {
      readonly kind: 'replacement';
      readonly staying: readonly string[];
      readonly left: readonly string[];
    };

/**
 * The alternate named at the draw takes the first seat that falls free alone, because the panel is then the one it was named
 * for. Whenever several are free, or the panel is no longer the one of the draw, the seats are drawn anew around those who stay.
 */
export function refillOf(before: DrawnBefore, declined: readonly string[]): Refill {
  const free = before.panel.filter((label) => declined.includes(label));
  const [of] = free;
  if (of === undefined) {
    return { kind: 'none' };
  }
  const alternate = before.alternates.get(of);
  if (free.length === 1 && before.number === 0 && alternate !== undefined) {
    return { kind: 'alternate', of, alternate };
  }
  return {
    kind: 'replacement',
    staying: before.panel.filter((label) => !free.includes(label)),
    left: [...new Set([...before.gone, ...free])],
  };
}

/** What a replacement draw is drawn with: the numbers of the draw and which replacement it is, so nothing can be chosen. */
export const wordsOfReplacement = (publicWords: string, number: number): string =>
  `${publicWords} / replacement ${number}`;
