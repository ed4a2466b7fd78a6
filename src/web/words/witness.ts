/** What a witness reads behind the link that was mailed to them. The Spanish stands in witness-es.ts. */
export const witness = {
  title: 'We ask for your help',
  lead: (body: string): string =>
    `${body} looks into something that was raised with it. Nothing has been found against anybody, and nobody accuses you of anything.`,
  askedTitle: 'What we ask you',
  freeTitle: 'You are free to say nothing',
  free: 'You do not have to answer, and you need not say why. Nobody asks you to keep silent. Do not tell us what a client, a patient or a lawyer told you in confidence.',
  shown:
    'What you write can be shown to the person it is about, because nobody is judged by what they have not seen. Those who judge read it without names. Your name stays with the people who look into it.',
  until: (day: string): string => `Answer by ${day}.`,
  answerTitle: 'Your answer',
  words: 'What you know',
  wordsHint: 'In your own words: what you saw or heard yourself, when, and who else was there.',
  files: 'Files',
  filesHint: (most: number): string =>
    `PDF, JPEG or PNG, at most 15 MB each and ${most} in all. What a file says about its maker is taken out.`,
  once: 'You can send this once.',
  send: 'Send what you know',
  declineTitle: 'If you would rather say nothing',
  declineBox: 'Not answering',
  declineSure: 'I say nothing about this',
  decline: 'Say nothing',
  notSure: 'Not answering: tick the box if you would rather say nothing.',
  missing: 'What you know: write what you know, or say below that you say nothing.',
  tooLong:
    'What you know: it is longer than 20,000 characters. Shorten it, or send the rest as a file.',
  unseen: 'What you know: a character in it cannot be seen. Type it again.',
  tryAgain: 'What you know: it could not be kept at this moment. Send it once more.',
  fileMistake: (place: number, why: string): string => `File ${place}: ${why}`,
  chooseAgain: 'If you had chosen files, choose them again.',
  tooManyFiles: (most: number): string => `Files: choose at most ${most}.`,
  doneTitle: 'Thank you. We have your answer',
  done: 'It was sent once and cannot be changed. Nothing of it is shown here again, whoever opens this link.',
  moreToSay:
    'If there is more to say, or if somebody puts you under pressure because of it, tell us:',
  concern: 'raise a concern',
  overTitle: 'This link does not work',
  over: 'It may have been typed wrong, or the time to answer is over. If you have something to say, tell us:',
  other: 'Leer en español',
  otherLanguage: 'es',
};
