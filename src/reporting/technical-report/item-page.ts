/**
 * Every item's difficulty and discrimination, and the items that need a person's eye, with the reason. The software
 * drops none and turns none round.
 */
import { smallPlot } from '../charts/small-curves.ts';
import { type Block, left, prose, right, type Section } from '../document/document.ts';
import { count, fixed, listed, reader, shown } from './numerals.ts';
import type { ItemFacts, OptionFacts, TechnicalReport } from './report.ts';

const MOST_PLOTS = 200;

export function itemPage({ items, scores, sample }: TechnicalReport): Section {
  const points = scores.highestPossible > sample.items;
  const share = points ? 'share of its points that people earned' : 'share who got the item right';
  const top = points ? 'that share in the top 27 %' : 'the share right in the top 27 %';
  return {
    id: 'items',
    title: 'Every item: difficulty and discrimination',
    blocks: [
      prose(
        `Difficulty is the ${share}, so that a high number is an easy item. Discrimination is the correlation with the total of the other scored items: near zero, the item tells nothing about who is able; below zero, the able miss it. Top less bottom is ${top} less that in the bottom 27 %. Alpha without is the reliability if the item were dropped.`,
      ),
      ...eyes(items),
      {
        kind: 'table',
        table: {
          caption: 'Items in the order of the file',
          columns: [
            left('Item'),
            left('Kind'),
            right('People'),
            right('Difficulty'),
            right('Discrimination'),
            right('Item-total'),
            right('Biserial'),
            right('Top less bottom'),
            right('Alpha without'),
            left('Look'),
          ],
          rows: items.map(itemRow),
        },
      },
      ...undefinedNumbers(items),
    ],
  };
}

function itemRow(item: ItemFacts): readonly string[] {
  const number = reader(item);
  return [
    item.id,
    item.pilot ? 'pilot' : 'scored',
    count(item.people),
    number('difficulty'),
    number('discrimination'),
    number('pointBiserial'),
    number('biserial'),
    number('discriminationIndex'),
    item.pilot ? '' : number('alphaIfDeleted', (value) => fixed(value, 4)),
    item.flags.map(({ kind }) => FLAG_WORDS[kind]).join(', '),
  ];
}

const FLAG_WORDS: Readonly<Record<ItemFacts['flags'][number]['kind'], string>> = {
  'check-key': 'check the key',
  weak: 'weak',
  'everybody-alike': 'no spread',
  'too-easy': 'very easy',
  'too-hard': 'very hard',
  misfit: 'misfit',
  duplicate: 'duplicate',
  'distractor-better': 'wrong option of the able',
  drift: 'drift',
};

/** What a person should look at, those with the same reason together. */
function eyes(items: readonly ItemFacts[]): readonly Block[] {
  const lines = items.flatMap((item) =>
    item.flags
      .filter(({ kind }) => kind !== 'everybody-alike')
      .map((flag) => `${item.id}${item.pilot ? ' (pilot)' : ''}: ${flag.because}.`),
  );
  if (lines.length === 0) {
    return [prose('No item stands out by its difficulty or discrimination.')];
  }
  const most = 12;
  const block = (some: readonly string[]): Block => ({ kind: 'list', items: some });
  return [
    { kind: 'subheading', id: 'eyes', text: 'Items that need a person’s eye' },
    block(lines.slice(0, most)),
    ...(lines.length > most
      ? [
          {
            kind: 'more' as const,
            summary: `Show the other ${lines.length - most}`,
            blocks: [block(lines.slice(most))],
          },
        ]
      : []),
  ];
}

/** Numbers that do not exist, those with the same reason together. */
function undefinedNumbers(items: readonly ItemFacts[]): readonly Block[] {
  const byReason = new Map<string, Set<string>>();
  for (const item of items) {
    for (const because of Object.values(item.reasons)) {
      byReason.set(because, (byReason.get(because) ?? new Set()).add(item.id));
    }
  }
  return [...byReason].map(([because, ids]) =>
    prose(`“none” above, because ${because}: ${listed([...ids])}.`),
  );
}

/** The options of each item: who chose what, from the weakest fifth to the strongest. */
export function optionPage({ options, items }: TechnicalReport): readonly Section[] {
  if (options.length === 0) {
    return [];
  }
  const byItem = new Map<string, OptionFacts[]>();
  for (const option of options) {
    byItem.set(option.item, [...(byItem.get(option.item) ?? []), option]);
  }
  const plotted = items
    .filter(({ id }) => byItem.has(id))
    .filter((item) => items.length <= MOST_PLOTS || item.flags.length > 0)
    .slice(0, MOST_PLOTS);
  return [
    {
      id: 'options',
      title: 'What people chose: the wrong options',
      blocks: [
        prose(
          'A good wrong option is chosen less often the abler people are; the key more often. A wrong option that rises is worth a look at the key. One that hardly anybody chooses does no work.',
        ),
        {
          kind: 'multiples',
          title: 'Share choosing each option, from the weakest fifth to the strongest',
          sentence: `${plotted.length} items are drawn; the key is the heavy line. The numbers are in the table.`,
          plots: plotted.map(({ id }) => optionPlot(id, byItem.get(id) ?? [])),
          table: {
            caption:
              'Options: people, share, and the correlation of choosing it with the rest of the exam',
            columns: [
              left('Item'),
              left('Option'),
              left('Key'),
              right('People'),
              right('Share'),
              right('Correlation'),
              right('Weakest fifth'),
              right('Strongest fifth'),
            ],
            rows: options.map(optionRow),
          },
        },
      ],
    },
  ];
}

function optionRow(option: OptionFacts): readonly string[] {
  const number = reader(option);
  const fifth = (value: number | null | undefined): string =>
    shown(value ?? null, option.reasons['byFifth'], (share) => fixed(share, 2));
  return [
    option.item,
    option.option,
    option.key ? 'key' : '',
    count(option.people),
    number('share'),
    number('pointBiserial'),
    fifth(option.byFifth[0]),
    fifth(option.byFifth.at(-1)),
  ];
}

function optionPlot(
  name: string,
  options: readonly OptionFacts[],
): { readonly name: string; readonly svg: string; readonly note: string } {
  let ink = 1;
  const curves = options.map((option) => {
    ink += option.key ? 0 : 1;
    return {
      points: option.byFifth.flatMap((share, place): (readonly [number, number])[] =>
        share === null ? [] : [[place + 1, share]],
      ),
      ink: option.key ? 1 : ink,
      name: option.option,
    };
  });
  const key = options.filter((option) => option.key).map(({ option }) => option);
  return {
    name,
    svg: smallPlot({ name, domain: [1, 5], curves, observed: [] }),
    note: key.length === 0 ? 'key not given' : `key ${key.join(', ')}`,
  };
}
