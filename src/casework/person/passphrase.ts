/**
 * A passphrase for an account: 12 characters or more, no demand for digits or signs. Refused are those that a stranger
 * tries first: very common ones, one piece over and over, and the person's own name or address.
 * Source: NIST SP 800-63B-4 (2025), 3.1.1.2: length, no composition rules, a list of common and expected values.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { lengthOf } from './typed-text.ts';

export const SHORTEST_PASSPHRASE = 12;
const LONGEST_PASSPHRASE = 200;

export type PassphraseRefusal = 'too-short' | 'too-long' | 'too-common' | 'names-you';

/** The passphrase as it is to be hashed: NFKC, nothing trimmed, so that every keyboard gives the same characters. */
export function readPassphrase(
  raw: string,
  account: { readonly email: string; readonly fullName: string },
): Result<string, PassphraseRefusal> {
  const passphrase = raw.normalize('NFKC');
  const length = lengthOf(passphrase);
  if (length < SHORTEST_PASSPHRASE) {
    return refuse(
      'too-short',
      `Passphrase: use at least ${SHORTEST_PASSPHRASE} characters. Four or five words that do not belong together work well.`,
    );
  }
  if (length > LONGEST_PASSPHRASE) {
    return refuse(
      'too-long',
      `Passphrase: ${LONGEST_PASSPHRASE} characters are the most that fit; this one has ${length}.`,
    );
  }
  const bare = folded(passphrase);
  if (COMMON.has(bare) || /^(.{1,4}?)\1+.?$/u.test(passphrase) || lengthOf(bare) === 0) {
    return refuse(
      'too-common',
      'Passphrase: this is one of those that a stranger tries first. Use words that only you would put together.',
    );
  }
  if (restWithout(bare, account) < LEAST_BESIDE_NAME) {
    return refuse(
      'names-you',
      'Passphrase: it is little more than your own name or email address. Use other words.',
    );
  }
  return success(passphrase);
}

/** How many characters are left once the person's own name and address are taken out. */
function restWithout(
  bare: string,
  account: { readonly email: string; readonly fullName: string },
): number {
  const own = [
    account.email,
    account.email.split('@')[0] ?? '',
    account.fullName,
    ...account.fullName.split(/\s+/),
  ]
    .map(folded)
    .filter((word) => lengthOf(word) >= SHORTEST_OWN_WORD)
    .sort((a, b) => b.length - a.length);
  return lengthOf(own.reduce((rest, word) => rest.replaceAll(word, ''), bare));
}
const LEAST_BESIDE_NAME = 8;
const SHORTEST_OWN_WORD = 3;

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');

/** Twelve characters and more, found near the top of every list of leaked passwords, or the first thing to try here. */
const COMMON = new Set(
  `password1234 password12345 password123456 passwordpassword password2024 password2025 password2026
  mypassword123 mypassword1234 thisismypassword changeme1234 changemenow123 letmein12345 letmeinplease
  welcome12345 welcome123456 welcomewelcome administrator administrator1 iloveyou1234 iloveyou12345
  iloveyouforever qwertyuiop12 qwertyuiop123 qwertyuiop1234567890 qwertyuiopasdf qwertyqwerty qwerty123456
  qwerty1234567 asdfghjkl123 asdfghjkl1234 zxcvbnm12345 1qaz2wsx3edc 1q2w3e4r5t6y 1q2w3e4r5t6y7u 123456789012
  1234567890123 1234567890123456 123456789abc 1234567890ab 123456qwerty 012345678901 987654321098 abcdefghijkl
  abcdefghijklm abcdefghijklmnopqrstuvwxyz abc123456789 abcd12345678 a1b2c3d4e5f6 football1234 baseball1234
  sunshine1234 princess1234 superman1234 trustno112345 correcthorsebatterystaple casemanager1 casemanager123
  casemanagement disabilitymanagement certification evenhand1234 evenhandevenhand`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
