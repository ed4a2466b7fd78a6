/** Openings, who wants a seat, draws and decisions; each read and written under the rights of the actor. */
import type { RecognitionKind } from '../../casework/opening/opening-form.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { type CivilDate, date } from '../../kernel/dates/civil-date.ts';
import type {
  BodyRow,
  CommittedRow,
  DrawnRow,
  Opening,
  OpeningRow,
  SeatRecords,
} from '../../workflow/ports/seat-records.ts';
import type { Tx } from '../database/connect.ts';
import { bytesOf, stored } from './rows.ts';
import { appealRecords } from './seat-appeals.ts';
import { chairRecords } from './seat-chairs.ts';
import { nomineeRecords } from './seat-nominees.ts';
import { recognitionRecords } from './seat-recognitions.ts';
import { keptIn } from './seat-written.ts';

export function seatRecords(tx: Tx): SeatRecords {
  return {
    ...openingRecords(tx),
    ...nomineeRecords(tx),
    ...drawRecords(tx),
    ...appealRecords(tx),
    ...recognitionRecords(tx),
    ...chairRecords(tx),
  };
}

const day = (text: string | null): CivilDate | undefined =>
  text === null ? undefined : date(text);

type OpeningKeys =
  | 'bodies'
  | 'makeBody'
  | 'standing'
  | 'missedDays'
  | 'openings'
  | 'opening'
  | 'publish'
  | 'tellEverybody'
  | 'qualify';

function openingRecords(tx: Tx): Pick<SeatRecords, OpeningKeys> {
  const found = async (id: string | undefined): Promise<readonly Opening[]> => {
    const rows = await tx<OpeningColumns[]>`
      select o.id, o.label, o.recognition, o.body, o.title, o.seats, o.how, o.open_to, o.program, o.duties, o.criteria, o.hours, o.pay,
        o.meetings, o.opens_on::text, o.closes_on::text, o.answer_by::text, o.term_from::text, o.random_source,
        o.random_on::text, o.legal_basis, o.place, o.published_on::text,
        case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.title, 'kind', b.kind, 'seats', b.seats,
          'termMonths', b.term_months, 'mostTerms', b.most_terms, 'publicMembers', b.public_members,
          'madeOn', (b.made_at at time zone 'UTC')::date) end as body_row,
        coalesce((select jsonb_agg(jsonb_build_object('category', q.category, 'value', q.value, 'least', q.least,
          'most', q.most) order by q.place) from seats.quota q where q.opening = o.id), '[]') as quotas
      from seats.opening o left join seats.body b on b.id = o.body
      where ${id ?? null}::uuid is null or o.id = ${id ?? null}
      order by o.closes_on desc, o.label`;
    return rows.map(openingOf);
  };
  return {
    async bodies() {
      return await tx<
        BodyRow[]
      >`select id, title as name, kind, seats, term_months as "termMonths", most_terms as "mostTerms",
        public_members as "publicMembers", (made_at at time zone 'UTC')::date::text as "madeOn" from seats.body order by title`;
    },
    makeBody: (row, madeBy) =>
      keptIn(
        tx,
        (
          inner,
        ) => inner`insert into seats.body (id, title, kind, seats, term_months, most_terms, public_members, made_by)
          values (${row.id}, ${row.name}, ${row.kind}, ${row.seats}, ${row.termMonths}, ${row.mostTerms},
            ${row.publicMembers}, ${madeBy})`,
      ),
    async standing(body, on) {
      const [row] = await tx<{ filled: number; public_filled: number; next_free: string | null }[]>`
        select filled, public_filled, next_free::text from seats.standing(${body}, ${on})`;
      return {
        filled: row?.filled ?? 0,
        publicFilled: row?.public_filled ?? 0,
        nextFree: day(row?.next_free ?? null),
      };
    },
    async missedDays(on) {
      const rows = await tx<
        { id: string; label: string; title: string; promised: string; answered: string | null }[]
      >`select id, label, title, promised::text, answered::text from seats.missed_days(${on})`;
      return rows.map(({ promised, answered, ...row }) => ({
        ...row,
        promised: date(promised),
        answered: day(answered),
      }));
    },
    openings: () => found(undefined),
    async opening(id) {
      return (await found(id))[0];
    },
    publish: (row, quotas, by) =>
      keptIn(tx, async (inner) => {
        await inner`insert into seats.opening (id, label, recognition, body, title, seats, how, open_to, program, duties, criteria, hours,
            pay, meetings, opens_on, closes_on, answer_by, term_from, random_source, random_on, legal_basis, place,
            published_by, published_on)
          values (${row.id}, ${row.label}, ${row.recognition ?? null}, ${row.seat?.body ?? null}, ${row.title}, ${row.seats}, ${row.how}, ${row.openTo}, ${row.program},
            ${row.duties}, ${[...row.criteria]}, ${row.seat?.hours ?? null}, ${row.seat?.pay ?? null},
            ${row.seat?.meetings ?? null}, ${row.opensOn}, ${row.closesOn},
            ${row.answerBy}, ${row.seat?.termFrom ?? null}, ${row.randomSource ?? null}, ${row.randomOn ?? null},
            ${row.legalBasis ?? null}, ${row.place}, ${by}, ${row.publishedOn})`;
        for (const [place, quota] of quotas.entries()) {
          await inner`insert into seats.quota (opening, category, value, least, most, place)
            values (${row.id}, ${quota.category}, ${quota.value}, ${quota.least}, ${quota.most}, ${place})`;
        }
      }),
    async tellEverybody(opening, { subject, body }, on) {
      const [row] = await tx<{ told: number }[]>`
        select seats.tell_everybody(${opening}, ${subject}, ${body}, ${on}) as told`;
      return row?.told ?? 0;
    },
    async qualify(opening, on) {
      const [row] = await tx<{ may: boolean }[]>`select seats.i_qualify(${opening}, ${on}) as may`;
      return row?.may ?? false;
    },
  };
}

interface OpeningColumns {
  id: string;
  label: string;
  recognition: RecognitionKind | null;
  body: string | null;
  title: string;
  seats: number;
  how: OpeningRow['how'];
  open_to: OpeningRow['openTo'];
  program: string;
  duties: string;
  criteria: string[];
  hours: string | null;
  pay: string | null;
  meetings: string | null;
  opens_on: string;
  closes_on: string;
  answer_by: string;
  term_from: string | null;
  random_source: string | null;
  random_on: string | null;
  legal_basis: string | null;
  place: number;
  published_on: string;
  body_row: BodyRow | null;
  quotas: Opening['quotas'];
}

const openingOf = (row: OpeningColumns): Opening => ({
  id: row.id,
  label: row.label,
  recognition: row.recognition ?? undefined,
  seat:
    row.body === null || row.body_row === null || row.term_from === null
      ? undefined
      : {
          body: row.body,
          bodyRow: row.body_row,
          hours: row.hours ?? '',
          pay: row.pay ?? '',
          meetings: row.meetings ?? '',
          termFrom: date(row.term_from),
        },
  title: row.title,
  seats: row.seats,
  how: row.how,
  openTo: row.open_to,
  program: row.program,
  duties: row.duties,
  criteria: row.criteria,
  opensOn: date(row.opens_on),
  closesOn: date(row.closes_on),
  answerBy: date(row.answer_by),
  randomSource: row.random_source ?? undefined,
  randomOn: day(row.random_on),
  legalBasis: row.legal_basis ?? undefined,
  place: Number(row.place),
  publishedOn: date(row.published_on),
  quotas: row.quotas,
});

type DrawKeys = 'draw' | 'drawStages' | 'myDraws' | 'isApart' | 'commit' | 'seed' | 'keepDrawn';

function drawRecords(tx: Tx): Pick<SeatRecords, DrawKeys> {
  return {
    async drawStages() {
      return await tx<{ opening: string; isDrawn: boolean }[]>`
        select c.opening, exists (select 1 from seats.drawn d where d.opening = c.opening) as "isDrawn"
        from seats.committed c`;
    },
    async myDraws() {
      const rows = await tx<
        { id: string; tickets: number; drawn: boolean; seated: boolean; accept_by: string | null }[]
      >`select n.id, coalesce((c.held->>n.label)::int, 0) as tickets, l.panel is not null as drawn,
          coalesce(n.label = any (l.panel), false) as seated,
          (select d.accept_by::text from seats.drawn d where d.opening = n.opening and n.label = any (d.fresh)
            order by d.number desc limit 1) as accept_by
        from seats.nomination n join seats.committed c on c.opening = n.opening and c.held ? n.label
          left join lateral (select d.panel from seats.drawn d where d.opening = n.opening
            order by d.number desc limit 1) l on true`;
      return new Map(
        rows.map(({ id, tickets, drawn, seated, accept_by }) => [
          id,
          { tickets, isDrawn: drawn, onPanel: seated, acceptBy: day(accept_by) },
        ]),
      );
    },
    async isApart(opening) {
      const [row] = await tx<{ apart: boolean }[]>`select seats.is_apart(${opening}) as apart`;
      return row?.apart ?? false;
    },
    async draw(opening) {
      const [committed] = await tx<CommittedColumns[]>`
        select pool, quotas, tickets, held, commits, commitment, place, opens_with as salt, on_day::text
        from seats.committed where opening = ${opening}`;
      const drawn = await tx<DrawnColumns[]>`
        select number, how, public_words, published, panel, fresh, gone, accept_by::text, place, opens_with as salt, on_day::text
        from seats.drawn where opening = ${opening} order by number`;
      return { committed: committed && committedOf(committed), drawn: drawn.map(drawnOf) };
    },
    commit: (opening, row, seed) =>
      keptIn(
        tx,
        (
          inner,
        ) => inner`insert into seats.committed (opening, pool, quotas, tickets, held, commits, commitment, seed,
            place, opens_with, on_day)
          values (${opening}, ${row.pool}, ${row.quotas}, ${row.tickets}, ${stored(inner, row.held)},
            ${stored(inner, row.commits)}, ${row.commitment}, ${Buffer.from(seed)}, ${row.place},
            ${Buffer.from(row.salt)}, ${row.onDay})`,
      ),
    async seed(opening) {
      const [row] = await tx<{ seed: Uint8Array }[]>`
        select seed from seats.committed where opening = ${opening}`;
      return row && bytesOf(row.seed);
    },
    keepDrawn: (opening, row) =>
      keptIn(
        tx,
        (
          inner,
        ) => inner`insert into seats.drawn (opening, number, how, public_words, published, panel, fresh, gone,
            accept_by, place, opens_with, on_day)
          values (${opening}, ${row.number}, ${row.how}, ${row.publicWords}, ${row.published ?? null},
            ${[...row.panel]}, ${[...row.fresh]}, ${[...row.gone]}, ${row.acceptBy}, ${row.place},
            ${Buffer.from(row.salt)}, ${row.onDay})`,
      ),
  };
}

interface CommittedColumns {
  pool: string;
  quotas: string;
  tickets: string;
  held: Record<string, number>;
  commits: Json;
  commitment: string;
  place: number;
  salt: Uint8Array;
  on_day: string;
}

const committedOf = ({ on_day, place, salt, ...row }: CommittedColumns): CommittedRow => ({
  ...row,
  place: Number(place),
  salt: bytesOf(salt),
  onDay: date(on_day),
});

interface DrawnColumns {
  number: number;
  how: DrawnRow['how'];
  public_words: string;
  published: string | null;
  panel: string[];
  fresh: string[];
  gone: string[];
  accept_by: string;
  place: number;
  salt: Uint8Array;
  on_day: string;
}

const drawnOf = (row: DrawnColumns): DrawnRow => ({
  number: row.number,
  how: row.how,
  publicWords: row.public_words,
  published: row.published ?? undefined,
  panel: row.panel,
  fresh: row.fresh,
  gone: row.gone,
  acceptBy: date(row.accept_by),
  place: Number(row.place),
  salt: bytesOf(row.salt),
  onDay: date(row.on_day),
});
