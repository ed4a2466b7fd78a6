/** The model: items and people on one scale, every item's curve beside what was observed, and how well it fits. */
import { categoryProbabilities } from '../../psychometrics/irt/item-model.ts';
import { informationChart } from '../charts/information-chart.ts';
import { smallPlot } from '../charts/small-curves.ts';
import { wrightMap } from '../charts/wright-map.ts';
import { type Block, left, prose, right, type Section } from '../document/document.ts';
import { reasonOf } from './known.ts';
import { modelFitBlocks, personFitWords } from './model-fit-blocks.ts';
import { count, counted, fixed, listed, pValue, reader, shown } from './numerals.ts';
import type { CalibratedFacts, CalibrationFacts, ItemFacts, TechnicalReport } from './report.ts';

const LOWEST = -4;
const HIGHEST = 4;
const STEPS = 24;
const MOST_PLOTS = 200;

const MODEL_WORDS: Readonly<Record<string, string>> = {
  rasch: 'Rasch',
  '1pl': 'one-parameter logistic',
  '2pl': 'two-parameter logistic',
  '3pl': 'three-parameter logistic, with a prior on guessing',
  grm: 'graded response',
  graded: 'graded response',
  gpcm: 'generalized partial credit',
};

export const modelWords = (model: string): string => MODEL_WORDS[model] ?? model;

export function modelPage(report: TechnicalReport): Section {
  const { calibration } = report;
  const title = 'Items and people on one scale';
  if (calibration === null) {
    return {
      id: 'model',
      title,
      blocks: [
        prose(
          `No model was fitted: ${(reasonOf(report.reasons, 'calibration') ?? 'none was asked for').replace(/\.$/, '')}.`,
        ),
      ],
    };
  }
  return {
    id: 'model',
    title,
    blocks: [
      prose(
        `The ${modelWords(calibration.model)} model describes each item by a (how sharply it tells able from less able) and b (${calibration.items.some(steps) ? 'for each number of points, the ability at which half earn at least as many' : 'the ability at which half have it right'}). People’s abilities have mean 0 and standard deviation 1.`,
      ),
      facts(calibration),
      ...(calibration.fit === undefined ? [] : modelFitBlocks(calibration.fit)),
      ...(calibration.personFit === undefined ? [] : [personFitWords(calibration.personFit)]),
      ...wright(calibration),
      ...precision(calibration),
      ...curves(calibration, report.items),
      parameterTable(calibration),
      ...reasonsOf(calibration),
    ],
  };
}

function facts(calibration: CalibrationFacts): Block {
  const { abilities, duplicates } = calibration;
  return {
    kind: 'facts',
    facts: [
      ['People', count(calibration.people)],
      ['Log-likelihood', fixed(calibration.logLik, 4)],
      ['AIC; BIC', `${fixed(calibration.aic, 1)}; ${fixed(calibration.bic, 1)}`],
      [
        'Settled',
        calibration.converged
          ? `yes, after ${counted(calibration.iterations, 'iteration')}`
          : `no: stopped after ${counted(calibration.iterations, 'iteration')}; read the numbers with care`,
      ],
      ['Reliability of ability', `${fixed(abilities.reliability)} (${abilities.method})`],
      [
        'Pairs that answer alike (Q3)',
        duplicates.length === 0
          ? 'none above 0.9'
          : listed(
              duplicates.map((pair) => `${pair.first} and ${pair.second} (${fixed(pair.q3, 2)})`),
              6,
            ),
      ],
    ],
  };
}

function wright({ abilities, items, cutAbility }: CalibrationFacts): readonly Block[] {
  const placed = items.flatMap(({ id, b }) => (b === null ? [] : [{ name: id, place: b }]));
  const halves = new Map<number, { people: number; items: number }>();
  const row = (value: number): { people: number; items: number } => {
    const from = Math.floor(Math.min(3.5, Math.max(-4, value)) * 2) / 2;
    const known = halves.get(from) ?? { people: 0, items: 0 };
    halves.set(from, known);
    return known;
  };
  for (const { from, to, people } of abilities.bins) {
    row((from + to) / 2).people += people;
  }
  for (const { place } of placed) {
    row(place).items += 1;
  }
  return [
    {
      kind: 'chart',
      chart: wrightMap(abilities.bins, placed, cutAbility ?? undefined),
      table: {
        caption: 'People and items by ability',
        columns: [left('Ability'), right('People'), right('Items')],
        rows: [...halves]
          .sort(([a], [b]) => a - b)
          .map(([from, here]) => [
            `${signed(from)} to ${signed(from + 0.5)}`,
            count(here.people),
            count(here.items),
          ]),
      },
    },
  ];
}

/** How precisely the exam measures along the scale, with the cut where there is one. */
function precision({ information, cutAbility }: CalibrationFacts): readonly Block[] {
  const chart = informationChart(information, cutAbility ?? undefined);
  return [
    {
      kind: 'chart',
      chart,
      table: {
        caption: 'Information and standard error of ability',
        columns: [left('Ability'), right('Information'), right('Standard error')],
        rows: information
          .filter(({ ability }) => Number.isInteger(ability * 2))
          .map(({ ability, information: here, standardError }) => [
            signed(ability),
            fixed(here, 2),
            shown(standardError, undefined),
          ]),
      },
    },
  ];
}

const signed = (value: number): string => fixed(value, 1).replace('-', '−');
const twoDigits = (value: number): string => fixed(value, 2).replace('-', '−');

function curves(calibration: CalibrationFacts, items: readonly ItemFacts[]): readonly Block[] {
  const binary = calibration.items.filter((item) => item.a !== null && typeof item.d === 'number');
  if (binary.length === 0) {
    return [];
  }
  const flagged = new Set(items.filter(({ flags }) => flags.length > 0).map(({ id }) => id));
  const drawn =
    binary.length <= MOST_PLOTS
      ? binary
      : binary.filter(({ id }) => flagged.has(id)).slice(0, MOST_PLOTS);
  const which =
    drawn.length === binary.length
      ? `All ${binary.length} items are drawn.`
      : `${drawn.length} items with a flag are drawn, of ${binary.length}.`;
  return [
    {
      kind: 'multiples',
      title: 'Item characteristic curves: share right by ability',
      sentence: `${which} The line is the model; the dots are tenths of the people. Where dots leave the line, the model does not describe the item.`,
      plots: drawn.map((item) => ({
        name: item.id,
        svg: smallPlot({
          name: item.id,
          domain: [LOWEST, HIGHEST],
          curves: [{ points: curveOf(item), ink: 1, name: '' }],
          observed: item.observed.map(({ ability, share }): [number, number] => [ability, share]),
        }),
        note: `a ${shown(item.a, undefined, twoDigits)}, b ${shown(item.b, undefined, twoDigits)}`,
      })),
      table: {
        caption: 'Expected share right at five abilities, from the model',
        columns: [left('Item'), ...[-2, -1, 0, 1, 2].map((at) => right(signed(at)))],
        rows: drawn.map((item) => [
          item.id,
          ...[-2, -1, 0, 1, 2].map((at) => fixed(rightAt(item, at), 2)),
        ]),
      },
    },
  ];
}

function rightAt({ a, d, g }: CalibratedFacts, theta: number): number {
  return a === null || typeof d !== 'number'
    ? 0
    : (categoryProbabilities({ kind: 'binary', a, d, g: g ?? 0 }, theta)[1] ?? 0);
}

const curveOf = (item: CalibratedFacts): readonly (readonly [number, number])[] =>
  Array.from({ length: STEPS + 1 }, (_, step): readonly [number, number] => {
    const theta = LOWEST + ((HIGHEST - LOWEST) * step) / STEPS;
    return [theta, rightAt(item, theta)];
  });

/** Of a graded item, the ability at which half earn at least one point, two points and so on: -d / a. */
const steps = ({ a, d }: CalibratedFacts): readonly number[] | undefined =>
  a !== null && Array.isArray(d) ? d.map((one) => -one / a) : undefined;

function parameterTable({ items }: CalibrationFacts): Block {
  return {
    kind: 'table',
    table: {
      caption:
        'Parameters with standard errors, and fit. S-X2 compares shares right at each total with the model; infit and outfit near 1 mean that answers vary as much as expected.',
      columns: [
        left('Item'),
        right('a'),
        right('Error'),
        right('b'),
        right('Error'),
        right('g'),
        right('S-X2'),
        right('df'),
        right('p-value'),
        right('Infit'),
        right('Outfit'),
      ],
      rows: items.map((item) => {
        const number = reader(item);
        const two = (value: number): string => fixed(value, 2);
        return [
          item.id,
          number('a'),
          shown(item.se['a'] ?? null, item.reasons['se.a']),
          steps(item)?.map(twoDigits).join(' ') ?? number('b'),
          shown(item.se['b'] ?? null, item.reasons['se.b']),
          number('g'),
          number('sx2', two),
          number('sx2Df', String),
          item.sx2P === null ? number('sx2P') : pValue(item.sx2P),
          number('infit', two),
          number('outfit', two),
        ];
      }),
    },
  };
}

function reasonsOf({ items }: CalibrationFacts): readonly Block[] {
  const byReason = new Map<string, Set<string>>();
  for (const item of items) {
    const shownHere = Object.entries(item.reasons).filter(
      ([name]) => !(name.startsWith('se.') || (name === 'b' && steps(item) !== undefined)),
    );
    for (const [, because] of shownHere) {
      byReason.set(because, (byReason.get(because) ?? new Set()).add(item.id));
    }
  }
  return [...byReason].map(([because, ids]) =>
    prose(`“none” above, because ${because}: ${listed([...ids])}.`),
  );
}
