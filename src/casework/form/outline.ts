/**
 * How many questions each domain of an exam outline gets.
 *
 * An outline gives each domain a percentage, or none where its owner has not published one. Domains without one
 * share what is left evenly, and are marked so: a guess must never read like a published weight.
 * Whole questions are dealt by largest remainder (Hamilton's method, as seats in a parliament): each domain gets the
 * whole part of its share, and the questions left over go to the largest fractions; equal fractions in outline order.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { BlueprintDomain } from '../../program/definition/rules.ts';

export interface OutlineDomain {
  readonly id: string;
  readonly title: string;
  /** Null: not published by the owner of the program. */
  readonly percent: number | null;
}

/** The outline as a program's rules hold it; a weight that nobody was seen to publish stays unset. */
export const outlineFrom = (domains: readonly BlueprintDomain[]): readonly OutlineDomain[] =>
  domains.map(({ id, title, percent }) => ({
    id,
    title: title.value ?? id,
    percent: percent.standing === 'not-set' ? null : percent.value,
  }));

export interface DomainShare {
  readonly domain: string;
  readonly title: string;
  readonly percent: number;
  readonly basis: 'published' | 'even-share';
  readonly items: number;
}

export type OutlineRefusal = 'outline-empty' | 'domain-twice' | 'weights-do-not-fit';

/** Percentages are published with at most two decimals, so hundredths hold them exactly. */
const HUNDREDTHS = 100;
const WHOLE = 100 * HUNDREDTHS;

export function sharesOf(
  outline: readonly OutlineDomain[],
  items: number,
): Result<readonly DomainShare[], OutlineRefusal> {
  if (outline.length === 0) {
    return refuse('outline-empty', 'the outline has no domain');
  }
  if (new Set(outline.map((domain) => domain.id)).size < outline.length) {
    return refuse('domain-twice', 'the outline names a domain twice');
  }
  const weights = outline.map(({ percent }) =>
    percent === null ? null : Math.round(percent * HUNDREDTHS),
  );
  const unset = weights.filter((weight) => weight === null).length;
  const set = weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0);
  const negative = weights.some((weight) => weight !== null && weight < 0);
  if (negative || set > WHOLE || (unset === 0 && set !== WHOLE)) {
    return refuse(
      'weights-do-not-fit',
      `the weights of the outline add to ${set / HUNDREDTHS} %, not to 100 %`,
    );
  }
  // Everything is multiplied by the number of unset domains, so that thirds stay exact whole numbers.
  const scale = Math.max(1, unset);
  const parts = weights.map((weight) => (weight === null ? WHOLE - set : weight * scale));
  const counts = largestRemainder(parts, WHOLE * scale, items);
  return success(
    outline.map((domain, place) => ({
      domain: domain.id,
      title: domain.title,
      percent: domain.percent ?? (WHOLE - set) / unset / HUNDREDTHS,
      basis: domain.percent === null ? ('even-share' as const) : ('published' as const),
      items: counts[place] ?? 0,
    })),
  );
}

/** Deals `seats` in proportion to whole-number weights that add to `total`. */
function largestRemainder(
  weights: readonly number[],
  total: number,
  seats: number,
): readonly number[] {
  const rows = weights.map((weight, place) => ({
    place,
    whole: Math.floor((weight * seats) / total),
    rest: (weight * seats) % total,
  }));
  const left = seats - rows.reduce((sum, row) => sum + row.whole, 0);
  const favored = new Set(
    rows
      .toSorted((a, b) => b.rest - a.rest || a.place - b.place)
      .slice(0, left)
      .map((row) => row.place),
  );
  return rows.map((row) => row.whole + (favored.has(row.place) ? 1 : 0));
}
