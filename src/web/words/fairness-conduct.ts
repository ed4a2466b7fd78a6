/** The words of the page on complaints about conduct, for directors and auditors, and of the patterns that the board reads. */
const people = (count: number): string => count.toLocaleString('en-US');

export const conduct = {
  title: 'Complaints about conduct',
  intro:
    'Who is complained about, and what happens then: two questions, kept apart. Then how it went for those who complained. Complaints about people only; those about the body are counted at the end.',
  namedTitle: 'Who is complained about',
  named: {
    lead: 'Complaints for each hundred people whom a code binds, by group. A group that is complained about more often need not behave worse: it may be watched more closely.',
    axis: 'Ratio of complaints for each person',
    lower: 'fewer complaints',
    higher: 'more complaints',
    base: 'Complaints and people',
    baseOf: (complaints: string, persons: string, rate: string): string =>
      `${complaints} about ${persons} people (${rate} in 100)`,
    ratio: 'Ratio (95 % interval)',
    gap: (groups: string, reference: string): string =>
      `Complained about more or less often than “${reference}”: ${groups}`,
    alike: (reference: string): string =>
      `No group is shown to be complained about more or less often than “${reference}”`,
    none: 'There are too few complaints or people to compare groups',
    sentence: (rows: string): string => `Complaints for each hundred people. ${rows}`,
    note: (reference: string): string =>
      `The line marks as many complaints for each person as about “${reference}”. Both counts are those that this release shows of complaints looked at and of people who applied; where either is withheld, so is the ratio. Interval: that of the ratio of two rates, on the log scale. A difference here opens no finding by itself.`,
  },
  split: {
    title: 'How much of a gap comes from which',
    lead: (group: string, rate: string, reference: string, other: string): string =>
      `Of 1,000 people of “${group}” ${rate} were found in breach, of “${reference}” ${other}.`,
    sentence: (complaints: string, outcomes: string): string =>
      `Of that difference, ${complaints} come from who is complained about, and ${outcomes} from what happens then, if the group were complained about like the other.`,
    columns: [
      'Group',
      'Difference',
      'From who is complained about',
      'From what happens then',
    ] as readonly string[],
    none: 'No group is shown in both, so the two cannot be told apart yet.',
    note: 'Per 1,000 people, with 95 % intervals. The gap is split by giving the group the other’s complaints (Kitagawa 1955; the form in which the State Bar of California published its own figures in 2019). What comes from complaints is explained, not excused: complaints come from people too.',
    of: (value: string, low: string, high: string): string => `${value} (${low} to ${high})`,
  },
  thenTitle: 'What happens then',
  sanctions: {
    title: 'Sanctions in like cases',
    lead: 'People found in breach of the same group of provisions, compared pair by pair: in how many of 100 pairs did the member of the group get the harder sanction? From private reprimand to revocation; a tie counts half; at first instance, before any appeal.',
    axis: 'Of 100 pairs of like cases, harder in',
    lower: 'milder sanctions',
    higher: 'harder sanctions',
    base: 'Found in breach',
    estimate: 'Harder in so many of 100 pairs (95 % interval)',
    odds: 'Odds of a harder sanction, times (95 % interval)',
    sanctioned: (count: string): string => `${count} found in breach`,
    gap: (groups: string, reference: string): string =>
      `In like cases, sanctions differ from those of “${reference}” for: ${groups}`,
    alike: (reference: string): string =>
      `In like cases, every group is sanctioned about as hard as “${reference}”`,
    open: 'No group is shown to be sanctioned harder or milder in like cases',
    none: 'There are too few like cases to compare groups',
    sentence: (rows: string): string => `Harder sanctions in so many of 100 pairs. ${rows}`,
    harder: (group: string, share: string, reference: string): string =>
      `${group}: sanctions were harder than for “${reference}” in ${share} of 100 pairs of like cases`,
    milder: (group: string, share: string, reference: string): string =>
      `${group}: sanctions were milder than for “${reference}” in ${share} of 100 pairs of like cases`,
    exact: (band: string): string =>
      `Any difference between the groups shown, whatever was breached, in three classes of sanction: p-value ${band} (exact test of Freeman and Halton).`,
    note: 'Test: van Elteren’s rank test within like cases, after Holm’s rule. Parity is shown where the 90 % interval lies between 40 and 60. The odds are those of the proportional odds model with a term for each kind of case; a dash where they have no bound. Rounded so far that nobody’s case can be read from them.',
    noOdds: '\u2013',
  },
  byThemTitle: 'How it goes for those who complain',
  bodyTitle: 'Complaints about the body itself',
  body: {
    lead: 'Counted in steps of eleven, so that no single complaint shows.',
    steps: {
      'looked-at': 'Looked at',
      'taken-up': 'Taken up',
      concluded: 'Decided',
      'put-right': 'Found right, with a remedy',
    },
    step: 'Step',
    complaints: 'Complaints',
    atLeast: (count: number): string => `at least ${people(count)}`,
    none: 'None are counted yet.',
  },
  overview: 'Sanctions in like cases',
};

export const patterns = {
  title: 'Patterns in complaints',
  intro:
    'What complaints about people are about, year by year, and where a promise to one of the two sides was broken. Nothing here names anybody.',
  notReleased: 'The first figures are being worked out and proved.',
  none: 'No complaint has been measured yet.',
  groundTitle: 'By ground of discrimination',
  settingTitle: 'By setting',
  total: 'All years',
  year: (year: string, isOver: boolean): string => (isOver ? year : `${year}, so far`),
  cell: (total: string, taken: string): string => `${total}, ${taken} taken up`,
  heard: (rows: string): string => `Complaints looked at, by year. ${rows}`,
  ground: 'Ground',
  setting: 'Setting',
  all: 'All complaints',
  most: (label: string, count: string): string =>
    `Most often named: ${label} (${count} complaints)`,
  noneShown: 'Too few complaints name any one of them',
  note: 'Complaints looked at, each once; one that names several grounds is counted as such. Numbers below eleven, and those that would give them away, are withheld.',
  counted: (release: number, until: string, next: string): string =>
    `Release ${release}, counted through ${until}; the numbers change next on ${next}.`,
  unseenTitle: 'Concerns that nobody may see',
  unseenIntro:
    'Everybody who could take them is named in them, has a tie, or stepped aside. Nothing happens in them until somebody else is appointed: a coordinator for a concern about a person, an ombud for one about the body.',
  unseenSince: 'Seen by nobody since',
  unseenLate: (day: string): string => `${day}, not kept`,
  brokenTitle: 'Promises that were broken',
  brokenIntro:
    'Each step of a matter promises both sides an answer by a day. A day that passed without one stands here, whatever the reason. Matters in which you are concerned are left out.',
  brokenNone: 'No promise was broken.',
  broken: (count: number): string =>
    count === 1 ? '1 broken promise' : `${people(count)} broken promises`,
  byStep: 'By step',
  step: 'Step',
  toComplainant: 'To the complainant',
  toRespondent: 'To the respondent',
  latest: 'The latest',
  matter: 'Matter',
  side: 'Promised to',
  was: 'Promised by',
  noted: 'Noted',
  about: { person: 'a person', body: 'the body' },
  aboutHead: 'About',
  sides: { complainant: 'complainant', respondent: 'respondent' },
  steps: {
    screening: 'First look',
    'screening-appeal': 'Second look',
    notice: 'Notice',
    response: 'Response',
    investigation: 'Investigation',
    review: 'Review panel',
    hearing: 'Hearing',
    decision: 'Decision',
    appeal: 'Appeal',
    effect: 'Carrying out',
    'interim-appeal': 'Appeal of an interim suspension',
    reinstatement: 'Reinstatement',
    closing: 'Closing word',
  },
  toPatterns: 'Patterns in complaints, and promises broken',
};
