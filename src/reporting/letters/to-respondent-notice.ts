/**
 * Letters to the person a complaint is about while it is looked into: what is alleged and exactly what is disclosed, what more
 * is disclosed later, when the hearing is, and that no cause was found. The complainant has a name here only if they chose so.
 */
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Envelope, type Letter, letter, points, says, section } from './letter.ts';
import { allegationBlocks, allegationTable, listed } from './letter-parts.ts';
import type { AllegationTold, ComplainantTold, ProvisionTold } from './told.ts';

/** A piece of evidence as it is disclosed: what it is, and the fingerprint by which it can be known again. */
export interface Disclosed {
  readonly what: string;
  readonly sha256: string;
}

interface Disclosure {
  readonly disclosed: readonly Disclosed[];
  readonly keptBack: readonly { readonly what: string; readonly reason: string }[];
}

export interface NoticeFacts extends Envelope, Disclosure {
  readonly receivedOn: CivilDate;
  /** One for each complaint about these events. */
  readonly complainants: readonly ComplainantTold[];
  readonly allegations: readonly AllegationTold[];
  readonly answerUntil: CivilDate;
}

export const notice = (told: NoticeFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'notice',
    title: 'Notice of a complaint about your conduct',
    opening: [
      says(
        `On ${inWords(told.receivedOn)} we received a complaint about your conduct. ${raisedBy(told.complainants)} Nothing has been found against you. This letter tells you what is alleged, what we hold, and how you can answer.`,
      ),
    ],
    sections: [
      section('allegations', 'What is alleged', ...allegationBlocks(told.allegations)),
      disclosure(told),
      section(
        'next',
        'What you can do, and by when',
        says(
          `You can answer until ${inWords(told.answerUntil)}, in your own words, in writing or by asking us to write down what you say. Send it to ${told.from.contact} with the label of this matter. You may also send documents and name people we should ask.`,
        ),
        says(
          'You do not have to answer. If you do not, we go on after that day with what we have, and your silence counts for nothing against you.',
        ),
      ),
      rights(told.from.contact),
      section(
        'cannot-appeal',
        'What you can and cannot appeal',
        says(
          'This notice decides nothing, so there is no appeal against it. If a decision is given later, you can appeal against it; the decision will say until when and on which grounds.',
        ),
      ),
    ],
  });

function raisedBy(complainants: readonly ComplainantTold[]): string {
  const names = complainants.flatMap((one) => (one.naming === 'to-all' ? [one.name] : []));
  const known = complainants.filter(({ naming }) => naming === 'to-staff').length;
  const unknown = complainants.length - names.length - known;
  return [
    ...(names.length === 0 ? [] : [`It was raised by ${names.join(' and ')}.`]),
    ...(known === 0
      ? []
      : [
          `${people(known)} who raised it ${is(known)} known to us and chose not to be named to you.`,
        ]),
    ...(unknown === 0 ? [] : [`${people(unknown)} who raised it did not say who they are.`]),
    ...(unknown === complainants.length
      ? ['No public sanction can rest on the word of unnamed people alone.']
      : []),
  ].join(' ');
}

const people = (count: number): string => (count === 1 ? 'Somebody' : `${count} people`);
const is = (count: number): string => (count === 1 ? 'is' : 'are');

const disclosure = ({ disclosed, keptBack }: Disclosure) =>
  section(
    'disclosed',
    'What we disclose to you',
    ...(disclosed.length === 0
      ? [
          says(
            'We hold no evidence yet. Whatever we gather, we will show you before anybody decides.',
          ),
        ]
      : [
          says('With this letter you get exactly these:'),
          points(
            disclosed.map(({ what, sha256 }) => `${what} (fingerprint ${sha256.slice(0, 16)})`),
          ),
        ]),
    ...(keptBack.length === 0
      ? [says('We keep nothing back from you.')]
      : listed(
          'We keep this back, each for the reason given:',
          keptBack.map(({ what, reason }) => `${what}: ${reason}`),
        )),
  );

const rights = (contact: string) =>
  section(
    'rights',
    'Your rights',
    points([
      'You may bring somebody to every conversation and hearing: a lawyer, a colleague, a friend.',
      `If you need an accommodation for a disability or a health condition, tell us at ${contact}. We arrange it and pay for it.`,
      'If you would rather speak or write in another language, we arrange an interpreter or a translation and pay for it.',
      'Nobody is judged by evidence they have not been shown. Whoever looks into the matter sits on no panel of it.',
    ]),
  );

export interface FurtherDisclosureFacts extends Envelope, Disclosure {
  /** Undefined where the time to answer has passed and a later answer is read all the same. */
  readonly answerUntil: CivilDate | undefined;
}

export const furtherDisclosure = (told: FurtherDisclosureFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'further-disclosure',
    title: 'More that we disclose to you',
    opening: [
      says(
        'Since we last wrote, more evidence has come in. Nobody is judged by what they have not seen, so we show it to you now.',
      ),
    ],
    sections: [
      disclosure(told),
      section(
        'next',
        'What you can do, and by when',
        says(
          told.answerUntil === undefined
            ? `You can say what you think of it at ${told.from.contact} until the panel decides.`
            : `You can say what you think of it until ${inWords(told.answerUntil)}, at ${told.from.contact}.`,
        ),
        says('There is no appeal against a disclosure.'),
      ),
    ],
  });

export interface HearingNoticeFacts extends Envelope {
  readonly day: CivilDate;
  /** Place or address of the meeting, and the time. */
  readonly whereAndWhen: string;
  /** The allegations in which the review panel found cause. */
  readonly allegations: readonly ProvisionTold[];
  readonly mayBring: string;
  readonly accommodations: readonly string[];
}

export const hearingNotice = (told: HearingNoticeFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'hearing-notice',
    title: 'Notice of a hearing',
    opening: [
      says(
        `A panel looked at the complaint and found cause to hear it. The hearing is on ${inWords(told.day)}. ${told.whereAndWhen}`,
      ),
    ],
    sections: [
      section(
        'allegations',
        'What will be heard',
        allegationTable(told.allegations),
        says('Cause to hear an allegation is no finding against you.'),
      ),
      section(
        'hearing',
        'How it works',
        says(`You may bring: ${told.mayBring}`),
        ...listed('We have arranged for you:', told.accommodations),
        points([
          'Other people than those who reviewed the complaint hear it; at least one of them holds no credential of ours.',
          'You can speak, bring evidence and ask questions about all that was disclosed to you.',
          'What is said is kept word for word, and you can have the transcript.',
        ]),
      ),
      section(
        'next',
        'What to do next, and by when',
        says(
          `Tell us at ${told.from.contact} before ${inWords(told.day)} who comes with you, and what you need to take part: an accommodation, an interpreter, another day for a good reason.`,
        ),
        says(
          'There is no appeal against this notice. If a decision is given after the hearing, you can appeal against it.',
        ),
      ),
    ],
  });

export interface NoCauseFacts extends Envelope {
  readonly findings: readonly { readonly provision: ProvisionTold; readonly reason: string }[];
}

export const noCause = (told: NoCauseFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'no-cause',
    title: 'The complaint is closed: no cause was found',
    opening: [
      says(
        'A panel looked at the complaint about your conduct and found no cause to go on. The matter is closed. Nothing is published, and nothing of it stands on your credential.',
      ),
    ],
    sections: [
      section(
        'findings',
        'What the panel found, and why',
        allegationTable(told.findings.map(({ provision }) => provision)),
        points(told.findings.map(({ reason }, place) => `Allegation ${place + 1}: ${reason}`)),
      ),
      section(
        'next',
        'What happens next',
        says(
          'You do not have to do anything. The matter is opened again only on evidence that could not be had before, and then we would tell you.',
        ),
      ),
    ],
  });
