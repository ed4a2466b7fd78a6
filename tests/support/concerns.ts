/** Concerns as tests raise them: what was told, the row around it, and the fields of the form. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Concern } from '../../src/casework/concern/concern.ts';

export const CONCERN_PASSPHRASE = 'seven lanterns over quiet water';

export const told = (change: Partial<Concern> = {}): Concern => ({
  language: 'en',
  about: 'holder',
  account: 'It happened like this.',
  happenedOn: undefined,
  toWhom: [],
  who: undefined,
  grounds: [],
  setting: undefined,
  program: undefined,
  relation: undefined,
  hope: undefined,
  visibility: 'staff',
  fullName: undefined,
  contact: undefined,
  ...change,
});

let labels = 0;

export const concernRow = (
  change: Partial<{ id: string; label: string; receiptHash: Uint8Array }> = {},
) => {
  labels += 1;
  return {
    id: randomUUID(),
    label: `C-${labels}`,
    receiptHash: randomBytes(32),
    passphraseHash: 'a hash',
    ...change,
  };
};

/** The fields of the form that must be filled in, as a browser sends them. */
export const concernForm = {
  about: 'body',
  account: 'Nobody answered my letter of May 3.',
  visibility: 'staff',
  passphrase: CONCERN_PASSPHRASE,
} as const;

export const receiptIn = (words: string): string =>
  /[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}/.exec(words)?.[0] ?? '';

/** The label that the page names after sending; a receipt code can look like one, so the words before it count. */
export const labelIn = (words: string): string =>
  /(?:know it as|la conocen como) (C-[0-9A-Z]+)\./.exec(words)?.[1] ?? '';
