/** Findings before the board: one unchanging row and its events, each read under the rights of the actor. */
import type { FindingEvent } from '../../casework/finding/finding.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { FindingHistory, FindingRecords } from '../../workflow/ports/finding-records.ts';
import type { Tx } from '../database/connect.ts';
import { codeOf, stored } from './rows.ts';

interface Columns {
  id: string;
  label: string;
  events: { type: string; body: object }[];
}

export function findingRecords(tx: Tx): FindingRecords {
  const insertEvents = async (
    within: Tx,
    id: string,
    from: number,
    events: readonly FindingEvent[],
  ) => {
    for (const [place, { type, ...body }] of events.entries()) {
      await within`insert into board.event (finding, version, type, body)
        values (${id}, ${from + place + 1}, ${type}, ${stored(within, body as unknown as Json)})`;
    }
  };
  const found = async (id: string | undefined) =>
    await tx<
      Columns[]
    >`select f.id, f.label, (select jsonb_agg(jsonb_build_object('type', e.type, 'body', e.body)
        order by e.version) from board.event e where e.finding = f.id) as events
      from board.finding f where ${id ?? null}::uuid is null or f.id = ${id ?? null}
      order by f.opened_on desc, f.label`;
  return {
    async open(row, events) {
      await tx`insert into board.finding (id, label, key, release, rater, opened_on, promised_by)
        values (${row.id}, ${row.label}, ${row.key}, ${row.release}, ${row.rater ?? null}, ${row.openedOn}, ${row.promisedBy})`;
      await insertEvents(tx, row.id, 0, events);
    },
    async list() {
      return (await found(undefined)).map(historyOf);
    },
    async read(id) {
      const [row] = await found(id);
      return row === undefined ? undefined : historyOf(row);
    },
    async append(id, version, events) {
      try {
        await tx.savepoint((inner) => insertEvents(inner, id, version, events));
        return 'written';
      } catch (cause) {
        const code = codeOf(cause);
        if (code === 'EH001' || code === '23505') {
          return 'someone-wrote-first';
        }
        throw cause;
      }
    },
    async oneReleaseAtATime() {
      await tx`select pg_advisory_xact_lock(7272742)`;
    },
    async tell(id, subject, body) {
      await tx`select board.tell(${id}, ${subject}, ${body})`;
    },
    async tellRater(id, subject, body) {
      await tx`select board.tell_rater(${id}, ${subject}, ${body})`;
    },
    async isChair() {
      const [row] = await tx<{ chair: boolean }[]>`select board.is_chair() as chair`;
      return row?.chair === true;
    },
    async named() {
      const rows = await tx<{ id: string; full_name: string }[]>`select * from board.named()`;
      return new Map(rows.map((row) => [row.id, row.full_name]));
    },
    async overdue(on) {
      const [row] = await tx<
        { overdue: number; since: string }[]
      >`select * from board.overdue(${on})`;
      return row === undefined ? undefined : { count: row.overdue, since: date(row.since) };
    },
    async published() {
      const rows = await tx<Columns[]>`select * from board.public_findings()`;
      return rows.map(({ id, label, events }) => ({ id, label, events: events.map(eventOf) }));
    },
  };
}

/** Stored events were made by our own rules; the database keeps their shape. */
const eventOf = ({ type, body }: Columns['events'][number]): FindingEvent =>
  ({ type, ...body }) as FindingEvent;

const historyOf = ({ id, label, events }: Columns): FindingHistory => ({
  id,
  label,
  events: events.map(eventOf),
  version: events.length,
});
