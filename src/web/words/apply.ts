/** The words of applying: the form, its last look, papers, an accommodation, and the page a supervisor answers on. */
export const apply = {
  start: {
    title: (program: string): string => `Apply: ${program}`,
    lead: 'One question or one small group on each page. Each page is saved before you go on, and you can come back at any time.',
    promise: (day: string): string => `If you file today, you have our answer by ${day}.`,
    noPromise: 'No day of decision can be promised: ',
    judged: (version: string): string =>
      `Your application is judged under the published rules ${version}, those in force on the day you file.`,
    who: 'A records clerk reads your documents and writes down the facts. Whoever decides sees those facts, and neither your name nor your documents.',
    fees: 'What it costs',
    pages: 'Pages of the form',
    pagesText: 'Some pages depend on what you choose on others.',
    states: { done: 'Answered', open: 'Not finished', new: 'Not begun' },
    start: 'Start',
    go: 'Continue',
    check: 'Check your answers',
    need: 'What you will need',
    needText:
      'Scans or photographs as PDF, JPEG or PNG, up to 15 MB each, of those that fit what you rely on:',
    reading: 'Read the criteria of this program',
  },
  fees: {
    none: 'No fee is published.',
    onFiling: (title: string, amount: string): string => `${title}: ${amount}, when you file`,
    onEligible: (title: string, amount: string): string =>
      `${title}: ${amount}, only if you are found eligible`,
  },
  closed: {
    title: (designation: string): string => `Applications for ${designation} are not open here`,
    filed: 'You have applied already',
    filedText: (label: string, day: string): string =>
      `Your application ${label} is still open. You have our answer by ${day}.`,
    filedAction: (label: string): string => `Look at ${label}`,
    eligible: 'You are eligible already',
    eligibleText:
      'Your application was decided in your favor, and you have not taken the exam yet. You need not apply again.',
    eligibleAction: 'Go to your exam',
    sitting: 'Your exam is open',
    sittingText: 'Finish it first. After that you may apply again if you need to.',
    program: 'About this program',
  },
  page: {
    save: 'Save and continue',
    later: 'Save and come back later',
    back: 'Back to the page before',
    fileHint: (hint: string): string => `${hint}. PDF, JPEG or PNG, up to 15 MB.`,
    fileLater: 'You can add it later; you need it before you file.',
    fileOptional: 'Only if you have one.',
    fileAnother: (label: string): string => `Another page or paper: ${label}`,
    uploaded: 'Here so far',
    remove: 'Remove',
    clean:
      'We take out hidden details such as the camera’s place and the author’s name, and no decider sees the file.',
    removed: (name: string): string => `Removed: ${name}`,
  },
  check: {
    title: 'Check your answers',
    lead: 'Nothing is filed until you press the button at the end of this page.',
    missing: 'Before you can file',
    missingText: 'This is still missing. Each line leads to its page.',
    notAnswered: 'Not answered',
    documents: 'Documents',
    noDocuments: 'None',
    reading: 'How the published rules read your answers',
    readingMet:
      'As you describe it, you meet what the rules ask for. A person decides, on what your documents show.',
    readingNotMet:
      'As you describe it, you do not meet what the rules ask for. You may still file: a person decides, not this reading.',
    readingSoFar: 'Something is still missing above, so there is not enough to read yet.',
    readingWhat: 'This is a reading by a program, to help you. It decides nothing.',
    readingMark: { met: 'Met', notMet: 'Not met', notOffered: 'Not claimed' },
    promise: 'When you have an answer',
    fees: 'What it costs',
    supervisors: 'Who we write to',
    supervisorsText:
      'Each gets a link to six short questions. They see your name and the program, nothing else.',
    declaration: 'Your word',
    declarationMistake: 'Your word: tick the box to say that what you wrote is true.',
    declarationChoice: 'What I have said here is true, as far as I know.',
    button: 'File your application',
    later: 'Come back later',
    changed: 'Your answers were changed after this page was opened. Look at them again, then file.',
  },
  accommodation: {
    title: 'Ask for an accommodation',
    lead: 'If a disability or a health condition makes the exam harder to show what you know, we change how you take it, not what it asks.',
    minutes: (usual: number, yours: number): string => `${usual} minutes become ${yours}`,
    kinds: 'What would help you',
    kindsHint: 'Choose every answer that fits.',
    need: 'Why you need it',
    needHint:
      'A sentence or two about what is hard, such as reading for long. You need not name a diagnosis.',
    document: 'One document',
    documentHint:
      'A letter from a professional, or proof that you had this before. PDF, JPEG or PNG, up to 15 MB. If a page had a mistake, choose the file again.',
    who: 'Who sees what',
    whoText:
      'A records clerk reads the document and takes out names. Whoever decides sees what you need and that it is documented. It is never used to measure anything, and it has nothing to do with what you may tell us about yourself.',
    test: 'How it is decided',
    testText: 'All four parts have to be met:',
    deadline: (until: string): string => `When to ask: ${until}`,
    answer: (day: string): string => `If you ask today, you have an answer by ${day}.`,
    earlier: 'What you asked for before',
    open: 'Your request is open',
    openText: (label: string, day: string): string =>
      `You have asked already. ${label} is answered by ${day}.`,
    button: 'Send your request',
    look: (label: string): string => `Look at ${label}`,
  },
  attest: {
    title: (name: string): string => `Confirm the work of ${name}`,
    lead: (name: string, program: string): string =>
      `${name} has applied for the ${program} credential and named you as somebody who knows their work.`,
    whoAsks: (body: string): string =>
      `The ${body} asks. A records clerk reads your answers and draws facts from them; whoever decides sees those facts, and neither your name nor that of the candidate. The candidate sees that you answered, not what you answered.`,
    notYou: (name: string): string =>
      `This link is for ${name}. If that is not you, close the page.`,
    work: 'The work it is about',
    questions: 'Six short questions',
    once: 'You can send your answers once.',
    button: 'Send your answers',
    doneTitle: 'Your answers are stored',
    doneText: (name: string): string =>
      `These questions about the work of ${name} are answered. Nothing more is needed.`,
    doneWrong: 'If something in them is wrong, tell us: ',
    concern: 'raise a concern',
    overTitle: 'This link does not work',
    overText: (days: number): string =>
      `Part of it may be missing, or its ${days} days may be over. Open it from the message again, or ask the person who named you.`,
  },
};
