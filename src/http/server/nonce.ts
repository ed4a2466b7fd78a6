/**
 * Nonces for the proofs of wallets. A nonce carries its own end and our mark on both, so that asking for one writes nothing down and
 * nobody can fill our memory by asking; those that were used are remembered until their end (workflow/wallet/deliver).
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const NONCE_SECONDS = 300;
const RANDOM_BYTES = 16;
const MARK_BYTES = 16;

export function newNonce(secret: string, now: number): string {
  const said = `${randomBytes(RANDOM_BYTES).toString('base64url')}.${now + NONCE_SECONDS * 1000}`;
  return `${said}.${markOf(secret, said)}`;
}

/** Until when a nonce of ours is good, in milliseconds since 1970 UTC; undefined where it is over or was never ours. */
export function nonceEnds(secret: string, nonce: string, now: number): number | undefined {
  const [random, end, mark, ...more] = nonce.split('.');
  const given = Buffer.from(mark ?? '');
  const right = Buffer.from(markOf(secret, `${random}.${end}`));
  if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) {
    return undefined;
  }
  return Number(end) > now ? Number(end) : undefined;
}

const markOf = (secret: string, said: string): string =>
  createHmac('sha256', secret)
    .update(`nonce ${said}`)
    .digest()
    .subarray(0, MARK_BYTES)
    .toString('base64url');
