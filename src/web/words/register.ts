/** The words of the public register: look-ups, what a holder lets it say, employers' rosters. */
export const register = {
  title: 'Is this credential held?',
  lead: 'The register answers about one credential at a time. Nobody can browse it, and what you ask is kept nowhere.',
  haveFile: 'You have the file, a picture, a PDF or a link',
  haveFileText:
    'Check it without asking anybody, on this page. The check works without a connection too.',
  haveFileLink: 'Check a file or a link',
  byNumber: 'You have a certificate number',
  program: 'Credential',
  number: 'Certificate number',
  numberHint: 'As on the certificate, such as LCC-7K2M9-QXD4T.',
  familyName: 'Family name',
  familyNameHint: 'As on the certificate; the whole name will do as well.',
  ask: 'Ask',
  byName: 'You know only a name',
  byNameText:
    'Found are people who let the register name them so, by their exact full name, the credential and the state where they practice.',
  fullName: 'Full name',
  fullNameHint: 'Exactly as they write it. Capitals and accents do not matter.',
  place: 'State where they practice',
  answer: 'The answer',
  found: (credential: string): string => `This is what is held as ${credential}:`,
  several: (count: number): string => `${count} people match. Ask them for the certificate number.`,
  none: (credential: string): string => `No ${credential} matches what you asked.`,
  names: 'How names change, and what we keep',
  noneText:
    'That can mean that nobody holds it, that something is written otherwise than on the certificate, that it is another credential than this one, or that its holder lets the register tell nobody. Ask them for the file or the link: it always answers.',
  notices: 'Public notices about it',
  roster: 'You employ several people who hold credentials',
  rosterText:
    'Send a list. Those on it are asked, and you are told of whoever agrees, now and when it changes.',
  rosterLink: 'Send a list',
  held: 'How decisions and notices are made public',
  rosters: {
    title: 'Ask about a list of people',
    lead: 'Each person on your list is asked whether you may be told. Of those who agree you see how their credential stands today, and you are written to when it changes. The list is erased after a year, and earlier whenever you like.',
    organization: 'Organization',
    email: 'Your email address',
    emailHint: 'We send a link to it. Nothing happens before you open it.',
    table: 'The list, as a spreadsheet or a CSV file',
    tableHint:
      'The first row names the columns: Credential, Certificate number, Family name. At most 500 people.',
    told: 'Those on the list know that you ask',
    toldYes: 'Yes, they know',
    send: 'Send the list',
    sent: 'Look into your mail',
    sentText:
      'A link is on its way to you. Open it to confirm your address; then those on the list are asked.',
    page: (organization: string): string => `The list of ${organization}`,
    ends: (day: string): string => `It is erased on ${day}.`,
    confirmText:
      'Confirm that this is your address. Then everybody on the list who can be found is asked by mail.',
    confirm: 'Confirm, and ask them',
    confirmed: 'They are asked.',
    columns: { who: 'As you wrote it', state: 'How it stands today', until: 'Runs until' },
    noAnswer: 'No answer',
    noAnswerText:
      '“No answer” says nothing about anybody: it stands where nobody holds what is written, where they have not answered, and where they do not agree.',
    end: 'Erase this list now',
    ended: 'The list is erased',
    endedText:
      'Nothing of it is kept, and nobody is told anything more. If you came here by a link, it does not work any more.',
  },
  my: {
    title: 'What the register says of you',
    lead: 'Your file and your link always answer. Choose what else does.',
    shown: 'How you can be found',
    choices: {
      number: {
        label: 'By certificate number and family name',
        hint: 'For somebody who has seen your certificate.',
      },
      name: {
        label: 'By number, and by full name, credential and state',
        hint: 'For a client who knows only your name.',
      },
      link: {
        label: 'By your link and your file only',
        hint: 'If being found could put you in danger, or for any other reason. Nobody learns that you chose this.',
      },
    },
    place: 'State where you practice',
    placeHint: 'Asked of whoever looks for you by name; never shown.',
    save: 'Keep this',
    saved: 'Kept.',
    asks: 'Employers who ask about you',
    asksNone: 'Nobody asks.',
    asksText:
      'They see how your credential stands, and are written to when that changes, until their list ends. If you refuse or do not answer, they see what they would see if you held nothing.',
    asked: (organization: string, credential: string, day: string): string =>
      `${organization} asked about your ${credential} on ${day}.`,
    until: (day: string): string => `Until ${day} at the latest.`,
    agreed: 'You agreed.',
    refused: 'You refused.',
    namesTwo:
      'Your name changed since they asked. They wrote your earlier name beside your earlier number; if you agree, they see your present name next to it.',
    agree: 'Agree',
    refuse: 'Refuse',
    answered: 'Your answer is kept.',
  },
} as const;
