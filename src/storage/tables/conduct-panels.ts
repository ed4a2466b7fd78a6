/** Draws, the pool they are made from, requests to see a name, and what each side of a complaint is shown. */
import type { ConductEvent } from '../../casework/conduct/conduct-event.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type {
  ConcernedInConduct,
  CredentialEffect,
  PanelsOfConduct,
  ShownEvent,
} from '../../workflow/ports/conduct-records.ts';
import type { Tx } from '../database/connect.ts';
import { appended, bodyOf, type ConductColumns } from './conduct-matters.ts';
import { type LetterColumns, letterOf } from './conduct-people.ts';
import { bytesOf, codeOf, stored } from './rows.ts';

interface PoolColumns {
  person: string;
  is_public: boolean;
  trained_until: string;
  term_ends: string;
  interests: string;
}

export function panelsOfConduct(tx: Tx): PanelsOfConduct {
  return { ...draws(tx), ...names(tx) };
}

function draws(
  tx: Tx,
): Pick<
  PanelsOfConduct,
  'commitDraw' | 'revealDraw' | 'poolFor' | 'pool' | 'poolPeople' | 'keepInPool' | 'sayInterests'
> {
  return {
    async commitDraw(row) {
      await tx`insert into conduct.draw (id, matter, panel, commitment, seed)
        values (${row.id}, ${row.matter}, ${row.panel}, ${row.commitment}, ${row.seed})`;
    },
    async revealDraw(matter, panel) {
      const [row] = await tx<
        { seed: string | null }[]
      >`select conduct.reveal_draw(${matter}, ${panel}) as seed`;
      return row?.seed ?? undefined;
    },
    async poolFor(matter) {
      const rows = await tx<
        (PoolColumns & { full_name: string; conflict: boolean })[]
      >`select * from conduct.pool_for(${matter})`;
      return rows.map((row) => ({
        ...memberOf(row),
        fullName: row.full_name,
        conflict: row.conflict,
      }));
    },
    async pool() {
      const rows = await tx<PoolColumns[]>`select * from conduct.pool order by person`;
      return rows.map(memberOf);
    },
    async poolPeople() {
      const rows = await tx<
        (Pick<PoolColumns, 'person'> & {
          full_name: string;
          is_public: boolean | null;
          trained_until: string | null;
          term_ends: string | null;
          interests: string | null;
        })[]
      >`select * from conduct.pool_people()`;
      return rows.map((row) => ({
        person: row.person,
        fullName: row.full_name,
        kept:
          row.is_public === null || row.trained_until === null || row.term_ends === null
            ? undefined
            : {
                isPublic: row.is_public,
                trainedUntil: date(row.trained_until),
                termEnds: date(row.term_ends),
                interests: row.interests ?? '',
              },
      }));
    },
    async keepInPool(row) {
      await tx`insert into conduct.pool (person, is_public, trained_until, term_ends)
        values (${row.person}, ${row.isPublic}, ${row.trainedUntil}, ${row.termEnds})
        on conflict (person) do update set is_public = excluded.is_public, trained_until = excluded.trained_until,
          term_ends = excluded.term_ends`;
    },
    async sayInterests(words) {
      await tx`update conduct.pool set interests = ${words}`;
    },
  };
}

const memberOf = (row: PoolColumns) => ({
  person: row.person,
  isPublic: row.is_public,
  trainedUntil: date(row.trained_until),
  termEnds: date(row.term_ends),
  interests: row.interests,
});

function names(
  tx: Tx,
): Pick<
  PanelsOfConduct,
  'askUnmask' | 'ownRequests' | 'unmaskAsked' | 'answerUnmask' | 'showParty'
> {
  return {
    async askUnmask(row) {
      await tx`insert into conduct.unmask_request (id, matter, key, reason)
        values (${row.id}, ${row.matter}, ${row.key}, ${row.reason})`;
    },
    async ownRequests(matter) {
      const rows = await tx<
        {
          id: string;
          key: string;
          reason: string;
          asked_at: Date;
          consented: boolean | null;
          answer_reason: string | null;
        }[]
      >`select q.id, q.key, q.reason, q.asked_at, a.consented, a.reason as answer_reason
        from conduct.unmask_request q left join conduct.unmask_answer a on a.request = q.id
        where q.matter = ${matter} order by q.asked_at`;
      return rows.map((row) => ({ ...requestOf(row), role: row.key }));
    },
    async unmaskAsked() {
      const rows = await tx<
        {
          id: string;
          label: string;
          role: string;
          reason: string;
          asked_at: Date;
          consented: boolean | null;
          answer_reason: string | null;
        }[]
      >`select * from conduct.unmask_asked()`;
      return rows.map((row) => ({ ...requestOf(row), label: row.label, role: row.role }));
    },
    async answerUnmask(row) {
      try {
        await tx.savepoint(
          (inner) => inner`insert into conduct.unmask_answer (request, consented, reason)
            values (${row.request}, ${row.consented}, ${row.reason})`,
        );
        return 'written';
      } catch (cause) {
        const code = codeOf(cause);
        if (code === '23505') {
          return 'answered-before';
        }
        if (code === 'EH003' || code === '23503') {
          return 'excluded';
        }
        throw cause;
      }
    },
    async showParty(request) {
      const [row] = await tx<
        { full_name: string; contact: string }[]
      >`select * from conduct.show_party(${request})`;
      return row === undefined ? undefined : { fullName: row.full_name, contact: row.contact };
    },
  };
}

const requestOf = (row: {
  id: string;
  reason: string;
  asked_at: Date;
  consented: boolean | null;
  answer_reason: string | null;
}) => ({
  id: row.id,
  reason: row.reason,
  askedAt: row.asked_at.getTime(),
  answer:
    row.consented === null
      ? undefined
      : { consented: row.consented, reason: row.answer_reason ?? '' },
});

interface NoticeColumns {
  id: string;
  credential: string | null;
  holder_name: string;
  program: string;
  kind: string;
  provisions: string[] | null;
  from_day: string;
  until_day: string;
  words: string | null;
  corrects: string | null;
}

export function concernedInConduct(tx: Tx): ConcernedInConduct {
  return {
    async mine() {
      const rows = await tx<
        Pick<ConductColumns, 'id' | 'label' | 'about' | 'program' | 'opened_on'>[]
      >`select * from conduct.my_matters()`;
      return rows.map(({ opened_on, ...row }) => ({ ...row, openedOn: date(opened_on) }));
    },
    async appendLine(matter, { commitment, leafHash, salt, plain }) {
      const [row] = await tx<
        { place: number }[]
      >`select conduct.append_line(${matter}, ${commitment}, ${Buffer.from(leafHash)},
        ${Buffer.from(salt)}, ${stored(tx, plain)})::int as place`;
      return row?.place ?? 0;
    },
    async shownToRespondent(matter) {
      return await tx<ShownEvent[]>`select * from conduct.shown_to_respondent(${matter})`;
    },
    async namedToMe(matter) {
      const rows = await tx<
        { name: string }[]
      >`select * from conduct.named_to_respondent(${matter}) as name`;
      return rows.map(({ name }) => name);
    },
    async linesUnder(label) {
      const rows = await tx<
        { place: number; salt: Uint8Array; plain: Json }[]
      >`select * from conduct.lines_under(${label})`;
      return rows.map((row) => ({ place: row.place, salt: bytesOf(row.salt), plain: row.plain }));
    },
    async complaintOf(receiptHash) {
      const [row] = await tx<
        { matter: string; key: string; label: string; version: number }[]
      >`select * from conduct.complaint_of(${Buffer.from(receiptHash)})`;
      return row;
    },
    async shownToComplainant(receiptHash) {
      return await tx<
        ShownEvent[]
      >`select * from conduct.shown_to_complainant(${Buffer.from(receiptHash)})`;
    },
    async lettersByReceipt(receiptHash) {
      const rows = await tx<
        Omit<LetterColumns, 'party'>[]
      >`select * from conduct.letters_by_receipt(${Buffer.from(receiptHash)})`;
      return rows.map((row) => letterOf({ ...row, party: null }));
    },
    byComplainant: (receiptHash, version, events: readonly ConductEvent[]) =>
      appended(() =>
        tx.savepoint(async (inner) => {
          for (const [place, event] of events.entries()) {
            const { type, body } = bodyOf(event);
            await inner`select conduct.by_complainant(${Buffer.from(receiptHash)}, ${version + place + 1},
              ${type}, ${stored(inner, body)})`;
          }
        }),
      ),
    async notices() {
      const rows = await tx<NoticeColumns[]>`select * from conduct.notices()`;
      return rows.map((row) => ({
        id: row.id,
        credential: row.credential ?? undefined,
        holderName: row.holder_name,
        program: row.program,
        kind: row.kind,
        provisions: row.provisions ?? [],
        from: date(row.from_day),
        until: date(row.until_day),
        words: row.words ?? undefined,
        corrects: row.corrects ?? undefined,
      }));
    },
    async shownOn(credential) {
      const rows = await tx<
        { kind: CredentialEffect['kind']; from_day: string; until_day: string }[]
      >`select * from conduct.shown_on(${credential})`;
      return rows.map((row) => ({
        kind: row.kind,
        from: date(row.from_day),
        until: date(row.until_day),
      }));
    },
  };
}
