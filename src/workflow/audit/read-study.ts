/**
 * A job analysis from three files (CSV, TSV or a spreadsheet as text): ratings, a row for each respondent; tasks, a row each;
 * what is known of the population, a row for each category. What cannot be read is named with its row and how to mend it.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import {
  type Category,
  type KnownVariable,
  NOT_STATED,
  type Scale,
  type Study,
  type Task,
} from '../../psychometrics/job-analysis/study.ts';
import type { Line } from '../../psychometrics/responses/table-lines.ts';
import { columnFault, type NamedTable, namedTable, type TableFileFault } from './named-table.ts';

export type StudyFileFault = TableFileFault | 'bad-row' | 'bad-rating';

interface Population {
  readonly name: string;
  readonly categories: readonly Category[];
}

export interface TitledTask extends Task {
  /** Empty where the file has none. */
  readonly title: string;
}

export interface RatingsPlan {
  /** The scale that says how often; undefined: the one that is named frequency. */
  readonly frequency: string | undefined;
  /** The column of ids; undefined: people are called by the number of their row. */
  readonly id: string | undefined;
  /** Share of the tasks that a respondent must have rated to be used. */
  readonly usable: number;
}

export interface ReadStudy {
  readonly study: Study;
  readonly tasks: readonly TitledTask[];
  /** Rows that rated anything, and of those whose ratings were used. */
  readonly answered: number;
  readonly usable: number;
  /** Used respondents who gave one and the same answer throughout, to at least ten tasks. */
  readonly unvaried: number;
}

const TASKS_TOGETHER = 10;

export function readTasks(file: Uint8Array): Result<readonly TitledTask[], StudyFileFault> {
  const table = namedTable(file, 'tasks');
  if (!table.ok) {
    return table;
  }
  const { header, rows } = table.value;
  const fault = missing(header, ['task', 'domain'], 'Every task needs a name and a domain.');
  if (fault !== undefined) {
    return fault;
  }
  const tasks: TitledTask[] = [];
  for (const { row, cells } of rows) {
    const id = cellOf(header, cells, 'task');
    const domain = cellOf(header, cells, 'domain');
    if (id === '' || domain === '') {
      return refuse('bad-row', `row ${row} has no ${id === '' ? 'task' : 'domain'}. Add it.`);
    }
    if (tasks.some((task) => task.id === id)) {
      return refuse(
        'bad-row',
        `row ${row}: the task "${id}" stands there twice. Keep one of them.`,
      );
    }
    tasks.push({ id, domain, title: cellOf(header, cells, 'title') });
  }
  return success(tasks);
}

export function readPopulation(file: Uint8Array): Result<readonly Population[], StudyFileFault> {
  const table = namedTable(file, 'categories');
  if (!table.ok) {
    return table;
  }
  const { header, rows } = table.value;
  const fault = missing(
    header,
    ['variable', 'category', 'count'],
    'Every category needs its variable, its name and how many people it has.',
  );
  if (fault !== undefined) {
    return fault;
  }
  const known = new Map<string, Category[]>();
  for (const { row, cells } of rows) {
    const [variable, name, count] = ['variable', 'category', 'count'].map((column) =>
      cellOf(header, cells, column),
    ) as [string, string, string];
    if (variable === '' || name === '' || !/^\d{1,12}$/.test(count)) {
      return refuse(
        'bad-row',
        `row ${row} needs a variable, a category and a count of people, a whole number from 0. It reads: ${cells.join(', ')}.`,
      );
    }
    const categories = known.get(variable) ?? [];
    if (categories.some((category) => category.name === name)) {
      return refuse(
        'bad-row',
        `row ${row}: "${name}" of "${variable}" stands there twice. Keep one of them.`,
      );
    }
    known.set(variable, [...categories, { name, population: Number(count) }]);
  }
  const empty = [...known].find(([, categories]) =>
    categories.every(({ population }) => population === 0),
  );
  return empty === undefined
    ? success([...known].map(([name, categories]) => ({ name, categories })))
    : refuse('bad-row', `nobody is in any category of "${empty[0]}". Write the counts of people.`);
}

export function readRatings(
  file: Uint8Array,
  tasks: readonly TitledTask[],
  population: readonly Population[],
  plan: RatingsPlan,
): Result<ReadStudy, StudyFileFault> {
  const table = namedTable(file, 'respondents');
  if (!table.ok) {
    return table;
  }
  const { header } = table.value;
  const wanted = [
    ...population.map(({ name }) => name),
    ...(plan.id === undefined ? [] : [plan.id]),
  ];
  const fault = missing(header, wanted, 'Add it, or take it out of the population.');
  const scales = scalesIn(header, tasks, plan.frequency);
  if (fault !== undefined || !scales.ok) {
    return fault ?? (scales as typeof scales & { readonly ok: false });
  }
  const twice = plan.id === undefined ? undefined : repeated(table.value, plan.id);
  if (twice !== undefined) {
    return twice;
  }
  return ratedIn(table.value, tasks, population, scales.value, plan.usable);
}

interface ScaleColumns {
  readonly name: string;
  /** For each task the place of its column; -1 where the scale does not ask about it. */
  readonly columns: readonly number[];
}

/** Columns are called by a task and a scale, with one of : . _ / - or a space between. */
function scalesIn(
  header: readonly string[],
  tasks: readonly Task[],
  frequency: string | undefined,
): Result<readonly ScaleColumns[], StudyFileFault> {
  const found = new Map<string, number[]>();
  const longestFirst = [...tasks.entries()].sort(([, a], [, b]) => b.id.length - a.id.length);
  for (const [column, name] of header.entries()) {
    const [place, task] = longestFirst.find(([, { id }]) => isOfTask(name, id)) ?? [];
    if (place !== undefined && task !== undefined) {
      const scale = name
        .slice(task.id.length + 1)
        .trim()
        .toLowerCase();
      const columns = found.get(scale) ?? new Array<number>(tasks.length).fill(-1);
      if (at(columns, place) >= 0) {
        return refuse('no-column', `the column "${name}" stands in the first row more than once.`);
      }
      columns[place] = column;
      found.set(scale, columns);
    }
  }
  const often = (frequency ?? 'frequency').toLowerCase();
  const first = found.get(often);
  const names = [...found.keys()].map((name) => `"${name}"`).join(', ');
  if (first === undefined) {
    return refuse(
      'no-column',
      found.size === 0
        ? `no column is called by a task and a scale, such as "${tasks[0]?.id ?? 'T1'}:frequency".`
        : `no scale is called "${often}". The scales: ${names}. Say with --frequency which of them says how often.`,
    );
  }
  const scales = [
    { name: often, columns: first },
    ...[...found].filter(([name]) => name !== often).map(([name, columns]) => ({ name, columns })),
  ];
  for (const { name, columns } of scales) {
    const gap = columns.indexOf(-1);
    if (gap >= 0) {
      return refuse(
        'no-column',
        `the scale "${name}" has no column for the task "${at(tasks, gap).id}". Add "${at(tasks, gap).id}:${name}", or take the task out of the file of tasks.`,
      );
    }
  }
  return success(scales);
}

const isOfTask = (name: string, id: string): boolean =>
  name.length > id.length + 1 && name.startsWith(id) && /[:._/\- ]/.test(name.charAt(id.length));

function ratedIn(
  { header, rows }: NamedTable,
  tasks: readonly TitledTask[],
  population: readonly Population[],
  scales: readonly ScaleColumns[],
  usable: number,
): Result<ReadStudy, StudyFileFault> {
  const used: (readonly (readonly number[])[])[] = [];
  const places: (readonly number[])[] = [];
  let answered = 0;
  for (const line of rows) {
    const stated = categoriesOf(header, line, population);
    const ratings = ratingsIn(header, line, scales);
    if (!stated.ok || !ratings.ok) {
      return stated.ok ? (ratings as typeof ratings & { readonly ok: false }) : stated;
    }
    const rated = at(ratings.value, 0).filter((rating) => !Number.isNaN(rating)).length;
    answered += Number(rated > 0);
    if (rated > 0 && rated >= usable * tasks.length) {
      used.push(ratings.value);
      places.push(stated.value);
    }
  }
  const known = population.map(
    (one, place): KnownVariable => ({
      ...one,
      of: Int32Array.from(places, (own) => at(own, place)),
    }),
  );
  const [first, ...others] = scales.map(
    ({ name }, place): Scale => ({
      name,
      ratings: Float64Array.from(used.flatMap((own) => [...at(own, place)])),
    }),
  );
  return first === undefined
    ? refuse('no-column', 'there is no scale at all.')
    : success({
        tasks,
        answered,
        usable: used.length,
        unvaried: used.filter((own) => own.every(isUnvaried)).length,
        study: { respondents: used.length, tasks, scales: [first, ...others], known },
      });
}

function isUnvaried(ratings: readonly number[]): boolean {
  const given = ratings.filter((rating) => !Number.isNaN(rating));
  return given.length >= TASKS_TOGETHER && new Set(given).size === 1;
}

function categoriesOf(
  header: readonly string[],
  { row, cells }: Line,
  population: readonly Population[],
): Result<readonly number[], StudyFileFault> {
  const places: number[] = [];
  for (const { name, categories } of population) {
    const own = cellOf(header, cells, name);
    const place = own === '' ? NOT_STATED : categories.findIndex((one) => one.name === own);
    if (own !== '' && place < 0) {
      return refuse(
        'bad-row',
        `row ${row}: "${own}" is no category of "${name}" in the population, which has: ${categories.map((one) => one.name).join(', ')}. Spell it alike, add it there, or leave the cell empty.`,
      );
    }
    places.push(place);
  }
  return success(places);
}

function ratingsIn(
  header: readonly string[],
  { row, cells }: Line,
  scales: readonly ScaleColumns[],
): Result<readonly (readonly number[])[], StudyFileFault> {
  const all: number[][] = [];
  for (const { columns } of scales) {
    const own: number[] = [];
    for (const column of columns) {
      const cell = (cells[column] ?? '').trim();
      if (cell !== '' && !/^\d{1,6}(?:\.\d{1,6})?$/.test(cell)) {
        return refuse(
          'bad-rating',
          `row ${row}: "${cell}" in the column "${at(header, column)}" is no rating. Write a number from 0, or leave it empty.`,
        );
      }
      own.push(cell === '' ? Number.NaN : Number(cell));
    }
    all.push(own);
  }
  return success(all);
}

function repeated(
  { header, rows }: NamedTable,
  id: string,
): Result<never, StudyFileFault> | undefined {
  const seen = new Map<string, number>();
  for (const { row, cells } of rows) {
    const own = cellOf(header, cells, id);
    const before = seen.get(own);
    if (before !== undefined && own !== '') {
      return refuse(
        'bad-row',
        `row ${row}: "${own}" answered in row ${before} already. Keep one of the two.`,
      );
    }
    seen.set(own, row);
  }
  return undefined;
}

const cellOf = (header: readonly string[], cells: readonly string[], name: string): string =>
  (cells[header.indexOf(name)] ?? '').trim();

const missing = (
  header: readonly string[],
  names: readonly string[],
  mend: string,
): Result<never, TableFileFault> | undefined =>
  names.map((name) => columnFault(header, name, mend)).find((one) => one !== undefined);
