/** Invented complaints to look at: one in the middle of everything, with names from many scripts, and one that has just begun. */
import type { ComplaintView } from './complaint-view.ts';

const SEED = '9f2c4e71a0b35d8846cfe01297bb53aa6d10f4c8e7729350b1ad6f0c42e8d917';
const HASH = '3b8e0a6c55d1f792e4aa70c6b19d8f23047ce58813b6fa92d0e71c4485a9b6d2';

export const fresh: ComplaintView = {
  id: '1',
  label: 'X-4K7QM2X',
  version: 1,
  facts: [
    { term: 'About', value: 'A person' },
    { term: 'Program', value: 'Larkspur Health Navigator' },
    { term: 'Received', value: 'Monday, March 1, 2027' },
    { term: 'Grounds named', value: 'Race, National origin' },
    { term: 'Setting', value: 'Hospital' },
    { term: 'Bound by the code', value: 'Since Tuesday, January 12, 2021' },
    { term: 'Under the rules', value: 'conduct-1' },
  ],
  holds: [],
  nearest: {
    by: 'Wednesday, March 31, 2027',
    daysLate: 0,
    what: 'First look, to both sides',
  },
  stages: [
    { key: 'screening', name: 'First look', stands: 'now', day: undefined },
    ...['Notice', 'Response', 'Investigation', 'Review', 'Hearing', 'Decision'].map(
      (name) => ({ key: name, name, stands: 'ahead', day: undefined }) as const,
    ),
  ],
  acts: [
    { act: 'screen', name: 'Take the first look' },
    { act: 'add-evidence', name: 'Add evidence' },
  ],
  waiting: [],
  aside: [
    { act: 'stay', name: 'Let the matter rest for a court' },
    { act: 'end', name: 'End the matter' },
    { act: 'extend', name: 'Make a new promise' },
  ],
  promises: (['complainant', 'respondent'] as const).map((to) => ({
    key: to,
    by: 'Mar 31, 2027',
    daysLate: 0,
    step: 'First look',
    to,
    stands: 'running',
    notes: [],
    doneOn: undefined,
  })),
  alleged: [
    {
      id: 'a1',
      number: 'R1',
      title: 'Equal service',
      version: 'Version of Thursday, January 1, 2026',
      href: '/programs/larkspur-navigator/code?version=2026#R1',
      words: 'The respondent turned complainant 1 away and said why.',
      day: 'Friday, February 12, 2027',
      cited: 'Also cited: P2',
      found: 'Not decided',
    },
  ],
  parties: [
    {
      key: 'respondent',
      label: 'Respondent',
      name: 'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón',
      former: 'Formerly María Ruiz',
      contact: undefined,
      appears: [],
      concern: undefined,
    },
    {
      key: 'c1',
      label: 'Complainant 1',
      name: undefined,
      former: undefined,
      contact: undefined,
      appears: [
        'Anonymous',
        'English',
        'Hopes for: An apology, and that nobody else is turned away.',
      ],
      concern: '7',
    },
  ],
  said: [],
  evidence: [],
  requests: [],
  disclosed: [],
  panels: [],
  decision: [],
  letters: [],
  happened: [
    {
      key: '0',
      when: 'Monday, March 1, 2027',
      what: 'Complaint received',
      by: undefined,
      details: ['R1: The respondent turned complainant 1 away and said why.'],
    },
  ],
  handlers: [{ name: 'Ngozi Featherstonehaugh', isYou: true }],
  colleagues: [],
};

export const inTheMiddle: ComplaintView = {
  ...fresh,
  version: 23,
  holds: ['The credential is suspended meanwhile, until Friday, September 3, 2027.'],
  nearest: {
    by: 'Friday, July 30, 2027',
    daysLate: 12,
    what: 'Hearing, to the respondent',
  },
  stages: [
    { key: 'screening', name: 'First look', stands: 'done', day: 'Mar 4, 2027' },
    { key: 'notice', name: 'Notice', stands: 'done', day: 'Mar 8, 2027' },
    { key: 'response', name: 'Response', stands: 'done', day: 'Apr 6, 2027' },
    { key: 'investigation', name: 'Investigation', stands: 'done', day: 'Jun 1, 2027' },
    { key: 'review', name: 'Review', stands: 'done', day: 'Jun 22, 2027' },
    { key: 'hearing', name: 'Hearing', stands: 'now', day: undefined },
    { key: 'decision', name: 'Decision', stands: 'ahead', day: undefined },
    { key: 'appeal-window', name: 'Time to appeal', stands: 'ahead', day: undefined },
    { key: 'effect', name: 'Carrying out', stands: 'ahead', day: undefined },
    { key: 'monitoring', name: 'Sanction in force', stands: 'ahead', day: undefined },
    { key: 'closed', name: 'Closed', stands: 'ahead', day: undefined },
  ],
  acts: [
    { act: 'disclose', name: 'Show the respondent more evidence' },
    { act: 'announce-draw', name: 'Announce a draw' },
    { act: 'call-hearing', name: 'Call the hearing' },
  ],
  waiting: [
    {
      name: 'Close the investigation',
      because:
        'The respondent has not been shown “e2”; nobody is judged by what they have not seen.',
    },
  ],
  promises: [
    {
      key: '1',
      by: 'Jul 30, 2027',
      daysLate: 12,
      step: 'Hearing',
      to: 'respondent',
      stands: 'running',
      notes: [
        'Extended from Jun 30, 2027: An interpreter had to be found.',
        'Broken: was Jul 30, 2027',
      ],
      doneOn: undefined,
    },
    ...fresh.promises.map((one) => ({ ...one, stands: 'kept', doneOn: 'Mar 4, 2027' }) as const),
    {
      key: '9',
      by: 'May 31, 2027',
      daysLate: 0,
      step: 'Investigation',
      to: 'complainant',
      stands: 'late',
      notes: ['Broken: was May 31, 2027'],
      doneOn: 'Jun 1, 2027',
    },
  ],
  alleged: [
    ...fresh.alleged.map((one) => ({ ...one, found: 'Cause to go on' })),
    {
      id: 'a2',
      number: 'R7',
      title: 'Keeping what was told in confidence',
      version: 'Version of Thursday, January 1, 2026',
      href: '/programs/larkspur-navigator/code?version=2026#R7',
      words: 'The respondent told a colleague of complainant 2 what was said in confidence.',
      day: 'Saturday, February 13, 2027',
      cited: undefined,
      found: 'No cause to go on',
    },
  ],
  parties: [
    ...fresh.parties,
    {
      key: 'c2',
      label: 'Complainant 2',
      name: 'محمد بن عبد الرحمن',
      former: undefined,
      contact: 'm.abdelrahman@riverbend-clinic.example',
      appears: [
        'Named to those who handle it only',
        'Spanish',
        'Withdrew on Tuesday, June 1, 2027',
      ],
      concern: '8',
    },
    {
      key: 'w1',
      label: 'Witness 1',
      name: '李雷',
      former: undefined,
      contact: undefined,
      appears: [],
      concern: undefined,
    },
  ],
  said: [
    {
      key: '0',
      who: 'Respondent',
      on: 'Tuesday, April 6, 2027',
      own: 'I, María Ruiz, never met 李雷.\n\nThat day I was on another floor, and the log says so.',
      record:
        'I, [the respondent], never met [witness 1].\n\nThat day I was on another floor, and the log says so.',
    },
    {
      key: '1',
      who: 'Complainant 2',
      on: 'Monday, May 3, 2027',
      own: 'لم أعد أرغب في ذلك.',
      record: undefined,
    },
  ],
  requests: [
    {
      key: 'h1',
      who: 'Record holder 1: An employer',
      lines: [
        'The shift log of the front desk for March 2, 2026',
        'Asked on Monday, June 1, 2026, to be answered by Monday, June 15, 2026.',
        'No answer yet.',
      ],
    },
  ],
  evidence: [
    {
      id: 'e1',
      kind: 'Record',
      source: 'The log of the ward, from the employer.',
      sha256: HASH,
      custody: [
        'Ngozi Featherstonehaugh, since Friday, March 5, 2027',
        'Bảo Trần, since Monday, May 10, 2027',
      ],
      files: [
        { which: 'original', size: 'PDF, 412 KB' },
        { which: 'copy', size: 'PDF, 398 KB' },
      ],
      shown: true,
    },
    {
      id: 'e2',
      kind: 'Testimony, anonymous',
      source: 'What somebody said who stood by.',
      sha256: SEED,
      custody: ['Ngozi Featherstonehaugh, since Friday, March 5, 2027'],
      files: [
        { which: 'original', size: 'picture, 2.1 MB' },
        { which: 'copy', size: undefined },
      ],
      shown: false,
    },
  ],
  disclosed: [
    {
      title: 'Notice of Monday, March 8, 2027',
      lines: [
        'Every allegation, and these pieces: e1',
        'Kept back: e2. Whoever said it would be known by the hour.',
        'Time to answer until Wednesday, April 7, 2027',
      ],
    },
  ],
  panels: [
    {
      key: '9',
      name: 'Review panel',
      when: 'Drawn on Wednesday, June 2, 2027',
      members: [
        'Ó Súilleabháin, public member',
        'Mele Tupou',
        'Þórdís Jónsdóttir, left on Friday, June 4, 2027: Fell ill.',
      ],
      commitment: HASH,
      made: {
        seed: SEED,
        pool: ['2f6c (Mele Tupou)', '51aa (Ó Súilleabháin)', '9e02 (Þórdís Jónsdóttir)'],
      },
    },
    {
      key: '14',
      name: 'Hearing panel',
      when: 'Announced on Tuesday, June 22, 2027 by the fingerprint of its seed',
      members: [],
      commitment: SEED,
      made: undefined,
    },
  ],
  decision: [
    { term: 'How', value: 'After a hearing' },
    { term: 'Standard of proof', value: 'Clear and convincing' },
    { term: 'Sanction', value: 'Public reprimand, until Friday, June 1, 2029' },
  ],
  letters: [
    {
      id: '1',
      on: 'Monday, March 8, 2027',
      to: 'Respondent',
      subject: 'A complaint about your conduct: what is alleged and how to answer',
      stands: 'Came back on Monday, March 22, 2027',
    },
  ],
  happened: [
    {
      key: '2',
      when: 'Friday, July 30, 2027',
      what: 'A promise was not kept',
      by: undefined,
      details: ['Hearing, to the respondent', 'Broken: was Friday, July 30, 2027'],
    },
    {
      key: '1',
      when: 'Thursday, March 4, 2027',
      what: 'First look',
      by: 'by Ngozi Featherstonehaugh',
      details: [
        'Standing: met. Whoever complains was there.',
        'Reach: met. The code bound the respondent.',
        'Provision: met. It names a duty in force on that day.',
        'Time: met. It came in time.',
      ],
    },
    ...fresh.happened,
  ],
  handlers: [
    { name: 'Bảo Trần', isYou: false },
    { name: 'Ngozi Featherstonehaugh', isYou: true },
  ],
  colleagues: [{ person: '3', name: 'Iðunn Karlsdóttir' }],
};
