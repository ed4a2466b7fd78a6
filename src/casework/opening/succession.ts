/** Seats of a body on a day: who sits until when, which seats are vacant and since when, and the chair. No names. Pure. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

export interface TermServed {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly isPublic: boolean;
  readonly chairFrom: CivilDate | undefined;
  readonly chairUntil: CivilDate | undefined;
}

export interface Succession {
  readonly sitting: readonly (TermServed & { readonly isChair: boolean })[];
  /** For each vacant seat the day since which it is; the longest first. */
  readonly vacantSince: readonly CivilDate[];
  /** Undefined while somebody chairs. */
  readonly chairVacantSince: CivilDate | undefined;
}

const byDay = (a: CivilDate, b: CivilDate): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Terms in the order in which they began each take the seat that was vacant longest; what is left at the day is vacant since
 * its last term ended, or since the body was made.
 */
export function successionOf(
  body: { readonly seats: number; readonly madeOn: CivilDate },
  terms: readonly TermServed[],
  today: CivilDate,
): Succession {
  const freeSince: CivilDate[] = Array.from({ length: body.seats }, () => body.madeOn);
  for (const term of terms
    .filter(({ from }) => from <= today)
    .toSorted((a, b) => byDay(a.from, b.from))) {
    freeSince.sort(byDay);
    const place = freeSince.findIndex((since) => since <= term.from);
    freeSince.splice(Math.max(0, place), 1, term.until);
  }
  const sits = ({ from, until }: TermServed): boolean => from <= today && until >= today;
  const chairs = (term: TermServed): boolean =>
    sits(term) &&
    term.chairFrom !== undefined &&
    term.chairFrom <= today &&
    (term.chairUntil === undefined || term.chairUntil > today);
  const ended = terms.flatMap(({ chairUntil }) => chairUntil ?? []).toSorted(byDay);
  return {
    sitting: terms.filter(sits).map((term) => ({ ...term, isChair: chairs(term) })),
    vacantSince: freeSince
      .filter((since) => since < today || since === body.madeOn)
      .toSorted(byDay),
    chairVacantSince: terms.some(chairs) ? undefined : (ended.at(-1) ?? body.madeOn),
  };
}
