/** Terms and chairs of a body: for anybody without whose they are, for directors under labels. */
import { type CivilDate, date } from '../../kernel/dates/civil-date.ts';
import type { SeatRecords } from '../../workflow/ports/seat-records.ts';
import type { Tx } from '../database/connect.ts';
import { keptIn } from './seat-written.ts';

type ChairKeys = 'termsOf' | 'chairHistory' | 'membersOf' | 'recordChair' | 'endChair';

const day = (text: string | null): CivilDate | undefined =>
  text === null ? undefined : date(text);

export function chairRecords(tx: Tx): Pick<SeatRecords, ChairKeys> {
  return {
    async termsOf(body) {
      const rows = await tx<
        { f: string; u: string; public_member: boolean; cf: string | null; cu: string | null }[]
      >`select from_day::text as f, until_day::text as u, public_member, chair_from::text as cf, chair_until::text as cu
        from seats.terms_of(${body})`;
      return rows.map(({ f, u, public_member, cf, cu }) => ({
        ...{ from: date(f), until: date(u), isPublic: public_member },
        ...{ chairFrom: day(cf), chairUntil: day(cu) },
      }));
    },
    async chairHistory(body) {
      const rows = await tx<{ elected_on: string; by_whom: string; until_day: string }[]>`
        select elected_on::text, by_whom, until_day::text from seats.chair_history(${body})`;
      return rows.map((row) => ({
        electedOn: date(row.elected_on),
        byWhom: row.by_whom,
        until: date(row.until_day),
      }));
    },
    async membersOf(body, on) {
      const rows = await tx<
        { term: string; label: string | null; f: string; u: string; public_member: boolean }[]
      >`select term, label, from_day::text as f, until_day::text as u, public_member from seats.members_of(${body}, ${on})`;
      return rows.map(({ term, label, f, u, public_member }) => ({
        ...{ term, label: label ?? undefined, from: date(f), until: date(u) },
        isPublic: public_member,
      }));
    },
    recordChair: (row) =>
      keptIn(
        tx,
        (
          inner,
        ) => inner`insert into seats.chair (id, body, term, elected_on, by_whom, reason, on_day, place)
          values (${row.id}, ${row.body}, ${row.term}, ${row.electedOn}, ${row.byWhom}, ${row.reason}, ${row.on}, ${row.place})`,
      ),
    async endChair(body, why, on) {
      const [row] = await tx<
        { chair: string | null }[]
      >`select seats.chair_now(${body}, ${on}) as chair`;
      const chair = row?.chair ?? undefined;
      return chair === undefined
        ? 'not-now'
        : await keptIn(
            tx,
            (inner) =>
              inner`insert into seats.chair_end (chair, why, on_day) values (${chair}, ${why}, ${on})`,
          );
    },
  };
}
