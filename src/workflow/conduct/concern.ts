/** A concern raised by anybody, without an account, and the conversation that follows by receipt code. */

import { type Concern, normalizeReceipt, receiptCode } from '../../casework/concern/concern.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { ConcernRow } from '../ports/records.ts';

type ConcernWorld = Pick<World, 'records' | 'chance'>;
const NOBODY = { rights: 'public', person: undefined } as const;

/** 128 random bits for one form: the same form sent twice is one concern with one receipt. */
export const formKey = (world: Pick<World, 'chance'>): string =>
  toBase64url(world.chance.bytes(16));
const FORM_KEY = /^[A-Za-z0-9_-]{22}$/;

/**
 * Keeps the concern; the receipt code is shown once and kept only as a hash. It follows from the key of the form and
 * from what was written, so that a second press shows the first receipt, and changed words are a concern of their own.
 */
export async function raiseConcern(
  world: ConcernWorld,
  concern: Concern,
  key: string,
): Promise<{ readonly label: string; readonly receipt: string }> {
  const { about, account, contact } = concern;
  const secret = FORM_KEY.test(key) ? key : formKey(world);
  const words = canonicalJson({ about, account, contact: contact ?? null, key: secret });
  const receipt = receiptCode(sha256(utf8(`receipt ${words}`)).slice(0, 13));
  const receiptHash = hashOf(receipt);
  const label = await world.records.as(NOBODY, async ({ concerns }) => {
    await concerns.raise({
      id: world.chance.uuid(),
      label: labelFrom('C', world.chance.bytes(7)),
      ...{ receiptHash, about, account, contact },
    });
    return (await concerns.byReceipt(receiptHash))?.label;
  });
  if (label === undefined) {
    throw new Error('a concern that was kept is not there');
  }
  return { label, receipt };
}

export async function concernByReceipt(
  world: ConcernWorld,
  typed: string,
): Promise<
  Result<Pick<ConcernRow, 'label' | 'about' | 'receivedAt' | 'replies'>, 'unknown-receipt'>
> {
  const code = normalizeReceipt(typed);
  const found = code.ok
    ? await world.records.as(NOBODY, ({ concerns }) => concerns.byReceipt(hashOf(code.value)))
    : undefined;
  return found === undefined
    ? refuse('unknown-receipt', 'no concern has this receipt code; check each letter and digit')
    : success(found);
}

export async function concernInbox(
  world: ConcernWorld,
  staff: string,
): Promise<readonly ConcernRow[]> {
  return await world.records.as({ rights: 'staff', person: staff }, ({ concerns }) =>
    concerns.list(),
  );
}

export async function answerConcern(
  world: Pick<World, 'records'>,
  asked: {
    readonly staff: string;
    readonly concern: string;
    readonly words: string;
    /** Names the form, so that sending it twice answers once. */
    readonly reply: string;
  },
): Promise<Result<true, 'answer-missing' | 'no-such-concern'>> {
  const words = asked.words.trim();
  if (words === '') {
    return refuse('answer-missing', 'write what the person who raised the concern will read');
  }
  return await world.records.as({ rights: 'staff', person: asked.staff }, async ({ concerns }) => {
    if (!(await concerns.list()).some(({ id }) => id === asked.concern)) {
      return refuse('no-such-concern', 'there is no such concern');
    }
    await concerns.reply({
      id: asked.reply,
      concern: asked.concern,
      words,
      author: asked.staff,
    });
    return success(true);
  });
}

const hashOf = (receipt: string): Uint8Array => sha256(utf8(`concern ${receipt}`));
