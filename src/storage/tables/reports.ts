/** Public reports: inserted once, read by anybody, and never changed. */
import { date } from '../../kernel/dates/civil-date.ts';
import type { ReportRecords, ReportRow } from '../../workflow/ports/report-records.ts';
import type { Tx } from '../database/connect.ts';
import { bytesOf } from './rows.ts';

interface Row {
  number: number;
  release: number;
  counted_until: string;
  due_on: string;
  published_on: string;
  digest: string;
  note: string;
  opening: Uint8Array;
  place: number;
}

const reportOf = (row: Row): Omit<ReportRow, 'body'> => ({
  number: row.number,
  release: row.release,
  countedUntil: date(row.counted_until),
  dueOn: date(row.due_on),
  publishedOn: date(row.published_on),
  digest: row.digest,
  note: row.note,
  opening: bytesOf(row.opening),
  place: row.place,
});

export function reportRecords(tx: Tx): ReportRecords {
  return {
    async list() {
      const rows = await tx<Row[]>`
        select number, release, counted_until, due_on, published_on, digest, note, opening, place
        from measured.report order by number`;
      return rows.map(reportOf);
    },
    async read(number) {
      const [row] = await tx<(Row & { body: string })[]>`
        select * from measured.report where number = ${number}`;
      return row === undefined ? undefined : { ...reportOf(row), body: row.body };
    },
    async add({ number, release, dueOn, publishedOn, body, digest, note, opening, place }) {
      await tx`insert into measured.report (number, release, due_on, published_on, body, digest, note, opening, place)
        values (${number}, ${release}, ${dueOn}, ${publishedOn}, ${body}, ${digest}, ${note},
          ${Buffer.from(opening)}, ${place})`;
    },
  };
}
