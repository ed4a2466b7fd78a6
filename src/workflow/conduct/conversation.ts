/**
 * The conversation behind a receipt code and its passphrase. An unknown code and a wrong passphrase get the same answer
 * after the same work, and guessing is slowed per code.
 */
import { normalizeReceipt } from '../../casework/concern/receipt-code.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { ConversationRow, FileToKeep } from '../ports/concern-records.ts';
import type { World } from '../ports/ports.ts';
import { MOST_FILES } from './keep-files.ts';
import { guessHashOf, receiptHashOf } from './receipt-hash.ts';

const NOBODY = { rights: 'public', person: undefined } as const;
const GUESSES = 10;
const GUESS_WINDOW_MS = 15 * 60_000;

export type Conversation = ConversationRow;

/** Opens for whoever holds both. The key stands for the receipt from then on; it is no secret that opens anything alone. */
export async function openConversation(
  world: Pick<World, 'records' | 'passphrases' | 'clock'> & { readonly decoyHash: string },
  typed: { readonly receipt: string; readonly passphrase: string },
): Promise<Result<Uint8Array, 'unknown-receipt' | 'too-many-guesses'>> {
  const code = normalizeReceipt(typed.receipt);
  const guess = guessHashOf(code.ok ? code.value : 'no code');
  const receiptHash = receiptHashOf(code.ok ? code.value : '');
  const { failures, key } = await world.records.as(NOBODY, async ({ door, concerns }) => ({
    failures: code.ok ? await door.failuresSince(guess, world.clock.now() - GUESS_WINDOW_MS) : 0,
    key: await concerns.keyOf(receiptHash),
  }));
  if (failures >= GUESSES) {
    return refuse('too-many-guesses', 'there were too many tries for this code; wait 15 minutes');
  }
  const passphrase = typed.passphrase.normalize('NFKC');
  const hash = key === undefined ? world.decoyHash : key.passphraseHash;
  // A concern from before there were passphrases opens with its code alone.
  const matches = hash === null || (await world.passphrases.matches(hash, passphrase));
  const opened = key !== undefined && matches;
  if (code.ok) {
    await world.records.as(NOBODY, ({ door }) => door.noteAttempt(guess, opened));
  }
  return opened
    ? success(receiptHash)
    : refuse('unknown-receipt', 'no concern has this receipt code with this passphrase');
}

/** Undefined where there is none. */
export async function conversationBehind(
  world: Pick<World, 'records'>,
  receiptHash: Uint8Array,
): Promise<Conversation | undefined> {
  return await world.records.as(NOBODY, ({ concerns }) => concerns.byReceipt(receiptHash));
}

export async function writeBack(
  world: Pick<World, 'records'>,
  receiptHash: Uint8Array,
  said: {
    /** Names the form, so that sending it twice writes once. */
    readonly id: string;
    readonly words: string;
    readonly files: readonly FileToKeep[];
  },
): Promise<Result<true, 'too-many-files'>> {
  return await world.records.as(NOBODY, async ({ concerns }) => {
    const row = await concerns.byReceipt(receiptHash);
    const isNew = row?.replies.every(({ id }) => id !== said.id) === true;
    if (isNew && said.files.length > 0 && row.files.length + said.files.length > MOST_FILES) {
      return refuse('too-many-files', `a concern holds at most ${MOST_FILES} files`);
    }
    await concerns.writeBack(receiptHash, { id: said.id, words: said.words }, said.files);
    return success(true);
  });
}

/** The body may go on all the same; the page says so before. */
export async function withdrawConcern(
  world: Pick<World, 'records'>,
  receiptHash: Uint8Array,
): Promise<void> {
  await world.records.as(NOBODY, ({ concerns }) => concerns.withdraw(receiptHash));
}
