/**
 * Takes an exam's file in, piece by piece, and keeps the people whose totals can be compared. Faults that would make every
 * number meaningless (one person, items that everybody answered alike) are bad input, with the place and the mend.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type AnswerKey, domainsInKey } from '../../psychometrics/responses/answer-key.ts';
import type { ReadingFault } from '../../psychometrics/responses/answer-table.ts';
import type { DeclaredCodes } from '../../psychometrics/responses/answers.ts';
import type { LongNames } from '../../psychometrics/responses/column-plan.ts';
import {
  enoughToAnalyze,
  type Unanalyzable,
} from '../../psychometrics/responses/enough-to-analyze.ts';
import {
  comparablePeople,
  onlyPeople,
  type ResponseMatrix,
  totals,
} from '../../psychometrics/responses/matrix.ts';
import { type Responses, scoreAnswers } from '../../psychometrics/responses/read-responses.ts';
import { responseReader } from '../../psychometrics/responses/response-reader.ts';

export interface ExamPlan {
  /** The file's name, for the report. */
  readonly file: string;
  readonly id: string | undefined;
  readonly items: string | undefined;
  readonly pilot: string | undefined;
  readonly codes: DeclaredCodes;
  readonly key: AnswerKey | undefined;
  /** Whether a blank in a scored item is read by its place, or is always a wrong answer. */
  readonly missing: 'omitted' | 'wrong';
  /** The lowest and the highest category, where items hold points. */
  readonly categories?: readonly [number, number] | 'observed' | undefined;
  /** Where each row is one answer: the columns that say who, which item and what. */
  readonly long?: LongNames | undefined;
  /** The columns that say who belongs to which group. */
  readonly groupColumns: readonly string[];
}

/** A file as it comes: its size in bytes, if known, and its pieces in order. */
export interface Incoming {
  readonly size: number | undefined;
  readonly pieces: AsyncIterable<Uint8Array>;
}

export type ExamFault = ReadingFault | Unanalyzable | 'nobody-to-compare';

export interface Exam {
  readonly file: string;
  readonly read: Responses;
  /** Places, among the people read, of those whose totals can be compared. */
  readonly people: readonly number[];
  /** Their answers and totals. */
  readonly matrix: ResponseMatrix;
  readonly totals: Int32Array;
  /** The domains the key names, if any: their scored items. */
  readonly domains: readonly { readonly name: string; readonly items: readonly string[] }[];
}

/** Two columns crossed are named with a star: "gender*country". */
export const columnsOf = (group: string): readonly string[] =>
  group.split('*').map((name) => name.trim());

/** Everything the file says, scored; refused with the row, the column and the mend. */
export async function readAnswers(
  incoming: Incoming,
  plan: ExamPlan,
  tell: (what: string) => void = () => undefined,
): Promise<Result<Responses, ReadingFault>> {
  const wanted = {
    id: plan.id,
    items: plan.items,
    pilot: plan.pilot,
    keep: [...new Set(plan.groupColumns.flatMap(columnsOf))],
    long: plan.long,
  };
  const reader = responseReader(wanted, incoming.size);
  const progress = progressOf(incoming.size, tell);
  for await (const piece of incoming.pieces) {
    const pushed = reader.push(piece);
    if (!pushed.ok) {
      return pushed;
    }
    progress(piece.length);
  }
  const table = reader.end();
  return table.ok
    ? scoreAnswers(table.value, {
        codes: plan.codes,
        key: plan.key,
        categories: plan.categories,
        blanks: plan.missing === 'wrong' ? 'wrong' : 'by-place',
      })
    : table;
}

/** In bytes; a smaller file is read before anybody wonders. */
const WORTH_TELLING = 1 << 26;
const STEPS = 10;

/** Tells every tenth of a large file that has been read. */
function progressOf(
  size: number | undefined,
  tell: (what: string) => void,
): (bytes: number) => void {
  let read = 0;
  let told = 0;
  return (bytes) => {
    read += bytes;
    const tenth = size === undefined ? 0 : Math.floor((STEPS * read) / size);
    if (size !== undefined && size >= WORTH_TELLING && tenth > told && tenth < STEPS) {
      told = tenth;
      tell(`Reading the answers: ${(100 * tenth) / STEPS} % of the file`);
    }
  };
}

/** The exam as an audit needs it. */
export async function readExam(
  incoming: Incoming,
  plan: ExamPlan,
  tell: (what: string) => void = () => undefined,
): Promise<Result<Exam, ExamFault>> {
  const read = await readAnswers(incoming, plan, tell);
  if (!read.ok) {
    return read;
  }
  const enough = enoughToAnalyze(read.value);
  if (!enough.ok) {
    return enough;
  }
  const people = comparablePeople(read.value.matrix);
  if (people.length < 2) {
    return refuse('nobody-to-compare', nobody(read.value, people.length));
  }
  const everybody = people.length === read.value.matrix.people;
  const matrix = everybody ? read.value.matrix : onlyPeople(read.value.matrix, people);
  return success({
    file: plan.file,
    read: read.value,
    people,
    matrix,
    totals: totals(matrix),
    domains: domainsOf(plan.key, matrix),
  });
}

/** The key's domains without items that are not scored. */
function domainsOf(key: AnswerKey | undefined, { items }: ResponseMatrix): Exam['domains'] {
  const scored = new Set(items.flatMap(({ name, pilot }) => (pilot ? [] : [name])));
  return (key === undefined ? [] : domainsInKey(key))
    .map(({ name, items: named }) => ({ name, items: named.filter((item) => scored.has(item)) }))
    .filter(({ items: named }) => named.length > 0);
}

function nobody({ matrix, rowOf }: Responses, people: number): string {
  const last = matrix.items.length - 1;
  const who = people === 0 ? 'nobody' : 'only one person';
  return `Rows ${rowOf(0)} to ${rowOf(matrix.people - 1)}, columns "${at(matrix.items, 0).name}" to "${at(matrix.items, last).name}": ${who} answered a scored item and was given all of them, so that totals cannot be compared. Name the scored items with --items and the pilot items with --pretest.`;
}
