/**
 * How invented people answer exam questions: the chance of a right answer rises with ability and falls with difficulty
 * (the two-parameter logistic model, Birnbaum 1968). Difficulty and discrimination of a question are drawn from its
 * name, so that they are the same in every run.
 */
import { type Generator, generatorFrom } from '../../kernel/chance/generator.ts';
import { between, happens, normal } from '../people/draw.ts';
import type { Traits } from '../people/told.ts';
import { planted } from './planted.ts';

interface ItemTraits {
  readonly difficulty: number;
  readonly discrimination: number;
  readonly biased: boolean;
}

const MEAN_DIFFICULTY = -1.15;
const SPREAD_OF_DIFFICULTY = 0.6;

export function itemTraits(item: string): ItemTraits {
  const chance = generatorFrom(`how hard is ${item}`);
  const biased = planted.biasedItems.items.some((id) => id === item);
  const drawn = {
    difficulty: MEAN_DIFFICULTY + SPREAD_OF_DIFFICULTY * normal(chance),
    discrimination: between(chance, 80, 140) / 100,
    biased,
  };
  // A biased item of middling difficulty: at either end of the scale no group could show a gap.
  return biased ? { ...drawn, difficulty: MEAN_DIFFICULTY } : drawn;
}

/** Whether each question was answered right, in the order given. */
export function drawnRights(
  chance: Generator,
  ability: number,
  traits: Traits,
  items: readonly ItemTraits[],
): readonly boolean[] {
  const { dimension, answer, logOdds } = planted.biasedItems;
  const harder = traits.get(dimension)?.includes(answer) === true ? logOdds : 0;
  return items.map(({ difficulty, discrimination, biased }) => {
    const odds = discrimination * (ability - difficulty) - (biased ? harder : 0);
    return happens(chance, 1 / (1 + Math.exp(-odds)));
  });
}
