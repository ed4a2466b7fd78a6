/**
 * Panels found at random with no care for anybody's chance: what a draw without LEXIMIN is like, for comparison.
 *
 * Where the rules leave enough room, people are drawn without looking and the first panel that keeps the rules is taken:
 * then every panel is equally likely (von Neumann 1951). Elsewhere each panel begins as the best one for random worths of
 * people and then exchanges people at random for as long as the rules allow; that is near to equally likely, but not proved.
 */
import { type Generator, generatorFrom, shuffled } from '../../kernel/chance/generator.ts';
import { at } from '../../kernel/result/at.ts';
import type { GrowingSolver } from '../../numerics/linear/growing-program.ts';
import type { PanelSystem } from './kinds.ts';
import { type PanelSearch, withPanelSearch } from './panel-search.ts';
import type { DrawRules, Person, Pool } from './pool.ts';
import type { Ticket } from './tickets.ts';

export interface RandomPanels {
  readonly tickets: readonly Ticket[];
  /** Whether every panel that keeps the rules was equally likely. */
  readonly equallyLikely: boolean;
}

/** Of so many tries at least so many must keep the rules, or exchanges are made instead. */
const [TRIES, ENOUGH] = [2000, 40];
const EXCHANGES_PER_SEAT = 40;
const PANELS_FROM_A_START = 50;

interface Rules {
  readonly pool: Pool;
  readonly rules: DrawRules;
  readonly system: PanelSystem;
}

/** Undefined where the search for panels does not settle. */
export function randomPanels(
  solver: GrowingSolver,
  asked: Rules,
  { tickets, seed }: { readonly tickets: number; readonly seed: string },
): RandomPanels | undefined {
  const chance = generatorFrom(`random panels ${seed}`);
  const { people } = asked.pool;
  const { size } = asked.rules;
  const blind = (): readonly Person[] => shuffled(people, chance).slice(0, size);
  const kept = Array.from({ length: TRIES }, blind).filter((panel) => keeps(asked, panel));
  if (kept.length >= ENOUGH) {
    const panels = kept.slice(0, tickets);
    while (panels.length < tickets) {
      const panel = blind();
      if (keeps(asked, panel)) {
        panels.push(panel);
      }
    }
    return { tickets: numbered(panels), equallyLikely: true };
  }
  return withPanelSearch(solver, asked.system, (search) => {
    const panels: (readonly Person[])[] = [];
    while (panels.length < tickets) {
      const start = someStart(search, asked.system, chance);
      if (start === undefined) {
        return undefined;
      }
      const chain = exchanging(start, asked, chance);
      for (let one = 0; one < PANELS_FROM_A_START && panels.length < tickets; one += 1) {
        panels.push(chain());
      }
    }
    return { tickets: numbered(panels), equallyLikely: false };
  });
}

const numbered = (panels: readonly (readonly Person[])[]): readonly Ticket[] =>
  panels.map((people, place) => ({ number: place + 1, people: people.map(({ id }) => id) }));

function keeps({ pool, rules }: Rules, panel: readonly Person[]): boolean {
  const homes = panel.flatMap(({ household }) => household ?? []);
  return (
    new Set(homes).size === homes.length &&
    rules.quotas.every(({ category, value, least, most }) => {
      const place = pool.categories.indexOf(category);
      const own = panel.reduce((sum, { values }) => sum + (values[place] === value ? 1 : 0), 0);
      return own >= least && own <= most;
    })
  );
}

/** The panel worth most under random worths of the kinds, its people picked at random. */
function someStart(
  search: PanelSearch,
  system: PanelSystem,
  chance: Generator,
): readonly Person[] | undefined {
  const found = search.above(
    Float64Array.from(system.kinds, () => chance.next()),
    -1,
  );
  if (found.status !== 'found') {
    return undefined;
  }
  const taken = new Set<string>();
  return system.kinds.flatMap(({ people }, kind) => {
    const picked: Person[] = [];
    for (const person of shuffled(people, chance)) {
      const free = person.household === undefined || !taken.has(person.household);
      if (free && picked.length < at(found.panel, kind)) {
        picked.push(person);
        taken.add(person.household ?? '');
      }
    }
    return picked;
  });
}

/** Each call answers the panel after many more exchanges of one person for another. */
function exchanging(
  start: readonly Person[],
  { pool, rules }: Rules,
  chance: Generator,
): () => readonly Person[] {
  const { people, categories } = pool;
  const panel = [...start];
  const inside = new Set(panel);
  const homes = new Set(panel.flatMap(({ household }) => household ?? []));
  const quotas = categories.map(
    (category) =>
      new Map(rules.quotas.flatMap((one) => (one.category === category ? [[one.value, one]] : []))),
  );
  const seats = new Map(
    rules.quotas.map((quota) => {
      const place = categories.indexOf(quota.category);
      return [quota, panel.filter(({ values }) => values[place] === quota.value).length];
    }),
  );
  const fits = (before: Person, other: Person): boolean =>
    (other.household === undefined ||
      other.household === before.household ||
      !homes.has(other.household)) &&
    quotas.every((own, place) => {
      const [from, to] = [own.get(before.values[place] ?? ''), own.get(other.values[place] ?? '')];
      return (
        from === to ||
        from === undefined ||
        to === undefined ||
        ((seats.get(from) ?? 0) > from.least && (seats.get(to) ?? 0) < to.most)
      );
    });
  const count = ({ values }: Person, change: 1 | -1): void => {
    for (const [place, own] of quotas.entries()) {
      const quota = own.get(values[place] ?? '');
      if (quota !== undefined) {
        seats.set(quota, (seats.get(quota) ?? 0) + change);
      }
    }
  };
  return () => {
    for (let step = 0; step < EXCHANGES_PER_SEAT * panel.length; step += 1) {
      const seat = chance.below(panel.length);
      const [before, other] = [at(panel, seat), at(people, chance.below(people.length))];
      if (!inside.has(other) && fits(before, other)) {
        panel[seat] = other;
        inside.delete(before);
        inside.add(other);
        homes.delete(before.household ?? '');
        homes.add(other.household ?? '');
        count(before, -1);
        count(other, 1);
      }
    }
    return [...panel];
  };
}
