/** Forms, sittings, the journal of answers, results. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { type CivilDate, date } from '../../kernel/dates/civil-date.ts';
import type {
  AnswerRow,
  ClockRow,
  ExamRecords,
  FormRow,
  SittingRow,
} from '../../workflow/ports/exam-records.ts';
import type { Tx } from '../database/connect.ts';
import { bytesOf, codeOf, stored } from './rows.ts';

interface SittingColumns {
  id: string;
  person: string;
  program: string;
  form: string;
  granted: Json;
  option_orders: Json;
  created_at: Date;
}

const sittingOf = (row: SittingColumns): SittingRow => ({
  id: row.id,
  person: row.person,
  program: row.program,
  form: row.form,
  granted: row.granted,
  optionOrders: row.option_orders,
  createdAt: row.created_at.getTime(),
});

export function examRecords(tx: Tx): ExamRecords {
  return {
    ...forms(tx),
    ...sittings(tx),
    ...journal(tx),
    ...results(tx),
    ...asides(tx),
    ...time(tx),
  };
}

function forms(tx: Tx) {
  return {
    formsOf: async (program: string): Promise<readonly FormRow[]> =>
      await tx<
        FormRow[]
      >`select id, program, kind, body from exam.form where program = ${program} order by published_at, id`,
    async form(id: string): Promise<FormRow | undefined> {
      const [row] = await tx<
        FormRow[]
      >`select id, program, kind, body from exam.form where id = ${id}`;
      return row;
    },
    itemsOf: async (form: string) =>
      await tx<{ id: string; version: number; body: Json }[]>`select i.id, i.version, i.body
        from exam.form_item f join exam.item i on i.id = f.item and i.version = f.version
        where f.form = ${form} order by f.place`,
    async sealedKeys(form: string) {
      const rows = await tx<
        { item: string; version: number; sealed_key: Uint8Array }[]
      >`select k.item, k.version, k.sealed_key
        from exam.form_item f join vault.item_key k on k.item = f.item and k.version = f.version where f.form = ${form}`;
      return rows.map((row) => ({
        item: row.item,
        version: row.version,
        sealedKey: bytesOf(row.sealed_key),
      }));
    },
  };
}

function sittings(tx: Tx) {
  return {
    async book(row: Omit<SittingRow, 'createdAt'>): Promise<void> {
      await tx`insert into exam.sitting (id, person, program, form, granted, option_orders) values
        (${row.id}, ${row.person}, ${row.program}, ${row.form}, ${stored(tx, row.granted)}, ${stored(tx, row.optionOrders)})`;
    },
    async sitting(id: string): Promise<SittingRow | undefined> {
      const [row] = await tx<SittingColumns[]>`select * from exam.sitting where id = ${id}`;
      return row === undefined ? undefined : sittingOf(row);
    },
    async mySittings(): Promise<readonly SittingRow[]> {
      const rows = await tx<
        SittingColumns[]
      >`select * from exam.sitting where person = front.me() order by created_at desc`;
      return rows.map(sittingOf);
    },
    async sittingsOf(person: string, program: string): Promise<readonly SittingRow[]> {
      const rows = await tx<SittingColumns[]>`select * from exam.sitting
        where person = ${person} and program = ${program} order by created_at desc`;
      return rows.map(sittingOf);
    },
    async running(): Promise<readonly string[]> {
      const rows = await tx<{ sitting: string }[]>`select distinct c.sitting from exam.clock_event c
        where c.kind = 'start' and not exists (select 1 from exam.clock_event s where s.sitting = c.sitting and s.kind = 'submit')`;
      return rows.map((row) => row.sitting);
    },
    async held() {
      const rows = await tx<
        { program: string; held: number; since: Date }[]
      >`select program, held, since from exam.held_results()`;
      return rows.map(({ program, held, since }) => ({
        program,
        count: held,
        since: since.getTime(),
      }));
    },
    async unscored(): Promise<readonly string[]> {
      const rows = await tx<{ sitting: string }[]>`select distinct c.sitting from exam.clock_event c
        where c.kind = 'submit' and not exists (select 1 from exam.result r where r.sitting = c.sitting)`;
      return rows.map((row) => row.sitting);
    },
    async oneBookingAtATime(person: string, program: string): Promise<void> {
      await tx`select pg_advisory_xact_lock(hashtextextended(${`${person} books ${program}`}, 0))`;
    },
    async hold(sitting: string): Promise<boolean> {
      const [row] = await tx<{ held: boolean }[]>`select exam.hold(${sitting}) as held`;
      return row?.held === true;
    },
  };
}

function asides(tx: Tx) {
  return {
    async setAside() {
      const rows = await tx<
        { sitting: string; matter: string; set_aside_on: string }[]
      >`select sitting, matter, set_aside_on from exam.set_aside_result order by set_aside_on, sitting`;
      return rows.map(({ sitting, matter, set_aside_on }) => ({
        sitting,
        matter,
        on: date(set_aside_on),
      }));
    },
    async setResultAside(row: { sitting: string; matter: string; on: CivilDate }) {
      try {
        const added = await tx.savepoint(
          (inner) => inner`insert into exam.set_aside_result (sitting, matter, set_aside_on)
            values (${row.sitting}, ${row.matter}, ${row.on}) on conflict (sitting) do nothing`,
        );
        return added.count === 1 ? 'written' : 'written-before';
      } catch (cause) {
        if (codeOf(cause) === 'EH003') {
          return 'refused';
        }
        throw cause;
      }
    },
  } satisfies Pick<ExamRecords, 'setAside' | 'setResultAside'>;
}

/** Every row of a sitting is stamped by the database, so time left is worked out by the same clock. */
function time(tx: Tx) {
  return {
    async now(): Promise<number> {
      const [row] = await tx<{ at: Date }[]>`select clock_timestamp() as at`;
      if (row === undefined) {
        throw new Error('the database does not know the time');
      }
      return row.at.getTime();
    },
    async beat(server: string): Promise<void> {
      await tx`insert into exam.heartbeat (server) values (${server})
        on conflict (server) do update set at = clock_timestamp()`;
    },
    async lastBeat(): Promise<number | undefined> {
      const [row] = await tx<{ at: Date | null }[]>`select max(at) as at from exam.heartbeat`;
      return row?.at?.getTime();
    },
  };
}

function journal(tx: Tx) {
  return {
    async clock(sitting: string): Promise<readonly ClockRow[]> {
      const rows = await tx<{ kind: ClockRow['kind']; at: Date; ms: number }[]>`select kind, at, ms
        from exam.clock_event where sitting = ${sitting} order by seq`;
      return rows.map((row) => ({ kind: row.kind, at: row.at.getTime(), ms: row.ms }));
    },
    async noteClock(
      sitting: string,
      kind: ClockRow['kind'],
      ms: number,
      why: string,
    ): Promise<void> {
      await tx`insert into exam.clock_event (sitting, kind, ms, why) values (${sitting}, ${kind}, ${ms}, ${why})`;
    },
    async answers(sitting: string): Promise<readonly AnswerRow[]> {
      const rows = await tx<
        {
          client: string;
          n: number;
          epoch: number;
          seq: number;
          item: string;
          response: Json;
          client_ms: number;
          server_at: Date;
        }[]
      >`select client, n, epoch, seq, item, response, client_ms, server_at from exam.answer_event
        where sitting = ${sitting} order by seq`;
      return rows.map((row) => ({
        client: row.client,
        n: row.n,
        epoch: row.epoch,
        seq: row.seq,
        item: row.item,
        response: row.response,
        clientMs: row.client_ms,
        serverAt: row.server_at.getTime(),
      }));
    },
    async epoch(sitting: string): Promise<number> {
      const [row] = await tx<
        { epoch: number }[]
      >`select epoch from exam.lease where sitting = ${sitting}`;
      return row?.epoch ?? 0;
    },
    async lead(sitting: string, person: string): Promise<number | undefined> {
      const [row] = await tx<
        { epoch: number | null }[]
      >`select exam.lead(${sitting}, ${person}) as epoch`;
      return row?.epoch ?? undefined;
    },
    async append(
      sitting: string,
      person: string,
      epoch: number,
      client: string,
      events: Parameters<ExamRecords['append']>[4],
    ) {
      const [row] = await tx<
        { acknowledged: number; current_epoch: number }[]
      >`select * from exam.append_answers(
        ${sitting}, ${person}, ${epoch}, ${client}, ${stored(tx, events as unknown as Json)})`;
      if (row === undefined) {
        throw new Error('the journal gave no answer');
      }
      return { acknowledged: row.acknowledged, epoch: row.current_epoch };
    },
  };
}

function results(tx: Tx) {
  return {
    async saveResult(
      sitting: string,
      passed: boolean,
      report: Json,
      responses: Parameters<ExamRecords['saveResult']>[3],
    ): Promise<boolean> {
      const added = await tx`insert into exam.result (sitting, passed, report) values
        (${sitting}, ${passed}, ${stored(tx, report)}) on conflict (sitting) do nothing`;
      if (added.count === 0) {
        return false;
      }
      const rows = responses.map((response) => ({
        sitting,
        item: response.item,
        answered: response.answered,
        is_right: response.right,
      }));
      if (rows.length > 0) {
        await tx`insert into exam.scored_response ${tx(rows)}`;
      }
      return true;
    },
    async result(sitting: string) {
      const [row] = await tx<
        { passed: boolean; report: Json; scored_at: Date }[]
      >`select passed, report, scored_at
        from exam.result where sitting = ${sitting}`;
      return row === undefined
        ? undefined
        : { passed: row.passed, report: row.report, scoredAt: row.scored_at.getTime() };
    },
  };
}
