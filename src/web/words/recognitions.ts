/** The words of recognitions: the public page, one that is open, one's own, and the desk that gives them. */
import type { RecognitionKind } from '../../casework/opening/opening-form.ts';

const kinds = {
  practice: 'Practice',
  mentoring: 'Mentoring',
  service: 'Service',
} as const satisfies Readonly<Record<RecognitionKind, string>>;

export const recognitions = {
  kinds,
  title: 'Recognitions',
  lead: 'What people in the profession do well, for whom, and who says so. Anybody certified can come forward or be suggested; criteria are published before, two people read without a name, and a named person decides with a reason.',
  none: 'Nothing was recognized yet, and nothing is open.',
  open: 'Open now',
  noneOpen: 'No recognition is open today.',
  given: 'Closed',
  line: (kind: RecognitionKind, most: number): string =>
    `${kinds[kind]}. ${most === 1 ? 'One at most' : `${most} at most`}, by blind reading`,
  counted: (nominated: number, recognized: number): string =>
    `${nominated === 1 ? '1 person was' : `${nominated} people were`} nominated, and ${recognized === 1 ? '1 is' : `${recognized} are`} recognized.`,
  stillOpen: (nominated: number, open: number): string =>
    `${nominated === 1 ? '1 person was' : `${nominated} people were`} nominated; ${open === 1 ? '1 waits' : `${open} wait`} for an answer.`,
  namesTitle: 'Who is recognized',
  /** Beside the names. */
  others: (count: number): string =>
    count === 0
      ? ''
      : `${count === 1 ? '1 more does' : `${count} more do`} not show their name. Whoever is recognized says whether it is shown, and can take it back at any time.`,
  nobodyShown: 'Nobody who is recognized shows their name. That is for each of them to say.',
  one: {
    title: 'What it recognizes',
    who: (program: string): string =>
      `Whoever holds the credential ${program} on the day they come forward.`,
    most: 'How many',
    mostIs: (count: number): string => (count === 1 ? 'One at most' : `${count} at most`),
    shown: 'What is shown of it',
    shownIs:
      'How many were nominated and recognized. A name only where whoever bears it says so, under the name they choose, for as long as they like. The decision stands in the decision log without a name.',
    outcome: 'What became of it',
  },
  nominate: {
    consentYes: 'I want to be considered. My name is shown to nobody unless I say so afterwards',
  },
  my: {
    recognized: 'You are recognized',
    givenBack: 'You gave it back',
    showTitle: 'Should anybody see it?',
    showLead:
      'If you say nothing, your name is shown to nobody. If you want it shown, write it as you want it: all of your name, or a part of it. You can take it back at any time.',
    shownAs: (name: string): string =>
      `Anybody can read on the page of recognitions that you are recognized, as “${name}”.`,
    name: 'The name that is shown',
    show: 'Show it',
    change: 'Show it under this name',
    hide: 'Show it no longer',
    giveBack: 'Give the recognition back',
    page: 'See the page',
    news: {
      shown: 'Anybody can read it now, under the name you chose.',
      hidden: 'Your name is shown to nobody any more.',
      'given-back': 'You gave the recognition back.',
    },
  },
  desk: {
    publish: 'Publish a recognition',
    kind: 'What is recognized',
    most: 'How many can be recognized at most',
    choices: { yes: 'Is recognized', no: 'Is not' },
    decided: { yes: 'Recognized', no: 'Not recognized' },
  },
};
