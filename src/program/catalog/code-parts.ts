/** Short ways of writing the parts of a code, so that the file of a code reads as data. */
import type { Binding, CodePart, Provision } from '../definition/code-of-conduct.ts';
import { derived, notSet, type Sourced } from '../definition/sourced.ts';

/** Provisions of which only the number is known: their title, words and group come from the body. */
export const numbered = (letter: string, from: number, to: number): readonly Provision[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => ({
    number: `${letter}${from + place}`,
    group: null,
    title: notSet<string>(),
    text: null,
  }));

export const titled = (
  number: string,
  group: string | null,
  title: Sourced<string>,
): Provision => ({
  number,
  group,
  title,
  text: null,
});

/** A part of which nothing but its title was seen. */
export const bare = (id: string, title: Sourced<string>, binding: Sourced<Binding>): CodePart => ({
  id,
  title,
  binding,
  count: notSet(),
  groups: [],
  provisions: [],
});

/** What a part called "Definitions" or "Procedures" binds to follows from its title. */
export const byItsTitle = (binding: Binding, sources: readonly string[]): Sourced<Binding> =>
  derived(binding, sources, { note: 'Follows from the title of the part.' });
