/** Small draws that invented people and their three years are made of; every one comes from a seeded generator. */
import type { Generator } from '../../kernel/chance/generator.ts';
import { at } from '../../kernel/result/at.ts';

export const happens = (chance: Generator, probability: number): boolean =>
  chance.next() < probability;

export const oneOf = <Item>(chance: Generator, list: readonly Item[]): Item =>
  at(list, chance.below(list.length));

/** A whole number from the first to the last, both included. */
export const between = (chance: Generator, first: number, last: number): number =>
  first + chance.below(last - first + 1);

export interface Weighed<Value> {
  readonly value: Value;
  readonly weight: number;
}

export function weighed<Value>(chance: Generator, list: readonly Weighed<Value>[]): Value {
  const whole = list.reduce((sum, { weight }) => sum + weight, 0);
  let left = chance.next() * whole;
  for (const { value, weight } of list) {
    left -= weight;
    if (left < 0) {
      return value;
    }
  }
  return at(list, list.length - 1).value;
}

/** A standard normal number (Box & Muller 1958). */
export function normal(chance: Generator): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance.next()));
  return radius * Math.cos(2 * Math.PI * chance.next());
}
