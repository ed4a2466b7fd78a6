/**
 * Whether a text that will be published names somebody who is known here, whoever that is. Everybody is looked for in the
 * same way: if the person who asked were looked for more closely, whoever drafts could try names until one is refused,
 * and would know who asked.
 *
 * A whole name counts however it is written. A part of a name ("Yilmaz", "明") counts where it is written as a name: with
 * a capital, or in a script that has none. So "will" and "may" stay words although people are called Will and May; at
 * the start of a sentence, where every word has a capital, the words of ORDINARY stay words too. It may find too much:
 * the refusal shows the word, and another can be chosen.
 */
import { folded, isWrittenTogether, searchIn } from '../matter/holds-name.ts';
import { type NamedPerson, namesOf } from '../person/name.ts';

/** The name that was found, as its bearer writes it; undefined where there is none. */
export function namedIn(text: string, people: readonly NamedPerson[]): string | undefined {
  const anywhere = searchIn(text);
  const asName = searchIn(writtenAsNames(text));
  const insideSentence = searchIn(writtenAsNames(withoutFirstWords(text)));
  const looked = new Set<string>();
  const fits = (name: string): boolean => {
    if (looked.has(name)) {
      return false;
    }
    looked.add(name);
    if (SEVERAL_WORDS.test(name)) {
      return anywhere(name);
    }
    if (isOrdinary(name)) {
      return insideSentence(name);
    }
    return isSmall(name) ? anywhere(name) : asName(name);
  };
  const mayHold = searchOfWords(text);
  for (const person of people) {
    if (![person.fullName, ...person.formerNames].some(mayHold)) {
      continue;
    }
    const found = [...namesOf(person), ...givenNames(person)].find(fits);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/**
 * Whether a text can hold a name or a part of it at all: one word of the name must stand in it. Of thousands of people
 * this leaves a few to be looked for with care.
 */
function searchOfWords(text: string): (name: string) => boolean {
  const words = new Set(runsOf(text));
  return (name) => isWrittenTogether(name) || runsOf(name).some((run) => words.has(run));
}

const runsOf = (text: string): readonly string[] => folded(text).split(/[^\p{L}\p{M}\p{N}]+/u);

/** For the words of whoever asks, who knows their own name: its parts count however they are written. */
export function namesOneself(text: string, person: NamedPerson): string | undefined {
  const anywhere = searchIn(text);
  const found = namesOf(person).find((name) => !isOrdinary(name) && anywhere(name));
  return found ?? namedIn(text, [person]);
}

/** What remains of 王小明 or 김민준, written in one, without the family name: what people call each other by. */
const givenNames = ({ fullName, formerNames }: NamedPerson): readonly string[] =>
  [fullName, ...formerNames].filter((name) => IN_ONE.test(name)).map((name) => name.slice(1));
const IN_ONE = /^[\p{Script=Han}\p{Script=Hangul}]{3,4}$/u;

const SEVERAL_WORDS = /\p{L}[\s\p{Z}]+\p{L}/u;

/** Words with their apostrophes and hyphens. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ\p{Pd}][\p{L}\p{M}\p{N}]+)*/gu;
const CAPITAL = /[\p{Lu}\p{Lt}]/u;
const SMALL = /\p{Ll}/u;
/** Written in small letters throughout, though Unicode knows capitals for it. */
const WITHOUT_CAPITALS = /\p{Script=Georgian}/u;

const isSmall = (word: string): boolean =>
  SMALL.test(word) && !CAPITAL.test(word) && !WITHOUT_CAPITALS.test(word);

const writtenAsNames = (text: string): string =>
  text.normalize('NFC').replaceAll(WORD, (word) => (isSmall(word) ? '' : word));

/** The first word of each sentence, of each line, and after a quotation mark or bracket that opens. */
const withoutFirstWords = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(
      /(^|[.!?:;\n]|["“‘(«]|\p{Pd}\s)(\s*["“‘(«]?\s*)[\p{L}\p{M}\p{N}]+/gu,
      (_, before: string, between: string) => `${before}${between}`,
    );

/** Without its accents too: Thế is read as The, and Đây as Day. */
const isOrdinary = (name: string): boolean => ORDINARY.has(folded(name));

/** English words that are names as well and may begin a sentence here. */
const ORDINARY = new Set(
  `able abbey acts all angel april art ask august autumn bank barber barn bay bell best bill bird black blue bond brook
  brown buck burns bush butler candy care carter case chance charity chase christian church clay close cook cross dale
  day dean dear do dolly drew earl early east english even faith farmer field fish flowers ford forest fortune frank free
  french friend gay gift gifts good grace grant gray green hall hand happy hardy harmony head hill holly honor hood hope
  house hunt ivy jack january jay jewel job joy judge june just justice keen key keys king knight lake lane law lily
  little long love low mark marsh mason may mercy merit miles mill miller moon moore more north page park parish parson
  patience peace pearl penny person pool poor pope power price pride prince prior prudence rain ray reason reed rich
  rights river rob rock rose ruby rule rules saint sage say sharp shepherd short silver skip small smart solo song
  south speak spring star steel stone storm strange street strong sue summer sun sunday swift taylor tell temple the
  their then they this trust truth two until wade walk walker wall ward ware warm water way weeks well wells west when
  while white will wise wish with wolf wood woods word work worth young`.split(/\s+/),
);
