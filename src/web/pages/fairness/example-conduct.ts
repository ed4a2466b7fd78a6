/** Invented figures for the examples of the page on complaints: with a finding, and where nearly everything is withheld. */

import { protectDeciders } from '../../../fairness/disclosure/published-deciders.ts';
import { protectFunnel } from '../../../fairness/disclosure/published-funnel.ts';
import { protectSanctions } from '../../../fairness/disclosure/published-sanctions.ts';
import { standingOutcomes, storedReleases } from '../../../fairness/disclosure/release.ts';
import { nothingShown } from '../../../fairness/disclosure/released-outcomes.ts';
import { standingTrend } from '../../../fairness/disclosure/released-trend.ts';
import { divisionBy, ofComplainants } from '../../../workflow/measure/division.ts';
import type { ConductFigures } from './conduct-figures.ts';
import { figuresIn, newest, raceChoice, releaseOf, trainedChoice } from './example-figures.ts';
import { type Choice, OF_COMPLAINANTS, OF_RESPONDENTS } from './view.ts';

type Tables = Parameters<typeof releaseOf>[1];
const NOBODY = { items: [], deciders: protectDeciders([]) };
const UNSTATED = 'not-stated';

function conductIn(
  dimension: Choice,
  tables: Tables,
  comparison: Parameters<typeof protectSanctions>[1],
): ConductFigures {
  const releases = storedReleases([releaseOf(newest, tables)]);
  const complainants = divisionBy(ofComplainants(dimension.value));
  const { groups } = divisionBy(dimension.value);
  const respondents = OF_RESPONDENTS.map((kind) => figuresIn(releases, kind, dimension, NOBODY));
  const found = respondents.find(({ kind }) => kind === 'conduct-finding');
  return {
    ...{ dimension, groups, respondents },
    complainants: OF_COMPLAINANTS.map((kind) => ({
      ...figuresIn(
        releases,
        kind,
        { value: complainants.dimension, label: complainants.title },
        NOBODY,
      ),
      waiting: undefined,
    })),
    sanctions: found === undefined ? undefined : protectSanctions(found.outcomes, comparison),
    people:
      standingOutcomes(releases, {
        ...{ kind: 'step-eligible', dimension: dimension.value },
        ...{ part: undefined, unstated: UNSTATED },
      }) ?? nothingShown(groups.map(({ id }) => id)),
    trend: standingTrend(releases, {
      ...{ kind: 'conduct-screening', dimension: dimension.value, unstated: UNSTATED },
    }),
    body: protectFunnel([
      { step: 'looked-at', people: 71 },
      { step: 'taken-up', people: 52 },
      { step: 'concluded', people: 38 },
      { step: 'put-right', people: 9 },
    ]),
  };
}

const TRAINED = trainedChoice.value;

export const complaints = conductIn(
  trainedChoice,
  [
    {
      kind: 'step-eligible',
      dimension: TRAINED,
      parts: {
        all: [
          ['trained-us', 1360, 1580],
          ['trained-abroad', 440, 520],
          ['not-stated', 790, 910],
        ],
      },
    },
    {
      kind: 'conduct-screening',
      dimension: TRAINED,
      parts: {
        all: [
          ['trained-us', 173, 224],
          ['trained-abroad', 72, 96],
          ['not-stated', 116, 144],
        ],
        'year:2024': [['trained-us', 50, 66]],
        'year:2025': [
          ['trained-us', 70, 90],
          ['trained-abroad', 30, 41],
          ['not-stated', 51, 63],
        ],
      },
    },
    {
      kind: 'conduct-finding',
      dimension: TRAINED,
      parts: {
        all: [
          ['trained-us', 85, 144],
          ['trained-abroad', 42, 59],
          ['not-stated', 63, 95],
        ],
      },
    },
    { kind: 'conduct-appeal', dimension: TRAINED, parts: { all: [['trained-us', 18, 44]] } },
    {
      kind: 'conduct-screening',
      dimension: ofComplainants(TRAINED),
      parts: {
        all: [
          ['trained-us', 118, 156],
          ['trained-abroad', 40, 58],
          ['not-stated', 203, 250],
        ],
      },
    },
    {
      kind: 'conduct-hope',
      dimension: ofComplainants(TRAINED),
      parts: {
        all: [
          ['trained-us', 64, 153],
          ['trained-abroad', 29, 58],
          ['not-stated', 103, 251],
        ],
      },
    },
  ],
  {
    exact: () => 0.0004,
    compare: () =>
      new Map([
        [
          'trained-abroad',
          {
            superiority: { value: 0.81, low: 0.71, high: 0.88 },
            odds: { value: 8.2, low: 3.9, high: 17.1 },
            verdict: { state: 'disparity-shown' },
          },
        ],
        [
          'not-stated',
          {
            superiority: { value: 0.56, low: 0.46, high: 0.65 },
            odds: undefined,
            verdict: { state: 'cannot-tell-yet', furtherPeople: 166, because: undefined },
          },
        ],
      ]),
  },
);

/** Hardly anything can be shown. */
export const fewComplaints = conductIn(
  raceChoice,
  [
    { kind: 'conduct-screening', dimension: raceChoice.value, parts: { all: [['white', 21, 34]] } },
    { kind: 'conduct-finding', dimension: raceChoice.value, parts: { all: [] } },
  ],
  { exact: () => undefined, compare: () => new Map() },
);
