/**
 * The programs on offer. The Commission's two are shown as facts and issue nothing; the Larkspur Board, an invented
 * body, runs the same rules under names of its own, and one program more.
 */
import { FEDERAL_HOLIDAYS } from '../calendar/federal-holidays.ts';
import type { BodyDefaults, OfferedProgram } from '../definition/offered-program.ts';
import { ccmRules } from './ccm.ts';
import { cdmsRules } from './cdms.ts';
import { navigatorRules } from './navigator.ts';
import { renewalDefaults } from './operator-defaults.ts';

const commission = {
  body: { id: 'commission', name: 'Commission for Case Manager Certification' },
  owner: { name: 'Commission for Case Manager Certification', short: 'the Commission' },
} as const;

const disclaimer =
  'Not affiliated with or endorsed by the Commission for Case Manager Certification; check with the owner.';

const larkspur = { id: 'larkspur', name: 'Larkspur Board for Care Professions' } as const;

const larkspurDefaults: BodyDefaults = {
  setBy: 'the Larkspur Board',
  zone: 'America/New_York',
  appealDays: 30,
  decideWithin: { kind: 'days-after', days: 30 },
  decideAppealWithin: { kind: 'days-after', days: 45 },
  decideAccommodationWithin: { kind: 'business-days-after', days: 15 },
  decideNameWithin: { kind: 'business-days-after', days: 10 },
  answerConcernWithin: { kind: 'business-days-after', days: 7 },
  holidays: FEDERAL_HOLIDAYS,
  fullTimeHoursPerWeek: 35,
  unsetDomainWeights: 'even-share',
  renewal: renewalDefaults,
};

const invented = 'Invented program of an invented body.';

export const programs: readonly OfferedProgram[] = [
  {
    id: 'ccm',
    name: 'Certified Case Manager',
    designation: 'CCM',
    ...commission,
    realMark: true,
    invented: false,
    notice: disclaimer,
    rules: ccmRules,
    defaults: null,
  },
  {
    id: 'cdms',
    name: 'Certified Disability Management Specialist',
    designation: 'CDMS',
    ...commission,
    realMark: true,
    invented: false,
    notice: disclaimer,
    rules: cdmsRules,
    defaults: null,
  },
  {
    id: 'larkspur-care',
    name: 'Larkspur Care Coordinator',
    designation: 'LCC',
    body: larkspur,
    owner: commission.owner,
    realMark: false,
    invented: true,
    notice: `${invented} It runs rules that were published for CCM. ${disclaimer}`,
    rules: ccmRules,
    defaults: larkspurDefaults,
  },
  {
    id: 'larkspur-work',
    name: 'Larkspur Work Ability Specialist',
    designation: 'LWS',
    body: larkspur,
    owner: commission.owner,
    realMark: false,
    invented: true,
    notice: `${invented} It runs rules that were published for CDMS. ${disclaimer}`,
    rules: cdmsRules,
    defaults: larkspurDefaults,
  },
  {
    id: 'larkspur-navigator',
    name: 'Larkspur Health Navigator',
    designation: 'LHN',
    body: larkspur,
    owner: { name: larkspur.name, short: 'the Larkspur Board' },
    realMark: false,
    invented: true,
    notice: `${invented} Its rules are invented too.`,
    rules: navigatorRules,
    defaults: larkspurDefaults,
  },
];

export const programOf = (id: string): OfferedProgram | undefined =>
  programs.find((program) => program.id === id);
