/**
 * Checks a certificate of a draw with nothing but addition: no solver, and none of the code that made the draw. People,
 * rules and households are taken from the pool and the quotas themselves.
 *
 * What is checked. Every panel of the draw keeps every rule, and the panels are drawn with chances that add up to one. For
 * each level: points add up to one over those who are open; for every case of the proof, factor x bound of each rule plus
 * what points exceed the factors, each at its most, stays under the ceiling (weak duality; the cases cover all whole
 * numbers of seats); ceiling less what the settled people are owed is the level. For a LEXIMIN draw everybody is settled.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { DrawCertificate } from './certificate.ts';
import type { Proof } from './panel-search.ts';
import type { DrawRules, Person, Pool } from './pool.ts';

export interface CheckedDraw {
  /** Everybody's chance, worked out from the panels. */
  readonly chances: ReadonlyMap<string, number>;
  /** How far a level could be above the one of the draw, at most, for all that is proved. */
  readonly gap: number;
  /** How far anybody's chance could be above their level, at most, in a draw that is as good for everybody below. */
  readonly slack: number;
}

type Fault = 'not-proved';
const fault = (because: string) => refuse<Fault>('not-proved', because);

/** Sums of chances differ from whole numbers by rounding only. */
const ROUNDING = 1e-9;
const MOST_GAP = 1e-6;
const MOST_SLACK = 1e-4;

/** A rule as sums over kinds: seats of these kinds, at least and at most. */
interface Bound {
  readonly kinds: readonly number[];
  readonly least: number;
  readonly most: number;
}

export function checkCertificate(
  pool: Pool,
  rules: DrawRules,
  certificate: DrawCertificate,
): Result<CheckedDraw, Fault> {
  const bounds = boundsOf(pool, rules, certificate);
  if (!bounds.ok) {
    return bounds;
  }
  const counts = certificate.kinds.map(({ people }) => people.length);
  const chances = chancesOf(certificate, counts, bounds.value);
  if (!chances.ok) {
    return chances;
  }
  const levels = checkLevels(certificate, counts, bounds.value, chances.value);
  if (!levels.ok) {
    return levels;
  }
  const byPerson = certificate.kinds.flatMap(({ people }, kind) =>
    people.map((id) => [id, at(chances.value, kind)] as const),
  );
  return success({ chances: new Map(byPerson), ...levels.value });
}

/** The rules as the pool and the quotas say them, once the kinds are shown to be what they claim. */
function boundsOf(
  { categories, people }: Pool,
  { size, quotas }: DrawRules,
  { kinds, households }: DrawCertificate,
): Result<readonly Bound[], Fault> {
  const byId = new Map(people.map((person) => [person.id, person]));
  const kindOf = new Map(kinds.flatMap(({ people: ids }, kind) => ids.map((id) => [id, kind])));
  const listed = kinds.reduce((sum, kind) => sum + kind.people.length, 0);
  if (listed !== people.length || people.some(({ id }) => !kindOf.has(id))) {
    return fault('the kinds do not list everybody of the pool once.');
  }
  const unlike = kinds.findIndex(({ people: ids, values }) =>
    ids.some((id) => byId.get(id)?.values.join('\n') !== values.join('\n')),
  );
  if (unlike >= 0) {
    return fault(`the people of kind ${unlike} are not alike.`);
  }
  const shared = householdBounds(people, kindOf, households);
  if (!shared.ok) {
    return shared;
  }
  const all = kinds.map((_, kind) => kind);
  const byQuota = quotas.map(({ category, value, least, most }): Bound => {
    const place = categories.indexOf(category);
    return { kinds: all.filter((kind) => at(kinds, kind).values[place] === value), least, most };
  });
  return success([{ kinds: all, least: size, most: size }, ...byQuota, ...shared.value]);
}

/**
 * Of households made up alike, each has one person on a panel at most, so that together they have no more than there
 * are; and any such number of seats can be given to different households, everybody's turn coming equally often.
 */
function householdBounds(
  people: readonly Person[],
  kindOf: ReadonlyMap<string, number>,
  claimed: DrawCertificate['households'],
): Result<readonly Bound[], Fault> {
  const homes = new Map<string, number[]>();
  for (const { id, household } of people) {
    if (household !== undefined) {
      homes.set(household, [...(homes.get(household) ?? []), kindOf.get(id) ?? -1]);
    }
  }
  const shared = [...homes.values()].filter((members) => members.length > 1);
  const makeUps = new Map<string, number[][]>();
  for (const members of shared) {
    const makeUp = members.toSorted((a, b) => a - b).join();
    makeUps.set(makeUp, [...(makeUps.get(makeUp) ?? []), members]);
  }
  const bounds: Bound[] = [];
  for (const { kinds } of claimed) {
    const own = [...makeUps].filter(([, [first]]) => first?.some((kind) => kinds.includes(kind)));
    const [makeUp] = own;
    const members = new Set(makeUp?.[1][0]);
    if (own.length !== 1 || makeUp === undefined || members.size !== new Set(kinds).size) {
      return fault('households that are made up differently are taken for one make-up.');
    }
    bounds.push({ kinds: [...members], least: 0, most: makeUp[1].length });
    makeUps.delete(makeUp[0]);
  }
  const lone = people.find(({ id, household }) => {
    const inShared = bounds.some(({ kinds }) => kinds.includes(kindOf.get(id) ?? -1));
    const members = household === undefined ? 1 : (homes.get(household)?.length ?? 1);
    return inShared !== members > 1;
  });
  return makeUps.size > 0 || lone !== undefined
    ? fault('a household with several people is left out.')
    : success(bounds);
}

function chancesOf(
  { panels }: DrawCertificate,
  counts: readonly number[],
  bounds: readonly Bound[],
): Result<readonly number[], Fault> {
  const chances = counts.map(() => 0);
  let together = 0;
  for (const [place, { often, seats }] of panels.entries()) {
    const panel = counts.map(() => 0);
    for (const { kind, seats: own } of seats) {
      panel[kind] = at(panel, kind) + own;
      chances[kind] = at(chances, kind) + (often * own) / at(counts, kind);
    }
    const whole = panel.every(
      (own, kind) => Number.isInteger(own) && own >= 0 && own <= at(counts, kind),
    );
    const kept = bounds.every(({ kinds, least, most }) => {
      const sum = kinds.reduce((total, kind) => total + at(panel, kind), 0);
      return sum >= least && sum <= most;
    });
    if (!whole || !kept || !(often >= 0)) {
      return fault(`panel ${place + 1} breaks a rule.`);
    }
    together += often;
  }
  return Math.abs(together - 1) > ROUNDING
    ? fault('the chances of the panels do not add up to one.')
    : success(chances);
}

function checkLevels(
  { aim, never, levels }: DrawCertificate,
  counts: readonly number[],
  bounds: readonly Bound[],
  chances: readonly number[],
): Result<Pick<CheckedDraw, 'gap' | 'slack'>, Fault> {
  const owed = new Map<number, number>();
  if (never !== undefined) {
    const points = counts.map((_, kind) => (never.kinds.includes(kind) ? 1 : 0));
    if (!(ceilingOf(never.proof, counts, bounds, points) < 1)) {
      return fault('somebody is said to be on no panel, and it is not proved.');
    }
    for (const kind of never.kinds) {
      owed.set(kind, 0);
    }
  }
  let [gap, slack] = [0, 0];
  for (const [place, { chance, settled, points, proof }] of levels.entries()) {
    const ceiling = ceilingOf(proof, counts, bounds, points);
    const weights = points.map((point, kind) => point * at(counts, kind));
    const promised = [...owed].reduce((sum, [kind, own]) => sum + at(weights, kind) * own, 0);
    const open = weights.reduce((sum, weight, kind) => sum + (owed.has(kind) ? 0 : weight), 0);
    const above = Math.max(0, ceiling - promised - chance);
    const least = Math.min(...settled.map((kind) => at(points, kind)));
    if (points.some((point) => !(point >= 0)) || Math.abs(open - 1) > ROUNDING) {
      return fault(`the points of level ${place + 1} do not add up to one.`);
    }
    if (!(above <= MOST_GAP) || !(above / least <= MOST_SLACK)) {
      return fault(`level ${place + 1} could be higher, for all that is proved.`);
    }
    if (settled.length === 0 || settled.some((kind) => owed.has(kind))) {
      return fault(`level ${place + 1} settles nobody, or somebody twice.`);
    }
    [gap, slack] = [Math.max(gap, above), Math.max(slack, above / least)];
    for (const kind of settled) {
      owed.set(kind, chance);
    }
    const lower = chances.findIndex((own, kind) =>
      owed.has(kind) ? own < (owed.get(kind) ?? 0) - MOST_GAP : own < chance - MOST_GAP,
    );
    if (lower >= 0) {
      return fault(`the panels give people of kind ${lower} less than level ${place + 1}.`);
    }
  }
  const all = aim === 'maximin' ? levels.length === 1 : owed.size === counts.length;
  return all ? success({ gap, slack }) : fault('not everybody is settled.');
}

/** What no panel can count more than, for all that the proof shows. */
function ceilingOf(
  proof: Proof,
  counts: readonly number[],
  bounds: readonly Bound[],
  points: readonly number[],
): number {
  const caseWithin = (place: number, low: readonly number[], high: readonly number[]): number => {
    const one = proof[place];
    if (one === undefined) {
      return Number.POSITIVE_INFINITY;
    }
    if ('factors' in one) {
      return boundBy(one.factors, { low, high }, bounds, points);
    }
    const { kind, seats, below, above } = one;
    // A later place each time: a proof that went round in a circle would prove anything.
    if (!Number.isInteger(seats) || below <= place || above <= place) {
      return Number.POSITIVE_INFINITY;
    }
    const most = Math.min(seats, at(high, kind));
    const least = Math.max(seats + 1, at(low, kind));
    return Math.max(
      most < at(low, kind)
        ? Number.NEGATIVE_INFINITY
        : caseWithin(below, low, high.with(kind, most)),
      least > at(high, kind)
        ? Number.NEGATIVE_INFINITY
        : caseWithin(above, low.with(kind, least), high),
    );
  };
  return caseWithin(
    0,
    counts.map(() => 0),
    counts,
  );
}

function boundBy(
  factors: readonly number[],
  { low, high }: { readonly low: readonly number[]; readonly high: readonly number[] },
  bounds: readonly Bound[],
  points: readonly number[],
): number {
  if (factors.length !== bounds.length) {
    return Number.POSITIVE_INFINITY;
  }
  const rest = [...points];
  let sum = 0;
  for (const [place, { kinds, least, most }] of bounds.entries()) {
    const factor = at(factors, place);
    sum += Math.max(factor * least, factor * most);
    for (const kind of kinds) {
      rest[kind] = at(rest, kind) - factor;
    }
  }
  return rest.reduce(
    (total, point, kind) => total + Math.max(point * at(low, kind), point * at(high, kind)),
    sum,
  );
}
