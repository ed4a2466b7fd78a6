/** The words of what is measured after the exam: terms, draws, serving the body, ideas. */
import {
  type KindWords,
  type OutcomeWords,
  outcome,
  people,
  type WayWords,
} from './outcome-words.ts';

export type AfterExamKind =
  | 'term-renewed'
  | 'term-in-time'
  | 'audit-drawn'
  | 'seat-chosen'
  | 'recognized'
  | 'seat-drawn'
  | 'idea';

const of =
  (what: string, by: string) =>
  (told: string, all: number, percent: string): string =>
    `${told} of ${people(all)} ${what} (${percent}) ${by} people who told us their group. The others are counted as not stated.`;
const ofTerms = of('terms', 'were held by');
const inPools = of('places in a pool', 'belong to');

export const afterExamKinds: Readonly<Record<AfterExamKind, KindWords>> = {
  'term-renewed': {
    title: 'Renewing',
    intro:
      'Of terms that came to their end, those that were renewed, in time or late, and those that ran out. A term that ran out may still be renewed late. Terms of people who retired are not counted.',
    outcome: outcome({
      title: 'Renewed, in time or late',
      did: 'renewed',
      often: 'renewed',
      does: 'renews',
      to: 'renew',
      cases: 'terms',
    }),
    waiting: undefined,
    response: ofTerms,
  },
  'term-in-time': {
    title: 'Renewing in time',
    intro: 'Of terms that were renewed, those renewed in time rather than late.',
    outcome: outcome({
      title: 'Renewed in time',
      did: 'renewed in time',
      often: 'renewed in time',
      does: 'renews in time',
      to: 'renew in time',
      cases: 'renewed terms',
    }),
    waiting: undefined,
    response: ofTerms,
  },
  'audit-drawn': {
    title: 'Drawn for an audit',
    intro:
      'Who was drawn for an audit, held against everybody in the pool of the lottery: if the lottery is blind, who is drawn depends on nothing about them.',
    outcome: outcome({
      title: 'Drawn for an audit',
      did: 'drawn for an audit',
      often: 'drawn',
      does: 'is drawn',
      to: 'be drawn',
      cases: 'draws',
    }),
    waiting: undefined,
    response: inPools,
  },
  'seat-chosen': {
    title: 'Chosen for a seat',
    intro:
      'Of people whose statements were read for a seat, without their names, those whom a director chose.',
    outcome: outcome({
      title: 'Chosen for a seat',
      did: 'chosen for a seat',
      often: 'chosen',
      does: 'is chosen',
      to: 'be chosen',
      cases: 'decisions',
    }),
    waiting: undefined,
    response: of('decisions', 'are about'),
  },
  recognized: {
    title: 'Recognized',
    intro:
      'Of people nominated for a recognition whose statements were read without their names, those who are recognized.',
    outcome: outcome({
      title: 'Recognized',
      did: 'recognized',
      often: 'recognized',
      does: 'is recognized',
      to: 'be recognized',
      cases: 'decisions',
    }),
    waiting: undefined,
    response: of('decisions', 'are about'),
  },
  'seat-drawn': {
    title: 'Drawn for a seat',
    intro:
      'Who was drawn for a panel, held against the 1,000 published tickets of each draw. A panel that keeps quotas gives people unequal chances on purpose; what is asked is whether the groups came up as those tickets would have it.',
    outcome: outcome({
      title: 'Drawn for a seat',
      did: 'drawn for a seat',
      often: 'drawn for a seat',
      does: 'is drawn for a seat',
      to: 'be drawn for a seat',
      cases: 'draws',
    }),
    waiting: undefined,
    response: inPools,
  },
  idea: {
    title: 'Ideas',
    intro:
      'Whose proposals for a change are adopted, in whole or in part, and how long an answer takes.',
    outcome: outcome({
      title: 'Adopted, in whole or in part',
      did: 'whose idea was adopted',
      often: 'had their idea adopted',
      does: 'has its idea adopted',
      to: 'have their ideas adopted',
      cases: 'answered ideas',
    }),
    waiting: { title: 'Waiting for an answer to an idea', decisions: 'Answers to ideas' },
    response: of('ideas', 'were proposed by'),
  },
};

/** Kinds in which people are drawn by lot. */
export const drawn = {
  title: 'Drawn, and what chance gives',
  lead: {
    'audit-drawn':
      'The exact test: if each lottery was blind within its strata, how often would a group come up as far from the average as it did?',
    'seat-drawn':
      'The exact test: over the 1,000 published tickets of each draw, each as likely as the others, how often would a group come up as far from the average as it did? Equal chances are not the yardstick, since quotas make chances unequal.',
  },
  inPool: 'In the pool',
  drawn: 'Drawn',
  expected: 'By chance, on average',
  band: 'How often chance does this',
  verdict: 'What can be said',
  states: {
    'more-than-chance': 'drawn more often than chance explains',
    'fewer-than-chance': 'drawn less often than chance explains',
    'as-chance-has-it': 'as chance has it',
  },
  untested: 'no draw could have come out otherwise',
  note: 'Averages are in whole people and chances in bands, so that nothing follows about who stood in which stratum or on which ticket. What can be said allows for the number of groups compared (Holm, 5 % over all of them). “As chance has it” is no proof that a draw was fair: the seed, the pool and the public number are, and anybody can check them.',
  found: (group: string, drawnOf: string, expected: string, more: boolean): string =>
    `${group}: ${drawnOf} drawn, ${more ? 'more' : 'fewer'} than chance explains (about ${expected} on average)`,
} as const;

const step = (words: {
  readonly title: string;
  readonly did: string;
  readonly often: string;
  readonly does: string;
  readonly to: string;
}): OutcomeWords => outcome({ ...words, cases: 'people' });

export const serviceWords: WayWords = {
  title: 'From credential to serving',
  intro:
    'Each certificant once a program: who came forward for an opening, was chosen or drawn and served, and served again. Who was chosen of those read, and who was drawn of those in the pool, has pages of its own. Each step is compared among those who came to it. Below: who came forward because somebody else thought of them, and who sat in the chair. A step that nearly nobody took, or nearly everybody, is not shown. Openings for people from outside the profession are not counted here.',
  steps: {
    'seat-forward': step({
      title: 'Of certificants: came forward',
      did: 'who came forward',
      often: 'came forward',
      does: 'comes forward',
      to: 'come forward',
    }),
    'seat-served': step({
      title: 'Of those who came forward: chosen or drawn, and served',
      did: 'who served',
      often: 'served',
      does: 'serves',
      to: 'serve',
    }),
    'seat-again': step({
      title: 'Of those who served: served again',
      did: 'who served again',
      often: 'served again',
      does: 'serves again',
      to: 'serve again',
    }),
    'seat-named': step({
      title: 'Of those who came forward: somebody else thought of them',
      did: 'of whom somebody else thought',
      often: 'came forward on the word of somebody else',
      does: 'comes forward on the word of somebody else',
      to: 'come forward on the word of somebody else',
    }),
    'seat-chaired': step({
      title: 'Of those who served: sat in the chair',
      did: 'who sat in the chair',
      often: 'sat in the chair',
      does: 'sits in the chair',
      to: 'sit in the chair',
    }),
  },
  short: {
    'seat-forward': 'Came forward',
    'seat-served': 'Served',
    'seat-again': 'Served again',
    'seat-named': 'Named by another',
    'seat-chaired': 'In the chair',
  },
  applied: 'Certified',
  wholeTitle: 'The whole way',
  wholeOf: (group, share, other, otherShare) =>
    share === otherShare
      ? `Of “${group}” and of “${other}” about ${share} came from the credential to serving again`
      : `Of “${group}” ${share} came from the credential to serving again, of “${other}” ${otherShare}`,
  wholeNone: 'No two groups are shown at every step',
  wholeSentence: (rows) => `Shares at each step of those who came to it. ${rows}`,
  wholeRatio: 'Certified to serving again, ratio (95 % interval)',
  wholeNote:
    'Each panel is a group; each mark is the share of those who came to a step and took it, with its 95 % interval. The thin line is the group that others are compared with. People who are still on their way count as not having taken the step.',
  wholeCaution:
    'The ratio over the whole way is shown beside the steps and is never a defense of one of them: see the verdict on each step below.',
};
