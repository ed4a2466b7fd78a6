/** Identity disclosures, each asked by one and consented to by another. */
import type { DisclosureRecords, DisclosureRow } from '../../workflow/ports/disclosure-records.ts';
import type { Tx } from '../database/connect.ts';
import { codeOf } from './rows.ts';

interface DisclosureColumns {
  id: string;
  matter: string;
  label: string;
  asked_by: string;
  reason: string;
  asked_at: Date;
  answered_by: string | null;
  consented: boolean | null;
  answer_reason: string | null;
  answered_at: Date | null;
  shown: number;
}

export function disclosureRecords(tx: Tx): DisclosureRecords {
  return {
    async ask(row) {
      await tx`insert into audit.disclosure_request (id, matter, asked_by, reason)
        values (${row.id}, ${row.matter}, ${row.askedBy}, ${row.reason})`;
    },
    async list() {
      const [may] = await tx<{ may: boolean }[]>`
        select has_table_privilege(current_user, 'audit.disclosure', 'select') as may`;
      const rows = await tx<DisclosureColumns[]>`
        select q.id, q.matter, m.label, q.asked_by, q.reason, q.asked_at, a.answered_by, a.consented,
          a.reason as answer_reason, a.answered_at, 0 as shown
        from audit.disclosure_request q join casework.matter m on m.id = q.matter
        left join audit.disclosure_answer a on a.request = q.id order by q.asked_at desc limit 200`;
      const shown = new Map(
        may?.may === true
          ? (
              await tx<{ request: string; n: number }[]>`
                select request, count(*)::int as n from audit.disclosure group by request`
            ).map((row) => [row.request, row.n])
          : [],
      );
      return rows.map((row) => disclosureOf({ ...row, shown: shown.get(row.id) ?? 0 }));
    },
    async turnedAway(atMost) {
      const rows = await tx<
        { id: string; person: string; route: string; about: string | null; at: Date }[]
      >`select t.id, t.person, t.route, coalesce(m.label, right(t.about, 8)) as about, t.at
          from audit.turned_away t left join casework.matter m
            on m.id = case when pg_input_is_valid(t.about, 'uuid') then t.about::uuid end
          order by t.id desc limit ${atMost}`;
      return rows.map(({ id, person, route, about, at }) => ({
        ...{ key: String(id), person, route, at: at.getTime() },
        about: about ?? undefined,
      }));
    },
    async answer(row) {
      try {
        await tx.savepoint(
          (
            inner,
          ) => inner`insert into audit.disclosure_answer (request, answered_by, consented, reason)
            values (${row.request}, ${row.by}, ${row.consented}, ${row.reason})`,
        );
        return 'written';
      } catch (cause) {
        if (codeOf(cause) === 'EH003') {
          return 'own-request';
        }
        if (codeOf(cause) === '23505') {
          return 'answered-before';
        }
        throw cause;
      }
    },
    async show(request) {
      const [row] = await tx<
        { full_name: string; email: string }[]
      >`select * from audit.show_identity(${request})`;
      return row === undefined ? undefined : { fullName: row.full_name, email: row.email };
    },
  };
}

const disclosureOf = (row: DisclosureColumns): DisclosureRow => ({
  id: row.id,
  matter: row.matter,
  label: row.label,
  askedBy: row.asked_by,
  reason: row.reason,
  askedAt: row.asked_at.getTime(),
  answer:
    row.answered_by === null || row.answered_at === null
      ? undefined
      : {
          by: row.answered_by,
          consented: row.consented === true,
          reason: row.answer_reason ?? '',
          at: row.answered_at.getTime(),
        },
  timesShown: row.shown,
});
