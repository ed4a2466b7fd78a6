/** The words of the public report: the list of reports, a report, its pages by question, and its check. */
const people = (count: number): string => count.toLocaleString('en-US');
const some = (count: number, one: string, more: string): string =>
  `${people(count)} ${count === 1 ? one : more}`;

export const report = {
  listTitle: 'How we decide, and for whom',
  listLead:
    'Once a year, on the last day of February, we publish how the people we decide about fared in the year before, group by group. Each report is dated, numbered and signed, and stays as it was published.',
  next: (day: string): string => `The next report comes out on ${day}.`,
  none: 'No report is published yet.',
  list: 'Reports',
  columns: { number: 'Report', until: 'Counted through', published: 'Published' },
  numbered: (number: number): string => `Report ${number}`,
  allPrograms: 'All programs together',
  before:
    'Before its day there is no report for anybody outside. What a report may say is settled before it is drawn: no count of fewer than eleven people, nor anything from which one could be worked out.',

  title: (number: number): string => `How we decide, and for whom: report ${number}`,
  dated: (until: string, published: string): string =>
    `Decisions through ${until}. Published ${published}.`,
  late: (due: string): string =>
    `It was due on ${due}; this service was not running then, and published it as soon as it was.`,
  demonstration: 'The body and the people of this report are invented.',
  intro:
    'This report shows how the body decides. It calls nothing good or bad: it compares groups, says how sure each comparison is, and says where nothing can be told.',

  showsTitle: 'What it shows',
  nothing:
    'No disparity is shown. That is not the same as parity: below stands where parity is shown and where it is too early to tell.',
  counted: (parity: number, unknown: number): string =>
    `Over all programs together, parity is shown in ${some(parity, 'comparison', 'comparisons')}; in ${people(unknown)} nothing can be told yet, and beside each stands about how many more people it would take.`,
  inPrograms: 'In single programs',
  inProgramsNote: (tables: number): string =>
    `These are shown in one program and not over all. The report looks at ${people(tables)} tables of single programs, and at most about one in twenty would show a disparity by chance alone.`,
  overview: 'Every comparison, by question',
  overviewNote:
    'Over all programs together. Open a question to see its numbers, its pictures, and each program and year.',
  question: 'Groups by',
  tally: {
    disparity: (count: number): string => `${some(count, 'disparity', 'disparities')} shown`,
    parity: (count: number): string => `parity shown in ${people(count)}`,
    unknown: (count: number): string => `cannot tell yet in ${people(count)}`,
  },
  noComparison: 'nothing to compare',
  toldUs: 'Told us their group',
  atLeast: (share: string): string => `at least ${share}`,

  kinds: {
    eligibility: 'Found eligible',
    pass: 'Passed the exam',
    accommodation: 'Granted an accommodation',
    appeal: 'Won an appeal',
    'conduct-screening': 'Complaint about them taken up',
    'conduct-finding': 'Found in breach of the code',
    'conduct-appeal': 'Won an appeal about conduct',
    'term-renewed': 'Renewed at the end of a term, in time or late',
    'term-in-time': 'Renewed in time rather than late',
    renewal: 'Had a reason for being late accepted',
    'more-time': 'Given more time to renew',
    audit: 'Passed an audit of their hours',
    'term-end': 'Kept a term after an audit',
    'name-change': 'Granted another name',
    'audit-drawn': 'Drawn for an audit',
    'seat-drawn': 'Drawn for a seat',
    idea: 'Had an idea adopted',
    'seat-forward': 'Certified, then came forward',
    'seat-chosen': 'Chosen for a seat, of those read',
    recognized: 'Recognized, of those nominated and read',
    'seat-served': 'Came forward, then served',
    'seat-again': 'Served, then served again',
    'seat-named': 'Came forward, on the word of somebody else',
    'seat-chaired': 'Served, and sat in the chair',
    'step-eligible': 'Applied, then found eligible',
    'step-sat': 'Found eligible, then sat the exam',
    'step-certified': 'Sat the exam, then certified',
  },
  waits: {
    eligibility: 'Waited for a decision on eligibility',
    accommodation: 'Waited for a decision on an accommodation',
    appeal: 'Waited for a decision on an appeal',
    renewal: 'Waited for an answer about being late',
    'more-time': 'Waited for an answer about more time',
    audit: 'Waited for the end of an audit',
    'term-end': 'Waited for a decision on the end of a term',
    'name-change': 'Waited for an answer about another name',
    idea: 'Waited for an answer to an idea',
  },
  waitingColumn: 'Waited for eligibility',

  by: (dimension: string): string => `By: ${dimension}`,
  byTitle: (number: number, dimension: string): string => `Report ${number}, by: ${dimension}`,
  back: (number: number): string => `report ${number}`,
  others: 'Other questions of this report',
  response: (told: string, all: string, share: string): string =>
    `Response: ${told} of ${all} (${share}) are about people who told us their group; the others are counted as not stated.`,
  responseAtLeast: (told: string, all: string, share: string): string =>
    `Response: at least ${told} of ${all} (${share}) are about people who told us their group.`,
  responseWithheld: 'Response: withheld.',
  total: (base: string): string => `All together: ${base}.`,
  totalWithheld: 'All together: withheld.',
  allWithheld:
    'Every number by group is withheld here: too few people stand behind it, or behind one beside it.',
  allWithheldWaitingToo:
    'Every number by group is withheld here, how long groups waited too: too few people stand behind it, or behind one beside it.',
  ratio: 'Ratio (95 % interval)',
  group: 'Group',
  part: 'Program or year',
  axis: 'Ratio of shares',
  lower: 'less often',
  higher: 'more often',
  line: (reference: string): string =>
    `The line marks parity: the same share as “${reference}”. The bars are 95\u00a0% intervals.`,
  chart: {
    gap: (groups: string, reference: string): string =>
      `The share differs from “${reference}” for: ${groups}`,
    alike: (reference: string): string => `Every group that is shown fares about as “${reference}”`,
    open: 'No group is shown to fare otherwise than the others',
    none: 'There is nothing to compare',
  },
  heard: (kind: string, rows: string): string => `${kind}. ${rows}`,
  parts: (kind: string): string => `${kind}: each program and year`,

  waitingChart: {
    longer: (group: string, days: string, reference: string): string =>
      `Decisions took ${days} longer for “${group}” than for “${reference}”`,
    shorter: (group: string, days: string, reference: string): string =>
      `Decisions took ${days} less for “${group}” than for “${reference}”`,
    alike: 'Every group that is shown waits equally long, to within three days',
    open: 'No group is shown to wait longer than the others',
    none: 'There is nothing to compare',
  },
  decided: 'Decided',
  after: (day: number): string => `Waiting after ${day} days`,
  under: (share: string): string => `under ${share}`,
  median: 'Half are answered by day',
  mean: 'Mean days',
  longer: 'Days longer (95 % interval)',
  waitingNote: (horizon: number): string =>
    `Matters still open count as waiting, so that leaving one undecided shows; those withdrawn count up to that day. Means and differences are over the first ${horizon} days. A curve has a point only where eleven more people were answered.`,
  standard: (days: number): string => `${days} days`,
  waitingRests:
    'Waiting times rest on the days of single matters, which nobody publishes: they do not follow from the tables.',

  stepsTitle: 'From application to certificate',
  everyStep: 'Every step',
  serviceTitle: 'From credential to serving',
  serviceNote:
    'Each certificant once a program. Each step counts those who came through the one before it; the last two branch off: of those who came forward, and of those who served. The verdict of each step is against the largest group that told us.',
  overviewAfter: 'After the exam',
  stepsNote:
    'Each person counts once a program. A step counts those who came through the step before; whoever is still on the way counts as not yet through.',

  questionsTitle: 'Exam questions',
  questionsIntro:
    'People are compared who have the same score on the whole exam. A question is named where it is harder for one group among equals, by a wide margin and beyond chance. That asks people to read it; it decides nothing. Such figures rest on single answers and do not follow from the tables.',
  questionsNone:
    'No two groups are large enough to compare question by question, or they are withheld.',
  standsOut: (item: string, group: string, reference: string): string =>
    `Question ${item}: harder for “${group}” than for “${reference}” at the same score`,
  standsEasier: (item: string, group: string, reference: string): string =>
    `Question ${item}: easier for “${group}” than for “${reference}” at the same score`,
  questionsOf: (program: string): string => `Questions of ${program}`,
  noneStandsOut: (count: number, group: string, reference: string): string =>
    `“${group}” beside “${reference}”: none of ${people(count)} questions stands out.`,
  tooFew: (groups: string): string => `Too few people to tell, or withheld: ${groups}.`,

  findingsTitle: 'What the board was asked, and what came of it',
  findingsIntro:
    'A disparity that is shown is put before the board, which owes an answer by a promised day: a change, a study, or a refusal with reasons. It is measured again in every later release. This list is as of today, and may say more than the signed report.',
  findingsNone: 'Nothing is before the board.',
  delta: (figure: string): string => `${figure} on the delta scale`,
  findingColumns: {
    found: 'What was found',
    first: 'As found',
    last: 'As measured last',
    stands: 'Where it stands',
  },
  promisedBy: (day: string): string => `An answer is promised by ${day}`,
  answered: (kind: string, day: string): string => `${kind}, answered on ${day}`,
  until: (day: string): string => `to be done by ${day}`,
  done: (day: string): string => `carried out on ${day}`,
  reasons: 'Reasons',

  outreachTitle: 'Outreach',
  runs: (from: string, until: string): string => `from ${from} to ${until}.`,

  gateTitle: 'What is withheld, and the proof',
  gate: (withheld: string, numbers: string): string =>
    `${withheld} of the ${numbers} numbers are withheld. Each reads the same word, whether fewer than eleven people stand behind it or whether it shields such a number beside it: which of the two, nobody is told.`,
  proof: (viewers: string, programs: string, values: number): string =>
    `Then an attacker, also a program, tried to work the withheld numbers out: from everything that is printed, and as each of ${viewers} kinds of reader, people who know their own record among them. In ${programs} tries none could narrow one to fewer than ${values} possible values. A release that cannot keep this promise does not come out.`,
  against: (earlier: string): string => `Earlier releases it was held against: ${earlier}.`,
  againstNone: 'It is the first release: there was no earlier one to hold it against.',

  checkTitle: 'Check it yourself',
  checkIntro:
    'Every share, ratio, interval, p-value and verdict of outcomes follows from the counts that are printed. Your browser can work them all out again, with the code that made them, and check who signed the report and that the decision log holds it. Nothing you do here is sent to us.',
  checkStart: 'Work every figure out again',
  checkNoScript:
    'With JavaScript off, this page cannot do that. The command line does the same: download the report and the receipt, and run',
  checkWorking: 'Working every figure out again…',
  checkUnreadable: 'The report could not be fetched or read. Nothing was checked.',
  checkHolds: 'Everything agrees',
  checkFails: 'Not everything agrees',
  checkSteps: {
    signature: 'Signed by the key of the decision log',
    body: 'Unchanged since it was signed',
    log: 'In the decision log',
    figures: 'Figures that follow from the tables',
  },
  checkAnswers: { holds: 'holds', fails: 'fails', 'not-asked': 'not asked' },
  checkFigures: (agree: number, differ: number): string =>
    `${some(agree, 'agrees', 'agree')}, ${some(differ, 'differs', 'differ')}`,
  checkTables: 'Table by table',
  checkTable: (table: string, agree: number, all: number): string =>
    `${table}: ${people(agree)} of ${people(all)} agree`,
  checkColumns: {
    group: 'Group',
    figure: 'Figure',
    published: 'Published',
    workedOut: 'Worked out here',
    result: 'Result',
  },
  checkWithheld: (tables: number): string =>
    `${some(tables, 'table is', 'tables are')} withheld whole: there is nothing to work out.`,
  /** Figures as they are called in the file. */
  figures: {
    reference: 'the group compared with',
    rate: 'share',
    'comparison.ratio': 'ratio',
    'comparison.failRatio': 'ratio of the others',
    'comparison.difference': 'difference',
    'comparison.oddsRatio': 'odds ratio',
    'comparison.fisher': 'p, Fisher’s exact test',
    'comparison.midP': 'mid-p',
    'comparison.z': 'z',
    'comparison.raisedP': 'p after Holm’s rule',
    'comparison.belowFourFifths': 'below four fifths',
    'comparison.verdict.state': 'verdict',
    'comparison.verdict.stillNeeded': 'people still needed',
    'comparison.verdict.because': 'why no number',
    'response.told': 'response: told',
    'response.all': 'response: all',
    'response.atLeast': 'response: at least',
    'total.succeeded': 'rows added up: succeeded',
    'total.total': 'rows added up: all',
    total: 'all',
  },
  ends: { low: ', low end', high: ', high end', because: ', why there is none' },
  agrees: 'agrees',
  differs: 'differs',
  whole: 'The whole table',
  notWorkedOut: (groups: number): string =>
    `Not worked out again: the waiting times, ${some(groups, 'row', 'rows')} of groups by kind and program, because they rest on the day each matter was opened and decided, and the exam questions, because they rest on single answers. Neither is published. What was asked of the records, and the digest of what came out, is in the decision log.`,
  downloads: 'Downloads',
  json: 'The whole report as JSON, with the signature',
  csv: 'The tables for a spreadsheet, without the exam questions',
  receipt: 'The receipt of its line in the decision log',
  log: 'The decision log, and how to check it',
  key: 'The key of the log, which signs the report',
  signed: 'What was signed',
  places: (report: number, release: number): string =>
    `The report is entry ${people(report)} of the decision log; the release it rests on is entry ${people(release)}.`,

  methodTitle: 'How it is measured, and its limits',
  method: [
    'Disparity shown: the gap is larger than chance explains (an exact test at 5 %, after Holm’s rule where several groups are compared).',
    'Parity shown: with 90 % confidence neither the chance to succeed nor the chance to fail differs by more than a fifth; for waiting, by no more than three days.',
    'Cannot tell yet: neither of the two. Beside it stands about how many more people it would take to settle it.',
    'A fifth, four fifths, three days and 5 % are a monitoring convention. They are no legal test, and no decision follows from them by itself.',
    'The group that others are compared with is the largest that told. Not stated is a group of its own: people who say nothing may fare otherwise than those who do.',
    'Nobody’s group is guessed. Whoever did not tell us is counted as not stated, and the response stands beside each table.',
    'What people say of themselves is pseudonymous, not anonymous: it lies apart from every decision, encrypted, under a name that deciders cannot work out, but with the right key it could be joined again. That is why only protected figures leave.',
    'These are comparisons, not causes. A gap says where to look; it does not say why it is there.',
    'It counts what is on record here. Who never applied does not show.',
  ],
  restsTitle: 'What it rests on',
  restsOn: (release: number, until: string): string =>
    `Release ${release}: all decisions, exams and steps on record through ${until}, and what people chose to tell us. No decider is in it, and nothing about any one person.`,
};
