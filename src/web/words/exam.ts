/** The words of the exam: before it, during it, handing it in, its result. */
const count = (number: number, thing: string): string =>
  `${number} ${thing}${number === 1 ? '' : 's'}`;

/** "1 hour 15 minutes", "42 minutes". */
const minutesInWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    hours > 0 ? count(hours, 'hour') : '',
    rest > 0 || hours === 0 ? count(rest, 'minute') : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
};

export const exam = {
  minutesInWords,
  title: (program: string): string => `The exam: ${program}`,
  lead: (questions: number, minutes: number): string =>
    `${count(questions, 'question')} in ${minutesInWords(minutes)}, one question at a time.`,
  questions: 'Questions',
  parts: 'Parts',
  part: (title: string, questions: number): string => `${title}: ${count(questions, 'question')}`,
  yourTime: 'Your time',
  standardTime: 'Standard time',
  granted: 'Granted to you',
  demonstrationTitle: 'This is a demonstration',
  demonstrationForm:
    'No expert has reviewed its questions, and nobody judged its passing score. Its result means nothing outside the demonstration.',
  before: 'Before you can start',
  ways: {
    apply: 'Apply for this credential',
    matter: 'See how far it is',
    my: 'Go to your page',
  },
  ruleTitle: 'Which answers count',
  duringTitle: 'While you answer',
  during: [
    'You can go back and forth, change answers, flag a question and see a list of all of them.',
    'The time left can be hidden. We say once when 30, 10 and 5 minutes are left.',
    'If your computer or the connection fails, open this page again, on this computer or another. You go on at the same question with all your answers.',
    'If our service fails, the time it was away is given back to you.',
  ],
  startTitle: 'Start',
  startText: (minutes: number): string =>
    `The clock starts when you press the button. You then have ${minutesInWords(minutes)}.`,
  start: 'Start the exam',
  goOnTitle: 'Your exam is running',
  goOnText: 'The clock is running. You can go on where you were.',
  goOn: 'Go on with the exam',
  pastTitle: 'Exams you have handed in',
  past: (on: string): string => `Result of ${on}`,

  display: {
    title: 'Text size and contrast',
    size: 'Text size',
    sizes: { standard: 'Standard', large: 'Large', largest: 'Largest' },
    contrast: 'Contrast',
    contrasts: { standard: 'Standard', more: 'More' },
    theme: 'Background',
    themes: { device: 'As on this device', light: 'Light', dark: 'Dark' },
    apply: 'Use this display',
  },

  question: (place: number, of: number): string => `Question ${place} of ${of}`,
  windowTitle: (place: number, of: number, program: string): string =>
    `Question ${place} of ${of}, ${program}`,
  next: 'Save and go to the next question',
  last: 'Save and see all questions',
  previous: 'Previous question',
  flag: 'Flag this question',
  unflag: 'Remove the flag',
  flagged: 'You flagged this question',
  all: 'See all questions',

  saved: 'Saved',
  kept: 'Kept on this device',
  notSaved: 'Not saved: tell the proctor',
  savedStates: 'Your answers',
  details: {
    offline:
      'We cannot reach the service. Keep this page open and go on. We send your answers as soon as we can.',
    long: 'Your answers are kept on this device, but the service has not taken them for half a minute. Keep this page open and go on.',
    nowhere: 'This device could not keep your last answer, and the service has not taken it yet.',
    signedOut:
      'You were signed out. Sign in again in another tab, then come back to this one. Nothing is lost.',
  },
  signIn: 'Sign in in another tab',
  newsOfTime: (minutes: number): string => `${count(minutes, 'minute')} left`,
  left: minutesInWords,
  leftSeconds: (minutes: number, seconds: number): string =>
    `${minutes}:${String(seconds).padStart(2, '0')}`,
  noTime: 'Time is up',
  ends: (time: string): string => `It ends at ${time}.`,
  standsStill: 'The clock stands still.',

  paused: {
    title: 'Your exam is paused',
    text: 'The clock stands still, and your answers are safe. This page goes on by itself when the exam does.',
    textPlain:
      'The clock stands still, and your answers are safe. Load this page again once the exam goes on.',
    again: 'Load this page again',
  },
  timeUp: {
    title: 'Time is up',
    text: 'We hand in the answers we have. Answers still on their way count if they reach us within a minute.',
    result: 'See your result',
  },
  elsewhere: {
    title: 'This exam is open somewhere else',
    text: 'It was opened on another computer or in another tab. What is chosen there counts over what is chosen here. Your answers from here are kept.',
    here: 'Go on here instead',
  },

  review: {
    title: 'All questions',
    tally: (answered: number, of: number): string =>
      answered === of
        ? `You have answered all ${of} questions.`
        : `You have answered ${answered} of ${of} questions.`,
    unanswered: (number: number): string =>
      `${count(number, 'question')} ${number === 1 ? 'has' : 'have'} no answer. A question without an answer counts as not right.`,
    list: 'Questions',
    place: (place: number): string => `Question ${place}`,
    answered: 'Answered',
    noAnswer: 'No answer',
    flagged: 'Flagged',
    back: 'Go back to the questions',
    handInTitle: 'Hand in',
    handInText: 'Handing in is final. You cannot change answers afterward.',
    handIn: 'Hand in my exam',
    failed:
      'We could not hand in your exam just now. Your answers are safe. Press again in a moment.',
    waiting: (number: number): string =>
      `${count(number, 'answer')} ${number === 1 ? 'has' : 'have'} not reached us yet, so the exam is not handed in. Keep this page open, and press again in a moment.`,
  },

  result: {
    title: 'Your exam result',
    windowTitle: (program: string): string => `Exam result, ${program}`,
    domain: 'Domain',
    howItWent: 'How it went',
    domains: (part: string): string => `Domains of ${part}`,
    cut: 'How the passing score was set',
    cannotSay: 'What this result cannot say',
    next: 'What comes next',
    toMy: 'Go to your page',
    credential: 'See your credential',
    appeal: 'Appeal this result',
    appealLodged: (label: string): string => `You have appealed this result: ${label}.`,
    appealUpheld:
      'Your appeal is upheld. This result no longer counts, and you may take the exam again with no new application and no fee.',
    appealLook: (label: string): string => `Look at ${label}`,
    noAppeal: 'this result cannot be appealed, or the last day to appeal has passed',
    proof: 'Proof',
    proofText:
      'This result is one line of a public log that nobody can change unseen. The receipt proves it, and anybody you show it to can check it without us.',
    receipt: 'Download the receipt of this result',
    aboutLog: 'About the decision log',
    held: {
      title: 'We have your exam',
      text: 'It was handed in and every answer is safe. It could not be scored by itself, so a person is looking at it. You will find the result at this address.',
    },
    waiting: {
      title: 'We are handing in your exam',
      text: 'This takes about a minute after time is up. Load this page again then.',
      again: 'Load this page again',
    },
  },
};
