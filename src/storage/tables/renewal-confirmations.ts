/** Activities confirmed by somebody else, by a mailed link of which only a hash is kept. */
import { date } from '../../kernel/dates/civil-date.ts';
import type { RenewalRecords } from '../../workflow/ports/renewal-records.ts';
import type { Tx } from '../database/connect.ts';

type ConfirmationRecords = Pick<
  RenewalRecords,
  'askToConfirm' | 'confirmations' | 'confirmationsAnswered' | 'askedByLink' | 'confirm'
>;

export function confirmationRecords(tx: Tx): ConfirmationRecords {
  return {
    async askToConfirm({ id, credential, activity, tokenHash, name, email, expiresAt }) {
      await tx`insert into renewal.confirmation_request
        (id, credential, activity, token_hash, asked_name, asked_email, expires_at)
        values (${id}, ${credential}, ${activity}, ${Buffer.from(tokenHash)}, ${name}, ${email}, ${new Date(expiresAt)})`;
    },
    async confirmations(credential) {
      const rows = await tx<
        {
          id: string;
          activity: string;
          asked_name: string;
          expires_at: Date;
          answered_at: Date | null;
        }[]
      >`select q.id, q.activity, q.asked_name, q.expires_at, a.answered_at
        from renewal.confirmation_request q left join renewal.confirmation a on a.request = q.id
        where q.credential = ${credential} order by q.asked_at, q.id`;
      return rows.map((row) => ({
        ...{ id: row.id, activity: row.activity, name: row.asked_name },
        expiresAt: row.expires_at.getTime(),
        answeredAt: row.answered_at?.getTime(),
      }));
    },
    async confirmationsAnswered(credential) {
      const rows = await tx<
        {
          activity: string;
          asked_name: string;
          took_place: boolean;
          hours: string | null;
          words: string;
        }[]
      >`select q.activity, q.asked_name, a.took_place, a.hours::text, a.words
        from renewal.confirmation_request q join renewal.confirmation a on a.request = q.id
        where q.credential = ${credential} order by a.answered_at, q.id`;
      return rows.map((row) => ({
        ...{ activity: row.activity, name: row.asked_name, words: row.words },
        tookPlace: row.took_place,
        hours: row.hours === null ? null : Number(row.hours),
      }));
    },
    async askedByLink(tokenHash, at) {
      const [row] = await tx<
        {
          asked_name: string;
          holder_name: string;
          program: string;
          provider: string;
          title: string;
          began: string;
          completed: string;
          hours: string;
          answered: boolean;
        }[]
      >`select asked_name, holder_name, program, provider, title, began, completed, hours::text, answered
        from renewal.asked_by_link(${Buffer.from(tokenHash)}, ${new Date(at)})`;
      return row === undefined
        ? undefined
        : {
            ...{ askedName: row.asked_name, holderName: row.holder_name, program: row.program },
            ...{ provider: row.provider, title: row.title, answered: row.answered },
            ...{ began: date(row.began), completed: date(row.completed) },
            hours: Number(row.hours),
          };
    },
    async confirm(tokenHash, { tookPlace, hours, words }, at) {
      const [row] = await tx<{ done: boolean }[]>`select renewal.confirm(${Buffer.from(tokenHash)},
        ${tookPlace}, ${hours}, ${words}, ${new Date(at)}) as done`;
      return row?.done === true;
    },
  };
}
