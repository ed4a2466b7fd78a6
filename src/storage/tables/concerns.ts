/** Concerns: raised and continued by receipt, and read by those on each concern's list; the database enforces both. */
import type { Concern } from '../../casework/concern/concern.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type {
  ConcernFile,
  ConcernRecords,
  ConcernReply,
  ConcernRow,
  ConversationRow,
} from '../../workflow/ports/concern-records.ts';
import type { Tx } from '../database/connect.ts';

export function concernRecords(tx: Tx): ConcernRecords {
  return { ...byReceipt(tx), ...onTheDesk(tx), ...lists(tx) };
}

type ByReceipt = 'raise' | 'keyOf' | 'byReceipt' | 'writeBack' | 'withdraw';
type Lists = 'listOf' | 'colleagues' | 'letSee' | 'stepAside' | 'nameConcerned';

function byReceipt(tx: Tx): Pick<ConcernRecords, ByReceipt> {
  return {
    async raise(row, concern, files) {
      const [done] = await tx<{ raised: boolean }[]>`select conduct.raise(${row.id}, ${row.label},
        ${Buffer.from(row.receiptHash)}, ${row.passphraseHash}, ${tx.json(told(concern))},
        ${tx.json(files.map((file) => ({ ...file })))}) as raised`;
      return done?.raised === true;
    },
    async keyOf(receiptHash) {
      const [row] = await tx<{ passphrase_hash: string | null }[]>`
        select passphrase_hash from conduct.key_of(${Buffer.from(receiptHash)})`;
      return row === undefined ? undefined : { passphraseHash: row.passphrase_hash };
    },
    async byReceipt(receiptHash) {
      const [row] = await tx<(Said & { has_contact: boolean })[]>`
        select * from conduct.by_receipt(${Buffer.from(receiptHash)})`;
      return row === undefined ? undefined : { ...saidOf(row), hasContact: row.has_contact };
    },
    async writeBack(receiptHash, { id, words }, files) {
      await tx`select conduct.write_back(${Buffer.from(receiptHash)}, ${id}, ${words},
        ${tx.json(files.map((file) => ({ ...file })))})`;
    },
    async withdraw(receiptHash) {
      await tx`select conduct.withdraw(${Buffer.from(receiptHash)})`;
    },
  };
}

function onTheDesk(tx: Tx): Omit<ConcernRecords, ByReceipt | Lists> {
  return {
    async list() {
      const rows = await tx<LineColumns[]>`
        select c.id, c.label, c.language, c.about, c.who, c.happened_on::text, c.received_at, c.withdrawn_at,
          encode(sha256(convert_to(c.account, 'UTF8')), 'hex') as account_hash,
          coalesce((select jsonb_agg(jsonb_build_object('byStaff', r.by_staff, 'asks', r.asks, 'at', r.at) order by r.at)
            from conduct.reply r where r.concern = c.id), '[]') as replies
        from conduct.concern c order by c.received_at desc`;
      return rows.map((row) => ({
        id: row.id,
        label: row.label,
        language: row.language,
        about: row.about,
        who: row.who ?? undefined,
        happenedOn: row.happened_on ?? undefined,
        accountHash: row.account_hash,
        receivedAt: row.received_at.getTime(),
        withdrawnAt: row.withdrawn_at?.getTime(),
        replies: row.replies.map((reply) => ({ ...reply, at: Date.parse(reply.at) })),
      }));
    },
    async naming(name) {
      const rows = await tx<{ id: string }[]>`select c.id from conduct.concern c
        left join lateral conduct.complainant(c.id) k on true
        where position(lower(${name}) in lower(c.who)) > 0 or position(lower(${name}) in lower(k.full_name)) > 0`;
      return rows.map(({ id }) => id);
    },
    async read(id) {
      const [row] = await tx<(Said & Told)[]>`
        select c.id, c.label, c.language, c.about, c.account, c.received_at, c.withdrawn_at, c.visibility, c.who,
          c.happened_on::text, c.to_whom, c.grounds, c.setting, c.program, c.relation, c.hope,
          coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'byStaff', r.by_staff, 'asks', r.asks,
              'words', r.words, 'at', r.at) order by r.at)
            from conduct.reply r where r.concern = c.id), '[]') as replies,
          coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'reply', f.reply, 'place', f.place,
              'mediaType', f.media_type, 'bytes', f.bytes) order by f.place)
            from conduct.concern_file f where f.concern = c.id), '[]') as files
        from conduct.concern c where c.id = ${id}`;
      return row === undefined ? undefined : { ...saidOf(row), ...toldOf(row) };
    },
    async complainant(id) {
      const [row] = await tx<{ full_name: string | null; contact: string | null }[]>`
        select * from conduct.complainant(${id})`;
      return { fullName: row?.full_name ?? undefined, contact: row?.contact ?? undefined };
    },
    async noteReading(id) {
      await tx`insert into conduct.reading (what, about) values ('concern', ${id})`;
    },
    async file(concern, file) {
      const [row] = await tx<{ sha256: string; media_type: string }[]>`
        select sha256, media_type from conduct.concern_file where concern = ${concern} and id = ${file}`;
      return row === undefined ? undefined : { sha256: row.sha256, mediaType: row.media_type };
    },
    async reply(row) {
      await tx`insert into conduct.reply (id, concern, by_staff, asks, words, author)
        values (${row.id}, ${row.concern}, true, ${row.asks}, ${row.words}, ${row.author}) on conflict do nothing`;
    },
    async tellComplainant(mail) {
      await tx`select conduct.tell_complainant(${mail.id}, ${mail.concern}, ${mail.subject}, ${mail.body})`;
    },
  };
}

function lists(tx: Tx): Pick<ConcernRecords, Lists> {
  return {
    async listOf(id) {
      const rows = await tx<
        { id: string; full_name: string }[]
      >`select * from conduct.list_of(${id})`;
      return rows.map((row) => ({ id: row.id, fullName: row.full_name }));
    },
    async colleagues(id) {
      const rows = await tx<{ id: string; full_name: string; may_see: boolean }[]>`
        select * from conduct.colleagues_on(${id})`;
      return rows.map((row) => ({ id: row.id, fullName: row.full_name, maySee: row.may_see }));
    },
    async letSee(id, person) {
      const [row] = await tx<{ done: boolean }[]>`select conduct.let_see(${id}, ${person}) as done`;
      return row?.done === true;
    },
    async stepAside(id) {
      const [row] = await tx<{ done: boolean }[]>`select conduct.step_aside(${id}) as done`;
      return row?.done === true;
    },
    async nameConcerned(id, person) {
      const [row] = await tx<
        { done: boolean }[]
      >`select conduct.name_concerned(${id}, ${person}) as done`;
      return row?.done === true;
    },
  };
}

const told = (concern: Concern) => ({
  language: concern.language,
  about: concern.about,
  account: concern.account,
  happenedOn: concern.happenedOn ?? null,
  toWhom: [...concern.toWhom],
  who: concern.who ?? null,
  grounds: [...concern.grounds],
  setting: concern.setting ?? null,
  program: concern.program ?? null,
  relation: concern.relation ?? null,
  hope: concern.hope ?? null,
  visibility: concern.visibility,
  fullName: concern.fullName ?? null,
  contact: concern.contact ?? null,
});

interface LineColumns {
  id: string;
  label: string;
  language: string;
  about: string;
  who: string | null;
  happened_on: string | null;
  account_hash: string;
  received_at: Date;
  withdrawn_at: Date | null;
  replies: { byStaff: boolean; asks: boolean; at: string }[];
}

interface Said {
  id: string;
  label: string;
  language: string;
  about: string;
  account: string;
  received_at: Date;
  withdrawn_at: Date | null;
  replies: (Omit<ConcernReply, 'at'> & { at: string })[];
  files: (Omit<ConcernFile, 'reply'> & { reply: string | null })[];
}

interface Told {
  visibility: string;
  who: string | null;
  happened_on: string | null;
  to_whom: string[];
  grounds: string[];
  setting: string | null;
  program: string | null;
  relation: string | null;
  hope: string | null;
}

const saidOf = (row: Said): Omit<ConversationRow, 'hasContact'> => ({
  id: row.id,
  label: row.label,
  language: row.language,
  about: row.about,
  account: row.account,
  receivedAt: row.received_at.getTime(),
  withdrawnAt: row.withdrawn_at?.getTime(),
  replies: row.replies.map((reply) => ({ ...reply, at: Date.parse(reply.at) })),
  files: row.files.map((file) => ({ ...file, reply: file.reply ?? undefined })),
});

const toldOf = (row: Told): Omit<ConcernRow, keyof ReturnType<typeof saidOf>> => ({
  visibility: row.visibility,
  who: row.who ?? undefined,
  happenedOn: row.happened_on === null ? undefined : date(row.happened_on),
  toWhom: row.to_whom,
  grounds: row.grounds,
  setting: row.setting ?? undefined,
  program: row.program ?? undefined,
  relation: row.relation ?? undefined,
  hope: row.hope ?? undefined,
});
