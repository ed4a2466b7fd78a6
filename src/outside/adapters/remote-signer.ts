/**
 * Signs with a key that lies in a key management service, over HTTP: {keyId, message} goes there, a signature comes back. The
 * service holds an Ed25519 key that it never hands out; a small gateway in front of a cloud's own interface can speak this.
 *
 *   POST URL
 *   Authorization: Bearer TOKEN             where EVENHAND_SIGNING_TOKEN is set
 *   {"keyId": "...", "message": "<base64>"}   answered by {"signature": "<base64 of 64 bytes>"}
 */
import type { SigningService } from '../../credential/proof/issuer-keys.ts';
import type { Signer } from '../../workflow/ports/ports.ts';

const WAIT_MS = 10_000;
const SIGNATURE_BYTES = 64;

/** `token` is read at each signature, so that it can be renewed while the service runs. */
export function serviceSigner(
  { url, keyId }: SigningService,
  publicKey: Uint8Array,
  token: () => string | undefined,
): Signer {
  return {
    publicKey,
    async sign(bytes) {
      const answer = await asked(url, token(), {
        keyId,
        message: Buffer.from(bytes).toString('base64'),
      });
      const signature = Buffer.from(answer, 'base64');
      if (signature.length !== SIGNATURE_BYTES) {
        throw new Error(`the signing service ${url} answered no Ed25519 signature for ${keyId}`);
      }
      return new Uint8Array(signature);
    },
  };
}

async function asked(url: string, token: string | undefined, body: object): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(WAIT_MS),
    });
  } catch (cause) {
    throw new Error(
      `the signing service ${url} cannot be reached, so nothing was signed. Try again once it answers.`,
      { cause },
    );
  }
  if (!response.ok) {
    throw new Error(
      `the signing service ${url} refused (status ${response.status}), so nothing was signed. Look at its key and at EVENHAND_SIGNING_TOKEN.`,
    );
  }
  const answer: unknown = await response.json().catch(() => undefined);
  return typeof answer === 'object' &&
    answer !== null &&
    'signature' in answer &&
    typeof answer.signature === 'string'
    ? answer.signature
    : '';
}
