/** The page with findings, with withheld groups and too few people, and before any question is on record. */
import type { Published } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../../fairness/disclosure/published.ts';
import { protectDeciders } from '../../../fairness/disclosure/published-deciders.ts';
import { type ItemToProtect, protectItems } from '../../../fairness/disclosure/published-items.ts';
import { type ComparedWait, protectWaits } from '../../../fairness/disclosure/published-waits.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import { divisionBy } from '../../../workflow/measure/division.ts';
import { measuredOutcomes } from '../../../workflow/measure/outcomes.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { FairnessPage } from './fairness-page.tsx';
import type { FairnessFigures, FairnessFilter } from './view.ts';

const frame = {
  ...guestFrame,
  path: '/desk/fairness',
  viewer: { name: 'Eleanor Whitfield-Asante', role: 'director' as const },
};

/** Group, succeeded, all. */
type Count = readonly [group: string, succeeded: number, all: number];

const outcomesOf = (dimension: string, counts: readonly Count[]): Published<MeasuredOutcomes> =>
  measuredOutcomes(
    divisionBy(dimension),
    counts.flatMap(([group, succeeded, all]) =>
      Array.from({ length: all }, (_, place) => ({
        program: 'larkspur-care',
        group,
        succeeded: place < succeeded,
      })),
    ),
    { program: undefined },
  );

const eligibility = outcomesOf('where-trained', [
  ['trained-us', 844, 1019],
  ['trained-abroad', 310, 377],
  ['not-stated', 496, 588],
]);

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

const dates = { countedUntil: date('2026-10-31'), countedNext: date('2026-12-01') };

export const examples: readonly Example[] = [
  {
    name: 'found',
    element: <FairnessPage frame={frame} filter={filter} {...dates} figures={found} />,
  },
  {
    name: 'few',
    element: (
      <FairnessPage
        frame={frame}
        filter={{ ...filter, dimension: 'race-ethnicity', program: '' }}
        {...dates}
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
        {...dates}
        figures={undefined}
      />
    ),
  },
];
