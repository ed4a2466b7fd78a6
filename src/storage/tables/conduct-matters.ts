/** Complaints about conduct: one unchanging row and its events, each read under the rights of the actor. */
import type { ConductEvent } from '../../casework/conduct/conduct-event.ts';
import type { SanctionKind } from '../../casework/conduct/conduct-rules.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { ComplaintAbout } from '../../program/conduct/allegation.ts';
import type {
  ConductHistory,
  ConductRow,
  MatterOfConduct,
} from '../../workflow/ports/conduct-records.ts';
import type { Written } from '../../workflow/ports/written.ts';
import type { Tx } from '../database/connect.ts';
import { codeOf, stored } from './rows.ts';

export interface ConductColumns {
  id: string;
  label: string;
  about: ComplaintAbout;
  program: string;
  rules: string;
  grounds: string[];
  setting: string | null;
  opened_on: string;
}
interface WithEvents extends ConductColumns {
  events: { type: string; body: object }[] | null;
}

/** Writes events one after another; 'excluded' where the database lets this actor do no such thing. */
export async function appended(work: () => Promise<unknown>): Promise<Written> {
  try {
    await work();
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
}

export const bodyOf = ({
  type,
  ...body
}: ConductEvent): { readonly type: string; readonly body: Json } => ({
  type,
  body: body as unknown as Json,
});

export function matterOfConduct(tx: Tx): MatterOfConduct {
  const found = async (id: string | undefined, isOpen = false) =>
    await tx<
      WithEvents[]
    >`select m.*, (select jsonb_agg(jsonb_build_object('type', e.type, 'body', e.body)
        order by e.version) from conduct.event e where e.matter = m.id) as events
      from conduct.matter m where (${id ?? null}::uuid is null or m.id = ${id ?? null})
        and (not ${isOpen} or not exists (select 1 from conduct.event e where e.matter = m.id and e.type = 'closing-told'
          and e.at < now() - interval '3 years'))
      order by m.opened_on desc, m.label`;
  return {
    async open(row, concern) {
      const written = await appended(() =>
        tx.savepoint(
          (
            inner,
          ) => inner`select conduct.open(${row.id}, ${row.label}, ${row.about}, ${row.program},
            ${row.rules}, ${[...row.grounds]}, ${row.setting ?? null}, ${row.openedOn}, ${concern ?? null})`,
        ),
      );
      return written === 'written' ? 'opened' : 'excluded';
    },
    async read(id) {
      const [row] = await found(id);
      return row === undefined ? undefined : historyOf(row);
    },
    async list() {
      return (await found(undefined)).map(historyOf);
    },
    async naming(name) {
      const rows = await tx<{ matter: string }[]>`select distinct p.matter from conduct.party p
        cross join lateral unnest(p.former_names || p.full_name) one
        where position(lower(${name}) in lower(one)) > 0`;
      return rows.map(({ matter }) => matter);
    },
    async running() {
      return (await found(undefined, true)).map(historyOf);
    },
    append: (id, version, events) =>
      appended(() =>
        tx.savepoint(async (inner) => {
          for (const [place, event] of events.entries()) {
            const { type, body } = bodyOf(event);
            await inner`insert into conduct.event (matter, version, type, body)
              values (${id}, ${version + place + 1}, ${type}, ${stored(inner, body)})`;
          }
        }),
      ),
    async noteReading(what, about) {
      await tx`insert into conduct.reading (what, about) values (${what}, ${about})`;
    },
    async noteListRead(list) {
      await tx`insert into conduct.reading (what, about) values (${list}, front.me())`;
    },
    async readings({ label, before, atMost }) {
      const rows = await tx<
        { place: string; at: Date; reader: string; what: string; label: string | null }[]
      >`select r.at::text as place, r.at, r.reader, r.what, m.label
        from conduct.reading r left join conduct.matter m on m.id = r.about
        where (${before ?? null}::timestamptz is null or r.at < ${before ?? null}::timestamptz)
          and (${label ?? null}::text is null or lower(m.label) = lower(${label ?? null}))
        order by r.at desc limit ${atMost}`;
      return rows.map(({ at, label: of, ...row }) => ({
        ...row,
        at: at.getTime(),
        label: of ?? undefined,
      }));
    },
    async retire(before) {
      const [row] = await tx<{ n: number }[]>`select conduct.retire(${before}) as n`;
      return row?.n ?? 0;
    },
    async pastSanctions(program) {
      const rows = await tx<
        { provisions: string[] | null; kind: SanctionKind; days: number }[]
      >`select * from conduct.past_sanctions(${program})`;
      return rows.map(({ provisions, kind, days }) => ({
        provisions: provisions ?? [],
        kind,
        days,
      }));
    },
    async brokenPromises() {
      const rows = await tx<
        {
          label: string;
          about: ComplaintAbout;
          program: string;
          step: string;
          side: string;
          was: string;
          noted: string;
        }[]
      >`select * from conduct.broken_promises()`;
      return rows.map((row) => ({ ...row, was: date(row.was), noted: date(row.noted) }));
    },
    async unseenConcerns() {
      const rows = await tx<
        { label: string; about: ComplaintAbout; received_at: Date; since: Date }[]
      >`select * from conduct.unseen_concerns()`;
      return rows.map(({ label, about, received_at: receivedAt, since }) => ({
        ...{ label, about, receivedAt: receivedAt.getTime(), since: since.getTime() },
      }));
    },
  };
}

/** Stored events were made by our own rules; the database keeps their shape. */
const eventOf = ({ type, body }: { type: string; body: object }): ConductEvent =>
  ({ type, ...body }) as ConductEvent;

function historyOf({ events, ...row }: WithEvents): ConductHistory {
  const all = (events ?? []).map(eventOf);
  return { row: rowOf(row), events: all, version: all.length };
}

const rowOf = (row: ConductColumns): ConductRow => ({
  id: row.id,
  label: row.label,
  about: row.about,
  program: row.program,
  rules: row.rules,
  grounds: row.grounds,
  setting: row.setting ?? undefined,
  openedOn: date(row.opened_on),
});
