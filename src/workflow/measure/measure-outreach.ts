/**
 * What an outreach brought: of the people who came by its code, how many applied, were found eligible, sat the exam,
 * passed, and hold a credential. Each step counts people of the step before, once, and only what happened after they
 * came. Counted to the end of last month and let through the gate in steps of eleven.
 */
import type { Published } from '../../fairness/disclosure/gate.ts';
import { protectFunnel, type ShownStep } from '../../fairness/disclosure/published-funnel.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { World } from '../ports/ports.ts';
import { countedBefore, dayOf } from './division.ts';
import type { MeasuredJourney, Measurements } from './measurements.ts';

export const OUTREACH_STEPS = ['applied', 'eligible', 'sat', 'passed', 'certified'] as const;
export type OutreachStep = (typeof OUTREACH_STEPS)[number];
export type OutreachFunnel = Published<readonly ShownStep<OutreachStep>[]>;

/** By code; a code nobody came by reads as one by which few came. */
export async function measureOutreach(
  world: Pick<World, 'clock'> & { readonly measurements: Measurements },
  outreach: readonly { readonly code: string; readonly program: string }[],
): Promise<ReadonlyMap<string, OutreachFunnel>> {
  const before = countedBefore(world);
  const journeys = outreach.length === 0 ? [] : await world.measurements.journeys();
  return new Map(
    outreach.map(({ code, program }) => {
      const own = journeys.filter((one) => one.code === code && one.program === program);
      const reached = own.map((journey) => stepsReached(journey, before));
      const steps = OUTREACH_STEPS.map((step, place) => ({
        step,
        people: reached.filter((count) => count > place).length,
      }));
      return [code, protectFunnel(steps)];
    }),
  );
}

/** How many steps one person took, one after the other, before a day. */
function stepsReached(journey: MeasuredJourney, before: CivilDate): number {
  const { program, cameAt, appliedOn, eligibleAt, satAt, passedAt, certifiedAt } = journey;
  const came = dayOf(program, cameAt);
  const days = [
    appliedOn.filter((day) => day >= came).toSorted()[0],
    ...[eligibleAt, satAt, passedAt, certifiedAt].map((at) =>
      at === undefined ? undefined : dayOf(program, at),
    ),
  ];
  const stopped = days.findIndex((day) => day === undefined || day < came || day >= before);
  return stopped === -1 ? days.length : stopped;
}
