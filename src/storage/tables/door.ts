/** The front door: accounts and sessions, reached only through functions that the database guards. */
import { isUuid } from '../../kernel/bytes/uuid.ts';
import type { DoorRecords, Office, OpenYet, PeopleRecords } from '../../workflow/ports/records.ts';
import type { SettingRecords } from '../../workflow/ports/setting-records.ts';
import type { Tx } from '../database/connect.ts';
import {
  type CalledColumns,
  calledColumns,
  calledOf,
  type PersonColumns,
  personOf,
} from './matters.ts';

export function doorRecords(tx: Tx): DoorRecords {
  return {
    async signUp(person, email, fullName, hash) {
      const [row] = await tx<
        { done: boolean }[]
      >`select front.sign_up(${person}, ${email}, ${fullName}, ${hash}) as done`;
      return row?.done === true;
    },
    async accountOf(email) {
      const [row] = await tx<
        { person: string; hash: string }[]
      >`select * from front.account_of(${email})`;
      return row;
    },
    async noteAttempt(emailHash, succeeded) {
      await tx`select front.note_attempt(${Buffer.from(emailHash)}, ${succeeded})`;
    },
    async failuresSince(emailHash, since) {
      const [row] = await tx<
        { n: number }[]
      >`select front.failures_since(${Buffer.from(emailHash)}, ${new Date(since)}) as n`;
      return row?.n ?? 0;
    },
    async openSession(tokenHash, person, until) {
      await tx`select front.open_session(${Buffer.from(tokenHash)}, ${person}, ${new Date(until)})`;
    },
    async sessionsOf(asked) {
      const list = asked.map(({ tokenHash, at }, k) => ({
        k,
        hash: Buffer.from(tokenHash).toString('hex'),
        at: new Date(at).toISOString(),
      }));
      const rows = await tx<
        {
          k: number;
          person: string;
          full_name: string;
          email: string;
          demonstration: boolean;
          offices: Office[];
          programs: string[];
          expires_at: Date;
        }[]
      >`select a.k, s.* from jsonb_to_recordset(${tx.json(list)}) as a(k int, hash text, at timestamptz)
          cross join lateral front.session_of(decode(a.hash, 'hex'), a.at) s`;
      const found = new Map(rows.map((row) => [row.k, row]));
      return asked.map((_, k) => {
        const row = found.get(k);
        return row === undefined
          ? undefined
          : {
              person: row.person,
              fullName: row.full_name,
              email: row.email,
              demonstration: row.demonstration,
              offices: row.offices,
              programs: row.programs,
              expiresAt: row.expires_at.getTime(),
            };
      });
    },
    async turnAway(person, route, about) {
      await tx`select front.turn_away(${person}, ${route}, ${about ?? null})`;
    },
    async closeSession(tokenHash) {
      await tx`select front.close_session(${Buffer.from(tokenHash)})`;
    },
    async stay(tokenHash, until) {
      await tx`select front.stay(${Buffer.from(tokenHash)}, ${new Date(until)})`;
    },
    async changePassphrase(hash, keptTokenHash) {
      await tx`select front.change_passphrase(${hash}, ${Buffer.from(keptTokenHash)})`;
    },
    async demonstrationPeople() {
      const rows = await tx<
        { person: string; full_name: string; email: string; offices: Office[]; chair: boolean }[]
      >`select * from front.demonstration_people() order by email`;
      return rows.map((row) => ({
        person: row.person,
        fullName: row.full_name,
        email: row.email,
        offices: row.offices,
        isChair: row.chair,
      }));
    },
  };
}

export function peopleRecords(tx: Tx): PeopleRecords {
  return {
    async me() {
      const [row] = await tx<PersonColumns[]>`select * from people.person where id = front.me()`;
      return row === undefined ? undefined : personOf(row);
    },
    async writeNames(fullName, otherNames) {
      const [row] = await tx<
        { kept: string | null }[]
      >`select people.write_own_names(${fullName}, ${[...otherNames]}) as kept`;
      return row?.kept ?? fullName;
    },
    async nameIsSettled() {
      const [row] = await tx<{ yes: boolean }[]>`select people.my_name_is_settled() as yes`;
      return row?.yes === true;
    },
    ...closing(tx),
    async list(search, limit) {
      const rows = await tx<CalledColumns[]>`select ${calledColumns(tx)} from people.person
        where position(lower(${search}) in lower(full_name)) > 0 or position(lower(${search}) in email) > 0
        order by full_name limit ${limit}`;
      return rows.map(calledOf);
    },
    async byIds(ids) {
      const rows = await tx<
        CalledColumns[]
      >`select ${calledColumns(tx)} from people.person where id = any(${ids.filter(isUuid)}::uuid[])`;
      return rows.map(calledOf);
    },
    async deciders() {
      return await tx<
        { id: string; fullName: string }[]
      >`select id, full_name as "fullName" from people.deciders()`;
    },
  };
}

const closing = (tx: Tx): Pick<PeopleRecords, 'openYet' | 'close' | 'forgetClosed'> => ({
  async openYet() {
    const [row] = await tx<{ why: OpenYet | null }[]>`select people.in_the_way_of_closing() as why`;
    return row?.why ?? undefined;
  },
  async close(on) {
    const [row] = await tx<{ why: OpenYet | null }[]>`select people.close_account(${on}) as why`;
    return row?.why ?? undefined;
  },
  async forgetClosed(before, on) {
    const [row] = await tx<{ n: number }[]>`select people.forget_closed(${before}, ${on}) as n`;
    return row?.n ?? 0;
  },
});

export function settingRecords(tx: Tx): SettingRecords {
  return {
    async authorized() {
      const rows = await tx<
        { program: string }[]
      >`select distinct program from front.authorization`;
      return new Set(rows.map((row) => row.program));
    },
    async dimensions() {
      const rows = await tx<
        { dimension: string; in_use: boolean; purpose: string; basis: string; retention: string }[]
      >`select distinct on (dimension) * from front.dimension order by dimension, recorded_at desc`;
      return rows.map((row) => ({
        dimension: row.dimension,
        inUse: row.in_use,
        purpose: row.purpose,
        basis: row.basis,
        retention: row.retention,
      }));
    },
    async recordDimension(row) {
      await tx`insert into front.dimension (dimension, in_use, purpose, basis, retention, recorded_by)
        values (${row.dimension}, ${row.inUse}, ${row.purpose}, ${row.basis}, ${row.retention}, ${row.recordedBy})`;
    },
  };
}
