/** A copy of a credential in a wallet, by the use cases themselves, for tests of what becomes of it. */
import { generateKeyPairSync, sign } from 'node:crypto';
import type { WalletFormat } from '../../src/credential/wallet/wallet-copy.ts';
import type { Json } from '../../src/kernel/bytes/canonical-json.ts';
import type { World } from '../../src/workflow/ports/ports.ts';
import { deliver } from '../../src/workflow/wallet/deliver.ts';
import { makeOffer } from '../../src/workflow/wallet/make-offer.ts';
import { redeemOffer } from '../../src/workflow/wallet/redeem-offer.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What the wallet keeps, or the kind of the refusal that stood in the way. */
export async function inWallet(
  world: World,
  held: { readonly person: string; readonly credential: string },
  format: WalletFormat = 'ldp_vc',
): Promise<{ readonly kept: Json } | { readonly refused: string }> {
  const offer = await makeOffer(world, { ...held, format });
  if (!offer.ok) {
    return { refused: offer.refusal.kind };
  }
  const { link, pin } = offer.value;
  const read = JSON.parse(new URL(link).searchParams.get('credential_offer') ?? '');
  const code = Object.values<Record<string, string>>(read.grants)[0]?.['pre-authorized_code'];
  const token = await redeemOffer(world, { code: code ?? '', pin });
  if (!token.ok) {
    return { refused: token.refusal.kind };
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const nonce = world.chance.uuid();
  const said = [
    { alg: 'EdDSA', typ: 'openid4vci-proof+jwt', jwk: publicKey.export({ format: 'jwk' }) },
    { aud: world.origin, iat: Math.floor(world.clock.now() / 1000), nonce },
  ]
    .map(part)
    .join('.');
  const jwt = `${said}.${sign(null, Buffer.from(said), privateKey).toString('base64url')}`;
  const done = await deliver(world, {
    token: token.value,
    request: {
      credential_configuration_id: read.credential_configuration_ids[0],
      proofs: { jwt: [jwt] },
    },
    ends: (_nonce, now) => now + 1000,
  });
  return done.ok ? { kept: done.value } : { refused: done.refusal.kind };
}

/** The id in the address of the copy that a wallet keeps. */
export function copyIn(result: Awaited<ReturnType<typeof inWallet>>): string {
  const text = 'kept' in result ? JSON.stringify(result.kept) : '';
  const id = /"id":"[^"]*\/c\/([\w-]{22})"/.exec(text)?.[1];
  if (id === undefined) {
    throw new Error(`there is no copy: ${JSON.stringify(result).slice(0, 200)}`);
  }
  return id;
}
