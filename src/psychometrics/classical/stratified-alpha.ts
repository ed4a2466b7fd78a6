/**
 * Reliability of a total whose items were drawn by domain: 1 - sum of the domains' variances times (1 - their alpha) /
 * variance of the total (Cronbach, Schönemann & McKie 1965). Where the domains are not one and the same skill, plain alpha
 * takes their differences for error and is too low. A domain of one item has no alpha; it counts with 0, which errs on
 * the low side, and is named.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { highestOf, placesOf, type ResponseMatrix } from '../responses/matrix.ts';
import { type Covariances, covariancesOf } from './covariances.ts';

/** A domain of the outline and the names of its items. */
export interface Domain {
  readonly name: string;
  readonly items: readonly string[];
}

export interface DomainReliability {
  readonly name: string;
  readonly items: number;
  readonly mean: number;
  readonly highestPossible: number;
  /** Standard deviation of the domain's points, with N - 1. */
  readonly deviation: number;
  readonly alpha: Result<number, 'undefined'>;
  readonly standardError: Result<number, 'undefined'>;
}

export interface StratifiedAlpha {
  readonly alpha: number;
  readonly standardError: number;
  readonly domains: readonly DomainReliability[];
}

/**
 * Over the scored items, each of which must be in exactly one domain. Refused where one is in none or in two, where a
 * domain names an item that is not there, and where everybody has the same total.
 */
export function stratifiedAlpha(
  matrix: ResponseMatrix,
  domains: readonly Domain[],
): Result<StratifiedAlpha, 'undefined' | 'bad-domains'> {
  const places = placesOf(matrix, false);
  const names = places.map((place) => at(matrix.items, place).name);
  const fault = faultOf(domains, names);
  if (fault !== undefined) {
    return refuse('bad-domains', fault);
  }
  if (matrix.people < 2 || places.length < 2) {
    return refuse('undefined', 'reliability needs at least two people and two scored items');
  }
  const items = covariancesOf(matrix, places);
  if (items.total === 0) {
    return refuse('undefined', 'everybody has the same total: there are no ranks to keep');
  }
  const each = domains.map((domain) =>
    ofDomain(
      matrix,
      items,
      domain,
      domain.items.map((name) => names.indexOf(name)),
      places,
    ),
  );
  const lost = each.reduce(
    (sum, { deviation, alpha }) => sum + deviation ** 2 * (1 - (alpha.ok ? alpha.value : 0)),
    0,
  );
  const alpha = 1 - lost / items.total;
  return success({ alpha, standardError: Math.sqrt(items.total * (1 - alpha)), domains: each });
}

function faultOf(domains: readonly Domain[], names: readonly string[]): string | undefined {
  const domainOf = new Map<string, string>();
  for (const { name, items } of domains) {
    for (const item of items) {
      const earlier = domainOf.get(item);
      if (earlier !== undefined) {
        return `Item "${item}" is in domain "${earlier}" and in domain "${name}". Put it in one.`;
      }
      if (!names.includes(item)) {
        return `Domain "${name}" names item "${item}", which is not a scored item of the file.`;
      }
      domainOf.set(item, name);
    }
  }
  const without = names.find((name) => !domainOf.has(name));
  return without === undefined
    ? undefined
    : `Scored item "${without}" is in no domain. Put every scored item in one.`;
}

function ofDomain(
  matrix: ResponseMatrix,
  { k, matrix: covariances, means }: Covariances,
  domain: Domain,
  rows: readonly number[],
  places: readonly number[],
): DomainReliability {
  let [variance, variances, mean, highestPossible] = [0, 0, 0, 0];
  for (const row of rows) {
    variances += at(covariances, row * k + row);
    mean += at(means, row);
    highestPossible += highestOf(at(matrix.items, at(places, row)));
    for (const column of rows) {
      variance += at(covariances, row * k + column);
    }
  }
  const n = rows.length;
  const alpha: Result<number, 'undefined'> =
    n < 2
      ? refuse('undefined', 'a domain of one item has no alpha')
      : variance <= 0
        ? refuse('undefined', 'everybody has the same points in this domain')
        : success((n / (n - 1)) * (1 - variances / variance));
  return {
    name: domain.name,
    items: n,
    mean,
    highestPossible,
    deviation: Math.sqrt(Math.max(0, variance)),
    alpha,
    standardError: alpha.ok ? success(Math.sqrt(variance * (1 - alpha.value))) : alpha,
  };
}
