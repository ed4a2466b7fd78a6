/** A finding in one plain sentence, and its figure with the interval as text. */
import type { ShownDisparity } from '../../../casework/finding/disparity.ts';
import { programOf } from '../../../program/catalog/catalog.ts';
import { divisionBy, isOfComplainants } from '../../../workflow/measure/division.ts';
import type { VerdictKind } from '../../parts/verdict/verdict.tsx';
import { board, finding } from '../../words/board.ts';
import { fixed } from '../fairness/figures.ts';

/** `who` is the name of the decider, for whoever may know it; "you" where it is the reader. */
export function findingSentence(shown: ShownDisparity, who: string = finding.aReviewer): string {
  const group = groupLabel(shown, shown.group);
  const reference = referenceLabel(shown);
  const { value } = shown.figure;
  switch (shown.about) {
    case 'outcome': {
      const known: Readonly<Record<string, typeof finding.outcome>> = isOfComplainants(
        shown.dimension,
      )
        ? finding.complainants
        : finding.outcomes;
      const say = known[shown.kind] ?? finding.outcome;
      return (value < 1 ? say.less : say.more)(group, reference);
    }
    case 'waiting': {
      const kinds: Readonly<Record<string, string>> = finding.kinds;
      const decisions = finding.decisions(kinds[shown.kind] ?? '');
      const say = value < 0 ? finding.waitsLess : finding.waitsLonger;
      return say(group, decisions, finding.days(fixed(Math.abs(value), 1)), reference);
    }
    case 'question':
      return (value < 0 ? finding.questionHarder : finding.questionEasier)(
        shown.item ?? '',
        group,
        reference,
      );
    case 'sanction': {
      const isHarder = value > 0.5;
      const say = isHarder ? finding.sanctionHarder : finding.sanctionMilder;
      return say(group, inHundred(isHarder ? value : 1 - value), reference);
    }
    case 'draw': {
      const seats = shown.kind === 'seat-drawn';
      return (value > 1 ? finding.drawnMore : finding.drawnLess)(group, seats);
    }
    default:
      if (who === finding.you) {
        return value < 1 ? finding.youLess : finding.youMore;
      }
      return (value < 1 ? finding.deciderLess : finding.deciderMore)(who);
  }
}

const DIGITS = {
  'success-ratio': 2,
  days: 1,
  delta: 1,
  superiority: 0,
  'times-expected': 1,
} as const;
const inHundred = (share: number): string => fixed(100 * share, 0);

/** "0.71 (0.62 to 0.80)"; for waiting "9.1 days (8.0 to 10.2)". */
export function figureText({ figure }: ShownDisparity): string {
  const { measure, value, low, high } = figure;
  const times = measure === 'superiority' ? 100 : 1;
  const said = (one: number): string => fixed(times * one, DIGITS[measure]);
  const shown = measure === 'days' ? finding.days(said(value)) : said(value);
  return low === undefined || high === undefined
    ? shown
    : `${shown} (${said(low)} to ${said(high)})`;
}

export const verdictKind: Readonly<Record<ShownDisparity['state'], VerdictKind>> = {
  'disparity-shown': 'disparity',
  'parity-shown': 'parity',
  'cannot-tell-yet': 'unknown',
};

export const programLabel = (program: string | undefined): string =>
  program === undefined ? board.allPrograms : (programOf(program)?.name ?? program);

export const referenceLabel = (shown: ShownDisparity): string =>
  shown.about === 'draw'
    ? finding.chance
    : shown.about === 'decider'
      ? finding.others
      : groupLabel(shown, shown.reference);

const groupLabel = ({ dimension }: ShownDisparity, id: string): string =>
  divisionBy(dimension).groups.find((group) => group.id === id)?.label ?? id;
