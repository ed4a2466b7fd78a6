/**
 * How far a score can be trusted: bands for the domains, and the error of a raw score.
 *
 * Both treat the questions as drawn from many of the same kind (the binomial error model, Lord 1957).
 * - A domain's share of right answers gets a 95 % Wilson interval. The domain is called "above" or "below" the passing
 *   level only where the whole interval lies on one side of the share of right answers that passes the part; otherwise
 *   "near". Fewer than five questions are too few to say anything.
 * - The standard error of a raw score x on n questions is sqrt(x (n - x) / (n - 1)).
 *
 * Source: Lord, F. M. (1957), Do tests of the same length have the same standard errors of measurement? Educational
 * and Psychological Measurement 17, 510-521.
 */
import { type Interval, wilson } from '../../numerics/tables/intervals.ts';
import type { DomainScore, PartScore, SittingScore } from './score-sitting.ts';

export type Band = 'below' | 'near' | 'above' | 'too-few';

export interface DomainBand {
  readonly part: string;
  readonly domain: string;
  readonly items: number;
  readonly band: Band;
  /** Of the share of right answers; undefined where there are too few questions. */
  readonly interval: Interval | undefined;
}

const FEWEST_ITEMS_FOR_A_BAND = 5;
const BAND_CONFIDENCE = 0.95;

export function domainBands(score: Pick<SittingScore, 'parts' | 'domains'>): readonly DomainBand[] {
  const partOf = new Map(score.parts.map((part) => [part.part, part]));
  return score.domains.map((domain) => {
    const part = partOf.get(domain.part);
    if (part === undefined) {
      throw new Error(`domain ${domain.domain} belongs to no part of this score`);
    }
    return banded(domain, part);
  });
}

function banded({ part, domain, right, of }: DomainScore, { cut, of: all }: PartScore): DomainBand {
  if (of < FEWEST_ITEMS_FOR_A_BAND) {
    return { part, domain, items: of, band: 'too-few', interval: undefined };
  }
  const interval = wilson(right, of, BAND_CONFIDENCE);
  const passing = cut / all;
  const band = interval.high < passing ? 'below' : interval.low > passing ? 'above' : 'near';
  return { part, domain, items: of, band, interval };
}

/** In questions. Zero for an empty or a perfect score, where this model has nothing to say; ask before printing it. */
export function rawScoreError(right: number, of: number): number {
  if (!(Number.isInteger(right) && Number.isInteger(of) && right >= 0 && right <= of && of >= 2)) {
    throw new RangeError(`no error for ${right} right of ${of}`);
  }
  return Math.sqrt((right * (of - right)) / (of - 1));
}
