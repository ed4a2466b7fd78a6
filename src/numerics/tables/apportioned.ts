/**
 * Whole numbers in proportion to shares, by largest remainder (Hamilton's method; Balinski & Young 1982, chapter 2), so that
 * they add up.
 */
import { at } from '../../kernel/result/at.ts';

/** How many of `seats` each share gets; together exactly `seats`. Shares add to 1. Equal remainders go to the first. */
export function apportioned(shares: readonly number[], seats: number): readonly number[] {
  const quotas = shares.map((share) => share * seats);
  const whole = quotas.map(Math.floor);
  const left = seats - whole.reduce((sum, own) => sum + own, 0);
  const order = quotas
    .map((quota, place) => ({ place, remainder: quota - Math.floor(quota) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place);
  for (const { place } of order.slice(0, left)) {
    whole[place] = at(whole, place) + 1;
  }
  return whole;
}
