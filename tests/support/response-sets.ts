/**
 * Answers for tests and simulations in ordered categories: published patterns, files beside the project, and exams drawn
 * from known parameters (the same stream as ../shared/bench/gen.mjs: L'Ecuyer 1988, exact in doubles).
 */
import { existsSync, readFileSync } from 'node:fs';
import { type CategoryMatrix, NO_ANSWER } from '../../src/psychometrics/responses/categories.ts';

export interface ResponseSet {
  readonly matrix: CategoryMatrix;
  /** Another column of the file. */
  column(name: string): readonly string[];
}

/** The 1,000 people of LSAT section 6 or 7 (Bock & Lieberman 1970). */
export function lsat(name: 'lsat6' | 'lsat7', itemNames: readonly string[]): CategoryMatrix {
  const all: Record<string, [string, number][]> = JSON.parse(
    readFileSync('reference/psychometrics/lsat-patterns.json', 'utf8'),
  );
  const rows = (all[name] ?? []).flatMap(([pattern, people]) =>
    Array.from({ length: people }, () => [...pattern].map(Number)),
  );
  return matrixOf(rows, itemNames);
}

/** Rows of categories from 0; undefined is no answer. */
export function matrixOf(
  rows: readonly (readonly (number | undefined)[])[],
  names: readonly string[] = (rows[0] ?? []).map((_, item) => `i${item + 1}`),
  categories: readonly number[] = names.map(() => 2),
): CategoryMatrix {
  return {
    people: rows.length,
    items: names.map((name, item) => ({
      name,
      categories: categories[item] ?? 2,
      labels: Array.from({ length: categories[item] ?? 2 }, (_, k) => String(k)),
    })),
    codes: Uint8Array.from(rows.flatMap((row) => row.map((code) => code ?? NO_ANSWER))),
  };
}

export const sharedFile = (name: string): string => `../shared/data/responses/${name}.csv`;

/** For a test that needs this file: the visible reason to skip it, or false. */
export const missing = (path: string): string | false =>
  existsSync(path) ? false : 'no ../shared';

/** Columns `from` up to `to` of a comma-separated file; each item's own codes, in order, become its categories. */
export function readSet(path: string, from: number, to: number): ResponseSet {
  const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')));
  const [head = [], ...body] = rows;
  const places = head.map((_, place) => place).slice(from, to);
  const isAnswer = (cell: string | undefined): cell is string =>
    cell !== undefined && cell !== '' && cell !== 'NA';
  const labels = places.map((place) =>
    [...new Set(body.map((row) => row[place]).filter(isAnswer))].sort(
      (a, b) => Number(a) - Number(b),
    ),
  );
  const codes = body.flatMap((row) =>
    places.map((place, item) => {
      const cell = row[place];
      return isAnswer(cell) ? (labels[item]?.indexOf(cell) ?? NO_ANSWER) : NO_ANSWER;
    }),
  );
  return {
    matrix: {
      people: body.length,
      items: places.map((place, item) => ({
        name: head[place] ?? '',
        categories: labels[item]?.length ?? 0,
        labels: labels[item] ?? [],
      })),
      codes: Uint8Array.from(codes),
    },
    column: (name) => body.map((row) => row[head.indexOf(name)] ?? ''),
  };
}

export interface DrawnExam {
  readonly matrix: CategoryMatrix;
  readonly groups: readonly string[];
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly c: readonly number[];
}

/**
 * An exam drawn as gen.mjs draws it: slopes log-normal (sd 0.3), difficulties standard normal, guessing 0.1 to 0.3 with
 * '3pl'. With `twoGroups` every other person is of the focal group, half a standard deviation below; the first tenth
 * of the items is 0.6 harder there and the next twentieth 0.6 easier.
 */
export function drawExam(
  people: number,
  items: number,
  model: '2pl' | '3pl' | 'rasch',
  seed: number,
  twoGroups = false,
): DrawnExam {
  let one = (seed % 2147483562) + 1;
  let two = ((seed * 7919 + 12345) % 2147483398) + 1;
  const uniform = (): number => {
    one = (40014 * one) % 2147483563;
    two = (40692 * two) % 2147483399;
    const z = one - two;
    return (z < 1 ? z + 2147483562 : z) / 2147483563;
  };
  const normal = (): number => {
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    return radius * Math.cos(2 * Math.PI * uniform());
  };
  for (let i = 0; i < 100; i += 1) {
    uniform();
  }
  const a: number[] = [];
  const b: number[] = [];
  const c: number[] = [];
  for (let j = 0; j < items; j += 1) {
    const slope = normal();
    const difficulty = normal();
    const guess = uniform();
    a.push(model === 'rasch' ? 1 : Math.exp(0.3 * slope));
    b.push(difficulty);
    c.push(model === '3pl' ? 0.1 + 0.2 * guess : 0);
  }
  const tenth = Math.floor(items / 10);
  const planted = (j: number): number => (j < tenth ? 0.6 : j < tenth * 1.5 ? -0.6 : 0);
  const codes = new Uint8Array(people * items);
  const groups: string[] = [];
  for (let person = 0; person < people; person += 1) {
    const focal = twoGroups && person % 2 === 1;
    groups.push(focal ? 'focal' : 'reference');
    const theta = normal() - (focal ? 0.5 : 0);
    for (let j = 0; j < items; j += 1) {
      const shift = focal ? planted(j) : 0;
      const z = -(a[j] ?? 1) * (theta - (b[j] ?? 0) - shift);
      const right = (c[j] ?? 0) + (1 - (c[j] ?? 0)) / (1 + Math.exp(z));
      codes[person * items + j] = uniform() < right ? 1 : 0;
    }
  }
  const names = Array.from({ length: items }, (_, j) => ({
    name: `I${j + 1}`,
    categories: 2,
    labels: ['0', '1'],
  }));
  return { matrix: { people, items: names, codes }, groups, a, b, c };
}
