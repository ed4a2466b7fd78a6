/**
 * The Rasch model by conditional maximum likelihood: item easiness from who is right given how many are right, with no
 * assumption about how ability is distributed,
 *   log L = sum over items of right(i) easiness(i) - sum over people of log gamma(number right).
 *
 * Source: Andersen (1972); likelihood-ratio test of equal easiness in groups: Andersen (1973); standard errors from the
 * second derivatives. Easiness sums to zero (as in eRm; Mair & Hatzinger 2007). People with nothing or everything right
 * carry no information; with missing answers, those who answered the same items form one stratum.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import {
  choleskyOf,
  inverseFromCholesky,
  solveCholesky,
} from '../../numerics/linear/positive-definite.ts';
import { type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';
import type { LeftOut } from './joined-categories.ts';
import { raschSums } from './symmetric-functions.ts';

export interface ConditionalRasch {
  readonly items: readonly {
    readonly item: string;
    readonly easiness: number;
    readonly error: number;
  }[];
  readonly logLik: number;
  /** People whose answers carry information: neither nothing nor everything right. */
  readonly people: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly leftOut: readonly LeftOut[];
}

export interface AndersenTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly groups: readonly { readonly name: string; readonly fit: ConditionalRasch }[];
  /** Items that some group answered all alike: left out of the whole comparison. */
  readonly leftOut: readonly LeftOut[];
}

export type ConditionalRefusal =
  | 'not-binary'
  | 'too-few-items'
  | 'too-many-items'
  | 'too-few-people'
  | 'not-connected'
  | 'unknown-group';

const MOST_ITEMS = 200;
const FEWEST_ITEMS = 3;
const FEWEST_PEOPLE = 30;
const NEWTON_STEPS = 60;
const SETTLED = 1e-10;

/** Easiness of every item. Refuses items with more than two categories, more than 200 items, fewer than 30 people. */
export function conditionalRasch(
  matrix: CategoryMatrix,
): Result<ConditionalRasch, ConditionalRefusal> {
  const everybody = Array.from({ length: matrix.people }, (_, person) => person);
  return fitted(matrix, everybody, saying(matrix, [everybody]));
}

/** Andersen's test that items are as easy in every group. `of` names each person's group; undefined leaves one out. */
export function andersenTest(
  matrix: CategoryMatrix,
  of: readonly (string | undefined)[],
): Result<AndersenTest, ConditionalRefusal> {
  const names = [...new Set(of.filter((name) => name !== undefined))].sort((a, b) =>
    a < b ? -1 : 1,
  );
  if (names.length < 2) {
    return refuse('unknown-group', 'a comparison needs people from at least two groups');
  }
  const members = names.map((name) => of.flatMap((own, person) => (own === name ? [person] : [])));
  const items = saying(matrix, members);
  const whole = fitted(matrix, members.flat(), items);
  if (!whole.ok) {
    return whole;
  }
  const groups: { name: string; fit: ConditionalRasch }[] = [];
  for (const [g, name] of names.entries()) {
    const fit = fitted(matrix, members[g] ?? [], items);
    if (!fit.ok) {
      return refuse(fit.refusal.kind, `${name}: ${fit.refusal.because}`);
    }
    groups.push({ name, fit: fit.value });
  }
  const apart = groups.reduce((sum, { fit }) => sum + fit.logLik, 0);
  const statistic = Math.max(0, 2 * (apart - whole.value.logLik));
  const degreesOfFreedom = (names.length - 1) * (items.kept.length - 1);
  return success({
    statistic,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
    groups,
    leftOut: items.leftOut,
  });
}

interface Saying {
  readonly kept: readonly number[];
  readonly leftOut: readonly LeftOut[];
}

/** Items that every one of these sets of people answers in both ways. */
function saying({ codes, items }: CategoryMatrix, sets: readonly (readonly number[])[]): Saying {
  const leftOut: LeftOut[] = [];
  const kept = items.flatMap(({ name }, item) => {
    const both = sets.every((people) => {
      const seen = new Set(people.map((person) => codes[person * items.length + item]));
      return seen.has(0) && seen.has(1);
    });
    if (!both) {
      leftOut.push({
        item: name,
        because:
          sets.length > 1
            ? 'some group gave the same answer throughout'
            : 'everybody gave the same answer: it says nothing about ability',
      });
    }
    return both ? [item] : [];
  });
  return { kept, leftOut };
}

/** People who answered the same items: how many had each number right, and how often each item was right. */
interface Stratum {
  readonly items: readonly number[];
  readonly people: Float64Array;
}

function fitted(
  matrix: CategoryMatrix,
  people: readonly number[],
  { kept, leftOut }: Saying,
): Result<ConditionalRasch, ConditionalRefusal> {
  if (kept.some((item) => matrix.items[item]?.categories !== 2)) {
    return refuse('not-binary', 'conditional likelihood is offered for right-or-wrong items only');
  }
  if (kept.length < FEWEST_ITEMS) {
    return refuse(
      'too-few-items',
      `${kept.length} items are left; at least ${FEWEST_ITEMS} are needed`,
    );
  }
  if (kept.length > MOST_ITEMS) {
    return refuse(
      'too-many-items',
      `${kept.length} items; conditional likelihood is offered up to ${MOST_ITEMS}. Marginal likelihood has no such limit.`,
    );
  }
  const { strata, right, informative } = strataOf(matrix, people, kept);
  if (informative < FEWEST_PEOPLE) {
    return refuse(
      'too-few-people',
      `${informative} people have neither nothing nor everything right; at least ${FEWEST_PEOPLE} are needed`,
    );
  }
  const found = newton(strata, right);
  if (found === undefined) {
    return refuse(
      'not-connected',
      'the items fall into sets that nobody links by answers to both, or one set is always harder: easiness cannot be compared',
    );
  }
  return success({
    items: kept.map((item, i) => ({
      item: matrix.items[item]?.name ?? '',
      easiness: found.easiness[i] ?? 0,
      error: found.errors[i] ?? 0,
    })),
    logLik: found.logLik,
    people: informative,
    iterations: found.iterations,
    converged: found.converged,
    leftOut,
  });
}

function strataOf(
  { codes, items }: CategoryMatrix,
  people: readonly number[],
  kept: readonly number[],
): { strata: readonly Stratum[]; right: Float64Array; informative: number } {
  const strata = new Map<string, Stratum>();
  const right = new Float64Array(kept.length);
  let informative = 0;
  for (const person of people) {
    const answers = kept.map((item) => codes[person * items.length + item] ?? NO_ANSWER);
    const answered = answers.flatMap((code, i) => (code === NO_ANSWER ? [] : [i]));
    const score = answered.reduce((sum, i) => sum + (answers[i] ?? 0), 0);
    if (score === 0 || score === answered.length) {
      continue;
    }
    informative += 1;
    const key = answered.join(',');
    const stratum = strata.get(key) ?? {
      items: answered,
      people: new Float64Array(answered.length + 1),
    };
    stratum.people[score] = (stratum.people[score] ?? 0) + 1;
    strata.set(key, stratum);
    for (const i of answered) {
      right[i] = (right[i] ?? 0) + (answers[i] ?? 0);
    }
  }
  return { strata: [...strata.values()], right, informative };
}

interface Solution {
  readonly easiness: Float64Array;
  readonly errors: Float64Array;
  readonly logLik: number;
  readonly iterations: number;
  readonly converged: boolean;
}

function newton(strata: readonly Stratum[], right: Float64Array): Solution | undefined {
  const size = right.length;
  let easiness = new Float64Array(size);
  let at = look(strata, right, easiness);
  let iterations = 0;
  let converged = false;
  while (iterations < NEWTON_STEPS && !converged) {
    iterations += 1;
    const lower = choleskyOf(anchoredBySum(at.information, size), size);
    if (!lower.ok) {
      return undefined;
    }
    const step = solveCholesky(lower.value, at.gradient);
    let share = 1;
    let next = at;
    let moved = easiness;
    for (let halved = 0; halved < 30; halved += 1) {
      moved = easiness.map((value, i) => value + share * (step[i] ?? 0));
      next = look(strata, right, moved);
      if (next.logLik >= at.logLik - 1e-9 * Math.abs(at.logLik)) {
        break;
      }
      share /= 2;
    }
    converged = step.every((move) => Math.abs(share * move) < SETTLED);
    easiness = centered(moved);
    at = next;
  }
  const lower = choleskyOf(anchoredBySum(at.information, size), size);
  if (!lower.ok) {
    return undefined;
  }
  const covariance = inverseFromCholesky(lower.value, size);
  const spare = 1 / (size * sumWeight(at.information, size));
  const errors = Float64Array.from({ length: size }, (_, i) =>
    Math.sqrt((covariance[i * size + i] ?? 0) - spare),
  );
  return { easiness, errors, logLik: at.logLik, iterations, converged };
}

function centered(values: Float64Array): Float64Array<ArrayBuffer> {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Float64Array.from(values, (value) => value - middle);
}

/** Shifting every easiness alike changes nothing: this direction gets a weight of its own, so that the sum stays zero. */
function anchoredBySum(information: Float64Array, size: number): Float64Array {
  const weight = sumWeight(information, size) / size;
  return information.map((value) => value + weight);
}

const sumWeight = (information: Float64Array, size: number): number =>
  information.reduce((sum, value, at) => sum + (at % (size + 1) === 0 ? value : 0), 0) / size;

interface Look {
  readonly logLik: number;
  readonly gradient: Float64Array;
  readonly information: Float64Array;
}

function look(strata: readonly Stratum[], right: Float64Array, easiness: Float64Array): Look {
  const size = right.length;
  const gradient = right.slice();
  const information = new Float64Array(size * size);
  let logLik = right.reduce((sum, count, i) => sum + count * (easiness[i] ?? 0), 0);
  for (const { items, people } of strata) {
    const sums = raschSums(
      Float64Array.from(items, (i) => easiness[i] ?? 0),
      people,
    );
    people.forEach((count, r) => {
      logLik -= count > 0 ? count * (sums.logGamma[r] ?? 0) : 0;
    });
    items.forEach((item, i) => {
      gradient[item] = (gradient[item] ?? 0) - (sums.expected[i] ?? 0);
      items.forEach((other, j) => {
        const place = item * size + other;
        information[place] =
          (information[place] ?? 0) + (sums.information[i * items.length + j] ?? 0);
      });
    });
  }
  return { logLik, gradient, information };
}
