/** Reads out of the releases what one page of fairness shows: one kind of decision, the funnel, or everything at once. */
import { DEFAULT_CONDUCT_RULES, type Step } from '../../casework/conduct/conduct-rules.ts';
import { ANSWER_WITHIN_DAYS } from '../../casework/idea/decide.ts';
import type { Published } from '../../fairness/disclosure/gate.ts';
import {
  type Release,
  standingDeciders,
  standingDraws,
  standingItems,
  standingOutcomes,
  standingSanctions,
  standingWaiting,
  stepsOfBody,
} from '../../fairness/disclosure/release.ts';
import { standingFunnel } from '../../fairness/disclosure/released-funnel.ts';
import { nothingShown } from '../../fairness/disclosure/released-outcomes.ts';
import { type MeasuredTrend, standingTrend } from '../../fairness/disclosure/released-trend.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import type { ConductFigures } from '../../web/pages/fairness/conduct-figures.ts';
import { isDrawKind } from '../../web/pages/fairness/draws-section.tsx';
import {
  type Choice,
  type DecisionKind,
  type FunnelFigures,
  type KindFigures,
  OF_COMPLAINANTS,
  OF_RESPONDENTS,
  type WayName,
} from '../../web/pages/fairness/view.ts';
import { kinds } from '../../web/words/fairness-kinds.ts';
import { CONDUCT_HORIZONS } from '../../workflow/measure/conduct-waits.ts';
import { BESIDE_SERVICE, SERVICE } from '../../workflow/measure/count-after-exam.ts';
import { SCREENING } from '../../workflow/measure/count-conduct.ts';
import { FUNNEL, PASS, programPart } from '../../workflow/measure/count-outcomes.ts';
import { divisionBy, NOT_STATED, ofComplainants } from '../../workflow/measure/division.ts';
import { HORIZON_DAYS } from '../../workflow/measure/measure-waiting.ts';

type Releases = Published<readonly Release[]>;

export interface Asked {
  readonly dimension: Choice;
  /** Undefined: all programs together. */
  readonly program: string | undefined;
  /** The programs that there are, for the questions of their exams. */
  readonly offered: readonly string[];
}

/** A kind of which the newest release has no table does not exist yet. */
export const isReleased = ({ value }: Releases, kind: string): boolean =>
  value.at(-1)?.outcomes.tables.some((table) => table.kind === kind) === true;

export function kindFigures(releases: Releases, kind: DecisionKind, asked: Asked): KindFigures {
  const { dimension: chosen, program, offered } = asked;
  const dimension = chosen.value;
  const { groups } = divisionBy(dimension);
  const part = programPart(program);
  const draws = isDrawKind(kind) ? standingDraws(releases, { kind, dimension }) : undefined;
  return {
    ...(draws === undefined ? {} : { draws }),
    kind,
    dimension: chosen,
    groups,
    outcomes:
      standingOutcomes(releases, { kind, dimension, part, unstated: NOT_STATED }) ??
      nothingShown(groups.map(({ id }) => id)),
    waiting:
      kinds[kind].waiting === undefined
        ? undefined
        : standingWaiting(releases, { kind, dimension, part }),
    items:
      kind === PASS
        ? offered
            .filter((one) => program === undefined || one === program)
            .flatMap((one) => standingItems(releases, { dimension, program: one }) ?? [])
        : [],
    deciders: standingDeciders(releases, { kind, part }),
  };
}

export const trendOf = (
  releases: Releases,
  kind: DecisionKind,
  { dimension }: Asked,
): Published<MeasuredTrend> =>
  standingTrend(releases, { kind, dimension: dimension.value, unstated: NOT_STATED });

const STEPS: Readonly<Record<WayName, { steps: readonly string[]; branches: readonly string[] }>> =
  {
    funnel: { steps: FUNNEL, branches: [] },
    service: { steps: SERVICE, branches: Object.keys(BESIDE_SERVICE) },
  };

/** Serving is counted over all programs together: few serve. */
export function funnelFigures(
  releases: Releases,
  way: WayName,
  { dimension, program }: Asked,
): FunnelFigures | undefined {
  const of = {
    dimension: dimension.value,
    part: programPart(way === 'funnel' ? program : undefined),
    unstated: NOT_STATED,
  };
  const { steps, branches } = STEPS[way];
  const present = steps.filter((step) => isReleased(releases, step));
  const funnel = standingFunnel(releases, present, of);
  return funnel === undefined
    ? undefined
    : {
        ...{ way, dimension, groups: divisionBy(dimension.value).groups, funnel },
        branches: branches.flatMap((step) => {
          const table = standingOutcomes(releases, { ...of, kind: step });
          return table === undefined ? [] : [{ step, table }];
        }),
      };
}

const WEEKS_OF_BUSINESS_DAYS = 7 / 5;

/** What the rules of conduct promise whoever is complained about, from the beginning to the end of a wait. */
const daysFor = (...steps: readonly Step[]) =>
  ({
    kind: 'days-after',
    days: steps.reduce((sum, step) => sum + DEFAULT_CONDUCT_RULES.within[step].respondent, 0),
  }) as const;
const promisedOnConduct = {
  'conduct-screening': daysFor('screening'),
  'conduct-finding': daysFor('response', 'investigation', 'review', 'hearing', 'decision'),
  'conduct-appeal': daysFor('appeal'),
  'conduct-hope': daysFor('closing'),
} as const;

export const conductDays = (kind: DecisionKind) => ({
  horizon: CONDUCT_HORIZONS[kind] ?? HORIZON_DAYS,
  standard: standardDays(kind),
});

/** Undefined where no release measures complaints. */
export function conductFigures(releases: Releases, dimension: Choice): ConductFigures | undefined {
  if (!isReleased(releases, SCREENING)) {
    return undefined;
  }
  const asked = { dimension, program: undefined, offered: [] };
  const complainants = divisionBy(ofComplainants(dimension.value));
  const { groups } = divisionBy(dimension.value);
  const of = { dimension: dimension.value, part: programPart(undefined) };
  return {
    dimension,
    groups,
    respondents: OF_RESPONDENTS.map((kind) => kindFigures(releases, kind, asked)),
    complainants: OF_COMPLAINANTS.map((kind) => ({
      ...kindFigures(releases, kind, {
        ...asked,
        dimension: { value: complainants.dimension, label: complainants.title },
      }),
      waiting: undefined,
    })),
    sanctions: standingSanctions(releases, of),
    people:
      standingOutcomes(releases, { ...of, kind: FUNNEL[0], unstated: NOT_STATED }) ??
      nothingShown(groups.map(({ id }) => id)),
    trend: trendOf(releases, SCREENING, asked),
    body: stepsOfBody(releases),
  };
}

/** The days that a body gives itself for a kind of decision where a program's rules give none. */
export function standardDays(kind: DecisionKind): number {
  const own = programs.find(({ invented }) => invented) ?? programs[0];
  if (own === undefined) {
    return HORIZON_DAYS / 2;
  }
  const rules = defaultsOf(own);
  const rule = {
    eligibility: rules.decideWithin,
    pass: rules.decideWithin,
    accommodation: rules.decideAccommodationWithin,
    appeal: rules.decideAppealWithin,
    renewal: rules.renewal.answerWithin,
    'more-time': rules.renewal.answerWithin,
    audit: rules.decideWithin,
    'term-end': rules.renewal.answerWithin,
    'name-change': rules.decideNameWithin,
    ...promisedOnConduct,
    idea: { kind: 'days-after', days: ANSWER_WITHIN_DAYS } as const,
    // Nobody waits for these.
    ...{ 'term-renewed': rules.decideWithin, 'term-in-time': rules.decideWithin },
    ...{ 'audit-drawn': rules.decideWithin, 'seat-drawn': rules.decideWithin },
    'seat-chosen': rules.decideWithin,
    recognized: rules.decideWithin,
  }[kind];
  switch (rule.kind) {
    case 'days-after':
      return rule.days;
    case 'business-days-after':
      return Math.ceil(rule.days * WEEKS_OF_BUSINESS_DAYS);
    default:
      return HORIZON_DAYS / 2;
  }
}
