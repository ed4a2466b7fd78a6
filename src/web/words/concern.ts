/** The words of raising a concern and of the conversation that follows. Spanish stands in concern-es.ts, key by key. */
export const concern = {
  title: 'Raise a concern',
  lead: 'Tell us what happened. You need no account and no name.',
  otherLanguage: 'Español',
  otherLanguageHint: 'Esta página también está en español.',
  danger: 'If somebody is in danger now, call 911 first.',
  promises: [
    'Nobody whom it is about can see it. We ask you for no promise of silence: you may talk to anybody about this, before and after.',
    'We keep no network address, and this page loads nothing from other sites. Your concern is linked to no account, even if you are signed in.',
    'Only what is marked as needed must be filled in.',
  ],
  haveCode: 'Have a receipt code? Read the answer or add to your concern',
  staffNote: 'You are signed in with an office. That you are is not sent with your concern.',

  aboutTitle: 'What happened',
  about: 'Whom or what is it about?',
  subjects: {
    holder: 'Somebody who holds or seeks a credential',
    body: 'How this body acts or decides',
    staff: 'Somebody on the staff of this body',
    volunteer: 'A volunteer of this body, or a member of its board',
    exam: 'An exam, or a question in it',
    accommodation: 'A change of the exam for a disability that was asked for or given',
    ombud: 'The ombud',
  },
  subjectHints: {
    holder: 'Read by a coordinator of complaints.',
    body: 'Read by the ombud, as are the four below. No staff member or volunteer can see it.',
    ombud: 'Read by the chair of the board alone.',
  },
  account: 'What happened?',
  accountHint:
    'In your own words: what was done or not done, and where. Leave out the health details of others as far as you can.',
  happened: 'When did it happen?',
  happenedHint:
    'The day, or the first of several days. If you do not know it, leave this empty and say in your words above what you remember.',
  who: 'Who did it?',
  whoHint: 'A name, or what you know: “the person at the front desk in the morning”.',
  toWhom: 'To whom was it done?',
  toWhomChoices: {
    me: 'To me',
    client: 'To a client',
    'somebody-else': 'To somebody else',
    public: 'To the public',
  },
  grounds: 'If somebody was treated worse than others: why, do you think?',
  groundsHint: 'Choose every answer that fits. Leave it empty if it was not discrimination.',
  groundChoices: {
    race: 'Race',
    ethnicity: 'Ethnicity',
    religion: 'Religion',
    age: 'Age',
    gender: 'Gender',
    'sexual-orientation': 'Sexual orientation',
    'national-origin': 'National origin',
    'marital-status': 'Marital status',
    disability: 'Disability',
    appearance: 'Appearance: hair, head covering, size, dress',
    location: 'Where somebody lives or works',
    level: 'Professional level',
    setting: 'Kind of workplace',
  },
  setting: 'In what kind of workplace did it happen?',
  settingChoices: {
    hospital: 'Hospital',
    rehabilitation: 'Rehabilitation',
    'long-term-care': 'Nursing home or other long-term care',
    'home-care': 'Home care or hospice',
    clinic: 'Clinic or doctor’s office',
    'behavioral-health': 'Mental health or addiction service',
    'health-plan': 'Health plan or insurer',
    'workers-compensation': 'Workers’ compensation',
    employer: 'Employer’s disability or return-to-work program',
    government: 'Government or veterans’ service',
    'own-practice': 'Independent practice',
    another: 'Another kind of workplace',
  },
  program: 'Which program is it about?',
  notKnown: 'Not known, or none of these',

  youTitle: 'You',
  relation: 'Who are you in this?',
  relationChoices: {
    client: 'A client, or family of a client',
    colleague: 'A colleague',
    employer: 'An employer',
    self: 'I report something I did myself',
    duty: 'I report because my code of conduct asks me to',
    body: 'I work for this body',
    other: 'Somebody else',
  },
  visibility: 'Who may know that it comes from you?',
  visibilityChoices: {
    staff: 'Only those who handle it',
    named: 'Everybody who takes part, the person it is about too',
    anonymous: 'Nobody: I stay anonymous',
  },
  visibilityHints: {
    staff:
      'Your name goes to nobody else without your consent. If you give no name, it counts as anonymous.',
    named: 'This lets us put your words before them as yours. Give your name below.',
    anonymous:
      'We will not try to find out who you are. What this limits: no public sanction can rest on anonymous words alone, and we can ask you something only here, behind your receipt code. Look out for your name in what you write and in files.',
  },
  name: 'Your name',
  nameHint: 'In any script. Leave it empty to stay anonymous.',
  contact: 'Your email address',
  contactHint:
    'Used to tell you that there is something to read, and for nothing else. The mail says neither what it is about nor from whom. If you stay anonymous, those who handle your concern cannot see the address.',

  hopeTitle: 'What you hope for',
  hope: 'What should come of it?',
  hopeHint:
    'For instance an apology, a rule changed, a warning, or only that we know. At the end we tell you whether it was reached, and why.',
  files: 'Files',
  filesHint: (most: number): string =>
    `PDF, JPEG or PNG, up to 15 MB each, up to ${most} at once. We take out what a file says about whoever made it, such as names, places and cameras. What its pages show stays.`,
  keptFiles: 'These files are kept and will be sent:',
  dropFile: 'Leave out',
  fileLine: (place: number, kind: string, size: string): string =>
    `File ${place} (${kind}, ${size})`,

  wayBackTitle: 'Your way back',
  wayBack:
    'When you have sent this you get a receipt code. The code together with a passphrase of your own opens it again: there you read our answer, write back and add files. We can replace neither.',
  passphrase: 'Choose a passphrase',
  passphraseHint: (least: number): string =>
    `At least ${least} characters. Four or five words that do not belong together work well. Write it down.`,
  button: 'Send your concern',

  mistakes: {
    about: { missing: 'Choose whom or what it is about.' },
    account: {
      missing: 'What happened: write it in your own words.',
      'too-short': 'What happened: write a sentence or two, so that it can be understood.',
      'too-long': (length: string, most: string): string =>
        `What happened: ${length} characters were typed and ${most} fit. Shorten it, or send the rest as a file.`,
      'control-character':
        'What happened: a character in it cannot be seen or read. Type the place again instead of pasting it.',
    },
    happened: {
      'not-readable':
        'When it happened: check month, day and year, such as 3 14 2026, or leave all three empty.',
      future: 'When it happened: this day is still to come.',
    },
    who: {
      'too-long': (length: string, most: string): string =>
        `Who did it: ${length} characters were typed and ${most} fit. Move the rest into what happened.`,
      'control-character': 'Who did it: a character in it cannot be seen or read. Type it again.',
    },
    hope: {
      'too-long': (length: string, most: string): string =>
        `What should come of it: ${length} characters were typed and ${most} fit.`,
      'control-character':
        'What should come of it: a character in it cannot be seen or read. Type it again.',
    },
    visibility: { missing: 'Choose who may know that it comes from you.' },
    name: {
      'named-without-name':
        'Your name: you chose that everybody may know. Write your name, or choose another answer.',
      'anonymous-with-name':
        'Your name: you chose to stay anonymous. Take your name out, or choose another answer.',
      'no-letters': 'Your name: there are no letters in it. Write it, or leave it empty.',
      'too-long': (length: string, most: string): string =>
        `Your name: ${length} characters were typed and ${most} fit.`,
      'control-character': 'Your name: a character in it cannot be seen or read. Type it again.',
    },
    contact: {
      'not-an-address': 'Your email address: write it like name@example.org, or leave it empty.',
      'too-long': (length: string, most: string): string =>
        `Your email address: ${length} characters were typed and ${most} fit.`,
      'control-character':
        'Your email address: a character in it cannot be seen or read. Type it again.',
    },
    passphrase: {
      missing: 'Passphrase: choose one. Without it nobody could read our answer, you included.',
      'too-short': (least: string): string =>
        `Passphrase: use at least ${least} characters. Four or five words work well.`,
      'too-long': (_length: string, most: string): string =>
        `Passphrase: ${most} characters are the most that fit.`,
      'too-common': 'Passphrase: this is one that a stranger tries first. Use other words.',
      'names-you': 'Passphrase: it is little more than your own name or address. Use other words.',
    },
    words: {
      missing: 'Write something, or choose a file.',
      'too-long': (length: string, most: string): string =>
        `${length} characters were typed and ${most} fit. Shorten it, or send the rest as a file.`,
      'control-character':
        'A character in it cannot be seen or read. Type the place again instead of pasting it.',
    },
  },
  fileMistakes: {
    'empty-file': 'it is empty. Choose it again.',
    'wrong-kind': 'it is no PDF, JPEG or PNG. Save or photograph it as one of these.',
    'damaged-file': 'it cannot be opened. Save it again and choose the new copy.',
    'locked-file': 'it is locked with a password. Save a copy without one.',
    'file-too-large': 'it is larger than 15 MB. Save it smaller, or in parts.',
  },
  fileMistake: (place: number, what: string): string => `File ${place}: ${what}`,
  tooManyAtOnce: (most: number): string =>
    `Files: up to ${most} can be sent at once; you can add more later. Choose those that matter most.`,
  tooManyFiles: (most: number): string =>
    `Files: a concern holds at most ${most}. None of the new ones was kept.`,

  sent: {
    title: 'We have your concern',
    lead: (by: string): string => `You get an answer by ${by}.`,
    code: 'Your receipt code',
    codeText:
      'Write it down or print this page, and keep it apart from your passphrase. We keep no copy of either and cannot send them again.',
    label: (label: string): string => `Those who handle it know it as ${label}.`,
    otherPassphrase:
      'You had sent this before, with another passphrase. The first one is the one that opens it.',
    next: 'What happens next',
    nextSteps: {
      conduct:
        'A coordinator reads it, answers you, and decides with you what can be done. Whoever it is about is told only if a complaint is opened, and then exactly what is disclosed is recorded.',
      body: 'An ombud reads it, answers you, and looks into it. No staff member or volunteer can see it.',
      ombud: 'The chair of the board reads it and answers you. The ombud cannot see it.',
    },
    read: 'Open it with your code and passphrase',
  },

  open: {
    title: 'Open your concern',
    receipt: 'Your receipt code',
    receiptHint:
      'Four groups of five letters and digits. Capitals, spaces and dashes do not matter.',
    passphrase: 'Your passphrase',
    button: 'Open',
    unknown: 'We know no concern with this code and this passphrase. Check both, letter by letter.',
    tooMany: 'There were too many tries for this code. Wait 15 minutes, then try again.',
    closed: 'For your safety the page was closed after an hour. Open it again.',
    keptWords: 'What you wrote is kept:',
    endedFiles: 'Files have to be chosen again.',
  },

  talk: {
    title: (label: string): string => `Concern ${label}`,
    closes:
      'This page closes by itself after an hour. Close the window when you are done; nothing stays in this browser.',
    about: 'About',
    received: 'Received',
    answerBy: 'Answer by',
    withdrawn: 'Withdrawn on',
    conversation: 'What was said',
    you: 'You wrote',
    youAdded: 'You added',
    body: 'We answered',
    asks: 'We ask you',
    filesSent: 'Files you sent',
    write: 'Write to us',
    writeAnswer: 'Your answer',
    writeHint: 'It is read by those who handle your concern.',
    send: 'Send',
    sentNews: 'It is sent.',
    aboutYou: 'Tell us about yourself, if you like',
    aboutYouText:
      'Whether complaints are treated alike can only be seen when they are compared between groups. Your answers are kept sealed, apart from your concern; nobody who handles it can read them.',
    aboutYouButton: 'Go to the questions',
    withdraw: 'Withdraw your concern',
    withdrawText:
      'We stop unless others are at risk; then we may have to go on without you. What you wrote stays kept.',
    withdrawBox: 'Are you sure?',
    withdrawSure: 'Yes, I withdraw it',
    withdrawMistake: 'Are you sure: tick the box to withdraw your concern.',
    withdrawButton: 'Withdraw',
    withdrawnNews: 'Your concern is withdrawn. You can still write to us here.',
    back: 'Back to your concern',
    erasedNote: 'Everything you told us about yourself is erased.',
  },
};
