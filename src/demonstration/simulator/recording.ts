/** What the parts of the demonstration that use cases record share: the world on a day, who acts, and refusals as faults. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import type { DrawWorld } from '../../workflow/opening/hold-draw.ts';
import type { AwardToLoad } from '../../workflow/ports/body-to-load.ts';
import type { World } from '../../workflow/ports/ports.ts';

export interface Recording {
  /** The same world on another day. */
  readonly on: (day: CivilDate) => World & Pick<DrawWorld, 'draws'>;
  readonly today: CivilDate;
  readonly director: string;
  readonly staff: string;
  readonly awards: readonly AwardToLoad[];
}

/** A rule that refuses what the demonstration does is a mistake of the demonstration. */
export function done<Value>(result: Result<Value>): Value {
  if (!result.ok) {
    throw new Error(result.refusal.because);
  }
  return result.value;
}

interface Mistaken {
  readonly ok: false;
  readonly mistakes: readonly { readonly message: string }[];
}

/** The same of a form. */
export function kept<Read extends { readonly ok: true } | Mistaken>(
  result: Result<Read>,
): Extract<Read, { readonly ok: true }> {
  const read = done(result);
  if (!read.ok) {
    throw new Error(read.mistakes.map(({ message }) => message).join(' '));
  }
  return read as Extract<Read, { readonly ok: true }>;
}
