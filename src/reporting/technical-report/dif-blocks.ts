/**
 * Items compared between two groups, as blocks of a page: what each method found, the items that stand out in words, the
 * largest effects as a plot, and every number behind a disclosure. Effect sizes come first.
 */
import { forestPlot } from '../charts/forest-plot.ts';
import { type Block, left, prose, right } from '../document/document.ts';
import { methodName, methodReading } from './method-names.ts';
import { count, counted, fixed, listed, percent, pValue, reader, shown } from './numerals.ts';
import type { Comparison, DifRow, PurificationFacts } from './report.ts';
import { namesOf } from './summary-page.ts';

const MOST_DRAWN = 40;
/** Methods whose effect above zero, not below, is against the focal group. */
const ABOVE_IS_HARDER: readonly string[] = ['sibtest', 'lord', 'raju', 'likelihood-ratio'];
const FEW_LINES = 3;

/** Who is compared, as they are called in a sentence: the focal group or the higher number first. */
export interface DifSubject {
  /** "harder for women", "harder for men": what an effect against the focal group says, and the other. */
  readonly leanings: readonly [string, string];
  readonly purification: readonly PurificationFacts[];
}

const harderFor = ([focal, reference]: readonly [string, string]): DifSubject['leanings'] => [
  `harder for ${focal}`,
  `harder for ${reference}`,
];

export const subjectOf = (comparison: Comparison): DifSubject => ({
  leanings: harderFor(namesOf(comparison)),
  purification: comparison.purification,
});

/** The rows of one comparison: a method for several groups names all of them as focal. */
export const rowsOfComparison = (
  dif: readonly DifRow[],
  { group, focal, reference }: Comparison,
): readonly DifRow[] =>
  dif.filter(
    (row) =>
      row.group === group &&
      row.reference === reference.name &&
      (row.focal === focal.name || row.method.startsWith('generalized-')),
  );

export function difBlocks(
  rows: readonly DifRow[],
  methods: readonly string[],
  comparison: DifSubject,
): readonly Block[] {
  if (rows.length === 0) {
    return [prose('No method was run.')];
  }
  const lead =
    ['mantel-haenszel', 'mantel'].find((one) => methods.includes(one)) ?? methods[0] ?? '';
  const byMethod = (method: string): readonly DifRow[] =>
    rows.filter((row) => row.method === method);
  return [
    methodTable(methods, byMethod),
    ...purificationWords(comparison),
    ...standingOut(rows, methods),
    ...forest(byMethod(lead), lead, comparison),
    ...notJudged(rows),
    {
      kind: 'more',
      summary: 'Show every item by every method',
      blocks: [
        wholeTable(rows, methods),
        ...methods.map((method) => detailTable(method, byMethod(method))),
      ],
    },
  ];
}

/** What each method found, and how its numbers read. */
function methodTable(
  methods: readonly string[],
  byMethod: (method: string) => readonly DifRow[],
): Block {
  return {
    kind: 'table',
    table: {
      caption:
        'What each method found. At 5 %, one clean item in twenty differs by chance alone; Holm corrects for looking at many items.',
      columns: [
        left('Method'),
        right('Judged'),
        right('Differ at 5 %'),
        right('After Holm'),
        right('A'),
        right('B'),
        right('C'),
        left('How to read it'),
      ],
      rows: methods.map((method) => {
        const rows = byMethod(method);
        const judged = rows.filter((row) => row.statistic !== null || row.effect !== null);
        const below = (value: (row: DifRow) => number | null): string =>
          count(judged.filter((row) => (value(row) ?? 1) < 0.05).length);
        const classed = rows.some((row) => row.class !== null);
        return [
          methodName(method),
          count(judged.length),
          rows.some((row) => row.pValue !== null) ? below((row) => row.pValue) : '',
          rows.some((row) => row.pAdjusted !== null) ? below((row) => row.pAdjusted) : '',
          ...(['A', 'B', 'C'] as const).map((letter) =>
            classed ? count(rows.filter((row) => row.class === letter).length) : '',
          ),
          methodReading(method),
        ];
      }),
    },
  };
}

const purificationWords = ({ purification }: DifSubject): readonly Block[] =>
  purification.map(({ method, because, flaggedSets }) =>
    prose(`Purification (${methodName(method)}): ${because}.${flaggedWords(flaggedSets)}`),
  );

/** The flagged items; where sets go round, those in every set and those in some only. None of them is final then. */
function flaggedWords(sets: readonly (readonly string[])[]): string {
  const [first = [], ...others] = sets;
  const always = first.filter((item) => others.every((set) => set.includes(item)));
  const sometimes = [...new Set(sets.flat())].filter((item) => !always.includes(item));
  if (others.length === 0) {
    return first.length === 0 ? '' : ` Flagged: ${listed(first)}.`;
  }
  return ` In every set (${always.length}): ${listed(always)}. In some only (${sometimes.length}): ${listed(sometimes)}.`;
}

/** Items of class B or C by any method, one line each, largest first. */
function standingOut(rows: readonly DifRow[], methods: readonly string[]): readonly Block[] {
  const found = rows.filter((row) => row.class === 'B' || row.class === 'C');
  const size = (id: string): number =>
    Math.max(
      ...found
        .filter(({ item }) => item === id)
        .map((row) => (row.class === 'C' ? 100 : 0) + Math.abs(row.effect ?? 0)),
    );
  const ids = [...new Set(found.map(({ item }) => item))].sort((a, b) => size(b) - size(a));
  if (ids.length === 0) {
    const anyClass = rows.some((row) => row.class !== null);
    return anyClass ? [prose('No item is of class B or C by any method.')] : [];
  }
  const chances = methods.includes('empirical-bayes');
  const of = new Map(rows.map((row) => [`${row.item}\n${row.method}`, row]));
  const classed = methods.filter((method) =>
    rows.some((row) => row.method === method && row.class !== null),
  );
  return [
    {
      kind: 'table',
      table: {
        caption: 'Items of class B (moderate) or C (large) by at least one method',
        columns: [
          left('Item'),
          ...classed.map((method) => left(methodName(method))),
          ...(chances ? [right('Chance of a true C')] : []),
          left('In words'),
        ],
        rows: ids.map((id) => [
          id,
          ...classed.map((method) => {
            const row = of.get(`${id}\n${method}`);
            return row?.class === null || row === undefined
              ? 'none'
              : `${row.class} ${shown(row.effect, undefined, (value) => fixed(value, 2))}`;
          }),
          ...(chances ? [chanceOfC(of.get(`${id}\nempirical-bayes`))] : []),
          found.find((row) => row.item === id && row.direction !== null)?.direction ?? '',
        ]),
      },
    },
  ];
}

/** By empirical Bayes: what the item's own reading and all the others say together. */
function chanceOfC(row: DifRow | undefined): string {
  const chance = row?.detail['chanceOfC'];
  return typeof chance === 'number' ? percent(chance) : 'none';
}

function forest(
  rows: readonly DifRow[],
  method: string,
  { leanings }: DifSubject,
): readonly Block[] {
  const known = rows.flatMap((row) =>
    row.effect === null || row.effectError === null
      ? []
      : [{ row, effect: row.effect, error: row.effectError }],
  );
  if (known.length === 0) {
    return [];
  }
  const drawn = [...known]
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, MOST_DRAWN)
    .sort((a, b) => a.effect - b.effect);
  const large = known.filter(({ row }) => row.class === 'C').length;
  const sign = ABOVE_IS_HARDER.includes(method) ? 1 : -1;
  const [toLeft = '', toRight = ''] = sign === -1 ? leanings : [...leanings].reverse();
  const which =
    drawn.length === known.length
      ? `All ${known.length} items`
      : `The ${drawn.length} largest of ${known.length} items`;
  return [
    {
      kind: 'chart',
      chart: forestPlot(
        drawn.map(({ row, effect, error }) => ({
          name: row.item,
          estimate: effect,
          low: effect - 1.96 * error,
          high: effect + 1.96 * error,
          word: row.class ?? '',
          strong: row.class === 'C',
        })),
        {
          title: known.every(({ row }) => row.class === null)
            ? 'Items by how much they differ at the same total'
            : large === 0
              ? 'No item differs much between the groups at the same total'
              : `${counted(large, 'item differs', 'items differ')} much between the groups at the same total`,
          sentence: `${which}, with 95 % intervals, by ${methodName(method)}; left of the line, ${toLeft}; right of it, ${toRight}.`,
          axis:
            method === 'mantel-haenszel' ? 'Delta (0: no difference at the same total)' : 'Effect',
          left: toLeft,
          right: toRight,
          bounds: method === 'mantel-haenszel' ? [-1.5, -1, 1, 1.5] : [],
        },
      ),
      table: {
        caption: `The items drawn, by ${methodName(method)}`,
        columns: [left('Item'), right('Effect'), right('95 % from'), right('to'), left('Class')],
        rows: drawn.map(({ row, effect, error }) => [
          row.item,
          fixed(effect),
          fixed(effect - 1.96 * error),
          fixed(effect + 1.96 * error),
          row.class ?? 'none',
        ]),
      },
    },
  ];
}

/** Rows without a number or a class, those of one method with the same reason together. */
function notJudged(rows: readonly DifRow[]): readonly Block[] {
  const byReason = new Map<string, string[]>();
  const classed = new Set(rows.filter((row) => row.class !== null).map(({ method }) => method));
  for (const row of rows) {
    const because =
      (row.effect === null ? row.reasons['statistic'] : undefined) ??
      (classed.has(row.method) ? row.reasons['class'] : undefined);
    if (because !== undefined) {
      const key = `${methodName(row.method)}: not judged, because ${because}`;
      byReason.set(key, [...(byReason.get(key) ?? []), row.item]);
    }
  }
  const lines = [...byReason].map(([because, ids]) => prose(`${because}: ${listed(ids)}.`));
  return lines.length <= FEW_LINES
    ? lines
    : [{ kind: 'more', summary: 'Show why some items were not judged', blocks: lines }];
}

function wholeTable(rows: readonly DifRow[], methods: readonly string[]): Block {
  const ids = [...new Set(rows.map(({ item }) => item))];
  const of = new Map(rows.map((row) => [`${row.item}\n${row.method}`, row]));
  return {
    kind: 'table',
    table: {
      caption: 'Effect, class and p-value of every item by every method',
      columns: [
        left('Item'),
        ...methods.flatMap((method) => [
          right(methodName(method)),
          left('Class'),
          right('p-value'),
        ]),
      ],
      rows: ids.map((id) => [
        id,
        ...methods.flatMap((method) => {
          const row = of.get(`${id}\n${method}`);
          return row === undefined
            ? ['', '', '']
            : [
                shown(row.effect, row.reasons['effect']),
                row.class ?? '',
                row.pValue === null ? shown(null, row.reasons['pValue']) : pValue(row.pValue),
              ];
        }),
      ]),
    },
  };
}

function detailTable(method: string, rows: readonly DifRow[]): Block {
  const corrected = rows.some((row) => row.statisticCorrected !== undefined);
  return {
    kind: 'table',
    table: {
      caption: `${methodName(method)} in full`,
      columns: [
        left('Item'),
        right('Statistic'),
        ...(corrected ? [right('Corrected')] : []),
        right('p-value'),
        right('Holm'),
        right('Effect'),
        right('Error'),
        left('Class'),
        right('People'),
        right('Strata'),
        left('Direction'),
      ],
      rows: rows.map((row) => {
        const number = reader(row);
        return [
          row.item,
          number('statistic'),
          ...(corrected ? [shown(row.statisticCorrected ?? null, row.reasons['statistic'])] : []),
          row.pValue === null ? number('pValue') : pValue(row.pValue),
          row.pAdjusted === null ? number('pAdjusted') : pValue(row.pAdjusted),
          number('effect'),
          number('effectError'),
          row.class ?? 'none',
          number('people', count),
          number('strata', count),
          row.direction ?? '',
        ];
      }),
    },
  };
}
