/**
 * Which items people are matched on, or which hold the scale, when items are compared by one method: all scored ones, those
 * somebody named because they are known to be fair, and either of them without the items that get flagged (purification).
 */
import { comparePurified, type PreparedAnswers } from '../../fairness/dif/compare-items.ts';
import type { TwoGroupMethod } from '../../fairness/dif/dif-method.ts';
import type { Purified } from '../../fairness/dif/purify.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chosenColumns } from '../../psychometrics/responses/choose-columns.ts';
import type { ResponseMatrix } from '../../psychometrics/responses/matrix.ts';
import type { PurificationFacts } from '../../reporting/technical-report/report.ts';

export interface Matching {
  /** Names, patterns or ranges of items; undefined for all scored ones. */
  readonly anchors: string | undefined;
  readonly purify: boolean;
}

/** The places of the named anchors; undefined where none are named, and refused for what cannot hold a score. */
export function anchorsOf(
  { items }: ResponseMatrix,
  { anchors }: Matching,
): Result<readonly number[] | undefined, 'bad-anchor'> {
  if (anchors === undefined) {
    return success(undefined);
  }
  const found = chosenColumns(
    anchors,
    items.map(({ name }) => name),
  );
  if (!found.ok) {
    return refuse('bad-anchor', `--anchors: ${found.refusal.because}`);
  }
  const pilot = found.value.find((place) => at(items, place).pilot);
  return pilot === undefined
    ? success(found.value)
    : refuse(
        'bad-anchor',
        `--anchors names "${at(items, pilot).name}", a pilot item, which counts in no score. Name scored items.`,
      );
}

/** The same answers, matched on the anchors alone. */
export const matchedOn = (
  prepared: PreparedAnswers,
  anchors: readonly number[] | undefined,
): PreparedAnswers =>
  anchors === undefined
    ? prepared
    : { ...prepared, scored: prepared.scored.map((_, place) => Number(anchors.includes(place))) };

/** Purified matching, and what happened; as given where no item can be judged, because then there is nothing to purify. */
export function purifiedAnswers(
  method: TwoGroupMethod,
  prepared: PreparedAnswers,
  names: readonly string[],
): { readonly prepared: PreparedAnswers; readonly purification: PurificationFacts | undefined } {
  const purified = comparePurified(method, prepared);
  return purified.look.every(({ found }) => !found.ok)
    ? { prepared, purification: undefined }
    : {
        prepared: { ...prepared, scored: purified.anchor },
        purification: purificationFacts(method.id, purified, names),
      };
}

export const purificationFacts = (
  method: string,
  { end, rounds, because, flaggedSets }: Purified<unknown>,
  names: readonly string[],
): PurificationFacts => ({
  method,
  end,
  rounds,
  because,
  flaggedSets: flaggedSets.map((set) => set.map((place) => at(names, place))),
});
