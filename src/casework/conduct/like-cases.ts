/**
 * How the same provisions were sanctioned before, without anybody's identity: beside it a panel weighs its own sanction, so
 * that like cases end alike. Whoever is milder or harder than every like case says why.
 */
import { type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import type { Sanction } from './conduct-event.ts';
import { SANCTIONS, type SanctionKind, severityOf } from './conduct-rules.ts';

/** A sanction that stood when everything was over. */
export interface PastCase {
  /** Numbers of the provisions found breached. */
  readonly provisions: readonly string[];
  readonly kind: SanctionKind;
  /** How long it lasts or lasted. */
  readonly days: number;
}

export interface LikeCases {
  /** The provisions looked for. */
  readonly provisions: readonly string[];
  readonly cases: number;
  /** From the mildest to the hardest, those that occurred. */
  readonly byKind: readonly {
    readonly kind: SanctionKind;
    readonly cases: number;
    readonly shortestDays: number;
    readonly longestDays: number;
  }[];
}

/** Fewer than this say nothing about what is usual. */
export const FEWEST_LIKE_CASES = 3;
/** Two sanctions of two years differ by a day in a leap year; a month is no departure. */
const A_MONTH = 31;

/** Past cases in which at least one of these provisions was breached. */
export function likeCases(past: readonly PastCase[], provisions: readonly string[]): LikeCases {
  const like = past.filter((one) => one.provisions.some((number) => provisions.includes(number)));
  const byKind = SANCTIONS.flatMap(({ kind }) => {
    const days = like.filter((one) => one.kind === kind).map((one) => one.days);
    return days.length === 0
      ? []
      : [
          {
            kind,
            cases: days.length,
            shortestDays: Math.min(...days),
            longestDays: Math.max(...days),
          },
        ];
  });
  return { provisions: [...new Set(provisions)], cases: like.length, byKind };
}

/** Is this sanction milder or harder than every like case, or of the same kind and outside their length? */
export function departs(
  { cases, byKind }: LikeCases,
  sanction: Pick<Sanction, 'kind' | 'endsOn'>,
  on: CivilDate,
): boolean {
  const [mildest, hardest] = [byKind[0], byKind.at(-1)];
  if (cases < FEWEST_LIKE_CASES || mildest === undefined || hardest === undefined) {
    return false;
  }
  const severity = severityOf(sanction.kind);
  if (severity < severityOf(mildest.kind) || severity > severityOf(hardest.kind)) {
    return true;
  }
  const same = byKind.find(({ kind }) => kind === sanction.kind);
  const days = daysBetween(on, sanction.endsOn);
  return (
    same !== undefined && (days < same.shortestDays - A_MONTH || days > same.longestDays + A_MONTH)
  );
}
