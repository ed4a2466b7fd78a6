/** The page with findings, with withheld groups and too few people, and before any question is on record. */
import type { Published } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../../fairness/disclosure/published.ts';
import { protectDeciders } from '../../../fairness/disclosure/published-deciders.ts';
import { type ItemToProtect, protectItems } from '../../../fairness/disclosure/published-items.ts';
import { type ComparedWait, protectWaits } from '../../../fairness/disclosure/published-waits.ts';
import {
  type Release,
  standingOutcomes,
  storedReleases,
} from '../../../fairness/disclosure/release.ts';
import { nothingShown } from '../../../fairness/disclosure/released-outcomes.ts';
import { type CivilDate, date } from '../../../kernel/dates/civil-date.ts';
import { divisionBy } from '../../../workflow/measure/division.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { FairnessPage } from './fairness-page.tsx';
import type { FairnessFigures, FairnessFilter } from './view.ts';

const frame = {
  ...guestFrame,
  path: '/desk/fairness',
  viewer: { name: 'Eleanor Whitfield-Asante', role: 'director' as const },
};

const proof = {
  smallest: 11,
  possibleValues: 5,
  numbers: 4455,
  withheld: 3163,
  viewers: 3265,
  programs: 1082,
  earlier: [1],
};

/** Group, succeeded, all. */
type Count = readonly [group: string, succeeded: number, all: number];

const KIND = 'eligibility';

/** A release with one table. */
function releaseOf(
  dimension: string,
  counts: readonly Count[],
  of: { readonly number: number; readonly countedUntil: CivilDate },
): Release {
  const groups = divisionBy(dimension).groups.map(({ id }) => id);
  const sum = (place: 1 | 2): number => counts.reduce((all, count) => all + count[place], 0);
  const everybody: Count = ['*', sum(1), sum(2)];
  const cells = [...counts, everybody].flatMap(([group, succeeded, all]) => {
    const row = `${KIND} / ${group === '*' ? '*' : dimension} / all / ${group}`;
    return [
      [`${row} / succeeded`, succeeded],
      [`${row} / all`, all],
    ] as const;
  });
  return {
    outcomes: {
      ...of,
      tables: [{ kind: KIND, dimension, groups, parts: [], reference: counts[0]?.[0] }],
      numbers: Object.fromEntries(cells),
      proof,
    },
    waiting: [],
    items: [],
    deciders: [],
  };
}

/** With what an earlier release showed of groups that the newest withholds. */
function outcomesOf(
  dimension: string,
  counts: readonly Count[],
  before: readonly Count[] = [],
): Published<MeasuredOutcomes> {
  const releases = storedReleases([
    releaseOf(dimension, before, { number: 1, countedUntil: date('2025-12-31') }),
    releaseOf(dimension, counts, { number: 2, countedUntil: date('2026-09-30') }),
  ]);
  const of = { kind: KIND, dimension, part: undefined, unstated: 'not-stated' };
  return (
    standingOutcomes(releases, of) ?? nothingShown(divisionBy(dimension).groups.map(({ id }) => id))
  );
}

const eligibility = outcomesOf(
  'where-trained',
  [
    ['trained-us', 844, 1019],
    ['trained-abroad', 310, 377],
  ],
  [
    ['trained-us', 610, 730],
    ['trained-abroad', 210, 260],
    ['not-stated', 496, 588],
  ],
);

const LATER: Readonly<Record<string, number>> = { 'trained-abroad': 9, 'not-stated': 1 };
const compared = new Map<string, ComparedWait>([
  ['trained-abroad', { days: 9.1, low: 8, high: 10.2, verdict: { state: 'disparity-shown' } }],
  [
    'not-stated',
    {
      days: 1.2,
      low: -2.6,
      high: 5,
      verdict: { state: 'cannot-tell-yet', furtherPeople: 1234, because: undefined },
    },
  ],
]);
const waitingOf = (table: Published<MeasuredOutcomes>) =>
  protectWaits(table, {
    horizon: 60,
    waits: (group) =>
      Array.from({ length: 400 }, (_, place) => ({
        days: (LATER[group] ?? 0) + Math.round(4 + 40 * (place / 400) ** 2),
        answered: true,
      })),
    compare: () => compared,
  });

const item = (id: string, figures: ItemToProtect['figures']): ItemToProtect => ({
  item: id,
  figures,
  counts: [200, 500, 120, 150],
});

export const items = protectItems([
  {
    program: 'larkspur-care',
    form: 'larkspur-care-demonstration-1',
    reference: { id: 'trained-us', label: 'Trained in the United States' },
    compared: [
      {
        focal: { id: 'trained-abroad', label: 'Trained abroad' },
        settled: true,
        items: [
          item('care-011', {
            delta: -3.1,
            deltaError: 0.4,
            letter: 'C',
            harderFor: 'trained-abroad',
            standsOut: true,
          }),
          item('care-012', {
            delta: 0.2,
            deltaError: 0.4,
            letter: 'A',
            harderFor: 'trained-us',
            standsOut: false,
          }),
          item('care-013', undefined),
        ],
      },
    ],
    tooFew: [],
  },
]);

const names = ['Rashid al-Khatib', 'Yuki Hamasaki', 'Halina Wójcik'];
const deciders = protectDeciders(
  [200, 270, 275].map((approved, place) => ({
    decider: names[place] ?? '',
    approved,
    decided: 320,
  })),
);

const filter: FairnessFilter = {
  dimension: 'where-trained',
  program: 'larkspur-care',
  dimensions: [
    { value: 'where-trained', label: 'Where you trained' },
    { value: 'race-ethnicity', label: 'Race and ethnicity' },
  ],
  programs: [{ value: 'larkspur-care', label: 'Larkspur Care Coordinator' }],
};

const found: FairnessFigures = {
  groups: divisionBy('where-trained').groups,
  eligibility,
  waiting: waitingOf(eligibility),
  horizonDays: 60,
  standardDays: 30,
  passes: outcomesOf('where-trained', [
    ['trained-us', 502, 709],
    ['trained-abroad', 150, 271],
    ['not-stated', 279, 406],
  ]),
  items,
  deciders,
  deciderNames: new Map(names.map((name) => [name, name])),
};

const fewOutcomes = outcomesOf('race-ethnicity', [
  ['white', 100, 120],
  ['black', 30, 45],
  ['asian', 4, 7],
  ['not-stated', 50, 70],
]);
const fewPasses = outcomesOf('race-ethnicity', [['white', 3, 5]]);

const few: FairnessFigures = {
  ...found,
  groups: divisionBy('race-ethnicity').groups,
  eligibility: fewOutcomes,
  passes: fewPasses,
  waiting: waitingOf(fewPasses),
  items: undefined,
  deciders: protectDeciders([]),
};

const released = {
  asked: true,
  release: {
    number: 2,
    countedUntil: date('2026-09-30'),
    proof,
  },
  nextOn: date('2027-01-01'),
};

export const examples: readonly Example[] = [
  {
    name: 'found',
    element: <FairnessPage frame={frame} filter={filter} {...released} figures={found} />,
  },
  {
    name: 'few',
    element: (
      <FairnessPage
        frame={frame}
        filter={{ ...filter, dimension: 'race-ethnicity', program: '' }}
        {...released}
        figures={few}
      />
    ),
  },
  {
    name: 'nothing-asked',
    element: (
      <FairnessPage
        frame={frame}
        filter={{ ...filter, dimensions: [] }}
        {...released}
        asked={false}
        figures={undefined}
      />
    ),
  },
  {
    name: 'before-the-first-release',
    element: (
      <FairnessPage
        frame={frame}
        filter={filter}
        {...released}
        release={undefined}
        figures={undefined}
      />
    ),
  },
];
