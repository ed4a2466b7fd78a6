/** The form empty, with every mistake, in Spanish; what follows once it is sent; the conversation; the questions. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { complaintSide } from '../../words/complaint-side.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { AboutYouOfConcernPage } from './about-you-of-concern-page.tsx';
import type { ComplaintSideView } from './complaint-side.tsx';
import { ConcernPage, type ConcernPageProps } from './concern-page.tsx';
import { ConcernSentPage } from './concern-sent-page.tsx';
import { ConversationPage, type ConversationPageProps } from './conversation-page.tsx';
import { OpenConcernPage } from './open-page.tsx';

const frame = { ...guestFrame, path: '/concern' };
const inside = { ...guestFrame, path: '/concern/receipt' };

const form: ConcernPageProps = {
  frame,
  language: 'en',
  programs: [
    { id: 'larkspur-care', name: 'Larkspur Care Coordinator' },
    { id: 'larkspur-work', name: 'Larkspur Work and Health Specialist' },
  ],
  formKey: 'AAAAAAAAAAAAAAAAAAAAAA',
  typed: {},
  mistakes: [],
  fileMistakes: [],
  tooManyFiles: false,
  kept: undefined,
  mostFiles: 12,
};

const mistakes: ConcernPageProps['mistakes'] = [
  { field: 'about', kind: 'missing', length: 0 },
  { field: 'account', kind: 'too-short', length: 3 },
  { field: 'happened', kind: 'not-readable', length: 0 },
  { field: 'who', kind: 'too-long', length: 212 },
  { field: 'name', kind: 'anonymous-with-name', length: 6 },
  { field: 'contact', kind: 'not-an-address', length: 4 },
  { field: 'passphrase', kind: 'too-short', length: 4 },
];
const typed = {
  account: 'No.',
  'happened-month': '2',
  'happened-day': '30',
  'happened-year': '2026',
  who: 'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón '.repeat(4).trim(),
  grounds: ['religion', 'appearance'],
  visibility: 'anonymous',
  name: 'فاطمة الزهراء بنت محمد',
  contact: 'ada@',
};
const kept = {
  files: [
    { place: 1, mediaType: 'application/pdf', bytes: 212_000 },
    { place: 2, mediaType: 'image/jpeg', bytes: 2_412_000 },
  ],
  token: 'token-of-the-files',
};

const talk: ConversationPageProps = {
  frame: inside,
  language: 'en',
  opened: 'token-of-the-conversation',
  label: 'C-4KQ0X8Z',
  about: 'An exam, or a question in it',
  received: 'Tuesday, January 12, 2027',
  answerBy: undefined,
  withdrawn: undefined,
  side: undefined,
  statement: '',
  statementMissing: false,
  said: [
    {
      id: '1',
      when: 'Tuesday, January 12, 2027',
      by: 'you',
      words: 'Question 12 shows a picture.\n\nIt cannot be read on the screens of the library.',
      files: kept.files,
    },
    {
      id: '2',
      when: 'Thursday, January 14, 2027',
      by: 'asks',
      words: 'Which library was it?',
      files: [],
    },
  ],
  nextReply: '00000000-0000-7000-8000-000000000000',
  typed: '',
  mistakes: [],
  fileMistakes: [],
  tooManyFiles: false,
  notSure: false,
  news: 'sentNews',
  mostFiles: 12,
  mostFilesInAll: 40,
  asksAboutYou: true,
};

const screenedOut: ComplaintSideView = {
  label: 'X-7ZK4Q0M',
  stages: [
    {
      ...{ key: '1', when: 'Friday, January 15, 2027', detail: undefined, why: undefined },
      what: complaintSide.stages.received,
    },
    {
      ...{ key: '2', when: 'Monday, February 1, 2027', what: complaintSide.stages.extended },
      detail: complaintSide.extendedTo('Friday, February 12, 2027'),
      why: 'Somebody who has to be asked is away.',
    },
    {
      ...{ key: '3', when: 'Monday, February 8, 2027', detail: undefined, why: undefined },
      what: complaintSide.stages.screened,
    },
  ],
  promise: complaintSide.promise(complaintSide.duties.closing, 'Monday, February 22, 2027'),
  screening: {
    goesOn: false,
    answers: [
      {
        question: complaintSide.questions.standing,
        met: true,
        reason: 'Whoever complains was there.',
      },
      {
        question: complaintSide.questions.jurisdiction,
        met: true,
        reason: 'The code bound the respondent on that day.',
      },
      {
        question: complaintSide.questions.provision,
        met: false,
        reason:
          'The provision named is advice. Advice can be cited, and nobody is sanctioned for falling short of it.',
      },
      { question: complaintSide.questions['in-time'], met: true, reason: 'It came in time.' },
    ],
  },
  second: undefined,
  appealUntil: 'Wednesday, March 10, 2027',
  closing: undefined,
  letters: [
    {
      ...{ id: '1', subject: 'We have your complaint', when: 'Friday, January 15, 2027' },
      words:
        'Your complaint is X-7ZK4Q0M.\n\nWe say by Monday, February 15, 2027 whether we can take it up.',
    },
  ],
  mayWithdraw: false,
};
const closed: ComplaintSideView = {
  ...screenedOut,
  appealUntil: undefined,
  second: { upheld: false, reason: 'The provision is advice in every version of the code.' },
  closing: { achieved: 'partly', reason: 'You got the apology you hoped for, and no sanction.' },
};

const questions = [
  {
    id: 'caregiving',
    title: 'Caring for others',
    question: 'Do you regularly look after somebody without pay?',
    kind: 'choice',
    multiple: true,
    choices: [
      { id: 'child', label: 'A child under 18' },
      { id: 'no-caregiving', label: 'Neither of these', alone: true },
      { id: 'prefer-not-to-say', label: 'Prefer not to say' },
    ],
    published: 'In two groups.',
    purpose: 'To see whether outcomes differ between groups',
    basis: 'Your consent',
    retention: '7',
  },
  {
    id: 'age',
    title: 'Age',
    question: 'In which year were you born?',
    kind: 'year',
    multiple: false,
    choices: [{ id: 'prefer-not-to-say', label: 'Prefer not to say' }],
    published: 'In bands.',
    purpose: 'To see whether outcomes differ between groups',
    basis: 'Your consent',
    retention: '1',
  },
] as const;

const forms: readonly Example[] = [
  { name: 'empty', element: <ConcernPage {...form} /> },
  { name: 'spanish', element: <ConcernPage {...form} language="es" /> },
  {
    name: 'office',
    element: <ConcernPage {...form} frame={{ ...frameOf('staff', '/concern') }} />,
  },
  {
    name: 'mistakes',
    element: (
      <ConcernPage
        {...form}
        typed={typed}
        mistakes={mistakes}
        fileMistakes={[
          { place: 2, kind: 'wrong-kind' },
          { place: 4, kind: 'file-too-large' },
        ]}
        kept={kept}
      />
    ),
  },
  {
    name: 'mistakes-spanish',
    element: (
      <ConcernPage
        {...form}
        language="es"
        typed={typed}
        mistakes={mistakes}
        tooManyFiles
        kept={kept}
      />
    ),
  },
];

const sent: readonly Example[] = (['en', 'es'] as const).map((language) => ({
  name: `sent-${language}`,
  element: (
    <ConcernSentPage
      frame={frame}
      language={language}
      receipt="7ZK4Q-0M2XN-9B1RT-HW8CD"
      label="C-4KQ0X8Z"
      path={language === 'en' ? 'body' : 'conduct'}
      answerBy={language === 'en' ? 'Thursday, January 21, 2027' : 'jueves 21 de enero de 2027'}
      otherPassphraseHolds={language === 'es'}
    />
  ),
}));

const conversations: readonly Example[] = [
  {
    name: 'open',
    element: (
      <OpenConcernPage
        frame={inside}
        language="en"
        typed="7ZK4Q-0M2XN"
        problem="unknown"
        ended={undefined}
      />
    ),
  },
  {
    name: 'open-ended',
    element: (
      <OpenConcernPage
        frame={inside}
        language="es"
        typed=""
        problem={undefined}
        ended={{ words: 'Fue en la biblioteca\nde la calle Mayor.', hadFiles: true }}
      />
    ),
  },
  { name: 'conversation', element: <ConversationPage {...talk} /> },
  {
    name: 'conversation-screened-out',
    element: <ConversationPage {...talk} side={screenedOut} statement=" " statementMissing />,
  },
  {
    name: 'conversation-closed-spanish',
    element: (
      <ConversationPage
        {...talk}
        language="es"
        side={{ ...closed, promise: undefined }}
        news={undefined}
      />
    ),
  },
  {
    name: 'conversation-spanish',
    element: (
      <ConversationPage
        {...talk}
        language="es"
        about="De un examen o de una pregunta de un examen"
        received="martes 12 de enero de 2027"
        answerBy="jueves 21 de enero de 2027"
        withdrawn="viernes 15 de enero de 2027"
        said={talk.said.slice(0, 1).map((one) => ({ ...one, words: 'لم أتلق أي رد على طلبي.' }))}
        typed={'Una palabra muy larga: '.repeat(30)}
        mistakes={[{ field: 'words', kind: 'too-long', length: 5120 }]}
        tooManyFiles
        news="withdrawnNews"
      />
    ),
  },
  {
    name: 'about-you',
    element: (
      <AboutYouOfConcernPage
        frame={inside}
        language="es"
        opened="token-of-the-conversation"
        questions={questions}
        typed={{ age: '19781' }}
        mistakes={[{ field: 'age', kind: 'not-a-year' }]}
        notSure
        news={undefined}
      />
    ),
  },
];

export const examples: readonly Example[] = [...forms, ...sent, ...conversations];
