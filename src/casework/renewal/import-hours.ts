/**
 * Many hours at once, from the rows of a table. Every row's fate is known before anything is saved: new, the same as what
 * is claimed already, a change of it, or refused with a reason; and either all of it is saved or nothing. The same table
 * handed in again changes nothing; a table that was exported, edited and handed in again is an update.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import { type Activity, activityKey } from './activity.ts';
import type { Provider } from './approval.ts';
import type { CredentialLife } from './credential-life.ts';
import { type CountingPeriod, placeOf } from './placing.ts';
import { type ActivityDraft, readActivity, type TypedActivity } from './read-activity.ts';

/** One row, as text; `id` is empty unless the table was exported from here. Ids are text: "0010" is not "10". */
export interface HoursRow extends TypedActivity {
  readonly row: number;
  readonly id: string;
}

export interface Change {
  readonly field: keyof ActivityDraft;
  readonly was: string;
  readonly is: string;
}

export type RowFate =
  | { readonly kind: 'new'; readonly row: number; readonly draft: ActivityDraft }
  | { readonly kind: 'same'; readonly row: number; readonly id: string }
  | {
      readonly kind: 'changed';
      readonly row: number;
      readonly id: string;
      readonly draft: ActivityDraft;
      readonly changes: readonly Change[];
    }
  /** Its id is not one of yours: saved as new only if you say so. */
  | { readonly kind: 'unknown-id'; readonly row: number; readonly draft: ActivityDraft }
  | { readonly kind: 'refused'; readonly row: number; readonly because: readonly string[] };

export interface ImportInto {
  readonly state: CredentialLife;
  readonly rules: WorkingRules;
  readonly period: CountingPeriod;
  readonly claimed: readonly Activity[];
  readonly providers: readonly Provider[];
  /** The latest date on Earth (kernel/dates/last-day). */
  readonly latest: CivilDate;
}

/** The fate of every row, in the order of the table. */
export function fatesOf(rows: readonly HoursRow[], into: ImportInto): readonly RowFate[] {
  const taken = new Map<string, number>();
  return rows.map((row) => {
    const read = readActivity(row, into.rules, into.providers);
    if (!read.ok) {
      return refused(row, ...read.mistakes.map(({ because }) => because));
    }
    const known = knownFor(row, read.value, into.claimed);
    const key = known === undefined ? activityKey(read.value) : known.id;
    const before = taken.get(key);
    if (before !== undefined) {
      return refused(row, `Row ${before} is the same activity. Take one of the two out.`);
    }
    taken.set(key, row.row);
    return fateOf(row, read.value, known, into);
  });
}

const refused = ({ row }: HoursRow, ...because: readonly string[]): RowFate => ({
  kind: 'refused',
  row,
  because,
});

/** The claim that a row is about: by its id, else by what it is. */
const knownFor = (
  { id }: HoursRow,
  draft: ActivityDraft,
  claimed: readonly Activity[],
): Activity | undefined =>
  claimed.find((activity) => activity.id === id.trim()) ??
  claimed.find((activity) => activityKey(activity) === activityKey(draft));

function fateOf(
  row: HoursRow,
  draft: ActivityDraft,
  known: Activity | undefined,
  { state, period, claimed, latest }: ImportInto,
): RowFate {
  if (known === undefined) {
    const place = placeOf(draft, state, period, latest);
    if (place.kind !== 'counts-now') {
      return refused(row, place.because);
    }
    return { kind: row.id.trim() === '' ? 'new' : 'unknown-id', row: row.row, draft };
  }
  const kept = { ...draft, ...keptFrom(known, draft) };
  const changes = changesBetween(known, kept);
  if (changes.length === 0) {
    return { kind: 'same', row: row.row, id: known.id };
  }
  const fixed = isSettled(known, state, period);
  if (fixed) {
    return refused(
      row,
      'These hours were counted for a term that is closed, so they stay as they are.',
    );
  }
  const twin = claimed.find(
    (each) => each.id !== known.id && activityKey(each) === activityKey(kept),
  );
  if (twin !== undefined) {
    return refused(row, 'With this change it would be an activity that you have claimed already.');
  }
  const place = placeOf(kept, state, period, latest);
  return place.kind === 'counts-now'
    ? { kind: 'changed', row: row.row, id: known.id, draft: kept, changes }
    : refused(row, place.because);
}

/** What a table does not take away: proof that is there, and a review that was made of the same course. */
function keptFrom(known: Activity, draft: ActivityDraft): Partial<ActivityDraft> {
  // A reviewer accepted what stood there, hours and subjects included.
  const isSame = changesBetween(known, { ...draft, evidence: known.evidence }).length === 0;
  const reviewed = known.approval.kind === 'review' && known.approval.outcome !== 'waiting';
  return {
    evidence: draft.evidence ?? known.evidence,
    ...(isSame && reviewed && draft.approval.kind === 'review' ? { approval: known.approval } : {}),
  };
}

const isSettled = (known: Activity, state: CredentialLife, period: CountingPeriod): boolean =>
  known.to < period.from ||
  state.madeGood.includes(known.id) ||
  state.notAccepted.includes(known.id);

const SHOWN: readonly (keyof ActivityDraft)[] = [
  'provider',
  'title',
  'from',
  'to',
  'hours',
  'subjects',
  'delivery',
  'evidence',
];

const changesBetween = (known: Activity, draft: ActivityDraft): readonly Change[] =>
  SHOWN.flatMap((field) => {
    const [was, is] = [written(known[field]), written(draft[field])];
    return was === is ? [] : [{ field, was, is }];
  });

const written = (value: Activity[keyof ActivityDraft]): string =>
  value === null ? '' : Array.isArray(value) ? value.toSorted().join('; ') : String(value);

export interface ToSave {
  readonly added: readonly ActivityDraft[];
  readonly changed: readonly { readonly id: string; readonly draft: ActivityDraft }[];
}

/** What is saved, all or nothing: rows that were refused are mended, or left out by name. */
export function toSave(
  fates: readonly RowFate[],
  said: { readonly leftOut: readonly number[]; readonly confirmed: readonly number[] },
): Result<ToSave, 'rows-to-mend' | 'ids-to-confirm'> {
  const kept = fates.filter(({ row }) => !said.leftOut.includes(row));
  const bad = kept.filter(({ kind }) => kind === 'refused').map(({ row }) => row);
  if (bad.length > 0) {
    return refuse(
      'rows-to-mend',
      `Nothing is saved yet. Mend or leave out: row ${bad.join(', row ')}.`,
    );
  }
  const unsure = kept.filter(
    ({ kind, row }) => kind === 'unknown-id' && !said.confirmed.includes(row),
  );
  if (unsure.length > 0) {
    const rows = unsure.map(({ row }) => row).join(', row ');
    return refuse(
      'ids-to-confirm',
      `Nothing is saved yet. Say whether these are new: row ${rows}.`,
    );
  }
  return success({
    added: kept.flatMap((fate) =>
      fate.kind === 'new' || fate.kind === 'unknown-id' ? [fate.draft] : [],
    ),
    changed: kept.flatMap((fate) =>
      fate.kind === 'changed' ? [{ id: fate.id, draft: fate.draft }] : [],
    ),
  });
}
