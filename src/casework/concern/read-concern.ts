/**
 * Reads the form of a concern. All mistakes come at once, each as a kind with its numbers: the sentence is made by the
 * page, in the language of whoever filled it in.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { PRACTICE_SETTINGS } from '../../program/conduct/practice-settings.ts';
import { readTypedDate } from '../application/typed-values.ts';
import { readEmail } from '../person/email.ts';
import { LONGEST_NAME, readName } from '../person/name.ts';
import { readPassphrase } from '../person/passphrase.ts';
import {
  allIn,
  lengthOf,
  readLine,
  readParagraphs,
  type Typed,
  textIn,
} from '../person/typed-text.ts';
import {
  CONCERN_GROUNDS,
  CONCERN_SUBJECTS,
  type Concern,
  languageOf,
  RELATIONS,
  TO_WHOM,
  VISIBILITIES,
} from './concern.ts';
import { monthAsNumber } from './month-names.ts';

export type ConcernField =
  | 'about'
  | 'account'
  | 'happened'
  | 'who'
  | 'hope'
  | 'visibility'
  | 'name'
  | 'contact'
  | 'passphrase'
  | 'words';

export type ConcernMistakeKind =
  | 'missing'
  | 'too-short'
  | 'too-long'
  | 'control-character'
  | 'not-readable'
  | 'future'
  | 'no-letters'
  | 'not-an-address'
  | 'named-without-name'
  | 'anonymous-with-name'
  | 'too-common'
  | 'names-you';

export interface ConcernMistake {
  readonly field: ConcernField;
  readonly kind: ConcernMistakeKind;
  /** Characters that were typed, where their number is what is wrong. */
  readonly length: number;
}

const SHORTEST_ACCOUNT = 10;
export const LONGEST_ACCOUNT = 20_000;
export const LONGEST_WORDS = 5000;

export type ReadConcern =
  | { readonly ok: true; readonly value: Concern; readonly passphrase: string }
  | { readonly ok: false; readonly mistakes: readonly ConcernMistake[] };

/** `programs` are the ids on offer; `today` is the last day on which something can have happened. */
export function readConcern(
  raw: Typed,
  programs: readonly string[],
  today: CivilDate,
): ReadConcern {
  const mistakes: ConcernMistake[] = [];
  const wrong = (field: ConcernField, kind: ConcernMistakeKind, text = ''): undefined => {
    mistakes.push({ field, kind, length: lengthOf(text.trim()) });
    return undefined;
  };
  const concern = {
    language: languageOf(textIn(raw, 'lang')),
    about: oneOf(CONCERN_SUBJECTS, textIn(raw, 'about')) ?? wrong('about', 'missing'),
    account: accountIn(raw, wrong),
    happenedOn: dayIn(raw, today, wrong),
    toWhom: someOf(TO_WHOM, allIn(raw, 'to-whom')),
    who: lineIn(raw, 'who', wrong),
    grounds: someOf(CONCERN_GROUNDS, allIn(raw, 'grounds')),
    setting: oneOf(PRACTICE_SETTINGS, textIn(raw, 'setting')),
    program: oneOf(programs, textIn(raw, 'program')),
    relation: oneOf(RELATIONS, textIn(raw, 'relation')),
    hope: wordsIn(raw, 'hope', wrong),
    visibility: oneOf(VISIBILITIES, textIn(raw, 'visibility')) ?? wrong('visibility', 'missing'),
    fullName: nameIn(raw, wrong),
    contact: addressIn(raw, wrong),
  };
  const { about, account, visibility } = concern;
  const passphrase = passphraseIn(raw, concern, wrong);
  if (
    mistakes.length > 0 ||
    about === undefined ||
    account === undefined ||
    visibility === undefined ||
    passphrase === undefined
  ) {
    return { ok: false, mistakes };
  }
  return { ok: true, value: { ...concern, about, account, visibility }, passphrase };
}

export type ReadWords =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly mistakes: readonly ConcernMistake[] };

/** Words that somebody adds later; they may stay empty where files are sent. */
export function readAddedWords(raw: Typed, hasFiles: boolean): ReadWords {
  const typed = textIn(raw, 'words');
  if (typed.trim() === '' && hasFiles) {
    return { ok: true, value: '' };
  }
  const read = readParagraphs(typed, { label: '', atMost: LONGEST_WORDS });
  return read.ok
    ? read
    : {
        ok: false,
        mistakes: [{ field: 'words', kind: read.refusal.kind, length: lengthOf(typed.trim()) }],
      };
}

type Wrong = (field: ConcernField, kind: ConcernMistakeKind, text?: string) => undefined;

function oneOf<Known extends string>(known: readonly Known[], typed: string): Known | undefined {
  return known.find((one) => one === typed);
}

const someOf = <Known extends string>(
  known: readonly Known[],
  typed: readonly string[],
): readonly Known[] => known.filter((one) => typed.includes(one));

function accountIn(raw: Typed, wrong: Wrong): string | undefined {
  const typed = textIn(raw, 'account');
  const read = readParagraphs(typed, {
    label: '',
    atLeast: SHORTEST_ACCOUNT,
    atMost: LONGEST_ACCOUNT,
  });
  return read.ok ? read.value : wrong('account', read.refusal.kind, typed);
}

function wordsIn(raw: Typed, field: 'hope', wrong: Wrong): string | undefined {
  const typed = textIn(raw, field);
  if (typed.trim() === '') {
    return undefined;
  }
  const read = readParagraphs(typed, { label: '', atMost: LONGEST_WORDS });
  return read.ok ? read.value : wrong(field, read.refusal.kind, typed);
}

function lineIn(raw: Typed, field: 'who', wrong: Wrong): string | undefined {
  const typed = textIn(raw, field);
  if (typed.trim() === '') {
    return undefined;
  }
  const read = readLine(typed, { label: '', atMost: LONGEST_NAME });
  return read.ok ? read.value : wrong(field, read.refusal.kind, typed);
}

function dayIn(raw: Typed, today: CivilDate, wrong: Wrong): CivilDate | undefined {
  const typed = {
    month: monthAsNumber(textIn(raw, 'happened-month')),
    day: textIn(raw, 'happened-day'),
    year: textIn(raw, 'happened-year'),
  };
  if (Object.values(typed).every((box) => box.trim() === '')) {
    return undefined;
  }
  const read = readTypedDate('', typed, today);
  if (!read.ok) {
    return wrong('happened', 'not-readable');
  }
  return read.value > today ? wrong('happened', 'future') : read.value;
}

/** Whoever is named to all gives a name; whoever is anonymous gives none, so that none is kept by mistake. */
function nameIn(raw: Typed, wrong: Wrong): string | undefined {
  const typed = textIn(raw, 'name');
  const chosen = textIn(raw, 'visibility');
  if (typed.trim() === '') {
    return chosen === 'named' ? wrong('name', 'named-without-name') : undefined;
  }
  if (chosen === 'anonymous') {
    return wrong('name', 'anonymous-with-name');
  }
  const read = readName(typed);
  return read.ok ? read.value : wrong('name', read.refusal.kind, typed);
}

function addressIn(raw: Typed, wrong: Wrong): string | undefined {
  const typed = textIn(raw, 'contact');
  if (typed.trim() === '') {
    return undefined;
  }
  const read = readEmail(typed);
  return read.ok ? read.value : wrong('contact', read.refusal.kind, typed);
}

function passphraseIn(
  raw: Typed,
  {
    contact,
    fullName,
  }: { readonly contact: string | undefined; readonly fullName: string | undefined },
  wrong: Wrong,
): string | undefined {
  const typed = textIn(raw, 'passphrase');
  const read = readPassphrase(typed, { email: contact ?? '', fullName: fullName ?? '' });
  if (typed === '') {
    return wrong('passphrase', 'missing');
  }
  return read.ok ? read.value : wrong('passphrase', read.refusal.kind, typed);
}
