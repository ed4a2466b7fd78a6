/**
 * What becomes of an invented complaint, drawn before any of it is written: whether it is taken up, whether cause and a
 * breach are found, how hard the sanction is, who appeals. Nothing depends on anybody's group but what is planted: where a
 * breach was found, the log odds of a harder sanction.
 */
import { SANCTIONS, type SanctionKind } from '../../casework/conduct/conduct-rules.ts';
import type { Generator } from '../../kernel/chance/generator.ts';
import { at } from '../../kernel/result/at.ts';
import { happens } from '../people/draw.ts';
import type { Traits } from '../people/told.ts';
import { planted } from './planted.ts';

export interface Fate {
  readonly takenUp: boolean;
  /** Looked at again where it was not taken up, and then taken up after all. */
  readonly appealsScreening: boolean;
  readonly takenUpAfterAll: boolean;
  readonly withdrawn: boolean;
  readonly goesOn: boolean;
  readonly surrenders: boolean;
  readonly stayed: boolean;
  readonly suspendedMeanwhile: boolean;
  readonly answers: boolean;
  readonly cause: boolean;
  readonly breach: boolean;
  readonly agrees: boolean;
  readonly sanction: SanctionKind;
  readonly appeals: boolean;
  readonly appealFound: boolean;
}

const CHANCES = {
  takenUp: 0.78,
  appealsScreening: 0.2,
  takenUpAfterAll: 0.25,
  withdrawn: 0.06,
  goesOn: 0.5,
  surrenders: 0.015,
  stayed: 0.05,
  suspendedMeanwhile: 0.03,
  answers: 0.82,
  cause: 0.78,
  breach: 0.8,
  agrees: 0.2,
  appeals: 0.5,
  appealFound: 0.42,
} as const;

/** Log odds of each sanction or a harder one, at no gravity: 71, 45, 23 and 9 in 100. */
const HARDER_THAN = [0.9, -0.2, -1.2, -2.3];

export function fateOf(chance: Generator, gravity: number, respondent: Traits): Fate {
  const drawn = Object.fromEntries(
    Object.entries(CHANCES).map(([name, probability]) => [name, happens(chance, probability)]),
  ) as Record<keyof typeof CHANCES, boolean>;
  const { dimension, answer, logOdds } = planted.severeSanctions;
  const severe = respondent.get(dimension)?.includes(answer) === true ? logOdds : 0;
  const u = chance.next();
  const hardness = gravity + severe + Math.log(u / (1 - u));
  const place = HARDER_THAN.filter((odds) => hardness + odds > 0).length;
  return { ...drawn, sanction: at(SANCTIONS, place).kind };
}
