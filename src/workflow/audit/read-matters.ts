/**
 * Reads a file of matters (one row each: a group, the day it was opened, the day it was decided) into columns of waits.
 * Every fault is named with its row and column. Days are calendar days: a date is taken as it stands; an instant with its
 * offset becomes the date in the zone named; a time of day without an offset is refused unless a zone was named.
 */

import {
  type CivilDate,
  civilDateAt,
  dayNumber,
  parseCivilDate,
} from '../../kernel/dates/civil-date.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { readableText } from '../../psychometrics/responses/encoding.ts';
import { brokenQuote, notUtf8, raggedRow } from '../../psychometrics/responses/reading-faults.ts';
import {
  cellText,
  nextRow,
  type RowCursor,
  rowCursor,
  separatorOf,
} from '../../psychometrics/responses/rows.ts';

export interface MatterPlan {
  readonly group: string;
  readonly opened: string;
  readonly decided: string;
  /** The day a matter was withdrawn, where a column tells; it ends the wait without an answer. */
  readonly withdrawn: string | undefined;
  readonly id: string | undefined;
  /** Columns within whose values groups are compared. */
  readonly strata: readonly string[];
  /** Compare within the month of opening too. */
  readonly byMonth: boolean;
  readonly asOf: CivilDate;
  /** Undefined: UTC, and no time of day without an offset. */
  readonly zone: string | undefined;
}

export interface Matter {
  readonly group: string;
  readonly stratum: string;
  readonly days: number;
  readonly answered: boolean;
  readonly withdrawn: boolean;
}

export interface Matters {
  readonly matters: readonly Matter[];
  readonly decidedLater: number;
}

export type MatterFault = 'bad-file' | 'no-column' | 'bad-row';

const NOT_STATED = '(not stated)';

export function readMatters(bytes: Uint8Array, plan: MatterPlan): Result<Matters, MatterFault> {
  const text = readableText(bytes);
  if (!text.ok) {
    return refuse('bad-file', text.refusal.because);
  }
  const cursor = rowCursor(text.value, separatorOf(text.value).byte);
  const header = rowOf(cursor, undefined);
  if (!header.ok) {
    return header;
  }
  const names = header.value ?? [];
  const places = columnsOf(names, plan);
  if (!places.ok) {
    return places;
  }
  const reader = new MatterReader(plan, names, places.value);
  for (;;) {
    const row = rowOf(cursor, names);
    if (!row.ok) {
      return row;
    }
    if (row.value === undefined) {
      return reader.all();
    }
    const fault = reader.add(row.value, cursor.row);
    if (fault !== undefined) {
      return refuse('bad-row', fault);
    }
  }
}

interface Places {
  readonly group: number;
  readonly opened: number;
  readonly decided: number;
  readonly withdrawn: number | undefined;
  readonly id: number | undefined;
  readonly strata: readonly number[];
}

/** One row's texts; undefined at the end of the file. */
function rowOf(
  cursor: RowCursor,
  names: readonly string[] | undefined,
): Result<readonly string[] | undefined, 'bad-file'> {
  const outcome = nextRow(cursor);
  if (outcome === 'open-quote' || outcome === 'after-quote') {
    return refuse('bad-file', because(brokenQuote(cursor, outcome)));
  }
  if (outcome !== 'row') {
    return names === undefined ? refuse('bad-file', 'The file has no header.') : success(undefined);
  }
  if (names !== undefined && cursor.cells !== names.length) {
    return refuse('bad-file', because(raggedRow(cursor, names)));
  }
  const cells: string[] = [];
  for (let cell = 0; cell < cursor.cells; cell += 1) {
    const text = cellText(cursor, cell);
    if (text === undefined) {
      return refuse('bad-file', because(notUtf8(cursor.row, names?.[cell] ?? String(cell + 1))));
    }
    cells.push(text);
  }
  return success(cells);
}

const because = (found: Result<never, string>): string => (found.ok ? '' : found.refusal.because);

function columnsOf(names: readonly string[], plan: MatterPlan): Result<Places, 'no-column'> {
  const wanted = [plan.group, plan.opened, plan.decided, ...plan.strata, plan.id, plan.withdrawn];
  const missing = wanted.find((name) => name !== undefined && !names.includes(name));
  if (missing !== undefined) {
    return refuse(
      'no-column',
      `There is no column "${missing}". The columns: ${names.join(', ')}.`,
    );
  }
  return success({
    group: names.indexOf(plan.group),
    opened: names.indexOf(plan.opened),
    decided: names.indexOf(plan.decided),
    withdrawn: plan.withdrawn === undefined ? undefined : names.indexOf(plan.withdrawn),
    id: plan.id === undefined ? undefined : names.indexOf(plan.id),
    strata: plan.strata.map((name) => names.indexOf(name)),
  });
}

class MatterReader {
  private readonly plan: MatterPlan;
  private readonly names: readonly string[];
  private readonly places: Places;
  private readonly matters: Matter[] = [];
  private readonly rowsOfIds = new Map<string, number>();
  private readonly known = new Map<string, CivilDate>();
  private decidedLater = 0;

  constructor(plan: MatterPlan, names: readonly string[], places: Places) {
    this.plan = plan;
    this.names = names;
    this.places = places;
  }

  all(): Result<Matters, 'bad-file'> {
    return this.matters.length === 0
      ? refuse('bad-file', 'The file has a header and no matter under it.')
      : success({ matters: this.matters, decidedLater: this.decidedLater });
  }

  /** Answers the sentence of a fault, if there is one. */
  add(cells: readonly string[], row: number): string | undefined {
    const { group, opened, strata, id } = this.places;
    const { plan } = this;
    if (id !== undefined) {
      const name = at(cells, id);
      const earlier = this.rowsOfIds.get(name);
      if (name === '' || earlier !== undefined) {
        return `Row ${row}, column "${at(this.names, id)}": ${name === '' ? 'the id is empty' : `"${name}" stands in row ${earlier} already`}.`;
      }
      this.rowsOfIds.set(name, row);
    }
    const from = this.dateOf(at(cells, opened), row, opened);
    const end = this.endOf(cells, row);
    if (typeof from !== 'string' || 'fault' in end) {
      return typeof from !== 'string' ? from.fault : 'fault' in end ? end.fault : undefined;
    }
    const { to } = end;
    if (to !== undefined && to < from) {
      return `Row ${row}: ${end.how} ${to}, which is before it was opened on ${from}. Mend the dates or take the row out.`;
    }
    if (from > plan.asOf) {
      return `Row ${row}, column "${at(this.names, opened)}": opened ${from}, after the day of counting, ${plan.asOf}. Name a later day with --as-of.`;
    }
    const later = to !== undefined && to > plan.asOf;
    this.decidedLater += later ? 1 : 0;
    const ended = to !== undefined && !later;
    this.matters.push({
      group: at(cells, group).trim() === '' ? NOT_STATED : at(cells, group),
      stratum: [
        ...strata.map((place) => at(cells, place)),
        ...(plan.byMonth ? [from.slice(0, 7)] : []),
      ].join('\u0000'),
      days: dayNumber(ended ? to : plan.asOf) - dayNumber(from),
      answered: ended && end.how === 'decided',
      withdrawn: ended && end.how === 'withdrawn',
    });
    return undefined;
  }

  /** The day a matter ended, and how; nothing while it is open. */
  private endOf(cells: readonly string[], row: number): Ended | { readonly fault: string } {
    const { decided, withdrawn } = this.places;
    const texts = [decided, withdrawn].map((place) =>
      place === undefined ? '' : at(cells, place).trim(),
    );
    const [decidedText = '', withdrawnText = ''] = texts;
    if (decidedText !== '' && withdrawnText !== '') {
      return {
        fault: `Row ${row}: both decided and withdrawn. A matter ends once: empty one of the two cells.`,
      };
    }
    const how = withdrawnText === '' ? 'decided' : 'withdrawn';
    const place = how === 'decided' ? decided : (withdrawn ?? decided);
    const text = how === 'decided' ? decidedText : withdrawnText;
    const to = text === '' ? undefined : this.dateOf(text, row, place);
    return typeof to === 'object' ? to : { to, how };
  }

  private dateOf(
    text: string,
    row: number,
    column: number,
  ): CivilDate | { readonly fault: string } {
    const known = this.known.get(text);
    if (known !== undefined) {
      return known;
    }
    const found = calendarDay(text.trim(), this.plan.zone);
    if (!found.ok) {
      return { fault: `Row ${row}, column "${at(this.names, column)}": ${found.refusal.because}` };
    }
    this.known.set(text, found.value);
    return found.value;
  }
}

interface Ended {
  readonly to: CivilDate | undefined;
  readonly how: 'decided' | 'withdrawn';
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

function calendarDay(text: string, zone: string | undefined): Result<CivilDate, 'bad-date'> {
  const [, day, offset] = INSTANT.exec(text) ?? [];
  const parsed = parseCivilDate(day ?? text);
  if (!parsed.ok) {
    const what = text === '' ? 'the cell is empty' : `"${text}" is no date`;
    return refuse(
      'bad-date',
      `${what} (${parsed.refusal.because}). Write 2026-02-28, or an instant such as 2026-02-28T09:30:00-05:00.`,
    );
  }
  if (day === undefined || (offset === undefined && zone !== undefined)) {
    return parsed;
  }
  if (offset === undefined) {
    return refuse(
      'bad-date',
      `"${text}" names a time of day and no time zone. Add the offset (Z or -05:00), or name the zone with --zone.`,
    );
  }
  const instant = Date.parse(text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(instant)
    ? refuse('bad-date', `"${text}" is no time of day.`)
    : success(civilDateAt(instant, zone ?? 'UTC'));
}
