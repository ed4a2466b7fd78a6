/** Each time a finding was measured: a small plot over releases, and the same as a table. */
import type { ReactElement } from 'react';
import { type Finding, lastMeasured } from '../../../casework/finding/finding.ts';
import { IntervalPlot } from '../../parts/chart/interval-plot.tsx';
import type { IntervalRow } from '../../parts/chart/interval-row.ts';
import { verdictWords } from '../../parts/verdict/verdict.tsx';
import { finding as words } from '../../words/board.ts';
import { figureText, referenceLabel, verdictKind } from './sentence.ts';

const scaleOf = {
  'success-ratio': 'ratio',
  days: 'difference',
  delta: 'difference',
  superiority: 'pairs',
  'times-expected': 'ratio',
} as const;

export function History({ finding }: { readonly finding: Finding }): ReactElement {
  const { measurements } = finding;
  const last = lastMeasured(finding);
  const { measure } = last.figure;
  const heard = measurements.map((shown) =>
    words.heardRow(
      words.release(shown.release),
      figureText(shown),
      verdictWords({ kind: verdictKind[shown.state] }),
    ),
  );
  return (
    <IntervalPlot
      id="history"
      title={words.chart[last.state](measurements.length)}
      sentence={words.heard(heard.join(' '))}
      scale={scaleOf[measure]}
      axisTitle={words.measures[measure]}
      lower={words.lower[measure]}
      higher={words.higher[measure]}
      heads={{
        group: words.releaseHead,
        base: words.referenceHead,
        estimate: words.measures[measure],
      }}
      rows={measurements.map((shown): IntervalRow => {
        const { value, low, high } = shown.figure;
        return {
          kind: 'estimate',
          group: words.release(shown.release),
          base:
            shown.about === 'decider' ? words.besideOthers : words.beside(referenceLabel(shown)),
          estimate: value,
          low: low ?? value,
          high: high ?? value,
          text: figureText(shown),
          verdict: verdictKind[shown.state],
        };
      })}
      note={<p>{words.note}</p>}
    />
  );
}
