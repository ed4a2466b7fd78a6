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
    renewal: 'Late renewal',
    'more-time': 'More time to renew',
    audit: 'Audit of hours',
    'term-end': 'End of a term after an audit',
    'renewal-done': 'Renewal',
    'audit-lottery': 'Audit lottery',
    appeal: 'Appeal',
    'set-aside': 'Decision set aside',
    'exam-result': 'Exam result',
    award: 'Award',
    revocation: 'Revocation',
    finding: 'Answer of the board',
    outreach: 'Outreach',
    release: 'Figures by group',
    report: 'Public report',
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
  files: {
    title: 'The files',
    checkpoint: 'Checkpoint',
    key: 'Public key of the log',
    tiles: 'The entries, as tiles',
  },
  receipt: 'Have a receipt?',
  receiptText: 'Your receipt shows that your decision is in the log. The command checks it too.',
};
