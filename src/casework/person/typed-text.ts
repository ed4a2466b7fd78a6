/**
 * Text a person typed, read with care: every script is welcome, nothing is cut off, and a refusal says where the
 * trouble is and how to mend it. Kept in Unicode's NFC form, so that the same word is always the same characters.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';

/** What a form sends: one value a box, or several where the same name is ticked more than once. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** A mistake in one field of a form, in words for whoever filled it in. */
export interface Mistake {
  readonly field: string;
  readonly message: string;
}

export type TextRefusal = 'missing' | 'too-short' | 'too-long' | 'control-character';

export interface TextRule {
  /** What the text is called in a message: "Your name". */
  readonly label: string;
  readonly atLeast?: number;
  readonly atMost: number;
}

/** The text of one field: the first value where there are several, nothing where there is none. */
export const textIn = (raw: Typed, field: string): string => allIn(raw, field)[0] ?? '';

/** Every value sent under one name. */
export function allIn(raw: Typed, field: string): readonly string[] {
  const value = Object.hasOwn(raw, field) ? raw[field] : undefined;
  if (value === undefined) {
    return [];
  }
  return typeof value === 'string' ? [value] : value;
}

/** Characters as people count them for a limit: code points, so that an emoji or a rare Han character counts once. */
export const lengthOf = (text: string): number => [...text].length;

/**
 * Characters that no reader sees and that break what stands around them: controls, halves of a character, and marks
 * that turn the reading direction of everything after them; also the sign for a character that was lost. Joiners are kept; Persian and Hindi names need them.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/u;

/** One line of text: trimmed, inner spaces made single. */
export function readLine(raw: string, rule: TextRule): Result<string, TextRefusal> {
  const text = raw.normalize('NFC').trim();
  if (UNSEEN.test(text)) {
    return refuse(
      'control-character',
      `${rule.label} holds a character that cannot be seen or read, such as a tab or a line break. Type it again instead of pasting it.`,
    );
  }
  return withinLimits(text.replaceAll(/\p{Zs}+/gu, ' '), rule);
}

/** Text of several lines. Line breaks of every kind become one kind. */
export function readParagraphs(raw: string, rule: TextRule): Result<string, TextRefusal> {
  const text = raw
    .normalize('NFC')
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .trim();
  if (UNSEEN.test(text.replaceAll(/[\n\t]/g, ' '))) {
    return refuse(
      'control-character',
      `${rule.label} holds a character that cannot be seen or read. Type the text again, or paste it from a plain text editor.`,
    );
  }
  return withinLimits(text, rule);
}

function withinLimits(
  text: string,
  { label, atLeast = 1, atMost }: TextRule,
): Result<string, TextRefusal> {
  const length = lengthOf(text);
  if (length === 0) {
    return refuse('missing', `${label} is empty. Fill it in to go on.`);
  }
  if (length < atLeast) {
    return refuse(
      'too-short',
      `${label} has ${counted(length)}. Write at least ${atLeast}, so that it can be understood.`,
    );
  }
  if (length > atMost) {
    return refuse(
      'too-long',
      `${label} has ${counted(length)}, and ${atMost} is the most that fits. Take out ${length - atMost} or more.`,
    );
  }
  return success(text);
}

const counted = (length: number): string =>
  length === 1 ? '1 character' : `${length.toLocaleString('en-US')} characters`;
