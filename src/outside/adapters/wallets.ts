/**
 * The formats of wallets, by the libraries that know them: OpenID for Verifiable Credential Issuance by @openid4vc, SD-JWT by
 * @sd-jwt. Neither asks the network for anything here. They are read when the first wallet comes, not when the server starts.
 */
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { CredentialIssuerMetadata, Openid4vciIssuer } from '@openid4vc/openid4vci';
import { EDDSA } from '../../credential/wallet/compact-jws.ts';
import {
  type HolderKey,
  holderKeyOfDid,
  holderKeyOfJwk,
} from '../../credential/wallet/holder-key.ts';
import { PRE_AUTHORIZED } from '../../credential/wallet/issuer-metadata.ts';
import { toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { refuse, success } from '../../kernel/result/result.ts';
import type { Wallets } from '../../workflow/ports/wallets.ts';
import { qrSvg } from './qr.ts';
import { inflateBytes } from './signatures.ts';

type Library = typeof import('@openid4vc/openid4vci');

/** `origin` is this issuer; on a machine of one's own it may be plain http. */
export function walletFormats(origin: string): Wallets {
  let opened: Promise<Library> | undefined;
  const library = (): Promise<Library> => {
    opened ??= import('@openid4vc/openid4vci').then((loaded) => {
      loaded.setGlobalConfig({ allowInsecureUrls: !origin.startsWith('https:') });
      return loaded;
    });
    return opened;
  };
  return {
    async checkedMetadata(metadata) {
      const issuer = issuerOf(await library(), () => undefined);
      issuer.createCredentialIssuerMetadata(asMetadata(metadata));
      return metadata;
    },
    async offerLink(metadata, { configuration, code, digits }) {
      const made = await issuerOf(await library(), () => undefined).createCredentialOffer({
        issuerMetadata: described(await library(), metadata),
        credentialConfigurationIds: [configuration],
        grants: {
          [PRE_AUTHORIZED]: {
            'pre-authorized_code': code,
            tx_code: { input_mode: 'numeric', length: digits },
          },
        },
      });
      return made.credentialOffer;
    },
    qr: (text) => qrSvg(text, 'L'),
    async provenKey(metadata, jwt, now) {
      const loaded = await library();
      let key: HolderKey | undefined;
      const issuer = issuerOf(loaded, (found) => {
        key = found;
      });
      try {
        const { payload } = await issuer.verifyCredentialRequestJwtProof({
          issuerMetadata: described(loaded, metadata),
          jwt,
          now: new Date(now),
        });
        return key === undefined || typeof payload.nonce !== 'string'
          ? refuse('invalid-proof', 'the proof holds no nonce')
          : success({ key, nonce: payload.nonce });
      } catch {
        return refuse(
          'invalid-proof',
          'the proof does not hold: a JWT for this issuer, signed by the key that it names, by ES256 or EdDSA',
        );
      }
    },
    sdJwt: issueSdJwt,
    deflate: async (bytes) => new Uint8Array(await promisify(deflate)(bytes, { level: 9 })),
    inflate: inflateBytes,
  };
}

// The library's type is the shape of what it parsed; what we hand in is checked by it at once.
const asMetadata = (metadata: JsonObject): CredentialIssuerMetadata =>
  metadata as unknown as CredentialIssuerMetadata;

function described(loaded: Library, metadata: JsonObject) {
  const credentialIssuer = asMetadata(metadata);
  return {
    credentialIssuer,
    authorizationServers: [],
    knownCredentialConfigurations: {},
    originalDraftVersion: loaded.Openid4vciVersion.V1,
  };
}

/** `proved` hears of the key whose signature held. */
function issuerOf(loaded: Library, proved: (key: HolderKey) => void): Openid4vciIssuer {
  return new loaded.Openid4vciIssuer({
    callbacks: {
      hash: (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
      generateRandom: (count) => new Uint8Array(randomBytes(count)),
      signJwt: notHere,
      clientAuthentication: notHere,
      verifyJwt: async (signer, { header, compact }) => {
        // Two names for one key could be two keys.
        const named = [header.kid, header.jwk, header.x5c].filter((name) => name !== undefined);
        const key =
          named.length !== 1
            ? undefined
            : signer.method === 'did'
              ? holderKeyOfDid(signer.didUrl)
              : signer.method === 'jwk'
                ? holderKeyOfJwk(signer.publicJwk as unknown as Json)
                : undefined;
        if (key === undefined || !signatureHolds(key, header.alg, compact)) {
          return { verified: false };
        }
        proved(key);
        return { verified: true, signerJwk: { ...key.jwk } };
      },
    },
  });
}

function notHere(): never {
  throw new Error('an issuer of this kind signs nothing by this library');
}

const ALGORITHMS: Readonly<Record<HolderKey['jwk']['crv'], readonly string[]>> = {
  Ed25519: [EDDSA, 'Ed25519'],
  'P-256': ['ES256'],
};

function signatureHolds({ jwk }: HolderKey, algorithm: string, compact: string): boolean {
  const [head, body, signature, ...more] = compact.split('.');
  if (!ALGORITHMS[jwk.crv].includes(algorithm) || signature === undefined || more.length > 0) {
    return false;
  }
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  return verify(
    jwk.kty === 'EC' ? 'sha256' : null,
    utf8(`${head}.${body}`),
    jwk.kty === 'EC' ? { key, dsaEncoding: 'ieee-p1363' } : key,
    Buffer.from(signature, 'base64url'),
  );
}

const SALT_BYTES = 16;

const issueSdJwt: Wallets['sdJwt'] = async ({ always, chosen }, { kid, sign }) => {
  const { SDJwtVcInstance } = await import('@sd-jwt/sd-jwt-vc');
  const issuer = new SDJwtVcInstance({
    signAlg: EDDSA,
    signer: async (text) => toBase64url(await sign(utf8(text))),
    hashAlg: 'sha-256',
    hasher: (data) =>
      new Uint8Array(
        createHash('sha256')
          .update(typeof data === 'string' ? data : new Uint8Array(data))
          .digest(),
      ),
    saltGenerator: () => randomBytes(SALT_BYTES).toString('base64url'),
  });
  const said = Object.fromEntries(
    Object.entries({ ...always, ...chosen }).filter(([, value]) => value !== undefined),
  );
  const kept = Object.keys(chosen).filter((name) => chosen[name] !== undefined);
  return await issuer.issue({ ...said, vct: String(said['vct']) }, { _sd: kept } as never, {
    header: { kid },
  });
};
