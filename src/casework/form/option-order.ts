/**
 * The order in which one candidate sees the options of each question: drawn once, when the sitting starts, and stored.
 *
 * Fisher-Yates from a seed, so that every order is equally likely (swapping two options at random a few times is not:
 * it leaves the first option in its place too often). Options marked as fixed stay where they were written.
 * Answers name an option's id, so the order never enters into scoring.
 */

import { type Generator, generatorFrom, shuffled } from '../../kernel/chance/generator.ts';
import { at } from '../../kernel/result/at.ts';
import type { ItemContent, ItemOption } from '../item/item.ts';

/** Question id to option ids in the order shown. */
export type OptionOrders = Readonly<Record<string, readonly string[]>>;

/** `seed` must be new for each sitting; it comes from the operating system's randomness through a port. */
export function drawnOptionOrders(
  items: readonly Pick<ItemContent, 'id' | 'options'>[],
  seed: string,
): OptionOrders {
  const chance = generatorFrom(seed);
  return Object.fromEntries(items.map((item) => [item.id, mixed(item.options, chance)]));
}

function mixed(options: readonly ItemOption[], chance: Generator): readonly string[] {
  const free = shuffled(
    options.filter((option) => option.fixed !== true),
    chance,
  );
  let next = 0;
  return options.map((option) => {
    if (option.fixed === true) {
      return option.id;
    }
    next += 1;
    return at(free, next - 1).id;
  });
}
