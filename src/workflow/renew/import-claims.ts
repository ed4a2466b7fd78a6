/**
 * Hours of a whole table at once. The fate of each row is shown before anything is kept; then all of it is kept or nothing.
 * What was exported from here, edited, and handed in again is an update.
 */
import type { Mistake } from '../../casework/person/typed-text.ts';
import {
  fatesOf,
  type HoursRow,
  type ImportInto,
  type RowFate,
  toSave,
} from '../../casework/renewal/import-hours.ts';
import { openPeriod } from '../../casework/renewal/placing.ts';
import type { TypedActivity } from '../../casework/renewal/read-activity.ts';
import { standingOn } from '../../casework/renewal/standing.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { listed, textMember } from '../../kernel/bytes/json-members.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Upload } from '../apply/store-upload.ts';
import { tableCells } from '../apply/table-cells.ts';
import type { World } from '../ports/ports.ts';
import { chargeWhereReviewed, faultsIn } from './claim-hours.ts';
import { type Held, heldIn, type NotRenewable } from './held.ts';

type ImportWorld = Pick<World, 'records' | 'clock' | 'chance' | 'sheets'>;

/** The columns of the table, as an export writes them; an import knows each by any of its names. */
export const COLUMNS: readonly {
  readonly field: keyof TypedActivity | 'id';
  readonly title: string;
  readonly also: readonly string[];
}[] = [
  { field: 'id', title: 'Id', also: [] },
  { field: 'provider', title: 'Provider', also: ['sponsor', 'organization'] },
  { field: 'title', title: 'Title', also: ['course', 'activity', 'course title'] },
  { field: 'began', title: 'Began', also: ['start', 'start date', 'from'] },
  { field: 'completed', title: 'Completed', also: ['date', 'end', 'end date', 'completion date'] },
  { field: 'hours', title: 'Hours', also: ['credits', 'contact hours', 'ce hours'] },
  { field: 'subjects', title: 'Subject', also: ['subjects', 'category'] },
  { field: 'delivery', title: 'Kind', also: ['delivery', 'format'] },
];
const MOST_ROWS = 500;
const MOST_BYTES = 2_000_000;

export type TableRefusal = 'not-a-table' | 'no-rows' | 'too-many-rows' | 'column-missing';

/** The rows of a table, as text: ids and dates stay as they were written. */
export async function rowsIn(
  world: Pick<World, 'sheets'>,
  upload: Upload,
): Promise<Result<readonly HoursRow[], TableRefusal>> {
  if (upload.tooLarge || upload.bytes.length > MOST_BYTES) {
    return refuse('too-many-rows', `A table has at most ${MOST_ROWS} rows. Split it.`);
  }
  const cells = await tableCells(world, upload.bytes);
  if (!cells.ok) {
    return refuse('not-a-table', cells.refusal.because);
  }
  const [head, ...rows] = cells.value.filter((row) => row.some((cell) => cell.trim() !== ''));
  const places = new Map(
    COLUMNS.map(({ field, title, also }) => [
      field,
      (head ?? []).findIndex((cell) =>
        [title.toLowerCase(), ...also].includes(cell.trim().toLowerCase()),
      ),
    ]),
  );
  const missing = COLUMNS.filter(
    ({ field }) =>
      ['provider', 'title', 'completed', 'hours'].includes(field) && (places.get(field) ?? -1) < 0,
  ).map(({ title }) => `"${title}"`);
  if (missing.length > 0) {
    return refuse(
      'column-missing',
      `The first row names the columns, and ${missing.join(', ')} is not among them.`,
    );
  }
  if (rows.length === 0) {
    return refuse('no-rows', 'There is no row below the names of the columns.');
  }
  if (rows.length > MOST_ROWS) {
    return refuse('too-many-rows', `A table has at most ${MOST_ROWS} rows. Split it.`);
  }
  const cell = (row: readonly string[], field: keyof TypedActivity | 'id'): string =>
    row[places.get(field) ?? -1]?.trim() ?? '';
  return success(
    rows.map((row, place) => ({
      row: place + 2,
      ...{ id: cell(row, 'id'), provider: cell(row, 'provider'), title: cell(row, 'title') },
      ...{ began: cell(row, 'began'), completed: cell(row, 'completed') },
      ...{ hours: cell(row, 'hours'), subjects: cell(row, 'subjects') },
      ...{ delivery: cell(row, 'delivery'), evidence: '' },
    })),
  );
}

/** The rows of a preview, as they come back with its form: looked at again like any other. */
export function rowsSent(text: string): Result<readonly HoursRow[], TableRefusal> {
  let sent: Json;
  try {
    sent = JSON.parse(text) as Json;
  } catch {
    return refuse('not-a-table', 'Choose the table again.');
  }
  const rows = listed(sent).slice(0, MOST_ROWS);
  const said = (row: Json, name: string): string => textMember(row, name) ?? '';
  return rows.length === 0
    ? refuse('no-rows', 'Choose the table again.')
    : success(
        rows.map((row, place) => ({
          row: place + 2,
          ...{ id: said(row, 'id'), provider: said(row, 'provider'), title: said(row, 'title') },
          ...{ began: said(row, 'began'), completed: said(row, 'completed') },
          ...{ hours: said(row, 'hours'), subjects: said(row, 'subjects') },
          ...{ delivery: said(row, 'delivery'), evidence: '' },
        })),
      );
}

export interface Preview {
  readonly rows: readonly HoursRow[];
  readonly fates: readonly RowFate[];
}

const into = ({ state, rules, claimed, days }: Held): ImportInto => ({
  ...{ state, rules, latest: days.latest, providers: claimed.providers },
  claimed: claimed.activities,
  period: openPeriod(state, rules, standingOn(state, rules, days.act)),
});

export async function previewImport(
  world: ImportWorld,
  asked: {
    readonly person: string;
    readonly credential: string;
    readonly rows: readonly HoursRow[];
  },
): Promise<Result<Preview, NotRenewable>> {
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    const held = await heldIn(world, records, asked.credential);
    return held.ok
      ? success({ rows: asked.rows, fates: fatesOf(asked.rows, into(held.value)) })
      : held;
  });
}

export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** Keeps what the preview showed, all or nothing. What happened since the preview is looked at again. */
export async function saveImport(
  world: ImportWorld,
  asked: {
    readonly person: string;
    readonly credential: string;
    readonly rows: readonly HoursRow[];
    readonly leftOut: readonly number[];
    readonly confirmed: readonly number[];
  },
): Promise<
  Result<
    Imported,
    NotRenewable | 'rows-to-mend' | 'ids-to-confirm' | 'names-somebody' | 'changed-meanwhile'
  >
> {
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    await records.renewals.oneActAtATime(asked.credential);
    const held = await heldIn(world, records, asked.credential);
    if (!held.ok) {
      return held;
    }
    const fates = fatesOf(asked.rows, into(held.value));
    const save = toSave(fates, asked);
    if (!save.ok) {
      return save;
    }
    const me = await records.people.me();
    const faults: readonly Mistake[] = [
      ...save.value.added,
      ...save.value.changed.map(({ draft }) => draft),
    ].flatMap((draft) => faultsIn(held.value, draft, me));
    if (faults[0] !== undefined) {
      return refuse('names-somebody', faults[0].message);
    }
    for (const draft of save.value.added) {
      const id = world.chance.uuid();
      if ((await records.renewals.claim(asked.credential, id, draft)) !== 'written') {
        return refuse('changed-meanwhile', 'something changed meanwhile; hand the table in again');
      }
      await chargeWhereReviewed(world, records, held.value, draft);
    }
    for (const { id, draft } of save.value.changed) {
      if ((await records.renewals.change(id, draft)) !== 'written') {
        return refuse('changed-meanwhile', 'something changed meanwhile; hand the table in again');
      }
      await chargeWhereReviewed(world, records, held.value, draft);
    }
    return success({
      ...{ added: save.value.added.length, changed: save.value.changed.length },
      same: fates.filter(({ kind }) => kind === 'same').length,
    });
  });
}
