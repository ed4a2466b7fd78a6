/** Each decider's approvals beside those of the others. */
import type { ReactElement } from 'react';
import type { MeasuredDecider } from '../../../fairness/disclosure/published-deciders.ts';
import { IntervalPlot } from '../../parts/chart/interval-plot.tsx';
import type { IntervalRow } from '../../parts/chart/interval-row.ts';
import { fairness } from '../../words/fairness.ts';
import { kindPage } from '../../words/fairness-kinds.ts';
import { baseOf, interval, verdictOf } from './figures.ts';
import { heard } from './outcomes-section.tsx';
import type { NamedDecider } from './view.ts';

const words = fairness.deciders;

export function DecidersSection(props: {
  readonly deciders: readonly NamedDecider[];
}): ReactElement {
  const { deciders } = props;
  const rows = deciders.map(plotRow);
  return (
    <section aria-labelledby="deciders-heading">
      <h2 id="deciders-heading">{words.title}</h2>
      {deciders.every(({ severity }) => severity === undefined) ? (
        <p>{words.none}</p>
      ) : (
        <IntervalPlot
          id="deciders-plot"
          title={decidersTitle(deciders)}
          sentence={words.sentence(rows.map(heard).join(' '))}
          scale="ratio"
          axisTitle={words.axis}
          lower={words.lower}
          higher={words.higher}
          heads={{ group: words.decider, base: words.approved, estimate: fairness.ratio }}
          rows={rows}
          note={
            <>
              <p>{words.note}</p>
              <p>{kindPage.numbered}</p>
            </>
          }
        />
      )}
    </section>
  );
}

function plotRow({ name, severity }: NamedDecider): IntervalRow {
  if (severity === undefined) {
    return { kind: 'withheld', group: name };
  }
  const { focal, successRatio } = severity.comparison;
  const base = baseOf(focal.succeeded, focal.total);
  if (!successRatio.ok) {
    return { kind: 'reference', group: name, base };
  }
  const { value, interval: ends } = successRatio.value;
  const { kind, morePeople } = verdictOf(severity.verdict);
  return {
    kind: 'estimate',
    group: name,
    base,
    estimate: value,
    low: ends.ok ? ends.value.low : value,
    high: ends.ok ? ends.value.high : value,
    text: interval(successRatio),
    verdict: kind,
    morePeople,
  };
}

export const standingOut = <Decider extends MeasuredDecider>(
  deciders: readonly Decider[],
): readonly Decider[] =>
  deciders.filter(({ severity }) => severity?.verdict.state === 'disparity-shown');

function decidersTitle(deciders: readonly NamedDecider[]): string {
  const [first, ...more] = standingOut(deciders);
  if (deciders.every(({ severity }) => severity === undefined)) {
    return words.none;
  }
  if (first === undefined) {
    return words.alike;
  }
  if (more.length > 0) {
    return words.several(more.length + 1);
  }
  const less = (first.severity?.comparison.difference.value ?? 0) < 0;
  return (less ? words.heading : words.headingMore)(first.name);
}
