/** The words of each kind of decision on the fairness pages: what it is called, and how its comparisons read. */
import { type AfterExamKind, afterExamKinds, serviceWords } from './fairness-after-exam.ts';
import {
  type KindWords,
  type OutcomeWords,
  ofDecisions,
  outcome,
  people,
  type WayWords,
} from './outcome-words.ts';

const ofRespondents = (told: string, all: number, percent: string): string =>
  `${told} of ${people(all)} complaints (${percent}) are about people who told us their group. The others are counted as not stated.`;
const ofComplainants = (told: string, all: number, percent: string): string =>
  `In ${told} of ${people(all)} complaints (${percent}) whoever complained told us their group, with an account or by the receipt. The others are counted as not stated.`;

const TAKEN_UP = {
  axis: 'Ratio of shares: complaints taken up',
  lower: 'fewer taken up',
  higher: 'more taken up',
};

const HOPED = outcome({
  title: 'Got what they hoped for, or part of it',
  did: 'who got what they hoped for, or part of it',
  often: 'got what they hoped for',
  does: 'gets what it hoped for',
  to: 'get what they hoped for',
  cases: 'closed complaints',
});

export type KindName =
  | AfterExamKind
  | 'eligibility'
  | 'accommodation'
  | 'pass'
  | 'appeal'
  | 'renewal'
  | 'more-time'
  | 'audit'
  | 'term-end'
  | 'name-change'
  | 'conduct-screening'
  | 'conduct-finding'
  | 'conduct-appeal'
  | 'conduct-hope';

export const kinds: Readonly<Record<KindName, KindWords>> = {
  ...afterExamKinds,
  eligibility: {
    title: 'Eligibility',
    intro: 'Who applies and is found eligible, and how long that takes.',
    outcome: outcome({
      title: 'Found eligible',
      did: 'found eligible',
      often: 'found eligible',
      does: 'is found eligible',
      to: 'be found eligible',
      cases: 'decisions',
    }),
    waiting: { title: 'Waiting for eligibility', decisions: 'Decisions on eligibility' },
    response: ofDecisions,
  },
  accommodation: {
    title: 'Accommodations',
    intro: 'Who asks for an accommodation and is granted one, and how long that takes.',
    outcome: outcome({
      title: 'Granted an accommodation',
      did: 'granted what they asked for',
      often: 'granted what they asked for',
      does: 'is granted what it asks for',
      to: 'be granted what it asks for',
      cases: 'decisions',
    }),
    waiting: { title: 'Waiting for accommodations', decisions: 'Decisions on accommodations' },
    response: ofDecisions,
  },
  renewal: {
    title: 'Late renewals',
    intro:
      'Whose reason for renewing late, or for coming back, is accepted, and how long that takes.',
    outcome: outcome({
      title: 'Accepted a reason for being late',
      did: 'whose reason was accepted',
      often: 'had their reason accepted',
      does: 'has its reason accepted',
      to: 'have its reason accepted',
      cases: 'decisions',
    }),
    waiting: {
      title: 'Waiting for an answer about being late',
      decisions: 'Decisions on being late',
    },
    response: ofDecisions,
  },
  'more-time': {
    title: 'More time to renew',
    intro: 'Who asks for more time because of a hardship and gets it, and how long that takes.',
    outcome: outcome({
      title: 'Given more time',
      did: 'given more time',
      often: 'given more time',
      does: 'is given more time',
      to: 'be given more time',
      cases: 'decisions',
    }),
    waiting: {
      title: 'Waiting for an answer about more time',
      decisions: 'Decisions on more time',
    },
    response: ofDecisions,
  },
  audit: {
    title: 'Audits of hours',
    intro: 'Who passes an audit of their hours, and how long that takes.',
    outcome: outcome({
      title: 'Passed the audit',
      did: 'who passed the audit',
      often: 'passed the audit',
      does: 'passes the audit',
      to: 'pass the audit',
      cases: 'audits',
    }),
    waiting: { title: 'Waiting for the end of an audit', decisions: 'Decisions on audits' },
    response: ofDecisions,
  },
  'term-end': {
    title: 'Ends of terms after an audit',
    intro: 'Who keeps their term although a gap was not filled, and how long that takes.',
    outcome: outcome({
      title: 'Kept the term',
      did: 'who kept their term',
      often: 'kept their term',
      does: 'keeps its term',
      to: 'keep its term',
      cases: 'decisions',
    }),
    waiting: {
      title: 'Waiting to learn whether a term ends',
      decisions: 'Decisions on the end of a term',
    },
    response: ofDecisions,
  },
  'name-change': {
    title: 'Changes of name',
    intro: 'Who asks for another name and gets it, and how long that takes.',
    outcome: outcome({
      title: 'Granted another name',
      did: 'granted another name',
      often: 'granted another name',
      does: 'is granted another name',
      to: 'be granted another name',
      cases: 'decisions',
    }),
    waiting: {
      title: 'Waiting for an answer about another name',
      decisions: 'Decisions on another name',
    },
    response: ofDecisions,
  },
  pass: {
    title: 'Passing the exam',
    intro: 'Who passes, and which questions are harder for a group among people of the same score.',
    outcome: outcome({
      title: 'Passed the exam',
      did: 'who passed the exam',
      often: 'passed',
      does: 'passes',
      to: 'pass',
      cases: 'exams',
    }),
    waiting: undefined,
    response: (told, all, percent) =>
      `${told} of ${people(all)} exams (${percent}) were sat by people who told us their group. The others are counted as not stated.`,
  },
  appeal: {
    title: 'Appeals',
    intro: 'Who appeals and wins, and how long that takes.',
    outcome: outcome({
      title: 'Appeal upheld',
      did: 'who won their appeal',
      often: 'won their appeal',
      does: 'wins its appeals',
      to: 'win an appeal',
      cases: 'appeals',
    }),
    waiting: { title: 'Waiting for appeals', decisions: 'Appeals' },
    response: ofDecisions,
  },
  'conduct-screening': {
    title: 'Complaints taken up',
    intro: 'Whose complaints, and complaints about whom, are taken up after the first look.',
    outcome: {
      ...outcome({
        title: 'Complaint about them taken up',
        did: 'of complaints about them taken up',
        often: 'complaints about them are taken up',
        does: 'has complaints about it taken up',
        to: 'have complaints about them taken up',
        cases: 'complaints',
      }),
      ...TAKEN_UP,
    },
    waiting: {
      title: 'From the complaint to the first look',
      decisions: 'Decisions to take a complaint up',
    },
    response: ofRespondents,
    complainants: {
      outcome: {
        ...outcome({
          title: 'Their own complaint taken up',
          did: 'of their own complaints taken up',
          often: 'their own complaints are taken up',
          does: 'has its complaints taken up',
          to: 'have their complaints taken up',
          cases: 'complaints',
        }),
        ...TAKEN_UP,
      },
      response: ofComplainants,
    },
  },
  'conduct-finding': {
    title: 'Breaches found',
    intro: 'Of complaints that a panel decided: in which a breach of the code was found.',
    outcome: outcome({
      title: 'Found in breach',
      did: 'found in breach',
      often: 'found in breach',
      does: 'is found in breach',
      to: 'be found in breach',
      cases: 'decisions',
    }),
    waiting: { title: 'From the notice to the decision', decisions: 'Decisions on complaints' },
    response: ofRespondents,
  },
  'conduct-appeal': {
    title: 'Appeals about conduct',
    intro: 'Of appeals that were heard: those that reversed or lessened the decision.',
    outcome: outcome({
      title: 'Appeal changed the decision',
      did: 'whose appeal changed the decision',
      often: 'their appeals change the decision',
      does: 'wins its appeals',
      to: 'win an appeal',
      cases: 'appeals',
    }),
    waiting: { title: 'From the appeal to its answer', decisions: 'Appeals about conduct' },
    response: ofRespondents,
  },
  'conduct-hope': {
    title: 'What complainants hoped for',
    intro: 'Of complainants who were told what came of it: those who got what they hoped for.',
    outcome: HOPED,
    waiting: undefined,
    response: ofComplainants,
    complainants: { outcome: HOPED, response: ofComplainants },
  },
};

const step = (of: {
  readonly title: string;
  readonly did: string;
  readonly often: string;
  readonly does: string;
  readonly to: string;
}): OutcomeWords => outcome({ ...of, cases: 'people' });

const toCredential = {
  title: 'From application to credential',
  intro:
    'Each person once a program: who applied, was found eligible, sat the exam, and earned the credential. Each step is compared among those who came to it, because a later step that goes the other way does not mend an earlier one.',
  steps: {
    'step-eligible': step({
      title: 'Of those who applied: found eligible',
      did: 'found eligible',
      often: 'found eligible',
      does: 'is found eligible',
      to: 'be found eligible',
    }),
    'step-sat': step({
      title: 'Of those found eligible: sat the exam',
      did: 'who sat the exam',
      often: 'sat the exam',
      does: 'sits the exam',
      to: 'sit the exam',
    }),
    'step-certified': step({
      title: 'Of those who sat: earned the credential',
      did: 'who earned the credential',
      often: 'earned the credential',
      does: 'earns the credential',
      to: 'earn the credential',
    }),
  },
  short: { 'step-eligible': 'Eligible', 'step-sat': 'Sat', 'step-certified': 'Certified' },
  applied: 'Applied',
  response: (told: string, all: number, percent: string): string =>
    `${told} of ${people(all)} people who came to this step (${percent}) told us their group. The others are counted as not stated.`,
  wholeTitle: 'The whole way',
  wholeOf: (group: string, share: string, other: string, otherShare: string): string =>
    share === otherShare
      ? `Of “${group}” and of “${other}” about ${share} came from application to credential`
      : `Of “${group}” ${share} came from application to credential, of “${other}” ${otherShare}`,
  wholeNone: 'No two groups are shown at every step',
  wholeSentence: (rows: string): string => `Shares at each step of those who came to it. ${rows}`,
  wholeRatio: 'Applied to certified, ratio (95 % interval)',
  wholeNote:
    'Each panel is a group; each mark is the share of those who came to a step and took it, with its 95 % interval. The thin line is the group that others are compared with. People who are still on their way count as not having taken the step.',
  wholeCaution:
    'The ratio over the whole way is shown beside the steps and is never a defense of one of them: see the verdict on each step below.',
};

/** What every way of several steps says alike. */
export const funnelWords = {
  response: toCredential.response,
  people: (count: string, share: string): string => `${count} (${share})`,
};

/** Ways of several steps, each by the name of its page. */
export const ways: Readonly<Record<'funnel' | 'service', WayWords>> = {
  funnel: toCredential,
  service: serviceWords,
};

export const trendWords = {
  title: 'Year by year',
  worse: (groups: string): string => `Worse than the year before for: ${groups}`,
  worseIn: (group: string, year: string): string => `${group} (${year})`,
  notShown: 'No group is shown to fare worse than the year before',
  tooEarly: 'There are not yet two whole years to compare',
  sentence: (rows: string): string => `Shares by year. ${rows}`,
  allPrograms: 'All programs together: years are not told apart by program.',
  mark: 'worse than the year before',
  soFar: 'so far',
  isRunning: (year: string): string => `${year}, so far`,
  note: 'Each panel is a group; each mark is a year with its 95 % interval; the thin line is the group that others are compared with. A year is compared with the year before once, when it is over, by an exact test. The first pair of years may spend 2.5 % of the chance of a false alarm, the next less, so that over all groups and all years to come it stays below 5 %. A year that is not over is shown and not compared.',
  verdictHead: 'Worse than the year before',
  yes: (years: string): string => `Yes: ${years}`,
  no: 'Not shown',
  unknown: 'Too early to tell',
};

export const overviewWords = {
  foundTitle: 'What is found',
  everything: 'Everything that is asked',
  questions: 'Questions of the exam',
  deciders: (kind: string): string => `Deciders: ${kind.toLowerCase()}`,
  disparity: 'disparity shown for',
  noDisparity: 'no disparity shown',
  unknown: (groups: number): string => `cannot tell yet for ${groupCount(groups)}`,
  parity: (groups: number): string => `parity shown for ${groupCount(groups)}`,
  tooFew: 'too few people to compare groups',
  questionsMarked: (count: number): string =>
    count === 1 ? '1 question stands out' : `${count} questions stand out`,
  questionsNone: 'no question stands out',
  questionsTooFew: 'too few people to compare questions',
  decidersMarked: (count: number): string =>
    count === 1
      ? '1 decider stands out from the others'
      : `${count} deciders stand out from the others`,
  decidersNone: 'no decider is shown to stand out',
  told: (share: string): string => `${share} told us their group.`,
  toldBetween: (low: string, high: string): string =>
    `Between ${low} and ${high} told us their group, by what was asked.`,
  atLeast: (share: string): string => `At least ${share} told us their group.`,
  toldWhereShown: (share: string): string =>
    `At least ${share} told us their group, where that is shown.`,
  toldWithheld: 'How many told us their group is withheld.',
  before: (count: number): string =>
    count === 1 ? '1 finding is before the board.' : `${count} findings are before the board.`,
};

const groupCount = (count: number): string => (count === 1 ? '1 group' : `${count} groups`);

export const kindPage = {
  back: 'Fairness',
  foundTitle: 'What is found',
  downloadTitle: 'The figures of this page',
  csv: 'As a table (CSV)',
  json: 'As data (JSON)',
  downloads:
    'Both hold what this page shows, no more: a withheld figure reads “withheld” there too.',
  summary: (what: string, verdict: string): string => `${what}: ${verdict}.`,
  beforeBoard: (since: string, by: string): string =>
    `Before the board since ${since}, answer promised by ${by}`,
  allPrograms: '(over all programs together)',
  answered: (on: string): string => `Answered by the board on ${on}`,
  numbered:
    'A director reads the name of a decider who stands out once the finding about that person may be read: after the decider has responded, or the time for it has passed. Everybody else stays a number, counted from the lowest share approved.',
};
