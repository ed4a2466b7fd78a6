/**
 * The statement a body has made about whom it serves and how, line by line in our own short words, and for each line
 * what in this product keeps it today. A line that nothing keeps says so: an empty list is shown as "nothing yet".
 * The statement is the Commission's; the restatements are ours, and the Commission has not reviewed them.
 */
import type { YearlyRule } from '../../kernel/dates/date-rule.ts';
import { REPORT_DAY } from './report-day.ts';

/** Something anybody can look at or use. `href` is an address of this site; without one it is not a public page. */
export interface Keeping {
  readonly text: string;
  readonly href: string | undefined;
}

export interface PledgeLine {
  readonly id: string;
  readonly kind: 'principle' | 'commitment' | 'mission';
  readonly restated: string;
  /** Empty: nothing keeps this line yet. */
  readonly keptBy: readonly Keeping[];
  /** Undefined: nobody measures it yet. */
  readonly measuredBy: string | undefined;
  /** The office that answers for the line. */
  readonly owner: string;
  /** When its owner next reports on it; undefined while there is nothing to report. */
  readonly next: YearlyRule | undefined;
}

const at = (href: string, text: string): Keeping => ({ text, href });
const within = (text: string): Keeping => ({ text, href: undefined });

const criteria = at('/programs', 'Every criterion, fee and date is published with its source.');
const verify = at('/verify', 'Anybody can check a credential, and sees at once if it was revoked.');
const log = at('/log', 'Every decision is in a log that nobody can rewrite.');
const concern = at('/concern', 'Anybody can raise a concern without an account or a name.');
const blind = within('Whoever decides sees the facts, never who it is.');
const appeal = within('Every decision comes with reasons and can be appealed to other people.');
const accommodation = within('Accommodations are decided under a published four-part test.');
const openings = at(
  '/openings',
  'Seats in the body are published, and everybody who qualifies is told.',
);
const recognitions = at(
  '/recognitions',
  'Practice, mentoring and service are recognized by published criteria, read without a name.',
);
const stories = at(
  '/stories',
  'Certificants tell of their work, under as much of their name as they like.',
);
const ideas = at(
  '/ideas',
  'Anybody can propose a change, and gets an answer with a reason by a promised day.',
);
const outcomes = at(
  '/reports',
  'A public report shows who is found eligible, who waits and who passes, by group, with the uncertainty.',
);

const endOfMay: YearlyRule = { kind: 'last-day-of-month', month: 5 };
const endOfAugust: YearlyRule = { kind: 'last-day-of-month', month: 8 };

export const PRINCIPLES: readonly PledgeLine[] = [
  {
    id: 'public-interest',
    kind: 'principle',
    restated: 'The public comes first, always.',
    keptBy: [criteria, verify, log],
    measuredBy: 'Decisions found in the log, out of all decisions taken.',
    owner: 'Director',
    next: endOfMay,
  },
  {
    id: 'rights-and-dignity',
    kind: 'principle',
    restated: 'Everybody has rights and a worth of their own, and we respect both.',
    keptBy: [appeal, accommodation, concern],
    measuredBy: 'Days until an answer, against the day promised; appeals that changed a decision.',
    owner: 'Director',
    next: endOfMay,
  },
  {
    id: 'objectivity',
    kind: 'principle',
    restated: 'Judgment about clients rests on facts, not on liking or interest.',
    keptBy: [
      blind,
      within('A decider with a conflict steps aside, and that is recorded.'),
      concern,
    ],
    measuredBy: 'Identities shown to a decider, and why; times a decider stepped aside.',
    owner: 'Ethics committee chair',
    next: endOfMay,
  },
  {
    id: 'integrity',
    kind: 'principle',
    restated: 'Deal honestly, with dignity, and keep faith with clients and everybody else.',
    keptBy: [log, concern],
    measuredBy: 'Concerns received and answered, and how long the answer took.',
    owner: 'Ethics committee chair',
    next: endOfMay,
  },
];

export const COMMITMENTS: readonly PledgeLine[] = [
  {
    id: 'condemn-discrimination',
    kind: 'commitment',
    restated: 'Condemn discrimination and whatever brings it about.',
    keptBy: [blind, outcomes, concern],
    measuredBy: 'Eligibility and pass rates by group, as a ratio with its interval.',
    owner: 'Director',
    next: REPORT_DAY,
  },
  {
    id: 'celebrate-each-person',
    kind: 'commitment',
    restated: 'Celebrate what makes each case manager and disability management specialist unique.',
    keptBy: [recognitions, stories],
    measuredBy: 'Who is recognized, by group, out of those nominated.',
    owner: 'Board chair',
    next: endOfAugust,
  },
  {
    id: 'seek-diversity',
    kind: 'commitment',
    restated: 'Value diversity and inclusion in both professions, and go looking for them.',
    keptBy: [
      within('Applicants may tell us about themselves, sealed off from everybody who decides.'),
      outcomes,
    ],
    measuredBy: 'Who applies, by group, among those who chose to tell us.',
    owner: 'Director',
    next: REPORT_DAY,
  },
  {
    id: 'widen-access',
    kind: 'commitment',
    restated:
      'Make room for everybody to take part, come up with ideas and lead, as far as the criteria for certification allow.',
    keptBy: [
      openings,
      ideas,
      within('Whoever is certified can mentor whoever wants to be.'),
      accommodation,
      within('The application works on any device, by keyboard and with JavaScript off.'),
    ],
    measuredBy:
      'Accommodations asked for and granted; who comes forward, is chosen or drawn, and serves, by group.',
    owner: 'Board chair',
    next: endOfAugust,
  },
  {
    id: 'draw-on-perspectives',
    kind: 'commitment',
    restated: 'Draw on what a diverse profession knows, sees and contributes.',
    keptBy: [ideas],
    measuredBy: 'Ideas proposed, answered, adopted and late, and by group how often and how fast.',
    owner: 'Exam committee chair',
    next: endOfAugust,
  },
  {
    id: 'highlight-diversity',
    kind: 'commitment',
    restated: 'Show diversity at work, so that clients become healthier and live better.',
    keptBy: [],
    measuredBy: undefined,
    owner: 'Board chair',
    next: undefined,
  },
  {
    id: 'end-systemic-racism',
    kind: 'commitment',
    restated:
      'Speak up for an end to systemic racism, and for the dignity and value of every person.',
    keptBy: [
      outcomes,
      at(
        '/reports',
        'Exam questions are tested for working differently in different groups, and the report says which do.',
      ),
    ],
    measuredBy: 'Eligibility, pass rates and exam questions by race and ethnicity.',
    owner: 'Director',
    next: REPORT_DAY,
  },
];

export const MISSION: PledgeLine = {
  id: 'mission',
  kind: 'mission',
  restated:
    'Protect consumers, raise the quality of case management and disability management, uphold ethical conduct, and help new knowledge grow and spread.',
  keptBy: [criteria, verify, concern],
  measuredBy: 'How precisely the exam measures. New knowledge is not measured yet.',
  owner: 'Board chair',
  next: endOfAugust,
};

/** All twelve lines, in the order of the statement. */
export const PLEDGE: readonly PledgeLine[] = [...PRINCIPLES, ...COMMITMENTS, MISSION];
