/** Concerns and their two-way conversation; identity disclosures, each asked by one and consented to by another. */
import type {
  ConcernRecords,
  ConcernRow,
  DisclosureRecords,
  DisclosureRow,
} from '../../workflow/ports/records.ts';
import type { Tx } from '../database/connect.ts';
import { codeOf } from './rows.ts';

interface Reply {
  byStaff: boolean;
  words: string;
  at: string;
}
const repliesOf = (replies: readonly Reply[]): ConcernRow['replies'] =>
  replies.map((reply) => ({ ...reply, at: Date.parse(reply.at) }));

export function concernRecords(tx: Tx): ConcernRecords {
  return {
    async raise(row) {
      await tx`select conduct.raise(${row.id}, ${row.label}, ${Buffer.from(row.receiptHash)}, ${row.about},
        ${row.account}, ${row.contact ?? null})`;
    },
    async byReceipt(receiptHash) {
      const [row] = await tx<
        { label: string; about: string; received_at: Date; replies: Reply[] }[]
      >`select * from conduct.by_receipt(${Buffer.from(receiptHash)})`;
      return row === undefined
        ? undefined
        : {
            label: row.label,
            about: row.about,
            receivedAt: row.received_at.getTime(),
            replies: repliesOf(row.replies),
          };
    },
    async list() {
      const rows = await tx<
        {
          id: string;
          label: string;
          about: string;
          account: string;
          contact: string | null;
          received_at: Date;
          replies: Reply[];
        }[]
      >`select c.id, c.label, c.about, c.account, c.contact, c.received_at,
          coalesce((select jsonb_agg(jsonb_build_object('byStaff', r.by_staff, 'words', r.words, 'at', r.at) order by r.at)
            from conduct.reply r where r.concern = c.id), '[]') as replies
        from conduct.concern c order by c.received_at desc limit 200`;
      return rows.map((row) => ({
        id: row.id,
        label: row.label,
        about: row.about,
        account: row.account,
        contact: row.contact ?? undefined,
        receivedAt: row.received_at.getTime(),
        replies: repliesOf(row.replies),
      }));
    },
    async reply(row) {
      await tx`insert into conduct.reply (id, concern, by_staff, words, author)
        values (${row.id}, ${row.concern}, true, ${row.words}, ${row.author}) on conflict do nothing`;
    },
  };
}

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
