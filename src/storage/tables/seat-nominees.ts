/** Who wants a seat: as they see themselves, as staff verify them, as readers and directors see them by label alone. */
import type { SecondLookAnswer } from '../../casework/opening/second-look.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type {
  NomineeByLabel,
  NomineeToVerify,
  OwnNomination,
  OwnSeatAppeal,
  SeatAnswer,
  SeatRecords,
  StatementToRead,
} from '../../workflow/ports/seat-records.ts';
import type { Tx } from '../database/connect.ts';
import { stored } from './rows.ts';
import { keptIn } from './seat-written.ts';

type NomineeKeys =
  | 'tellNominee'
  | 'suggest'
  | 'nominate'
  | 'mine'
  | 'withdraw'
  | 'answer'
  | 'toVerify'
  | 'verify'
  | 'setAside'
  | 'nominees'
  | 'statements'
  | 'read'
  | 'decide';

export function nomineeRecords(tx: Tx): Pick<SeatRecords, NomineeKeys> {
  return {
    async tellNominee({ id, nomination, subject, body }) {
      await tx`select seats.tell_nominee(${id}, ${nomination}, ${subject}, ${body})`;
    },
    async suggest({ id, opening, by, on }) {
      await tx`insert into seats.suggestion (id, opening, suggested_by, on_day) values (${id}, ${opening}, ${by}, ${on})`;
    },
    nominate: (row) =>
      keptIn(
        tx,
        (
          inner,
        ) => inner`insert into seats.nomination (id, label, opening, suggestion, statement, conflicts, stated,
            never_in_profession, household, on_day)
          values (${row.id}, ${row.label}, ${row.opening}, ${row.suggestion ?? null}, ${[...row.statement]}::text[],
            ${row.conflicts}, ${stored(inner, row.stated)}, ${row.neverInProfession}, ${row.household ?? null},
            ${row.onDay})`,
      ),
    async mine() {
      return (
        await tx<OwnColumns[]>`
        select n.id, n.label, n.opening, n.suggestion, n.statement, n.conflicts, n.stated, n.never_in_profession,
          n.household, n.on_day::text, w.on_day::text as withdrawn_on,
          s.reason as set_aside, s.on_day::text as aside_on, d.chosen, d.reason, d.on_day::text as decided_on,
          d.accept_by::text, h.accept_by::text as handed, w2.name as shown_as, a.answer,
          coalesce((select jsonb_agg(jsonb_build_object('against', p.against, 'grounds', p.grounds, 'words', p.words,
            'promisedBy', p.promised_by, 'answer', (select jsonb_build_object('upheld', r.upheld, 'findings', r.findings)
              from seats.appeal_answer r where r.nomination = p.nomination and r.against = p.against)) order by p.on_day)
            from seats.appeal p where p.nomination = n.id), '[]') as appeals,
          coalesce((select jsonb_agg(jsonb_build_object('category', v.category, 'value', v.value, 'source', v.source)
            order by v.category) from seats.attribute v where v.nomination = n.id), '[]') as verified
        from seats.nomination n left join seats.withdrawal w on w.nomination = n.id
          left join seats.set_aside s on s.nomination = n.id left join seats.decided d on d.nomination = n.id
          left join seats.answer a on a.nomination = n.id left join seats.handed h on h.nomination = n.id
          left join seats.showing w2 on w2.nomination = n.id
        order by n.on_day desc, n.label`
      ).map(ownOf);
    },
    withdraw: (nomination, on) =>
      keptIn(
        tx,
        (inner) =>
          inner`insert into seats.withdrawal (nomination, on_day) values (${nomination}, ${on})`,
      ),
    answer: (nomination, answer, on) =>
      keptIn(
        tx,
        (inner) =>
          inner`insert into seats.answer (nomination, answer, on_day) values (${nomination}, ${answer}, ${on})`,
      ),
    async toVerify(opening) {
      const rows = await tx<VerifyColumns[]>`
        select n.id, n.label, seats.nominee_name(n.id) as name, n.stated,
          case when seats.is_aside(n.id) then s.reason end as set_aside,
          coalesce((select jsonb_object_agg(v.category, v.value) from seats.attribute v where v.nomination = n.id), '{}') as verified
        from seats.nomination n left join seats.set_aside s on s.nomination = n.id
        where n.opening = ${opening} and not exists (select 1 from seats.withdrawal w where w.nomination = n.id)
        order by n.label`;
      return rows.map(({ set_aside, ...row }) => ({ ...row, setAside: set_aside ?? undefined }));
    },
    verify: (row) =>
      keptIn(
        tx,
        (
          inner,
        ) => inner`insert into seats.attribute (nomination, category, value, source, verified_by, on_day)
          values (${row.nomination}, ${row.category}, ${row.value}, ${row.source}, ${row.by}, ${row.on})`,
      ),
    setAside: (row) =>
      keptIn(
        tx,
        (inner) => inner`insert into seats.set_aside (nomination, reason, set_by, on_day)
          values (${row.nomination}, ${row.reason}, ${row.by}, ${row.on})`,
      ),
    async nominees(opening) {
      return (
        await tx<LabelColumns[]>`
        select n.id, n.label, n.statement, n.conflicts, h.household, w.nomination is not null as withdrawn,
          case when seats.is_aside(n.id) then s.reason end as set_aside, d.chosen, d.reason, a.answer,
          case when h2.nomination is not null then 'handed'
            when exists (select 1 from seats.first_in_line(${opening}) f where f.nomination = n.id) then 'in-line' end as upheld,
          coalesce((select jsonb_object_agg(v.category, v.value) from seats.attribute v where v.nomination = n.id), '{}') as verified,
          coalesce((select jsonb_agg(jsonb_build_object('reader', r.reader, 'scores', to_jsonb(r.scores), 'note', r.note)
            order by r.reader) from seats.reading r where r.nomination = n.id), '[]') as readings
        from seats.nomination n left join seats.withdrawal w on w.nomination = n.id
          left join seats.set_aside s on s.nomination = n.id left join seats.decided d on d.nomination = n.id
          left join seats.answer a on a.nomination = n.id
          left join seats.households(${opening}) h on h.nomination = n.id
          left join seats.handed h2 on h2.nomination = n.id
        where n.opening = ${opening} order by n.label`
      ).map(labelOf);
    },
    async statements() {
      const rows = await tx<StatementColumns[]>`
        select n.id, n.label, n.opening, n.statement, r.scores, r.note
        from seats.nomination n left join seats.reading r on r.nomination = n.id order by n.label`;
      return rows.map(
        ({ scores, note, ...row }): StatementToRead => ({
          ...row,
          own: scores === null ? undefined : { scores, note: note ?? '' },
        }),
      );
    },
    read: (row) =>
      keptIn(
        tx,
        (inner) => inner`insert into seats.reading (nomination, scores, note, on_day)
          values (${row.nomination}, ${[...row.scores]}::int[], ${row.note}, ${row.on})`,
      ),
    decide: (row) =>
      keptIn(
        tx,
        (
          inner,
        ) => inner`insert into seats.decided (nomination, chosen, reason, on_day, accept_by, place)
          values (${row.nomination}, ${row.chosen}, ${row.reason}, ${row.on}, ${row.acceptBy}, ${row.place})`,
      ),
  };
}

type VerifyColumns = Omit<NomineeToVerify, 'setAside'> & { set_aside: string | null };

interface StatementColumns {
  id: string;
  label: string;
  opening: string;
  statement: string[];
  scores: number[] | null;
  note: string | null;
}

interface OwnColumns {
  id: string;
  label: string;
  opening: string;
  suggestion: string | null;
  statement: string[];
  conflicts: string;
  stated: Record<string, string>;
  never_in_profession: boolean;
  household: string | null;
  on_day: string;
  withdrawn_on: string | null;
  set_aside: string | null;
  aside_on: string | null;
  chosen: boolean | null;
  reason: string | null;
  decided_on: string | null;
  accept_by: string | null;
  handed: string | null;
  shown_as: string | null;
  answer: SeatAnswer | null;
  appeals: (Omit<OwnSeatAppeal, 'answer'> & { answer: SecondLookAnswer | null })[];
  verified: OwnNomination['verified'];
}

const ownOf = (row: OwnColumns): OwnNomination => ({
  id: row.id,
  label: row.label,
  opening: row.opening,
  suggestion: row.suggestion ?? undefined,
  statement: row.statement,
  conflicts: row.conflicts,
  stated: row.stated,
  neverInProfession: row.never_in_profession,
  household: row.household ?? undefined,
  onDay: date(row.on_day),
  withdrawnOn: row.withdrawn_on === null ? undefined : date(row.withdrawn_on),
  verified: row.verified,
  setAside:
    row.set_aside === null || row.aside_on === null
      ? undefined
      : { reason: row.set_aside, on: date(row.aside_on) },
  decided:
    row.chosen === null || row.accept_by === null || row.decided_on === null
      ? undefined
      : {
          chosen: row.chosen,
          reason: row.reason ?? '',
          on: date(row.decided_on),
          acceptBy: date(row.accept_by),
        },
  answer: row.answer ?? undefined,
  appeals: row.appeals.map((one) => ({ ...one, answer: one.answer ?? undefined })),
  handed: row.handed === null ? undefined : date(row.handed),
  shownAs: row.shown_as ?? undefined,
});

interface LabelColumns {
  id: string;
  label: string;
  statement: string[];
  conflicts: string;
  household: string | null;
  withdrawn: boolean;
  set_aside: string | null;
  chosen: boolean | null;
  reason: string | null;
  answer: SeatAnswer | null;
  upheld: 'in-line' | 'handed' | null;
  verified: Record<string, string>;
  readings: NomineeByLabel['readings'];
}

const labelOf = (row: LabelColumns): NomineeByLabel => ({
  id: row.id,
  label: row.label,
  statement: row.statement,
  conflicts: row.conflicts,
  household: row.household ?? undefined,
  withdrawn: row.withdrawn,
  setAside: row.set_aside ?? undefined,
  verified: row.verified,
  readings: row.readings,
  decided: row.chosen === null ? undefined : { chosen: row.chosen, reason: row.reason ?? '' },
  answer: row.answer ?? undefined,
  upheld: row.upheld ?? undefined,
});
