/**
 * An invented program, here to show that nothing assumes the shape of another: it is open all year, asks for two of
 * three ways in, its exam has two parts that are passed each on its own, and its credential ends on its anniversary.
 * Set by the invented Larkspur Board.
 */
import { date } from '../../kernel/dates/civil-date.ts';
import type { OffsetRule } from '../../kernel/dates/date-rule.ts';
import type { CriterionDefinition } from '../definition/criterion.ts';
import type { HourMinimum, RenewalRules } from '../definition/renewal-rules.ts';
import type { ExamPart, RulesVersion } from '../definition/rules.ts';
import { notSet, type Sourced, seen } from '../definition/sourced.ts';
import { fact } from './facts.ts';

const board = ['BOARD'];
const set = <Value>(value: Value): Sourced<Value> => seen(value, board);

const criteria: readonly CriterionDefinition[] = [
  {
    id: 'training',
    title: 'Training',
    rule: 'Has finished at least 120 hours of training in helping people find and use care.',
    sources: board,
    standing: 'seen',
    evidence: 'education',
    facts: [
      fact('hours', 'number', 'Hours of training'),
      fact('finished', 'month', 'Month it was finished'),
    ],
    tests: [
      { kind: 'at-least', fact: 'hours', count: 120, unit: 'hours' },
      { kind: 'has-come', fact: 'finished' },
    ],
  },
  {
    id: 'practice',
    title: 'Recent practice',
    rule: 'Has at least 500 hours of practice, paid or not, the latest of them within the past 24 months.',
    sources: board,
    standing: 'seen',
    evidence: 'employment',
    facts: [
      fact('hours', 'number', 'Hours of practice'),
      fact('latest', 'month', 'Latest month of practice'),
    ],
    tests: [
      { kind: 'at-least', fact: 'hours', count: 500, unit: 'hours' },
      { kind: 'within-months', fact: 'latest', months: 24 },
    ],
  },
  {
    id: 'community',
    title: 'Standing in a community',
    rule: 'A community group confirms at least 12 months of helping its members find care.',
    sources: board,
    standing: 'seen',
    evidence: 'employment',
    facts: [
      fact('months', 'number', 'Months of helping'),
      fact('confirmed', 'yes-no', 'A community group confirmed it'),
    ],
    tests: [
      { kind: 'at-least', fact: 'months', count: 12, unit: 'months' },
      { kind: 'yes', fact: 'confirmed' },
    ],
  },
  {
    id: 'code',
    title: 'Code of conduct',
    rule: 'Agrees to keep the code of conduct of this credential.',
    sources: board,
    standing: 'seen',
    evidence: 'own-word',
    facts: [fact('agreed', 'yes-no', 'Agreed to keep the code of conduct')],
    tests: [{ kind: 'yes', fact: 'agreed' }],
  },
];

const part = (
  id: string,
  title: string,
  domains: readonly (readonly [id: string, title: string])[],
): ExamPart => ({
  id,
  title,
  items: { total: set(8), scored: set(8), pretest: set(0) },
  minutes: set(8),
  domains: domains.map(([domain, words]) => ({
    id: domain,
    title: set(words),
    percent: set(100 / domains.length),
  })),
  passRule: set('A score at or above the passing score of this part.'),
});

const months = (count: number): OffsetRule => ({ kind: 'months-after', months: count });
const days = (count: number): OffsetRule => ({ kind: 'days-after', days: count });
const ethics = (hours: number): HourMinimum => ({
  subject: 'ethics',
  title: 'ethics',
  hours: set(hours),
});

/** Terms that begin up to the end of 2026. */
const firstRenewal: RenewalRules = {
  everyYears: set(3),
  ends: { kind: 'anniversary' },
  windows: { kind: 'counted', opensDaysBefore: set(180), decideWithin: set(days(15)) },
  hours: set(30),
  minimums: [ethics(3)],
  maximums: [],
  blocks: null,
  carryOverHours: set(0),
  repeatedCourse: set('once-a-term'),
  approvedBefore: set('A course of an approved provider counts as it is.'),
  reviewedAfterward: set('Another course is reviewed when it is sent in, at no cost.'),
  licenseCopy: set(false),
  byExam: set(false),
  examInEndYear: notSet(),
  late: {
    acceptedDays: set(60),
    needs: set(['30 hours before the credential ended']),
    needsReason: set(false),
    notAReason: notSet(),
    hoursBeforeEnd: set(true),
    firstReplyWithin: set(days(15)),
    afterThat: set('Reinstatement, and after that a new application.'),
  },
  extension: { offered: set(true), longest: set(months(12)) },
  retired: {
    offered: set(true),
    ownersDesignation: notSet('No letters were set.'),
    electWithin: set(months(12)),
    returnWithin: set(months(36)),
    returnNeeds: set(['What a renewal needs']),
  },
  reinstatement: {
    within: set(months(12)),
    needs: set(['What a renewal needs, earned by then', 'The reinstatement fee']),
  },
  audit: { held: set(true), percent: set(5) },
};

/** Terms that begin from 2027 on: ten years in five periods, each with hours of its own. */
const renewalInBlocks: RenewalRules = {
  ...firstRenewal,
  everyYears: set(10),
  hours: set(100),
  minimums: [
    ethics(10),
    {
      subject: 'language-access',
      title: 'language access',
      hours: set(4),
      until: set({ kind: 'after-start', within: months(48) }),
    },
  ],
  blocks: {
    years: set(2),
    hours: set(20),
    minimums: [ethics(2)],
    maximums: [
      { delivery: 'self-paced', title: 'self-paced courses', hours: set(8) },
      { delivery: 'teaching', title: 'teaching', hours: set(6) },
    ],
    shortfall: set('What a period lacked is added to the next.'),
  },
  late: { ...firstRenewal.late, needs: set(['100 hours before the credential ended']) },
};

const rules: RulesVersion = {
  id: 'navigator/2023',
  from: date('2023-01-01'),
  to: date('2026-12-31'),
  fromNote: 'Set by the Larkspur Board, an invented body.',
  criteria,
  pathway: {
    kind: 'all',
    of: [
      {
        kind: 'at-least',
        count: 2,
        of: [
          { kind: 'criterion', criterion: 'training' },
          { kind: 'criterion', criterion: 'practice' },
          { kind: 'criterion', criterion: 'community' },
        ],
      },
      { kind: 'criterion', criterion: 'code' },
    ],
  },
  intake: {
    kind: 'always-open',
    decideWithin: set({ kind: 'days-after', days: 30 }),
    examWithin: set({ kind: 'months-after', months: 6 }),
  },
  accommodationRequestsUntil: set('10 days before the exam'),
  fees: [
    { id: 'application', title: 'Application', amount: set(40), refundable: true },
    { id: 'exam', title: 'Exam, both parts', amount: set(60), refundable: false },
    { id: 'retake', title: 'Taking one part again', amount: set(30), refundable: false },
    { id: 'renewal-by-hours', title: 'Renewal', amount: set(50), refundable: true },
    {
      id: 'late-renewal',
      title: 'Late renewal, added to the renewal fee',
      amount: set(20),
      refundable: true,
    },
    {
      id: 'reinstatement',
      title: 'Reinstatement, added to the renewal fee',
      amount: set(40),
      refundable: true,
    },
  ],
  exam: {
    blueprint: 'demonstration',
    basis: set('An outline written for demonstration; no study of the work was done'),
    parts: [
      part('knowledge', 'Part 1: Knowledge', [
        ['coverage', 'Coverage and access'],
        ['communication', 'Communication'],
      ]),
      part('practice', 'Part 2: Practice', [
        ['guiding', 'Guiding a person through care'],
        ['boundaries', 'Boundaries and duties'],
      ]),
    ],
    combination: 'conjunctive',
    delivery: set('On a computer, anywhere'),
    results: set('At the end of the exam'),
    jobAnalysisEveryYears: notSet(),
  },
  retake: {
    rule: set('A part that was not passed may be taken again after 30 days; a passed part stands.'),
    afterThat: set('A new application.'),
    attemptsPerApplication: set(3),
    deferrals: set(2),
    deferralUsesRetake: set(false),
    lifetimeLimit: notSet('No limit was set.'),
  },
  renewal: firstRenewal,
  code: {
    ownersTitle: set('Larkspur Code of Conduct'),
    lastRevisionSeen: set('January 2026'),
    sections: set(['Principles', 'Rules', 'Definitions', 'Complaints and appeals']),
    binding: set(['Principles: advice', 'Rules: binding']),
    committee: set('Conduct Panel'),
    complaintDays: set(60),
  },
  appealDays: {
    eligibility: set(45),
    accommodation: set(45),
    renewal: set(45),
    audit: set(45),
    'term-end': set(45),
  },
  sources: {
    BOARD: { address: 'Set by the Larkspur Board, an invented body', whose: 'owner' },
  },
};

const { to: _ended, ...standing } = rules;
const inBlocks: RulesVersion = {
  ...standing,
  id: 'navigator/2027',
  from: date('2027-01-01'),
  fromNote:
    'Set by the Larkspur Board, an invented body. Only how a credential is kept has changed.',
  renewal: renewalInBlocks,
};

export const navigatorRules: readonly RulesVersion[] = [rules, inBlocks];
