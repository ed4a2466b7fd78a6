/**
 * All items of a form compared between two groups by one method: looked at, purified on request, corrected for the number
 * of items, and flagged for people to read.
 *
 * An item is flagged where three things agree: its effect is not negligible, its p-value holds after Benjamini &
 * Hochberg's correction over the form, and both do so on an anchor without the other flagged items. Significance alone
 * flags half an exam once enough people sit it; size alone flags chance in small groups. Whoever wants every sure difference,
 * however small, asks for the evidence alone. docs/methods/dif-simulations.md shows what either finds, and flags in vain.
 */
import { at } from '../../kernel/result/at.ts';
import type { Result } from '../../kernel/result/result.ts';
import { benjaminiHochberg } from '../../numerics/comparisons/benjamini-hochberg.ts';
import type { ResponseMatrix } from '../../psychometrics/responses/matrix.ts';
import type { TwoGroups } from '../groups/group.ts';
import { matchings } from './anchor-reliability.ts';
import { countAnswers, type PackedAnswers, packAnswers, scoredItems } from './answer-counts.ts';
import type { DifFault, DifFinding, ItemSources, TwoGroupMethod } from './dif-method.ts';
import { type Purified, purify } from './purify.ts';
import { enoughPeople } from './verdict.ts';

export interface ComparedItem {
  /** The method's answer, or why there is none: everybody answered alike, too few people, and so on. */
  readonly found: Result<DifFinding, DifFault>;
  /** Corrected for the number of items compared; undefined where the item was not. */
  readonly raisedPValue: number | undefined;
  readonly flagged: boolean;
}

/** A response file ready to be compared again and again by any method. */
export interface PreparedAnswers {
  readonly scored: Uint8Array;
  readonly packed: PackedAnswers;
  /** The people who answered every item, for methods that need them whole; the same where nothing is missing. */
  readonly complete: PackedAnswers;
}

export function prepareAnswers(matrix: ResponseMatrix, groups: TwoGroups): PreparedAnswers {
  const packed = packAnswers(matrix, groups);
  const complete = packed.answered === undefined ? packed : packAnswers(matrix, groups, true);
  return { scored: scoredItems(matrix), packed, complete };
}

const SIGNIFICANCE = 0.05;

export type FlagRule = 'effect-and-evidence' | 'evidence';

/** Every item, matched on the score of all scored items. */
export function compareItems(
  method: TwoGroupMethod,
  prepared: PreparedAnswers,
  rule: FlagRule = 'effect-and-evidence',
): readonly ComparedItem[] {
  return compareOn(method, prepared, prepared.scored, rule);
}

/** The same, with flagged items taken out of the score until the same ones are flagged. */
export function comparePurified(
  method: TwoGroupMethod,
  prepared: PreparedAnswers,
  rule: FlagRule = 'effect-and-evidence',
): Purified<readonly ComparedItem[]> {
  return purify(
    prepared.scored,
    (anchor) => compareOn(method, prepared, anchor, rule),
    (items) => items.flatMap(({ flagged }, item) => (flagged ? [item] : [])),
  );
}

function compareOn(
  method: TwoGroupMethod,
  { packed, complete }: PreparedAnswers,
  anchor: Uint8Array,
  rule: FlagRule,
): readonly ComparedItem[] {
  const sources = sourcesOf(packed, complete, anchor);
  const found = Array.from({ length: packed.items }, (_, item) => {
    const result = method.compare(sources, item);
    return result.ok ? enoughPeople(result.value, method.smallest) : result;
  });
  const judged = found.flatMap((result, item) => (result.ok ? [item] : []));
  const raised = benjaminiHochberg(
    judged.map((item) => {
      const result = at(found, item);
      return result.ok ? result.value.pValue : 1;
    }),
  );
  const raisedOf = new Map(judged.map((item, place) => [item, at(raised, place)]));
  return found.map((result, item) => {
    const raisedPValue = raisedOf.get(item);
    const sure = result.ok && (raisedPValue ?? 1) < SIGNIFICANCE;
    const flagged = sure && (rule === 'evidence' || !result.value.negligible);
    return { found: result, raisedPValue, flagged };
  });
}

/** Counting whole people apart is put off until a method asks for them. */
function sourcesOf(
  packed: PackedAnswers,
  complete: PackedAnswers,
  anchor: Uint8Array,
): ItemSources {
  const counts = countAnswers(packed, anchor);
  let match: ReturnType<typeof matchings> | undefined;
  return {
    counts,
    matching(item) {
      match ??= matchings(complete === packed ? counts : countAnswers(complete, anchor));
      return match(item);
    },
  };
}
