/**
 * Decisions read from any delimited text file: one row a person (or a row for many, with a column of counts),
 * a column that says the group, one that says what came of it, and, if wanted, one for the stratum. What is
 * wrong is named with its row; what has no outcome or no group is counted, never dropped in silence.
 */
import { NOT_STATED } from '../../fairness/impact/impact-analysis.ts';
import { countOutcomes, type OutcomeCounts } from '../../fairness/impact/outcome-counts.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import {
  cellText,
  nextRow,
  type RowCursor,
  rowCursor,
  separatorOf,
} from '../../psychometrics/responses/rows.ts';

export interface OutcomePlan {
  readonly group: string;
  readonly outcome: string;
  /** The words that count as success. */
  readonly favorable: readonly string[];
  /** The words that count as the opposite; undefined: all others. */
  readonly unfavorable: readonly string[] | undefined;
  readonly strata: string | undefined;
  /** A column of how many people a row stands for. */
  readonly count: string | undefined;
  /** A column of ids, of which none may come twice. */
  readonly id: string | undefined;
}

export interface OutcomeWord {
  readonly word: string;
  readonly people: number;
  readonly favorable: boolean;
}

export interface ReadOutcomes {
  readonly counts: OutcomeCounts;
  readonly people: number;
  readonly words: readonly OutcomeWord[];
  /** People whose outcome is empty: not decided yet, so not in any rate. */
  readonly withoutOutcome: number;
  /** People whose stratum is empty: a stratum of their own. */
  readonly withoutStratum: number;
}

export type OutcomeFault =
  | 'bad-file'
  | 'no-column'
  | 'unknown-word'
  | 'bad-count'
  | 'twice'
  | 'no-outcomes';

type Columns = Readonly<Record<'group' | 'outcome' | 'strata' | 'count' | 'id', number>>;

/** Reads the whole file; the first fault stops it. */
export function readOutcomes(
  bytes: Uint8Array,
  plan: OutcomePlan,
): Result<ReadOutcomes, OutcomeFault> {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const content = bytes.subarray(start);
  const cursor = rowCursor(content, separatorOf(content).byte);
  const header = headerOf(cursor);
  if (!header.ok) {
    return header;
  }
  const columns = columnsOf(header.value, plan);
  if (!columns.ok) {
    return columns;
  }
  const gathered = gatherer(plan);
  for (;;) {
    const row = nextRow(cursor);
    if (row === 'end') {
      return gathered.finish();
    }
    const fault =
      row === 'row'
        ? addRow(cursor, header.value, columns.value, gathered)
        : refuse(
            'bad-file',
            `row ${cursor.row}: a quoted cell ${row === 'after-quote' ? 'goes on after its closing quote' : 'is never closed'}.`,
          );
    if (fault !== undefined) {
      return fault;
    }
  }
}

function headerOf(cursor: RowCursor): Result<readonly string[], 'bad-file'> {
  const row = nextRow(cursor);
  if (row !== 'row') {
    return refuse('bad-file', 'the file is empty or its first row cannot be read.');
  }
  const names = Array.from({ length: cursor.cells }, (_, cell) => cellText(cursor, cell));
  const whole = names.filter((name) => name !== undefined);
  return whole.length === names.length
    ? success(whole)
    : refuse('bad-file', `row ${cursor.row}: the header is not UTF-8 text.`);
}

function columnsOf(header: readonly string[], plan: OutcomePlan): Result<Columns, 'no-column'> {
  const wanted = {
    group: plan.group,
    outcome: plan.outcome,
    strata: plan.strata,
    count: plan.count,
    id: plan.id,
  };
  const missing = Object.values(wanted).find(
    (name) => name !== undefined && header.filter((own) => own === name).length !== 1,
  );
  if (missing !== undefined) {
    return refuse(
      'no-column',
      header.includes(missing)
        ? `the column "${missing}" stands in the header more than once.`
        : `there is no column "${missing}". The columns: ${header.join(', ')}.`,
    );
  }
  const place = (name: string | undefined): number =>
    name === undefined ? -1 : header.indexOf(name);
  return success({
    group: place(wanted.group),
    outcome: place(wanted.outcome),
    strata: place(wanted.strata),
    count: place(wanted.count),
    id: place(wanted.id),
  });
}

type Fault = Result<never, OutcomeFault> | undefined;

function addRow(
  cursor: RowCursor,
  header: readonly string[],
  columns: Columns,
  gathered: Gatherer,
): Fault {
  if (cursor.cells !== header.length) {
    return refuse(
      'bad-file',
      `row ${cursor.row} has ${cursor.cells} cells, the header ${header.length}.`,
    );
  }
  const text = (place: number): string | undefined => (place < 0 ? '' : cellText(cursor, place));
  const [group, outcome, stratum, count, id] = [
    text(columns.group),
    text(columns.outcome),
    text(columns.strata),
    text(columns.count),
    text(columns.id),
  ];
  if (
    group === undefined ||
    outcome === undefined ||
    stratum === undefined ||
    count === undefined ||
    id === undefined
  ) {
    return refuse('bad-file', `row ${cursor.row} is not UTF-8 text.`);
  }
  const people = columns.count < 0 ? 1 : Number(count);
  if (columns.count >= 0 && !(/^\d+$/.test(count) && Number.isSafeInteger(people))) {
    return refuse(
      'bad-count',
      `row ${cursor.row}: "${count}" in "${header[columns.count] ?? ''}" is not a number of people.`,
    );
  }
  return gathered.add({ row: cursor.row, group, outcome, stratum, people, id });
}

interface Row {
  readonly row: number;
  readonly group: string;
  readonly outcome: string;
  readonly stratum: string;
  readonly people: number;
  readonly id: string;
}

interface Gatherer {
  readonly add: (row: Row) => Fault;
  readonly finish: () => Result<ReadOutcomes, OutcomeFault>;
}

const NO_ANSWER = new Set(['', 'NA', 'N/A', 'NULL', 'null', 'NaN']);
const NO_STRATUM = 'no stratum';

/** The fault of a word that is neither a success nor its opposite, or is only spelled unlike one. */
function wordCheck({ favorable, unfavorable }: OutcomePlan): (row: Row) => Fault {
  const [good, bad] = [new Set(favorable), unfavorable && new Set(unfavorable)];
  const folded = new Map(favorable.map((word) => [word.toLowerCase(), word]));
  return ({ row, outcome }) => {
    const near = folded.get(outcome.toLowerCase());
    if (!good.has(outcome) && near !== undefined) {
      return refuse(
        'unknown-word',
        `row ${row}: the outcome "${outcome}" is spelled unlike "${near}". Name both, with a comma between, or mend the file.`,
      );
    }
    return good.has(outcome) || (bad?.has(outcome) ?? true)
      ? undefined
      : refuse(
          'unknown-word',
          `row ${row}: the outcome "${outcome}" is named neither as favorable nor as unfavorable.`,
        );
  };
}

function gatherer(plan: OutcomePlan): Gatherer {
  const favorable = new Set(plan.favorable);
  const unknown = wordCheck(plan);
  const groups = new Map<string, number>();
  const strata = new Map<string, number>();
  const words = new Map<string, number>();
  const ids = new Map<string, number>();
  const cells: Readonly<Record<'group' | 'stratum' | 'yes' | 'people', number[]>> = {
    group: [],
    stratum: [],
    yes: [],
    people: [],
  };
  let [withoutOutcome, withoutStratum, all] = [0, 0, 0];
  const placeOf = (names: Map<string, number>, name: string): number => {
    const place = names.get(name) ?? names.size;
    names.set(name, place);
    return place;
  };
  return {
    add: (row) => {
      const before = row.id === '' ? undefined : ids.get(row.id);
      if (before !== undefined) {
        return refuse('twice', `rows ${before} and ${row.row}: "${row.id}" is there twice.`);
      }
      ids.set(row.id, row.row);
      all += row.people;
      if (NO_ANSWER.has(row.outcome)) {
        withoutOutcome += row.people;
        return undefined;
      }
      const fault = unknown(row);
      if (fault !== undefined) {
        return fault;
      }
      words.set(row.outcome, (words.get(row.outcome) ?? 0) + row.people);
      withoutStratum += plan.strata !== undefined && NO_ANSWER.has(row.stratum) ? row.people : 0;
      cells.group.push(placeOf(groups, NO_ANSWER.has(row.group) ? NOT_STATED : row.group));
      cells.stratum.push(placeOf(strata, NO_ANSWER.has(row.stratum) ? NO_STRATUM : row.stratum));
      cells.yes.push(favorable.has(row.outcome) ? row.people : 0);
      cells.people.push(row.people);
      return undefined;
    },
    finish: () => {
      const absent = plan.favorable.find((word) => !words.has(word));
      if (words.size === 0) {
        return refuse('no-outcomes', `nobody has an outcome in "${plan.outcome}".`);
      }
      if (absent !== undefined) {
        const found = [...words.keys()].slice(0, 12).join(', ');
        return refuse(
          'unknown-word',
          `nobody has the outcome "${absent}" in "${plan.outcome}". The outcomes: ${found}.`,
        );
      }
      return success({
        counts: countOutcomes({
          groupOf: Uint16Array.from(cells.group),
          stratumOf: Uint16Array.from(cells.stratum),
          succeeded: Float64Array.from(cells.yes),
          people: Float64Array.from(cells.people),
          groups: [...groups.keys()],
          strata: [...strata.keys()],
        }),
        people: all,
        words: [...words].map(([word, people]) => ({
          word,
          people,
          favorable: favorable.has(word),
        })),
        withoutOutcome,
        withoutStratum,
      });
    },
  };
}
