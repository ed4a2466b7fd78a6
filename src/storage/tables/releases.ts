/** Releases of what is measured by group: inserted once, and never changed. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { ReleaseRecords } from '../../workflow/ports/release-records.ts';
import type { Tx } from '../database/connect.ts';
import { bytesOf } from './rows.ts';

export function releaseRecords(tx: Tx): ReleaseRecords {
  return {
    async list() {
      const rows = await tx<
        {
          number: number;
          counted_until: string;
          drawn_at: Date;
          body: string;
          digest: string;
          opening: Uint8Array;
          place: number;
        }[]
      >`select * from measured.release order by number`;
      return rows.map(({ number, counted_until, drawn_at, body, digest, opening, place }) => ({
        number,
        countedUntil: date(counted_until),
        drawnAt: drawn_at.getTime(),
        body,
        digest,
        opening: bytesOf(opening),
        place,
      }));
    },
    async outcomes() {
      const rows = await tx<
        { outcomes: Json }[]
      >`select outcomes from measured.released_outcomes() order by number`;
      return rows.map(({ outcomes }) => outcomes);
    },
    async add({ number, countedUntil, body, digest, opening, place }) {
      await tx`insert into measured.release (number, counted_until, body, digest, opening, place)
        values (${number}, ${countedUntil}, ${body}, ${digest}, ${Buffer.from(opening)}, ${place})`;
    },
  };
}
