/**
 * The words of a code as the body supplies them, held against its structure: every provision that is counted must come,
 * once, in its part and group; no number may come that the code does not have. Where nobody saw how many provisions a part
 * has, the body says it. Everything that is wrong is told at once, each with its row and how to mend it.
 */
import type { CodePart, CodeVersion } from '../definition/code-of-conduct.ts';
import { seen } from '../definition/sourced.ts';
import {
  BODY,
  checkedRow,
  has,
  isNamed,
  listed,
  type SuppliedProvision,
  type SuppliedRow,
  type TextFaultKind,
  titleOrId,
} from './supplied-row.ts';

export interface TextFault {
  readonly kind: TextFaultKind;
  /** Undefined where something is missing from the whole file. */
  readonly row: number | undefined;
  /** What is wrong and how to mend it, in whole sentences. */
  readonly message: string;
}

export type WithTexts =
  | { readonly ok: true; readonly value: CodeVersion }
  | { readonly ok: false; readonly faults: readonly TextFault[] };

/** The version with its words, or everything that stands in the way. */
export function withTexts(version: CodeVersion, rows: readonly SuppliedRow[]): WithTexts {
  const good: SuppliedProvision[] = [];
  const faults: TextFault[] = [];
  for (const row of rows) {
    const checked = checkedRow(version, row, rows);
    if (checked.ok) {
      good.push(checked.value);
    } else {
      faults.push({ kind: checked.refusal.kind, row: row.row, message: checked.refusal.because });
    }
  }
  faults.push(...version.parts.flatMap((part) => missingIn(part, rows)));
  const all = faults.length > 0 ? faults : version.parts.flatMap((part) => emptyIn(part, good));
  return all.length > 0
    ? { ok: false, faults: all }
    : { ok: true, value: filledWith(version, good) };
}

/** The version with these words in their places. */
export const filledWith = (
  version: CodeVersion,
  good: readonly SuppliedProvision[],
): CodeVersion => ({ ...version, parts: version.parts.map((part) => filled(part, good)) });

/** Known provisions in their place, new ones after them; what was counted here is the body's count. */
function filled(part: CodePart, good: readonly SuppliedProvision[]): CodePart {
  const own = good.flatMap((each) => (each.part.id === part.id ? [each.provision] : []));
  const known = part.provisions.map(
    (old) => own.find(({ number }) => number === old.number) ?? old,
  );
  const provisions = [...known, ...own.filter(({ number }) => !has(part, number))];
  const count =
    part.count.value === null && provisions.length > 0 ? seen(provisions.length, BODY) : part.count;
  return { ...part, provisions, count };
}

function missingIn(part: CodePart, rows: readonly SuppliedRow[]): readonly TextFault[] {
  const came = new Set(rows.map(({ number }) => number));
  const missing = part.provisions.filter(({ number }) => !came.has(number));
  if (missing.length > 0) {
    const numbers = listed(missing.map(({ number }) => number));
    return [lacks(`"${titleOrId(part)}" lacks ${numbers}. Add a row for each.`)];
  }
  const binds = part.binding.value === 'mandatory' || part.binding.value === 'advisory';
  const none = part.provisions.length === 0 && !rows.some((row) => isNamed(part, row.part));
  return binds && none
    ? [
        lacks(
          `"${titleOrId(part)}" has no provision at all. Add a row for each, with "${titleOrId(part)}" under "part".`,
        ),
      ]
    : [];
}

const lacks = (message: string): TextFault => ({
  kind: 'provisions-missing',
  row: undefined,
  message,
});

/** Groups to which nothing belongs; asked only where every row is right and every provision is there. */
function emptyIn(part: CodePart, good: readonly SuppliedProvision[]): readonly TextFault[] {
  const used = new Set(
    good.flatMap((each) => (each.part.id === part.id ? [each.provision.group] : [])),
  );
  return used.size === 0
    ? []
    : part.groups
        .filter(({ id }) => !used.has(id))
        .map(({ id, title }) => ({
          kind: 'group-empty',
          row: undefined,
          message: `Group ${id}${title.value === null ? '' : ` "${title.value}"`} of "${titleOrId(part)}" has no provision. Add its rows, or correct the groups of others.`,
        }));
}
