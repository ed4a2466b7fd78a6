/** Ideas and their answers. Who proposed one stands in a table that no role of the program reads. */
import type { IdeaEvent, IdeaSubject, ProposerRole } from '../../casework/idea/idea.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { IdeaHistory, IdeaRecords } from '../../workflow/ports/idea-records.ts';
import type { Tx } from '../database/connect.ts';
import { codeOf, stored } from './rows.ts';

interface EventColumns {
  type: string;
  body: object;
}

interface Columns {
  id: string;
  label: string;
  subject: IdeaSubject;
  program: string | null;
  role: ProposerRole;
  words: string;
  why: string;
  proposed_on: string;
  promised_by: string;
  events: EventColumns[];
  version: number;
}

export function ideaRecords(tx: Tx): IdeaRecords {
  const found = async (id: string | undefined) =>
    await tx<Columns[]>`
      select i.id, i.label, i.subject, i.program, i.role, i.words, i.why, i.proposed_on::text, i.promised_by::text,
        coalesce((select jsonb_agg(jsonb_build_object('type', e.type, 'body', e.body) order by e.version)
          from ideas.event e where e.idea = i.id), '[]') as events,
        coalesce((select max(e.version) from ideas.event e where e.idea = i.id), 0) as version
      from ideas.idea i where ${id ?? null}::uuid is null or i.id = ${id ?? null}
      order by i.promised_by, i.label`;
  return {
    async propose(row) {
      try {
        await tx.savepoint(
          (
            inner,
          ) => inner`select ideas.propose(${row.id}, ${row.label}, ${row.subject}, ${row.program ?? null},
            ${row.role}, ${row.words}, ${row.why}, ${row.proposedOn}, ${row.promisedBy})`,
        );
        return 'written';
      } catch (cause) {
        if (codeOf(cause) === '23505') {
          return 'proposed-before';
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
    async append(id, version, { type, ...body }) {
      try {
        await tx.savepoint(
          (inner) => inner`insert into ideas.event (idea, version, type, body)
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
    async tellProposer({ id, idea, subject, body }) {
      await tx`select ideas.tell_proposer(${id}, ${idea}, ${subject}, ${body})`;
    },
    async published() {
      const rows = await tx<Omit<Columns, 'id' | 'role' | 'words' | 'why' | 'version'>[]>`
        select label, subject, program, proposed_on::text, promised_by::text, events from ideas.published()`;
      return rows.map((row) => ({
        label: row.label,
        subject: row.subject,
        program: row.program ?? undefined,
        proposedOn: date(row.proposed_on),
        promisedBy: date(row.promised_by),
        events: row.events.map(eventOf),
      }));
    },
    async counts(on) {
      const [row] = await tx<
        { proposed: number; waiting: number; late: number; adopted: number; not_adopted: number }[]
      >`select * from ideas.counts(${on})`;
      const { proposed = 0, waiting = 0, late = 0, adopted = 0, not_adopted = 0 } = row ?? {};
      return { proposed, waiting, late, adopted, notAdopted: not_adopted };
    },
    async eraseOld(on) {
      const [row] = await tx<{ erased: number }[]>`select ideas.erase_old(${on}) as erased`;
      return row?.erased ?? 0;
    },
  };
}

const eventOf = ({ type, body }: EventColumns): IdeaEvent =>
  ({ type, ...body }) as unknown as IdeaEvent;

const historyOf = (row: Columns): IdeaHistory => ({
  id: row.id,
  label: row.label,
  subject: row.subject,
  program: row.program ?? undefined,
  role: row.role,
  words: row.words,
  why: row.why,
  proposedOn: date(row.proposed_on),
  promisedBy: date(row.promised_by),
  events: row.events.map(eventOf),
  version: row.version,
});
