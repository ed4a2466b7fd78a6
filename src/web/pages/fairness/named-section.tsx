/** Who is complained about, and how much of a gap comes from that rather than from what happens then. */
import type { ReactElement } from 'react';
import { IntervalPlot } from '../../parts/chart/interval-plot.tsx';
import type { IntervalRow } from '../../parts/chart/interval-row.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { fairness } from '../../words/fairness.ts';
import { conduct } from '../../words/fairness-conduct.ts';
import {
  type ConductFigures,
  type Named,
  namedIn,
  type Split,
  splitsIn,
} from './conduct-figures.ts';
import { count, fixed } from './figures.ts';
import { heard } from './outcomes-section.tsx';
import { labelOf } from './view.ts';

const words = conduct.named;

export function NamedSection({ figures }: { readonly figures: ConductFigures }): ReactElement {
  const named = namedIn(figures);
  const { groups } = figures;
  const plotted = named.rows.map((row) => plotRow(figures, named, row));
  const reference = labelOf(groups, named.reference);
  return (
    <section aria-labelledby="named-heading">
      <h2 id="named-heading">{conduct.namedTitle}</h2>
      <p>{words.lead}</p>
      <IntervalPlot
        id="named-plot"
        title={namedTitle(figures, named)}
        sentence={words.sentence(plotted.map(heard).join(' '))}
        scale="ratio"
        axisTitle={words.axis}
        lower={words.lower}
        higher={words.higher}
        heads={{ group: fairness.group, base: words.base, estimate: words.ratio }}
        rows={plotted}
        note={named.reference === undefined ? undefined : <p>{words.note(reference)}</p>}
      />
      <SplitPart figures={figures} />
    </section>
  );
}

function plotRow(
  { groups }: ConductFigures,
  { reference, compared }: Named,
  { group: id, count: own }: Named['rows'][number],
): IntervalRow {
  const group = labelOf(groups, id);
  if (own === undefined) {
    return { kind: 'withheld', group };
  }
  const rate = fixed((100 * own.events) / own.people, 1);
  const base = words.baseOf(count(own.events), count(own.people), rate);
  const comparison = compared.find((one) => one.group === id);
  if (id === reference || comparison === undefined) {
    return { kind: 'reference', group, base };
  }
  const { ratio, low, high, state } = comparison;
  return {
    ...{ kind: 'estimate', group, base, estimate: ratio, low, high },
    text: `${fixed(ratio, 2)} (${fixed(low, 2)} to ${fixed(high, 2)})`,
    verdict: VERDICTS[state],
    morePeople: null,
  };
}

const VERDICTS = {
  'disparity-shown': 'disparity',
  'parity-shown': 'parity',
  'cannot-tell-yet': 'unknown',
} as const;

function namedTitle({ groups }: ConductFigures, { compared, reference }: Named): string {
  if (compared.length === 0) {
    return words.none;
  }
  const gaps = compared.filter(({ state }) => state === 'disparity-shown');
  return gaps.length === 0
    ? words.alike(labelOf(groups, reference))
    : words.gap(
        gaps.map(({ group }) => labelOf(groups, group)).join(', '),
        labelOf(groups, reference),
      );
}

const inThousand = (share: number): string => fixed(1000 * share, 1);
const partText = ({ value, low, high }: { value: number; low: number; high: number }): string =>
  conduct.split.of(inThousand(value), inThousand(low), inThousand(high));

function SplitPart({ figures }: { readonly figures: ConductFigures }): ReactElement {
  const { reference, splits } = splitsIn(figures);
  const { groups } = figures;
  const [first] = splits;
  return (
    <>
      <h3>{conduct.split.title}</h3>
      {first === undefined ? (
        <p>{conduct.split.none}</p>
      ) : (
        <>
          <p>
            {`${conduct.split.lead(
              labelOf(groups, first.group),
              inThousand(first.focalRate),
              labelOf(groups, reference),
              inThousand(first.referenceRate),
            )} ${splitSentence(first)}`}
          </p>
          <DataTable
            caption={conduct.split.title}
            captionHidden
            onPhone="scroll"
            columns={conduct.split.columns.map((label, place) => ({ label, figures: place > 0 }))}
            rows={splits.map((split) => ({
              key: split.group,
              cells: [
                labelOf(groups, split.group),
                inThousand(split.gap),
                partText(split.atReferenceComplaints.complaints),
                partText(split.atReferenceComplaints.outcomes),
              ],
            }))}
          />
          <p className="figures-note">{conduct.split.note}</p>
        </>
      )}
    </>
  );
}

const splitSentence = ({ atReferenceComplaints: { complaints, outcomes } }: Split): string =>
  conduct.split.sentence(inThousand(complaints.value), inThousand(outcomes.value));
