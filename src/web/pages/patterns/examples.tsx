/** Patterns in complaints: with a long list of broken promises, with hardly anything shown, and before the first release. */
import { standingOutcomes, storedReleases } from '../../../fairness/disclosure/release.ts';
import { nothingShown } from '../../../fairness/disclosure/released-outcomes.ts';
import { standingTrend } from '../../../fairness/disclosure/released-trend.ts';
import { addDays, date } from '../../../kernel/dates/civil-date.ts';
import { divisionBy } from '../../../workflow/measure/division.ts';
import { NONE_NAMED, PATTERNS, type Pattern } from '../../../workflow/measure/pattern-division.ts';
import type { BrokenPromise } from '../../../workflow/ports/conduct-records.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { newest, release, releaseOf } from '../fairness/example-figures.ts';
import { type PatternShown, PatternsPage } from './patterns-page.tsx';

const frame = {
  ...guestFrame,
  path: '/desk/board/patterns',
  viewer: { name: 'Marisol Etxeberria', role: 'board' as const },
};

type Tables = Parameters<typeof releaseOf>[1];

function shown(tables: Tables): readonly PatternShown[] {
  const releases = storedReleases([releaseOf(newest, tables)]);
  return PATTERNS.map((id) => {
    const { groups } = divisionBy(id);
    const of = { kind: 'conduct-screening', dimension: id, unstated: NONE_NAMED };
    return {
      ...{ id, groups, noneNamed: NONE_NAMED },
      all:
        standingOutcomes(releases, { ...of, part: undefined }) ??
        nothingShown(groups.map((group) => group.id)),
      trend: standingTrend(releases, of),
    };
  });
}

const table = (dimension: Pattern, parts: Tables[number]['parts']) => ({
  ...{ kind: 'conduct-screening', dimension, parts },
});

const many = shown([
  table('ground', {
    all: [
      ['none-named', 203, 254],
      ['race', 41, 52],
      ['national-origin', 33, 41],
      ['disability', 29, 36],
    ],
    'year:2024': [
      ['none-named', 62, 80],
      ['race', 14, 18],
    ],
    'year:2025': [
      ['none-named', 76, 92],
      ['race', 17, 20],
      ['national-origin', 15, 18],
    ],
    'year:2026': [
      ['none-named', 65, 82],
      ['national-origin', 18, 23],
    ],
  }),
  table('setting', {
    all: [
      ['hospital', 78, 102],
      ['health-plan', 63, 92],
      ['workers-compensation', 38, 50],
    ],
    'year:2024': [['hospital', 24, 31]],
    'year:2025': [
      ['hospital', 29, 38],
      ['health-plan', 26, 35],
    ],
    'year:2026': [
      ['hospital', 25, 33],
      ['health-plan', 22, 30],
    ],
  }),
]);

const hardly = shown([
  table('ground', { all: [['none-named', 12, 25]], 'year:2026': [] }),
  table('setting', { all: [], 'year:2026': [] }),
]);

const broken: readonly BrokenPromise[] = Array.from({ length: 44 }, (_, place) => ({
  label: `X-4K7QM${place + 20}`,
  about: place % 5 === 0 ? 'body' : 'person',
  program: place % 3 === 0 ? 'larkspur-navigator' : 'larkspur-care',
  step: ['screening', 'investigation', 'hearing', 'decision', 'closing'][place % 5] ?? 'review',
  side: place % 2 === 0 ? 'complainant' : 'respondent',
  was: addDays(date('2026-10-30'), -9 * place),
  noted: addDays(date('2026-10-31'), -9 * place),
}));

export const examples: readonly Example[] = [
  {
    name: 'patterns',
    element: (
      <PatternsPage
        unseen={[
          {
            label: 'C-7K2M4QX',
            about: 'body',
            since: 'May 4, 2028',
            promised: 'May 18, 2028',
            isLate: true,
          },
        ]}
        {...{ frame, release, broken }}
        patterns={many}
      />
    ),
  },
  {
    name: 'hardly-anything',
    element: (
      <PatternsPage
        unseen={[]}
        {...{ frame, release }}
        patterns={hardly}
        broken={broken.slice(0, 1)}
      />
    ),
  },
  {
    name: 'before-the-first-release',
    element: (
      <PatternsPage unseen={[]} frame={frame} release={undefined} patterns={[]} broken={[]} />
    ),
  },
];
