/**
 * `evenhand protect`: a table with its small numbers withheld, and so many others that none can be worked out, proved
 * by the attacker. Earlier versions of the table count as known. Pure: the file's bytes and the solver are handed in.
 */
import { conceal } from '../../fairness/disclosure/conceal.ts';
import { WITHHELD, type Withheld } from '../../fairness/disclosure/gate.ts';
import { ownRecords } from '../../fairness/disclosure/insiders.ts';
import {
  checkedTables,
  type LinkedTables,
  type Rules,
} from '../../fairness/disclosure/linked-tables.ts';
import { type EarlierRelease, withEarlier } from '../../fairness/disclosure/releases.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Solver } from '../../numerics/linear/linear-program.ts';
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

export interface ProtectedTable {
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly (number | Withheld)[];
  }[];
  readonly proof: {
    readonly smallest: number;
    readonly possibleValues: number;
    readonly withheld: number;
    readonly numbers: number;
    readonly viewers: number;
    readonly earlier: readonly string[];
  };
}

/** `earlier` from the oldest to the newest, as they were published, with "withheld" where a number was. */
export function protectTable(
  solver: Solver,
  file: NamedFile,
  earlier: readonly NamedFile[],
  plan: ProtectPlan,
): Result<ProtectedTable, 'not-a-table' | 'cannot-be-protected'> {
  const read = tableIn(file, plan);
  if (!read.ok) {
    return read;
  }
  const releases: EarlierRelease[] = [];
  for (const one of earlier) {
    const before = tableIn(one, plan);
    if (!before.ok) {
      return before;
    }
    releases.push({ name: one.name, numbers: numbersOf(before.value.table) });
  }
  const { table, tables } = read.value;
  const linked = withEarlier(tables, releases, plan.rules);
  const found = conceal(solver, linked, plan.rules, (hidden) => ownRecords(linked, hidden));
  if (!found.ok) {
    return refuse(
      'cannot-be-protected',
      `${file.name} cannot be published as it is: ${found.refusal.because}.`,
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
  { name, bytes }: NamedFile,
  plan: ProtectPlan,
): Result<{ readonly table: TableFile; readonly tables: LinkedTables }, 'not-a-table'> {
  const table = readTable(bytes, plan);
  const tables = table.ok ? tablesOf(table.value, plan.rules) : table;
  const checked = tables.ok ? checkedTables(tables.value) : tables;
  if (!table.ok || !tables.ok || !checked.ok) {
    const refused = [table, tables, checked].find((one) => !one.ok);
    return refuse(
      'not-a-table',
      `${name}: ${refused === undefined || refused.ok ? '' : refused.refusal.because}`,
    );
  }
  return success({ table: table.value, tables: checked.value });
}

const numbersOf = ({ rows, columns, counts }: TableFile): ReadonlyMap<string, number | undefined> =>
  new Map(
    rows.flatMap((row, r) =>
      columns.map((column, c) => [tableCellId(row, column), counts[r]?.[c]] as const),
    ),
  );
