/** The words of the public page that says how complaints about conduct are heard. Every number on it comes from the rules. */
import type { Step } from '../../casework/conduct/conduct-rules.ts';

const what: Readonly<Record<Step, string>> = {
  screening:
    'Four questions are asked, each answered with a reason: may this person complain here, do our rules reach it, which provision, and did it come in time.',
  'screening-appeal':
    'Whoever complained can have other people look again at what was screened out. There is no third look.',
  notice: 'The person concerned is told exactly what is alleged and what was gathered so far.',
  response: 'They answer, or not. Silence counts for nothing against them.',
  investigation:
    'What there is to know is gathered from both sides, from witnesses and from whoever keeps records; both sides learn that records were asked for. What does not come counts against nobody. The person concerned is shown all that came.',
  review: 'A panel of its own answers, allegation by allegation, whether there is cause to go on.',
  hearing:
    'Another panel hears the matter. Both sides may agree instead: an offer that is declined costs nothing.',
  decision:
    'The panel that heard decides each allegation with a reason, beside how like cases ended.',
  appeal: 'People new to the matter answer every ground that was stated.',
  effect: 'Only now the decision takes effect and, by rule, the public is told.',
  'interim-appeal':
    'A suspension against imminent harm has an appeal of its own, with a short clock that never rests.',
  reinstatement: 'A revoked credential can be asked for again, before a panel new to the matter.',
  closing:
    'Whoever complained is told whether what they hoped for came about, and why. How often it does is reported.',
};

export const complaintsHeard = {
  what,
  title: 'How complaints are heard',
  lead: 'What happens when somebody complains about conduct, by which day, who decides, and what can be done about it. A complaint runs under the rules that stood here on the day it came in.',
  setHere:
    'These limits are set by this body. The owner of CCM and CDMS publishes no such limits that we found.',
  rules: (id: string): string => `Rules ${id}`,
  raise: 'Raise a concern',
  raiseText:
    'Anybody can, without an account, in English or Spanish, by name or anonymously. Nobody is asked to keep silent about it.',
  raiseLink: 'Raise a concern',
  limit: (years: string): string =>
    `It is heard where the conduct lies at most ${years} back. An allegation rests on a provision of the code that was in force on the day of the conduct.`,
  steps: 'The steps, and what we promise',
  stepsText:
    'Each step has a day promised to each side, counted from the day it begins. A longer time needs a reason and a new promise. A promise that is not kept goes on record by itself, and the board sees it. While a court decides, the clocks stop.',
  caption: 'Steps of a complaint, with the days promised to each side',
  step: 'Step',
  toComplainant: 'Promised to the complainant',
  toRespondent: 'Promised to the respondent',
  within: (days: string): string => `within ${days}`,
  times: 'Times of those concerned',
  timesCaption: 'How long those concerned have',
  time: 'What for',
  days: 'How long',
  answerDays: 'To answer what is alleged',
  offerDays: 'To think an agreement over',
  hearingDays: 'Between being told the day of a hearing and that day, at least',
  appealDays: 'To appeal, against a decision or against being screened out',
  interimDays: 'A suspension against imminent harm, at most',
  who: 'Who sits',
  whoText: (size: string): string =>
    `A panel has ${size} members, at least one of them a public member who holds no credential of this body. They are trained, in their term, and have no tie to anybody concerned. Nobody sits on two panels of a matter, and nobody who handled it sits on any.`,
  labels:
    'Panels work under labels. A name is shown only where a step needs it, after a custodian who cannot read the matter has said yes.',
  draw: 'How a panel is drawn, and how to check it',
  drawSteps: [
    'Before anybody looks at who can be drawn, a secret seed is made. Its fingerprint (SHA-256) becomes a line of the public decision log.',
    'Then the seed is opened and the lot is cast: those who may sit are put in order of their number, shuffled by the seed, and the first panel with enough public members sits.',
    'The seed and the fingerprint of the list of those who could be drawn become another line of the log.',
    'Whoever is concerned opens both lines with their receipt: the fingerprint of the seed must be the one of the first line. With the seed and the list every machine draws the same panel.',
  ],
  drawCode:
    'The rule of the draw is part of this program, in casework/conduct, and has no other input than the list, the seed and the number of seats.',
  logLink: 'The decision log',
  proof: 'When a breach is found',
  proofMore:
    'A breach rests on evidence that the person concerned was shown. Nothing public rests on the word of unnamed people alone.',
  sanctions: 'Sanctions, from the mildest to the hardest',
  sanctionsText:
    'The mildest that protects people is taken. Being milder or harder than every like case before it needs a reason.',
  sanctionsCaption: 'Sanctions and what the public is told',
  sanction: 'Sanction',
  means: 'What it does',
  isPublic: 'Is the public told?',
  publicYes: 'Yes, while it lasts',
  publicNo: 'No',
  meanings: {
    'private-reprimand': 'A reprimand in writing, kept between the body and the person.',
    'public-reprimand': 'A reprimand in writing that the public can read.',
    probation: 'The credential holds, on conditions that are checked.',
    suspension: 'The credential may not be used until a day.',
    revocation: 'The credential is taken. From a day on it can be asked for again.',
  },
  body: 'A complaint about the body itself ends with a remedy: what it does to put things right.',
  appeals: 'Appeals',
  appealsText: (days: string): string =>
    `The person concerned can appeal within ${days} of the decision, at no fee, on grounds from this closed list. Nothing takes effect and nothing is published before.`,
  appealsCaption: 'Grounds of appeal and what each can lead to',
  ground: 'Ground',
  leadsTo: 'What it can lead to, where it is found',
  cannot: 'An appeal never makes anything harder, and there is no second one here.',
  secret: 'What stays confidential',
  secretList: [
    'Whoever complains chooses before sending: named to everybody concerned, to staff alone, or to nobody.',
    'Each matter has its own list of readers. Whoever is not on it cannot see that the matter exists, in no count either.',
    'Each reading of a confidential page is itself put on record.',
    'The decision log names nobody and no provision of anybody.',
    'A notice names a person, the sanction, the provisions and its days, and nothing else.',
  ],
  kept: 'How long it is kept',
  keptText: (years: string): string =>
    `${years} years after a matter is over, names, addresses, letters, files and everybody’s words are erased. The bare steps are kept, to be counted.`,
  noticesLink: 'Public notices in force',
};
