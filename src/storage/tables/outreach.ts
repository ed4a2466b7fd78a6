/** Outreach: for whom, by what means, under which code and when. */
import type { Means } from '../../casework/finding/outreach.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { OutreachRecords, PublicOutreach } from '../../workflow/ports/finding-records.ts';
import type { Tx } from '../database/connect.ts';
import { codeOf } from './rows.ts';

interface PublicColumns {
  label: string;
  finding: string | null;
  program: string;
  target: string;
  means: Means;
  how: string;
  runs_from: string;
  runs_until: string;
}
interface Columns extends PublicColumns {
  id: string;
  code: string;
  planned_by: string;
}

export function outreachRecords(tx: Tx): OutreachRecords {
  return {
    async plan(row) {
      try {
        await tx.savepoint(
          (
            inner,
          ) => inner`insert into board.outreach (id, label, finding, program, target, means, how, code, runs_from, runs_until, planned_by)
            values (${row.id}, ${row.label}, ${row.finding ?? null}, ${row.program}, ${row.target}, ${row.means},
              ${row.how}, ${row.code}, ${row.from}, ${row.until}, ${row.plannedBy})`,
        );
        return 'written';
      } catch (cause) {
        if (codeOf(cause) === '23505') {
          return 'code-taken';
        }
        throw cause;
      }
    },
    async list() {
      const rows = await tx<Columns[]>`select * from board.outreach order by runs_from desc, label`;
      return rows.map((row) => ({
        ...publicOf(row),
        id: row.id,
        code: row.code,
        plannedBy: row.planned_by,
      }));
    },
    async published() {
      const rows = await tx<PublicColumns[]>`select * from board.public_outreach()`;
      return rows.map(publicOf);
    },
    async programOf(code, on) {
      const [row] = await tx<
        { program: string | null }[]
      >`select board.program_of_code(${code}, ${on}) as program`;
      return row?.program ?? undefined;
    },
  };
}

const publicOf = (row: PublicColumns): PublicOutreach => ({
  label: row.label,
  finding: row.finding ?? undefined,
  program: row.program,
  target: row.target,
  means: row.means,
  how: row.how,
  from: date(row.runs_from),
  until: date(row.runs_until),
});
