/** What is kept of a receipt code, and what is counted when somebody guesses at the passphrase behind one. */
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';

export const receiptHashOf = (receipt: string): Uint8Array => sha256(utf8(`concern ${receipt}`));
export const guessHashOf = (receipt: string): Uint8Array =>
  sha256(utf8(`guess at concern ${receipt}`));
