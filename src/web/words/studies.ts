/** The words of job analyses: published and read at the desk, answered by those who do the work. */
import type { ScaleName } from '../../casework/study/study.ts';

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

const tasksOf = (count: number): string => (count === 1 ? '1 task' : `${count} tasks`);

export const studies = {
  title: 'Job analyses',
  lead: 'What an exam should ask about, by those who do the work. Whoever holds the credential is asked, or a sample drawn by lot.',
  none: 'No study was published yet.',
  columns: { title: 'Study', program: 'Program', closes: 'Open until', heard: 'Answered' },
  heard: (answered: number, asked: number): string => `${answered} of ${people(asked)}`,
  publishTitle: 'Publish a study',
  publishLead:
    'Everybody who is drawn is written to at once. What is published is not changed any more. Answers are kept without whose they are, and read by nobody before the study is closed.',
  program: 'Program',
  chooseProgram: 'Program: choose one of the list.',
  studyTitle: 'Title of the study',
  tasks: 'The tasks',
  tasksHint: 'A spreadsheet or a CSV file with the columns task, domain and title.',
  population: 'What is known of everybody who holds the credential',
  populationHint:
    'A spreadsheet or a CSV file with the columns variable, category and count. People are asked the same of themselves, so that answers can be weighted. Without it nothing is weighted.',
  questions: 'Questions of a form',
  sample: 'How many are asked',
  sampleHint: 'Empty: everybody. Otherwise so many are drawn by lot.',
  closes: 'Last day to answer',
  closesLater: 'Last day to answer: choose a day after today.',
  publish: 'Publish and invite',
  tooLarge: 'this file is too large for a table; choose one of at most 20 MB',
  published: (count: number): string =>
    `The study is published, and ${people(count)} ${count === 1 ? 'was' : 'were'} asked.`,
  one: {
    asked: 'Asked',
    answered: 'Answered',
    open: (day: string): string => `Open until ${day}. Nobody reads an answer before it is closed.`,
    closed: (day: string): string => `Closed on ${day}.`,
    facts: 'The study',
    tasksAre: (tasks: number, domains: number): string =>
      `${tasksOf(tasks)} in ${domains === 1 ? '1 domain' : `${domains} domains`}`,
    tasks: 'Tasks',
    known: 'Weighted by',
    nothingKnown: 'Nothing: no figures of everybody were given.',
    sample: 'Who is asked',
    everybody: 'Everybody who holds the credential',
    drawn: (count: number): string => `${people(count)}, drawn by lot`,
    domains: 'Domain weights',
    columns: {
      domain: 'Domain',
      share: 'Share',
      interval: '95 % interval',
      questions: 'Questions',
      unweighted: 'Unweighted',
    },
    trust: 'How far the sample can be trusted',
    download: 'The whole report, with every task',
    csv: 'Every task as a table',
    noReport: (why: string): string => `There is no report: ${why}.`,
  },
  my: {
    title: 'What should the exam ask about?',
    link: 'Studies',
    linkText: 'Say what the exam should ask about, when you are asked.',
    lead: 'You are asked because you do the work. What you send is kept without whose it is, and nobody who decides about you learns whether you answered.',
    none: 'You are not asked at the moment.',
    open: (day: string): string => `Open until ${day}; the day counts to its end.`,
    over: (day: string): string => `Closed on ${day}.`,
    done: 'You have answered. Thank you.',
    begin: 'Answer',
    goOn: 'Go on answering',
    progress: (page: number, pages: number): string => `Page ${page} of ${pages}`,
    rated: (rated: number, all: number): string => `${rated} of ${tasksOf(all)} rated so far`,
    domainLead:
      'Rate the tasks that you know, and leave out the others. Whoever never does a task says no more of it.',
    task: (title: string, id: string): string => (title === '' ? id : title),
    scales: {
      frequency: 'How often do you do it?',
      importance: 'How important is it for the client?',
      harm: 'What harm comes of it when it is not done well?',
    } as const satisfies Readonly<Record<ScaleName, string>>,
    points: {
      frequency: ['Never', 'A few times a year', 'Monthly', 'Weekly', 'Daily'],
      importance: ['Little', 'Somewhat', 'Important', 'Very important'],
      harm: ['Hardly any', 'Some', 'Serious', 'Grave'],
    } as const satisfies Readonly<Record<ScaleName, readonly string[]>>,
    noAnswer: 'No answer',
    about: 'About you',
    aboutLead:
      'It shows whether those who answer are made up like everybody who could. You can leave it out.',
    aboutNothing: 'Nothing more is asked.',
    save: 'Keep and go on',
    send: 'Send my answers',
    sendNote: 'What is sent cannot be changed any more: nobody can tell which answer was yours.',
    back: 'The page before',
    news: { sent: 'Your answers are sent. Thank you.', saved: 'The page is kept.' },
  },
};
