/**
 * Reading what somebody asks the register: by certificate number and family name, by exact name, program and state; and
 * what a holder lets it say.
 * Not here: whether anybody is found, and how names are compared (the database, which alone sees them).
 */
import { type Mistake, readLine, type Typed, textIn } from '../person/typed-text.ts';
import { isPlace, type Place } from './places.ts';

export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export interface ByNumber {
  readonly program: string;
  readonly number: string;
  readonly familyName: string;
}
export interface ByName {
  readonly program: string;
  readonly place: Place;
  readonly fullName: string;
}

const LONGEST_NAME = 200;
const LONGEST_NUMBER = 40;

/** Reads `program`, `number` and `family-name`. */
export function readByNumber(raw: Typed, programs: readonly string[]): Read<ByNumber> {
  const program = programIn(raw, programs);
  const number = readLine(textIn(raw, 'number'), {
    label: 'Certificate number',
    atMost: LONGEST_NUMBER,
  });
  const familyName = readLine(textIn(raw, 'family-name'), {
    label: 'Family name',
    atMost: LONGEST_NAME,
  });
  return program.ok && number.ok && familyName.ok
    ? {
        ok: true,
        value: { program: program.value, number: number.value, familyName: familyName.value },
      }
    : {
        ok: false,
        mistakes: [
          ...(program.ok ? [] : program.mistakes),
          ...(number.ok ? [] : [{ field: 'number', message: number.refusal.because }]),
          ...(familyName.ok ? [] : [{ field: 'family-name', message: familyName.refusal.because }]),
        ],
      };
}

/** Reads `credential`, which is a program, `place` and `full-name`. */
export function readByName(raw: Typed, programs: readonly string[]): Read<ByName> {
  const program = programIn(raw, programs, 'credential');
  const place = textIn(raw, 'place');
  const fullName = readLine(textIn(raw, 'full-name'), { label: 'Full name', atMost: LONGEST_NAME });
  return program.ok && isPlace(place) && fullName.ok
    ? { ok: true, value: { program: program.value, place, fullName: fullName.value } }
    : {
        ok: false,
        mistakes: [
          ...(program.ok ? [] : program.mistakes),
          ...(isPlace(place)
            ? []
            : [{ field: 'place', message: 'State: choose where they practice.' }]),
          ...(fullName.ok ? [] : [{ field: 'full-name', message: fullName.refusal.because }]),
        ],
      };
}

function programIn(raw: Typed, programs: readonly string[], field = 'program'): Read<string> {
  const program = programs.find((known) => known === textIn(raw, field));
  return program === undefined
    ? {
        ok: false,
        mistakes: [{ field, message: 'Credential: choose the one you ask about.' }],
      }
    : { ok: true, value: program };
}

/** 'name': found by name, program and state; 'number': by number and family name; 'link': by the holder's own link. */
export const SHOWN = ['name', 'number', 'link'] as const;
export interface Listing {
  readonly shown: (typeof SHOWN)[number];
  readonly place: Place | undefined;
}

/** Reads `shown` and `place`. */
export function readListing(raw: Typed): Read<Listing> {
  const shown = SHOWN.find((one) => one === textIn(raw, 'shown'));
  const typed = textIn(raw, 'place');
  const place = isPlace(typed) ? typed : undefined;
  if (shown === undefined) {
    return {
      ok: false,
      mistakes: [{ field: 'shown', message: 'Choose how you can be found.' }],
    };
  }
  return shown === 'name' && place === undefined
    ? {
        ok: false,
        mistakes: [
          { field: 'place', message: 'State: choose where you practice, to be found by name.' },
        ],
      }
    : { ok: true, value: { shown, place } };
}
