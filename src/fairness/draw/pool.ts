/**
 * Who may be drawn, and what every panel must keep: its size, how many people of each kind of place, level or region it
 * must and may hold, and at most one person of each household. Everything wrong with the two is named before a draw.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export interface Person {
  readonly id: string;
  /** One value for each category, in the order of the categories. */
  readonly values: readonly string[];
  /** People of one household are never on one panel; undefined: of none. */
  readonly household: string | undefined;
  /** Where the person stands, as a message begins: "row 5". */
  readonly where: string;
}

export interface Quota {
  readonly category: string;
  readonly value: string;
  readonly least: number;
  readonly most: number;
  readonly where: string;
}

/** What every panel must keep. */
export interface DrawRules {
  readonly size: number;
  readonly quotas: readonly Quota[];
}

export interface Pool {
  readonly categories: readonly string[];
  readonly people: readonly Person[];
}

export type PoolFault =
  | 'bad-size'
  | 'bad-quota'
  | 'blank-id'
  | 'id-twice'
  | 'missing-value'
  | 'unknown-value'
  | 'pool-too-small';

/** The categories in the order in which the quotas name them first. */
export const categoriesOf = (quotas: readonly Quota[]): readonly string[] => [
  ...new Set(quotas.map(({ category }) => category)),
];

const WHOLE = (value: number): boolean => Number.isInteger(value) && value >= 0;

export function checkedRules(rules: DrawRules): Result<DrawRules, PoolFault> {
  const { size, quotas } = rules;
  if (!WHOLE(size) || size < 1) {
    return refuse('bad-size', 'a panel has at least one seat.');
  }
  const seen = new Map<string, string>();
  for (const { category, value, least, most, where } of quotas) {
    const named = `"${value}" of "${category}"`;
    const key = JSON.stringify([category, value]);
    const before = seen.get(key);
    seen.set(key, where);
    if (category === '' || value === '') {
      return refuse(
        'bad-quota',
        `${where}: a rule names a category and one of its values. Write both, or take the row out.`,
      );
    }
    if (before !== undefined) {
      return refuse(
        'bad-quota',
        `${before} and ${where}: ${named} has two rules. Keep one of them.`,
      );
    }
    if (!WHOLE(least) || !WHOLE(most)) {
      return refuse(
        'bad-quota',
        `${where}: the least and the most of ${named} are whole numbers of people, from 0.`,
      );
    }
    if (least > most) {
      return refuse(
        'bad-quota',
        `${where}: ${named} asks for at least ${least} and at most ${most}. Turn the two around or mend one of them.`,
      );
    }
  }
  return success(rules);
}

/** The pool, in one order whatever order it came in, or the first thing that is wrong. */
export function checkedPool(people: readonly Person[], rules: DrawRules): Result<Pool, PoolFault> {
  const categories = categoriesOf(rules.quotas);
  const known = categories.map(
    (category) =>
      new Set(rules.quotas.flatMap((one) => (one.category === category ? [one.value] : []))),
  );
  const rows = new Map<string, string>();
  for (const person of people) {
    const { id, where } = person;
    const before = rows.get(id);
    rows.set(id, where);
    if (id === '') {
      return refuse(
        'blank-id',
        `${where}: the person has no id. Write one, or take the row out if nobody stands behind it.`,
      );
    }
    if (before !== undefined) {
      return refuse(
        'id-twice',
        `${before} and ${where}: the id "${id}" is there twice. Take one row out if they are one person, or give one of them another id.`,
      );
    }
    const fault = valueFault(person, categories, known);
    if (fault !== undefined) {
      return fault;
    }
  }
  if (people.length < rules.size) {
    return refuse(
      'pool-too-small',
      `the pool has ${people.length} people for ${rules.size} seats. Invite more people, or draw a smaller panel.`,
    );
  }
  return success({ categories, people: people.toSorted((a, b) => byCodeUnit(a.id, b.id)) });
}

function valueFault(
  { id, values, where }: Person,
  categories: readonly string[],
  known: readonly ReadonlySet<string>[],
): Result<never, PoolFault> | undefined {
  for (const [place, category] of categories.entries()) {
    const value = values[place] ?? '';
    if (value === '') {
      return refuse(
        'missing-value',
        `${where}: "${id}" has no "${category}". Ask the person; whoever would rather not say gets a value of their own, such as "prefer not to say", with a row in the quotas.`,
      );
    }
    if (known[place]?.has(value) !== true) {
      return refuse(
        'unknown-value',
        `${where}: the quotas have no row for "${value}" of "${category}". Mend the spelling (${listed([...(known[place] ?? [])])}), or add a row to the quotas.`,
      );
    }
  }
  return undefined;
}

const MOST_LISTED = 8;
const listed = (values: readonly string[]): string =>
  values.length > MOST_LISTED
    ? `${values.slice(0, MOST_LISTED).join(', ')} and ${values.length - MOST_LISTED} more`
    : values.join(', ');

/** The same order on every machine, whatever its language. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
