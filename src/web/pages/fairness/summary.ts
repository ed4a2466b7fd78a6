/** A table of comparisons in one clause: for whom a disparity is shown, and for how many groups nothing can be told yet. */
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes, Response } from '../../../fairness/disclosure/published.ts';
import type { MeasuredDraws } from '../../../fairness/disclosure/published-draws.ts';
import type { NamedGroup } from '../../../fairness/disclosure/published-items.ts';
import type { MeasuredSanctions } from '../../../fairness/disclosure/published-sanctions.ts';
import type { MeasuredWaiting } from '../../../fairness/disclosure/published-waits.ts';
import type { Verdict } from '../../../fairness/impact/verdict.ts';
import type { VerdictKind } from '../../parts/verdict/verdict.tsx';
import { overviewWords as words } from '../../words/fairness-kinds.ts';
import { percent } from './figures.ts';
import { labelOf } from './view.ts';

export interface Tally {
  /** Groups for which a disparity is shown, by label. */
  readonly shown: readonly string[];
  readonly unknown: number;
  readonly parity: number;
}

export const tallyOfOutcomes = (
  groups: readonly NamedGroup[],
  { outcomes }: MeasuredOutcomes,
): Tally =>
  tally(
    groups,
    outcomes.rows.map(({ group, outcome }) => ({
      group,
      verdict: outcome === WITHHELD ? undefined : outcome.comparison?.verdict,
    })),
  );

export const tallyOfWaiting = (groups: readonly NamedGroup[], { rows }: MeasuredWaiting): Tally =>
  tally(
    groups,
    rows.map(({ group, waiting }) => ({
      group,
      verdict: waiting === WITHHELD ? undefined : waiting.comparison?.verdict,
    })),
  );

export const tallyOfSanctions = (
  groups: readonly NamedGroup[],
  { rows }: MeasuredSanctions,
): Tally =>
  tally(
    groups,
    rows.map(({ group, sanctions }) => ({
      group,
      verdict: sanctions === WITHHELD ? undefined : sanctions.comparison?.verdict,
    })),
  );

/** That a group came up as chance has it is no proof of anything: nothing can be told of it. */
export function tallyOfDraws(groups: readonly NamedGroup[], { rows }: MeasuredDraws): Tally {
  const tested = rows.flatMap(({ group, draw }) =>
    draw === WITHHELD || draw.state === undefined ? [] : [{ group, state: draw.state }],
  );
  const shown = tested.filter(({ state }) => state !== 'as-chance-has-it');
  return {
    shown: shown.map(({ group }) => labelOf(groups, group)),
    unknown: tested.length - shown.length,
    parity: 0,
  };
}

function tally(
  groups: readonly NamedGroup[],
  rows: readonly { readonly group: string; readonly verdict: Verdict | undefined }[],
): Tally {
  const inState = (state: Verdict['state']) =>
    rows.filter(({ verdict }) => verdict?.state === state);
  return {
    shown: inState('disparity-shown').map(({ group }) => labelOf(groups, group)),
    unknown: inState('cannot-tell-yet').length,
    parity: inState('parity-shown').length,
  };
}

/** After what is said of disparities: "cannot tell yet for 3 groups; parity shown for 2 groups". */
export const restWords = ({ unknown, parity }: Pick<Tally, 'unknown' | 'parity'>): string =>
  [
    ...(unknown > 0 ? [words.unknown(unknown)] : []),
    ...(parity > 0 ? [words.parity(parity)] : []),
  ].join('; ');

/** "disparity shown for Trained abroad; cannot tell yet for 1 group". */
export function tallyWords(of: Tally): string {
  if (of.shown.length + of.unknown + of.parity === 0) {
    return words.tooFew;
  }
  const first =
    of.shown.length > 0 ? `${words.disparity} ${of.shown.join(', ')}` : words.noDisparity;
  return [first, restWords(of)].filter((part) => part !== '').join('; ');
}

export function tallyVerdict(of: {
  readonly shown: number;
  readonly unknown: number;
  readonly parity: number;
}): VerdictKind {
  if (of.shown > 0) {
    return 'disparity';
  }
  return of.parity > 0 && of.unknown === 0 ? 'parity' : 'unknown';
}

/** How many told, of each table beside which it stands; never surer than the least sure of them. */
export function toldWords(responses: readonly MeasuredOutcomes['response'][]): string {
  // Where every group is withheld no more is known than that nobody need have told.
  const known = responses.filter(
    (one): one is Response => one !== WITHHELD && !(one.atLeast && one.told === 0),
  );
  const shares = known.map(({ told, all }) => told / all);
  if (known.length === 0) {
    return words.toldWithheld;
  }
  const [low, high] = [percent(Math.min(...shares)), percent(Math.max(...shares))];
  if (known.length < responses.length) {
    return words.toldWhereShown(low);
  }
  if (known.some(({ atLeast }) => atLeast)) {
    return words.atLeast(low);
  }
  return low === high ? words.told(low) : words.toldBetween(low, high);
}
