/**
 * What is written about an opinion, read with care: the question in the words of whoever asks, and the draft of whoever
 * answers. Neither may say who asked. All mistakes come at once.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { cited } from '../../program/conduct/allegation.ts';
import { versionInForce } from '../../program/conduct/in-force.ts';
import type { CodeOfConduct } from '../../program/definition/code-of-conduct.ts';
import type { NamedPerson } from '../person/name.ts';
import {
  type Mistake,
  readLine,
  readParagraphs,
  type Typed,
  textIn,
} from '../person/typed-text.ts';
import { namedIn, namesOneself } from './known-names.ts';
import type { Draft } from './opinion.ts';

export interface Question {
  /** The provision the asker has in mind; undefined where they do not know. */
  readonly provision: string | undefined;
  readonly words: string;
}

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

const QUESTION = { label: 'Your question', atLeast: 20, atMost: 4000 };

/** Reads `provision` and `words`. A provision that the code does not have counts as not known. */
export function readQuestion(
  raw: Typed,
  { numbers, me }: { readonly numbers: readonly string[]; readonly me: NamedPerson },
): Read<Question> {
  const words = readParagraphs(textIn(raw, 'words'), QUESTION);
  if (!words.ok) {
    return { ok: false, mistakes: [{ field: 'words', message: words.refusal.because }] };
  }
  const name = namesOneself(words.value, me);
  return name === undefined
    ? {
        ok: true,
        value: {
          words: words.value,
          provision: numbers.find((number) => number === textIn(raw, 'provision')),
        },
      }
    : {
        ok: false,
        mistakes: [
          {
            field: 'words',
            message: `Your question holds “${name}”, which is a name of yours. Take it out, so that nobody who answers knows who asks.`,
          },
        ],
      };
}

const TITLE = { label: 'The title', atLeast: 8, atMost: 120 };
const SITUATION = { label: 'The situation', atLeast: 30, atMost: 4000 };
const ANSWER = { label: 'The answer', atLeast: 30, atMost: 8000 };
const MOST_CITED = 12;

export interface DraftRules {
  /** With the texts the body supplied. */
  readonly code: CodeOfConduct;
  readonly on: CivilDate;
  /** Everybody known here; see known-names.ts. */
  readonly people: readonly NamedPerson[];
}

/** Reads `title`, `situation`, `answer` and `cites`. */
export function readDraft(raw: Typed, rules: DraftRules): Read<Draft> {
  const title = readLine(textIn(raw, 'title'), TITLE);
  const situation = readParagraphs(textIn(raw, 'situation'), SITUATION);
  const answer = readParagraphs(textIn(raw, 'answer'), ANSWER);
  const cites = numbersIn(textIn(raw, 'cites'));
  const version = versionInForce(rules.code, rules.on);
  const mistakes: Mistake[] = [];
  for (const [field, read] of Object.entries({ title, situation, answer })) {
    const message = read.ok ? nameMistake(read.value, rules.people) : read.refusal.because;
    mistakes.push(...(message === undefined ? [] : [{ field, message }]));
  }
  const citeMistake = citesMistake(cites, rules);
  mistakes.push(...(citeMistake === undefined ? [] : [{ field: 'cites', message: citeMistake }]));
  return title.ok && situation.ok && answer.ok && version.ok && mistakes.length === 0
    ? {
        ok: true,
        value: {
          version: version.value.id,
          cites,
          title: title.value,
          situation: situation.value,
          answer: answer.value,
        },
      }
    : { ok: false, mistakes };
}

/** "R16, R18" as two numbers, each once. */
export const numbersIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[,;\n]+/)
      .map((number) => number.trim())
      .filter((number) => number !== ''),
  ),
];

/** Whether what is to be signed names anybody who is known by now. */
export const draftNames = (
  { title, situation, answer }: Draft,
  people: readonly NamedPerson[],
): string | undefined => namedIn(`${title}\n${situation}\n${answer}`, people);

function nameMistake(text: string, people: readonly NamedPerson[]): string | undefined {
  const name = namedIn(text, people);
  return name === undefined ? undefined : namesSomebody(name);
}

export const namesSomebody = (name: string): string =>
  `“${name}” is a name of somebody who is known here. An opinion is published without names: write “a client”, “a colleague”. Where it is meant as another word, choose a different one.`;

function citesMistake(cites: readonly string[], { code, on }: DraftRules): string | undefined {
  if (cites.length === 0 || cites.length > MOST_CITED) {
    return `Write the numbers of the provisions that it rests on, from 1 to ${MOST_CITED}, such as R16, R18.`;
  }
  const wrong = cites.map((number) => cited(code, number, on)).find(({ ok }) => !ok);
  return wrong === undefined || wrong.ok ? undefined : `${capital(wrong.refusal.because)}.`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
