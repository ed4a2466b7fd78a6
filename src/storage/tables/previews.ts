/** Previews of proposed rules: inserted once, and never changed. */
import type { PreviewRecords } from '../../workflow/ports/release-records.ts';
import type { Tx } from '../database/connect.ts';
import { bytesOf, codeOf } from './rows.ts';

export function previewRecords(tx: Tx): PreviewRecords {
  return {
    async list() {
      const rows = await tx<
        {
          number: number;
          release: number;
          program: string;
          dimension: string;
          change: string;
          body: string;
          digest: string;
          opening: Uint8Array;
          place: number;
        }[]
      >`select number, release, program, dimension, change, body, digest, opening, place
        from measured.rule_preview order by number`;
      return rows.map((row) => ({ ...row, opening: bytesOf(row.opening) }));
    },
    async add({
      number,
      release,
      program,
      dimension,
      change,
      askedBy,
      body,
      digest,
      opening,
      place,
    }) {
      try {
        await tx.savepoint(
          (within) =>
            within`insert into measured.rule_preview
              (number, release, program, dimension, change, asked_by, body, digest, opening, place)
              values (${number}, ${release}, ${program}, ${dimension}, ${change}, ${askedBy}, ${body}, ${digest},
                ${Buffer.from(opening)}, ${place})`,
        );
        return 'written';
      } catch (cause) {
        if (codeOf(cause) === 'EH001') {
          return 'someone-asked-first';
        }
        throw cause;
      }
    },
  };
}
