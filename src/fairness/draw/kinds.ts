/**
 * People who are alike in every quota attribute are one kind: whoever is drawn fairly among them has the same chance, so a
 * panel is so many seats of each kind, and a pool of thousands becomes a program with a few dozen columns. People of one
 * household are a kind of their own for each make-up of a household, such as one nurse and one manager under one roof;
 * of all households made up alike, a panel holds at most one person each.
 *
 * Why this loses nothing: a draw and the same draw with two alike people exchanged are equally good, so is the mean of
 * the two, and there they have one chance (symmetry and convexity).
 */
import { at } from '../../kernel/result/at.ts';
import type { LinearProgram, Term } from '../../numerics/linear/linear-program.ts';
import { byCodeUnit, type DrawRules, type Person, type Pool } from './pool.ts';

export interface Kind {
  readonly people: readonly Person[];
  readonly values: readonly string[];
  /** Which make-up of a household; undefined where they live with nobody else of the pool. */
  readonly makeUp: number | undefined;
}

export interface MakeUp {
  /** Places of its kinds. */
  readonly kinds: readonly number[];
  readonly households: number;
}

/** One thing that every panel must keep: seats of these kinds, at least and at most. */
export interface Rule {
  readonly rule: 'size' | 'quota' | 'household';
  /** Which quota, in the order of the rules. */
  readonly quota: number | undefined;
  readonly kinds: readonly number[];
  readonly least: number;
  readonly most: number;
}

export interface PanelSystem {
  readonly kinds: readonly Kind[];
  /** People of each kind. */
  readonly people: Float64Array;
  readonly makeUps: readonly MakeUp[];
  /** The size first, then every quota in its order, then the households. */
  readonly rules: readonly Rule[];
}

/** Seats by kind. */
export type Panel = readonly number[];

export function panelSystem(pool: Pool, rules: DrawRules): PanelSystem {
  const together = new Map<string, Person[]>();
  for (const person of pool.people) {
    if (person.household !== undefined) {
      together.set(person.household, [...(together.get(person.household) ?? []), person]);
    }
  }
  const makeUpOf = (person: Person): string => {
    const home = person.household === undefined ? [] : (together.get(person.household) ?? []);
    return home.length < 2 ? '' : JSON.stringify(home.map(valuesKey).toSorted(byCodeUnit));
  };
  const byKey = new Map<string, { makeUp: string; people: Person[] }>();
  for (const person of pool.people) {
    const makeUp = makeUpOf(person);
    const key = `${makeUp} ${valuesKey(person)}`;
    const kind = byKey.get(key) ?? { makeUp, people: [] };
    kind.people.push(person);
    byKey.set(key, kind);
  }
  const sorted = [...byKey].toSorted(([a], [b]) => byCodeUnit(a, b)).map(([, kind]) => kind);
  const names = [...new Set(sorted.map(({ makeUp }) => makeUp))].filter((name) => name !== '');
  const kinds = sorted.map(({ makeUp, people }): Kind => {
    const place = names.indexOf(makeUp);
    return { people, values: at(people, 0).values, makeUp: place < 0 ? undefined : place };
  });
  const makeUps = names.map((_, place): MakeUp => {
    const own = kinds.flatMap((kind, k) => (kind.makeUp === place ? [k] : []));
    const homes = own.flatMap((k) => at(kinds, k).people.map(({ household }) => household));
    return { kinds: own, households: new Set(homes).size };
  });
  return {
    kinds,
    people: Float64Array.from(kinds, ({ people }) => people.length),
    makeUps,
    rules: rulesFor(kinds, makeUps, pool.categories, rules),
  };
}

const valuesKey = ({ values }: Person): string => JSON.stringify(values);

function rulesFor(
  kinds: readonly Kind[],
  makeUps: readonly MakeUp[],
  categories: readonly string[],
  { size, quotas }: DrawRules,
): readonly Rule[] {
  const every = kinds.map((_, place) => place);
  return [
    { rule: 'size', quota: undefined, kinds: every, least: size, most: size },
    ...quotas.map(({ category, value, least, most }, quota): Rule => {
      const place = categories.indexOf(category);
      const own = every.filter((kind) => at(kinds, kind).values[place] === value);
      return { rule: 'quota', quota, kinds: own, least, most };
    }),
    ...makeUps.map(
      (one): Rule => ({
        rule: 'household',
        quota: undefined,
        kinds: one.kinds,
        least: 0,
        most: one.households,
      }),
    ),
  ];
}

/** Every panel that keeps the rules, as a program over seats by kind. */
export const programOf = ({ people, rules }: PanelSystem): LinearProgram => ({
  columns: Array.from(people, (high) => ({ low: 0, high })),
  rows: rules.map(({ kinds, least, most }) => ({
    terms: kinds.map((kind): Term => [kind, 1]),
    low: least,
    high: most,
  })),
});

/** The rules that a panel breaks, by their places. */
export const brokenBy = ({ rules }: PanelSystem, panel: Panel): readonly number[] =>
  rules.flatMap(({ kinds, least, most }, place) => {
    const seats = kinds.reduce((sum, kind) => sum + (panel[kind] ?? 0), 0);
    return seats < least || seats > most ? [place] : [];
  });
