/**
 * The form by which a complaint is opened or joins another: whom it is about and what is alleged. Each allegation is held
 * against the code at once, so that every mistake stands at the box it is about; the rules ask again when it is opened.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import { type ComplaintAbout, cited, groundOf } from '../../program/conduct/allegation.ts';
import type { CodeOfConduct } from '../../program/definition/code-of-conduct.ts';
import { allIn, type Mistake, type Typed, textIn } from '../person/typed-text.ts';
import type { Alleged } from './intake.ts';
import { type FieldWords, type SentFields, sentFields } from './sent-fields.ts';

/** The most allegations that one form takes. */
export const MOST_ALLEGATIONS = 6;

/** Whom it is about: somebody the code binds or bound, somebody else by the name given, or nobody yet. */
export type Whom =
  | { readonly kind: 'found'; readonly person: string }
  | { readonly kind: 'other'; readonly fullName: string; readonly formerNames: readonly string[] }
  | { readonly kind: 'body' };

export interface Opening {
  readonly program: string;
  readonly whom: Whom;
  readonly alleged: readonly Alleged[];
}

export interface OpeningForm {
  readonly on: CivilDate;
  readonly about: ComplaintAbout;
  readonly programs: readonly string[];
  /** Those whom the search found. */
  readonly found: readonly string[];
  /** It joins a matter, and may allege nothing beyond it. */
  readonly joins: boolean;
  readonly words: FieldWords;
}

export type ReadOpening =
  | { readonly ok: true; readonly value: Opening }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export const SOMEBODY_ELSE = 'other';

export function readOpening(raw: Typed, form: OpeningForm): ReadOpening {
  const sent = sentFields(raw, form.on, form.words);
  const program = sent.idIn('program', form.programs);
  const whom = whomIn(raw, sent, form);
  const code = codeOf(program);
  const alleged = blocksIn(raw)
    .filter((block) => !(form.joins && isEmpty(raw, block)))
    .map((block) => allegedIn(raw, sent, form, block, code));
  return sent.mistakes.length === 0
    ? { ok: true, value: { program, whom, alleged } }
    : { ok: false, mistakes: sent.mistakes };
}

/** The names of the blocks of allegations on the form: at least one. */
export function blocksIn(raw: Typed): readonly string[] {
  const asked = Number.parseInt(textIn(raw, 'blocks'), 10);
  const count = Number.isNaN(asked) ? 1 : Math.min(Math.max(asked, 1), MOST_ALLEGATIONS);
  return Array.from({ length: count }, (_, place) => `a${place + 1}`);
}

const isEmpty = (raw: Typed, block: string): boolean =>
  ['number', 'words'].every((field) => textIn(raw, `${block}-${field}`).trim() === '');

function whomIn(raw: Typed, sent: SentFields, { about, found }: OpeningForm): Whom {
  if (about === 'body') {
    return { kind: 'body' };
  }
  const chosen = sent.idIn('whom', [...found, SOMEBODY_ELSE]);
  if (chosen !== SOMEBODY_ELSE) {
    return { kind: 'found', person: chosen };
  }
  const formerNames = textIn(raw, 'former')
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { kind: 'other', fullName: sent.words('name'), formerNames };
}

function allegedIn(
  raw: Typed,
  sent: SentFields,
  { on, about, words }: OpeningForm,
  block: string,
  code: CodeOfConduct | undefined,
): Alleged {
  const before = sent.mistakes.length;
  const conductOn = sent.day(`${block}-day`);
  const dayRead = sent.mistakes.length === before;
  if (conductOn > on) {
    sent.wrong(`${block}-day`, `${words.label(`${block}-day`)}: this day lies ahead.`);
  }
  const number = textIn(raw, `${block}-number`).trim();
  if (number === '') {
    sent.idIn(`${block}-number`, []);
  } else if (code !== undefined && dayRead) {
    const ground = groundOf(code, { number, conductOn, about });
    if (!ground.ok) {
      const field = ground.refusal.kind === 'no-version-then' ? 'day' : 'number';
      sent.wrong(`${block}-${field}`, sentence(words, `${block}-${field}`, ground.refusal.because));
    }
  }
  const alsoCited = allIn(raw, `${block}-cited`).filter((one) => one !== '');
  const stray = alsoCited.find(
    (one) => code !== undefined && dayRead && !cited(code, one, conductOn).ok,
  );
  if (stray !== undefined && code !== undefined) {
    const named = cited(code, stray, conductOn);
    sent.wrong(
      `${block}-cited`,
      sentence(words, `${block}-cited`, named.ok ? '' : named.refusal.because),
    );
  }
  return { number, conductOn, alsoCited, words: sent.words(`${block}-words`) };
}

const sentence = (words: FieldWords, field: string, because: string): string =>
  `${words.label(field)}: ${because}.`;
