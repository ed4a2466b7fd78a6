/** What somebody writes who wants a seat. All mistakes come at once; a statement says nobody's name. */
import { namesOneself } from '../opinion/known-names.ts';
import type { NamedPerson } from '../person/name.ts';
import {
  type Mistake,
  readLine,
  readParagraphs,
  type Typed,
  textIn,
} from '../person/typed-text.ts';

export interface NominationWritten {
  readonly statement: readonly string[];
  readonly conflicts: string;
  readonly stated: Readonly<Record<string, string>>;
  readonly neverInProfession: boolean;
  readonly household: string | undefined;
}

export interface Asked {
  readonly criteria: readonly string[];
  readonly how: 'draw' | 'reading';
  readonly openTo: 'holders' | 'public';
  /** What has to be stated: the categories that the body cannot look up by itself, with their values. */
  readonly categories: readonly { readonly category: string; readonly values: readonly string[] }[];
  readonly me: NamedPerson;
}

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Reads `statement-1` and so on, `conflicts`, `stated-1` and so on, `never`, `household` and `consent`. */
export function readNomination(raw: Typed, asked: Asked): Read<NominationWritten> {
  const mistakes: Mistake[] = [];
  const statement =
    asked.how === 'draw'
      ? []
      : asked.criteria.map((_, place) => {
          const field = `statement-${place + 1}`;
          const read = readParagraphs(textIn(raw, field), {
            label: `Your answer to criterion ${place + 1}`,
            atLeast: 20,
            atMost: 2000,
          });
          const name = read.ok ? namesOneself(read.value, asked.me) : undefined;
          if (!read.ok) {
            mistakes.push({ field, message: read.refusal.because });
          } else if (name !== undefined) {
            mistakes.push({
              field,
              message: `Your answer holds “${name}”, which is a name of yours. Take it out: two people read it without knowing whose it is.`,
            });
          }
          return read.ok ? read.value : '';
        });
  const conflicts = readParagraphs(textIn(raw, 'conflicts'), {
    label: 'Ties and interests',
    atLeast: 2,
    atMost: 2000,
  });
  if (!conflicts.ok) {
    mistakes.push({
      field: 'conflicts',
      message: 'Say what ties or interests could matter, or write “none”.',
    });
  }
  const stated: Record<string, string> = {};
  for (const [place, { category, values }] of asked.categories.entries()) {
    const value = values.find((one) => one === textIn(raw, `stated-${place + 1}`));
    if (value === undefined) {
      mistakes.push({
        field: `stated-${place + 1}`,
        message: `Choose what holds for “${category}”.`,
      });
    } else {
      stated[category] = value;
    }
  }
  const neverInProfession = textIn(raw, 'never') === 'yes';
  if (asked.openTo === 'public' && !neverInProfession) {
    mistakes.push({
      field: 'never',
      message:
        'This seat is for people who never worked in the profession. Confirm that, or look for another opening.',
    });
  }
  if (textIn(raw, 'consent') !== 'yes') {
    mistakes.push({ field: 'consent', message: 'Confirm that you want to be considered.' });
  }
  const typedHome = textIn(raw, 'household');
  const household =
    typedHome.trim() === ''
      ? undefined
      : readLine(typedHome, { label: 'Your household', atMost: 200 });
  if (household?.ok === false) {
    mistakes.push({ field: 'household', message: household.refusal.because });
  }
  return conflicts.ok && mistakes.length === 0
    ? {
        ok: true,
        value: {
          statement,
          conflicts: conflicts.value,
          stated,
          neverInProfession,
          household: household?.ok === true ? household.value.toLowerCase() : undefined,
        },
      }
    : { ok: false, mistakes };
}

/** Reads `email` and `why` of somebody who thinks of somebody else. */
export function readSuggestion(raw: Typed): Read<{ readonly email: string; readonly why: string }> {
  const email = textIn(raw, 'email').trim();
  const why = readParagraphs(textIn(raw, 'why'), { label: 'Why', atLeast: 10, atMost: 1000 });
  const mistakes: Mistake[] = [
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254
      ? []
      : [{ field: 'email', message: 'Write an e-mail address, such as name@example.org.' }]),
    ...(why.ok ? [] : [{ field: 'why', message: why.refusal.because }]),
  ];
  return why.ok && mistakes.length === 0
    ? { ok: true, value: { email, why: why.value } }
    : { ok: false, mistakes };
}
