/** An invented report for examples and tests: its counts add up, a few rows are withheld, and some comparisons show a gap. */
import {
  type Release,
  releaseNumbered,
  storedReleases,
} from '../../../fairness/disclosure/release.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import { assembledReport } from '../../../reporting/public-report/assemble.ts';
import type { PublicReport } from '../../../reporting/public-report/public-report.ts';
import { divisionBy } from '../../../workflow/measure/division.ts';

/** Succeeded and all of each program; "withheld" where the row is. */
type Counts = readonly [succeeded: number, all: number] | 'withheld';
type Rows = Readonly<Record<string, readonly [care: Counts, disability: Counts]>>;

const PARTS = ['program:larkspur-care', 'program:larkspur-disability'] as const;

const measured: Readonly<Record<string, Readonly<Record<string, Rows>>>> = {
  'where-trained': {
    eligibility: {
      'trained-us': [
        [700, 840],
        [144, 179],
      ],
      'trained-abroad': [
        [190, 300],
        [60, 77],
      ],
      'not-stated': [
        [330, 400],
        [70, 88],
      ],
    },
    pass: {
      'trained-us': [
        [400, 560],
        [102, 149],
      ],
      'trained-abroad': [
        [110, 160],
        [40, 60],
      ],
      'not-stated': [
        [200, 290],
        [79, 116],
      ],
    },
    'step-eligible': {
      'trained-us': [
        [690, 800],
        [140, 170],
      ],
      'trained-abroad': [
        [185, 290],
        [58, 72],
      ],
      'not-stated': [
        [320, 380],
        [66, 80],
      ],
    },
    'step-sat': {
      'trained-us': [
        [560, 690],
        [112, 140],
      ],
      'trained-abroad': [
        [140, 185],
        [40, 58],
      ],
      'not-stated': [
        [250, 320],
        [50, 66],
      ],
    },
  },
  'race-ethnicity': {
    eligibility: {
      white: [
        [600, 720],
        [130, 160],
      ],
      black: [[90, 120], 'withheld'],
      asian: ['withheld', 'withheld'],
      'not-stated': ['withheld', 'withheld'],
    },
  },
};

/** The totals of each kind: the same by every question. */
function cellsOf(kind: string, dimension: string, rows: Rows): readonly [string, number | null][] {
  const groups = divisionBy(dimension).groups.map(({ id }) => id);
  const of = (group: string, place: 0 | 1): Counts =>
    group in rows ? (rows[group]?.[place] ?? [0, 0]) : 'withheld';
  return groups.flatMap((group) => {
    const both = [of(group, 0), of(group, 1)] as const;
    const name = (part: string): string => `${kind} / ${dimension} / ${part} / ${group}`;
    return [
      ...PARTS.map((part, place) => pair(name(part), both[place] ?? 'withheld')),
      pair(name('all'), summed(both)),
    ].flat();
  });
}

function summed([one, other]: readonly [Counts, Counts]): Counts {
  return one === 'withheld' || other === 'withheld'
    ? 'withheld'
    : [one[0] + other[0], one[1] + other[1]];
}

const pair = (name: string, counts: Counts): readonly [string, number | null][] => [
  [`${name} / succeeded`, counts === 'withheld' ? null : counts[0]],
  [`${name} / all`, counts === 'withheld' ? null : counts[1]],
];

function totalsOf(kind: string, rows: Rows): readonly [string, number | null][] {
  const total = (place: 0 | 1): Counts =>
    Object.values(rows)
      .map((both) => both[place])
      .reduce((sum, counts) => summedOf(sum, counts), [0, 0] as Counts);
  const both = [total(0), total(1)] as const;
  return [
    ...PARTS.map((part, place) => pair(`${kind} / * / ${part} / *`, both[place] ?? 'withheld')),
    pair(`${kind} / * / all / *`, summed(both)),
  ].flat();
}

const summedOf = (one: Counts, other: Counts): Counts => summed([one, other]);

const curve = (later: number) =>
  [0, 8, 16, 24, 32, 40].map((day, place) => {
    const share = Math.max(
      0.08,
      Math.round(100 * (1 - place * 0.19 + later * 0.012 * place)) / 100,
    );
    return { day, share: place === 0 ? 1 : share, ends: { low: share - 0.04, high: share + 0.04 } };
  });

const release: Release = {
  outcomes: {
    number: 1,
    countedUntil: date('2025-12-31'),
    tables: Object.entries(measured).flatMap(([dimension, kinds]) =>
      Object.keys(kinds).map((kind) => ({
        kind,
        dimension,
        groups: divisionBy(dimension).groups.map(({ id }) => id),
        parts: PARTS,
        reference: dimension === 'where-trained' ? 'trained-us' : 'white',
      })),
    ),
    numbers: Object.fromEntries(
      Object.entries(measured).flatMap(([dimension, kinds]) =>
        Object.entries(kinds).flatMap(([kind, rows]) => [
          ...cellsOf(kind, dimension, rows),
          ...(dimension === 'where-trained' ? totalsOf(kind, rows) : []),
        ]),
      ),
    ),
    proof: {
      smallest: 11,
      possibleValues: 5,
      numbers: 2210,
      withheld: 1580,
      viewers: 1604,
      programs: 530,
      earlier: [],
    },
  },
  waiting: [
    {
      kind: 'eligibility',
      dimension: 'where-trained',
      part: 'all',
      figures: {
        reference: 'trained-us',
        rows: [
          {
            group: 'trained-us',
            waiting: {
              decided: 1019,
              meanDays: 17.2,
              medianDays: 16,
              curve: curve(0),
              comparison: undefined,
            },
          },
          {
            group: 'trained-abroad',
            waiting: {
              decided: 377,
              meanDays: 26.3,
              medianDays: 25,
              curve: curve(9),
              comparison: { days: 9.1, low: 8, high: 10.2, verdict: { state: 'disparity-shown' } },
            },
          },
          { group: 'not-stated', waiting: 'withheld' },
        ],
      },
    },
  ],
  items: [
    {
      dimension: 'where-trained',
      program: 'larkspur-care',
      forms: [
        {
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
                  figures: {
                    delta: -3.1,
                    deltaError: 0.4,
                    letter: 'C',
                    harderFor: 'trained-abroad',
                    standsOut: true,
                  },
                },
                { item: 'care-012', figures: 'withheld' },
              ],
            },
          ],
          tooFew: [{ id: 'not-stated', label: 'Not stated' }],
        },
      ],
    },
  ],
  // A release has deciders; a report has none.
  deciders: [
    {
      kind: 'eligibility',
      part: 'all',
      deciders: [{ decider: 'decider-who-is-not-public', severity: undefined, comparedAfter: 0 }],
    },
  ],
};

export function inventedReport(publishedOn = date('2026-02-28')): PublicReport {
  const published = releaseNumbered(storedReleases([release]), 1);
  if (published === undefined) {
    throw new Error('the invented release has another number');
  }
  return assembledReport(published, {
    number: 1,
    site: 'https://larkspur.example',
    demonstration: true,
    dueOn: date('2026-02-28'),
    publishedOn,
    release: { digest: '5e'.repeat(32), place: 7346 },
    unstated: 'not-stated',
    horizonDays: 60,
    dimensions: Object.keys(measured).map((id) => {
      const { title, groups } = divisionBy(id);
      return { id, title, groups };
    }),
    programs: [
      { id: 'larkspur-care', name: 'Larkspur Care Coordinator' },
      { id: 'larkspur-disability', name: 'Larkspur Disability Specialist' },
    ],
    steps: ['step-eligible', 'step-sat'],
    findings: [],
  });
}
