/** The words of a second look at what was decided about a nominee: asking for it, and the desk that answers. */
import type { Against, SecondLookGround } from '../../casework/opening/second-look.ts';

const grounds = {
  'record-misread': {
    title: 'The record was misread',
    rule: 'What the records show, read rightly, is what you stated.',
  },
  'reason-not-published': {
    title: 'The reason is not a published one',
    rule: 'The reason for leaving you out stands neither in the opening nor in the rules of the body.',
  },
  'statement-misread': {
    title: 'What you wrote was misread',
    rule: 'A point or the reason says something that your words do not say, or passes over what they do.',
  },
  'criteria-misapplied': {
    title: 'The criteria were misapplied',
    rule: 'Something was asked for that the published criteria do not ask.',
  },
  'process-not-followed': {
    title: 'The process was not followed',
    rule: 'A published step was left out, and it could have changed the outcome.',
  },
  'conflict-of-interest': {
    title: 'Somebody had a conflict of interest',
    rule: 'Whoever verified, read or decided had a personal stake in it.',
  },
} as const satisfies Readonly<Record<SecondLookGround, { title: string; rule: string }>>;

export const secondLook = {
  grounds,
  title: 'Have it looked at again',
  titles: {
    aside: 'That you are not in the pool',
    decision: 'That you were not chosen',
  } as const satisfies Readonly<Record<Against, string>>,
  lead: (day: string): string =>
    `Until ${day} you can have it looked at by a member of the board who read, verified and decided nothing here and who does not know who you are. Every ground gets a reason, and one that is found is enough.`,
  choose: 'Grounds',
  words: 'What went wrong',
  send: 'Ask for a second look',
  sent: 'A member of the board looks at it again.',
  asked: 'You asked for a second look',
  promised: (day: string): string => `An answer is promised by ${day}.`,
  upheld: 'Your appeal was upheld',
  notUpheld: 'Your appeal was not upheld',
  found: 'Found',
  notFound: 'Not found',
  /** Before anything is decided, on the page of an opening. */
  before: {
    title: 'If it is decided against you',
    reading:
      'Whoever is not chosen, or is set aside, can have it looked at again within 30 days, on published grounds, by a member of the board who had no part in it.',
    draw: 'Whoever is set aside can have it looked at again until the pool is published, on published grounds, by a member of the board who had no part in it. The lot itself cannot be appealed: anybody can draw it again and see that it was kept.',
    link: 'What can be appealed, and what cannot',
  },
  rules: {
    title: 'Seats and recognitions',
    aside: 'You came forward, and you are set aside.',
    decision: 'Two people read what you wrote, and you are not chosen.',
    limit:
      '30 days from the day of the decision; against being left out of a draw, until its pool is published, and no pool is closed while an appeal waits.',
    heardBy:
      'A member of the board who read, verified, set aside and decided nothing in that opening and is not nominated for it. They see your label and not your name. The database shows it to nobody else.',
    canChange: [
      'If you were set aside, you are considered again.',
      'If you were not chosen, it is yours where one is left; where every one is taken, the next that falls free is yours before anybody else is chosen.',
    ],
    cannotChange: ['What others were given.', 'A panel that was drawn by lot.'],
    promised:
      'Answered within 45 days; where a draw waits for it, before the public numbers come out.',
  },
  desk: {
    title: 'Second looks',
    lead: 'Somebody was set aside or not chosen and asks that it is looked at again. You see the label, what was written and what was said of it; neither a name nor who said it. What you had a part in is not here.',
    none: 'Nothing waits for a second look by you.',
    waiting: (count: number, late: number): string =>
      `${count === 1 ? '1 appeal waits' : `${count} appeals wait`} for an answer${late === 0 ? '' : `, ${late} past the promised day`}`,
    answered: 'Answered',
    columns: { for: 'For', against: 'Against', outcome: 'Outcome' },
    against: {
      aside: 'Being set aside',
      decision: 'Not being chosen',
    } as const satisfies Readonly<Record<Against, string>>,
    upheld: 'Upheld',
    notUpheld: 'Not upheld',
    reason: 'The reason that is appealed',
    words: 'What went wrong, in the words of the nominee',
    states: 'What they state',
    verified: 'What was verified',
    reading: (place: number): string => `Reader ${place}`,
    points: (points: string): string => `Points: ${points}`,
    answerTitle: 'Answer every ground',
    answerLead:
      'Whoever asked reads every word. One ground that is found upholds the appeal; what follows is carried out at once.',
    isFound: (ground: string): string => `Is it found: ${ground}?`,
    yes: 'Found',
    no: 'Not found',
    why: (ground: string): string => `Why: ${ground}`,
    send: 'Answer',
    news: 'The answer is on record and in the log, and they are told.',
  },
};
