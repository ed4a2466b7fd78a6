/** A wallet hands in the code of an offer with the number that was typed, and gets a token for one copy in one form. */
import { toBase64url } from '../../kernel/bytes/bytes.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import { hashOfPin, hashOfSecret } from './make-offer.ts';

const TOKEN_BYTES = 32;
export const TOKEN_SECONDS = 300;
const NOBODY = { rights: 'public', person: undefined } as const;

/** The token. A wrong number is counted: the fifth ends the offer. */
export async function redeemOffer(
  world: Pick<World, 'records' | 'clock' | 'chance'>,
  { code, pin }: { readonly code: string; readonly pin: string },
): Promise<Result<string, 'wrong-number' | 'no-such-code'>> {
  const token = toBase64url(world.chance.bytes(TOKEN_BYTES));
  const at = world.clock.now();
  const answer = await world.records.as(NOBODY, ({ register }) =>
    register.redeemOffer({
      ...{ codeHash: hashOfSecret(code), pinHash: hashOfPin(code, pin) },
      ...{ tokenHash: hashOfSecret(token), at, tokenExpiresAt: at + TOKEN_SECONDS * 1000 },
    }),
  );
  // Only now: a refusal inside the transaction would undo the count.
  switch (answer) {
    case 'redeemed':
      return success(token);
    case 'wrong-number':
      return refuse(answer, 'the transaction code is not the one that was shown');
    default:
      return refuse(answer, 'the code was never given out, was used, or is over');
  }
}
