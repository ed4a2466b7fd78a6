/** A wallet in a test, on the client side of @openid4vc/openid4vci: it holds one key of its own and speaks to the server as any wallet would. */
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import {
  type CredentialOfferObject,
  type IssuerMetadataResult,
  Openid4vciClient,
  setGlobalConfig,
} from '@openid4vc/openid4vci';
import { base58 } from '@scure/base';
import type { PublicJwk } from '../../src/credential/wallet/holder-key.ts';

setGlobalConfig({ allowInsecureUrls: true });

/** How the wallet names its key in a proof. */
export type NamedBy = 'jwk' | 'did:jwk' | 'did:key';

export interface TestWallet {
  readonly jwk: PublicJwk;
  /** The name that a credential should give its holder. */
  readonly did: string;
  open(link: string): Promise<Opened>;
  /** All of it: offer, token, nonce, proof, credential. */
  take(link: string, pin: string): Promise<unknown>;
}

export interface Opened {
  readonly offer: CredentialOfferObject;
  readonly issuer: IssuerMetadataResult;
  readonly configuration: string;
  token(pin: string): Promise<string>;
  nonce(): Promise<string>;
  proof(nonce: string, otherwise?: Otherwise): Promise<string>;
  fetch(token: string, proof: string, configuration?: string): Promise<unknown>;
}

/** A proof that is not what it should be. */
export interface Otherwise {
  readonly audience?: string;
  /** Signed by this key, whatever it names. */
  readonly signedBy?: KeyObject;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export function testWallet(
  curve: 'Ed25519' | 'P-256',
  namedBy: NamedBy,
  ask: typeof fetch = fetch,
): TestWallet {
  const { privateKey, publicKey } =
    curve === 'Ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' }) as unknown as PublicJwk;
  const alg = curve === 'Ed25519' ? 'EdDSA' : 'ES256';
  const sorted = Object.fromEntries(Object.entries(jwk).sort(([a], [b]) => (a < b ? -1 : 1)));
  const did = namedBy === 'did:key' ? didKey(jwk) : `did:jwk:${part(sorted)}`;
  const signedText = (text: string, key: KeyObject): string =>
    sign(
      curve === 'P-256' ? 'sha256' : null,
      Buffer.from(text),
      curve === 'P-256' ? { key, dsaEncoding: 'ieee-p1363' } : key,
    ).toString('base64url');
  const callbacks: ConstructorParameters<typeof Openid4vciClient>[0]['callbacks'] = {
    fetch: ask,
    hash: (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
    generateRandom: (count) => new Uint8Array(randomBytes(count)),
    // It has no name and needs none.
    clientAuthentication: () => {},
    signJwt: (_signer, { header, payload }) => {
      const said = `${part(header)}.${part(payload)}`;
      return {
        jwt: `${said}.${signedText(said, privateKey)}`,
        signerJwk: { ...jwk },
      };
    },
  };
  const client = new Openid4vciClient({ callbacks });
  const fragment = namedBy === 'did:key' ? did.slice('did:key:'.length) : '0';
  const signer =
    namedBy === 'jwk'
      ? ({ method: 'jwk', alg, publicJwk: { ...jwk } } as const)
      : ({ method: 'did', alg, didUrl: `${did}#${fragment}` } as const);

  const open = async (link: string): Promise<Opened> => {
    const offer = await client.resolveCredentialOffer(link);
    const issuer = await client.resolveIssuerMetadata(offer.credential_issuer);
    const [configuration, ...more] = offer.credential_configuration_ids;
    assert.ok(configuration !== undefined && more.length === 0);
    return {
      ...{ offer, issuer, configuration },
      async token(pin) {
        const { accessTokenResponse } = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
          ...{ credentialOffer: offer, issuerMetadata: issuer, txCode: pin },
        });
        return accessTokenResponse.access_token;
      },
      async nonce() {
        return (await client.requestNonce({ issuerMetadata: issuer })).c_nonce;
      },
      async proof(nonce, otherwise = {}) {
        const { jwt } = await client.createCredentialRequestJwtProof({
          ...{ issuerMetadata: issuer, credentialConfigurationId: configuration, signer, nonce },
        });
        const [head, body] = jwt.split('.');
        const payload = JSON.parse(Buffer.from(body ?? '', 'base64url').toString());
        const said = `${head}.${part({ ...payload, aud: otherwise.audience ?? payload.aud })}`;
        return `${said}.${signedText(said, otherwise.signedBy ?? privateKey)}`;
      },
      async fetch(accessToken, jwt, asked = configuration) {
        const { credentialResponse } = await client.retrieveCredentials({
          ...{ issuerMetadata: issuer, credentialConfigurationId: asked, accessToken },
          proofs: { jwt: [jwt] },
        });
        const [one, ...others] = credentialResponse.credentials ?? [];
        assert.equal(others.length, 0);
        return typeof one === 'object' && 'credential' in one ? one.credential : one;
      },
    };
  };
  return {
    ...{ jwk, did, open },
    async take(link, pin) {
      const opened = await open(link);
      const token = await opened.token(pin);
      return await opened.fetch(token, await opened.proof(await opened.nonce()));
    },
  };
}

function didKey(jwk: PublicJwk): string {
  const x = Buffer.from(jwk.x, 'base64url');
  const word =
    jwk.kty === 'OKP'
      ? Buffer.concat([Buffer.from([0xed, 0x01]), x])
      : Buffer.concat([
          Buffer.from([0x80, 0x24]),
          p256.Point.fromBytes(
            Buffer.concat([Buffer.from([4]), x, Buffer.from(jwk.y, 'base64url')]),
          ).toBytes(true),
        ]);
  return `did:key:z${base58.encode(new Uint8Array(word))}`;
}

/** The link and the number on the page of an offer. */
export function offerOn(html: string): { readonly link: string; readonly pin: string } {
  const link = /href="(openid-credential-offer:[^"]+)"/.exec(html)?.[1];
  const pin = /receipt-large">(\d{3}) (\d{3})</.exec(html);
  assert.ok(link !== undefined && pin !== null, 'the page holds no offer');
  return { link: link.replaceAll('&amp;', '&'), pin: `${pin[1]}${pin[2]}` };
}

/** The error of OAuth in what the client throws. */
export async function errorOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (cause) {
    const said = JSON.stringify(cause, (key, value) => (key === 'stack' ? undefined : value));
    return /"error":"([a-z_]+)"/.exec(said)?.[1] ?? String(cause);
  }
  return 'done';
}
