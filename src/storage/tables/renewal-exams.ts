/** Exams that are taken to renew a credential. */

import { civilDateAt, date } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import type { RenewalRecords } from '../../workflow/ports/renewal-records.ts';
import type { Tx } from '../database/connect.ts';

interface ExamColumns {
  sitting: string;
  started_at: Date | null;
  passed: boolean | null;
  set_aside: boolean;
  opened: number | null;
  program: string;
}

type ExamRecords = Pick<
  RenewalRecords,
  'examsFor' | 'examsSetAside' | 'tieExam' | 'renewingSittings'
>;

export function examRecords(tx: Tx): ExamRecords {
  return {
    async examsFor(credential) {
      const rows = await tx<
        ExamColumns[]
      >`select x.*, c.program from renewal.exams_for(${credential}) x
        join register.credential c on c.id = ${credential}`;
      return rows.flatMap(({ sitting, started_at, passed, set_aside, opened, program }) => {
        const offered = programOf(program);
        return started_at === null || offered === undefined
          ? []
          : [
              {
                ...{ sitting, passed: passed ?? undefined, setAside: set_aside },
                startedOn: civilDateAt(started_at.getTime(), defaultsOf(offered).zone),
                opened: opened ?? undefined,
              },
            ];
      });
    },
    async examsSetAside(credential) {
      const rows = await tx<
        { sitting: string; matter: string; decided_by: string; on_day: string }[]
      >`select * from renewal.exams_set_aside(${credential})`;
      return rows.map(({ sitting, matter, decided_by, on_day }) => ({
        ...{ sitting, matter, by: decided_by, on: date(on_day) },
      }));
    },
    async tieExam({ sitting, credential, opened }) {
      await tx`insert into renewal.exam_sitting (sitting, credential, opened)
        values (${sitting}, ${credential}, ${opened})`;
    },
    async renewingSittings() {
      const rows = await tx<{ sitting: string }[]>`select sitting from renewal.exam_sitting`;
      return new Set(rows.map(({ sitting }) => sitting));
    },
  };
}
