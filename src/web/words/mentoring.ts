/** The words of mentoring: who offers, who asks, and how either goes. */
import type { PairAct, PairStanding } from '../../casework/mentoring/pair.ts';
import type { Language, MeetingTime, Region, Wished } from '../../casework/mentoring/wishes.ts';

const regions = {
  northeast: 'Northeast',
  midwest: 'Midwest',
  south: 'South',
  west: 'West',
  elsewhere: 'Outside the United States',
} as const satisfies Readonly<Record<Region, string>>;

const times = {
  'weekday-days': 'Weekdays, by day',
  'weekday-evenings': 'Weekdays, in the evening',
  weekends: 'Weekends',
} as const satisfies Readonly<Record<MeetingTime, string>>;

const languages = {
  en: 'English',
  es: 'Spanish',
  ase: 'American Sign Language',
  zh: 'Chinese',
  tl: 'Tagalog',
  vi: 'Vietnamese',
  ar: 'Arabic',
  fr: 'French',
  ko: 'Korean',
  ru: 'Russian',
  ht: 'Haitian Creole',
  hi: 'Hindi',
  pt: 'Portuguese',
} as const satisfies Readonly<Record<Language, string>>;

const wished = {
  setting: 'setting',
  region: 'region',
  language: 'language',
  times: 'when',
} as const satisfies Readonly<Record<Wished, string>>;

export const mentoring = {
  title: 'Mentoring',
  lead: 'Somebody who is certified helps somebody who wants to be. Either can end it at any time and needs no reason.',
  link: 'Mentoring',
  linkText: 'Find somebody who has been through it, or offer to help.',
  confidential:
    'Only the two of you see it. Nobody who decides about an application, an exam or a complaint does, and it changes none of them.',
  concern: 'If something is not right between you, raise a concern.',
  raise: 'Raise a concern',
  regions,
  times,
  languages,
  wished,
  find: 'Find a mentor',
  offerMentoring: 'Offer to mentor',
  changeOffer: 'Change your offer',
  mine: 'Your mentoring',
  none: 'You have no mentor, and nobody has asked you.',
  offers: 'What you offer',
  offersNone: 'You offer nothing yet.',
  offerOpen: 'Open: candidates see it without your name.',
  offerClosed: 'Closed: nobody new sees it.',
  mayNot:
    'To offer mentoring you hold a current credential. People with an office here do not mentor, because they may have to decide.',
  program: 'Program',
  places: (left: number, places: number): string =>
    `${left} of ${places === 1 ? '1 place' : `${places} places`} free`,
  standings: {
    asked: { candidate: 'You asked; the mentor has not answered yet', mentor: 'Somebody asks you' },
    taken: { candidate: 'Your mentor', mentor: 'You mentor' },
    declined: { candidate: 'The mentor could not take you', mentor: 'You declined' },
    withdrawn: { candidate: 'You took it back', mentor: 'The candidate took it back' },
    ended: { candidate: 'Ended', mentor: 'Ended' },
  } as const satisfies Readonly<Record<PairStanding, Record<'candidate' | 'mentor', string>>>,
  since: (day: string): string => `Since ${day}`,
  other: 'Name and address',
  wrote: { candidate: 'What you wrote', mentor: 'What the candidate wrote' },
  acts: {
    take: 'Take this candidate',
    decline: 'Decline',
    withdraw: 'Take it back',
    end: 'End it',
  } as const satisfies Readonly<Record<PairAct, string>>,
  takeNote:
    'If you take somebody, each of you sees the other’s name and address. No reason is asked for declining.',
  news: {
    offered: 'Your offer is kept.',
    asked: 'The mentor is told that somebody asks.',
    changed: 'Done. The other of you is told that something changed.',
  },
  offer: {
    title: 'Offer to mentor',
    lead: 'Candidates see this without your name. They learn it when you take them, and you learn theirs.',
    settings: 'Where you work or have worked',
    region: 'Where you are',
    languages: 'Languages you could meet in',
    times: 'When you could meet',
    places: 'How many people at once',
    about: 'What you can help with',
    aboutHint: 'Leave out your name and where exactly you work.',
    open: 'Offer it',
    close: 'Keep it, and close it for now',
  },
  finding: {
    title: 'Find a mentor',
    lead: 'Say what matters to you. Mentors are ordered by how much of it they offer, and by nothing else.',
    anything: 'It does not matter',
    setting: 'Setting',
    region: 'Region',
    language: 'Language',
    times: 'When',
    show: 'Show mentors',
    found: (count: number): string =>
      count === 1 ? '1 mentor has a place free.' : `${count} mentors have a place free.`,
    none: 'Nobody with a free place offers any of this now. Ask for less, or look again later.',
    meets: (what: string): string => `Fits: ${what}`,
    misses: (what: string): string => `Does not fit: ${what}`,
    number: (place: number): string => `Mentor ${place}`,
    ask: 'Ask this mentor',
    askTitle: 'Ask a mentor',
    askLead:
      'The mentor reads what you write and decides. They learn your name only if they take you. You can ask one mentor at a time.',
    words: 'What you write to the mentor',
    wordsHint: 'What you would like help with. Leave out your name.',
    send: 'Send it',
  },
};
