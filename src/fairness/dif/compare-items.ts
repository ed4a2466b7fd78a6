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
import { type Result, refuse } from '../../kernel/result/result.ts';
import { benjaminiHochberg } from '../../numerics/comparisons/benjamini-hochberg.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import type { ResponseMatrix } from '../../psychometrics/responses/matrix.ts';
import type { TwoGroups } from '../groups/group.ts';
import { matchings } from './anchor-reliability.ts';
import {
  type AnswerCounts,
  countAnswers,
  type PackedAnswers,
  packAnswers,
  rightOrWrongItems,
  scoredItems,
} from './answer-counts.ts';
import type { DifFault, DifFinding, ItemSources, TwoGroupMethod } from './dif-method.ts';
import { type Purified, purify } from './purify.ts';
import { enoughPeople } from './verdict.ts';

export interface Flagged<Finding> {
  /** The method's answer, or why there is none: everybody answered alike, too few people, and so on. */
  readonly found: Result<Finding, DifFault>;
  /** Corrected for the number of items compared; undefined where the item was not. */
  readonly raisedPValue: number | undefined;
  readonly flagged: boolean;
}

export type ComparedItem = Flagged<DifFinding>;

/** A response file ready to be compared again and again by any method. */
export interface PreparedAnswers {
  readonly scored: Uint8Array;
  /** 0 for items with more than two points, which these methods leave out. */
  readonly rightOrWrong: Uint8Array;
  readonly packed: PackedAnswers;
  /** The people who answered every item, for methods that need them whole; the same where nothing is missing. */
  readonly complete: PackedAnswers;
  /** Everybody's answers by the score on an anchor; the last anchor's are kept, because every method begins with the same. */
  readonly countsOn: (anchor: Uint8Array) => AnswerCounts;
}

export function prepareAnswers(matrix: ResponseMatrix, groups: TwoGroups): PreparedAnswers {
  const packed = packAnswers(matrix, groups);
  const complete = packed.answered === undefined ? packed : packAnswers(matrix, groups, true);
  return {
    scored: scoredItems(matrix),
    rightOrWrong: rightOrWrongItems(matrix),
    packed,
    complete,
    countsOn: rememberingLast((anchor) => countAnswers(packed, anchor)),
  };
}

function rememberingLast(
  count: (anchor: Uint8Array) => AnswerCounts,
): (anchor: Uint8Array) => AnswerCounts {
  let last: AnswerCounts | undefined;
  return (anchor) => {
    if (last === undefined || anchor.some((one, item) => one !== last?.anchor[item])) {
      last = count(anchor.slice());
    }
    return last;
  };
}

const SIGNIFICANCE = 0.05;

export interface Flagging {
  /** Whether the effect must be worth a reader's time, or any sure difference counts. */
  readonly rule: 'effect-and-evidence' | 'evidence';
  /** Screening tolerates a false flag in twenty; Holm's rule guards against even one on the whole form. */
  readonly correction: 'benjamini-hochberg' | 'holm';
}

export const SCREENING: Flagging = {
  rule: 'effect-and-evidence',
  correction: 'benjamini-hochberg',
};

/** Every item, matched on the score of all scored items. */
export function compareItems(
  method: TwoGroupMethod,
  prepared: PreparedAnswers,
  flagging = SCREENING,
): readonly ComparedItem[] {
  return compareOn(method, prepared, prepared.scored, flagging);
}

/** The same, with flagged items taken out of the score until the same ones are flagged. */
export function comparePurified(
  method: TwoGroupMethod,
  prepared: PreparedAnswers,
  flagging = SCREENING,
): Purified<readonly ComparedItem[]> {
  return purify(
    prepared.scored,
    (anchor) => compareOn(method, prepared, anchor, flagging),
    (items) => items.flatMap(({ flagged }, item) => (flagged ? [item] : [])),
  );
}

function compareOn(
  method: TwoGroupMethod,
  prepared: PreparedAnswers,
  anchor: Uint8Array,
  flagging: Flagging,
): readonly ComparedItem[] {
  const { packed, rightOrWrong } = prepared;
  const sources = sourcesOf(prepared, anchor);
  const found = Array.from({ length: packed.items }, (_, item): Result<DifFinding, DifFault> => {
    if (rightOrWrong[item] === 0) {
      return MORE_POINTS;
    }
    const result = method.compare(sources, item);
    return result.ok ? enoughPeople(result.value, method.smallest) : result;
  });
  return flagItems(found, flagging);
}

/** Corrects the p-values for the number of items that have one, and flags by the rule. */
export function flagItems<Finding extends Pick<DifFinding, 'pValue' | 'negligible'>>(
  found: readonly Result<Finding, DifFault>[],
  { rule, correction }: Flagging,
): readonly Flagged<Finding>[] {
  const judged = found.flatMap((result, item) => (result.ok ? [item] : []));
  const raise = correction === 'holm' ? holm : benjaminiHochberg;
  const raised = raise(
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

const MORE_POINTS = refuse(
  'more-points',
  'this item gives more than one point: the methods for points are for it',
);

/** Counting whole people apart is put off until a method asks for them. */
function sourcesOf(
  { packed, complete, countsOn }: PreparedAnswers,
  anchor: Uint8Array,
): ItemSources {
  const counts = countsOn(anchor);
  let match: ReturnType<typeof matchings> | undefined;
  return {
    counts,
    matching(item) {
      match ??= matchings(complete === packed ? counts : countAnswers(complete, anchor));
      return match(item);
    },
  };
}
