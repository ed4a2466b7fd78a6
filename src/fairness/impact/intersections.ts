/**
 * Groups at the crossing of several facts, such as women trained abroad: many, and many of them small. Each
 * crossing's rate is drawn toward what its facts alone would say, the more the fewer people it has, so that
 * two people by chance do not make a finding.
 *
 *     logit p = facts + u, u ~ N(0, s^2) for each crossing
 *     VPC = s0^2 / (s0^2 + pi^2 / 3), s0 without the facts: how much of all differences lies between crossings
 *     PCV = 1 - s^2 / s0^2: how much of that the facts explain one by one; near 1, crossings add nothing
 *
 * Source: multilevel analysis of individual heterogeneity, MAIHDA (Evans, Williams, Onnela & Subramanian 2018;
 * Merlo 2018). Fitted by maximum likelihood (random-intercept); checked against lme4. Assumes that
 * crossings differ around their facts by a bell curve. Needs some eight crossings or more to say anything of s.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Cells } from '../../numerics/fitting/logistic.ts';
import { fitRandomIntercept } from '../../numerics/fitting/random-intercept.ts';
import { type Fact, termsOf } from './terms.ts';

export interface Crossing {
  /** One value a fact, in the order of the facts. */
  readonly values: readonly string[];
  readonly succeeded: number;
  readonly total: number;
}

export interface ShrunkenRate extends Crossing {
  readonly rate: number;
  /** Drawn toward what its facts say. */
  readonly shrunkenRate: number;
  /** What the facts alone would give. */
  readonly additiveRate: number;
}

export interface Intersections {
  readonly crossings: readonly ShrunkenRate[];
  /** Share of all variation in outcome that lies between crossings, 0 to 1. */
  readonly betweenShare: number;
  /** Share of that which the facts explain one by one, 0 to 1; refused where there is none to explain. */
  readonly explainedShare: Result<number, 'no-spread'>;
  readonly varianceAlone: number;
  readonly varianceBesideFacts: number;
}

const LOGISTIC_VARIANCE = Math.PI ** 2 / 3;
const FEWEST_CROSSINGS = 4;

/** Refused where there are too few crossings, or the facts cannot be told apart. */
export function intersections(
  facts: readonly string[],
  crossings: readonly Crossing[],
): Result<Intersections, 'too-few-crossings' | 'not-definite' | 'not-settled'> {
  const filled = crossings.filter(({ total }) => total > 0);
  if (filled.length < FEWEST_CROSSINGS) {
    return refuse(
      'too-few-crossings',
      `${filled.length} crossings hold people; at least ${FEWEST_CROSSINGS} are needed`,
    );
  }
  if (facts.length < 2) {
    return refuse('too-few-crossings', 'a crossing needs at least two facts');
  }
  const beside = besideFacts(facts, filled);
  const alone = fitRandomIntercept({
    ...beside,
    values: new Float64Array(filled.length).fill(1),
    terms: 1,
  });
  const full = fitRandomIntercept(beside);
  if (!alone.ok) {
    return alone;
  }
  if (!full.ok) {
    return full;
  }
  const { coefficients, offsets, variance } = full.value;
  return success({
    crossings: filled.map((crossing, place) => {
      const row = beside.values.subarray(place * beside.terms, (place + 1) * beside.terms);
      const additive = row.reduce((sum, value, term) => sum + value * at(coefficients, term), 0);
      return {
        ...crossing,
        rate: crossing.succeeded / crossing.total,
        shrunkenRate: logistic(additive + at(offsets, place)),
        additiveRate: logistic(additive),
      };
    }),
    betweenShare: alone.value.variance / (alone.value.variance + LOGISTIC_VARIANCE),
    explainedShare:
      alone.value.variance > 0
        ? success(1 - variance / alone.value.variance)
        : refuse('no-spread', 'the crossings do not differ more than chance: nothing to explain'),
    varianceAlone: alone.value.variance,
    varianceBesideFacts: variance,
  });
}

/** One cell a crossing, with the columns of the facts. */
function besideFacts(facts: readonly string[], crossings: readonly Crossing[]): Cells {
  const columns = facts.map(
    (name, place): Fact => ({
      name,
      kind: 'words',
      values: crossings.map(({ values }) => at(values, place)),
    }),
  );
  const { cells, cellOf } = termsOf(columns, new Uint8Array(crossings.length));
  const { terms } = cells;
  const values = new Float64Array(crossings.length * terms);
  cellOf.forEach((cell, place) => {
    values.set(cells.values.subarray(cell * terms, (cell + 1) * terms), place * terms);
  });
  return {
    values,
    terms,
    yes: Float64Array.from(crossings, ({ succeeded }) => succeeded),
    all: Float64Array.from(crossings, ({ total }) => total),
  };
}

const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
