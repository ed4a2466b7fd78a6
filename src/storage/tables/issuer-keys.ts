/** The history of the issuer's page of keys, and copies that are signed anew. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { KeyRecords, SignedCopy, WhyListed } from '../../workflow/ports/key-records.ts';
import type { Tx } from '../database/connect.ts';
import { stored } from './rows.ts';

export function keyRecords(tx: Tx): KeyRecords {
  return {
    async keepDidDocument({ sha256, document, why, place, salt }) {
      await tx`insert into register.did_document (sha256, document, why, place, salt)
        values (${sha256}, ${document}, ${why}, ${place}, ${Buffer.from(salt)})`;
    },
    async hasDidDocument(sha256) {
      // One change at a time is written down, and each once.
      await tx`select pg_advisory_xact_lock(hashtextextended('page of keys', 0))`;
      const rows = await tx`select 1 from register.did_document where sha256 = ${sha256}`;
      return rows.length > 0;
    },
    async didDocumentAt(sha256) {
      const [row] = await tx<
        { document: string | null }[]
      >`select register.did_document_at(${sha256}) as document`;
      return row?.document ?? undefined;
    },
    async didHistory() {
      const rows = await tx<
        { sha256: string; why: WhyListed; place: number; salt: Buffer; listed_at: Date }[]
      >`select * from register.did_history()`;
      return rows.map(({ sha256, why, place, salt, listed_at }) => ({
        ...{ sha256, why, place: Number(place), salt: new Uint8Array(salt) },
        listedAt: listed_at.getTime(),
      }));
    },
    async signedWith(key, after, atMost) {
      return await tx<
        SignedCopy[]
      >`select * from register.signed_with(${key}, ${after ?? null}, ${atMost})`;
    },
    async signAgain(copy, document: Json) {
      await tx`update register.copy set document = ${stored(tx, document)} where id = ${copy}`;
    },
    async directorCalled(email) {
      const [row] = await tx<
        { id: string | null }[]
      >`select register.director_called(${email}) as id`;
      return row?.id ?? undefined;
    },
  };
}
