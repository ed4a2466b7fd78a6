/** A concern raised by anybody, without an account, and the conversation that follows by receipt code. */

import { type Concern, normalizeReceipt, receiptCode } from '../../casework/concern/concern.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { ConcernRow } from '../ports/records.ts';

type ConcernWorld = Pick<World, 'records' | 'chance'>;
const NOBODY = { rights: 'public', person: undefined } as const;

/** Keeps the concern; the receipt code is shown once and kept only as a hash. */
export async function raiseConcern(
  world: ConcernWorld,
  concern: Concern,
): Promise<{ readonly label: string; readonly receipt: string }> {
  const receipt = receiptCode(world.chance.bytes(13));
  const label = labelFrom('C', world.chance.bytes(7));
  await world.records.as(NOBODY, ({ concerns }) =>
    concerns.raise({
      id: world.chance.uuid(),
      label,
      receiptHash: hashOf(receipt),
      about: concern.about,
      account: concern.account,
      contact: concern.contact,
    }),
  );
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
  world: ConcernWorld,
  asked: { readonly staff: string; readonly concern: string; readonly words: string },
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
      id: world.chance.uuid(),
      concern: asked.concern,
      words,
      author: asked.staff,
    });
    return success(true);
  });
}

const hashOf = (receipt: string): Uint8Array => sha256(utf8(`concern ${receipt}`));
