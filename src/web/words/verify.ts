/** The words of checking a credential: on the verify page and on a credential's own page, by server or by browser. */
export const verify = {
  title: 'Check a credential',
  lead: 'Give us the file, a link to it, or its text. You see whether it is genuine, whether it still holds, and what it says.',
  private:
    'Nothing you give us is kept. With JavaScript on, the check runs in your browser and the credential does not leave it; only its status is looked up.',
  file: 'The credential file',
  fileHint:
    'The PDF, the picture (PNG or SVG) or the JSON file, as its holder downloaded it. A photograph or a scan carries no credential.',
  or: 'Or',
  text: 'A link, or the text of the credential',
  textHint:
    'The link to the page of the credential; or its whole text, from the first { to the last }, or as a wallet hands it out.',
  linkEmpty: 'no credential could be had behind the link',
  linkElsewhere:
    'Links to other sites are opened only by your own browser, with JavaScript on. Choose the file, or paste its text.',
  linkMissing: 'There is no credential behind this link. Check that it is whole.',
  save: 'Save this page as one file',
  saveWhy:
    'The saved file checks credentials on your own machine, also without a connection: it then uses the keys and the list of this day.',
  savedTitle: 'Check a credential, on your own machine',
  savedOn: (day: string): string =>
    `Saved on ${day}. With a connection, the issuer’s site is asked for its keys and its list; without one, those of that day are used. Nothing you choose leaves this machine.`,
  button: 'Check it',
  again: 'Check another credential',
  result: 'Result',
  checks: 'What was checked',
  says: 'What it says',
  passed: 'holds',
  failed: 'does not hold',
  unknown: 'could not be checked',
  skipped: 'not checked',
  steps: {
    format: 'Form',
    proof: 'Signature',
    time: 'Dates',
    status: 'Not revoked, not suspended',
  },
  alsoDemonstration: 'It is a demonstration: it certifies nobody and nothing.',
  callsItself: (site: string, name: string): string => `${site}, which calls itself “${name}”`,
  holderHidden: 'A holder not named in clear',
  nameMissing: 'A credential without a name',
  looking: 'Checking…',
  unreadable: 'This could not be read. Choose the file again, or paste its text.',
  checkedAt: (moment: string): string => `Checked ${moment}.`,
  /** The word first, then what it means for whoever relies on the credential. */
  verdicts: {
    'genuine-and-current': {
      word: 'Genuine and current',
      means: 'The body it names issued it, nothing in it was changed, and it holds today.',
    },
    'genuine-not-current': {
      word: 'Genuine, but not current',
      means:
        'The body it names issued it and nothing in it was changed, but it does not hold today.',
    },
    'genuine-status-unknown': {
      word: 'Genuine, status unknown',
      means:
        'The body it names issued it and nothing in it was changed. Whether it was revoked since could not be found out. Try again later before you rely on it.',
    },
    'not-genuine': {
      word: 'Not genuine',
      means:
        'It was changed after it was signed, or the body it names did not sign it. Do not rely on it.',
    },
    unknown: {
      word: 'Cannot tell',
      means:
        'We cannot check this kind of credential, or the issuer’s key could not be found. That does not make it false.',
    },
    demonstration: {
      word: 'Demonstration only',
      means:
        'An invented body issued it to an invented person. It shows how checking works and says nothing about anybody.',
    },
  },
};

export type VerdictName = keyof typeof verify.verdicts;
