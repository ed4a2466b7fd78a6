/**
 * A text with labels in place of names, for those who judge without knowing whom: "Ana Ruiz left Ms. Ruiz's client" becomes
 * "[the respondent] left Ms. [the respondent]'s client". A whole name is found in any spelling of case and accents; a part
 * of it where it is written with a capital, so that "will" stays and "Will" does not. It may take out too much. Where a name
 * hides in a way that cannot be taken out, the whole text is kept back: nothing that names somebody passes.
 * Not here: whether a text that somebody writes for the record names somebody (holds-name).
 */
import { folded, holdsName, isWrittenTogether } from './holds-name.ts';

export interface LabeledPerson {
  /** What stands in place of the name: "the respondent". */
  readonly label: string;
  /** As they are and were called. */
  readonly names: readonly string[];
}

export const KEPT_BACK = '[kept back: it names somebody in a way that could not be taken out]';

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  readonly hasCapital: boolean;
}

const WORDS = /[\p{L}\p{M}\p{N}\p{Cf}\u0640]+(?:['’ʼ-][\p{L}\p{M}\p{N}\p{Cf}\u0640]+)*/gu;
const POSSESSIVE = /['’ʼ]s$/u;
/** A part of a name with fewer letters is left: it would take out words like "de" and "An". */
const SHORTEST_PART = 3;

export function withLabels(text: string, people: readonly LabeledPerson[]): string {
  let labeled = text.normalize('NFC');
  const named = people.flatMap(({ label, names }) =>
    names.filter((name) => name.trim() !== '').map((name) => ({ label, name })),
  );
  for (const { label, name } of named) {
    labeled = isWrittenTogether(name)
      ? labeled.replaceAll(name.normalize('NFC').trim(), `[${label}]`)
      : wholeNames(labeled, label, name);
  }
  for (const { label, name } of named) {
    labeled = isWrittenTogether(name) ? labeled : partsOf(labeled, label, name);
  }
  return named.some(({ name }) => holdsName(labeled, name)) ? KEPT_BACK : labeled;
}

/** The words of a text, without what is already a label. */
function wordsOf(text: string): readonly Word[] {
  const labels = [...text.matchAll(/\[[^\]]*\]/gu)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
  }));
  return [...text.matchAll(WORDS)]
    .map(({ index, 0: found }) => ({ index, word: found.replace(POSSESSIVE, '') }))
    .filter(({ index }) => !labels.some(({ from, to }) => from <= index && index < to))
    .map(({ index, word }) => ({
      start: index,
      end: index + word.length,
      folded: folded(word),
      hasCapital: /^[^\p{Ll}]/u.test(word),
    }));
}

function wholeNames(text: string, label: string, name: string): string {
  const wanted = wordsOf(name).map((word) => word.folded);
  const words = wordsOf(text);
  const found = words.flatMap((first, place) => {
    const last = words[place + wanted.length - 1];
    const isName =
      wanted.length > 0 &&
      wanted.every((part, step) => words[place + step]?.folded === part) &&
      (wanted.length > 1 || first.hasCapital || wanted.join('').length >= SHORTEST_PART);
    return isName && last !== undefined ? [{ start: first.start, end: last.end }] : [];
  });
  return replaced(text, label, found);
}

function partsOf(text: string, label: string, name: string): string {
  const parts = new Set(
    wordsOf(name)
      .map((word) => word.folded)
      .filter((part) => [...part].length >= SHORTEST_PART),
  );
  return replaced(
    text,
    label,
    wordsOf(text).filter((word) => word.hasCapital && parts.has(word.folded)),
  );
}

/** From the last to the first, so that the places before stay right. */
function replaced(
  text: string,
  label: string,
  places: readonly { readonly start: number; readonly end: number }[],
): string {
  let before = Number.POSITIVE_INFINITY;
  let labeled = text;
  for (const { start, end } of places.toReversed()) {
    if (end <= before) {
      labeled = `${labeled.slice(0, start)}[${label}]${labeled.slice(end)}`;
      before = start;
    }
  }
  return labeled;
}
