/** Response files that lie beside the project; tests that read them are skipped where they are absent. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { type TwoGroups, twoGroups } from '../../src/fairness/groups/group.ts';
import { NOT_ADMINISTERED } from '../../src/psychometrics/responses/codes.ts';
import type { ResponseMatrix } from '../../src/psychometrics/responses/matrix.ts';

const FOLDER = '../shared/data/responses';

/** What `skip` takes: false where the files are there, and otherwise the one reason allowed. */
export const skipWithoutShared: false | string = existsSync(FOLDER) ? false : 'no ../shared';

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly column: (name: string) => readonly string[];
}

export function sharedTable(file: string): Table {
  const [head = '', ...lines] = readFileSync(`${FOLDER}/${file}`, 'utf8').trim().split(/\r?\n/);
  const cells = (line: string): string[] =>
    line.split(',').map((cell) => (cell === 'NA' ? '' : cell.replaceAll('"', '')));
  const header = cells(head);
  const rows = lines.map(cells);
  const column = (name: string): readonly string[] => {
    const place = header.indexOf(name);
    assert.ok(place >= 0, `no column ${name} in ${file}`);
    return rows.map((row) => row[place] ?? '');
  };
  return { header, rows, column };
}

/** The named items as answers right or wrong; an empty cell was not administered. */
export function sharedMatrix(table: Table, names: readonly string[]): ResponseMatrix {
  const codes = new Uint8Array(table.rows.length * names.length);
  names.forEach((name, item) => {
    table.column(name).forEach((cell, person) => {
      codes[person * names.length + item] = cell === '' ? NOT_ADMINISTERED : Number(cell);
    });
  });
  return {
    people: table.rows.length,
    items: names.map((name) => ({ name, pilot: false })),
    codes,
  };
}

export function groupsOf(labels: readonly string[], reference: string, focal: string): TwoGroups {
  const groups = twoGroups(labels, reference, focal);
  assert.ok(groups.ok, groups.ok ? '' : groups.refusal.because);
  return groups.value;
}
