/**
 * Items compared between two groups, as blocks of a page: what each method found, the items that stand out in words, the
 * largest effects as a plot, and every number behind a disclosure. Effect sizes come first.
 */
import { type Block, left, prose, right } from '../document/document.ts';
import { type DifLeanings, deltaPicture, forest } from './dif-charts.ts';
import { beyondChance } from './further-findings.ts';
import { methodName, methodReading } from './method-names.ts';
import { count, counted, fixed, listed, percent, pValue, reader, shown } from './numerals.ts';
import type { Comparison, DifRow, PurificationFacts } from './report.ts';
import { namesOf } from './summary-page.ts';

const FEW_LINES = 3;
const MOST_WITH_DIRECTION = 4;

/** Who is compared, and how the matching score was purified. */
export interface DifSubject extends DifLeanings {
  readonly purification: readonly PurificationFacts[];
  /** True where purification says what is flagged, while the tables match people on all scored items. */
  readonly purifiedBeside?: boolean;
}

const harderFor = ([focal, reference]: readonly [string, string]): DifSubject['leanings'] => [
  `harder for ${focal}`,
  `harder for ${reference}`,
];

export const subjectOf = (comparison: Comparison): DifSubject => ({
  leanings: harderFor(namesOf(comparison)),
  names: namesOf(comparison),
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
  const found = methods.filter((method) => byMethod(method).some(isJudged));
  return [
    methodTable(methods, byMethod),
    ...purificationWords(comparison),
    ...standingOut(rows, methods),
    ...found.flatMap((method) => unclassed(method, byMethod(method))),
    ...forest(byMethod(lead), lead, comparison),
    ...(found.includes('delta-plot') ? deltaPicture(byMethod('delta-plot'), comparison) : []),
    ...notJudged(rows),
    ...(found.length === 0
      ? []
      : [
          {
            kind: 'more' as const,
            summary: methods.length === 1 ? 'Show every item' : 'Show every item by every method',
            blocks: [
              wholeTable(rows, found),
              ...found.map((method) => detailTable(method, byMethod(method))),
            ],
          },
        ]),
  ];
}

const isJudged = (row: DifRow): boolean => row.statistic !== null || row.effect !== null;
const hasClass = (row: DifRow): boolean => row.class !== null;

/** With the direction of each, where that stays readable. */
const named = (found: readonly DifRow[]): readonly string[] =>
  found.map(({ item, direction }) =>
    direction === null || found.length > MOST_WITH_DIRECTION ? item : `${item} (${direction})`,
  );

/** Where a method tests and has no classes: the items that still differ once many have been looked at. */
function unclassed(method: string, rows: readonly DifRow[]): readonly Block[] {
  if (rows.some(hasClass) || rows.every(({ pAdjusted }) => pAdjusted === null)) {
    return [];
  }
  const found = beyondChance(rows);
  return [
    prose(
      found.length === 0
        ? `${methodName(method)}: after correction for looking at many items, none differs beyond chance.`
        : `${methodName(method)}: after correction for looking at many items, ${counted(found.length, 'item differs', 'items differ')} beyond chance: ${listed(named(found))}.`,
    ),
  ];
}

/** What each method found, and how its numbers read; columns that no method fills are left out. */
function methodTable(
  methods: readonly string[],
  byMethod: (method: string) => readonly DifRow[],
): Block {
  const all = methods.flatMap(byMethod);
  const tested = all.some((row) => row.pValue !== null);
  const classed = all.some(hasClass);
  return {
    kind: 'table',
    table: {
      caption: `What ${methods.length === 1 ? 'the method' : 'each method'} found.${tested ? ' At 5 %, one clean item in twenty differs by chance alone; Holm corrects for looking at many items.' : ''}`,
      columns: [
        left('Method'),
        right('Judged'),
        ...(tested ? [right('Differ at 5 %'), right('After Holm')] : []),
        ...(classed ? [right('A'), right('B'), right('C')] : []),
        left('How to read it'),
      ],
      rows: methods.map((method) => {
        const rows = byMethod(method);
        const judged = rows.filter(isJudged);
        const below = (value: (row: DifRow) => number | null): string =>
          rows.some((row) => value(row) !== null)
            ? count(judged.filter((row) => (value(row) ?? 1) < 0.05).length)
            : '';
        return [
          methodName(method),
          count(judged.length),
          ...(tested ? [below((row) => row.pValue), below((row) => row.pAdjusted)] : []),
          ...(classed
            ? (['A', 'B', 'C'] as const).map((letter) =>
                rows.some(hasClass) ? count(rows.filter((row) => row.class === letter).length) : '',
              )
            : []),
          methodReading(method),
        ];
      }),
    },
  };
}

const BESIDE =
  ' The numbers in the tables match people on all scored items; purification decides which items are taken out where it is said who would change result.';

const purificationWords = ({ purification, purifiedBeside }: DifSubject): readonly Block[] =>
  purification.map(({ method, because, flaggedSets }) =>
    prose(
      `Purification (${methodName(method)}): ${because}.${flaggedWords(flaggedSets)}${purifiedBeside === true ? BESIDE : ''}`,
    ),
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

/** A column of a table of items, left out where no item has it. */
interface ItemColumn {
  readonly heading: string;
  readonly align?: 'left';
  readonly known: (row: DifRow) => unknown;
  readonly cell: (row: DifRow) => string;
}

const filled = (columns: readonly ItemColumn[], rows: readonly DifRow[]): readonly ItemColumn[] =>
  columns.filter(({ known }) => rows.some((row) => known(row) !== null));

const heads = (columns: readonly ItemColumn[]) =>
  columns.map(({ heading, align }) => (align === 'left' ? left(heading) : right(heading)));

const P_VALUE: ItemColumn = {
  heading: 'p-value',
  known: (row) => row.pValue,
  cell: (row) => (row.pValue === null ? shown(null, row.reasons['pValue']) : pValue(row.pValue)),
};

/** The effect, class and p-value of each method, beside one another. */
function wholeTable(rows: readonly DifRow[], methods: readonly string[]): Block {
  const ids = [...new Set(rows.map(({ item }) => item))];
  const of = new Map(rows.map((row) => [`${row.item}\n${row.method}`, row]));
  const shares = methods.map((method) => {
    const own = rows.filter((row) => row.method === method);
    const effects = own.some(({ effect }) => effect !== null);
    const columns: readonly ItemColumn[] = [
      {
        heading: methodName(method),
        known: (row) => row.effect,
        cell: (row) => shown(row.effect, row.reasons['effect']),
      },
      {
        heading: 'Class',
        align: 'left',
        known: (row) => row.class,
        cell: (row) => row.class ?? '',
      },
      effects ? P_VALUE : { ...P_VALUE, heading: `${methodName(method)}, p-value` },
    ];
    return { method, columns: filled(columns, own) };
  });
  return {
    kind: 'table',
    table: {
      caption: 'Effect, class and p-value of every item by every method that could judge it',
      columns: [left('Item'), ...shares.flatMap(({ columns }) => heads(columns))],
      rows: ids.map((id) => [
        id,
        ...shares.flatMap(({ method, columns }) => {
          const row = of.get(`${id}\n${method}`);
          return columns.map(({ cell }) => (row === undefined ? '' : cell(row)));
        }),
      ]),
    },
  };
}

const number = (
  heading: string,
  name: 'statistic' | 'effect' | 'effectError' | 'strata',
  write?: (value: number) => string,
): ItemColumn => ({
  heading,
  known: (row) => row[name],
  cell: (row) => reader(row)(name, write),
});

const DETAIL: readonly ItemColumn[] = [
  number('Statistic', 'statistic'),
  {
    heading: 'Corrected',
    known: (row) => row.statisticCorrected ?? null,
    cell: (row) => shown(row.statisticCorrected ?? null, row.reasons['statistic']),
  },
  P_VALUE,
  {
    heading: 'Holm',
    known: (row) => row.pAdjusted,
    cell: (row) =>
      row.pAdjusted === null ? shown(null, row.reasons['pAdjusted']) : pValue(row.pAdjusted),
  },
  number('Effect', 'effect'),
  number('Error', 'effectError'),
  {
    heading: 'Class',
    align: 'left',
    known: (row) => row.class,
    cell: (row) => row.class ?? 'none',
  },
  {
    heading: 'People',
    known: (row) => row.people,
    cell: (row) => `${row.rounded === true ? 'about ' : ''}${reader(row)('people', count)}`,
  },
  number('Strata', 'strata', count),
  {
    heading: 'Direction',
    align: 'left',
    known: (row) => row.direction,
    cell: (row) => row.direction ?? '',
  },
];

function detailTable(method: string, rows: readonly DifRow[]): Block {
  const columns = filled(DETAIL, rows);
  return {
    kind: 'table',
    table: {
      caption: `${methodName(method)} in full. The direction is where the number points, whether or not it goes beyond chance.`,
      columns: [left('Item'), ...heads(columns)],
      rows: rows.map((row) => [row.item, ...columns.map(({ cell }) => cell(row))]),
    },
  };
}
