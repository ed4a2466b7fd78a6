/** Invented figures for the examples of the fairness pages: releases with tables by group, year and step. */
import type { Published } from '../../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../../fairness/disclosure/published.ts';
import { protectDeciders } from '../../../fairness/disclosure/published-deciders.ts';
import { protectDraws } from '../../../fairness/disclosure/published-draws.ts';
import { type ItemToProtect, protectItems } from '../../../fairness/disclosure/published-items.ts';
import { type ComparedWait, protectWaits } from '../../../fairness/disclosure/published-waits.ts';
import {
  type Release,
  standingOutcomes,
  storedReleases,
} from '../../../fairness/disclosure/release.ts';
import { standingFunnel } from '../../../fairness/disclosure/released-funnel.ts';
import { nothingShown } from '../../../fairness/disclosure/released-outcomes.ts';
import { type MeasuredTrend, standingTrend } from '../../../fairness/disclosure/released-trend.ts';
import { type CivilDate, date } from '../../../kernel/dates/civil-date.ts';
import { FUNNEL } from '../../../workflow/measure/count-outcomes.ts';
import { divisionBy } from '../../../workflow/measure/division.ts';
import type { FunnelFigures, KindFigures, ReleaseShown } from './view.ts';

const proof = {
  smallest: 11,
  possibleValues: 5,
  numbers: 4455,
  withheld: 3163,
  viewers: 3265,
  programs: 1082,
  earlier: [1],
};

export const release: ReleaseShown = {
  number: 2,
  countedUntil: date('2026-09-30'),
  proof,
  nextOn: date('2027-01-01'),
};

/** Group, succeeded, all. */
type Count = readonly [group: string, succeeded: number, all: number];
/** One table: the counts of each part that the release shows; a group that is not named is withheld. */
interface Table {
  readonly kind: string;
  readonly dimension: string;
  readonly parts: Readonly<Record<string, readonly Count[]>>;
  readonly isTotalWithheld?: boolean;
}

export function releaseOf(
  of: { readonly number: number; readonly countedUntil: CivilDate },
  tables: readonly Table[],
): Release {
  const groupsOf = (dimension: string) => divisionBy(dimension).groups.map(({ id }) => id);
  const cells = tables.flatMap(({ kind, dimension, parts, isTotalWithheld }) =>
    Object.entries(parts).flatMap(([part, counts]) => {
      const sum = (place: 1 | 2): number => counts.reduce((all, count) => all + count[place], 0);
      const everybody: readonly Count[] = isTotalWithheld === true ? [] : [['*', sum(1), sum(2)]];
      return [...counts, ...everybody].flatMap(([group, succeeded, all]) => {
        const row = `${kind} / ${group === '*' ? '*' : dimension} / ${part} / ${group}`;
        return [
          [`${row} / succeeded`, succeeded],
          [`${row} / all`, all],
        ] as const;
      });
    }),
  );
  return {
    outcomes: {
      ...of,
      tables: tables.map(({ kind, dimension, parts }) => ({
        kind,
        dimension,
        groups: groupsOf(dimension),
        parts: Object.keys(parts).filter((part) => part !== 'all'),
        reference: parts['all']?.[0]?.[0],
      })),
      numbers: Object.fromEntries(cells),
      proof,
    },
    waiting: [],
    items: [],
    deciders: [],
  };
}

const earlier = { number: 1, countedUntil: date('2025-12-31') };
export const newest = { number: 2, countedUntil: date('2026-09-30') };
const UNSTATED = 'not-stated';

type Releases = Published<readonly Release[]>;

const outcomesIn = (
  releases: Releases,
  kind: string,
  dimension: string,
): Published<MeasuredOutcomes> =>
  standingOutcomes(releases, { kind, dimension, part: undefined, unstated: UNSTATED }) ??
  nothingShown(divisionBy(dimension).groups.map(({ id }) => id));

const TRAINED = 'where-trained';

const step = (kind: string, all: readonly Count[]): Table => ({
  kind,
  dimension: TRAINED,
  parts: { all },
});

/** Those who told nothing stand as an earlier release showed them. */
const trained = storedReleases([
  releaseOf(earlier, [
    {
      kind: 'eligibility',
      dimension: TRAINED,
      parts: {
        all: [
          ['trained-us', 610, 730],
          ['trained-abroad', 210, 260],
          ['not-stated', 496, 588],
        ],
      },
    },
  ]),
  releaseOf(newest, [
    {
      kind: 'eligibility',
      dimension: TRAINED,
      parts: {
        all: [
          ['trained-us', 844, 1019],
          ['trained-abroad', 310, 377],
        ],
        'year:2024': [
          ['trained-us', 300, 365],
          ['trained-abroad', 130, 148],
          ['not-stated', 240, 290],
        ],
        'year:2025': [
          ['trained-us', 310, 365],
          ['trained-abroad', 80, 112],
        ],
        'year:2026': [
          ['trained-us', 234, 289],
          ['trained-abroad', 100, 117],
        ],
      },
    },
    {
      kind: 'pass',
      dimension: TRAINED,
      parts: {
        all: [
          ['trained-us', 502, 709],
          ['trained-abroad', 150, 271],
          ['not-stated', 279, 406],
        ],
      },
    },
    step('step-eligible', [
      ['trained-us', 844, 1019],
      ['trained-abroad', 310, 377],
      ['not-stated', 600, 720],
    ]),
    step('step-sat', [
      ['trained-us', 709, 844],
      ['trained-abroad', 271, 310],
      ['not-stated', 480, 600],
    ]),
    step('step-certified', [
      ['trained-us', 502, 709],
      ['trained-abroad', 150, 271],
    ]),
  ]),
]);

const BY_RACE = 'race-ethnicity';
/** Few told: one group is withheld, and all together with it. */
const fewReleases = storedReleases([
  releaseOf(newest, [
    {
      kind: 'eligibility',
      dimension: BY_RACE,
      isTotalWithheld: true,
      parts: {
        all: [
          ['white', 100, 120],
          ['black', 30, 45],
          ['not-stated', 50, 70],
        ],
      },
    },
  ]),
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

export const decider = {
  severe: '029a0000-0000-7000-8000-000000000003',
  others: ['029a0000-0000-7000-8000-000000000001', '029a0000-0000-7000-8000-000000000002'],
};

const deciders = protectDeciders([
  { decider: decider.others[0] ?? '', approved: 270, decided: 320 },
  { decider: decider.others[1] ?? '', approved: 275, decided: 320 },
  { decider: decider.severe, approved: 200, decided: 320 },
]);

export const trainedChoice = { value: TRAINED, label: 'Where you trained' };
export const raceChoice = { value: BY_RACE, label: 'Race and ethnicity' };

export function figuresIn(
  releases: Releases,
  kind: KindFigures['kind'],
  dimension: KindFigures['dimension'],
  with_: Pick<KindFigures, 'items' | 'deciders'>,
): KindFigures {
  const outcomes = outcomesIn(releases, kind, dimension.value);
  return {
    kind,
    dimension,
    groups: divisionBy(dimension.value).groups,
    outcomes,
    waiting: kind === 'pass' ? undefined : waitingOf(outcomes),
    ...with_,
  };
}

export const eligibility = figuresIn(trained, 'eligibility', trainedChoice, {
  items: [],
  deciders,
});
export const passes = figuresIn(trained, 'pass', trainedChoice, {
  items: [items],
  deciders: protectDeciders([]),
});
export const few = figuresIn(fewReleases, 'eligibility', raceChoice, {
  items: [],
  deciders: protectDeciders([]),
});
/** Drawn for an audit: one group far more often than chance gives. */
export const drawn: KindFigures = {
  ...passes,
  ...{ kind: 'audit-drawn', items: [] },
  draws: protectDraws(passes.outcomes, (group) => {
    const [expected, twoSided] = group === 'trained-abroad' ? [1, 0.0004] : [10_000, 0.4];
    return { drawn: 100, expected, twoSided, asFew: 1 - twoSided / 2, asMany: twoSided / 2 };
  }),
};
/** No release has a table of them. */
export const nobody = figuresIn(fewReleases, 'appeal', raceChoice, {
  items: [],
  deciders: protectDeciders([]),
});

const way = standingFunnel(trained, FUNNEL, {
  dimension: TRAINED,
  part: undefined,
  unstated: UNSTATED,
});
export const funnels: readonly FunnelFigures[] =
  way === undefined
    ? []
    : [
        {
          ...{ way: 'funnel', dimension: trainedChoice, groups: divisionBy(TRAINED).groups },
          ...{ funnel: way, branches: [] },
        },
      ];

export const trendOf = ({ kind, dimension }: KindFigures): Published<MeasuredTrend> =>
  standingTrend(dimension === trainedChoice ? trained : fewReleases, {
    kind,
    dimension: dimension.value,
    unstated: UNSTATED,
  });
