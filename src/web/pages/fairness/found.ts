/** The findings as sentences, most telling first; one for each disparity that is shown anywhere on the page. */
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../../fairness/disclosure/published.ts';
import { fairness } from '../../words/fairness.ts';
import { standingOut } from './deciders-section.tsx';
import { days, ratioText } from './figures.ts';
import { type FairnessFigures, labelOf, namedDeciders } from './view.ts';

const words = fairness.found;

export function foundIn(
  figures: FairnessFigures,
  programName: string | undefined,
): readonly string[] {
  return [
    ...waits(figures),
    ...outcomes(figures, figures.eligibility.value, words.eligibleLess, words.eligibleMore),
    ...outcomes(figures, figures.passes.value, words.passLess, words.passMore),
    ...questions(figures, programName),
    ...deciders(figures),
  ];
}

type Say = (group: string, figure: string, reference: string) => string;

function waits({ groups, waiting }: FairnessFigures): readonly string[] {
  return waiting.value.rows.flatMap(({ group, waiting: shown }) => {
    const comparison = shown === WITHHELD ? undefined : shown.comparison;
    if (comparison?.verdict.state !== 'disparity-shown') {
      return [];
    }
    const say: Say = comparison.days > 0 ? words.waitsLonger : words.waitsShorter;
    return [
      say(labelOf(groups, group), days(comparison.days), labelOf(groups, waiting.value.reference)),
    ];
  });
}

function outcomes(
  { groups }: FairnessFigures,
  { outcomes: table }: MeasuredOutcomes,
  less: Say,
  more: Say,
): readonly string[] {
  return table.rows.flatMap(({ group, outcome }) => {
    const comparison = outcome === WITHHELD ? undefined : outcome.comparison;
    if (comparison?.verdict.state !== 'disparity-shown') {
      return [];
    }
    const say = comparison.difference.value < 0 ? less : more;
    return [say(labelOf(groups, group), ratioText(comparison), labelOf(groups, table.reference))];
  });
}

const questions = (
  { groups, items }: FairnessFigures,
  programName: string | undefined,
): readonly string[] =>
  (items?.value ?? []).flatMap(({ program, compared }) =>
    compared.flatMap((one) =>
      one.items.flatMap(({ item, figures }) =>
        figures !== WITHHELD && figures.standsOut
          ? [words.question(item, labelOf(groups, figures.harderFor), programName ?? program)]
          : [],
      ),
    ),
  );

const deciders = (figures: FairnessFigures): readonly string[] =>
  standingOut(namedDeciders(figures, fairness.deciders.numbered)).flatMap(({ name, severity }) => {
    if (severity === undefined) {
      return [];
    }
    const less = severity.comparison.difference.value < 0;
    const say = less ? words.deciderLess : words.deciderMore;
    return [say(name, ratioText(severity.comparison))];
  });
