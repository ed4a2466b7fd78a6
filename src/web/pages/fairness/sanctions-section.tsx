/** Sanctions in like cases: a forest plot of how often a group's sanction is the harder one, and the odds beside it. */
import type { ReactElement } from 'react';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type { NamedGroup } from '../../../fairness/disclosure/published-items.ts';
import type {
  Ends,
  MeasuredSanctions,
  ShownSanctions,
} from '../../../fairness/disclosure/published-sanctions.ts';
import { IntervalPlot } from '../../parts/chart/interval-plot.tsx';
import type { IntervalRow } from '../../parts/chart/interval-row.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { verdictWords } from '../../parts/verdict/verdict.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { en } from '../../words/en.ts';
import { fairness } from '../../words/fairness.ts';
import { conduct } from '../../words/fairness-conduct.ts';
import { count, dated, fixed, verdictOf } from './figures.ts';
import { heard } from './outcomes-section.tsx';
import { labelOf } from './view.ts';

const words = conduct.sanctions;

export function SanctionsSection(props: {
  readonly groups: readonly NamedGroup[];
  readonly measured: MeasuredSanctions;
}): ReactElement {
  const { groups, measured } = props;
  const { rows, reference, anyDifference } = measured;
  const plotted = rows.map((row) => plotRow(groups, row, reference));
  return (
    <section aria-labelledby="sanctions-heading">
      <h3 id="sanctions-heading">{words.title}</h3>
      <p>{words.lead}</p>
      <IntervalPlot
        id="sanctions-plot"
        title={sanctionsTitle(groups, measured)}
        sentence={words.sentence(plotted.map(heard).join(' '))}
        scale="pairs"
        axisTitle={words.axis}
        lower={words.lower}
        higher={words.higher}
        heads={{ group: fairness.group, base: words.base, estimate: words.estimate }}
        rows={plotted}
        note={<p>{words.note}</p>}
      />
      {anyDifference === undefined ? null : (
        <p className="figures-note">{words.exact(anyDifference)}</p>
      )}
      <AllFigures groups={groups} measured={measured} />
    </section>
  );
}

const inHundred = ({ value, low, high }: Ends): string =>
  `${fixed(100 * value, 0)} (${fixed(100 * low, 0)} to ${fixed(100 * high, 0)})`;

function plotRow(
  groups: readonly NamedGroup[],
  { group: id, sanctions, countedUntil }: MeasuredSanctions['rows'][number],
  reference: string | undefined,
): IntervalRow {
  const group = labelOf(groups, id);
  if (sanctions === WITHHELD) {
    return { kind: 'withheld', group };
  }
  const base = dated(words.sanctioned(count(sanctions.sanctioned)), countedUntil);
  if (id === reference || sanctions.comparison === undefined) {
    return { kind: 'reference', group, base };
  }
  const { superiority, verdict } = sanctions.comparison;
  const { kind, morePeople } = verdictOf(verdict);
  return {
    ...{ kind: 'estimate', group, base, verdict: kind, morePeople },
    ...{ estimate: superiority.value, low: superiority.low, high: superiority.high },
    text: inHundred(superiority),
  };
}

function sanctionsTitle(
  groups: readonly NamedGroup[],
  { rows, reference }: MeasuredSanctions,
): string {
  const verdicts = rows.flatMap(({ group, sanctions }) =>
    sanctions === WITHHELD || sanctions.comparison === undefined
      ? []
      : [{ group, state: sanctions.comparison.verdict.state }],
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
  readonly groups: readonly NamedGroup[];
  readonly measured: MeasuredSanctions;
}): ReactElement {
  const { groups, measured } = props;
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
          { label: words.estimate, figures: true },
          { label: words.odds, figures: true },
          { label: en.findings.verdict },
        ]}
        rows={measured.rows.map(({ group, sanctions }) => ({
          key: group,
          cells: [labelOf(groups, group), ...cellsOf(sanctions)],
        }))}
      />
    </details>
  );
}

const CELLS = ['base', 'pairs', 'odds', 'verdict'] as const;
function cellsOf(sanctions: ShownSanctions | typeof WITHHELD) {
  if (sanctions === WITHHELD) {
    return CELLS.map((cell) => <Withheld key={cell} />);
  }
  const { sanctioned, comparison } = sanctions;
  if (comparison === undefined) {
    return [count(sanctioned), '', '', ''];
  }
  const { superiority, odds, verdict } = comparison;
  return [
    count(sanctioned),
    inHundred(superiority),
    odds === undefined
      ? words.noOdds
      : `${fixed(odds.value, 1)} (${fixed(odds.low, 1)} to ${fixed(odds.high, 1)})`,
    verdictWords(verdictOf(verdict)),
  ];
}
