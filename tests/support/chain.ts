/** Walks the hash chain of a sitting's answers with arithmetic of its own: SHA-256 over the hash before and the row. */
import { createHash } from 'node:crypto';
import type { Sql, Tx } from '../../src/storage/database/connect.ts';

export interface Chain {
  readonly rows: readonly { readonly client: string; readonly n: number; readonly seq: number }[];
  /** The sequence numbers run from 1 without a gap. */
  readonly unbroken: boolean;
  /** Every hash follows from the one before it, and the last is the head that the lease holds. */
  readonly intact: boolean;
}

export async function chainOf(owner: Sql | Tx, sitting: string): Promise<Chain> {
  const rows = await owner<
    {
      epoch: number;
      client: string;
      n: number;
      seq: number;
      item: string;
      response: string;
      hash: Buffer;
    }[]
  >`select epoch, client::text, n, seq, item, response::text, hash from exam.answer_event
    where sitting = ${sitting} order by seq`;
  const [lease] = await owner<{ head: Buffer; next_seq: number }[]>`
    select head, next_seq from exam.lease where sitting = ${sitting}`;
  let before: Buffer = Buffer.from([0]);
  let intact = true;
  for (const { epoch, client, n, item, response, hash } of rows) {
    const text = `${epoch}|${client}|${n}|${item}|${response}`;
    before = createHash('sha256').update(before).update(text, 'utf8').digest();
    intact &&= before.equals(hash);
  }
  return {
    rows,
    unbroken:
      rows.every(({ seq }, place) => seq === place + 1) && lease?.next_seq === rows.length + 1,
    intact: intact && lease !== undefined && before.equals(lease.head),
  };
}
