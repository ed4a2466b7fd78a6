/**
 * The funnel from applied to chaired: who is left at each step. A later step that goes the other way does not
 * mend an earlier one, so every step is judged: against the step before (of those who got there, who went
 * on), against the start (cumulative), and each step's people against the population outside.
 *
 *     conditional rate = people at this step / people at the last;  cumulative = / people at the first
 *     representation = share of the group at this step / its share outside
 *
 * Source: no defense by the bottom line, Connecticut v. Teal, 457 U.S. 440 (1982), where the exam's ratio was
 * .68 though more of the group was promoted in the end. Shares outside are a known number here; the interval
 * covers the people at the step only (Wilson 1927).
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type Interval, wilson } from '../../numerics/tables/intervals.ts';
import { compareOutcomes, type OutcomeComparison } from './compare-outcomes.ts';

export interface FunnelStep {
  /** "applied", "eligible", "sat" and so on. */
  readonly step: string;
  /** People of each group who got this far. */
  readonly people: ReadonlyMap<string, number>;
}

export interface OutsideShare {
  /** Share of the group among the people outside, between 0 and 1. */
  readonly share: number;
  /** Where the share is from, and of when. */
  readonly source: string;
}

export interface Representation {
  readonly share: number;
  readonly interval: Interval;
  readonly outside: OutsideShare;
  /** Share at the step over share outside. */
  readonly ratio: number;
  readonly ratioInterval: Interval;
}

export interface FunnelResult {
  readonly step: string;
  readonly focalPeople: number;
  readonly referencePeople: number;
  /** Of those at the step before; refused at the first step and where a group has nobody left. */
  readonly conditional: Result<OutcomeComparison, 'no-people' | 'first-step'>;
  /** Of those at the first step. */
  readonly cumulative: Result<OutcomeComparison, 'no-people' | 'first-step'>;
  /** Refused where the share outside is not known or nobody is at the step. */
  readonly representation: Result<Representation, 'no-outside' | 'no-people'>;
}

const CONFIDENCE = 0.95;

/** Refused where a step holds more people of a group than the step before. */
export function funnel(
  steps: readonly FunnelStep[],
  focal: string,
  reference: string,
  outside?: OutsideShare,
): Result<readonly FunnelResult[], 'grows' | 'no-steps'> {
  const first = steps[0];
  if (first === undefined) {
    return refuse('no-steps', 'a funnel needs at least one step');
  }
  const growing = growingStep(steps);
  if (growing !== undefined) {
    return refuse('grows', growing);
  }
  const compared = (from: FunnelStep, to: FunnelStep) =>
    compareOutcomes(
      { group: focal, succeeded: peopleOf(to, focal), total: peopleOf(from, focal) },
      { group: reference, succeeded: peopleOf(to, reference), total: peopleOf(from, reference) },
    );
  const start = refuse('first-step', 'the first step has none before it');
  return success(
    steps.map((step, place) => ({
      step: step.step,
      focalPeople: peopleOf(step, focal),
      referencePeople: peopleOf(step, reference),
      conditional: place === 0 ? start : compared(at(steps, place - 1), step),
      cumulative: place === 0 ? start : compared(first, step),
      representation: represented(step, focal, outside),
    })),
  );
}

const peopleOf = ({ people }: FunnelStep, group: string): number => people.get(group) ?? 0;

function growingStep(steps: readonly FunnelStep[]): string | undefined {
  for (let place = 1; place < steps.length; place += 1) {
    const [before, now] = [at(steps, place - 1), at(steps, place)];
    for (const [group, people] of now.people) {
      if (people > peopleOf(before, group)) {
        return `"${now.step}" holds ${people} people of "${group}", "${before.step}" only ${peopleOf(before, group)}: a later step cannot hold more`;
      }
    }
  }
  return undefined;
}

function represented(
  step: FunnelStep,
  focal: string,
  outside: OutsideShare | undefined,
): Result<Representation, 'no-outside' | 'no-people'> {
  if (outside === undefined || !(outside.share > 0 && outside.share <= 1)) {
    return refuse('no-outside', 'the share of the group outside is not known');
  }
  const all = [...step.people.values()].reduce((sum, people) => sum + people, 0);
  if (all === 0) {
    return refuse('no-people', `nobody is at the step "${step.step}"`);
  }
  const share = peopleOf(step, focal) / all;
  const interval = wilson(peopleOf(step, focal), all, CONFIDENCE);
  return success({
    share,
    interval,
    outside,
    ratio: share / outside.share,
    ratioInterval: { low: interval.low / outside.share, high: interval.high / outside.share },
  });
}
