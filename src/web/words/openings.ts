/** The words of openings: what is open, how to come forward, how a panel is drawn in public, and the desk that runs them. */
import type { Stage } from '../../casework/opening/stage.ts';
import type { BodyKind, SeatAnswer } from '../../workflow/ports/seat-records.ts';

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
const seats = (count: number): string => (count === 1 ? '1 seat' : `${count} seats`);

export const openings = {
  title: 'Openings',
  lead: 'Seats in the body that sets the rules, writes the exam and hears cases. Everybody who qualifies is told of each, and everybody can come forward.',
  none: 'No seat is open, and none was yet.',
  openNow: 'Open now',
  before: 'Closed',
  missedTitle: 'Promised days that were missed',
  missedNone: 'None so far: everybody had an answer by the day promised with the opening.',
  missed: (promised: string, answered: string): string =>
    `answers were promised by ${promised} and complete on ${answered}.`,
  missedOpen: (promised: string): string =>
    `answers were promised by ${promised}, and somebody still waits. That is our fault.`,
  missedDesk: (title: string, promised: string): string =>
    `${title}: whoever came forward was promised an answer by ${promised}, and somebody still waits.`,
  noneOpen: 'No seat is open today.',
  line: (count: number, how: 'draw' | 'reading'): string =>
    `${seats(count)}, ${how === 'draw' ? 'filled by lot, in public' : 'filled by blind reading'}`,
  until: (day: string): string => `Come forward until ${day}`,
  closed: (day: string): string => `Closed on ${day}`,
  kinds: {
    commission: 'Commissioner',
    committee: 'Committee member',
    'item-writers': 'Item writer',
    'subject-matter': 'Subject-matter panel',
    hearing: 'Hearing panel',
    'public-members': 'Public member',
  } as const satisfies Readonly<Record<BodyKind, string>>,
  stages: {
    'not-yet': 'Not open yet',
    open: 'Open',
    closing: 'Closed to nominations',
    committed: 'Pool published; waiting for the public numbers',
    drawn: 'Drawn',
  } as const satisfies Readonly<Record<Stage, string>>,
  one: {
    come: 'Come forward',
    comeLead: 'It takes about ten minutes. You get an answer by the day promised here.',
    suggest: 'Think of somebody else?',
    facts: 'What it asks and what it gives',
    about: 'What it is about',
    who: 'Who can have the seat',
    whoIs: {
      holders: (program: string): string =>
        `Whoever holds the credential ${program} on the day they come forward and on the first day of the term.`,
      public: 'People who never worked in the profession.',
    },
    criteria: 'What counts',
    criteriaDraw: 'By draw nothing else counts: whoever meets these can be drawn.',
    hours: 'Hours',
    pay: 'Pay or expenses',
    meetings: 'Meetings, and how they are accessible',
    term: 'Term',
    termIs: (from: string, months: number, most: number): string =>
      `From ${from} for ${months} months; nobody serves more than ${most === 1 ? 'one term' : `${most} terms`}.`,
    body: 'The body it belongs to',
    bodyIs: (name: string, filled: number, all: number): string =>
      `${name}: ${filled} of ${seats(all)} filled today.`,
    publicIs: (least: number, filled: number): string =>
      `At least ${seats(least)} ${least === 1 ? 'is' : 'are'} kept for people who never worked in the profession; ${filled} of them filled today. The database refuses anybody else for the last of them.`,
    nextFree: (day: string): string => `The next term ends on ${day}.`,
    answerBy: 'Answer promised by',
    howTitle: 'How it is filled',
    how: {
      reading:
        'Two people read what you write against the criteria, without knowing whose it is and without seeing each other’s points. How far they agree is shown to whoever decides. A named person decides, with a reason that you read.',
      draw: 'By lot. Nobody chooses. The pool and everybody’s chance are published before public numbers, which nobody here can set, decide the winning ticket.',
    },
    complaint:
      'A complaint that is not decided changes nothing here. Nobody who verifies, reads, draws or decides is told whether there is one, and nothing on these pages depends on it. What bars from a seat is what anybody can see when they check a credential: that it is suspended, revoked or over.',
    complaintTitle: 'If there is a complaint about somebody',
  },
  draw: {
    title: 'The draw',
    quotas: 'What every panel keeps',
    quotaColumns: {
      category: 'Category',
      value: 'Value',
      least: 'Least',
      most: 'Most',
      pool: 'In the pool',
    },
    quotasNote:
      'Each value is verified against records by somebody of the body; none is taken on anybody’s word. What people tell us about themselves is never used for a quota unless the body records a legal basis.',
    basis: (words: string): string => `Recorded legal basis: ${words}`,
    numbers: 'Public numbers',
    numbersAre: (source: string, day: string): string => `${source}, on ${day}.`,
    open: 'The pool is published, without names, after the last day to come forward and before the public numbers.',
    committed: (day: string, count: number): string =>
      `On ${day} the pool was closed and published: ${people(count)}, by label and verified values, without names.`,
    commitment: 'Commitment',
    place: 'Line of the decision log',
    chanceTitle: (least: number, most: number): string =>
      least === most
        ? `Everybody holds ${least} of the 1,000 tickets`
        : `Nobody holds fewer than ${least} of the 1,000 tickets, and nobody more than ${most}`,
    chanceSentence: (count: number, least: number, most: number): string =>
      `${people(count)} by how many of the 1,000 numbered tickets hold them, from ${least} to ${most}. Every ticket is a whole panel and as likely as another.`,
    chanceNote:
      'Each dot is a person, or several where there are many. The line is where everybody would be if there were no rules. A proof that no fairer draw exists is part of the published draw.',
    tickets: 'Tickets',
    peopleColumn: 'People',
    panelTitle: 'Who was drawn',
    panelIs: (day: string, words: string): string =>
      `Drawn on ${day} with the public numbers “${words}”.`,
    panelColumns: { label: 'Label in the pool', held: 'Held', standing: 'Since' },
    heldOf: (held: number): string => `${held} of 1,000 tickets`,
    fresh: {
      draw: 'the draw',
      alternate: (number: number): string =>
        `replacement ${number}: the alternate named at the draw`,
      replacement: (number: number): string => `replacement ${number}: drawn again`,
    },
    refills: 'Seats that were drawn again',
    refill: (number: number, day: string, gone: string, fresh: string): string =>
      `Replacement ${number}, on ${day}: ${gone} left, ${fresh} came. Everybody else kept their seat.`,
    filesTitle: 'Check it yourself',
    files: 'Download the files, then run, with no account and no network:',
    replay: 'bin/evenhand draw pool.csv quotas.csv --check draw.json',
    replayAgain: (name: string): string => `bin/evenhand draw pool.csv quotas.csv --check ${name}`,
    replayNote:
      'It draws the panel again from the published pool, quotas, seed and public numbers, and says “The same panel” or what differs. The receipt shows that the commitment stood in the decision log:',
    receipt: 'bin/evenhand ledger receipt commitment.receipt',
    receiptName: 'commitment.receipt',
  },
  nominate: {
    title: 'Come forward',
    lead: (title: string): string => `For: ${title}`,
    promise: (day: string): string => `You get an answer by ${day}.`,
    blind:
      'Two people read your answers without knowing whose they are. Leave out your name and whatever says who you are.',
    lot: 'Seats are filled by lot. What you state here is checked against records.',
    suggested: 'Somebody thought of you. It counts for nothing: all are read or drawn alike.',
    forOthers: {
      seat: 'This seat is for others',
      recognition: 'This recognition is for others',
    },
    stated: (category: string): string => `Your ${category}`,
    choose: 'Choose',
    conflicts: 'Ties and interests that could matter',
    conflictsHint: 'Employers, clients, relatives, business. Write “none” if there are none.',
    household: 'Your street address',
    householdHint:
      'Only so that nobody is drawn together with somebody they live with. It is not published.',
    never: 'The profession',
    neverYes: 'I have never worked in the profession',
    consent: 'You want it',
    consentYes:
      'I want to be considered, and agree that my label and the verified values are published without my name',
    send: 'Come forward',
    back: 'The opening',
    suggestTitle: 'Suggest somebody',
    suggestLead:
      'We write to them once, with your name and your words. Nothing about them is kept unless they say yes.',
    email: 'Their e-mail address',
    why: 'Why you think of them',
    suggest: 'Write to them',
    suggestedNews: 'We have written to them.',
  },
  my: {
    title: 'What you came forward for',
    none: 'You have not come forward for anything yet.',
    see: 'See what is open',
    link: 'Serve',
    linkText: 'Seats that are open, and those you came forward for.',
    label: 'Your label',
    tickets: (held: number): string => `You hold ${held} of 1,000 tickets`,
    ticketsTerm: 'Your chance',
    verified: 'Verified',
    notVerified: 'Not verified yet',
    stands: 'Where it stands',
    standing: {
      open: 'You came forward',
      withdrawn: 'You withdrew',
      aside: 'You are not in the pool',
      pool: 'You are in the published pool',
      notDrawn: 'You were not drawn. You stay in the pool for seats that fall free.',
      drawn: 'You were drawn',
      chosen: 'You were chosen',
      inLine:
        'Your appeal was upheld. Every seat is taken today, and the next that falls free is yours before anybody else is chosen.',
      notChosen: 'You were not chosen',
      accepted: 'You took the seat',
      declined: 'You declined',
      lapsed: 'The time to answer passed, and the seat was drawn again',
    },
    why: 'Why',
    answerTitle: 'Do you take the seat?',
    answerUntil: (day: string): string =>
      `Answer by ${day}; the day counts to its end. Without an answer you are taken to decline.`,
    accept: 'I take the seat',
    decline: 'I decline',
    withdraw: 'Withdraw',
    news: {
      sent: 'You came forward. You get an answer by the promised day.',
      withdrawn: 'You withdrew.',
      accepted: 'The seat is yours.',
      declined: 'You declined. The seat goes to somebody else.',
      appealed: 'A member of the board looks at it again.',
    },
  },
  desk: {
    title: 'Openings',
    lead: 'Nominees have labels here, and no names.',
    publish: 'Publish an opening',
    publishTitle: 'Publish an opening',
    publishLead:
      'Everybody who qualifies is written to at once. What is published is not changed any more.',
    told: (count: number): string =>
      `The opening is published, and ${people(count)} ${count === 1 ? 'was' : 'were'} told.`,
    body: 'Body',
    newBody: 'A new one, described below',
    bodyTitle: 'A new body',
    bodyName: 'Name of the body',
    bodyKind: 'Kind',
    bodySeats: 'Seats of the body',
    termMonths: 'Months of a term',
    mostTerms: 'Most terms of one person',
    publicMembers: 'Seats kept for public members',
    openingTitle: 'Title',
    seatsOpen: 'Seats that are open',
    how: 'How they are filled',
    howChoices: { draw: 'By lot', reading: 'By blind reading' },
    openTo: 'Who they are for',
    openToChoices: {
      holders: 'Holders of the credential',
      public: 'People who never worked in the profession',
    },
    program: 'Program',
    duties: 'What it is about',
    criteria: 'Criteria, a line each',
    criteriaHint: 'Tied to what the certification asks.',
    hours: 'Hours',
    pay: 'Pay or expenses',
    meetings: 'Meetings, and how they are accessible',
    closes: 'Last day to come forward',
    answerBy: 'Answer promised by',
    termFrom: 'First day of the term',
    drawTitle: 'Only for a draw',
    randomSource: 'Public numbers',
    randomSourceHint:
      'Numbers nobody here can set, such as “the evening numbers of the state lottery”.',
    randomOn: 'Day they come out',
    quotas: 'Quotas, a line each',
    quotasHint:
      'Category, value, least, most; such as: setting, hospital, 3, 5. Categories: setting, region, program, level, first-time (its values: first time, served before). “Prefer not to say” is a value too.',
    legalBasis: 'Legal basis of any other category',
    verifyTitle: 'Values to verify',
    verifyNone: 'Nobody has come forward yet.',
    verifyDone: 'Every value is verified.',
    states: 'says',
    source: 'Where you saw it',
    verify: 'Verified as stated',
    reason: 'Why they are not in the pool',
    aside: 'Set aside',
    asideTag: 'Set aside',
    poolTitle: 'The pool',
    poolIs: (all: number, open: number): string =>
      `${people(all)} came forward${open === 0 ? ', all verified' : `; ${open} not verified yet`}.`,
    commit: 'Close the pool and publish it',
    commitLead: (day: string): string =>
      `It is worked out which chances are fairest, the commitment goes into the decision log, and everybody is told their tickets. This has to be done before ${day}.`,
    hold: 'Draw',
    words: 'The public numbers, as they were published',
    holdLead: (source: string, day: string): string =>
      `${source}, on ${day} or the first after it.`,
    refill: 'Fill the seats that were declined',
    refillLead: (accepted: number, declined: number, waiting: number): string =>
      `${accepted} took their seat, ${declined} declined, ${waiting === 1 ? '1 has' : `${waiting} have`} not answered.`,
    open: 'See the public page',
    news: {
      committed: 'The pool is published, and everybody in it was told their tickets.',
      drawn: 'The panel is drawn, and its members were told.',
      refilled: 'The free seats were filled, and those drawn were told.',
      verified: 'The values are verified.',
      aside: 'They were set aside, and told why.',
      read: 'Your points are kept.',
      decided: 'The decision is kept, and they were told.',
    },
    readTitle: 'Statements to read',
    readLead:
      'You see a statement under its label. Somebody else reads it too; neither sees the other’s points.',
    readNone: 'No statement waits for you.',
    readByOthers:
      'Two others have read this statement meanwhile, so your points were not needed. Here is what you wrote, in case you want to keep it:',
    points: (criterion: string): string => criterion,
    pointsChoices: {
      '0': '0: not shown',
      '1': '1: partly shown',
      '2': '2: shown',
      '3': '3: shown strongly',
    },
    note: 'What your points rest on',
    keep: 'Keep my points',
    ownPoints: (points: string): string => `Your points: ${points}`,
    decideTitle: 'Nominees',
    conflicts: 'Ties and interests',
    readings: (count: number): string => `${count} of 2 have read it`,
    sum: (points: string): string => `Points: ${points}`,
    agreement: 'How far the two readers agree',
    agreementIs: (kappa: string, pairs: number): string =>
      `Weighted kappa ${kappa} over ${pairs} pairs of points (1 is full agreement, 0 is what chance would give).`,
    agreementNone: 'Too few pairs of points, or all alike, to say how far they agree.',
    chosen: 'Decision',
    chosenChoices: { yes: 'Has the seat', no: 'Has not' },
    why: 'Reason, which they read',
    decide: 'Decide',
    decided: { yes: 'Chosen', no: 'Not chosen' },
    upheld: {
      'in-line': 'An appeal was upheld: the next that falls free is theirs',
      handed: 'An appeal was upheld: they were chosen',
    },
    answers: {
      accepted: 'took the seat',
      declined: 'declined',
      lapsed: 'did not answer in time',
    } as const satisfies Readonly<Record<SeatAnswer, string>>,
  },
};
