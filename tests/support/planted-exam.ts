/**
 * Exams with bias planted in known items, drawn from one stream that is the same in every language: L'Ecuyer's combined
 * generator of 1988, exact in doubles. Group 1 (focal) is half a standard deviation less able; the first tenth of the items
 * is harder for it by 0.6, the next twentieth easier by 0.6.
 */
import type { TwoGroups } from '../../src/fairness/groups/group.ts';
import type { ResponseMatrix } from '../../src/psychometrics/responses/matrix.ts';

export interface PlantedExam {
  readonly matrix: ResponseMatrix;
  readonly groups: TwoGroups;
  /** By how much each item is harder for the focal group. */
  readonly planted: readonly number[];
}

function stream(seed: number): () => number {
  let one = (seed % 2147483562) + 1;
  let two = ((seed * 7919 + 12345) % 2147483398) + 1;
  const next = (): number => {
    one = (40014 * one) % 2147483563;
    two = (40692 * two) % 2147483399;
    const mixed = one - two < 1 ? one - two + 2147483562 : one - two;
    return mixed / 2147483563;
  };
  for (let skipped = 0; skipped < 100; skipped += 1) {
    next();
  }
  return next;
}

export interface ExamPlan {
  readonly people: number;
  readonly items: number;
  readonly model: '2pl' | '3pl';
  readonly seed: number;
}

export function plantedExam({ people, items, model, seed }: ExamPlan): PlantedExam {
  const next = stream(seed);
  const normal = (): number => {
    const [one, other] = [next(), next()];
    return Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * other);
  };
  const slopes: number[] = [];
  const hardness: number[] = [];
  const guessing: number[] = [];
  for (let item = 0; item < items; item += 1) {
    const [z1, z2, w] = [normal(), normal(), next()];
    slopes.push(Math.exp(0.3 * z1));
    hardness.push(z2);
    guessing.push(model === '3pl' ? 0.1 + 0.2 * w : 0);
  }
  const tenth = Math.floor(items / 10);
  const planted = slopes.map((_, item) => (item < tenth ? 0.6 : item < tenth * 1.5 ? -0.6 : 0));
  const codes = new Uint8Array(people * items);
  const member = new Uint8Array(people);
  for (let person = 0; person < people; person += 1) {
    const focal = person % 2;
    member[person] = focal;
    const ability = normal() - (focal === 1 ? 0.5 : 0);
    for (let item = 0; item < items; item += 1) {
      const chance = next();
      const [a = 1, b = 0, c = 0] = [slopes[item], hardness[item], guessing[item]];
      const p = c + (1 - c) / (1 + Math.exp(-a * (ability - b - (planted[item] ?? 0) * focal)));
      codes[person * items + item] = chance < p ? 1 : 0;
    }
  }
  const names = slopes.map((_, item) => ({ name: `I${item + 1}`, pilot: false }));
  const focalPeople = Math.floor(people / 2);
  return {
    matrix: { people, items: names, codes },
    groups: {
      reference: '0',
      focal: '1',
      member,
      referencePeople: people - focalPeople,
      focalPeople,
      notStated: 0,
      elsewhere: 0,
    },
    planted,
  };
}

/** The same exam as the file that the shared generator writes, to the byte. */
export function asFile({ matrix, groups }: PlantedExam): string {
  const width = matrix.items.length;
  const lines = [`group,${matrix.items.map(({ name }) => name).join(',')}`];
  for (let person = 0; person < matrix.people; person += 1) {
    const row = matrix.codes.subarray(person * width, (person + 1) * width);
    lines.push(`${groups.member[person]},${row.join(',')}`);
  }
  return `${lines.join('\n')}\n`;
}
