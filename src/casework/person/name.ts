/**
 * A person's name: one field, because not everybody has a first and a last name. From 1 to 200 characters of any
 * script. And the words that name a person, which must not reach whoever decides about them.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { readLine, type TextRefusal } from './typed-text.ts';

export const LONGEST_NAME = 200;

/** A name as typed, kept as it is written on the person's documents. */
export function readName(
  raw: string,
  label = 'Your name',
): Result<string, TextRefusal | 'no-letters'> {
  const read = readLine(raw, { label, atMost: LONGEST_NAME });
  if (read.ok && !/\p{L}/u.test(read.value)) {
    return refuse(
      'no-letters',
      `${label} has no letters in it. Write it as it stands on your documents.`,
    );
  }
  return read;
}

/** Former names, one on each line; an empty field means there are none. */
export function readFormerNames(
  raw: string,
): Result<readonly string[], TextRefusal | 'no-letters' | 'too-many'> {
  const lines = raw.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  if (lines.length > MOST_FORMER_NAMES) {
    return refuse('too-many', `Write at most ${MOST_FORMER_NAMES} former names, one on each line.`);
  }
  const names: string[] = [];
  for (const [place, line] of lines.entries()) {
    const read = readName(line, `Former name ${place + 1}`);
    if (!read.ok) {
      return read;
    }
    names.push(read.value);
  }
  return success([...new Set(names)]);
}
const MOST_FORMER_NAMES = 10;

export interface NamedPerson {
  readonly fullName: string;
  readonly formerNames: readonly string[];
}

/**
 * Every word that names this person: each full name, and its parts of more than two letters. Particles that thousands
 * share ("van", "bin") are left out as parts: they name nobody, and they stand in ordinary sentences.
 */
export function namesOf(person: NamedPerson): readonly string[] {
  const names = [person.fullName, ...person.formerNames].map((name) => name.normalize('NFC'));
  return [...new Set(names.flatMap(wordsNaming).flatMap(withBothApostrophes))];
}

function wordsNaming(name: string): readonly string[] {
  const spaced = name.split(/[\p{Z}\s,;()"“”]+/u);
  const parts = [...spaced, ...spaced.flatMap((part) => part.split(/\p{Pd}+|[·・.]/u))];
  const unspaced = WITHOUT_SPACES.test(name) ? [name.replaceAll(/[\p{Z}\s·・]/gu, '')] : [];
  return [name, ...unspaced, ...parts.filter(saysWho)];
}

function saysWho(part: string): boolean {
  const letters = part.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const enough = WITHOUT_SPACES.test(part) ? letters >= 2 : letters > 2;
  return enough && !PARTICLES.has(part.toLowerCase());
}

/** "O'Neill" is written with two different apostrophes; text may hold either. */
function withBothApostrophes(word: string): readonly string[] {
  return [word, word.replaceAll('’', "'"), word.replaceAll("'", '’')];
}

/** Scripts whose names are often written without a space, and in which two characters are a given name. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const PARTICLES = new Set(
  'van von der den del des dem dos das della degli ter ten bin ibn bint abu and the'.split(' '),
);
