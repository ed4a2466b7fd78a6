/**
 * A guesser: can a classifier trained on what deciders see tell who belongs to a group, beyond what the evidence itself
 * implies? What is seen comes in two parts: the evidence, which the published rules ask for, and the rest.
 *
 * "Evidence accounted for" means: a first regression guesses the group from the evidence alone; a second one is trained
 * on the rest with the first one's log odds held fixed, so that it learns only what the evidence leaves open; and a
 * member is compared only with others about whom the evidence says nearly the same: ranked by its guess, they stand no
 * further apart than two in a hundred people.
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
/** How far apart two people's evidence may lie, as a share of all people ranked by it. */
const LIKE_EVIDENCE = 0.02;
const FEWEST_PEOPLE = 30;
/** A feature that fewer people have cannot be learned from one part of them and used on another. */
const FEWEST_WITH_FEATURE = 4;
const PENALTY = 5;
/** Ranks of people settle long before the coefficients do. */
const SETTLED = 1e-5;
const MOST_TELLS = 8;

/** What is seen of everybody, made ready once for guessing at several groups. */
export interface Seen {
  readonly evidence: FeatureTable;
  readonly rest: FeatureTable;
}

export const seenOf = (people: readonly SeenPerson[]): Seen => ({
  evidence: tableOf(people.map((person) => person.evidence)),
  rest: tableOf(people.map((person) => person.rest)),
});

/** Guesses who is a member, in the order of the people. Refused below 30 people on either side. */
export function guess(
  { evidence, rest }: Seen,
  isMember: readonly boolean[],
  chance: Generator,
): Result<Guess, 'too-few' | 'not-settled'> {
  const members = isMember.filter(Boolean).length;
  if (Math.min(members, isMember.length - members) < FEWEST_PEOPLE) {
    return refuse(
      'too-few',
      `${members} of ${isMember.length} belong to the group; ${FEWEST_PEOPLE} are needed on either side`,
    );
  }
  const folds = foldsOf(isMember, chance);
  const scored: { evidence: Scored[]; all: Scored[]; rest: Scored[] } = {
    evidence: [],
    all: [],
    rest: [],
  };
  const weights = new Float64Array(rest.names.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const found = guessFold({ isMember, evidence, rest, folds }, fold);
    if (!found.ok) {
      return found;
    }
    const { tested, byEvidence, byRest, slopes } = found.value;
    slopes.forEach((slope, column) => {
      weights[column] = (weights[column] ?? 0) + slope / FOLDS;
    });
    const levels = ranks(tested.map((row) => at(byEvidence, row)));
    tested.forEach((row, place) => {
      const member = at(isMember, row);
      const known = at(byEvidence, row);
      const more = at(byRest, row);
      const person = { member, stratum: String(fold), level: at(levels, place) };
      scored.evidence.push({ ...person, score: known });
      scored.all.push({ ...person, score: known + more });
      scored.rest.push({ ...person, score: more });
    });
  }
  const byEvidence = curveArea(scored.evidence);
  const byAll = curveArea(scored.all);
  const beyond = curveArea(scored.rest, LIKE_EVIDENCE);
  return byEvidence.ok && byAll.ok && beyond.ok
    ? success({
        byEvidence: byEvidence.value,
        byAll: byAll.value,
        beyond: beyond.value,
        tells: tellsOf(rest.names, weights),
      })
    : refuse('too-few', 'too few people with like evidence to compare');
}

interface Training {
  readonly isMember: readonly boolean[];
  readonly evidence: FeatureTable;
  readonly rest: FeatureTable;
  readonly folds: Uint8Array;
}

function guessFold({ isMember, evidence, rest, folds }: Training, fold: number) {
  const rows = isMember.map((_, row) => row);
  const trained = rows.filter((row) => folds[row] !== fold);
  const yes = Uint8Array.from(trained, (row) => (at(isMember, row) ? 1 : 0));
  const known = fitPenalized({
    rows: chosen(evidence.rows, trained),
    yes,
    offset: new Float64Array(trained.length),
    penalty: PENALTY,
    settled: SETTLED,
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
    settled: SETTLED,
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
function foldsOf(isMember: readonly boolean[], chance: Generator): Uint8Array {
  const folds = new Uint8Array(isMember.length);
  for (const side of [true, false]) {
    const rows = isMember.flatMap((member, row) => (member === side ? [row] : []));
    shuffled(rows, chance).forEach((row, place) => {
      folds[row] = place % FOLDS;
    });
  }
  return folds;
}

/** The place of each value among all, from 0 to 1; equal values share theirs. */
function ranks(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return values.map(
    (value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / (2 * sorted.length),
  );
}

/** Features in steps of their standard deviation. */
export interface FeatureTable {
  readonly names: readonly string[];
  readonly rows: SparseRows;
}

/** Features that enough people have, in steps of their standard deviation; what everybody has alike tells nothing. */
function tableOf(people: readonly Features[]): FeatureTable {
  const sums = new Map<string, { count: number; sum: number; squares: number; places: number }>();
  people.forEach((features, row) => {
    for (const [name, value] of features) {
      const own = sums.get(name) ?? { count: 0, sum: 0, squares: 0, places: 0 };
      sums.set(name, own);
      own.count += value === 0 ? 0 : 1;
      own.sum += value;
      own.squares += value * value;
      own.places += value * Math.sqrt(row + 2);
    }
  });
  const scales = new Map<string, { readonly middle: number; readonly deviation: number }>();
  const known = new Set<string>();
  for (const [name, { count, sum, squares, places }] of sums) {
    const mean = sum / people.length;
    const variance = squares / people.length - mean ** 2;
    if (count >= FEWEST_WITH_FEATURE && variance > 1e-9 && !known.has(`${sum} ${places}`)) {
      // Two features that everybody has alike are one.
      known.add(`${sum} ${places}`);
      // Taken off only where nearly everybody has the feature, so that the others stay sparse.
      const middle = count > people.length / 2 ? mean : 0;
      scales.set(name, { middle, deviation: Math.sqrt(variance) });
    }
  }
  const names = [...scales.keys()];
  const starts = new Int32Array(people.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  people.forEach((features, row) => {
    names.forEach((name, place) => {
      const { middle, deviation } = scales.get(name) ?? { middle: 0, deviation: 1 };
      const value = ((features.get(name) ?? 0) - middle) / deviation;
      if (value !== 0) {
        columns.push(place);
        values.push(value);
      }
    });
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
