/** The words of a candidate’s own pages: the overview, one matter, withdrawing, appealing. */
const nouns = { eligibility: 'application', accommodation: 'request', appeal: 'appeal' };

export const candidate = {
  my: {
    title: 'Your applications',
    empty: 'You have not applied for anything yet.',
    emptyText:
      'Choose a program, read what it asks for, and begin. You can stop at any page and come back.',
    see: 'See the programs',
    more: 'Apply for another program',
    aboutYou: 'About you',
    aboutYouText:
      'If you like, tell us about yourself, so that we can measure whether we treat everybody alike.',
    next: 'What happens next',
    nothing: 'There is nothing for you to do here.',
    matters: 'Everything you filed',
    columns: { label: 'Label', kind: 'What it is', status: 'Where it stands', when: 'When' },
    credentials: 'Credentials you hold',
    fees: 'Fees',
    accommodation: 'Ask for an accommodation in the exam',
  },
  kinds: { eligibility: 'Application', accommodation: 'Accommodation', appeal: 'Appeal' },
  statuses: {
    recording: 'Documents being checked',
    waiting: 'Waiting for a decider',
    'in-review': 'Being decided',
    decided: 'Decided',
    withdrawn: 'Withdrawn',
  },
  outcomes: {
    eligibility: { met: 'Eligible', 'not-met': 'Not eligible' },
    accommodation: { met: 'Granted', 'not-met': 'Not granted' },
    appeal: { met: 'Upheld', 'not-met': 'Not upheld' },
  },
  when: {
    promised: (day: string): string => `Answer by ${day}`,
    overdue: (day: string, days: string): string => `Promised by ${day}, ${days} late`,
    decided: (day: string): string => `Decided on ${day}`,
    withdrawn: (day: string): string => `Filed on ${day}`,
  },
  late: (days: number): string => (days === 1 ? '1 day' : `${days} days`),
  next: {
    draft: 'Finish your application',
    draftText: (day: string): string =>
      `You last saved it on ${day}. Nothing is filed until you say so.`,
    draftAction: 'Continue your application',
    recording: (kind: keyof typeof nouns): string =>
      `A records clerk is checking your ${nouns[kind]}`,
    waiting: (kind: keyof typeof nouns): string => `Your ${nouns[kind]} is waiting for a decider`,
    inReview: (kind: keyof typeof nouns): string => `Your ${nouns[kind]} is being decided`,
    waitText: (day: string): string => `You hear from us by ${day}. You need do nothing.`,
    lateText: (day: string, days: string): string =>
      `We promised you an answer by ${day}. It is ${days} overdue, and that is our fault. You need do nothing; everybody here who could act sees that it is late.`,
    lateConcern: 'Raise a concern about the delay',
    look: (label: string): string => `Look at ${label}`,
    appeal: 'You may appeal a decision',
    appealText: (label: string, day: string): string =>
      `${label} was not decided in your favor. If you think that is wrong, you can appeal until the end of ${day}.`,
    appealAction: (label: string): string => `Read the decision on ${label}`,
    exam: 'You can take the exam',
    examText: 'Everything is in place. Start when you have the time for it in one piece.',
    examAction: 'Go to your exam',
    examMissing: 'You are eligible to sit the exam',
    examMissingText: 'Before it opens, this is still missing:',
    examMissingAction: 'See what is missing',
    running: 'Your exam is open',
    runningText: 'Its clock may be running. Go back to it now.',
    booked: 'Your exam is ready to start',
    bookedText: 'The clock starts when you say so.',
    result: 'You have handed in an exam',
    resultText: 'Your result says whether you passed, and what it can and cannot tell.',
    resultAction: 'See your result',
    fees: (amount: string): string => `You owe ${amount}`,
    feesText:
      'Pay the way the program tells you to. Our staff enter it here when it arrives; you cannot pay by card on this site yet.',
    credit: (amount: string): string =>
      `You have paid ${amount} more than you owe. It belongs to you: tell us, and we send it back.`,
    apply: 'You may apply again',
    applyText: 'There is no application of yours open in this program.',
    applyAction: 'Start a new application',
  },
  credential: {
    valid: (day: string): string => `Valid until ${day}`,
    revoked: (day: string): string => `Revoked on ${day}`,
  },
  fees: {
    caption: 'What you owe and what you paid',
    what: 'What',
    on: 'Entered on',
    amount: 'Amount',
    kinds: {
      charge: 'Charge',
      payment: 'Payment',
      refund: 'Paid back',
      waiver: 'Charge taken back',
    },
    names: {
      application: 'Application fee',
      exam: 'Exam fee',
      retake: 'Fee for another try',
    },
    line: (kind: string, fee: string): string => `${kind}: ${fee}`,
    show: 'Show every entry',
    settled: 'Everything is paid.',
  },
  matter: {
    open: {
      eligibility: (label: string): string => `Your application ${label}`,
      accommodation: (label: string): string => `Your request ${label}`,
      appeal: (label: string): string => `Your appeal ${label}`,
    },
    decided: {
      eligibility: {
        met: 'You are eligible to sit the exam',
        'not-met': 'You are not eligible to sit the exam',
      },
      accommodation: {
        met: 'Your accommodation is granted',
        'not-met': 'Your accommodation is not granted',
      },
      appeal: { met: 'Your appeal is upheld', 'not-met': 'Your appeal is not upheld' },
    },
    withdrawn: {
      eligibility: 'You withdrew this application',
      accommodation: 'You withdrew this request',
      appeal: 'You withdrew this appeal',
    },
    lead: {
      decided: (label: string, day: string): string =>
        `${label} was decided on ${day}. Below is every finding with its reason, and what you can do about it.`,
      reversed: (label: string): string =>
        `${label} was first decided the other way, with the findings below. Your appeal turned that decision.`,
      withdrawn: 'Nobody decides on it any more.',
    },
    program: 'Program',
    label: 'Label',
    filed: 'Filed',
    promised: 'Answer promised by',
    status: 'Where it stands',
    against: 'Appeals against',
    news: {
      filed: 'Your application is filed. We sent you a message that says so.',
      thanks: 'Thank you. What you told us about yourself is stored apart from this application.',
      withdrawn: 'It is withdrawn.',
      appealed: 'Your appeal is lodged. People who had no part in the decision will decide it.',
      asked: 'Your request is sent.',
      already: 'It had been sent before; nothing was sent twice.',
    },
    stands: {
      recording:
        'A records clerk checks each document and writes down only the facts that the criteria need. The clerk decides nothing.',
      waiting: 'It waits for somebody to decide it, who will not learn who you are.',
      'in-review':
        'Somebody is deciding it now. They see the facts that were written down, and no name.',
    },
    findings: 'What was found, criterion by criterion',
    findingsFor: {
      eligibility:
        'You need not meet every criterion on its own: how they work together is shown below.',
      accommodation: 'All four parts have to be met.',
      appeal: 'One ground found to be right is enough.',
    },
    groundsFound: 'What was found, ground by ground',
    found: 'Found',
    notFound: 'Not found',
    met: 'Met',
    notMet: 'Not met',
    rule: 'Published rule',
    reason: 'Reason',
    facts: (title: string): string => `What the decider saw: ${title}`,
    sawNothing: 'Nothing was recorded for this criterion, so the decider saw nothing here.',
    fact: 'Fact',
    value: 'What was recorded',
    basis: 'How it is known',
    bases: {
      document: 'From a document',
      supervisor: 'From your supervisor',
      stated: 'From your own word',
    },
    statement: 'Your statement, as the decider read it',
    follows: 'How the outcome follows from the findings',
    all: 'All of these',
    any: 'Any one of these',
    atLeast: (count: number): string => `At least ${count} of these`,
    judged: (version: string, day: string): string =>
      `Judged under the published rules ${version}, in force on ${day}.`,
    fourParts:
      'Judged by the four-part test that follows from title 28, section 36.309 of the Code of Federal Regulations.',
    onGrounds: 'Judged on the grounds you stated.',
    granted: 'What you were granted',
    minutes: (usual: number, yours: number): string =>
      `The exam takes ${usual} minutes. You have ${yours}.`,
    breaks: (minutes: number): string =>
      `${minutes} of these minutes are for breaks, whenever you want to take them.`,
    next: 'What you can do now',
    toExam: 'Go to your exam',
    mayAppeal: (day: string): string =>
      `If you think this decision is wrong, you can appeal until the end of ${day}. People who had no part in it will decide.`,
    appeal: 'Appeal this decision',
    appealOver: (day: string): string => `The last day to appeal was ${day}.`,
    appealLodged: 'You have appealed this decision.',
    appealFinal:
      'An appeal can be lodged once. If you think the process was not fair, you can still raise a concern.',
    inFavor: 'It went your way, so there is nothing to appeal.',
    concern: 'Raise a concern',
    applyAgain: 'You may also apply again at any time.',
    aboutYou: 'Tell us about yourself, if you like',
    asked: 'What you asked for',
    grounds: 'Your grounds',
    words: 'In your own words',
    timeline: 'What happened, and what comes next',
    events: {
      opened: 'You filed it',
      attested: 'A records clerk wrote down facts from your documents',
      'sent-to-review': 'The facts went to the deciders',
      taken: 'Somebody took it to decide',
      'stepped-aside': 'They stepped aside, so that somebody else decides',
      decided: 'It was decided',
      withdrawn: 'You withdrew it',
      'set-aside': 'The decision was set aside',
    },
    effects: {
      reversed: 'Your appeal turned the decision',
      'decide-again': 'Your appeal was upheld: other people decide it again',
    },
    ahead: 'You have our answer',
    aheadLate: 'You should have had our answer',
    proof: 'Proof',
    proofText:
      'Every decision is written into a public log that nobody can change unseen. A receipt proves that yours is in it. Keep it: anybody you show it to can check it without us.',
    receipt: (place: number): string => `Receipt for line ${place} of the log`,
    log: 'About the decision log',
    documents: 'Documents you sent',
    supervisors: 'Who we wrote to',
    supervisorAnswered: 'has answered',
    supervisorWaits: 'has not answered yet',
    withdraw: 'Withdraw it',
  },
  withdraw: {
    title: (label: string): string => `Withdraw ${label}?`,
    lead: 'Then nobody decides on it. This cannot be taken back, but you may file anew.',
    keeps:
      'What you filed stays on record as withdrawn for seven years, and goes to nobody for a decision.',
    fees: 'Fees',
    refundable: (fee: string, amount: string): string => `${fee}, ${amount}: can be paid back.`,
    notRefundable: (fee: string, amount: string): string =>
      `${fee}, ${amount}: is not paid back, as the published rules say.`,
    refundNotSet: (fee: string, amount: string, owner: string): string =>
      `${fee}, ${amount}: whether it is paid back is not set by ${owner}.`,
    button: (label: string): string => `Withdraw ${label}`,
    keep: 'Keep it as it is',
  },
  appeal: {
    title: (label: string): string => `Appeal the decision on ${label}`,
    lead: (day: string): string => `You can appeal until the end of ${day}.`,
    who: 'People who had no part in the decision will decide your appeal. They see the record and what you write here, without your name. If they find for you, their finding changes the decision or has it made again.',
    resultTitle: 'Appeal your exam result',
    resultWho:
      'People who had no part in your result will decide your appeal. They see how your exam ran and what you write here, without your name. If they find for you, this result no longer counts, and you may take the exam again with no new application and no fee. An appeal cannot turn it into a pass: only an exam does that.',
    answer: (day: string): string => `If you send it today, you have an answer by ${day}.`,
    grounds: 'Grounds',
    groundsHint: 'Choose every ground that fits. These are all there are.',
    statement: 'What went wrong',
    statementHint:
      'Say what went wrong, when, and where it can be seen. A records clerk takes out names before anybody decides. At most 4,000 characters.',
    button: 'Send your appeal',
    notYet: 'there is no decision to appeal yet',
  },
};
