/** Keeping a credential: its events after the award, reminders, and the matters about it. */
import type { RenewalEvent } from '../../casework/renewal/renewal-event.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type {
  CredentialHistory,
  ReadAhead,
  RenewalRecords,
} from '../../workflow/ports/renewal-records.ts';
import type { Written } from '../../workflow/ports/written.ts';
import type { Tx } from '../database/connect.ts';
import { newestCopiesOf } from './copies.ts';
import { mattersAbout } from './matters.ts';
import { entriesOf } from './money.ts';
import { type CredentialColumns, credentialColumns, credentialOf } from './register.ts';
import { confirmationRecords } from './renewal-confirmations.ts';
import { courseRecords } from './renewal-courses.ts';
import { examRecords } from './renewal-exams.ts';
import { activitiesOf, hourRecords } from './renewal-hours.ts';
import { lotteryRecords } from './renewal-lotteries.ts';
import { paperRecords, remindersOf } from './renewal-papers.ts';
import { codeOf, grouped, stored } from './rows.ts';

interface EventColumns {
  credential: string;
  version: number;
  type: string;
  body: object;
}
const REFUSED = new Set(['EH002', 'EH003', 'EH010', 'EH012', '42501']);
const BEGINS = new Set(['renewed', 'late-renewed', 'returned', 'reinstated']);

/** What happened to each of these credentials after its award. */
async function historiesOf(
  tx: Tx,
  rows: readonly CredentialColumns[],
): Promise<readonly CredentialHistory[]> {
  const events = await tx<EventColumns[]>`select credential, version, type, body from renewal.event
    where credential = any(${rows.map(({ id }) => id)}) order by credential, version`;
  const ofCredential = grouped(
    events,
    ({ credential }) => credential,
    (event) => event,
  );
  return rows.map((row): CredentialHistory => {
    const own = ofCredential(row.id);
    return {
      credential: credentialOf(row),
      events: own.map(({ type, body }) => ({ type, ...body }) as RenewalEvent),
      version: own.length,
      begunAt: own.findLast(({ type }) => BEGINS.has(type))?.version ?? 0,
    };
  });
}

/** Everything that is read of these credentials where nothing follows for them, in one query for each kind of thing. */
async function readAhead(tx: Tx, credentials: readonly string[]): Promise<readonly ReadAhead[]> {
  const rows = await tx<
    CredentialColumns[]
  >`select ${credentialColumns(tx)} from register.credential c
    left join register.revocation r on r.credential = c.id
    where c.id = any(${[...credentials]}) order by c.id`;
  const histories = await historiesOf(tx, rows);
  const activities = await activitiesOf(tx, credentials);
  const matters = await mattersAbout(tx, credentials);
  const reminders = await remindersOf(tx, credentials);
  const copies = await newestCopiesOf(tx, credentials);
  const entries = await entriesOf(
    tx,
    rows.map(({ person }) => person),
  );
  return histories.map((history) => {
    const { id, person } = history.credential;
    return {
      ...{ history, activities: activities(id), matters: matters(id), reminders: reminders(id) },
      ...{ copy: copies.get(id), entries: entries(person) },
    };
  });
}

export function renewalRecords(tx: Tx): RenewalRecords {
  return {
    ...hourRecords(tx),
    ...courseRecords(tx),
    ...confirmationRecords(tx),
    ...examRecords(tx),
    ...lotteryRecords(tx),
    ...paperRecords(tx),
    async mine() {
      return await historiesOf(
        tx,
        await tx<CredentialColumns[]>`select ${credentialColumns(tx)} from register.credential c
          left join register.revocation r on r.credential = c.id where c.person = front.me()
          order by c.issued_at desc, c.id`,
      );
    },
    async one(id) {
      const rows = await tx<
        CredentialColumns[]
      >`select ${credentialColumns(tx)} from register.credential c
        left join register.revocation r on r.credential = c.id where c.id = ${id}`;
      return (await historiesOf(tx, rows))[0];
    },
    async append(credential, version, events, matter): Promise<Written> {
      try {
        await tx.savepoint(async (inner) => {
          for (const [place, event] of events.entries()) {
            const { type, ...body } = event;
            const whole = matter === undefined ? body : { ...body, matter };
            await inner`insert into renewal.event (credential, version, type, body)
              values (${credential}, ${version + place + 1}, ${type}, ${stored(inner, whole as unknown as Json)})`;
          }
        });
        return 'written';
      } catch (cause) {
        const code = codeOf(cause);
        if (code === 'EH001' || code === '23505') {
          return 'someone-wrote-first';
        }
        if (code !== undefined && REFUSED.has(code)) {
          return 'excluded';
        }
        throw cause;
      }
    },
    async tieMatter(matter, credential) {
      await tx`insert into renewal.matter_of (matter, credential) values (${matter}, ${credential})`;
    },
    async isRevoked(credential) {
      const [row] = await tx<{ yes: boolean }[]>`select renewal.is_revoked(${credential}) as yes`;
      return row?.yes === true;
    },
    async appealsAgainst(matter) {
      const [row] = await tx<{ is_open: boolean; dismissed_on: string | null }[]>`
        select is_open, dismissed_on from renewal.appeals_against(${matter})`;
      const dismissed = row?.dismissed_on ?? null;
      return {
        isOpen: row?.is_open === true,
        dismissedOn: dismissed === null ? undefined : date(dismissed),
      };
    },
    async toLookAt(on) {
      const rows = await tx<{ id: string }[]>`select * from renewal.to_look_at(${on}) as id`;
      return rows.map(({ id }) => id);
    },
    readAhead: (credentials) => readAhead(tx, credentials),
    async oneActAtATime(credential) {
      await tx`select pg_advisory_xact_lock(hashtextextended(${`acts on ${credential}`}, 0))`;
    },
  };
}
