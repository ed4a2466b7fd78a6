/** Pools and quotas for tests of the fair draw, made up or of others, and the draw worked out over every panel there is. */
import { existsSync, readFileSync } from 'node:fs';
import type { DrawAsked } from '../../src/fairness/draw/fair-draw.ts';
import {
  categoriesOf,
  type DrawRules,
  type Person,
  type Quota,
} from '../../src/fairness/draw/pool.ts';
import type { Generator } from '../../src/kernel/chance/generator.ts';
import type { Solver } from '../../src/numerics/linear/linear-program.ts';
import { readPool, readQuotas } from '../../src/workflow/audit/read-draw.ts';

export interface DrawCase {
  readonly people: readonly Person[];
  readonly rules: DrawRules;
}

export type QuotaTable = Readonly<
  Record<string, Readonly<Record<string, readonly [number, number]>>>
>;

export const quotasFrom = (table: QuotaTable): readonly Quota[] =>
  Object.entries(table).flatMap(([category, values]) =>
    Object.entries(values).map(([value, [least, most]]) => ({
      category,
      value,
      least,
      most,
      where: `${category} ${value}`,
    })),
  );

export const person = (id: string, values: readonly string[], household?: string): Person => ({
  id,
  values,
  household,
  where: id,
});

export const asked = (one: DrawCase, change: Partial<DrawAsked> = {}): DrawAsked => ({
  ...one,
  method: 'leximin',
  seed: 'a1b2c3',
  publicWords: '',
  staying: [],
  left: [],
  ...change,
});

/** Pools of others stand beside the project. */
const FOLDER = '../shared/data/panels';
export const noPanels = existsSync(FOLDER) ? false : 'no ../shared';
export const panelFile = (name: string): string => `${FOLDER}/${name}.csv`;

export function sharedCase(pool: string, quotas: string, size: number): DrawCase {
  const rules = readQuotas(readFileSync(panelFile(quotas)));
  const read = rules.ok
    ? readPool(readFileSync(panelFile(pool)), rules.value, { id: undefined, household: [] })
    : rules;
  if (!rules.ok || !read.ok) {
    throw new Error(`${pool} cannot be read`);
  }
  return { people: read.value.people, rules: { size, quotas: rules.value } };
}

export const sharedFixture = (): DrawCase =>
  sharedCase('sortition_fixture_candidates', 'sortition_fixture_features', 22);

/** A small pool with random quotas around one panel that keeps them, mostly, and households in every second. */
export function tinyCase(chance: Generator): DrawCase {
  const categories = ['place', 'level', 'region'].slice(0, 2 + chance.below(2));
  const values = categories.map(() => ['a', 'b', 'c'].slice(0, 2 + chance.below(2)));
  const count = 5 + chance.below(5);
  const homes = chance.below(2) === 0 ? 0 : 3 + chance.below(3);
  const people = Array.from({ length: count }, (_, place) => {
    const home = homes === 0 || chance.below(3) === 0 ? undefined : `home ${chance.below(homes)}`;
    return person(
      `p${place}`,
      values.map((own) => own[chance.below(own.length)]!),
      home,
    );
  });
  const size = 2 + chance.below(3);
  const quotas = categories.flatMap((category, place) =>
    values[place]!.map((value): Quota => {
      const share = people.filter((one) => one.values[place] === value).length / count;
      const odd = () => (chance.below(8) === 0 ? 1 : 0);
      const least = Math.max(0, Math.floor(share * size) - chance.below(2)) + odd();
      const most = Math.max(least, Math.ceil(share * size) + chance.below(2) - odd());
      return { category, value, least, most, where: `${category} ${value}` };
    }),
  );
  return { people, rules: { size, quotas } };
}

export function keepsRules({ people, rules }: DrawCase, panel: readonly string[]): boolean {
  const members = panel.map((id) => people.find((one) => one.id === id)!);
  const homes = members.flatMap(({ household }) => household ?? []);
  const categories = categoriesOf(rules.quotas);
  return (
    new Set(panel).size === panel.length &&
    panel.length === rules.size &&
    new Set(homes).size === homes.length &&
    rules.quotas.every(({ category, value, least, most }) => {
      const place = categories.indexOf(category);
      const own = members.filter(({ values }) => values[place] === value).length;
      return own >= least && own <= most;
    })
  );
}

/** Every panel that keeps the rules, one by one. */
export function everyPanel(one: DrawCase): readonly (readonly string[])[] {
  const ids = one.people.map(({ id }) => id);
  const grow = (from: number, chosen: readonly string[]): readonly (readonly string[])[] =>
    chosen.length === one.rules.size
      ? keepsRules(one, chosen)
        ? [chosen]
        : []
      : ids.slice(from).flatMap((id, place) => grow(from + place + 1, [...chosen, id]));
  return grow(0, []);
}

/**
 * LEXIMIN over all panels, person by person: the largest least chance of those who are open; then everybody for whom a
 * program of their own finds no more is settled; and so on. Slow, and sharing nothing with the draw but the rules.
 */
export function leximinOverAll(
  solver: Solver,
  one: DrawCase,
  panels: readonly (readonly string[])[],
): ReadonlyMap<string, number> {
  const ids = one.people.map(({ id }) => id);
  const settled = new Map<string, number>();
  const least = panels.length;
  const columns = [...panels.map(() => ({ low: 0, high: 1 })), { low: 0, high: 1 }];
  const seats = (id: string) =>
    panels.flatMap((panel, place) => (panel.includes(id) ? [[place, 1] as const] : []));
  const program = (floor: number | undefined) => ({
    columns,
    rows: [
      { terms: panels.map((_, place) => [place, 1] as const), low: 1, high: 1 },
      ...ids.map((id) => {
        const own = settled.get(id);
        const atLeast = own ?? floor;
        return atLeast === undefined
          ? { terms: [...seats(id), [least, -1] as const], low: 0, high: Number.POSITIVE_INFINITY }
          : { terms: seats(id), low: atLeast - 1e-10, high: Number.POSITIVE_INFINITY };
      }),
    ],
  });
  while (settled.size < ids.length) {
    const level = solver(program(undefined), (open) => open.least([[least, -1]], false));
    if (level.status !== 'found') {
      throw new Error(`the level is ${level.status}`);
    }
    const open = ids.filter((id) => !settled.has(id));
    const stuck = open.filter((id) => {
      const more = solver(program(-level.value), (own) =>
        own.least(
          seats(id).map(([place]) => [place, -1] as const),
          false,
        ),
      );
      return more.status === 'found' && -more.value < -level.value + 1e-7;
    });
    if (stuck.length === 0) {
      throw new Error('nobody is settled');
    }
    for (const id of stuck) {
      settled.set(id, -level.value);
    }
  }
  return settled;
}
