/** The words of the decision log's page. */
export const log = {
  title: 'The decision log',
  lead: 'Every decision is written into this log before anybody is told. Entries can be added; none can be changed, moved or taken out without anybody being able to see it.',
  size: (entries: number): string =>
    `${entries.toLocaleString('en-US')} ${entries === 1 ? 'entry' : 'entries'}`,
  asOf: (when: string): string => `as of ${when}`,
  empty: 'Nothing has been decided yet. The log is empty.',
  holds: 'What an entry holds',
  holdsText:
    'An entry says what kind of decision it was, under which rules, and on which day. Who it was about and what was decided are in two sealed envelopes that only the person concerned can open, with the receipt they were given. Nothing personal is in the log.',
  recent: 'The latest entries',
  columns: { number: 'Entry', day: 'Decided on', kind: 'Decision on', program: 'Program' },
  kinds: {
    eligibility: 'Eligibility',
    accommodation: 'Accommodation',
    request: 'A request that somebody made for themselves',
    renewal: 'Late renewal',
    'more-time': 'More time to renew',
    audit: 'Audit of hours',
    'term-end': 'End of a term after an audit',
    'renewal-done': 'Renewal',
    course: 'Course that was reviewed',
    'audit-lottery': 'Audit lottery',
    appeal: 'Appeal',
    'set-aside': 'Decision set aside',
    'exam-result': 'Exam result',
    award: 'Award',
    revocation: 'Revocation',
    copy: 'Another copy of a credential',
    keys: 'Keys of the issuer',
    finding: 'Answer of the board',
    outreach: 'Outreach',
    release: 'Figures by group',
    report: 'Public report',
    'opening-published': 'Opening',
    'draw-committed': 'Pool of a draw',
    'draw-held': 'Panel drawn',
    'draw-refilled': 'Seats drawn again',
    'seat-decided': 'Seat',
    'seat-appeal': 'Second look at a seat or recognition',
    'recognition-published': 'Recognition that is open',
    'recognition-decided': 'Recognition',
    story: 'Story',
    'chair-elected': 'Chair of a body',
    'rule-preview': 'A proposed rule, tried on past decisions',
  },
  /** Decisions that are about all programs together. */
  allPrograms: 'All programs',
  newer: 'Newer',
  older: 'Older',
  here: (from: number, to: number, all: number): string =>
    `Entries ${from.toLocaleString('en-US')} to ${to.toLocaleString('en-US')} of ${all.toLocaleString('en-US')}`,
  check: 'Check it yourself',
  checkSteps: [
    'Keep a copy of the checkpoint below. It is signed, and it fixes every entry up to its size.',
    'Later, compare: a log that still holds what your copy fixed can prove it.',
    'To check the whole log, run the command below. It reads every file, works out every number again, and names the first entry that does not fit.',
  ],
  command: 'The command',
  checkpoint: 'The checkpoint',
  checkpointText:
    'The signed size and digest of the log, in the C2SP form that others can read too.',
  witnesses: {
    title: 'Who else has signed it',
    text: 'Each head of the log is shown to witnesses. A witness signs it only if it continues the head that the witness signed before, so the log cannot show one past to you and another to others. The command asks for their signatures with --witness and --need.',
    none: 'Nobody signs this log but the body itself. A copy of the checkpoint, kept by you, is what guards against a rewritten past.',
    own: 'This is a demonstration: these witnesses are run by the same people as the log. They show how witnessing works, and prove nothing against the body itself. A body that means it asks others, such as its accreditor or another body.',
    signed: (when: string): string => `signed on ${when}`,
    silent: 'has not signed this head yet',
  },
  watch: {
    title: 'The daily check',
    intro:
      'Once a day the log is worked out again from its files, as you can do yourself, and held against the head of the day before. And each place that was given out on a list of the status of credentials must have exactly one line in the log, and each line its place.',
    none: 'It has not been checked yet; the first check follows within the hour.',
    sound: (day: string, entries: number, places: number): string =>
      `On ${day} ${entries.toLocaleString('en-US')} ${entries === 1 ? 'entry was' : 'entries were'} read and ${places.toLocaleString('en-US')} ${places === 1 ? 'place' : 'places'} of credentials held against ${places === 1 ? 'its line' : 'their lines'}. Nothing differs.`,
    found: (day: string): string => `On ${day} the check found what should not be:`,
    fault: (where: string, because: string): string => `${where}: ${because}`,
    differences: {
      'place-without-line': 'A place was given out, and no line of the log says so',
      'place-with-more-than-one-line': 'A place has more than one line in the log',
      'line-without-place': 'A line says that a credential was issued, and no place was given out',
    },
    at: (line: number | null, list: number | null, place: number | null): string =>
      [
        line === null ? '' : `line ${line.toLocaleString('en-US')}`,
        list === null || place === null
          ? ''
          : `list ${list.toLocaleString('en-US')}, place ${place.toLocaleString('en-US')}`,
      ]
        .filter((part) => part !== '')
        .join('; '),
    file: 'The result as data',
    note: 'Its fingerprint, signed with the key of the log',
    notice: (day: string, count: number): string =>
      `The check of ${day} found ${count === 1 ? '1 thing' : `${count} things`} that should not be.`,
    toLog: 'What was found',
  },
  held: {
    title: 'The log does not fit what was published',
    since: (when: string): string =>
      `Since ${when}, nothing can be decided here. What is below was published before and stays readable.`,
  },
  files: {
    title: 'The files',
    checkpoint: 'Checkpoint',
    key: 'Public key of the log',
    tiles: 'The entries, as tiles',
  },
  receipt: 'Have a receipt?',
  receiptText:
    'Your receipt shows that your decision is in the log. Each credential has such a proof beside it: its address with /proof after it. The command “evenhand ledger receipt” checks both, without asking anybody.',
};
