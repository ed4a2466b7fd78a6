/**
 * A guesser: can a classifier trained on what deciders see tell who belongs to a group, beyond what the evidence itself
 * implies? What is seen comes in two parts: the evidence, which the published rules ask for, and the rest.
 *
 * "Evidence accounted for" means: a first regression guesses the group from the evidence alone; a second one is trained
 * on the rest with the first one's log odds held fixed, so that it learns only what the evidence leaves open; and a
 * member is compared only with others about whom the evidence says nearly the same (a fifth of the evidence's guesses,
 * and within it what follows from the evidence in a straight line is taken out, so that a repetition of it ranks nobody).
 * The area is then the chance that, of a member and a non-member with like evidence, the rest points at the member.
 * A gap in the evidence itself, such as fewer years of work in one group, is no leak of the packet: it is what the
 * published rule asks about, and impact figures show it.
 *
 * Both are trained on four fifths of the people and judged on the last fifth, five times over. People are compared
 * within their fifth, because pooled guesses of several models rank worse than chance where there is nothing to find.
 */
import { type Generator, shuffled } from '../../kernel/chance/generator.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import {
  fitPenalized,
  type SparseRows,
  scoreOf,
} from '../../numerics/fitting/penalized-logistic.ts';
import { type CurveArea, curveArea, type Scored } from './curve-area.ts';

/** Feature by name; what is missing counts as zero. */
export type Features = ReadonlyMap<string, number>;

export interface SeenPerson {
  readonly member: boolean;
  readonly evidence: Features;
  readonly rest: Features;
}

export interface Guess {
  /** From the evidence alone. */
  readonly byEvidence: CurveArea;
  /** From everything seen. */
  readonly byAll: CurveArea;
  /** From the rest, among people with like evidence. */
  readonly beyond: CurveArea;
  /** What of the rest moved the guesses most: log odds for one standard deviation, largest first. */
  readonly tells: readonly { readonly feature: string; readonly logOdds: number }[];
}

const FOLDS = 5;
const LIKE_EVIDENCE = 5;
const FEWEST_PEOPLE = 30;
/** A feature that fewer people have cannot be learned from one part of them and used on another. */
const FEWEST_WITH_FEATURE = 4;
const PENALTY = 5;
const MOST_TELLS = 8;

/** Refused below 30 people on either side. */
export function guess(
  people: readonly SeenPerson[],
  chance: Generator,
): Result<Guess, 'too-few' | 'not-settled'> {
  const members = people.filter(({ member }) => member).length;
  if (Math.min(members, people.length - members) < FEWEST_PEOPLE) {
    return refuse(
      'too-few',
      `${members} of ${people.length} belong to the group; ${FEWEST_PEOPLE} are needed on either side`,
    );
  }
  const evidence = tableOf(people.map((person) => person.evidence));
  const rest = tableOf(people.map((person) => person.rest));
  const folds = foldsOf(people, chance);
  const scored: { evidence: Scored[]; all: Scored[]; rest: Scored[] } = {
    evidence: [],
    all: [],
    rest: [],
  };
  const weights = new Float64Array(rest.names.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const found = guessFold({ people, evidence, rest, folds }, fold);
    if (!found.ok) {
      return found;
    }
    const { tested, byEvidence, byRest, slopes } = found.value;
    slopes.forEach((slope, column) => {
      weights[column] = (weights[column] ?? 0) + slope / FOLDS;
    });
    const alike = fifths(tested.map((row) => at(byEvidence, row)));
    const apart = withoutLine(
      tested.map((row) => at(byRest, row)),
      tested.map((row) => at(byEvidence, row)),
      alike,
    );
    tested.forEach((row, place) => {
      const { member } = at(people, row);
      const stratum = String(fold);
      const known = at(byEvidence, row);
      const more = at(byRest, row);
      scored.evidence.push({ score: known, member, stratum });
      scored.all.push({ score: known + more, member, stratum });
      scored.rest.push({
        score: at(apart, place),
        member,
        stratum: `${fold} / ${at(alike, place)}`,
      });
    });
  }
  const [byEvidence, byAll, beyond] = [scored.evidence, scored.all, scored.rest].map(curveArea);
  return byEvidence?.ok === true && byAll?.ok === true && beyond?.ok === true
    ? success({
        byEvidence: byEvidence.value,
        byAll: byAll.value,
        beyond: beyond.value,
        tells: tellsOf(rest.names, weights),
      })
    : refuse('too-few', 'too few people with like evidence to compare');
}

interface Training {
  readonly people: readonly SeenPerson[];
  readonly evidence: FeatureTable;
  readonly rest: FeatureTable;
  readonly folds: Uint8Array;
}

function guessFold({ people, evidence, rest, folds }: Training, fold: number) {
  const rows = people.map((_, row) => row);
  const trained = rows.filter((row) => folds[row] !== fold);
  const yes = Uint8Array.from(trained, (row) => (at(people, row).member ? 1 : 0));
  const known = fitPenalized({
    rows: chosen(evidence.rows, trained),
    yes,
    offset: new Float64Array(trained.length),
    penalty: PENALTY,
  });
  if (!known.ok) {
    return refuse('not-settled', known.refusal.because);
  }
  const byEvidence = scoreOf(evidence.rows, known.value.slopes);
  const more = fitPenalized({
    rows: chosen(rest.rows, trained),
    yes,
    offset: Float64Array.from(trained, (row) => at(byEvidence, row) + known.value.intercept),
    penalty: PENALTY,
  });
  if (!more.ok) {
    return refuse('not-settled', more.refusal.because);
  }
  return success({
    tested: rows.filter((row) => folds[row] === fold),
    byEvidence,
    byRest: scoreOf(rest.rows, more.value.slopes),
    slopes: more.value.slopes,
  });
}

/** Members and others are dealt out alike. */
function foldsOf(people: readonly SeenPerson[], chance: Generator): Uint8Array {
  const folds = new Uint8Array(people.length);
  for (const side of [true, false]) {
    const rows = people.flatMap(({ member }, row) => (member === side ? [row] : []));
    shuffled(rows, chance).forEach((row, place) => {
      folds[row] = place % FOLDS;
    });
  }
  return folds;
}

/** Which fifth of all values each lies in; equal values lie in the same. */
function fifths(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const ends = Array.from({ length: LIKE_EVIDENCE - 1 }, (_, place) =>
    at(sorted, Math.floor(((place + 1) * sorted.length) / LIKE_EVIDENCE)),
  );
  return values.map((value) => ends.filter((end) => value >= end).length);
}

/** What is left of `values` after a straight line on `known`, stratum by stratum; whose group it is plays no part. */
function withoutLine(
  values: readonly number[],
  known: readonly number[],
  strata: readonly number[],
): readonly number[] {
  const lines = new Map(
    [...new Set(strata)].map((stratum) => {
      const rows = strata.flatMap((own, row) => (own === stratum ? [row] : []));
      const mean = (of: readonly number[]): number =>
        rows.reduce((sum, row) => sum + at(of, row), 0) / rows.length;
      const [middle, level] = [mean(known), mean(values)];
      const [spread, common] = rows.reduce(
        ([squares, products], row) => {
          const off = at(known, row) - middle;
          return [squares + off * off, products + off * (at(values, row) - level)] as const;
        },
        [0, 0] as const,
      );
      return [stratum, { middle, slope: spread > 1e-12 ? common / spread : 0 }];
    }),
  );
  return values.map((value, row) => {
    const line = lines.get(at(strata, row));
    return line === undefined ? value : value - line.slope * (at(known, row) - line.middle);
  });
}

interface FeatureTable {
  readonly names: readonly string[];
  readonly rows: SparseRows;
}

/** Features that enough people have, in steps of their standard deviation; what everybody has alike tells nothing. */
function tableOf(people: readonly Features[]): FeatureTable {
  const sums = new Map<string, { count: number; sum: number; squares: number }>();
  for (const features of people) {
    for (const [name, value] of features) {
      const own = sums.get(name) ?? { count: 0, sum: 0, squares: 0 };
      sums.set(name, own);
      own.count += value === 0 ? 0 : 1;
      own.sum += value;
      own.squares += value * value;
    }
  }
  const scales = new Map<string, number>();
  for (const [name, { count, sum, squares }] of sums) {
    const variance = squares / people.length - (sum / people.length) ** 2;
    if (count >= FEWEST_WITH_FEATURE && variance > 1e-9) {
      scales.set(name, Math.sqrt(variance));
    }
  }
  const names = [...scales.keys()];
  const places = new Map(names.map((name, place) => [name, place]));
  const starts = new Int32Array(people.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  people.forEach((features, row) => {
    for (const [name, value] of features) {
      const place = places.get(name);
      if (place !== undefined && value !== 0) {
        columns.push(place);
        values.push(value / (scales.get(name) ?? 1));
      }
    }
    starts[row + 1] = columns.length;
  });
  return {
    names,
    rows: {
      starts,
      columns: Int32Array.from(columns),
      values: Float64Array.from(values),
      width: names.length,
    },
  };
}

function chosen(
  { starts, columns, values, width }: SparseRows,
  rows: readonly number[],
): SparseRows {
  const spans = rows.map((row) => [starts[row] ?? 0, starts[row + 1] ?? 0] as const);
  const length = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  const found = {
    starts: new Int32Array(rows.length + 1),
    columns: new Int32Array(length),
    values: new Float64Array(length),
    width,
  };
  let place = 0;
  spans.forEach(([from, to], row) => {
    found.columns.set(columns.subarray(from, to), place);
    found.values.set(values.subarray(from, to), place);
    place += to - from;
    found.starts[row + 1] = place;
  });
  return found;
}

const tellsOf = (names: readonly string[], weights: Float64Array): Guess['tells'] =>
  names
    .map((feature, place) => ({ feature, logOdds: weights[place] ?? 0 }))
    .toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
    .slice(0, MOST_TELLS);
