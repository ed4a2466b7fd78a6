/**
 * What a wallet reads before it fetches a credential: where it asks for what, which credentials there are and in which forms; and
 * what a checker of SD-JWT credentials reads: the issuer's keys, and what the claims of a credential mean.
 * Sources: OpenID for Verifiable Credential Issuance 1.0 (2025), sections 12.2 and appendix A; RFC 8414; IETF SD-JWT VC
 * (draft-ietf-oauth-sd-jwt-vc), sections 5 and 6.
 */
import { toBase64url } from '../../kernel/bytes/bytes.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { CREDENTIALS_V2, OPEN_BADGES, OPEN_BADGES_EXTENSIONS } from '../badge/context-addresses.ts';
import type { IssuerKey } from '../proof/did-web.ts';
import { EDDSA } from './compact-jws.ts';
import { WALLET_FORMATS, type WalletFormat } from './wallet-copy.ts';

export const PRE_AUTHORIZED = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

/** What is said of a program in these pages. */
export interface DescribedProgram {
  readonly id: string;
  /** As it stands in a credential of it. */
  readonly name: string;
  readonly body: string;
}

const ENDING: Readonly<Record<WalletFormat, string>> = { ldp_vc: 'badge', 'dc+sd-jwt': 'sd-jwt' };

/** The name of one form of one program's credential, such as "larkspur-care-badge". */
export const configurationOf = (program: string, format: WalletFormat): string =>
  `${program}-${ENDING[format]}`;

/** Where the meaning of the claims of a program's SD-JWT credential is written; also the name of its type. */
export const typeAddress = (origin: string, program: string): string =>
  `${origin}/programs/${program}/vct.json`;

/** How a wallet proves that it holds a key. */
const PROOFS: JsonObject = {
  jwt: { proof_signing_alg_values_supported: ['ES256', EDDSA, 'Ed25519'] },
};

export function issuerMetadata(
  origin: string,
  programs: readonly DescribedProgram[],
  bodies: readonly string[],
): JsonObject {
  const configurations = programs.flatMap((program) =>
    WALLET_FORMATS.map((format) => [
      configurationOf(program.id, format),
      configuration(origin, program, format),
    ]),
  );
  return {
    credential_issuer: origin,
    credential_endpoint: `${origin}/wallet/credential`,
    nonce_endpoint: `${origin}/wallet/nonce`,
    display: bodies.map((name) => ({ name, locale: 'en-US' })),
    credential_configurations_supported: Object.fromEntries(configurations) as JsonObject,
  };
}

function configuration(
  origin: string,
  { id, name, body }: DescribedProgram,
  format: WalletFormat,
): JsonObject {
  const shared = {
    format,
    scope: configurationOf(id, format),
    proof_types_supported: PROOFS,
    credential_metadata: {
      display: [{ name, locale: 'en-US', description: `Certification by the ${body}` }],
    },
  };
  return format === 'ldp_vc'
    ? {
        ...shared,
        cryptographic_binding_methods_supported: ['did:key', 'did:jwk', 'jwk'],
        credential_signing_alg_values_supported: ['eddsa-rdfc-2022'],
        credential_definition: {
          '@context': [CREDENTIALS_V2, OPEN_BADGES, OPEN_BADGES_EXTENSIONS],
          type: ['VerifiableCredential', 'OpenBadgeCredential'],
        },
      }
    : {
        ...shared,
        cryptographic_binding_methods_supported: ['jwk', 'did:key', 'did:jwk'],
        credential_signing_alg_values_supported: [EDDSA],
        vct: typeAddress(origin, id),
      };
}

/** The page of the server that hands out tokens, which is the issuer itself. */
export const authorizationMetadata = (origin: string): JsonObject => ({
  issuer: origin,
  token_endpoint: `${origin}/wallet/token`,
  grant_types_supported: [PRE_AUTHORIZED],
  response_types_supported: [],
  token_endpoint_auth_methods_supported: ['none'],
  'pre-authorized_grant_anonymous_access_supported': true,
});

/**
 * The keys by which SD-JWT credentials and Token Status Lists are checked: the same as on the page of did:web, by the same names. A
 * key that has ended stays, for what it signed before; a stolen one is gone.
 */
export const jwtIssuerMetadata = (origin: string, keys: readonly IssuerKey[]): JsonObject => ({
  issuer: origin,
  jwks: {
    keys: keys
      .filter(({ revoked }) => revoked === undefined)
      .map(({ fragment, publicKey }) => ({
        ...{ kty: 'OKP', crv: 'Ed25519', x: toBase64url(publicKey) },
        ...{ kid: fragment, use: 'sig', alg: EDDSA },
      })),
  },
});

const CLAIMS: readonly (readonly [name: string, label: string, sd: 'always' | 'never'])[] = [
  ['certification', 'Certification', 'never'],
  ['issuing_body', 'Issued by', 'never'],
  ['valid_until', 'Valid until', 'never'],
  ['demonstration', 'Demonstration: certifies nobody', 'never'],
  ['name', 'Name of the holder', 'always'],
  ['certificate_number', 'Certificate number', 'always'],
  ['awarded', 'Awarded on', 'always'],
  ['valid_from', 'Valid from', 'always'],
  ['certificate', 'Address of its public page, which shows all of it', 'always'],
];

/** What the claims of a program's SD-JWT credential mean. */
export const typeMetadata = (origin: string, { id, name, body }: DescribedProgram): JsonObject => ({
  vct: typeAddress(origin, id),
  name,
  description: `Certification by the ${body}. Its status is on a Token Status List; its holder chooses which of the claims to show.`,
  display: [{ locale: 'en-US', name, description: `Certification by the ${body}` }],
  claims: CLAIMS.map(([claim, label, sd]) => ({
    ...{ path: [claim], sd, mandatory: sd === 'never' },
    display: [{ locale: 'en-US', label }],
  })),
});
