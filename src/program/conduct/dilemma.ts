/**
 * A dilemma case: a situation with no easy way out, two to five ways to act, and what the code says to each of them. It
 * has no score and no right answer to collect: two ways may both be within the code, and each may cost something.
 */

export interface DilemmaOption {
  /** "a", "b": names the option in the address of what was chosen. */
  readonly id: string;
  /** What one could do, as a sentence. */
  readonly text: string;
  readonly says: string;
  /** The provisions it touches, by number; never empty. */
  readonly provisions: readonly string[];
}

export interface Dilemma {
  /** Its address within the program: "gift-at-the-end". */
  readonly slug: string;
  /** The version of the code it is written for. */
  readonly version: string;
  readonly title: string;
  /** The provisions on whose lines it is offered. */
  readonly provisions: readonly string[];
  /** Paragraphs, with an empty line between them. */
  readonly situation: string;
  readonly options: readonly DilemmaOption[];
}

export const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 5;

/** Every provision that the case speaks of, each once, in the order in which it does. */
export const provisionsNamed = ({ provisions, options }: Dilemma): readonly string[] => [
  ...new Set([...provisions, ...options.flatMap((option) => option.provisions)]),
];
