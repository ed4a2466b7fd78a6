/**
 * What a body sets for hearing complaints about conduct: how long each step may take for each side, how long people have to
 * answer and to appeal, by which proof a breach is found, which sanctions there are. A matter carries the rules under which
 * it began. Limits of CCM and CDMS were not found; these defaults follow what other bodies publish.
 */
import type { YearlyRule } from '../../kernel/dates/date-rule.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';

export type Side = 'complainant' | 'respondent';
export const SIDES: readonly Side[] = ['complainant', 'respondent'];

/** The steps in which the body owes both sides something by a day. */
export type Step =
  | 'screening'
  | 'screening-appeal'
  | 'notice'
  | 'response'
  | 'investigation'
  | 'review'
  | 'hearing'
  | 'decision'
  | 'appeal'
  | 'effect'
  | 'interim-appeal'
  | 'reinstatement'
  /** Each complainant is told whether what they hoped for came about, and why. */
  | 'closing';

/** Days within which a step is promised to each side; both are counted from the day on which it begins. */
export interface StepLimit {
  readonly complainant: number;
  readonly respondent: number;
}

export interface ConductRules {
  readonly id: string;
  readonly within: Readonly<Record<Step, StepLimit>>;
  readonly holidays: readonly YearlyRule[];
  /** How long after the conduct somebody may complain. */
  readonly filingMonths: number;
  /** How long the respondent has to answer. */
  readonly answerDays: number;
  /** How long before a hearing its day is told. */
  readonly hearingNoticeDays: number;
  readonly appealDays: number;
  /** The longest an interim suspension may last. */
  readonly interimDays: number;
  /** How long the respondent has to think an agreement over. */
  readonly offerDays: number;
  readonly panelSize: number;
  readonly standard: StandardOfProof;
}

export type StandardOfProof = 'more-likely-than-not' | 'clear-and-convincing';

const both = (days: number): StepLimit => ({ complainant: days, respondent: days });

export const DEFAULT_CONDUCT_RULES: ConductRules = {
  id: 'conduct-1',
  within: {
    screening: both(30),
    'screening-appeal': both(45),
    notice: both(10),
    response: { complainant: 45, respondent: 35 },
    investigation: both(60),
    review: both(45),
    hearing: both(90),
    decision: both(30),
    appeal: both(60),
    effect: both(14),
    'interim-appeal': both(10),
    reinstatement: both(60),
    closing: both(14),
  },
  holidays: FEDERAL_HOLIDAYS,
  filingMonths: 36,
  answerDays: 30,
  hearingNoticeDays: 30,
  appealDays: 30,
  interimDays: 60,
  offerDays: 21,
  panelSize: 3,
  standard: 'clear-and-convincing',
};

export type SanctionKind =
  | 'private-reprimand'
  | 'public-reprimand'
  | 'probation'
  | 'suspension'
  | 'revocation';

/** From the mildest to the hardest, and whether the public is told. */
export const SANCTIONS: readonly { readonly kind: SanctionKind; readonly isPublic: boolean }[] = [
  { kind: 'private-reprimand', isPublic: false },
  { kind: 'public-reprimand', isPublic: true },
  { kind: 'probation', isPublic: true },
  { kind: 'suspension', isPublic: true },
  { kind: 'revocation', isPublic: true },
];

/** 0 is the mildest. */
export const severityOf = (kind: SanctionKind): number =>
  SANCTIONS.findIndex((sanction) => sanction.kind === kind);

export const isPublic = (kind: SanctionKind): boolean =>
  SANCTIONS.some((sanction) => sanction.kind === kind && sanction.isPublic);

export type AppealGround =
  | 'process-not-followed'
  | 'rule-misread'
  | 'conflict-of-interest'
  | 'sanction-out-of-measure'
  | 'new-evidence';

export type AppealEffect = 'stands' | 'reversed' | 'lessened' | 'heard-again';

/** The closed list of grounds against a conduct decision, each with what it can lead to where it is found. */
export const APPEAL_GROUNDS: Readonly<Record<AppealGround, readonly AppealEffect[]>> = {
  'process-not-followed': ['heard-again', 'reversed'],
  'rule-misread': ['reversed', 'lessened', 'heard-again'],
  'conflict-of-interest': ['heard-again'],
  'sanction-out-of-measure': ['lessened'],
  'new-evidence': ['heard-again', 'reversed'],
};
