/**
 * What a body works by until it sets its own: used for a program whose owner has set nothing and whose mark has been
 * authorized here. Pages say who set it.
 */
import { FEDERAL_HOLIDAYS } from '../calendar/federal-holidays.ts';
import type {
  BodyDefaults,
  OfferedProgram,
  RenewalDefaults,
} from '../definition/offered-program.ts';

export const renewalDefaults: RenewalDefaults = {
  carryOverHours: 0,
  repeatedCourse: 'each-time',
  lateHoursBeforeEnd: true,
  answerWithin: { kind: 'business-days-after', days: 7 },
  longestExtension: { kind: 'months-after', months: 6 },
  returnWithin: { kind: 'months-after', months: 60 },
  auditPercent: 5,
  answerAuditWithin: { kind: 'days-after', days: 60 },
  makeGoodWithin: { kind: 'days-after', days: 90 },
  answerEndWithin: { kind: 'days-after', days: 30 },
};

const operatorDefaults: BodyDefaults = {
  setBy: 'the body that runs this service',
  zone: 'America/New_York',
  appealDays: 30,
  decideWithin: { kind: 'days-after', days: 42 },
  decideAppealWithin: { kind: 'days-after', days: 45 },
  decideAccommodationWithin: { kind: 'business-days-after', days: 15 },
  decideNameWithin: { kind: 'business-days-after', days: 10 },
  answerConcernWithin: { kind: 'business-days-after', days: 7 },
  holidays: FEDERAL_HOLIDAYS,
  fullTimeHoursPerWeek: 35,
  unsetDomainWeights: 'even-share',
  renewal: renewalDefaults,
};

export const defaultsOf = (program: OfferedProgram): BodyDefaults =>
  program.defaults ?? operatorDefaults;
