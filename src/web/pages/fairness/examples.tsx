/** The page with findings, with withheld groups and too few people, and before any question is on record. */
import { waitingCurve } from '../../../fairness/delay/waiting.ts';
import { WITHHELD } from '../../../fairness/disclosure/published.ts';
import { deciderSeverity } from '../../../fairness/impact/decider-severity.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import { divisionBy } from '../../../workflow/measure/division.ts';
import type { MeasuredItems } from '../../../workflow/measure/measure-items.ts';
import type { MeasuredWaiting, ShownWait } from '../../../workflow/measure/measure-waiting.ts';
import { type MeasuredOutcomes, measuredOutcomes } from '../../../workflow/measure/outcomes.ts';
import { publishedCurve } from '../../../workflow/measure/published-curve.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { FairnessPage } from './fairness-page.tsx';
import type { FairnessFigures, FairnessFilter, NamedDecider } from './view.ts';

const frame = {
  ...guestFrame,
  path: '/desk/fairness',
  viewer: { name: 'Eleanor Whitfield-Asante', role: 'director' as const },
};

/** Group, succeeded, all. */
type Count = readonly [group: string, succeeded: number, all: number];

const outcomesOf = (dimension: string, counts: readonly Count[]): MeasuredOutcomes =>
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

const waitOf = (decided: number, later: number, comparison: ShownWait['comparison']): ShownWait => {
  const curve = waitingCurve(
    Array.from({ length: decided }, (_, place) => ({
      days: later + Math.round(4 + 40 * (place / decided) ** 2),
      answered: true,
    })),
  );
  return {
    decided,
    meanDays: 17 + later,
    medianDays: 14 + later,
    curve: publishedCurve(curve),
    comparison,
  };
};

const waiting: MeasuredWaiting = {
  reference: 'trained-us',
  rows: [
    { group: 'trained-us', waiting: waitOf(844, 0, undefined) },
    {
      group: 'trained-abroad',
      waiting: waitOf(310, 9, {
        days: 9.1,
        low: 8,
        high: 10.2,
        raisedP: 1e-9,
        verdict: { state: 'disparity-shown' },
      }),
    },
    {
      group: 'not-stated',
      waiting: waitOf(496, 1, {
        days: 1.2,
        low: -2.6,
        high: 5,
        raisedP: 0.4,
        verdict: { state: 'cannot-tell-yet', furtherPeople: 1234, because: undefined },
      }),
    },
  ],
};

export const items: MeasuredItems = {
  program: 'larkspur-care',
  form: 'larkspur-care-demonstration-1',
  reference: { id: 'trained-us', label: 'Trained in the United States' },
  compared: [
    {
      focal: { id: 'trained-abroad', label: 'Trained abroad' },
      settled: true,
      items: [
        {
          item: 'care-011',
          delta: -3.1,
          deltaError: 0.4,
          letter: 'C',
          harderFor: 'trained-abroad',
          standsOut: true,
        },
        {
          item: 'care-012',
          delta: 0.2,
          deltaError: 0.4,
          letter: 'A',
          harderFor: 'trained-us',
          standsOut: false,
        },
        {
          item: 'care-013',
          delta: undefined,
          deltaError: undefined,
          letter: undefined,
          harderFor: undefined,
          standsOut: false,
        },
      ],
    },
  ],
  tooFew: [],
};

const severe = { decider: 'Rashid al-Khatib', approved: 200, decided: 320 };
const others = [
  { decider: 'Yuki Hamasaki', approved: 270, decided: 320 },
  { decider: 'Halina Wójcik', approved: 275, decided: 320 },
];
const deciders: readonly NamedDecider[] = [
  ...deciderSeverity([severe, ...others]).slice(0, 1),
  ...deciderSeverity(others),
].map((severity, place) => ({
  decider: String(place),
  name: severity.ok ? severity.value.decider : '',
  severity: severity.ok ? severity.value : undefined,
  comparedAfter: 0,
}));

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
  eligibility: outcomesOf('where-trained', [
    ['trained-us', 844, 1019],
    ['trained-abroad', 310, 377],
    ['not-stated', 496, 588],
  ]),
  waiting,
  horizonDays: 60,
  standardDays: 30,
  passes: outcomesOf('where-trained', [
    ['trained-us', 502, 709],
    ['trained-abroad', 150, 271],
    ['not-stated', 279, 406],
  ]),
  items: [items],
  deciders,
};

const few: FairnessFigures = {
  ...found,
  groups: divisionBy('race-ethnicity').groups,
  eligibility: outcomesOf('race-ethnicity', [
    ['white', 100, 120],
    ['black', 30, 45],
    ['asian', 4, 7],
    ['not-stated', 50, 70],
  ]),
  passes: outcomesOf('race-ethnicity', [['white', 3, 5]]),
  waiting: {
    reference: undefined,
    rows: divisionBy('race-ethnicity').groups.map(({ id }) => ({ group: id, waiting: WITHHELD })),
  },
  items: [],
  deciders: [],
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
