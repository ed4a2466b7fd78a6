/** Copies of credentials, how each stands, and the places that are set on the lists. */
import type { NotHeld, StandingFacts } from '../../casework/award/standing.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { type CivilDate, date } from '../../kernel/dates/civil-date.ts';
import type { CopyRecords, CopyRow } from '../../workflow/ports/copy-records.ts';
import type { Tx } from '../database/connect.ts';
import { stored } from './rows.ts';

interface CopyColumns {
  credential: string;
  id: string;
  number: number;
  document: Json;
  issued_on: string;
  from_day: string | null;
  name_due: string | null;
}

interface StandingColumns {
  document: Json;
  program: string;
  demonstration: boolean;
  valid_until: string;
  is_newest: boolean;
  ended_on: string | null;
  revoked_on: string | null;
  reason: string | null;
  not_held: NotHeld | null;
  not_held_from: string | null;
  suspended_from: string | null;
  suspended_until: string | null;
  interim: boolean | null;
  probation_from: string | null;
  probation_until: string | null;
}

export function copyRecords(tx: Tx): CopyRecords {
  const listThere = async (list: number): Promise<boolean> => {
    const [row] = await tx<{ yes: boolean }[]>`select register.list_exists(${list}) as yes`;
    return row?.yes === true;
  };
  return {
    async lookUp(id) {
      const [row] = await tx<
        { document: Json | null }[]
      >`select register.look_up(${id}) as document`;
      return row?.document ?? undefined;
    },
    async standing(id, on) {
      const [row] = await tx<StandingColumns[]>`select * from register.standing(${id}, ${on})`;
      return row === undefined
        ? undefined
        : {
            ...{ document: row.document, program: row.program, demonstration: row.demonstration },
            facts: factsOf(row),
          };
    },
    async noticesBeside(id) {
      const rows = await tx<{ id: string }[]>`select * from register.notices_beside(${id}) as id`;
      return new Set(rows.map((row) => row.id));
    },
    async newestCopy(credential) {
      return (await newestCopiesOf(tx, [credential])).get(credential);
    },
    async addCopy(row) {
      await tx`insert into register.copy
        (id, credential, number, why, document, list, place, valid_until, issued_on)
        values (${row.id}, ${row.credential}, ${row.number}, ${row.why}, ${stored(tx, row.document)},
          ${row.list}, ${row.index}, ${row.validUntil}, ${row.issuedOn})`;
    },
    async endDue(credential, on) {
      await tx`select register.end_due(${credential}, ${on})`;
    },
    async isGood(credential, on) {
      const [row] = await tx<
        { yes: boolean | null }[]
      >`select register.is_good(${credential}, ${on}) as yes`;
      return row?.yes === true;
    },
    async copiesAfter(id, limit) {
      const rows = await tx<
        { id: string }[]
      >`select id from register.copy where id > ${id} order by id limit ${limit}`;
      return rows.map((row) => row.id);
    },
    async setPlaces(list) {
      if (!(await listThere(list))) {
        return undefined;
      }
      const rows = await tx<{ n: number }[]>`select * from register.set_places(${list}) as n`;
      return rows.map((row) => row.n);
    },
    async countSet(list) {
      if (!(await listThere(list))) {
        return undefined;
      }
      const [row] = await tx<{ n: number }[]>`select register.count_set(${list}) as n`;
      return Number(row?.n ?? 0);
    },
  };
}

/** The newest copy of each of these credentials. */
export async function newestCopiesOf(
  tx: Tx,
  credentials: readonly string[],
): Promise<ReadonlyMap<string, CopyRow>> {
  const rows = await tx<CopyColumns[]>`
    select distinct on (k.credential) k.credential, k.id, k.number, k.document, k.issued_on, x.from_day,
      register.name_due(k.credential) as name_due
    from register.copy k left join register.copy_end x on x.copy = k.id
    where k.credential = any(${[...credentials]}) order by k.credential, k.number desc`;
  return new Map(rows.map((row) => [row.credential, copyOf(row)]));
}

const copyOf = (row: CopyColumns): CopyRow => ({
  ...{ id: row.id, number: row.number, document: row.document },
  issuedOn: date(row.issued_on),
  endedOn: dayOf(row.from_day),
  nameDue: row.name_due ?? undefined,
});

function factsOf(row: StandingColumns): StandingFacts {
  const revokedOn = dayOf(row.revoked_on);
  const notHeldFrom = dayOf(row.not_held_from);
  const suspended = spanOf(row.suspended_from, row.suspended_until);
  const probation = spanOf(row.probation_from, row.probation_until);
  return {
    ...{ isNewest: row.is_newest, validUntil: date(row.valid_until), endedOn: dayOf(row.ended_on) },
    revoked: revokedOn === undefined ? undefined : { on: revokedOn, reason: row.reason ?? '' },
    notHeld:
      notHeldFrom === undefined || row.not_held === null
        ? undefined
        : { why: row.not_held, from: notHeldFrom },
    ...(suspended === undefined
      ? {}
      : { suspended: { ...suspended, interim: row.interim === true } }),
    ...(probation === undefined ? {} : { probation }),
  };
}

const dayOf = (day: string | null): CivilDate | undefined => (day === null ? undefined : date(day));

function spanOf(from: string | null, until: string | null) {
  return from === null || until === null ? undefined : { from: date(from), until: date(until) };
}
