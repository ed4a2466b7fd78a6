/** The words of ideas: the public page of what was adopted, one's own, and the desk that answers them. */
import type {
  IdeaOutcome,
  IdeaStanding,
  IdeaSubject,
  ProposerRole,
} from '../../casework/idea/idea.ts';

const subjects = {
  rules: 'A rule',
  exam: 'The exam',
  process: 'How things are done',
  other: 'Something else',
} as const satisfies Readonly<Record<IdeaSubject, string>>;

const roles = {
  candidate: 'I want to be certified',
  certificant: 'I am certified',
  client: 'I am or was a client',
  family: 'Somebody in my family is or was a client',
  employer: 'I employ certified people',
  other: 'Something else',
} as const satisfies Readonly<Record<ProposerRole, string>>;

const saidBy = {
  candidate: 'Somebody who wants to be certified',
  certificant: 'Somebody who is certified',
  client: 'A client',
  family: 'The family of a client',
  employer: 'An employer',
  other: 'Somebody else',
} as const satisfies Readonly<Record<ProposerRole, string>>;

const outcomes = {
  adopted: 'Adopted',
  partly: 'Adopted in part',
  'not-adopted': 'Not adopted',
} as const satisfies Readonly<Record<IdeaOutcome, string>>;

const standings = {
  waiting: 'Waiting for an answer',
  answered: 'Answered',
  'asked-again': 'Waiting for the board to look again',
  final: 'Answered by the board',
  'carried-out': 'Carried out',
} as const satisfies Readonly<Record<IdeaStanding, string>>;

export const ideas = {
  title: 'Ideas that changed something',
  lead: 'Anybody can propose a change to a rule, an exam or how things are done. Each idea is answered by a promised day, with a reason, by people who do not know whose it is.',
  propose: 'Propose a change',
  counted: (proposed: number, waiting: number, late: number): string =>
    `${proposed === 1 ? '1 idea was' : `${proposed} ideas were`} proposed so far; ${waiting === 1 ? '1 waits' : `${waiting} wait`} for an answer${late === 0 ? '' : `, ${late} past the promised day`}.`,
  answered: (adopted: number, not: number): string =>
    `${adopted} adopted in whole or in part, ${not} not adopted.`,
  none: 'Nothing has been adopted yet.',
  subjects,
  roles,
  saidBy,
  outcomes,
  standings,
  allPrograms: 'All programs',
  idea: 'The idea',
  reason: 'The answer and its reason',
  about: 'What it changes',
  program: 'Program',
  proposed: 'Proposed',
  answeredOn: 'Answered',
  stands: 'What became of it',
  byWhen: (day: string): string => `To be carried out by ${day}`,
  overdue: (day: string): string => `Was to be carried out by ${day}, and is not yet`,
  done: (day: string): string => `Carried out on ${day}`,
  secondLook: 'The board looked at it again.',
  secondLookWaits: 'The board is asked to look at it again.',
  my: {
    title: 'Changes you proposed',
    lead: 'What should be different? Say it, and get an answer by a promised day.',
    none: 'You have not proposed anything yet.',
    link: 'Propose a change',
    linkText:
      'To a rule, the exam, or how things are done; and read what became of what you proposed.',
    promised: 'Answer promised by',
    late: 'This is overdue, and that is our fault.',
    extended: (day: string): string => `On ${day} we asked for more time`,
    words: 'In your words',
    why: 'Why, in your words',
    again: 'Have the board look again',
    againLead: (day: string): string =>
      `Until ${day} you can have a member of the board look at it again, who gave no answer before and does not know who you are either. Their answer holds.`,
    againWhy: 'What should be looked at',
    againSend: 'Ask the board',
    asked: 'You asked the board to look again',
    news: { again: 'The board looks at it again.' },
  },
  proposing: {
    title: 'Propose a change',
    promise: (day: string): string => `If you send it today, you get an answer by ${day}.`,
    blind:
      'Whoever answers reads what you write and not who you are. It changes nothing for any application, exam or certificate of yours.',
    published: 'If it is adopted, it is published in our words and without your name.',
    complaint: 'To say that somebody did wrong, raise a concern instead.',
    raise: 'Raise a concern',
    subject: 'What would it change?',
    program: 'In which program?',
    role: 'What are you here?',
    words: 'Your idea',
    wordsHint: 'What should be different. Leave out your name and the names of others.',
    why: 'Why',
    whyHint: 'Whom it would help, and how.',
    send: 'Send your idea',
    sentTitle: 'We have your idea',
    sent: (label: string, day: string): string =>
      `It has the label ${label}, and you get an answer by ${day}. We write to you when it is there.`,
    toMine: 'See what you proposed',
  },
  desk: {
    title: 'Proposed changes',
    leadDirector:
      'You see what people propose, and never who they are. Your answer reaches them through the system; what you adopt is published.',
    leadBoard:
      'Ideas whose first answer was asked to be looked at again. Whoever gave the first answer gives no second.',
    owed: (count: number, late: number): string =>
      `${count === 1 ? '1 idea waits' : `${count} ideas wait`} for an answer${late === 0 ? '' : `, ${late} past the promised day`}`,
    owedNone: 'No idea waits for an answer here.',
    toCarryOut: 'Adopted, and not yet carried out',
    others: 'All others',
    othersNone: 'There are no others.',
    columns: { label: 'Label', about: 'About', program: 'Program', stands: 'Where it stands' },
    saidBy: 'From',
    words: 'The idea, in the words of whoever proposed it',
    why: 'Why, in their words',
    again: 'What the board is asked to look at',
    extensions: 'More time was asked for',
    first: 'The answer that was given',
    answerTitle: 'Answer it',
    answerLead:
      'Whoever proposed it reads this. What is adopted can be read by anybody: tell the idea in your own words, so that nobody can be recognized.',
    outcome: 'What becomes of it',
    ideaTitle: 'Title',
    ideaTitleHint: 'As it would stand in a list: “Exam seats on Saturdays”.',
    summary: 'The idea in your words',
    reason: 'Why',
    reasonHint: 'What speaks for it and against it, and what will be done.',
    byWhen: 'By when',
    byWhenHint: 'Only where something is adopted.',
    answer: 'Send the answer',
    extendTitle: 'More time',
    extendLead: 'The promised day can be moved once, by 60 days at most, before it is over.',
    extendWhy: 'Why more time is needed',
    extend: 'Promise a later day',
    doneTitle: 'It is carried out',
    done: 'What was done',
    doneSend: 'Record it',
    news: {
      answered: 'The answer is on record, and whoever proposed it is told.',
      extended: 'A later day is promised, and whoever proposed it is told.',
      done: 'It is on record, and whoever proposed it is told.',
    },
  },
};
