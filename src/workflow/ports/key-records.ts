/** The history of the issuer's page of keys, and copies that are signed anew. Types only. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';

export type WhyListed = 'first' | 'planned' | 'stolen' | 'changed';

export interface ListedDocument {
  readonly sha256: string;
  readonly why: WhyListed;
  /** The line of the log that says so, and what opens it. */
  readonly place: number;
  readonly salt: Uint8Array;
  /** Milliseconds since 1970 UTC. */
  readonly listedAt: number;
}

export interface SignedCopy {
  readonly id: string;
  readonly credential: string;
  readonly document: Json;
  /** What the log holds for its credential: digests, and since when (milliseconds since 1970 UTC). */
  readonly logged: readonly { readonly digest: string; readonly at: number }[];
}

export interface KeyRecords {
  keepDidDocument(row: {
    readonly sha256: string;
    readonly document: string;
    readonly why: WhyListed;
    readonly place: number;
    readonly salt: Uint8Array;
  }): Promise<void>;
  hasDidDocument(sha256: string): Promise<boolean>;
  didDocumentAt(sha256: string): Promise<string | undefined>;
  didHistory(): Promise<readonly ListedDocument[]>;
  /** Copies that count and carry the signature of a key, by its full name, in the order of their ids. */
  signedWith(
    key: string,
    after: string | undefined,
    atMost: number,
  ): Promise<readonly SignedCopy[]>;
  /** The database takes it only where nothing but the signature differs. */
  signAgain(copy: string, document: Json): Promise<void>;
  /** The account of a director. */
  directorCalled(email: string): Promise<string | undefined>;
}
