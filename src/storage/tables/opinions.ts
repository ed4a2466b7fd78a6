/** Questions and the opinions that answer them. Who asked stands in a table that no role of the program reads. */
import type { OpinionEvent } from '../../casework/opinion/opinion.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { CodeRecords, QuestionHistory } from '../../workflow/ports/code-records.ts';
import type { Tx } from '../database/connect.ts';
import { codeOf, stored } from './rows.ts';

interface EventColumns {
  type: string;
  body: object;
}

interface Columns {
  id: string;
  label: string;
  program: string;
  provision: string | null;
  words: string;
  asked_on: string;
  promised_by: string;
  events: EventColumns[];
  version: number;
}

export function opinionRecords(tx: Tx): CodeRecords['opinions'] {
  const found = async (id: string | undefined) =>
    await tx<Columns[]>`
      select q.id, q.label, q.program, q.provision, q.words, q.asked_on::text, q.promised_by::text,
        coalesce((select jsonb_agg(jsonb_build_object('type', e.type, 'body', e.body) order by e.version)
          from conduct.opinion_event e where e.question = q.id), '[]') as events,
        coalesce((select max(e.version) from conduct.opinion_event e where e.question = q.id), 0) as version
      from conduct.question q where ${id ?? null}::uuid is null or q.id = ${id ?? null}
      order by q.promised_by, q.label`;
  return {
    async ask({ id, label, program, provision, words, askedOn, promisedBy }) {
      try {
        await tx.savepoint(
          (inner) =>
            inner`select conduct.ask(${id}, ${label}, ${program}, ${provision ?? null}, ${words}, ${askedOn}, ${promisedBy})`,
        );
        return 'written';
      } catch (cause) {
        if (codeOf(cause) === '23505') {
          return 'asked-before';
        }
        throw cause;
      }
    },
    async list() {
      return (await found(undefined)).map(historyOf);
    },
    async read(id) {
      const [row] = await found(id);
      return row === undefined ? undefined : historyOf(row);
    },
    async noteReading(id) {
      await tx`insert into conduct.reading (what, about) values ('question', ${id})`;
    },
    async append(id, version, { type, ...body }) {
      try {
        await tx.savepoint(
          (inner) => inner`insert into conduct.opinion_event (question, version, type, body)
            values (${id}, ${version + 1}, ${type}, ${stored(inner, body as unknown as Json)})`,
        );
        return 'written';
      } catch (cause) {
        switch (codeOf(cause)) {
          case 'EH001':
          case 'EH005':
          case '23505':
            return 'someone-wrote-first';
          case 'EH003':
            return 'not-yours';
          default:
            throw cause;
        }
      }
    },
    async tellAsker({ id, question, subject, body }) {
      await tx`select conduct.tell_asker(${id}, ${question}, ${subject}, ${body})`;
    },
    async published() {
      const rows = await tx<{ label: string; program: string; events: EventColumns[] }[]>`
        select label, program, events from conduct.published_opinions()`;
      return rows.map(({ label, program, events }) => ({
        label,
        program,
        events: events.map(eventOf),
      }));
    },
    async knownPeople() {
      const rows = await tx<{ full_name: string; former_names: string[] }[]>`
        select full_name, former_names from people.person order by created_at, id`;
      return rows.map((row) => ({ fullName: row.full_name, formerNames: row.former_names }));
    },
  };
}

const eventOf = ({ type, body }: EventColumns): OpinionEvent =>
  ({ type, ...body }) as unknown as OpinionEvent;

const historyOf = (row: Columns): QuestionHistory => ({
  id: row.id,
  label: row.label,
  program: row.program,
  provision: row.provision ?? undefined,
  words: row.words,
  askedOn: date(row.asked_on),
  promisedBy: date(row.promised_by),
  events: row.events.map(eventOf),
  version: row.version,
});
