/** The words of raising a concern and of reading what became of it. */
export const concern = {
  title: 'Raise a concern',
  lead: 'About how we act or decide, about somebody who holds a credential, about an exam, or about anything else. You need no account and no name.',
  whoSees:
    'Staff read it. It is not linked to any account, and we do not try to find out who you are.',
  about: 'What is it about?',
  account: 'What happened?',
  accountHint:
    'Say what happened, when and where, as far as you know. Leave out names and health details of clients.',
  contact: 'Your email address',
  contactHint:
    'Only if you want an answer by mail. Without it you can read the answer with your receipt code.',
  button: 'Send your concern',
  haveCode: 'Have a receipt code? Read the answer',
  thanksTitle: 'We have your concern',
  thanksText: (by: string): string => `You get an answer by ${by}.`,
  code: 'Your receipt code',
  codeText:
    'Write it down or print this page. It is the only key to your concern: we keep no copy of it and cannot send it again.',
  label: (label: string): string => `Staff know your concern as ${label}.`,
  readLink: 'Read the answer with your code',
  receiptTitle: 'Read the answer to your concern',
  receiptField: 'Your receipt code',
  receiptHint: 'Four groups of five letters and digits. Capitals, spaces and dashes do not matter.',
  receiptButton: 'Show the answer',
  readTitle: (label: string): string => `Concern ${label}`,
  received: 'Received',
  subject: 'About',
  answers: 'Answers',
  noAnswer: 'There is no answer yet.',
  noAnswerBy: (by: string): string => `You get one by ${by}.`,
};
