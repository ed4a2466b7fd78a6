/**
 * Which fonts a letter needs: ours always, and for every other script the part of a font that holds its characters. Names come
 * in all scripts, and the words of a complaint in anything that a telephone can type.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { typeface } from './typeface.ts';

export interface ChosenFonts {
  /** Names the choice; the same parts have the same name. */
  readonly id: string;
  /** Families in the order in which they are tried. */
  readonly text: readonly string[];
  readonly title: readonly string[];
  read(): readonly Buffer[];
}

interface Face {
  readonly family: string;
  readonly file: string;
}

const REGULAR = 400;
/** In this order: the first whose part holds a character prints it. Han and Hangul come in one weight each, in slices. */
const SCRIPTS = [
  ...['arabic', 'hebrew', 'devanagari', 'bengali', 'gujarati', 'gurmukhi', 'tamil', 'telugu'],
  ...['kannada', 'malayalam', 'sinhala', 'thai', 'khmer', 'lao', 'myanmar', 'ethiopic'],
  ...['armenian', 'georgian', 'cherokee', 'canadian-aboriginal'],
].map((script) => ({ family: `noto-sans-${script}`, parts: [script] }));
const OTHERS: readonly { readonly family: string; readonly parts: readonly string[] | 'slices' }[] =
  [
    ...SCRIPTS,
    { family: 'noto-sans', parts: ['cyrillic-ext', 'greek-ext'] },
    { family: 'chocolate-classical-sans', parts: 'slices' },
    { family: 'gowun-dodum', parts: 'slices' },
    { family: 'noto-sans-symbols-2', parts: ['symbols', 'math', 'braille', 'mayan-numerals'] },
    { family: 'noto-emoji', parts: 'slices' },
  ];
const LATIN = ['latin', 'latin-ext', 'vietnamese'];
const SLICE = /^\[(\d+)\]$/;

type Range = readonly [first: number, last: number];
interface Part extends Face {
  readonly ranges: readonly Range[];
}

export interface LetterFonts {
  chosenFor(text: string): ChosenFonts;
}

/** The fonts among the packages of an installation. */
export function letterFonts(root: string): LetterFonts {
  const require = createRequire(path.join(root, 'package.json'));
  const folderOf = (name: string): string => path.dirname(require.resolve(`${name}/package.json`));
  const webFace = (family: string, part: string, weight = REGULAR): Face => ({
    family: familyName(family, part),
    file: path.join(
      folderOf(`@fontsource/${family}`),
      'files',
      `${family}-${part}-${weight}-normal.woff`,
    ),
  });
  const whole = (style: string, file: string): Face => ({
    family: familyName('public-sans'),
    file: path.join(folderOf('@expo-google-fonts/public-sans'), style, file),
  });
  const text = [
    whole('400Regular', 'PublicSans_400Regular.ttf'),
    whole('700Bold', 'PublicSans_700Bold.ttf'),
    ...[...LATIN, 'cyrillic', 'greek'].map((part) => webFace('noto-sans', part)),
  ];
  const title = LATIN.map((part) => webFace('source-serif-4', part, 600));
  const parts = lazily(() =>
    OTHERS.flatMap(({ family, parts }) => {
      const folder = folderOf(`@fontsource/${family}`);
      return partsOf(path.join(folder, 'unicode.json'), parts).map(({ part, ranges }) => ({
        ...webFace(family, part),
        ranges,
      }));
    }),
  );
  return {
    chosenFor(words) {
      const further = partsFor(words, parts);
      const families = [...text, ...further].map(({ family }) => family);
      return {
        id: further.map(({ family }) => family).join('|'),
        text: [...new Set(families)],
        title: [...new Set([...title.map(({ family }) => family), ...families])],
        read: () =>
          [...text, ...title, ...further].map(({ family, file }) =>
            typeface(readFileSync(file), family),
          ),
      };
    },
  };
}

const familyName = (family: string, part = 'whole'): string => `evenhand ${family} ${part}`;

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function partsOf(
  file: string,
  wanted: readonly string[] | 'slices',
): readonly { readonly part: string; readonly ranges: readonly Range[] }[] {
  const known = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  return Object.entries(known).flatMap(([name, ranges]) => {
    const part = wanted === 'slices' ? SLICE.exec(name)?.[1] : name;
    return part !== undefined && (wanted === 'slices' || wanted.includes(part))
      ? [{ part, ranges: ranges.split(',').map(rangeOf) }]
      : [];
  });
}

/** "U+0600-06FF" or "U+200C". */
function rangeOf(words: string): Range {
  const [first = '', last = first] = words.trim().slice(2).split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

/** Up to here our own fonts and their companions hold everything that is common. */
const BEYOND = 0x530;

/** Every part that should hold one of these characters: a part may claim more than it has, and then the next one prints it. */
function partsFor(words: string, parts: () => readonly Part[]): readonly Part[] {
  const codes = [...new Set(words)].flatMap((letter) => letter.codePointAt(0) ?? []);
  const foreign = codes.filter((code) => code >= BEYOND && !isPunctuation(code));
  const holds = ({ ranges }: Part): boolean =>
    foreign.some((code) => ranges.some(([first, last]) => code >= first && code <= last));
  return foreign.length === 0 ? [] : parts().filter(holds);
}

const isPunctuation = (code: number): boolean => code >= 0x2000 && code <= 0x206f;
