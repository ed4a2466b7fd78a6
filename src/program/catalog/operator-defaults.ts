/**
 * What a body works by until it sets its own: used for a program whose owner has set nothing and whose mark has been
 * authorized here. Pages say who set it.
 */
import { FEDERAL_HOLIDAYS } from '../calendar/federal-holidays.ts';
import type { BodyDefaults, OfferedProgram } from '../definition/offered-program.ts';

const operatorDefaults: BodyDefaults = {
  setBy: 'the body that runs this service',
  zone: 'America/New_York',
  appealDays: 30,
  decideWithin: { kind: 'days-after', days: 42 },
  decideAppealWithin: { kind: 'days-after', days: 45 },
  decideAccommodationWithin: { kind: 'business-days-after', days: 15 },
  answerConcernWithin: { kind: 'business-days-after', days: 7 },
  holidays: FEDERAL_HOLIDAYS,
  fullTimeHoursPerWeek: 35,
  unsetDomainWeights: 'even-share',
};

export const defaultsOf = (program: OfferedProgram): BodyDefaults =>
  program.defaults ?? operatorDefaults;
