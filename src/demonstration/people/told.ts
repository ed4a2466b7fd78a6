/**
 * What invented people are, and what they told the body about themselves. Every dimension is drawn on its own, without
 * regard to any other or to anything that happens later; in a real body answers hang together, and an effect planted
 * for one group would show in others too. About seven people in ten answer, as voluntary questions get; some prefer not
 * to say. Whether somebody answers has nothing to do with what they would have said.
 *
 * The ids are those of the published questions; a test holds them to that. Shares are invented.
 */

import type { Generator } from '../../kernel/chance/generator.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { parts } from '../../kernel/dates/civil-date.ts';
import { happens, type Weighed, weighed } from './draw.ts';

/** Dimension id to the answers that are true of a person. */
export type Traits = ReadonlyMap<string, readonly string[]>;

/** How many people answer the questions at all, and each question of those. */
const ANSWERS_AT_ALL = 0.72;
const ANSWERS_EACH = 0.98;
const PREFERS_NOT_TO_SAY = 'prefer-not-to-say';

interface AskedDimension {
  readonly id: string;
  readonly answers: readonly Weighed<string>[];
  /** The share of those who choose a second answer, and what it can be. */
  readonly second?: { readonly share: number; readonly of: readonly Weighed<string>[] };
  readonly prefersNot: number;
}

const list = (...pairs: readonly (readonly [string, number])[]): readonly Weighed<string>[] =>
  pairs.map(([value, weight]) => ({ value, weight }));

const races = list(
  ['white', 560],
  ['black', 160],
  ['hispanic-latino', 120],
  ['asian', 95],
  ['middle-eastern-north-african', 25],
  ['american-indian-alaska-native', 14],
  ['native-hawaiian-pacific-islander', 6],
);

const difficulties = list(
  ['moving', 35],
  ['hearing', 25],
  ['thinking', 30],
  ['seeing', 15],
  ['errands', 8],
  ['self-care', 6],
);

export const askedDimensions: readonly AskedDimension[] = [
  {
    id: 'race-ethnicity',
    answers: races,
    second: { share: 0.05, of: races },
    prefersNot: 0.05,
  },
  {
    id: 'national-origin',
    answers: list(
      ['united-states', 730],
      ['latin-america-caribbean', 70],
      ['east-southeast-asia', 65],
      ['south-asia', 45],
      ['sub-saharan-africa', 35],
      ['europe', 30],
      ['middle-east-north-africa', 15],
      ['canada', 8],
      ['oceania', 2],
    ),
    prefersNot: 0.04,
  },
  {
    id: 'where-trained',
    answers: list(['trained-us', 750], ['trained-abroad', 250]),
    prefersNot: 0.02,
  },
  {
    id: 'religion',
    answers: list(
      ['christian', 590],
      ['no-religion', 240],
      ['muslim', 45],
      ['hindu', 35],
      ['jewish', 30],
      ['buddhist', 25],
      ['another-religion', 25],
      ['sikh', 10],
    ),
    prefersNot: 0.14,
  },
  {
    id: 'gender',
    answers: list(
      ['woman', 715],
      ['man', 265],
      ['another-gender', 10],
      ['transgender', 8],
      ['two-spirit', 2],
    ),
    prefersNot: 0.02,
  },
  {
    id: 'sexual-orientation',
    answers: list(
      ['straight', 890],
      ['bisexual', 50],
      ['gay-lesbian', 45],
      ['another-orientation', 13],
      ['two-spirit', 2],
    ),
    prefersNot: 0.12,
  },
  {
    id: 'marital-status',
    answers: list(
      ['married', 570],
      ['never-married', 250],
      ['separated-divorced', 150],
      ['widowed', 30],
    ),
    prefersNot: 0.05,
  },
  {
    id: 'caregiving',
    answers: list(['no-caregiving', 540], ['child', 330], ['adult', 130]),
    prefersNot: 0.04,
  },
  {
    id: 'disability',
    answers: [...list(['no-disability', 870]), ...difficulties],
    prefersNot: 0.06,
  },
];

export const AGE = 'age';
const AGE_PREFERS_NOT = 0.03;
const YOUNGEST = 24;
const OLDEST = 71;

/** What is true of one invented person, whether or not they say it. */
export function drawnTraits(chance: Generator, today: CivilDate): Traits {
  const traits = new Map<string, readonly string[]>();
  for (const { id, answers, second } of askedDimensions) {
    const first = weighed(chance, answers);
    const more =
      second !== undefined && happens(chance, second.share) ? [weighed(chance, second.of)] : [];
    traits.set(id, [...new Set([first, ...more])]);
  }
  const age = Math.round((YOUNGEST + OLDEST) / 2 + (chance.next() + chance.next() - 1) * 24);
  traits.set(AGE, [String(parts(today).year - age)]);
  return traits;
}

/** What the person told; undefined where they told nothing. */
export function drawnAnswers(chance: Generator, traits: Traits): Traits | undefined {
  const answersAtAll = happens(chance, ANSWERS_AT_ALL);
  const told = new Map<string, readonly string[]>();
  const prefersNot = new Map(askedDimensions.map((asked) => [asked.id, asked.prefersNot]));
  for (const [id, answer] of traits) {
    const answered = happens(chance, ANSWERS_EACH);
    const silent = happens(chance, prefersNot.get(id) ?? AGE_PREFERS_NOT);
    if (answered) {
      told.set(id, silent ? [PREFERS_NOT_TO_SAY] : answer);
    }
  }
  return answersAtAll && told.size > 0 ? told : undefined;
}
