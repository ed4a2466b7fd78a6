/**
 * The gap, and what explains it, side by side. A gap that a score explains is still a gap: the first number
 * says what happens to people, the second whether people of equal score are treated alike. Neither is ever
 * given without the other.
 *
 *     logit p = group + facts;   explained = r(focal people, reference's treatment) - reference rate
 *     unexplained = focal rate - r(focal people, reference's treatment);   they add up to the gap
 *
 * r is the mean of the fitted chances of the focal people had their group's coefficient been zero.
 *
 * Sources: logistic regression (Cox 1958); the split by standardization of Fairlie (2005), after Oaxaca and
 * Blinder (1973). Assumes that the facts act alike in all groups. A fact that is itself unevenly given (a
 * rater's mark, a year of training that was refused) explains nothing away: what to adjust for is a decision
 * that people must state and defend.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalQuantile, normalTwoSided } from '../../numerics/distributions/normal.ts';
import { fitLogistic, type LogisticFit } from '../../numerics/fitting/logistic.ts';
import type { Interval } from '../../numerics/tables/intervals.ts';
import { type Fact, type Terms, termsOf } from './terms.ts';

export interface AdjustedPlan {
  /** For each person 1 (succeeded) or 0. */
  readonly succeeded: Uint8Array;
  /** For each person the group; empty where not stated. */
  readonly groups: readonly string[];
  readonly reference: string;
  readonly facts: readonly Fact[];
}

export interface OddsEstimate {
  readonly oddsRatio: number;
  readonly interval: Interval;
  readonly pValue: number;
}

export interface ImpactAndExplanation {
  readonly focal: string;
  readonly people: number;
  /** As it happened, and among people alike in the facts. */
  readonly impact: OddsEstimate;
  readonly adjusted: OddsEstimate;
  /** Difference of rates, focal minus reference; `explained` and `unexplained` add up to it. */
  readonly difference: number;
  readonly explained: number;
  readonly unexplained: number;
}

export interface Adjusted {
  readonly groups: readonly ImpactAndExplanation[];
  readonly coefficients: readonly {
    readonly name: string;
    readonly value: number;
    readonly error: number;
  }[];
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly people: number;
  /** People left out because a fact or the group is not known. */
  readonly incomplete: number;
}

export type NotAdjusted = 'not-definite' | 'not-settled' | 'separated' | 'unknown-group';

/** Refused where the reference has nobody, a fact says nothing new, or a fact settles the outcome by itself. */
export function adjustedOutcomes(plan: AdjustedPlan): Result<Adjusted, NotAdjusted> {
  const { reference, groups, facts } = plan;
  if (!groups.includes(reference)) {
    return refuse('unknown-group', `Nobody is in a group "${reference}".`);
  }
  const group: Fact = { name: GROUP, kind: 'words', values: groups, base: reference };
  const full = termsOf([group, ...facts], plan.succeeded);
  // The raw gap is that of the same people, or the two could not be set side by side.
  const known = groups.map((name, person) => (at(full.cellOf, person) < 0 ? '' : name));
  const raw = termsOf([{ ...group, values: known }], plan.succeeded);
  const fitted = settled(full);
  const bare = settled(raw);
  if (!fitted.ok) {
    return fitted;
  }
  if (!bare.ok) {
    return bare;
  }
  const focals = raw.names.slice(1).map((name) => name.slice(GROUP.length + 2));
  return success({
    groups: focals.map((focal, place) => ({
      focal,
      people: known.filter((name) => name === focal).length,
      impact: oddsOf(bare.value, place + 1, raw.names.length),
      adjusted: oddsOf(fitted.value, place + 1, full.names.length),
      ...split(full, fitted.value, raw, place + 1),
    })),
    coefficients: full.names.map((name, term) => ({
      name,
      value: at(fitted.value.coefficients, term),
      error: errorOf(fitted.value, term, full.names.length),
    })),
    deviance: -2 * fitted.value.logLikelihood,
    nullDeviance: nullDeviance(full),
    people: plan.succeeded.length - full.incomplete,
    incomplete: full.incomplete,
  });
}

const GROUP = 'group';
const CONFIDENCE = 0.95;

type Bounded = LogisticFit & { readonly covariance: Float64Array };

function settled({ cells }: Terms): Result<Bounded, NotAdjusted> {
  const fit = fitLogistic(cells);
  if (!fit.ok) {
    return fit;
  }
  const { covariance } = fit.value;
  return covariance === undefined
    ? refuse('separated', 'a fact or a group settles the outcome by itself: the odds have no bound')
    : success({ ...fit.value, covariance });
}

const errorOf = ({ covariance }: Bounded, term: number, terms: number): number =>
  Math.sqrt(at(covariance, term * terms + term));

function oddsOf(fit: Bounded, term: number, terms: number): OddsEstimate {
  const log = at(fit.coefficients, term);
  const error = errorOf(fit, term, terms);
  const reach = normalQuantile(0.5 + CONFIDENCE / 2) * error;
  return {
    oddsRatio: Math.exp(log),
    interval: { low: Math.exp(log - reach), high: Math.exp(log + reach) },
    pValue: normalTwoSided(log / error),
  };
}

/** The difference of rates in two parts. Cells of the focal group are those with a 1 in the group's column. */
function split({ cells }: Terms, fit: Bounded, raw: Terms, term: number) {
  const { values, terms, all } = cells;
  let [people, likeReference] = [0, 0];
  for (let cell = 0; cell < all.length; cell += 1) {
    if (values[cell * terms + term] === 1) {
      let logOdds = -at(fit.coefficients, term);
      for (let column = 0; column < terms; column += 1) {
        logOdds += at(values, cell * terms + column) * at(fit.coefficients, column);
      }
      people += at(all, cell);
      likeReference += at(all, cell) / (1 + Math.exp(-logOdds));
    }
  }
  const rateOf = (column: number): number => {
    const width = raw.cells.terms;
    const cell = [...raw.cells.all.keys()].find((place) =>
      column === 0
        ? raw.cells.values.subarray(place * width + 1, (place + 1) * width).every((v) => v === 0)
        : raw.cells.values[place * width + column] === 1,
    );
    return cell === undefined ? 0 : at(raw.cells.yes, cell) / at(raw.cells.all, cell);
  };
  const [focalRate, referenceRate] = [rateOf(term), rateOf(0)];
  return {
    difference: focalRate - referenceRate,
    explained: likeReference / people - referenceRate,
    unexplained: focalRate - likeReference / people,
  };
}

function nullDeviance({ cells }: Terms): number {
  const yes = cells.yes.reduce((sum, count) => sum + count, 0);
  const all = cells.all.reduce((sum, count) => sum + count, 0);
  const part = (count: number): number => (count === 0 ? 0 : count * Math.log(count / all));
  return -2 * (part(yes) + part(all - yes));
}
