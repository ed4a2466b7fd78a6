/**
 * One row of the texts a body supplies, held against the structure of its code: the part and group it belongs to, its
 * title, its words. A title on the owner's own pages stands; one read elsewhere, or never, gives way to the body's.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { CodePart, CodeVersion, Provision } from '../definition/code-of-conduct.ts';
import { seen } from '../definition/sourced.ts';

/** One row of the file; empty text where a cell is empty or its column is missing. */
export interface SuppliedRow {
  readonly row: number;
  readonly part: string;
  readonly group: string;
  readonly number: string;
  readonly title: string;
  readonly text: string;
}

export type TextFaultKind =
  | 'number-missing'
  | 'number-twice'
  | 'number-unknown'
  | 'part-missing'
  | 'part-unknown'
  | 'part-other'
  | 'group-missing'
  | 'group-unknown'
  | 'group-other'
  | 'title-missing'
  | 'title-other'
  | 'text-missing'
  | 'text-too-long'
  | 'provisions-missing'
  | 'group-empty';

export interface SuppliedProvision {
  readonly part: CodePart;
  readonly provision: Provision;
}

export const LONGEST_TEXT = 20_000;

/** Names the body as the source of what it supplies. */
export const BODY = ['BODY'];

/** The provision as it will stand, or what is wrong with the row and how to mend it. */
export function checkedRow(
  version: CodeVersion,
  row: SuppliedRow,
  rows: readonly SuppliedRow[],
): Result<SuppliedProvision, TextFaultKind> {
  if (row.number === '') {
    return refuse(
      'number-missing',
      'The number is empty. Write it as the code counts it, such as S3.',
    );
  }
  const first = rows.find(({ number }) => number === row.number);
  if (first !== undefined && first.row !== row.row) {
    return refuse(
      'number-twice',
      `${row.number} stands in row ${first.row} already. Take one of the two out.`,
    );
  }
  const part = partOf(version, row);
  if (!part.ok) {
    return part;
  }
  const group = groupOf(part.value, row);
  if (!group.ok) {
    return group;
  }
  const title = titleOf(part.value, row);
  if (!title.ok) {
    return title;
  }
  if (row.text === '') {
    return refuse('text-missing', `${row.number} has no text. Put its words under "text".`);
  }
  if (row.text.length > LONGEST_TEXT) {
    return refuse(
      'text-too-long',
      `The text of ${row.number} is longer than ${LONGEST_TEXT.toLocaleString('en-US')} characters. Give each provision a row of its own.`,
    );
  }
  const provision: Provision = {
    ...part.value.provisions.find(({ number }) => number === row.number),
    number: row.number,
    group: group.value,
    title: title.value,
    text: row.text,
  };
  return success({ part: part.value, provision });
}

/** The part a row belongs to: where its number stands in the structure, else the part that the row names. */
function partOf(
  version: CodeVersion,
  row: SuppliedRow,
): Result<CodePart, 'part-missing' | 'part-unknown' | 'part-other' | 'number-unknown'> {
  const home = version.parts.find((part) => has(part, row.number));
  const named = version.parts.find((part) => isNamed(part, row.part));
  if (row.part !== '' && named === undefined) {
    return refuse(
      'part-unknown',
      `There is no part "${row.part}". The parts: ${listed(version.parts.map(titleOrId))}.`,
    );
  }
  if (home !== undefined) {
    return named === undefined || named === home
      ? success(home)
      : refuse(
          'part-other',
          `${row.number} belongs to "${titleOrId(home)}", not to "${titleOrId(named)}". Correct the part or the number.`,
        );
  }
  if (named === undefined) {
    const known = version.parts.filter(({ provisions }) => provisions.length > 0);
    return refuse(
      'part-missing',
      `${row.number} is no number that is known here (${listed(known.map(numbersIn))}). Correct it, or name its part.`,
    );
  }
  return named.count.value === null && named.provisions.length === 0
    ? success(named)
    : refuse(
        'number-unknown',
        `"${titleOrId(named)}" has no ${row.number}: its numbers are ${numbersIn(named)}. Correct the number, or take the row out.`,
      );
}

function groupOf(
  part: CodePart,
  row: SuppliedRow,
): Result<string | null, 'group-missing' | 'group-unknown' | 'group-other'> {
  if (part.groups.length === 0) {
    return success(null);
  }
  const known = part.provisions.find(({ number }) => number === row.number)?.group ?? null;
  const named = part.groups.find((group) => isNamed(group, row.group));
  if (row.group !== '' && named === undefined) {
    return refuse(
      'group-unknown',
      `"${titleOrId(part)}" has no group "${row.group}". Its groups: ${listed(part.groups.map(({ id, title }) => (title.value === null ? id : `${id} ${title.value}`)))}.`,
    );
  }
  if (known === null) {
    return named === undefined
      ? refuse(
          'group-missing',
          `${row.number} needs a group, because nobody saw to which it belongs. Write its number, 1 to ${part.groups.length}, under "group".`,
        )
      : success(named.id);
  }
  return named === undefined || named.id === known
    ? success(known)
    : refuse(
        'group-other',
        `${row.number} belongs to group ${known}, not ${named.id}. Correct the group or the number.`,
      );
}

/** A title the owner's own pages give stands; one read elsewhere, or never, gives way to what the body writes. */
function titleOf(
  part: CodePart,
  row: SuppliedRow,
): Result<Provision['title'], 'title-missing' | 'title-other'> {
  const known = part.provisions.find(({ number }) => number === row.number)?.title;
  if (row.title === '') {
    return known === undefined || known.value === null
      ? refuse('title-missing', `${row.number} has no title. Write it under "title".`)
      : success(known);
  }
  return known?.standing === 'seen' && known.value !== row.title
    ? refuse(
        'title-other',
        `${row.number} is titled "${known.value}" on the owner's page, here "${row.title}". Correct it, or leave the title empty.`,
      )
    : success(known?.value === row.title ? known : seen(row.title, BODY));
}

interface Named {
  readonly id: string;
  readonly title: { readonly value: string | null };
}
/** A part or group may be written by its id, its title, or both. */
export const isNamed = ({ id, title }: Named, name: string): boolean =>
  [id, title.value, title.value === null ? null : `${id} ${title.value}`].some(
    (each) => each !== null && each.toLowerCase() === name.toLowerCase(),
  );
export const titleOrId = ({ id, title }: Named): string => title.value ?? id;
export const listed = (names: readonly string[]): string => names.join(', ');
const numbersIn = ({ provisions }: CodePart): string => {
  const [first, last] = [provisions[0]?.number ?? '', provisions.at(-1)?.number ?? ''];
  return first === last ? first : `${first} to ${last}`;
};

/** Does the part count this number? */
export const has = (part: CodePart, number: string): boolean =>
  part.provisions.some((provision) => provision.number === number);
