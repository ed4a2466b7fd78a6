/** What the invented desk and its panels write in invented complaints: reasons, summaries, statements, closing words. */
import type { Achieved, ScreeningQuestion } from '../../casework/conduct/conduct-event.ts';
import type { AppealGround } from '../../casework/conduct/conduct-rules.ts';

export const SCREENED: Readonly<Record<ScreeningQuestion, readonly [met: string, not: string]>> = {
  standing: [
    'Whoever complains was there, or was told by somebody who was.',
    'Nobody who was there has said anything, and the complaint does not say from where it knows.',
  ],
  jurisdiction: [
    'The code bound this person on that day.',
    'The code did not bind this person on that day.',
  ],
  provision: [
    'If it was so, it goes against this provision.',
    'Even if it was so, it goes against no provision: the decision was the payer’s to make.',
  ],
  'in-time': ['It came in time.', 'It came too late.'],
};

export const SCREENED_OUT: readonly ('standing' | 'provision')[] = [
  'provision',
  'provision',
  'standing',
];

export const SUMMARY = 'Both sides were asked, and the papers of the day were read.';
export const SCREENING_APPEAL = 'It was overlooked that two people were in the room.';
export const RESPONSES = [
  'It was otherwise: the notes of that day show what was said and to whom.',
  'I did not know the rule had changed, and have put it right since.',
  'I regret it. I was alone with forty files that week.',
  'It was my supervisor who decided this.',
] as const;
export const REASONS = {
  cause: 'The papers bear out what is alleged, so it should be heard.',
  noCause: 'What is alleged cannot be shown from anything that was found.',
  breach: 'The record and what was heard leave no serious doubt.',
  noBreach: 'What was heard leaves it open whether it was so.',
  sanction: 'The least that protects those whom the code protects.',
  remedy:
    'The form and the answer on the help line are mended, and those concerned were written to.',
  departure: 'What was done and what came of it differ from the cases before.',
  withdrawal: {
    goesOn: 'It concerns others too.',
    dropped: 'Without the complainant nothing can be shown.',
  },
  surrender: 'The credential was given up.',
  stay: 'A court hears the same events.',
  interim: 'Clients are seen alone at home until this is heard.',
  screeningAppeal: {
    upheld: 'The second look finds what the first passed over.',
    not: 'The first look holds.',
  },
} as const;
export const WHERE_AND_WHEN = 'By video, at ten in the morning; the address comes the day before.';
export const CONDITIONS = [
  'Works under supervision.',
  'Twelve hours of education on the provision.',
];
export const MITIGATING = 'The first complaint.';

export const APPEAL_STATEMENTS: Readonly<Partial<Record<AppealGround, string>>> = {
  'process-not-followed': 'The second witness was not asked.',
  'rule-misread': 'More was asked than the provision says.',
  'sanction-out-of-measure': 'Others were given less for the same.',
  'new-evidence': 'The log of the ward has turned up since.',
};
export const APPEAL_REASONS = {
  found: 'This is so.',
  not: 'Nothing of the kind is found.',
} as const;

export const CLOSING: Readonly<Record<Achieved, string>> = {
  yes: 'What you hoped for came about.',
  partly: 'Part of what you hoped for came about; the rest is not in the body’s hands.',
  no: 'What you hoped for did not come about, for the reasons in the decision.',
};
