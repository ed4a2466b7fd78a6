/** The words of the fairness page and of the page about what we ask people. */
const people = (count: number): string => count.toLocaleString('en-US');

export const fairness = {
  title: 'Fairness',
  intro:
    'Each kind of decision with what is found about it: who is found eligible, who waits, who passes, which questions favor a group, how deciders compare. Every figure is about groups, never about one person.',
  filter: {
    legend: 'What to look at',
    dimension: 'Compare by',
    program: 'Program',
    allPrograms: 'All programs together',
    show: 'Show',
  },
  counted: (release: string, until: string, next: string): string =>
    `Release ${release}, counted through ${until}. The figures change next on ${next}, so that nobody can tell from one day to the next how one decision went.`,
  proved: (withheld: string, numbers: string, viewers: string): string =>
    `Withheld: ${withheld} of the ${numbers} numbers of this release, so that no count of fewer than eleven people shows. Held against every earlier release, for ${viewers} kinds of reader, people who know their own record among them: none can narrow a withheld number to fewer than five values.`,
  notReleased:
    'The first figures are being worked out and proved. This takes about a minute after the first start; load the page again then.',
  standsSince: (until: string): string => `as of ${until}`,
  earlierRows:
    'Figures with a day of their own stand as an earlier release showed them: too few people came since for a new number that tells nothing about them.',
  atLeast: (told: number): string => `At least ${people(told)}`,
  notAsked:
    'No question about people is on record here, so there is nothing to compare. A director records why a question is asked, on what basis, and how long answers are kept.',
  toDimensions: 'What we ask about people',
  responseWithheld: 'How many told us their group is withheld.',
  found: {
    waitsLonger: (group: string, days: string, reference: string, decisions: string): string =>
      `${group}: ${decisions} took ${days} longer than for “${reference}”`,
    waitsShorter: (group: string, days: string, reference: string, decisions: string): string =>
      `${group}: ${decisions} took ${days} less than for “${reference}”`,
    question: (item: string, group: string, program: string): string =>
      `Question ${item} of ${program}: harder for “${group}” at the same score`,
    deciderLess: (decider: string, ratio: string): string =>
      `${decider} approves less often than the other deciders (ratio ${ratio})`,
    deciderMore: (decider: string, ratio: string): string =>
      `${decider} approves more often than the other deciders (ratio ${ratio})`,
    nothing:
      'No disparity is shown. That is not the same as parity: read below where parity is shown and where it is too early to tell.',
  },
  passCaution:
    'A gap here is a fact about results. It does not say whether the exam is at fault, the preparation, or something else: see the questions below.',
  group: 'Group',
  ratio: 'Ratio (95 % interval)',
  rate: 'Share',
  failureRatio: 'Ratio of the others',
  difference: 'Difference in points',
  oddsRatio: 'Odds ratio',
  exact: 'p-value',
  fourFifths: 'Below 4/5',
  figuresNote:
    'Ratio of the others: the same comparison for those who did not succeed, where a gap shows even if nearly everybody succeeds. Difference in points of 100. The p-value is of Fisher’s exact test, raised by Holm’s rule for several groups. 4/5 is a convention for monitoring.',
  yes: 'yes',
  no: 'no',
  allFigures: 'All figures',
  total: (succeeded: number, all: number, percent: string): string =>
    `All together: ${people(succeeded)} of ${people(all)} (${percent}).`,
  totalWithheld: 'All together: withheld.',
  intervals: (reference: string): string =>
    `The line marks parity: the same share as “${reference}”, the largest group that told. The bars are 95 % intervals.`,
  waiting: {
    heading: (group: string, days: string, reference: string): string =>
      `Decisions took ${days} longer for “${group}” than for “${reference}”`,
    shorter: (group: string, days: string, reference: string): string =>
      `Decisions took ${days} less for “${group}” than for “${reference}”`,
    alike: 'Every group waits equally long, to within three days',
    open: 'No group is shown to wait longer than the others',
    none: 'There are too few decisions to compare how long groups wait',
    sentence: (rows: string): string => `Share still waiting. ${rows}`,
    standard: (days: number): string => `${days} days`,
    decided: 'Decided',
    after: (day: number): string => `After ${day} days`,
    median: 'Half are answered by day',
    mean: 'Mean days',
    longer: 'Days longer (95 % interval)',
    reference: 'compared with this group',
    less: (percent: string): string => `under ${percent}`,
    note: (horizon: number): string =>
      `Matters that are still open count as waiting; those withdrawn count up to that day. Means and differences are over the first ${horizon} days. Curves show a point only where eleven more people were answered, and end where fewer than eleven still wait.`,
    promised: (days: number): string =>
      `The line at ${days} days is what the body sets itself where a program’s rules give no day.`,
  },
  items: {
    title: 'Questions that favor a group',
    intro:
      'People are compared who have the same score on the whole exam. A question is marked where it is harder for one group among equals, by a wide margin and beyond chance. A mark asks people to read the question; it decides nothing.',
    form: (program: string): string => `Questions of ${program}`,
    compared: (focal: string, reference: string): string => `“${focal}” beside “${reference}”`,
    marked: (count: number, all: number): string =>
      count === 0
        ? `None of ${all} questions stands out.`
        : `${count} of ${all} ${count === 1 ? 'questions stands out' : 'questions stand out'}.`,
    unsettled:
      'None of this is final: with the marked questions out of the score others stand out in their place, or too few are left to match people on. Marked are only those that always stand out.',
    tooFew: (groups: string): string =>
      `Too few people to tell, or withheld: ${groups}. Their questions need readers, not numbers.`,
    none: 'No two groups are large enough to compare question by question.',
    item: 'Question',
    delta: 'Delta',
    error: 'Standard error',
    letter: 'Class',
    harder: 'Harder at the same score for',
    standsOut: 'Stands out',
    letters: { A: 'A, negligible', B: 'B, moderate', C: 'C, large' },
    note: 'Delta below zero: harder for the first group named. Class by the full rule of the Educational Testing Service. A question stands out if it is in class C and the test holds after Holm’s rule over all questions; people are then matched anew without the questions that stand out.',
  },
  deciders: {
    title: 'Deciders beside one another',
    heading: (name: string): string => `${name} approves less often than the others`,
    headingMore: (name: string): string => `${name} approves more often than the others`,
    several: (count: number): string => `${count} deciders stand out from the others`,
    alike: 'No decider is shown to approve more or less often than the others',
    none: 'There are too few decisions to compare deciders',
    decider: 'Decider',
    numbered: (place: number): string => `Decider ${place}`,
    approved: 'Approved',
    others: 'The others',
    axis: 'Ratio of approval rates, beside the others',
    lower: 'approves less often',
    higher: 'approves more often',
    sentence: (rows: string): string => `Approval rates. ${rows}`,
    note: 'Each decider beside all the others. Whoever stands out is set aside before the rest are compared, because one severe decider would make all others look lenient. Matters are handed out by promised date, without regard to what is in them. A decider who stands out may have reasons: ask.',
  },
  methodTitle: 'How this is measured',
  method: [
    'Disparity shown: the gap is larger than chance explains, at 5 %, after Holm’s rule for several comparisons.',
    'Parity shown: with 90 % confidence neither the chance to succeed nor the chance to fail differs by more than a fifth; for waiting, by no more than three days.',
    'Cannot tell yet: neither of the two. The number says about how many more people it would take to settle it.',
    'Withheld: fewer than eleven people stand behind a figure, or it is held back so that such a figure cannot be worked out from the others. Which of the two, nobody is told.',
    'The largest group that told is the one others are compared with. Not stated is a group of its own: people who say nothing may fare otherwise than those who do.',
    'Four fifths is a convention for monitoring, not a legal test; it is shown and decides nothing.',
    'These are comparisons, not causes. People read them, look into them and answer for what they do.',
  ],
};

export const dimensions = {
  title: 'What we ask about people',
  intro:
    'People may tell us about themselves, if they like, so that we can see whether we treat everybody alike. A question is off until its purpose, its legal basis and how long answers are kept are all on record here.',
  question: 'Question',
  state: 'State',
  asked: 'Asked',
  notAsked: 'Off',
  one: (title: string): string => `What we ask: ${title}`,
  asks: 'What people are asked',
  published: 'How answers are published',
  standard: 'After which standard',
  purpose: 'Purpose: why we ask',
  purposeHint: 'What the answers are used for, in words that the people asked can read',
  basis: 'Legal basis',
  basisHint: 'What allows us to ask, such as consent; name the rule',
  retention: 'How long answers are kept',
  retentionHint: 'So long after somebody last answered, the answer is erased by itself',
  years: 'years',
  ask: 'Record, and ask this question',
  stop: 'Record, and do not ask',
  recorded: (title: string): string => `${title}: recorded. This question is asked from now on.`,
  stopped: (title: string): string =>
    `${title}: recorded. This question is off. Answers given before are erased when their time is over, or by the person.`,
};
