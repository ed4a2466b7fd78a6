/** Second looks at what was decided about nominees: asked for by them, heard by a member of the board, under a label. */
import type { Against, SecondLookAnswer } from '../../casework/opening/second-look.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { SeatAppealToHear, SeatRecords } from '../../workflow/ports/seat-records.ts';
import type { Tx } from '../database/connect.ts';
import { stored } from './rows.ts';
import { keptIn } from './seat-written.ts';

type AppealKeys = 'appealsWait' | 'appeal' | 'appealsToHear' | 'answerAppeal' | 'handOver';

export function appealRecords(tx: Tx): Pick<SeatRecords, AppealKeys> {
  return {
    async appealsWait(opening) {
      const [row] = await tx<{ wait: number }[]>`select seats.appeals_wait(${opening}) as wait`;
      return row?.wait ?? 0;
    },
    appeal: (row) =>
      keptIn(
        tx,
        (
          inner,
        ) => inner`insert into seats.appeal (nomination, against, grounds, words, on_day, promised_by)
          values (${row.nomination}, ${row.against}, ${[...row.grounds]}::text[], ${row.words}, ${row.on},
            ${row.promisedBy})`,
      ),
    async appealsToHear() {
      const rows = await tx<Columns[]>`
        select p.nomination, n.label, n.opening, p.against, p.grounds, p.words, p.on_day::text, p.promised_by::text,
          n.statement, n.conflicts, n.stated,
          coalesce(case p.against when 'aside' then s.reason else d.reason end, '') as reason,
          r.upheld, r.findings,
          coalesce((select jsonb_object_agg(v.category, v.value) from seats.attribute v where v.nomination = n.id), '{}') as verified,
          coalesce((select jsonb_agg(jsonb_build_object('scores', to_jsonb(g.scores), 'note', g.note) order by g.note)
            from seats.reading g where g.nomination = n.id), '[]') as readings
        from seats.appeal p join seats.nomination n on n.id = p.nomination
          left join seats.appeal_answer r on r.nomination = p.nomination and r.against = p.against
          left join seats.set_aside s on s.nomination = n.id left join seats.decided d on d.nomination = n.id
        order by p.promised_by, n.label`;
      return rows.map(
        ({ on_day, promised_by, upheld, findings, ...row }): SeatAppealToHear => ({
          ...row,
          onDay: date(on_day),
          promisedBy: date(promised_by),
          answer: upheld === null || findings === null ? undefined : { upheld, findings },
        }),
      );
    },
    answerAppeal: (row) =>
      keptIn(
        tx,
        (
          inner,
        ) => inner`insert into seats.appeal_answer (nomination, against, upheld, findings, on_day, place)
          values (${row.nomination}, ${row.against}, ${row.upheld}, ${stored(inner, row.findings as unknown as Json)},
            ${row.on}, ${row.place})`,
      ),
    async handOver(on) {
      return await tx<{ nomination: string; title: string }[]>`
        select g.given as nomination, seats.title_for(g.given) as title from seats.hand_over(${on}) g`;
    },
  };
}

interface Columns {
  nomination: string;
  label: string;
  opening: string;
  against: Against;
  grounds: string[];
  words: string;
  on_day: string;
  promised_by: string;
  statement: string[];
  conflicts: string;
  stated: Record<string, string>;
  verified: Record<string, string>;
  reason: string;
  upheld: boolean | null;
  findings: SecondLookAnswer['findings'] | null;
  readings: { scores: number[]; note: string }[];
}
