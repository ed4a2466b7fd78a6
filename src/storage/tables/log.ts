/** The decision log's entries and signed heads, and the mail that tells people. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { IssuanceDifference, LogWatch } from '../../workflow/ports/log-watch.ts';
import type { LogRecords, MailRecords } from '../../workflow/ports/records.ts';
import type { Tx } from '../database/connect.ts';
import { bytesOf, stored } from './rows.ts';

export function logRecords(tx: Tx): LogRecords {
  return {
    async append(entry) {
      const [row] = await tx<{ place: number }[]>`select ledger.append(${entry.commitment},
        ${Buffer.from(entry.leafHash)}, ${Buffer.from(entry.salt)}, ${stored(tx, entry.plain)},
        ${entry.matter ?? null}, ${entry.credential ?? null}) as place`;
      if (row === undefined) {
        throw new Error('the log gave no place');
      }
      return row.place;
    },
    async size() {
      const [row] = await tx<
        { size: number }[]
      >`select coalesce(max(place) + 1, 0) as size from ledger.entry`;
      return row?.size ?? 0;
    },
    async entries(from, count) {
      const rows = await tx<
        { place: number; commitment: string; leaf_hash: Uint8Array; at: Date }[]
      >`
        select * from ledger.entry where place >= ${from} order by place limit ${count}`;
      return rows.map((row) => ({
        place: row.place,
        commitment: row.commitment,
        leafHash: bytesOf(row.leaf_hash),
        at: row.at.getTime(),
      }));
    },
    async leafHashes(from, count) {
      const rows = await tx<{ leaf_hash: Uint8Array }[]>`select leaf_hash from ledger.entry
        where place >= ${from} order by place limit ${count}`;
      return rows.map((row) => bytesOf(row.leaf_hash));
    },
    async openings(matter) {
      const rows = await tx<
        { place: number; salt: Uint8Array; plain: Json }[]
      >`select place, salt, plain
        from ledger.opening where matter = ${matter} order by place`;
      return rows.map((row) => ({ place: row.place, salt: bytesOf(row.salt), plain: row.plain }));
    },
    async openingOfResult(sitting) {
      const [row] = await tx<
        { place: number; salt: Uint8Array; plain: Json }[]
      >`select place, salt, plain from ledger.opening_of_result(${sitting})`;
      return row === undefined
        ? undefined
        : { place: row.place, salt: bytesOf(row.salt), plain: row.plain };
    },
    async openingOfCredential(credential) {
      const [row] = await tx<
        { place: number; salt: Uint8Array; plain: Json }[]
      >`select place, salt, plain
        from ledger.opening where credential = ${credential} order by place limit 1`;
      return row === undefined
        ? undefined
        : { place: row.place, salt: bytesOf(row.salt), plain: row.plain };
    },
    async lineOfCredential(id) {
      const [row] = await tx<
        { place: number; commitment: string; salt: Uint8Array | null; plain: Json }[]
      >`select place, commitment, salt, plain from ledger.line_of_credential(${id})`;
      if (row === undefined) {
        return undefined;
      }
      const { place, commitment, salt, plain } = row;
      return {
        place,
        commitment,
        opening: salt === null ? undefined : { salt: bytesOf(salt), plain },
      };
    },
    async checkpoint() {
      const [row] = await tx<
        { size: number; note: string; at: Date }[]
      >`select size, note, at from ledger.checkpoint
        order by size desc limit 1`;
      return row === undefined ? undefined : { ...row, at: row.at.getTime() };
    },
    async saveCheckpoint(size, note) {
      await tx`insert into ledger.checkpoint (size, note) values (${size}, ${note}) on conflict (size) do nothing`;
    },
    ...holdRecords(tx),
    ...watchRecords(tx),
  };
}

function holdRecords(tx: Tx): Pick<LogRecords, 'held' | 'hold' | 'endHold'> {
  return {
    async held() {
      const [row] = await tx<{ because: string; since: Date }[]>`
        select because, since from ledger.hold`;
      return row === undefined ? undefined : { because: row.because, since: row.since.getTime() };
    },
    async hold(because) {
      await tx`insert into ledger.hold (because) values (${because}) on conflict do nothing`;
    },
    async endHold() {
      await tx`delete from ledger.hold`;
    },
  };
}

type WatchRecords = Pick<
  LogRecords,
  'issuance' | 'issuanceDifferences' | 'lastWatch' | 'keepWatch' | 'tellDifference'
>;

function watchRecords(tx: Tx): WatchRecords {
  return {
    async issuance() {
      const [row] = await tx<{ places: number; lines: number }[]>`
        select places, lines from ledger.issuance()`;
      return { places: Number(row?.places ?? 0), lines: Number(row?.lines ?? 0) };
    },
    async issuanceDifferences(atMost) {
      const rows = await tx<IssuanceDifference[]>`
        select kind, line, list, place from ledger.issuance_differences(${atMost})`;
      return rows.map(({ kind, line, list, place }) => ({ kind, line, list, place }));
    },
    async lastWatch() {
      const [row] = await tx<{ on_day: string; sound: boolean; result: LogWatch }[]>`
        select on_day, sound, result from ledger.watch order by on_day desc limit 1`;
      return row === undefined
        ? undefined
        : { onDay: date(row.on_day), sound: row.sound, result: row.result };
    },
    async tellDifference(subject, body) {
      await tx`select ledger.tell_difference(${subject}, ${body})`;
    },
    async keepWatch({ onDay, sound, result }) {
      await tx`insert into ledger.watch (on_day, sound, result)
        values (${onDay}, ${sound}, ${tx.json(result as never)}) on conflict (on_day) do nothing`;
    },
  };
}

export function mailRecords(tx: Tx): MailRecords {
  return {
    async send(mail) {
      await tx`insert into post.mail (id, to_person, to_address, subject, body)
        values (${mail.id}, ${mail.toPerson ?? null}, ${mail.to}, ${mail.subject}, ${mail.body})`;
    },
    async tellSubject(mail) {
      await tx`select post.tell_subject(${mail.id}, ${mail.matter}, ${mail.subject}, ${mail.body})`;
    },
    async tellHolder(mail) {
      await tx`select post.tell_holder(${mail.id}, ${mail.credential}, ${mail.subject}, ${mail.body})`;
    },
    async read(id) {
      const [row] = await tx<{ to_address: string; subject: string; body: string }[]>`
        select to_address, subject, body from post.mail where id = ${id}`;
      return row === undefined
        ? undefined
        : { to: row.to_address, subject: row.subject, body: row.body };
    },
    async noteDelivery(id, delivered, note) {
      await tx`insert into post.delivery (mail, delivered, note) values (${id}, ${delivered}, ${note})`;
    },
  };
}
