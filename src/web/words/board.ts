/** The words of findings before the board: what was found, what is answered, what came of it, and outreach. */
const people = (count: number): string => count.toLocaleString('en-US');

export const board = {
  title: 'For the board',
  overseersTitle: 'Findings',
  intro:
    'What waits for an answer comes first, by the day it was promised for. Answer each with a change, a study, or a refusal; every answer has its reasons and your name, and its line in the decision log.',
  overseersIntro:
    'What the figures of each month showed, what the board answered and by when, and what came of it. You read it; the board answers it.',
  chair:
    'You are the chair. Findings about a reviewer come to you and to that reviewer, and to no other member.',
  decideTitle: 'To answer',
  decideNone: 'Nothing waits for an answer.',
  waiting: (count: number, late: number): string => {
    const all = count === 1 ? '1 finding' : `${people(count)} findings`;
    return late === 0 ? `${all}, none overdue` : `${all}, ${people(late)} overdue`;
  },
  runningTitle: 'Promised and running',
  runningNone: 'No action is promised and open.',
  running: (count: number, late: number): string => {
    const all = count === 1 ? '1 action' : `${people(count)} actions`;
    return late === 0 ? `${all}, none overdue` : `${all}, ${people(late)} overdue`;
  },
  cameTitle: 'What came of earlier ones',
  cameNone: 'No action was carried out or refused yet.',
  came: 'Earlier findings, as found and as measured last',
  found: 'What was found',
  program: 'Program',
  allPrograms: 'All programs together',
  stands: 'Where it stands',
  promisedAction: 'What was promised',
  finding: 'Finding',
  answer: 'Answer',
  asFound: 'As found',
  asMeasuredLast: 'As measured last',
  standings: {
    'with-the-rater': 'The reviewer may still respond',
    'to-answer': 'Waits for an answer',
    running: 'An action is promised',
    'carried-out': 'Carried out',
    refused: 'Refused, with reasons',
  },
  respondUntil: (day: string): string => `The reviewer may respond until ${day}`,
  answers: { change: 'Change', study: 'Study', refusal: 'Refusal' },
  toRules: 'Try a changed rule on past applicants',
  toOutreach: 'Outreach: whom it is for and what it brought',
  overdueLine: (count: number, since: string): string =>
    count === 1
      ? `1 answer or action of the board is past its promised day, since ${since}.`
      : `${people(count)} answers and actions of the board are past their promised day, the first since ${since}.`,
  overdueTitle: 'Before the board',
};

type Compare = (group: string, reference: string) => string;
interface Both {
  readonly less: Compare;
  readonly more: Compare;
}
const often = (what: string): Both => ({
  less: (group, reference) => `${group}: ${what} less often than “${reference}”`,
  more: (group, reference) => `${group}: ${what} more often than “${reference}”`,
});

export const finding = {
  title: (label: string): string => `Finding ${label}`,
  outcomes: {
    eligibility: often('found eligible'),
    pass: often('passed the exam'),
    accommodation: often('granted what they asked for'),
    appeal: often('won their appeal'),
    'conduct-screening': often('complaints about them taken up'),
    'conduct-finding': often('found in breach of the code'),
    'conduct-appeal': often('won their appeal about conduct'),
    renewal: often('had their reason for being late accepted'),
    'more-time': often('given more time to renew'),
    'name-change': often('granted another name'),
    audit: often('passed the audit of their hours'),
    'term-renewed': often('renewed'),
    'term-in-time': often('renewed in time'),
    idea: often('had their idea adopted'),
    'seat-forward': often('came forward to serve'),
    'seat-chosen': often('chosen for a seat'),
    recognized: often('recognized'),
    'seat-served': often('served after coming forward'),
    'seat-again': often('served again'),
    'seat-named': often('came forward on the word of somebody else'),
    'seat-chaired': often('sat in the chair'),
  },
  complainants: {
    'conduct-screening': often('complaints by them taken up'),
    'conduct-hope': often('got what they hoped for when they complained'),
  },
  outcome: often('succeeded'),
  kinds: {
    eligibility: 'on eligibility',
    accommodation: 'on accommodations',
    pass: 'on exams',
    appeal: 'on appeals',
    'conduct-screening': 'on whether to take up a complaint',
    'conduct-finding': 'on complaints',
    'conduct-appeal': 'on appeals about conduct',
    renewal: 'on late renewals',
    'more-time': 'on more time to renew',
    'name-change': 'on changes of name',
    audit: 'on audits of hours',
    idea: 'on ideas',
  },
  drawnMore: (group: string, seats: boolean): string =>
    `${group}: drawn for ${seats ? 'seats' : 'audits'} more often than chance explains`,
  drawnLess: (group: string, seats: boolean): string =>
    `${group}: drawn for ${seats ? 'seats' : 'audits'} less often than chance explains`,
  chance: 'A blind draw',
  sanctionHarder: (group: string, share: string, reference: string): string =>
    `${group}: sanctions were harder than for “${reference}” in ${share} of 100 pairs of like cases`,
  sanctionMilder: (group: string, share: string, reference: string): string =>
    `${group}: sanctions were milder than for “${reference}” in ${share} of 100 pairs of like cases`,
  decisions: (kind: string): string => (kind === '' ? 'decisions' : `decisions ${kind}`),
  waitsLonger: (group: string, decisions: string, days: string, reference: string): string =>
    `${group}: ${decisions} took ${days} longer than for “${reference}”`,
  waitsLess: (group: string, decisions: string, days: string, reference: string): string =>
    `${group}: ${decisions} took ${days} less than for “${reference}”`,
  questionHarder: (item: string, group: string, reference: string): string =>
    `Question ${item}: harder for “${group}” than for “${reference}” at the same score`,
  questionEasier: (item: string, group: string, reference: string): string =>
    `Question ${item}: easier for “${group}” than for “${reference}” at the same score`,
  deciderLess: (who: string): string => `${who} approves less often than the other deciders`,
  deciderMore: (who: string): string => `${who} approves more often than the other deciders`,
  you: 'You',
  youLess: 'You approve less often than the other deciders',
  youMore: 'You approve more often than the other deciders',
  aReviewer: 'One reviewer',
  others: 'The other deciders',
  measures: {
    'success-ratio': 'Ratio (95 % interval)',
    days: 'Days longer (95 % interval)',
    delta: 'Delta (95 % interval)',
    'times-expected': 'Drawn for each that a blind draw gives',
    superiority: 'Harder in so many of 100 pairs of like cases (95 % interval)',
  },
  days: (value: string): string => (value === '1.0' ? '1 day' : `${value} days`),
  program: 'Program',
  comparedBy: 'Compared by',
  asFound: 'As found',
  asMeasuredLast: 'As measured last',
  opened: 'Put before the board',
  openedAboutAPerson: 'Told to the reviewer and the chair',
  promised: 'Answer promised by',
  stands: 'Where it stands',
  aboutAPerson:
    'This finding is about one reviewer. It goes to that reviewer and to the chair first, is never published, and no other member of the board reads it. A decider who stands out may have reasons: ask.',
  aboutYou:
    'This is about how you decide, compared with the others. You and the chair are the first to read it; directors and auditors can read it once you have responded or the time for that has passed, and other members of the board cannot. It is never published. Say what the chair should know before answering; your words are kept as you write them.',
  history: 'Each time it was measured',
  chart: {
    'disparity-shown': (times: number): string =>
      times === 1 ? 'A disparity is shown' : `Measured ${times} times: a disparity is still shown`,
    'parity-shown': (times: number): string =>
      `Measured ${times} times: the last time parity is shown`,
    'cannot-tell-yet': (times: number): string =>
      `Measured ${times} times: the last time it cannot be told`,
  },
  release: (number: number): string => `Release ${number}`,
  beside: (reference: string): string => `beside “${reference}”`,
  besideOthers: 'beside the other deciders',
  heard: (rows: string): string => `The figure of each release. ${rows}`,
  heardRow: (release: string, figure: string, verdict: string): string =>
    `${release}: ${figure}, ${verdict}.`,
  releaseHead: 'Release',
  referenceHead: 'Compared with',
  lower: {
    'success-ratio': 'less often',
    days: 'less time',
    delta: 'harder',
    superiority: 'milder',
    'times-expected': 'drawn less often',
  },
  higher: {
    'success-ratio': 'more often',
    days: 'longer',
    delta: 'easier',
    superiority: 'harder',
    'times-expected': 'drawn more often',
  },
  note: 'A finding is measured again in every release, whatever was answered. A figure after an action is a comparison, not a proof that the action caused it.',
  happened: 'What happened',
  events: {
    opened: 'Put before the board',
    told: 'The reviewer and the chair were told',
    responded: 'The reviewer responded',
    answered: (kind: string, who: string): string => `${kind}, by ${who}`,
    carriedOut: (who: string): string => `Carried out, says ${who}`,
    answerAhead: 'An answer is promised',
    actionAhead: 'The action is due',
  },
  byWhen: (day: string): string => `By ${day}.`,
  reasons: 'Reasons',
  someone: 'a member of the board',
  answerTitle: 'Answer it',
  answerIntro:
    'Your answer is published with your name, its reasons word for word. Name nobody in it.',
  answerIntroRater:
    'Your answer is read by the reviewer, and by those who oversee. It is not published.',
  answerLate: (days: string): string => `This answer is ${days}.`,
  kind: 'Your answer',
  choices: {
    change: { label: 'Change something', hint: 'You know what to do, and by when' },
    study: { label: 'Study it', hint: 'You need to know more first, and say by when you will' },
    refusal: { label: 'Refuse', hint: 'Nothing will be done, and you say why' },
  },
  what: 'What will be done',
  whatHint: 'For a change or a study. Such as: a second clerk reads documents from abroad',
  byWhenLabel: 'By when',
  byWhenHint: 'For a change or a study. A day from Monday to Friday that is no holiday',
  reasonsHint: 'Why this answer and no other, so that whoever is concerned can understand it',
  send: 'Record the answer',
  doneTitle: 'Say what was done',
  done: 'What was done',
  doneHint: 'What was carried out, and since when. It stands beside what you promised',
  sendDone: 'Record it',
  respondTitle: 'Respond',
  respond: 'Your response',
  respondHint: 'What the chair should know, such as which matters you were given',
  sendRespond: 'Send the response',
  waitsForRater: (day: string): string =>
    `Nobody answers before the reviewer has responded or ${day} has passed.`,
  news: {
    answered: 'The answer is recorded, and its line is in the decision log.',
    done: 'What was done is recorded, and its line is in the decision log.',
    responded: 'Your response is with the chair.',
  },
  outreachTitle: 'Outreach for this finding',
  outreachNone: 'No outreach was planned for it.',
  planOutreach: 'Plan an outreach for this finding',
  tryRule: 'If you mean to change a rule: first try it on past applicants',
  aboutYouTitle: 'Findings about you',
  aboutYouIntro:
    'Where the figures show that you decide differently from the others, you read it here before anybody but the chair.',
  aboutYouNone: 'No finding is about you.',
};

export const outreach = {
  title: 'Outreach',
  intro:
    'Going to people whom the certification does not reach. Each outreach has a link with a code of its own, so that it can be told what it brought. Who came by which code is kept sealed: no page shows it to anybody, and it is only counted.',
  none: 'No outreach was planned yet.',
  means: {
    'fee-waiver': 'Fee waiver',
    visit: 'Visit',
    partner: 'Partner',
    other: 'Other means',
  },
  target: 'Whom it is for',
  targetHint: 'A group or a region, in words. Such as: case managers in the northern counties',
  meansLabel: 'By what means',
  how: 'What is done',
  howHint: 'Which fee, where, with whom',
  code: 'Code',
  codeHint:
    'Short and easy to read aloud: 4 to 24 letters, digits and hyphens, such as valley-visit',
  link: 'The link to hand out',
  from: 'From',
  until: 'Until',
  runs: 'When',
  fromTo: (from: string, until: string): string => `${from} to ${until}`,
  program: 'Program',
  choose: 'Choose a program',
  planned: 'Planned by',
  finding: 'Finding',
  brought: (target: string): string => `What it brought: ${target}`,
  steps: {
    applied: 'Applied',
    eligible: 'Found eligible',
    sat: 'Sat the exam',
    passed: 'Passed',
    certified: 'Hold the credential',
  },
  step: 'Step',
  people: 'People',
  atLeast: (count: number): string => `at least ${people(count)}`,
  counted: (until: string): string =>
    `Counted through ${until}, of people who came by the link. Numbers are rounded down to steps of eleven, and fewer than eleven are withheld, so that nobody can tell how one person fared.`,
  planTitle: 'Plan an outreach',
  planFor: (label: string): string => `It is planned for finding ${label}.`,
  plan: 'Record the outreach',
  recorded: 'The outreach is recorded, and its line is in the decision log. Its link is below.',
  /** To whoever came by a link with a code. */
  came: 'You came by a link that we hand out to reach people. That you did is kept sealed: nobody who decides, checks documents or keeps your file can see it. It is counted, to see what our outreach brings.',
};
