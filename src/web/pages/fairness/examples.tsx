/** The overview and the pages of each kind: with findings, with withheld groups, and before anything can be shown. */
import { open, tell } from '../../../casework/finding/decide.ts';
import type { ShownDisparity } from '../../../casework/finding/disparity.ts';
import { stateOf } from '../../../casework/finding/finding.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import { FEDERAL_HOLIDAYS } from '../../../program/calendar/federal-holidays.ts';
import type { FindingShown } from '../../../workflow/board/read-findings.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { ConductPage } from './conduct-page.tsx';
import { complaints, fewComplaints } from './example-conduct.ts';
import {
  decider,
  drawn,
  eligibility,
  few,
  funnels,
  nobody,
  passes,
  release,
  trendOf,
} from './example-figures.ts';
import { FairnessPage } from './fairness-page.tsx';
import { FunnelPage } from './funnel-page.tsx';
import { KindPage } from './kind-page.tsx';
import type { FairnessFilter } from './view.ts';

const frame = {
  ...guestFrame,
  path: '/desk/fairness',
  viewer: { name: 'Eleanor Whitfield-Asante', role: 'director' as const },
};

const filter: FairnessFilter = {
  dimension: 'where-trained',
  program: '',
  dimensions: [
    { value: 'where-trained', label: 'Where you trained' },
    { value: 'race-ethnicity', label: 'Race and ethnicity' },
  ],
  programs: [{ value: 'larkspur-care', label: 'Larkspur Care Coordinator' }],
};

const shownIn = (of: Partial<ShownDisparity>): ShownDisparity => ({
  about: 'waiting',
  kind: 'eligibility',
  dimension: 'where-trained',
  program: undefined,
  group: 'trained-abroad',
  item: undefined,
  reference: 'trained-us',
  figure: { measure: 'days', value: 9.1, low: 8, high: 10.2 },
  state: 'disparity-shown',
  release: 2,
  ...of,
});

function findingOf(label: string, shown: ShownDisparity): readonly FindingShown[] {
  const asked = { on: date('2026-10-01'), holidays: FEDERAL_HOLIDAYS };
  const opened = open({ ...asked, shown });
  const first = opened.ok ? stateOf([opened.value]) : undefined;
  if (!opened.ok || first === undefined) {
    return [];
  }
  const told = tell(first, asked);
  const finding = stateOf([opened.value, ...(told.ok ? [told.value] : [])]) ?? first;
  return [
    {
      id: `019a0000-0000-7000-8000-0000000${label}`,
      label: `F-${label}`,
      version: 1,
      finding,
      standing: 'to-answer',
    },
  ];
}

const findings = [
  ...findingOf('00001', shownIn({})),
  ...findingOf(
    '00002',
    shownIn({
      about: 'decider',
      dimension: '',
      group: decider.severe,
      reference: 'others',
      figure: { measure: 'success-ratio', value: 0.73, low: 0.67, high: 0.8 },
    }),
  ),
];

const severe = findingOf(
  '00003',
  shownIn({
    about: 'sanction',
    kind: 'conduct-sanction',
    figure: { measure: 'superiority', value: 0.81, low: 0.71, high: 0.88 },
  }),
);

const kindProps = { frame, filter, release, horizonDays: 60, standardDays: 30 };
const unnamed = { deciderNames: new Map<string, string>(), findings: findings.slice(0, 1) };
const named = { deciderNames: new Map([[decider.severe, 'Rashid al-Khatib']]), findings };
const overview = { frame, filter, asked: true, release };
const nothing = { figures: [], funnels: [], beforeBoard: 0 };

export const examples: readonly Example[] = [
  {
    name: 'overview',
    element: (
      <FairnessPage
        {...overview}
        figures={[
          ...[eligibility, few, passes, nobody],
          ...complaints.respondents,
          ...complaints.complainants,
        ]}
        funnels={funnels}
        sanctions={[complaints]}
        beforeBoard={2}
      />
    ),
  },
  {
    name: 'eligibility',
    element: (
      <KindPage
        {...kindProps}
        figures={eligibility}
        trend={trendOf(eligibility)}
        beside={unnamed}
      />
    ),
  },
  {
    name: 'eligibility-after-the-decider-responded',
    element: (
      <KindPage {...kindProps} figures={eligibility} trend={trendOf(eligibility)} beside={named} />
    ),
  },
  {
    name: 'drawn',
    element: <KindPage {...kindProps} figures={drawn} trend={trendOf(passes)} beside={unnamed} />,
  },
  {
    name: 'passes',
    element: <KindPage {...kindProps} figures={passes} trend={trendOf(passes)} beside={unnamed} />,
  },
  {
    name: 'few',
    element: (
      <KindPage
        {...kindProps}
        filter={{ ...filter, dimension: 'race-ethnicity' }}
        figures={few}
        trend={trendOf(few)}
        beside={unnamed}
      />
    ),
  },
  {
    name: 'nobody',
    element: (
      <KindPage
        {...kindProps}
        filter={{ ...filter, dimension: 'race-ethnicity' }}
        figures={nobody}
        trend={trendOf(nobody)}
        beside={unnamed}
      />
    ),
  },
  ...funnels.map((figures) => ({
    name: 'funnel',
    element: <FunnelPage frame={frame} filter={filter} release={release} figures={figures} />,
  })),
  ...[complaints, fewComplaints].map((figures, place) => ({
    name: place === 0 ? 'conduct' : 'conduct-few',
    element: (
      <ConductPage
        {...{ frame, release, figures }}
        filter={{ ...filter, dimension: figures.dimension.value, programs: [] }}
        beside={{ ...unnamed, findings: [...severe] }}
        daysOf={(kind) => ({ horizon: kind === 'conduct-finding' ? 270 : 60, standard: 30 })}
      />
    ),
  })),
  {
    name: 'nothing-asked',
    element: (
      <FairnessPage
        {...overview}
        filter={{ ...filter, dimensions: [] }}
        asked={false}
        {...nothing}
      />
    ),
  },
  {
    name: 'before-the-first-release',
    element: <FairnessPage {...overview} release={undefined} {...nothing} />,
  },
];
