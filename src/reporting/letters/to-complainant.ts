/**
 * Letters to the person who raised a complaint: received, taken up or not, late, closed. They are told what becomes of their
 * complaint. No type here has a field for what the respondent answered, for a sanction that is not public, or for a witness.
 */
import type { Achieved, ScreeningAnswers } from '../../casework/conduct/conduct-event.ts';
import { SCREENING } from '../../casework/conduct/conduct-event.ts';
import type { Step } from '../../casework/conduct/conduct-rules.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Envelope, facts, type Letter, letter, points, says, section } from './letter.ts';
import { allegationTable, promises } from './letter-parts.ts';
import { SANCTION_WORDS, SCREENING_WORDS, STEP_DUTIES } from './letter-words.ts';
import type { ProvisionTold, PublicSanctionTold } from './told.ts';

export interface Promised {
  readonly step: Step;
  readonly by: CivilDate;
}

export interface ReceivedFacts extends Envelope {
  readonly receivedOn: CivilDate;
  /** How the complainant chose to be named; they alone are told so. */
  readonly naming: 'to-all' | 'to-staff' | 'anonymous';
  readonly promised: readonly Promised[];
}

export const received = (told: ReceivedFacts): Letter =>
  letter(told, {
    reader: 'complainant',
    kind: 'received',
    title: 'We have received your complaint',
    opening: [
      says(
        `Your complaint reached us on ${inWords(told.receivedOn)}. Thank you for telling us. ${NAMING[told.naming]}`,
      ),
    ],
    sections: [
      section('promised', 'What we promise you, and by when', promised(told.promised)),
      section(
        'silence',
        'You may speak about it',
        says(
          'We ask no promise of silence from you. You may tell anybody about your complaint, and you may go to a court, an employer or an agency at any time.',
        ),
      ),
      section(
        'next',
        'What to do next',
        says(
          `You do not have to do anything. If you have more to tell, or documents, send them to ${told.from.contact} with the label of the matter. You can withdraw your complaint; we then decide whether to go on without it, and tell you.`,
        ),
      ),
      section(
        'cannot-appeal',
        'What you can and cannot appeal',
        says(
          'If we cannot take the complaint up, you can appeal against that. You cannot appeal against what a panel decides about the other person: that is theirs to appeal. If we break a promise to you, we tell you so, and our board sees it.',
        ),
      ),
    ],
  });

const NAMING: Readonly<Record<ReceivedFacts['naming'], string>> = {
  'to-all': 'You chose to be named to everybody concerned.',
  'to-staff':
    'You chose to be named to our staff only. We do not tell your name to the person you complain about.',
  anonymous:
    'You chose not to say who you are. We can ask you less, and no public sanction can rest on the word of unnamed people alone.',
};

/** One line for each promise, in the words of the step. */
const promised = (steps: readonly Promised[]) =>
  promises(steps.map(({ step, by }) => ({ by, what: `We ${STEP_DUTIES[step]}.` })));

export interface ScreenedOutFacts extends Envelope {
  readonly screenedOn: CivilDate;
  readonly answers: ScreeningAnswers;
  readonly appealUntil: CivilDate;
}

export const screenedOut = (told: ScreenedOutFacts): Letter =>
  letter(told, {
    reader: 'complainant',
    kind: 'screened-out',
    title: 'We cannot take your complaint up',
    opening: [
      says(
        `On ${inWords(told.screenedOn)} we looked at your complaint for the first time. We ask four questions, and all four must be answered with yes. At least one was not, so we cannot go on. This is no judgment on whether what you told us happened.`,
      ),
    ],
    sections: [
      section(
        'answers',
        'The four questions, each with its reason',
        screeningAnswers(told.answers),
      ),
      section(
        'appeal',
        'How to appeal',
        says(
          `You can appeal until ${inWords(told.appealUntil)}. Write to ${told.from.contact}, give the label of the matter, and say which of the four answers is wrong and why. People who have had no part in it look again.`,
        ),
        says(
          'You cannot appeal against the questions themselves, or after the day named above. New facts are not an appeal: with them you can raise a new complaint.',
        ),
      ),
    ],
  });

export interface ScreeningAppealFacts extends Envelope {
  readonly decidedOn: CivilDate;
  readonly upheld: boolean;
  readonly reason: string;
}

export const screeningAppealDecided = (told: ScreeningAppealFacts): Letter =>
  letter(told, {
    reader: 'complainant',
    kind: 'screening-appeal-decided',
    title: told.upheld ? 'We take your complaint up after all' : 'Your complaint stays closed',
    opening: [
      says(
        `People who have had no part in your complaint decided your appeal on ${inWords(told.decidedOn)}. ${told.upheld ? 'You were right: we take the complaint up.' : 'The first look stands: we cannot take the complaint up.'}`,
      ),
    ],
    sections: [
      section('reason', 'Why', says(told.reason)),
      section(
        'next',
        'What happens next',
        says(
          told.upheld
            ? 'The person it is about is now told what is alleged and can answer. You do not have to do anything.'
            : 'There is no further appeal to us. With new facts you can raise a new complaint, and you may go to a court or an agency.',
        ),
      ),
    ],
  });

const screeningAnswers = (answers: ScreeningAnswers) =>
  facts(
    SCREENING.map((question) => {
      const { met, reason } = answers[question];
      return [SCREENING_WORDS[question], `${met ? 'Yes' : 'No'}. ${reason}`];
    }),
  );

export interface ScreenedInFacts extends Envelope {
  readonly screenedOn: CivilDate;
  readonly allegations: readonly ProvisionTold[];
  readonly promised: readonly Promised[];
}

export const screenedIn = (told: ScreenedInFacts): Letter =>
  letter(told, {
    reader: 'complainant',
    kind: 'screened-in',
    title: 'We take your complaint up',
    opening: [
      says(
        `On ${inWords(told.screenedOn)} we looked at your complaint for the first time, and we take it up. The person it is about is now told what is alleged and can answer. Nothing has been found against anybody.`,
      ),
    ],
    sections: [
      section('allegations', 'What we look into', allegationTable(told.allegations)),
      section('promised', 'What we promise you, and by when', promised(told.promised)),
      section(
        'next',
        'What to do next',
        says(
          `You do not have to do anything. We may ask you questions; you may bring somebody along, and you need not answer. Send what you want to add to ${told.from.contact} with the label of the matter.`,
        ),
        says('There is no appeal against taking a complaint up.'),
      ),
    ],
  });

export interface ClosedFacts extends Envelope {
  readonly closedOn: CivilDate;
  /** What the complainant hoped for, in their own words. */
  readonly hopes: string;
  readonly achieved: Achieved;
  readonly why: string;
  readonly how: ClosedHow;
}

/** How a matter ended, as far as a complainant may know. */
export type ClosedHow =
  | { readonly kind: 'no-cause' | 'no-breach' | 'reversed' | 'dropped' | 'ended' }
  | { readonly kind: 'breach'; readonly sanction: PublicSanctionTold | undefined }
  | { readonly kind: 'remedy'; readonly remedy: string };

export const closed = (told: ClosedFacts): Letter =>
  letter(told, {
    reader: 'complainant',
    kind: 'closed',
    title: 'Your complaint is closed',
    opening: [
      says(`Your complaint was closed on ${inWords(told.closedOn)}. ${howClosed(told.how)}`),
    ],
    sections: [
      section(
        'hopes',
        'Was what you hoped for achieved?',
        facts([
          ...(told.hopes.trim() === '' ? [] : [['You hoped for', told.hopes] as const]),
          ['Achieved', ACHIEVED[told.achieved]],
          ['Why', told.why],
        ]),
      ),
      section(
        'next',
        'What you can do next',
        points([
          `If you have evidence that could not be had before, send it to ${told.from.contact}: a closed matter can be opened again on it.`,
          'If you think we did not keep to our own rules, you can raise a concern about us. Those it concerns cannot see it.',
          'You may go to a court or an agency, whatever we decided.',
        ]),
        says(
          'You cannot appeal against what was decided about the other person, and we cannot tell you more than this letter says.',
        ),
      ),
    ],
  });

const ACHIEVED: Readonly<Record<Achieved, string>> = {
  yes: 'Yes',
  partly: 'In part',
  no: 'No',
};

function howClosed(how: ClosedHow): string {
  switch (how.kind) {
    case 'no-cause':
      return 'A panel looked at it and found no cause to go on.';
    case 'no-breach':
      return 'A panel heard it and found no breach of the code.';
    case 'reversed':
      return 'A decision was given and reversed on appeal, so no breach stands.';
    case 'dropped':
      return 'After it was withdrawn we decided not to go on.';
    case 'ended':
      return 'It ended because the person it was about no longer holds a credential of ours.';
    case 'remedy':
      return `We were found at fault, and this is what we do to put it right: ${how.remedy}`;
    default:
      return `A breach of the code was found. ${followsFrom(how.sanction)}`;
  }
}

function followsFrom(sanction: PublicSanctionTold | undefined): string {
  if (sanction === undefined) {
    return 'What follows from it is told only to the person concerned.';
  }
  const { kind, endsOn } = sanction;
  return kind === 'revocation'
    ? `What follows from it is public: the credential is revoked, and cannot be asked for again before ${inWords(endsOn)}.`
    : `What follows from it is public: ${SANCTION_WORDS[kind].toLowerCase()}, until ${inWords(endsOn)}.`;
}
