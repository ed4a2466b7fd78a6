/**
 * `evenhand protect`: a table with its small numbers withheld, and so many others that none can be worked out, proved
 * by the attacker. Earlier versions of the table count as known. Pure: the file's bytes and the solver are handed in.
 */
import { conceal } from '../../fairness/disclosure/conceal.ts';
import { WITHHELD } from '../../fairness/disclosure/gate.ts';
import { ownRecords } from '../../fairness/disclosure/insiders.ts';
import {
  checkedTables,
  type LinkedTables,
  type Rules,
} from '../../fairness/disclosure/linked-tables.ts';
import { type EarlierRelease, withEarlier } from '../../fairness/disclosure/releases.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Solver } from '../../numerics/linear/linear-program.ts';
import type { ProtectedTable } from '../../reporting/protected-table/protected-table.ts';
import {
  readTable,
  type TableFile,
  type TableOptions,
  tableCellId,
  tablesOf,
} from './read-table.ts';

export interface ProtectPlan extends TableOptions {
  readonly rules: Rules;
}

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** `earlier` from the oldest to the newest, as they were published, with "withheld" where a number was. */
export function protectTable(
  solver: Solver,
  file: Uint8Array,
  earlier: readonly NamedFile[],
  plan: ProtectPlan,
): Result<ProtectedTable, 'not-a-table' | 'cannot-be-protected'> {
  const read = tableIn(file, plan);
  if (!read.ok) {
    return read;
  }
  const releases: EarlierRelease[] = [];
  for (const one of earlier) {
    const before = tableIn(one.bytes, plan);
    if (!before.ok) {
      return refuse('not-a-table', `the earlier table "${one.name}": ${before.refusal.because}`);
    }
    releases.push({ name: one.name, numbers: numbersOf(before.value.table) });
  }
  const { table, tables } = read.value;
  const linked = withEarlier(tables, releases, plan.rules);
  const found = conceal(solver, linked, plan.rules, (hidden) => ownRecords(linked, hidden));
  if (!found.ok) {
    return refuse(
      'cannot-be-protected',
      `the table cannot be published as it is: ${found.refusal.because}.`,
    );
  }
  const { withheld, proof } = found.value;
  const rows = table.rows.map((name, r) => ({
    name,
    cells: table.columns.map((column, c) =>
      withheld.has(tableCellId(name, column)) ? WITHHELD : (table.counts[r]?.[c] ?? WITHHELD),
    ),
  }));
  return success({
    corner: table.corner,
    columns: table.columns,
    rows,
    proof: {
      smallest: plan.rules.smallest,
      possibleValues: plan.rules.values,
      withheld: rows.flatMap(({ cells }) => cells).filter((cell) => cell === WITHHELD).length,
      numbers: table.rows.length * table.columns.length,
      viewers: proof.viewers,
      earlier: earlier.map(({ name }) => name),
    },
  });
}

function tableIn(
  bytes: Uint8Array,
  plan: ProtectPlan,
): Result<{ readonly table: TableFile; readonly tables: LinkedTables }, 'not-a-table'> {
  const table = readTable(bytes, plan);
  if (!table.ok) {
    return refuse('not-a-table', table.refusal.because);
  }
  const tables = tablesOf(table.value, plan.rules);
  const checked = tables.ok ? checkedTables(tables.value) : tables;
  return checked.ok
    ? success({ table: table.value, tables: checked.value })
    : refuse('not-a-table', checked.refusal.because);
}

const numbersOf = ({ rows, columns, counts }: TableFile): ReadonlyMap<string, number | undefined> =>
  new Map(
    rows.flatMap((row, r) =>
      columns.map((column, c) => [tableCellId(row, column), counts[r]?.[c]] as const),
    ),
  );
