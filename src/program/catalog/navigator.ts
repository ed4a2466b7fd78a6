/**
 * An invented program, here to show that nothing assumes the shape of another: it is open all year, asks for two of
 * three ways in, its exam has two parts that are passed each on its own, and its credential ends on its anniversary.
 * Set by the invented Larkspur Board.
 */
import { date } from '../../kernel/dates/civil-date.ts';
import type { CriterionDefinition } from '../definition/criterion.ts';
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

const rules: RulesVersion = {
  id: 'navigator/2023',
  from: date('2023-01-01'),
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
  renewal: {
    everyYears: set(3),
    ends: { kind: 'anniversary' },
    windows: [],
    hours: set(30),
    ethicsHours: set(3),
    byExam: set(false),
    acceptedDaysLate: set(60),
    lateNeeds: set(['30 hours before the credential ended']),
  },
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
  },
  sources: {
    BOARD: { address: 'Set by the Larkspur Board, an invented body', whose: 'owner' },
  },
};

export const navigatorRules: readonly RulesVersion[] = [rules];
