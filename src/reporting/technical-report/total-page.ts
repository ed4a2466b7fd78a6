/** The total: how it is spread, and how far it can be trusted. */
import { scoreDistributionChart } from '../charts/score-distribution.ts';
import { type Block, left, prose, right, type Section, tableBlock } from '../document/document.ts';
import { count, fixed, percent, reader } from './numerals.ts';
import type { TechnicalReport } from './report.ts';

const MOST_ROWS = 60;

export function totalPage(report: TechnicalReport): Section {
  const { reliability, scores } = report;
  const number = reader(reliability);
  const total = reader(scores);
  const two = (value: number): string => fixed(value, 2);
  const reasons = [
    ...new Set([...Object.values(reliability.reasons), ...Object.values(scores.reasons)]),
  ];
  const interval =
    reliability.alphaLow === null || reliability.alphaHigh === null
      ? ''
      : `, ${percent(reliability.confidence)} interval ${fixed(reliability.alphaLow)} to ${fixed(reliability.alphaHigh)} (Feldt)`;
  return {
    id: 'total',
    title: 'The total and its reliability',
    blocks: [
      {
        kind: 'facts',
        facts: [
          ['Mean', total('mean', two)],
          ['Standard deviation', total('deviation', two)],
          ['Median', total('median', (value) => fixed(value, 1))],
          [
            'Lowest and highest',
            `${total('lowest', String)} and ${total('highest', String)} of ${scores.highestPossible}`,
          ],
          ['Alpha', `${number('alpha')}${interval}`],
          ['KR-20', number('kr20')],
          ['KR-21', `${number('kr21')} (as if all items were equally hard)`],
          ['Lambda-2', number('lambda2')],
          [
            'Split half',
            `${number('splitHalf')} (odd against even items, stepped up to full length)`,
          ],
          ['Standard error', standardError(report)],
          ['Time', speedWords(report)],
        ],
      },
      ...(reasons.length === 0 ? [] : [prose(`Why it says “none” above: ${reasons.join('; ')}.`)]),
      ...distribution(report),
      ...domains(report),
      ...conditional(report),
    ],
  };
}

function standardError({ reliability }: TechnicalReport): string {
  const { sem } = reliability;
  return sem === null
    ? 'none'
    : `${fixed(sem, 2)} points: two totals closer than about ${fixed(1.96 * Math.SQRT2 * sem, 0)} points cannot be told apart`;
}

function speedWords({ speed }: TechnicalReport): string {
  const { finished, reachedThreeQuarters, unspeeded } = speed;
  if (finished === null || reachedThreeQuarters === null || unspeeded === null) {
    return 'cannot be told';
  }
  return `${percent(finished)} answered the last item, ${percent(reachedThreeQuarters)} reached three quarters: ${unspeeded ? 'not a test of speed' : 'speed may be part of what is measured'}, if the file has the items in the order of the form`;
}

function domains({ reliability }: TechnicalReport): readonly Block[] {
  if (reliability.domains.length === 0) {
    return [];
  }
  return [
    {
      kind: 'table',
      table: {
        caption: `Domains of the key; alpha of the whole as their sum (stratified alpha) is ${reader(reliability)('stratifiedAlpha')}`,
        columns: [
          left('Domain'),
          right('Items'),
          right('Mean'),
          right('Standard deviation'),
          right('Alpha'),
          right('Standard error'),
        ],
        rows: reliability.domains.map((domain) => {
          const number = reader(domain);
          const two = (value: number): string => fixed(value, 2);
          return [
            domain.name,
            count(domain.items),
            number('mean', two),
            number('deviation', two),
            number('alpha'),
            number('sem', two),
          ];
        }),
      },
    },
  ];
}

/** One standard error for everybody hides that totals in the middle are less certain than those at the ends. */
function conditional({ reliability, settings }: TechnicalReport): readonly Block[] {
  const { conditional: errors } = reliability;
  if (errors.length === 0) {
    return [];
  }
  const step = Math.max(1, Math.ceil(errors.length / MOST_ROWS));
  const shown = errors.filter(
    ({ score }, place) =>
      place % step === 0 || score === settings.cut || place === errors.length - 1,
  );
  return [
    {
      kind: 'more',
      summary: 'Show how far a total can be off, score by score',
      blocks: [
        tableBlock(
          'Conditional standard error of measurement, in points',
          [left('Total'), right('Lord'), right('Keats')],
          shown.map(({ score, lord, keats }) => [
            score === settings.cut ? `${score} (cut)` : String(score),
            fixed(lord, 2),
            fixed(keats, 2),
          ]),
        ),
      ],
    },
  ];
}

function distribution({ scores, settings }: TechnicalReport): readonly Block[] {
  const { distribution: counts, highestPossible } = scores;
  if (counts.length === 0) {
    return [];
  }
  const width = Math.max(1, Math.ceil(counts.length / MOST_ROWS));
  const rows = new Map<number, number>();
  for (const { score, people } of counts) {
    const from = Math.floor(score / width) * width;
    rows.set(from, (rows.get(from) ?? 0) + people);
  }
  return [
    {
      kind: 'chart',
      chart: scoreDistributionChart(counts, highestPossible, settings.cut ?? undefined),
      table: {
        caption: 'People at each total',
        columns: [left('Total'), right('People')],
        rows: [...rows].map(([from, people]) => [
          width === 1 ? String(from) : `${from} to ${from + width - 1}`,
          count(people),
        ]),
      },
    },
  ];
}
