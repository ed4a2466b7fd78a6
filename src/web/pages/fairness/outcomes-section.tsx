/** One kind of outcome by group: a forest plot of ratios, and every figure behind it. */
import type { ReactElement } from 'react';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type {
  MeasuredOutcomes,
  ProtectedRow,
  ShownOutcome,
} from '../../../fairness/disclosure/published.ts';
import type { NamedGroup } from '../../../fairness/disclosure/published-items.ts';
import type { CivilDate } from '../../../kernel/dates/civil-date.ts';
import { IntervalPlot } from '../../parts/chart/interval-plot.tsx';
import type { IntervalRow } from '../../parts/chart/interval-row.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { verdictWords } from '../../parts/verdict/verdict.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { fairness } from '../../words/fairness.ts';
import type { OutcomeWords } from '../../words/outcome-words.ts';
import { baseOf, dated, interval, percent, pValue, verdictOf } from './figures.ts';
import { ResponseLine } from './response-line.tsx';
import { labelOf, referenceIn } from './view.ts';

export function OutcomesSection(props: {
  /** Unique on the page. */
  readonly id: string;
  readonly words: OutcomeWords;
  readonly groups: readonly NamedGroup[];
  readonly measured: MeasuredOutcomes;
  readonly say: (told: string, all: number, percent: string) => string;
  readonly caution?: string | undefined;
  /** It stands in a part of the page that has a heading of its own. */
  readonly inPart?: boolean;
}): ReactElement {
  const { id, words, groups, measured, caution } = props;
  const Heading = props.inPart === true ? 'h3' : 'h2';
  const { rows, total } = measured.outcomes;
  const reference = referenceIn(measured.outcomes);
  const plotted = rows.map((row) => plotRow(groups, row, reference));
  return (
    <section aria-labelledby={`${id}-heading`}>
      <Heading id={`${id}-heading`}>{words.title}</Heading>
      <p>
        {total === WITHHELD
          ? fairness.totalWithheld
          : fairness.total(total.succeeded, total.total, percent(total.succeeded / total.total))}
      </p>
      <ResponseLine response={measured.response} say={props.say} />
      <IntervalPlot
        id={`${id}-plot`}
        title={titleOf(words, groups, rows, reference)}
        sentence={words.sentence(plotted.map(heard).join(' '))}
        scale="ratio"
        axisTitle={words.axis}
        lower={words.lower}
        higher={words.higher}
        heads={{ group: fairness.group, base: words.base, estimate: fairness.ratio }}
        rows={plotted}
        note={
          reference === undefined ? undefined : (
            <p>{fairness.intervals(labelOf(groups, reference))}</p>
          )
        }
      />
      {rows.some(({ countedUntil }) => countedUntil !== undefined) ? (
        <p className="figures-note">{fairness.earlierRows}</p>
      ) : null}
      <AllFigures words={words} groups={groups} rows={rows} />
      {caution === undefined ? null : <p className="figures-note">{caution}</p>}
    </section>
  );
}

function plotRow(
  groups: readonly NamedGroup[],
  { group: id, outcome, countedUntil }: ProtectedRow,
  reference: string | undefined,
): IntervalRow {
  const group = labelOf(groups, id);
  if (outcome === WITHHELD) {
    return { kind: 'withheld', group };
  }
  const base = dated(baseOf(outcome.succeeded, outcome.total), countedUntil);
  const ratio = outcome.comparison?.successRatio;
  if (id === reference || outcome.comparison === undefined || ratio?.ok !== true) {
    return { kind: 'reference', group, base };
  }
  const { value, interval: ends } = ratio.value;
  const { kind, morePeople } = verdictOf(outcome.comparison.verdict);
  return {
    kind: 'estimate',
    group,
    base,
    estimate: value,
    low: ends.ok ? ends.value.low : value,
    high: ends.ok ? ends.value.high : value,
    text: interval(ratio),
    verdict: kind,
    morePeople,
  };
}

/** One row as it is heard. */
export function heard(row: IntervalRow): string {
  switch (row.kind) {
    case 'estimate':
      return `${row.group}: ${row.base}, ${row.text}, ${verdictWords({ kind: row.verdict, morePeople: row.morePeople })}.`;
    case 'reference':
      return `${row.group}: ${row.base}.`;
    default:
      return `${row.group}: ${WITHHELD}.`;
  }
}

function titleOf(
  words: OutcomeWords,
  groups: readonly NamedGroup[],
  rows: readonly ProtectedRow[],
  reference: string | undefined,
): string {
  const verdicts = rows.flatMap(({ group, outcome }) =>
    outcome === WITHHELD || outcome.comparison === undefined
      ? []
      : [{ group, state: outcome.comparison.verdict.state }],
  );
  if (verdicts.length === 0 || reference === undefined) {
    return words.none;
  }
  const gaps = verdicts.filter(({ state }) => state === 'disparity-shown');
  if (gaps.length > 0) {
    const names = gaps.map(({ group }) => labelOf(groups, group)).join(', ');
    return words.gap(names, labelOf(groups, reference));
  }
  return verdicts.every(({ state }) => state === 'parity-shown')
    ? words.alike(labelOf(groups, reference))
    : words.open;
}

function AllFigures(props: {
  readonly words: OutcomeWords;
  readonly groups: readonly NamedGroup[];
  readonly rows: readonly ProtectedRow[];
}): ReactElement {
  const { words, groups, rows } = props;
  return (
    <details className="chart-numbers">
      <summary>{fairness.allFigures}</summary>
      <DataTable
        caption={words.title}
        captionHidden
        onPhone="scroll"
        columns={[
          { label: fairness.group },
          { label: words.base, figures: true },
          { label: fairness.ratio, figures: true },
          { label: fairness.failureRatio, figures: true },
          { label: fairness.difference, figures: true },
          { label: fairness.oddsRatio, figures: true },
          { label: fairness.exact, figures: true },
          { label: fairness.fourFifths },
        ]}
        rows={rows.map(({ group, outcome, countedUntil }) => ({
          key: group,
          cells: [
            labelOf(groups, group),
            ...(outcome === WITHHELD ? withheldCells() : figuresOf(outcome, countedUntil)),
          ],
        }))}
      />
      <p className="figures-note">{fairness.figuresNote}</p>
    </details>
  );
}

const CELLS = ['base', 'ratio', 'failures', 'difference', 'odds', 'exact', 'fifths'] as const;
const withheldCells = (): readonly ReactElement[] => CELLS.map((cell) => <Withheld key={cell} />);

function figuresOf(
  { succeeded, total, comparison }: ShownOutcome,
  countedUntil: CivilDate | undefined,
): readonly string[] {
  const base = dated(baseOf(succeeded, total), countedUntil);
  if (comparison === undefined) {
    return [base, ...CELLS.slice(1).map(() => '')];
  }
  const { successRatio, failureRatio, difference, oddsRatio, raisedP, belowFourFifths } =
    comparison;
  const points = interval({ ok: true, value: difference }, 1, 100);
  return [
    base,
    interval(successRatio),
    interval(failureRatio),
    points,
    interval(oddsRatio),
    pValue(raisedP),
    belowFourFifths === undefined ? '' : belowFourFifths ? fairness.yes : fairness.no,
  ];
}
