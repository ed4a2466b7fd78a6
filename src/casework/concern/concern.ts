/**
 * A concern, raised by anybody and without an account: what it is about, what happened, and a way to answer if the
 * person wants one. The receipt code is the only key to it; the body keeps the code's hash, not the code.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { readEmail } from '../person/email.ts';
import { type Mistake, readParagraphs, type Typed, textIn } from '../person/typed-text.ts';

export const CONCERN_SUBJECTS = [
  { id: 'commission', label: 'How the body itself acts or decides' },
  { id: 'certificant', label: 'What somebody who holds a credential did or did not do' },
  { id: 'exam', label: 'An exam or a question in it' },
  { id: 'accommodation', label: 'An accommodation that was asked for or granted' },
  { id: 'other', label: 'Something else' },
] as const;

export type ConcernSubject = (typeof CONCERN_SUBJECTS)[number]['id'];

export interface Concern {
  readonly about: ConcernSubject;
  readonly account: string;
  readonly contact: string | undefined;
}

const SHORTEST_ACCOUNT = 10;
const LONGEST_ACCOUNT = 10_000;

export type ReadConcern =
  | { readonly ok: true; readonly value: Concern }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Reads the form's fields `about`, `account` and `contact`. All mistakes come at once. */
export function readConcern(raw: Typed): ReadConcern {
  const about = CONCERN_SUBJECTS.find(({ id }) => id === textIn(raw, 'about'));
  const account = readParagraphs(textIn(raw, 'account'), {
    label: 'What happened',
    atLeast: SHORTEST_ACCOUNT,
    atMost: LONGEST_ACCOUNT,
  });
  const typed = textIn(raw, 'contact');
  const contact = typed.trim() === '' ? success(undefined) : readEmail(typed);
  if (about !== undefined && account.ok && contact.ok) {
    return {
      ok: true,
      value: { about: about.id, account: account.value, contact: contact.value },
    };
  }
  const mistakes: Mistake[] = [];
  if (about === undefined) {
    mistakes.push({ field: 'about', message: 'Choose what your concern is about.' });
  }
  if (!account.ok) {
    mistakes.push({ field: 'account', message: account.refusal.because });
  }
  if (!contact.ok) {
    mistakes.push({
      field: 'contact',
      message: `${contact.refusal.because} Or leave it empty: you do not have to say who you are.`,
    });
  }
  return { ok: false, mistakes };
}

/** Crockford's alphabet: no I, L, O or U, so that a code read aloud or copied by hand stays the same code. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RECEIPT_BYTES = 13;
const CODE_LENGTH = 20;
const GROUP = 5;

/** A receipt code from 13 random bytes: 100 bits in four groups of five, such as 7ZK4Q-0M2XN-9B1RT-HW8CD. */
export function receiptCode(random: Uint8Array): string {
  if (random.length !== RECEIPT_BYTES) {
    throw new RangeError(
      `a receipt code takes ${RECEIPT_BYTES} random bytes, not ${random.length}`,
    );
  }
  let code = '';
  let bits = 0;
  let waiting = 0;
  for (const byte of random) {
    waiting = (waiting << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      code += ALPHABET[(waiting >> bits) & 31];
      waiting &= (1 << bits) - 1;
    }
  }
  return grouped(code.slice(0, CODE_LENGTH));
}

/** The one spelling of a code, however it was typed: any case, any spaces or hyphens, O for 0, I or L for 1. */
export function normalizeReceipt(text: string): Result<string, 'not-a-receipt'> {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (code.length !== CODE_LENGTH || [...code].some((letter) => !ALPHABET.includes(letter))) {
    return refuse(
      'not-a-receipt',
      `Receipt code: it has ${CODE_LENGTH} letters and digits in four groups of five, such as 7ZK4Q-0M2XN-9B1RT-HW8CD. Compare it with your receipt.`,
    );
  }
  return success(grouped(code));
}

const grouped = (code: string): string =>
  Array.from({ length: CODE_LENGTH / GROUP }, (_, place) =>
    code.slice(place * GROUP, place * GROUP + GROUP),
  ).join('-');
