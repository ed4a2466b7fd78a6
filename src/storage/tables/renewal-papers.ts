/** Days on which a credential is not held, and reminders with their delivery. */

import type { NotHeld } from '../../casework/award/standing.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { ReminderRow, RenewalRecords } from '../../workflow/ports/renewal-records.ts';
import type { Tx } from '../database/connect.ts';
import { type Grouped, grouped } from './rows.ts';

type PaperRecords = Pick<RenewalRecords, 'notHeldOn' | 'remind' | 'reminders'>;

export function paperRecords(tx: Tx): PaperRecords {
  return {
    async notHeldOn(credential, on) {
      const [row] = await tx<
        { why: NotHeld; from_day: string }[]
      >`select * from renewal.not_held_on(${credential}, ${on})`;
      return row === undefined ? undefined : { why: row.why, from: date(row.from_day) };
    },
    async remind({ id, credential, kind, aboutDay, mail }) {
      await tx`insert into renewal.reminder (id, credential, kind, about_day, mail)
        values (${id}, ${credential}, ${kind}, ${aboutDay}, ${mail})`;
    },
    async reminders(credential) {
      return (await remindersOf(tx, [credential]))(credential);
    },
  };
}

interface ReminderColumns {
  id: string;
  credential: string;
  kind: string;
  about_day: string;
  sent_at: Date;
  at: Date | null;
  delivered: boolean | null;
}

/** The reminders sent about each of these credentials, in the order they were sent. */
export async function remindersOf(
  tx: Tx,
  credentials: readonly string[],
): Promise<Grouped<ReminderRow>> {
  const rows = await tx<
    ReminderColumns[]
  >`select r.id, r.credential, r.kind, r.about_day, r.sent_at, d.at, d.delivered from renewal.reminder r
    left join lateral (select at, delivered from renewal.reminder_delivery
      where reminder = r.id order by delivered desc, at desc limit 1) d on true
    where r.credential = any(${[...credentials]}) order by r.sent_at, r.id`;
  return grouped(
    rows,
    ({ credential }) => credential,
    (row) => ({
      ...{ id: row.id, kind: row.kind, aboutDay: date(row.about_day) },
      sentAt: row.sent_at.getTime(),
      delivered:
        row.at === null || row.delivered === null
          ? undefined
          : { at: row.at.getTime(), yes: row.delivered },
    }),
  );
}
