/** What people read when a page is not there, not theirs, or went wrong. */
export const problems = {
  missing: {
    title: 'This page is not here',
    text: 'The address may be mistyped, or the page may have moved. Nothing you typed was lost.',
  },
  notYours: {
    title: 'This page is not yours to open',
    text: 'It belongs to an office that your account does not hold. If you think it should, ask a director of the body.',
  },
  otherProgram: {
    title: 'This page is not yours to open',
    text: 'It is not here, or it belongs to a program that you do not work for. That you asked is on record. If you should work for that program, ask a director of the body.',
  },
  strangePost: {
    title: 'We could not take this form',
    text: 'It was not sent from a page of this site that is still open, so nothing was done. Go back, reload the page, and send it again. What you typed is still in the form you came from.',
  },
  tooMuch: {
    title: 'This was too much to send at once',
    text: 'A form takes up to 1 MB of text, 12 files, and 15 MB for each file. Nothing was saved. Go back: what you typed is still in the form. Send less at once.',
  },
  tooFast: {
    title: 'Too many calls in a short time',
    text: 'Wait a minute, then try again. This slows down programs that guess; it is nothing you did wrong.',
  },
  fault: {
    title: 'Something went wrong on our side',
    text: (reference: string): string =>
      `Nothing was written by half: either all of it is saved or none of it. Try again in a moment. If it happens again, tell us this number: ${reference}`,
  },
  held: {
    title: 'Nothing can be decided at the moment',
    text: 'The decision log is being mended, and no decision may be taken before it is whole. Nothing was saved. What was published stays readable; the page of the log says since when and why. Try again later.',
  },
  refused: { title: 'This cannot be done' },
  written: {
    title: 'What you wrote',
    text: 'It was not saved. Copy it if you need it again.',
  },
  signedOut: {
    title: 'You were signed out while the form was open',
    text: 'What you typed is safe. Sign in, and you can send it again with one press.',
    files: 'Files could not be kept. Choose them again after you have signed in.',
    button: 'Sign in and go on',
  },
  carryOn: {
    title: 'Here is what you typed before you were signed out',
    text: 'Nothing has been sent yet.',
    button: 'Send it now',
  },
  back: 'Go to the start page',
};
