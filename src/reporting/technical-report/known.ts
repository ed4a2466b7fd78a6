/**
 * From answers that may be refusals to numbers that may be null, with the reasons beside them: the form in which every
 * format tells that a number does not exist.
 */
import type { Result } from '../../kernel/result/result.ts';
import type { Known, Reasons } from './report.ts';

export interface Told<Names extends string> {
  readonly values: Readonly<Record<Names, Known>>;
  readonly reasons: Reasons;
}

/** Each named result as its number, or as null with its reason. A number that is not finite is a null with a reason too. */
export function told<Names extends string>(
  results: Readonly<Record<Names, Result<number>>>,
): Told<Names> {
  const reasons: Record<string, string> = {};
  const entries = Object.entries<Result<number>>(results).map(([name, result]) => {
    if (result.ok && Number.isFinite(result.value)) {
      return [name, result.value];
    }
    reasons[name] = result.ok ? 'the number has no bound' : result.refusal.because;
    return [name, null];
  });
  return { values: Object.fromEntries(entries), reasons };
}

/** The same reason for each of these names. */
export const allFor = (names: readonly string[], because: string): Reasons =>
  Object.fromEntries(names.map((name) => [name, because]));

/** One word for what must not be shown, whatever the cause. */
export const WITHHELD = 'withheld';

export const withheldBecause = (minimum: number): string =>
  `${WITHHELD}: a group here has fewer than ${minimum} people`;

/** The reason under this name, if the number of that name does not exist. */
export const reasonOf = (reasons: Reasons, name: string): string | undefined => reasons[name];

/** A reason without the word before it, for a sentence that says the word itself. */
export const plainly = (because: string): string => because.replace(`${WITHHELD}: `, '');
