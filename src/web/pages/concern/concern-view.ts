/** What the pages of a concern have in common: sentences for mistakes, and files by number, kind and size. */
import type { Language } from '../../../casework/concern/concern.ts';
import {
  type ConcernMistake,
  LONGEST_ACCOUNT,
  LONGEST_WORDS,
} from '../../../casework/concern/read-concern.ts';
import { LONGEST_NAME } from '../../../casework/person/name.ts';
import { SHORTEST_PASSPHRASE } from '../../../casework/person/passphrase.ts';
import type { Typed } from '../../../casework/person/typed-text.ts';
import type { FieldMistake } from '../../parts/field/field.tsx';
import { concernWords } from '../../words/concern-words.ts';

const LONGEST_ADDRESS = 254;
const LONGEST_PASSPHRASE = 200;
const MOST: Readonly<Record<ConcernMistake['field'], number>> = {
  about: 0,
  account: LONGEST_ACCOUNT,
  happened: 0,
  who: LONGEST_NAME,
  hope: LONGEST_WORDS,
  visibility: 0,
  name: LONGEST_NAME,
  contact: LONGEST_ADDRESS,
  passphrase: LONGEST_PASSPHRASE,
  words: LONGEST_WORDS,
};

/** What the sections of the form share. */
export interface SectionProps {
  readonly words: (typeof concernWords)['en'];
  readonly typed: Typed;
  readonly mistakes: readonly FieldMistake[];
}

export const addressIn = (path: string, language: Language): string =>
  language === 'es' ? `${path}?lang=es` : path;

type Sentence = string | ((first: string, second: string) => string);

/** Each mistake as a sentence in the language of the form. */
export const sentencesFor = (
  language: Language,
  mistakes: readonly ConcernMistake[],
): readonly FieldMistake[] =>
  mistakes.map(({ field, kind, length }) => {
    const known: Readonly<Record<string, Sentence>> = concernWords[language].mistakes[field];
    const sentence = known[kind];
    if (sentence === undefined) {
      throw new Error(`no sentence for ${field} ${kind}`);
    }
    if (typeof sentence === 'string') {
      return { field, message: sentence };
    }
    const number = (value: number): string => value.toLocaleString(TAGS[language]);
    const message =
      kind === 'too-short'
        ? sentence(number(SHORTEST_PASSPHRASE), '')
        : sentence(number(length), number(MOST[field]));
    return { field, message };
  });

const TAGS = { en: 'en-US', es: 'es-US' } as const;

export interface FileMistakeShown {
  readonly place: number;
  readonly kind: keyof (typeof concernWords)['en']['fileMistakes'];
}

/** One sentence for all files that cannot be taken, since they come through one box. */
export function fileSentence(
  language: Language,
  mistakes: readonly FileMistakeShown[],
): readonly FieldMistake[] {
  const words = concernWords[language];
  const message = mistakes
    .map(({ place, kind }) => words.fileMistake(place, words.fileMistakes[kind]))
    .join(' ');
  return message === '' ? [] : [{ field: 'files', message }];
}

export interface FileShown {
  readonly place: number;
  readonly mediaType: string;
  readonly bytes: number;
}

/** "File 1 (PDF, 212 kB)": never the name it was sent under. */
export const fileLine = (language: Language, { place, mediaType, bytes }: FileShown): string =>
  concernWords[language].fileLine(place, KINDS[mediaType] ?? '?', sizeOf(bytes, TAGS[language]));

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
};

const sizeOf = (bytes: number, tag: string): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toLocaleString(tag, { maximumFractionDigits: 1 })} MB`;
