/**
 * Exams drawn from a known model, for finding out how often a method cries wolf and how often it sees one. Discriminations
 * are log-normal about 1 (or all 1, Rasch), difficulties normal about 0, abilities normal, the focal group `impact`
 * standard deviations below.
 */
import type { TwoGroups } from '../../src/fairness/groups/group.ts';
import { type Generator, generatorFrom } from '../../src/kernel/chance/generator.ts';
import type { ResponseMatrix } from '../../src/psychometrics/responses/matrix.ts';

export interface Design {
  readonly reference: number;
  readonly focal: number;
  readonly impact: number;
  readonly model: 'rasch' | '2pl';
  readonly items: number;
  readonly seed: string;
  /** By how much an item is harder for the focal group, and by what its discrimination is multiplied there. */
  readonly bias?: (item: number) => { readonly harder: number; readonly flatter: number };
}

export interface SimulatedExam {
  readonly matrix: ResponseMatrix;
  readonly groups: TwoGroups;
  readonly chance: Generator;
}

const FAIR = { harder: 0, flatter: 1 };

const normalFrom = (chance: Generator): number =>
  Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());

export function simulatedExam(design: Design): SimulatedExam {
  const { reference, focal, impact, model, items, seed, bias } = design;
  const chance = generatorFrom(seed);
  const people = reference + focal;
  const slopes = Array.from({ length: items }, () =>
    model === 'rasch' ? 1 : Math.exp(0.3 * normalFrom(chance)),
  );
  const hardness = Array.from({ length: items }, () => normalFrom(chance));
  const codes = new Uint8Array(people * items);
  const member = new Uint8Array(people);
  for (let person = 0; person < people; person += 1) {
    const side = person < focal ? 1 : 0;
    member[person] = side;
    const ability = normalFrom(chance) - (side === 1 ? impact : 0);
    for (let item = 0; item < items; item += 1) {
      const { harder, flatter } = side === 1 && bias !== undefined ? bias(item) : FAIR;
      const a = (slopes[item] ?? 1) * flatter;
      const logOdds = a * (ability - (hardness[item] ?? 0) - harder);
      codes[person * items + item] = chance.next() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
    }
  }
  return {
    matrix: {
      people,
      items: slopes.map((_, item) => ({ name: `i${item + 1}`, pilot: false })),
      codes,
    },
    groups: {
      reference: 'reference',
      focal: 'focal',
      member,
      referencePeople: reference,
      focalPeople: focal,
      notStated: 0,
      elsewhere: 0,
    },
    chance,
  };
}
