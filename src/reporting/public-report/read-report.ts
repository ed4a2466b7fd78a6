/**
 * Reads a public report out of JSON that came from anywhere. What the figures are worked out from is looked at closely;
 * what only stands there to be read is not.
 */
import { WITHHELD } from '../../fairness/disclosure/gate.ts';
import type { GroupCount } from '../../fairness/impact/compare-outcomes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, listed, member, textMember } from '../../kernel/bytes/json-members.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { REPORT_FORMAT } from './public-report.ts';

/** A row as it stands in the file: its counts, and its figures as they were published. */
export interface RowRead {
  readonly group: string;
  /** Undefined: withheld. */
  readonly counts: GroupCount | undefined;
  readonly published: Json;
}

export interface TableRead {
  readonly kind: string;
  readonly dimension: string;
  readonly part: string;
  readonly compareWith: string | undefined;
  readonly rows: readonly RowRead[];
  readonly reference: Json;
  readonly total: Json;
  readonly response: Json;
}

export interface ReportRead {
  readonly number: number;
  readonly release: number;
  readonly countedUntil: string;
  readonly publishedOn: string;
  readonly unstated: string;
  /** Each step counts those who came through the one before it. */
  readonly ways: readonly (readonly string[])[];
  readonly tables: readonly TableRead[];
  readonly waiting: number;
  readonly questions: number;
}

export function readReport(report: Json | undefined): Result<ReportRead, 'not-a-report'> {
  if (textMember(report, 'format') !== REPORT_FORMAT) {
    return refuse('not-a-report', `there is no report of the form ${REPORT_FORMAT} in it`);
  }
  const tables: TableRead[] = [];
  for (const table of listed(member(report, 'tables'))) {
    const read = tableIn(table);
    if (!read.ok) {
      return read;
    }
    tables.push(read.value);
  }
  const [number, release] = [member(report, 'number'), member(member(report, 'release'), 'number')];
  return typeof number !== 'number' || typeof release !== 'number' || tables.length === 0
    ? refuse('not-a-report', 'it lacks its number, its release or its tables')
    : success({
        number,
        release,
        countedUntil: textMember(report, 'countedUntil') ?? '',
        publishedOn: textMember(report, 'publishedOn') ?? '',
        unstated: textMember(report, 'unstated') ?? '',
        ways: [member(report, 'steps'), ...listed(member(report, 'ways'))].map((way) =>
          listed(way).filter((step) => typeof step === 'string'),
        ),
        tables,
        waiting: rowsShown(member(report, 'waiting')),
        questions: listed(member(report, 'questions')).length,
      });
}

/** Groups whose waiting times are shown. */
const rowsShown = (waiting: Json | undefined): number =>
  listed(waiting)
    .flatMap((one) => listed(member(one, 'rows')))
    .filter((row) => isJsonObject(member(row, 'waiting'))).length;

function tableIn(table: Json): Result<TableRead, 'not-a-report'> {
  const kind = textMember(table, 'kind') ?? '';
  const dimension = textMember(table, 'dimension') ?? '';
  const part = textMember(table, 'part') ?? '';
  const rows: RowRead[] = [];
  for (const row of listed(member(table, 'rows'))) {
    const group = textMember(row, 'group') ?? '';
    const published = member(row, 'outcome');
    const counts = countsIn(group, published);
    const isNamed = group !== '' && !rows.some((other) => other.group === group);
    if (!isNamed || published === undefined || (published !== WITHHELD && counts === undefined)) {
      return refuse(
        'not-a-report',
        `the counts of "${group}" in ${kind} by ${dimension} (${part}) are none`,
      );
    }
    rows.push({ group, counts, published });
  }
  return success({
    kind,
    dimension,
    part,
    compareWith: textMember(table, 'compareWith'),
    rows,
    reference: member(table, 'reference') ?? null,
    total: member(table, 'total') ?? null,
    response: member(table, 'response') ?? null,
  });
}

/** People are counted in whole numbers, and no more succeed than there are. */
export function countsIn(group: string, of: Json | undefined): GroupCount | undefined {
  const [succeeded, total] = [member(of, 'succeeded'), member(of, 'total')];
  return typeof succeeded === 'number' &&
    typeof total === 'number' &&
    Number.isSafeInteger(succeeded) &&
    Number.isSafeInteger(total) &&
    succeeded >= 0 &&
    succeeded <= total &&
    total <= MOST_PEOPLE
    ? { group, succeeded, total }
    : undefined;
}

/** Exact tests take time by the size of a group; no body decides about more in a year. */
const MOST_PEOPLE = 10_000_000;
