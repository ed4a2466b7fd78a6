/**
 * The words a body has supplied for its code so far: what a version says with them on a day, and what becomes of each row
 * of a new file before anything is kept. A later supply is an update: it may bring one provision or all of them, and
 * what it leaves out stays as it was.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type CodeVersion, provisionsOf } from '../definition/code-of-conduct.ts';
import { checkedRow, type SuppliedProvision, type SuppliedRow } from './supplied-row.ts';
import { filledWith } from './supplied-texts.ts';

/** The words of one provision, as they were supplied once. */
export interface KeptText {
  /** The line of the decision log that all words supplied together share; a later one is larger. */
  readonly place: number;
  readonly on: CivilDate;
  readonly part: string;
  readonly group: string | null;
  readonly number: string;
  readonly title: string;
  readonly text: string;
}

/** The words in force of each provision, by its number: of what was supplied until a day, the latest. */
export function latestTexts(
  kept: readonly KeptText[],
  until?: CivilDate,
): ReadonlyMap<string, KeptText> {
  const latest = new Map<string, KeptText>();
  for (const one of kept.toSorted((a, b) => a.place - b.place)) {
    if (until === undefined || one.on <= until) {
      latest.set(one.number, one);
    }
  }
  return latest;
}

/** The version as it read on a day. Words that no longer fit its structure are left out. */
export function versionAsKept(
  version: CodeVersion,
  kept: readonly KeptText[],
  until?: CivilDate,
): CodeVersion {
  const rows = [...latestTexts(kept, until).values()].map(asRow);
  const good = rows.flatMap((row) => {
    const checked = checkedRow(version, row, rows);
    return checked.ok ? [checked.value] : [];
  });
  return good.length === 0 ? version : filledWith(version, good);
}

const asRow = ({ part, group, number, title, text }: KeptText, place: number): SuppliedRow => ({
  row: place + 1,
  part,
  group: group ?? '',
  number,
  title,
  text,
});

export type Fate = 'new' | 'changed' | 'same' | 'fault';

export interface RowFate {
  readonly row: number;
  readonly number: string;
  readonly fate: Fate;
  /** What is wrong and how to mend it; undefined where nothing is. */
  readonly because: string | undefined;
  readonly before: { readonly title: string; readonly text: string } | undefined;
  /** As it will stand; undefined where something is wrong. */
  readonly after: { readonly title: string; readonly text: string } | undefined;
}

export interface Fates {
  readonly rows: readonly RowFate[];
  /** Provisions that were supplied before and are not in the file: they stay. */
  readonly untouched: readonly string[];
  /** Provisions that have no words yet and get none. */
  readonly missing: readonly string[];
  /** What would be kept; empty where anything has to be mended first. */
  readonly toKeep: readonly Omit<KeptText, 'place' | 'on'>[];
}

/** What becomes of each row, of what was kept before, and of what is still missing. */
export function fatesOf(
  version: CodeVersion,
  kept: readonly KeptText[],
  rows: readonly SuppliedRow[],
): Fates {
  const latest = latestTexts(kept);
  const checked = rows.map((sent) => {
    const row = completed(sent, latest.get(sent.number));
    const found = checkedRow(version, row, rows);
    return { row, found, before: latest.get(row.number) };
  });
  const came = new Set(rows.map(({ number }) => number));
  const known = provisionsOf(version).map(({ provision }) => provision.number);
  const all = [...known, ...[...latest.keys()].filter((number) => !known.includes(number))];
  const left = all.filter((number) => !came.has(number));
  const anyFault = checked.some(({ found }) => !found.ok);
  return {
    rows: checked.map(({ row, found, before }) => ({
      row: row.row,
      number: row.number,
      fate: found.ok ? fateOf(before, found.value) : 'fault',
      because: found.ok ? undefined : found.refusal.because,
      before: before === undefined ? undefined : { title: before.title, text: before.text },
      after: found.ok ? wordsOf(found.value) : undefined,
    })),
    untouched: left.filter((number) => latest.has(number)),
    missing: left.filter((number) => !latest.has(number)),
    toKeep: anyFault
      ? []
      : checked.flatMap(({ found, before }) =>
          found.ok && fateOf(before, found.value) !== 'same' ? [textOf(found.value)] : [],
        ),
  };
}

/** Part, group and title of an update may be left out: they stay as they were. */
const completed = (row: SuppliedRow, before: KeptText | undefined): SuppliedRow =>
  before === undefined
    ? row
    : {
        ...row,
        part: row.part || before.part,
        group: row.group || (before.group ?? ''),
        title: row.title || before.title,
      };

function fateOf(before: KeptText | undefined, supplied: SuppliedProvision): Exclude<Fate, 'fault'> {
  if (before === undefined) {
    return 'new';
  }
  const after = textOf(supplied);
  const same =
    before.title === after.title && before.text === after.text && before.group === after.group;
  return same ? 'same' : 'changed';
}

const wordsOf = ({ provision }: SuppliedProvision) => ({
  title: provision.title.value ?? '',
  text: provision.text ?? '',
});

const textOf = (supplied: SuppliedProvision): Omit<KeptText, 'place' | 'on'> => ({
  part: supplied.part.id,
  group: supplied.provision.group,
  number: supplied.provision.number,
  ...wordsOf(supplied),
});
