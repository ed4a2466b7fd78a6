/** The fee ledger: charges, payments, refunds. Entries are added, never changed; the balance is their sum. */
import type { MoneyRecords, MoneyRow } from '../../workflow/ports/money-records.ts';
import type { Tx } from '../database/connect.ts';
import { type Grouped, grouped } from './rows.ts';

interface Columns {
  id: string;
  person: string;
  program: string;
  matter: string | null;
  kind: MoneyRow['kind'];
  fee: string;
  cents: number;
  currency: string;
  reference: string;
  at: Date;
}

const rowOf = (row: Columns): MoneyRow => ({
  id: row.id,
  person: row.person,
  program: row.program,
  matter: row.matter ?? undefined,
  kind: row.kind,
  fee: row.fee,
  cents: row.cents,
  currency: row.currency,
  reference: row.reference,
  at: row.at.getTime(),
});

/** The entries of each of these people, in order. */
export async function entriesOf(tx: Tx, people: readonly string[]): Promise<Grouped<MoneyRow>> {
  const rows = await tx<
    Columns[]
  >`select * from money.entry where person = any(${[...people]}) order by at, id`;
  return grouped(rows, ({ person }) => person, rowOf);
}

export function moneyRecords(tx: Tx): MoneyRecords {
  return {
    async enter(row, recordedBy) {
      const added = await tx`insert into money.entry
        (id, person, program, matter, kind, fee, cents, currency, reference, recorded_by)
        values (${row.id}, ${row.person}, ${row.program}, ${row.matter ?? null}, ${row.kind}, ${row.fee}, ${row.cents},
          ${row.currency}, ${row.reference}, ${recordedBy ?? null})
        on conflict (person, kind, reference) do nothing`;
      return added.count === 1;
    },
    async chargeSubject({ id, matter, fee, cents, currency, reference }) {
      await tx`select money.charge_subject(${id}, ${matter}, ${fee}, ${cents}, ${currency}, ${reference})`;
    },
    async takeBackFiledAgain(matter) {
      await tx`select money.take_back_filed_again(${matter})`;
    },
    async mine() {
      const rows = await tx<
        Columns[]
      >`select * from money.entry where person = front.me() order by at, id`;
      return rows.map(rowOf);
    },
    async of(person) {
      return (await entriesOf(tx, [person]))(person);
    },
    async owing(limit) {
      return await tx<{ person: string; program: string; cents: number }[]>`
        select person, program, sum(case when kind in ('payment', 'waiver') then -cents else cents end)::int as cents
        from money.entry group by person, program
        having sum(case when kind in ('payment', 'waiver') then -cents else cents end) > 0 order by 3 desc, 1, 2 limit ${limit}`;
    },
  };
}
