/**
 * A dilemma case as a body writes it: a situation, two to five ways to act, and what the code says to each. Read with care;
 * all mistakes come at once. It is published, so it names nobody who is known here.
 */
import {
  type Dilemma,
  type DilemmaOption,
  FEWEST_OPTIONS,
  MOST_OPTIONS,
} from '../../program/conduct/dilemma.ts';
import { type CodeVersion, provisionsOf } from '../../program/definition/code-of-conduct.ts';
import type { NamedPerson } from '../person/name.ts';
import {
  type Mistake,
  readLine,
  readParagraphs,
  type Typed,
  textIn,
} from '../person/typed-text.ts';
import { namesSomebody, numbersIn } from './forms.ts';
import { namedIn } from './known-names.ts';

export type ReadDilemma =
  | { readonly ok: true; readonly value: Dilemma }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

const LETTERS = 'abcde';
const LONGEST_SLUG = 60;
const TITLE = { label: 'The title', atLeast: 5, atMost: 120 };
const SITUATION = { label: 'The situation', atLeast: 50, atMost: 6000 };

/** The fields of one way to act, of MOST_OPTIONS on the form: `option-a`, `says-a`, `provisions-a`. */
export const OPTION_IDS: readonly string[] = [...LETTERS.slice(0, MOST_OPTIONS)];

export interface DilemmaRules {
  readonly version: CodeVersion;
  readonly people: readonly NamedPerson[];
  /** The address of the case that is written anew; undefined for a new one, which gets its own from its title. */
  readonly slug: string | undefined;
  /** Addresses that are taken. */
  readonly taken: readonly string[];
}

/** Reads `title`, `situation`, `provisions` and the fields of each option; an option of which nothing is filled in is none. */
export function readDilemma(raw: Typed, rules: DilemmaRules): ReadDilemma {
  const numbers = provisionsOf(rules.version).map(({ provision }) => provision.number);
  const mistakes: Mistake[] = [];
  const text = (field: string, read: ReturnType<typeof readLine>): string => {
    const name = read.ok ? namedIn(read.value, rules.people) : undefined;
    if (!read.ok || name !== undefined) {
      const message = read.ok ? namesSomebody(name ?? '') : read.refusal.because;
      mistakes.push({ field, message });
    }
    return read.ok ? read.value : '';
  };
  const list = (field: string): readonly string[] => {
    const typed = numbersIn(textIn(raw, field));
    const wrong = typed.find((number) => !numbers.includes(number));
    if (typed.length === 0 || wrong !== undefined) {
      const message =
        wrong === undefined
          ? 'Write the numbers of the provisions, such as R16, with a comma between them.'
          : `There is no provision ${wrong} in the version in force. Its numbers run from ${numbers[0] ?? ''} to ${numbers.at(-1) ?? ''}.`;
      mistakes.push({ field, message });
    }
    return typed;
  };
  const title = text('title', readLine(textIn(raw, 'title'), TITLE));
  const situation = text('situation', readParagraphs(textIn(raw, 'situation'), SITUATION));
  const provisions = list('provisions');
  const filled = OPTION_IDS.filter((id) => isFilled(raw, id));
  const ids = filled.length < FEWEST_OPTIONS ? OPTION_IDS.slice(0, FEWEST_OPTIONS) : filled;
  const options = ids.map(
    (id, place): DilemmaOption => ({
      id: LETTERS.charAt(place),
      text: text(`option-${id}`, readLine(textIn(raw, `option-${id}`), wayOf(place))),
      says: text(`says-${id}`, readParagraphs(textIn(raw, `says-${id}`), saysOf(place))),
      provisions: list(`provisions-${id}`),
    }),
  );
  const slug = rules.slug ?? slugOf(title);
  if (rules.slug === undefined && title !== '' && (slug === '' || rules.taken.includes(slug))) {
    mistakes.push({ field: 'title', message: 'Choose another title: its address is taken.' });
  }
  return mistakes.length > 0
    ? { ok: false, mistakes }
    : {
        ok: true,
        value: { slug, version: rules.version.id, title, provisions, situation, options },
      };
}

const isFilled = (raw: Typed, id: string): boolean =>
  ['option', 'says', 'provisions'].some((part) => textIn(raw, `${part}-${id}`).trim() !== '');

const wayOf = (place: number) => ({ label: `Way ${place + 1}`, atLeast: 10, atMost: 400 });
const saysOf = (place: number) => ({
  label: `What the code says to way ${place + 1}`,
  atLeast: 20,
  atMost: 2000,
});

/** An address from a title: "The preferred list" becomes the-preferred-list. A script without Latin letters gives a number. */
function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replaceAll(/^-+|-+$/g, '');
  return plain === ''
    ? `case-${[...title].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 999_983, 7)}`
    : plain;
}
