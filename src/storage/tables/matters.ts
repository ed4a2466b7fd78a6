/** Matters: one unchanging row and its events, each read under the rights of the actor. */

import type { MatterEvent } from '../../casework/matter/matter.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { civilDateAt, date } from '../../kernel/dates/civil-date.ts';
import type { MatterHistory, MatterRow } from '../../workflow/ports/matter-history.ts';
import type {
  CalledRow,
  MatterRecords,
  MatterStatus,
  MatterSummary,
  PersonRow,
} from '../../workflow/ports/records.ts';
import type { Written } from '../../workflow/ports/written.ts';
import type { Tx } from '../database/connect.ts';
import { namesInMatters } from './matter-names.ts';
import { codeOf, type Grouped, grouped, stored } from './rows.ts';

interface Row {
  id: string;
  label: string;
  kind: MatterRow['kind'];
  program: string;
  rules: string;
  opened_on: string;
  promised_by: string;
  appeal_of: string | null;
  result_of: string | null;
}
interface Standing extends Row {
  status: MatterStatus;
  since: Date;
  decider: string | null;
}

export function matterRecords(tx: Tx): MatterRecords {
  const insertEvents = async (
    within: Tx,
    id: string,
    from: number,
    events: readonly MatterEvent[],
  ) => {
    let version = from;
    for (const event of events) {
      version += 1;
      const { type, ...body } = event;
      await within`insert into casework.event (matter, version, type, body)
        values (${id}, ${version}, ${type}, ${stored(within, body as unknown as Json)})`;
    }
  };
  return {
    async open(row, subject, claim, opened) {
      await tx`insert into casework.matter (id, label, kind, program, rules, opened_on, promised_by, appeal_of, result_of)
        values (${row.id}, ${row.label}, ${row.kind}, ${row.program}, ${row.rules}, ${row.openedOn},
          ${row.promisedBy}, ${row.appealOf ?? null}, ${row.resultOf ?? null})`;
      await tx`insert into casework.subject (matter, person) values (${row.id}, ${subject})`;
      await tx`insert into casework.claim (matter, answers) values (${row.id}, ${stored(tx, claim)})`;
      await insertEvents(tx, row.id, 0, [opened]);
    },
    async read(id) {
      const [row] = await tx<Row[]>`select * from casework.matter where id = ${id}`;
      return row === undefined ? undefined : await history(tx, row);
    },
    async append(id, version, events): Promise<Written> {
      try {
        // Through the savepoint's own handle: an error on the outer one would end the transaction even when caught.
        await tx.savepoint((inner) => insertEvents(inner, id, version, events));
        return 'written';
      } catch (cause) {
        const code = codeOf(cause);
        if (code === 'EH001' || code === '23505') {
          return 'someone-wrote-first';
        }
        if (code === 'EH003' || code === '42501') {
          return 'excluded';
        }
        throw cause;
      }
    },
    async forgetOld(before) {
      const [row] = await tx<{ n: number }[]>`select casework.forget_old(${before}) as n`;
      return row?.n ?? 0;
    },
    async claim(id) {
      const [row] = await tx<
        { answers: Json }[]
      >`select answers from casework.claim where matter = ${id}`;
      return row?.answers;
    },
    async subject(id) {
      const [row] = await tx<CalledColumns[]>`select p.id, p.email, p.full_name, p.demonstration
        from casework.subject s join people.person p on p.id = s.person where s.matter = ${id}`;
      return row === undefined ? undefined : calledOf(row);
    },
    async list(statuses, limit) {
      const rows = await tx<
        Standing[]
      >`select * from casework.standing where status = any(${[...statuses]})
        order by promised_by, label limit ${limit}`;
      return rows.map(summaryOf);
    },
    async mine() {
      const rows = await tx<Standing[]>`select st.* from casework.standing st
        join casework.subject s on s.matter = st.id and s.person = front.me() order by st.opened_on desc, st.label`;
      return rows.map(summaryOf);
    },
    async oneFilingAtATime() {
      await tx`select pg_advisory_xact_lock(hashtextextended(front.me()::text || ' files', 0))`;
    },
    async appealsOf(id) {
      const rows = await tx<
        Standing[]
      >`select * from casework.standing where appeal_of = ${id} order by label`;
      return rows.map(summaryOf);
    },
    ...namesInMatters(tx),
    ...keepingMatters(tx),
    async underAppeal(appeal) {
      const rows = await tx<
        EventRow[]
      >`select version, type, body from casework.record_under_appeal(${appeal})`;
      return rows.map(eventOf);
    },
  };
}

/** Matters about keeping a credential. */
function keepingMatters(tx: Tx): Pick<MatterRecords, 'aboutCredential' | 'whoSetAside'> {
  return {
    async aboutCredential(credential) {
      return (await mattersAbout(tx, [credential]))(credential);
    },
    async whoSetAside(id) {
      const [row] = await tx<{ actor: string | null }[]>`select actor from casework.event
        where matter = ${id} and type = 'set-aside' order by version desc limit 1`;
      return row?.actor ?? undefined;
    },
  };
}

interface EventRow {
  version: number;
  type: string;
  body: object;
}

async function history(tx: Tx, row: Row): Promise<MatterHistory> {
  const events = await eventsOf(tx, [row.id]);
  return historyOf(row, events(row.id));
}

const historyOf = (row: Row, events: readonly MatterEvent[]): MatterHistory => ({
  ...{ row: rowOf(row), events, version: events.length },
});

async function eventsOf(tx: Tx, matters: readonly string[]): Promise<Grouped<MatterEvent>> {
  const rows = await tx<
    (EventRow & { matter: string })[]
  >`select matter, version, type, body from casework.event
    where matter = any(${[...matters]}) order by matter, version`;
  return grouped(rows, ({ matter }) => matter, eventOf);
}

/** The matters about each of these credentials with what happened in them, the oldest first. */
export async function mattersAbout(
  tx: Tx,
  credentials: readonly string[],
): Promise<Grouped<MatterHistory>> {
  const rows = await tx<(Row & { credential: string })[]>`select m.*, o.credential
    from casework.matter m join renewal.matter_of o on o.matter = m.id
    where o.credential = any(${[...credentials]}) order by m.opened_on, m.label`;
  const events = await eventsOf(
    tx,
    rows.map(({ id }) => id),
  );
  return grouped(
    rows,
    ({ credential }) => credential,
    (row) => historyOf(row, events(row.id)),
  );
}

/** Stored events were made by our own rules; the database keeps their shape. */
const eventOf = (row: EventRow): MatterEvent => ({ type: row.type, ...row.body }) as MatterEvent;

const rowOf = (row: Row): MatterRow => ({
  id: row.id,
  label: row.label,
  kind: row.kind,
  program: row.program,
  rules: row.rules,
  openedOn: date(row.opened_on),
  promisedBy: date(row.promised_by),
  appealOf: row.appeal_of ?? undefined,
  ...(row.result_of === null ? {} : { resultOf: row.result_of }),
});

const summaryOf = (row: Standing): MatterSummary => ({
  ...rowOf(row),
  status: row.status,
  since: row.since.getTime(),
  decider: row.decider ?? undefined,
});

export interface CalledColumns {
  id: string;
  email: string;
  full_name: string;
  demonstration: boolean;
}

export interface PersonColumns extends CalledColumns {
  former_names: string[];
}

/** Without the former names, which only the person reads. */
export const calledColumns = (tx: Tx) => tx`id, email, full_name, demonstration`;

/** Somebody as they are called now: what anybody but themselves is told of their names. */
export const calledOf = (row: CalledColumns): CalledRow => ({
  id: row.id,
  email: row.email,
  fullName: row.full_name,
  demonstration: row.demonstration,
});

export const personOf = (row: PersonColumns): PersonRow => ({
  ...calledOf(row),
  formerNames: row.former_names,
});

/** A date column that came back as an instant, as a calendar date of UTC. */
export const utcDate = (at: Date) => civilDateAt(at.getTime(), 'UTC');
