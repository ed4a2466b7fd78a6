/** A forest plot of ratios with every kind of row, one of differences, and waiting curves. */
import type { Example } from '../example.ts';
import { IntervalPlot } from './interval-plot.tsx';
import { RatePanels, type RatePoint } from './rate-panels.tsx';
import { WaitingSteps } from './waiting-steps.tsx';

const curve = (rate: number, spread: number, until: number) =>
  Array.from({ length: until / 4 + 1 }, (_, place) => {
    const share = Math.exp(-((place * 4 * rate) ** 1.6));
    return {
      day: place * 4,
      share,
      low: Math.max(0, share - spread * Math.sqrt(share * (1 - share))),
      high: Math.min(1, share + spread * Math.sqrt(share * (1 - share))),
    };
  });

const rate = (share: number): RatePoint => ({
  share,
  low: share - 0.04,
  high: share + 0.04,
  isMarked: false,
});

export const examples: readonly Example[] = [
  {
    name: 'ratios',
    element: (
      <IntervalPlot
        id="chart-ratios"
        title="Candidates trained abroad were found eligible less often than others"
        sentence="Of candidates trained abroad 62 percent were found eligible, against 84 percent of those trained in the United States: a ratio of 0.74, between 0.66 and 0.83. For the other groups no difference is shown or there are too few people."
        scale="ratio"
        axisTitle="Ratio of shares found eligible"
        lower="fewer found eligible"
        higher="more found eligible"
        heads={{ group: 'Trained', base: 'Found eligible', estimate: 'Ratio (95 % interval)' }}
        rows={[
          { kind: 'reference', group: 'In the United States', base: '1,011 of 1,204 (84 %)' },
          {
            kind: 'estimate',
            group: 'Outside the United States',
            base: '116 of 187 (62 %)',
            estimate: 0.74,
            low: 0.66,
            high: 0.83,
            text: '0.74 (0.66 to 0.83)',
            verdict: 'disparity',
          },
          {
            kind: 'estimate',
            group: 'In Puerto Rico, Guam or another territory',
            base: '402 of 486 (83 %)',
            estimate: 0.99,
            low: 0.94,
            high: 1.04,
            text: '0.99 (0.94 to 1.04)',
            verdict: 'parity',
          },
          {
            kind: 'estimate',
            group: 'In several countries',
            base: '18 of 24 (75 %)',
            estimate: 0.89,
            low: 0.62,
            high: 1.21,
            text: '0.89 (0.62 to 1.21)',
            verdict: 'unknown',
            morePeople: 140,
          },
          { kind: 'withheld', group: 'Prefer not to say' },
        ]}
        note={
          <p>
            Decisions made in 2026. The line marks parity: the same share as in the first row. The
            bars are 95 % intervals.
          </p>
        }
      />
    ),
  },
  {
    name: 'differences',
    element: (
      <IntervalPlot
        id="chart-differences"
        title="Decisions took 9 days longer for candidates trained abroad"
        sentence="Decisions took 9 days longer for candidates trained abroad, between 6 and 13 days."
        scale="difference"
        axisTitle="Difference in median days"
        lower="faster"
        higher="slower"
        heads={{ group: 'Trained', base: 'Median', estimate: 'Difference (95 % interval)' }}
        rows={[
          { kind: 'reference', group: 'In the United States', base: '11 days' },
          {
            kind: 'estimate',
            group: 'Outside the United States',
            base: '20 days',
            estimate: 9,
            low: 6,
            high: 13,
            text: '9 days (6 to 13)',
            verdict: 'disparity',
          },
        ]}
      />
    ),
  },
  {
    name: 'waiting',
    element: (
      <WaitingSteps
        id="chart-waiting"
        title="After 30 days one in five candidates trained abroad was still waiting"
        sentence="After 30 days 5 percent of candidates trained in the United States were still waiting and 20 percent of those trained abroad. The body promises to decide within 42 days."
        promisedDay={42}
        promisedLabel="Promised: 42 days"
        groups={[
          { group: 'Trained in the United States', color: 1, points: curve(0.068, 0.05, 60) },
          { group: 'Trained abroad', color: 2, points: curve(0.045, 0.14, 60) },
        ]}
        heads={['Trained', 'Still waiting after 14 days', 'After 30 days', 'After 42 days']}
        rows={[
          { key: 'us', cells: ['In the United States', '40 %', '5 %', '0 %'] },
          { key: 'abroad', cells: ['Outside the United States', '62 %', '20 %', '6 %'] },
        ]}
        note={<p>1,391 applications completed in 2026, 36 of them still open on December 31.</p>}
      />
    ),
  },
  {
    name: 'rates',
    element: (
      <RatePanels
        id="chart-rates"
        title="Worse than the year before for: Trained abroad (2025)"
        sentence="Shares found eligible by year. Trained in the United States: 2024, 81 percent; 2025, 83 percent. Trained abroad: 2024, 80 percent; 2025, 61 percent, worse than the year before. Not stated: withheld, 79 percent."
        columns={[{ label: '2024' }, { label: '2025', under: 'so far' }]}
        reference="Trained in the United States"
        markWord="worse than the year before"
        panels={[
          { group: 'Trained in the United States', points: [rate(0.81), rate(0.83)] },
          { group: 'Trained abroad', points: [rate(0.8), { ...rate(0.61), isMarked: true }] },
          { group: 'Not stated', points: [undefined, rate(0.79)] },
        ]}
        heads={['Group', '2024', '2025']}
        rows={[
          { key: 'us', cells: ['Trained in the United States', '81 %', '83 %'] },
          { key: 'abroad', cells: ['Trained abroad', '80 %', '61 %'] },
          { key: 'none', cells: ['Not stated', 'withheld', '79 %'] },
        ]}
        note={<p>Each mark is a year with its 95 % interval.</p>}
      />
    ),
  },
];
