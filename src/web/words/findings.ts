/** The words of figures: verdicts, withheld cells, tables and charts. */
const count = (people: number): string => people.toLocaleString('en-US');

export const findings = {
  disparity: 'Disparity shown',
  parity: 'Parity shown',
  unknown: (morePeople: number | null): string =>
    morePeople === null
      ? 'Cannot tell yet'
      : `Cannot tell yet: about ${count(morePeople)} more ${morePeople === 1 ? 'person' : 'people'} needed`,
  /** The same word whatever the cause, so that nobody can work out why. */
  withheld: 'withheld',
  reference: 'Compared with this group',
  showNumbers: 'Show the numbers',
  verdict: 'Verdict',
  promised: 'Promised by',
  matter: 'Matter',
  nothingWaits: 'Nothing is waiting here.',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  timeLeft: 'Time left',
  stillWaiting: 'Share still waiting',
  days: 'Days since it was sent in',
};
