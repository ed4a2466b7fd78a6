/**
 * A seat falls free: who stays keeps their seat, who has left is not drawn again, and the new people are drawn so that the
 * whole panel keeps every rule and no household sits twice. The rules for the free seats are the rules of the panel less what
 * those who stay fill.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { pickedFrom } from './lottery.ts';
import type { DrawRules, Person, Pool } from './pool.ts';

export interface FreeSeats {
  /** Everybody who can still be drawn. */
  readonly pool: Pool;
  /** What the people drawn must keep. */
  readonly rules: DrawRules;
  readonly staying: readonly Person[];
}

export type SeatsFault =
  | 'unknown-person'
  | 'stays-and-left'
  | 'no-free-seat'
  | 'rule-broken-by-those-who-stay';

export function freeSeats(
  pool: Pool,
  rules: DrawRules,
  { staying, left }: { readonly staying: readonly string[]; readonly left: readonly string[] },
): Result<FreeSeats, SeatsFault> {
  const byId = new Map(pool.people.map((person) => [person.id, person]));
  const unknown = [...staying, ...left].find((id) => !byId.has(id));
  if (unknown !== undefined) {
    return refuse(
      'unknown-person',
      `nobody in the pool has the id "${unknown}". Whoever sits on the panel, or has left it, stands in the pool as well.`,
    );
  }
  const both = staying.find((id) => left.includes(id));
  if (both !== undefined) {
    return refuse('stays-and-left', `"${both}" is said to stay and to have left. Name them once.`);
  }
  const [stays, gone] = [new Set(staying), new Set(left)];
  const seated = pool.people.filter(({ id }) => stays.has(id));
  if (seated.length >= rules.size) {
    return refuse(
      'no-free-seat',
      `${seated.length} people stay on a panel of ${rules.size}: no seat is free.`,
    );
  }
  const reduced = reducedRules(pool, rules, seated);
  if (!reduced.ok) {
    return reduced;
  }
  const homes = new Set(seated.flatMap(({ household }) => household ?? []));
  const people = pool.people.filter(
    ({ id, household }) =>
      !stays.has(id) && !gone.has(id) && !(household !== undefined && homes.has(household)),
  );
  return success({ pool: { ...pool, people }, rules: reduced.value, staying: seated });
}

function reducedRules(
  { categories }: Pool,
  { size, quotas }: DrawRules,
  seated: readonly Person[],
): Result<DrawRules, SeatsFault> {
  const homes = new Map<string, string>();
  for (const { id, household } of seated) {
    const before = household === undefined ? undefined : homes.get(household);
    if (before !== undefined) {
      return refuse(
        'rule-broken-by-those-who-stay',
        `"${before}" and "${id}" stay and are of one household. Only one of them can.`,
      );
    }
    if (household !== undefined) {
      homes.set(household, id);
    }
  }
  const left = quotas.map((quota) => {
    const place = categories.indexOf(quota.category);
    const own = seated.filter(({ values }) => values[place] === quota.value).length;
    return { ...quota, least: Math.max(0, quota.least - own), most: quota.most - own };
  });
  const over = left.findIndex(({ most }) => most < 0);
  if (over >= 0) {
    const { category, value, most } = at(quotas, over);
    return refuse(
      'rule-broken-by-those-who-stay',
      `${most - at(left, over).most} of those who stay are "${value}" of "${category}", and the panel has at most ${most}.`,
    );
  }
  return success({ size: size - seated.length, quotas: left });
}

export interface Alternate {
  /** Whose seat it would be. */
  readonly of: string;
  /** Undefined where nobody fits. */
  readonly alternate: string | undefined;
  /** How many people fit; each of them had the same chance. */
  readonly among: number;
}

/**
 * For every member, who would take the seat if that member alone left: one of those with whom the panel still keeps every
 * rule, each as likely as another. With one free seat that is LEXIMIN itself. When several leave, the seats are drawn anew.
 */
export function alternatesFor(
  pool: Pool,
  rules: DrawRules,
  panel: readonly string[],
  words: string,
): readonly Alternate[] {
  return panel.map((of): Alternate => {
    const staying = panel.filter((id) => id !== of);
    const free = freeSeats(pool, rules, { staying, left: [of] });
    const fitting = free.ok
      ? free.value.pool.people.filter((person) => fits(person, free.value))
      : [];
    const alternate = pickedFrom(fitting, `${words}\n${of}`);
    return { of, alternate: alternate?.id, among: fitting.length };
  });
}

/** Whether the person alone fills the one free seat. */
const fits = ({ values }: Person, { pool, rules }: FreeSeats): boolean =>
  rules.quotas.every(({ category, value, least, most }) => {
    const own = values[pool.categories.indexOf(category)] === value ? 1 : 0;
    return own >= least && own <= most;
  });
