/** What use cases need to hand a copy of a credential to a wallet, as types only. */
import type { Gunzip, Gzip } from '../../credential/status-list/bitstring.ts';
import type { HolderKey } from '../../credential/wallet/holder-key.ts';
import type { SdJwtClaims, WalletFormat } from '../../credential/wallet/wallet-copy.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';

/** The formats of others, by the libraries that know them. */
export interface Wallets {
  /** The page that describes the issuer, held against the standard before it is served. Throws where it does not fit: our fault. */
  checkedMetadata(metadata: JsonObject): Promise<JsonObject>;
  /** The link that opens a wallet with an offer. */
  offerLink(
    metadata: JsonObject,
    offer: { readonly configuration: string; readonly code: string; readonly digits: number },
  ): Promise<string>;
  /** A QR code of it, as an SVG picture. */
  qr(text: string): Promise<string>;
  /** The key that a proof was made with for this issuer, and the nonce in it. `now` in milliseconds since 1970 UTC. */
  provenKey(
    metadata: JsonObject,
    jwt: string,
    now: number,
  ): Promise<Result<{ readonly key: HolderKey; readonly nonce: string }, 'invalid-proof'>>;
  /** An SD-JWT credential with its disclosures, as a wallet keeps it. */
  sdJwt(
    claims: SdJwtClaims,
    signer: {
      readonly kid: string;
      readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
    },
  ): Promise<string>;
  /** zlib (RFC 1950). */
  readonly deflate: Gzip;
  readonly inflate: Gunzip;
}

export type OfferMade =
  | 'made'
  | 'no-such-credential'
  | 'not-current'
  | 'name-due'
  | 'too-many-wallets';

export interface Delivery {
  readonly offer: string;
  readonly credential: string;
  readonly format: WalletFormat;
  readonly person: string;
  readonly program: string;
}

export interface WalletCopyRow {
  /** Its public address. */
  readonly id: string;
  readonly format: WalletFormat;
  readonly issuedOn: CivilDate;
  readonly endedOn: CivilDate | undefined;
}

/** Moments are in milliseconds since 1970 UTC. */
export interface WalletRecords {
  /** For the holder: ends the offer before it. */
  makeOffer(row: {
    readonly id: string;
    readonly credential: string;
    readonly format: WalletFormat;
    readonly codeHash: Uint8Array;
    readonly pinHash: Uint8Array;
    readonly madeAt: number;
    readonly expiresAt: number;
    readonly on: CivilDate;
  }): Promise<OfferMade>;
  redeemOffer(row: {
    readonly codeHash: Uint8Array;
    readonly pinHash: Uint8Array;
    readonly tokenHash: Uint8Array;
    readonly at: number;
    readonly tokenExpiresAt: number;
  }): Promise<'redeemed' | 'wrong-number' | 'no-such-code'>;
  /** For the worker: what a token opens, held until the transaction ends. */
  openDelivery(tokenHash: Uint8Array, at: number): Promise<Delivery | undefined>;
  /** False where it was used before. */
  spendNonce(hash: Uint8Array, at: number, until: number): Promise<boolean>;
  /** Answers its last day, which is the one of the copy it stands beside. */
  addWalletCopy(row: {
    readonly id: string;
    readonly delivery: Delivery;
    readonly beside: number;
    readonly document: JsonObject;
    readonly list: number;
    readonly index: number;
    readonly issuedOn: CivilDate;
  }): Promise<CivilDate>;
  /** Copies in wallets, the newest first; for the holder and for the worker. */
  walletCopies(credential: string): Promise<readonly WalletCopyRow[]>;
  /** For the holder. False where there is none of theirs, or it was ended before. */
  endWalletCopy(copy: string, on: CivilDate): Promise<boolean>;
}
