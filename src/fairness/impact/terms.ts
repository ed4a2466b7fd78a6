/**
 * Facts about people as the columns of a regression: a word becomes one column for each of its values but
 * the first, a number stays one column. People who share every fact share a cell. Whoever lacks a fact is in
 * no cell and is counted.
 */
import { at } from '../../kernel/result/at.ts';
import type { Cells } from '../../numerics/fitting/logistic.ts';

/** One fact about everybody, in the order of the people: words, or numbers. */
export type Fact =
  | {
      readonly name: string;
      readonly kind: 'words';
      readonly values: readonly string[];
      /** The value that others are measured against; the commonest where not said. */
      readonly base?: string;
    }
  | { readonly name: string; readonly kind: 'numbers'; readonly values: Float64Array };

export interface Terms {
  readonly cells: Cells;
  /** "intercept", "race: Black", "score": one a column. */
  readonly names: readonly string[];
  /** For each person the cell, or -1. */
  readonly cellOf: Int32Array;
  readonly incomplete: number;
}

/** Cells of everybody with all facts. `succeeded` holds 1 or 0 for each person. */
export function termsOf(facts: readonly Fact[], succeeded: Uint8Array): Terms {
  const columns = facts.map(columnsOf);
  const names = ['intercept', ...columns.flatMap((column) => column.names)];
  const people = succeeded.length;
  const places = new Map<string, number>();
  const rows: number[][] = [];
  const [yes, all]: [number[], number[]] = [[], []];
  const cellOf = new Int32Array(people).fill(-1);
  let incomplete = 0;
  for (let person = 0; person < people; person += 1) {
    const keys = columns.map(({ key }) => key(person));
    if (keys.includes('')) {
      incomplete += 1;
      continue;
    }
    const key = keys.join('\u0000');
    let place = places.get(key);
    if (place === undefined) {
      place = rows.length;
      places.set(key, place);
      rows.push([1, ...columns.flatMap(({ row }) => row(person))]);
      yes.push(0);
      all.push(0);
    }
    yes[place] = at(yes, place) + at(succeeded, person);
    all[place] = at(all, place) + 1;
    cellOf[person] = place;
  }
  return {
    cells: {
      values: Float64Array.from(rows.flat()),
      terms: names.length,
      yes: Float64Array.from(yes),
      all: Float64Array.from(all),
    },
    names,
    cellOf,
    incomplete,
  };
}

interface Columns {
  readonly names: readonly string[];
  /** Empty: the person lacks the fact. */
  readonly key: (person: number) => string;
  readonly row: (person: number) => readonly number[];
}

function columnsOf(fact: Fact): Columns {
  if (fact.kind === 'numbers') {
    const { values } = fact;
    return {
      names: [fact.name],
      key: (person) => (Number.isFinite(at(values, person)) ? String(at(values, person)) : ''),
      row: (person) => [at(values, person)],
    };
  }
  const counts = new Map<string, number>();
  for (const value of fact.values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  counts.delete('');
  const levels = [...counts.keys()].sort(
    (one, other) =>
      Number(other === fact.base) - Number(one === fact.base) ||
      (counts.get(other) ?? 0) - (counts.get(one) ?? 0) ||
      one.localeCompare(other),
  );
  const shown = levels.slice(1);
  return {
    names: shown.map((level) => `${fact.name}: ${level}`),
    key: (person) => at(fact.values, person),
    row: (person) => shown.map((level) => (fact.values[person] === level ? 1 : 0)),
  };
}
