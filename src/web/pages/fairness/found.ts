/** What is found on one page as sentences, most telling first, each with the finding that is before the board. */
import { keyOf, type ShownDisparity } from '../../../casework/finding/disparity.ts';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../../fairness/disclosure/published.ts';
import type { NamedGroup } from '../../../fairness/disclosure/published-items.ts';
import type { MeasuredSanctions } from '../../../fairness/disclosure/published-sanctions.ts';
import { programOf } from '../../../program/catalog/catalog.ts';
import type { FindingShown } from '../../../workflow/board/read-findings.ts';
import { isOfComplainants } from '../../../workflow/measure/division.ts';
import { fairness } from '../../words/fairness.ts';
import { drawn } from '../../words/fairness-after-exam.ts';
import { conduct } from '../../words/fairness-conduct.ts';
import { kinds } from '../../words/fairness-kinds.ts';
import type { OutcomeWords } from '../../words/outcome-words.ts';
import { standingOut } from './deciders-section.tsx';
import { baseOf, count, days, fixed, ratioText } from './figures.ts';
import { wordsOf } from './kind-words.ts';
import { type Beside, type KindFigures, labelOf, namedDeciders } from './view.ts';

const words = fairness.found;

export interface Found {
  readonly sentence: string;
  /** Undefined where none that this reader may open is about it. */
  readonly finding: FindingShown | undefined;
}

/** `program` where the figures are of one. */
export function foundIn(
  figures: KindFigures,
  program: string | undefined,
  beside: Beside,
): readonly Found[] {
  const { kind, dimension, groups } = figures;
  const of = (about: ShownDisparity['about']) => ({ about, kind, dimension: dimension.value });
  const found = (key: Comparison): FindingShown | undefined => findingAbout(beside.findings, key);
  return [
    ...waits(figures).map(({ group, sentence }) => ({
      sentence,
      finding: found({ ...of('waiting'), program, group }),
    })),
    ...(figures.draws === undefined
      ? outcomesFound(
          groups,
          figures.outcomes.value,
          wordsOf(kind, isOfComplainants(dimension.value)).outcome,
        )
      : []
    ).map(({ group, sentence }) => ({
      sentence,
      finding: found({ ...of('outcome'), program, group }),
    })),
    ...drawsFound(figures).map(({ group, sentence }) => ({
      sentence,
      finding: found({ ...of('draw'), program: undefined, group }),
    })),
    ...questions(figures).map(({ sentence, ...question }) => ({
      sentence,
      finding: found({ ...of('question'), ...question }),
    })),
    ...deciders(figures, beside).map(({ group, sentence }) => ({
      sentence,
      finding: found({ about: 'decider', kind, dimension: '', program: undefined, group }),
    })),
  ];
}

const drawsFound = ({ groups, draws }: KindFigures) =>
  (draws?.value.rows ?? []).flatMap(({ group, draw }) =>
    draw === WITHHELD || draw.state === undefined || draw.state === 'as-chance-has-it'
      ? []
      : [
          {
            group,
            sentence: drawn.found(
              labelOf(groups, group),
              baseOf(draw.drawn, draw.inPool),
              count(draw.expected ?? 0),
              draw.state === 'more-than-chance',
            ),
          },
        ],
  );

/** Sanctions in like cases, over all programs. */
export const sanctionsFound = (
  { dimension, groups }: Pick<KindFigures, 'dimension' | 'groups'>,
  { rows, reference }: MeasuredSanctions,
  beside: Beside,
): readonly Found[] =>
  rows.flatMap(({ group, sanctions }) => {
    const comparison = sanctions === WITHHELD ? undefined : sanctions.comparison;
    if (comparison?.verdict.state !== 'disparity-shown') {
      return [];
    }
    const { value } = comparison.superiority;
    const say = value > 0.5 ? conduct.sanctions.harder : conduct.sanctions.milder;
    const share = fixed(100 * Math.max(value, 1 - value), 0);
    return [
      {
        sentence: say(labelOf(groups, group), share, labelOf(groups, reference)),
        finding: findingAbout(beside.findings, {
          ...{ about: 'sanction', kind: 'conduct-sanction', dimension: dimension.value, group },
          program: undefined,
        }),
      },
    ];
  });

interface Comparison
  extends Pick<ShownDisparity, 'about' | 'kind' | 'dimension' | 'program' | 'group'> {
  readonly item?: string;
}

/** The finding about a comparison; for one program, where there is none of its own, that over all programs. */
function findingAbout(
  findings: readonly FindingShown[],
  comparison: Comparison,
): FindingShown | undefined {
  const own = findings.find(({ finding }) => {
    const [first] = finding.measurements;
    return keyOf(first) === keyOf({ ...first, item: undefined, ...comparison });
  });
  return own === undefined && comparison.program !== undefined
    ? findingAbout(findings, { ...comparison, program: undefined })
    : own;
}

function waits({ kind, groups, waiting }: KindFigures) {
  const measured = waiting?.value;
  const decisions = kinds[kind].waiting?.decisions.toLowerCase() ?? '';
  return (measured?.rows ?? []).flatMap(({ group, waiting: shown }) => {
    const comparison = shown === WITHHELD ? undefined : shown.comparison;
    if (comparison?.verdict.state !== 'disparity-shown') {
      return [];
    }
    const say = comparison.days > 0 ? words.waitsLonger : words.waitsShorter;
    const reference = labelOf(groups, measured?.reference);
    return [
      { group, sentence: say(labelOf(groups, group), days(comparison.days), reference, decisions) },
    ];
  });
}

export const outcomesFound = (
  groups: readonly NamedGroup[],
  { outcomes }: MeasuredOutcomes,
  { less, more }: OutcomeWords,
): readonly { readonly group: string; readonly sentence: string }[] =>
  outcomes.rows.flatMap(({ group, outcome }) => {
    const comparison = outcome === WITHHELD ? undefined : outcome.comparison;
    if (comparison?.verdict.state !== 'disparity-shown') {
      return [];
    }
    const say = comparison.difference.value < 0 ? less : more;
    const reference = labelOf(groups, comparison.reference.group);
    const sentence = say(labelOf(groups, group), ratioText(comparison), reference);
    return [{ group, sentence }];
  });

const questions = ({ groups, items }: KindFigures) =>
  items
    .flatMap(({ value }) => value)
    .flatMap(({ program, compared }) =>
      compared.flatMap(({ focal, items: all }) =>
        all.flatMap(({ item, figures }) =>
          figures !== WITHHELD && figures.standsOut
            ? [
                {
                  program,
                  group: focal.id,
                  item,
                  sentence: words.question(
                    item,
                    labelOf(groups, figures.harderFor),
                    programOf(program)?.name ?? program,
                  ),
                },
              ]
            : [],
        ),
      ),
    );

const deciders = ({ deciders: all }: KindFigures, { deciderNames }: Beside) =>
  standingOut(namedDeciders(all.value, deciderNames, fairness.deciders.numbered)).flatMap(
    ({ name, decider, severity }) => {
      if (severity === undefined) {
        return [];
      }
      const isLess = severity.comparison.difference.value < 0;
      const say = isLess ? words.deciderLess : words.deciderMore;
      return [{ group: decider, sentence: say(name, ratioText(severity.comparison)) }];
    },
  );
