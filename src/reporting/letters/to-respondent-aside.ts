/**
 * Letters to the person a complaint is about for the side steps: an interim suspension with an appeal of its own and that
 * appeal's answer, a stay while a court decides and its end, the end of a matter by surrender or death.
 */
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Envelope, type Letter, letter, says, section } from './letter.ts';
import { promises } from './letter-parts.ts';
import { STEP_DUTIES } from './letter-words.ts';
import type { Promised } from './to-complainant.ts';

export interface InterimSuspensionFacts extends Envelope {
  readonly orderedOn: CivilDate;
  readonly until: CivilDate;
  readonly reason: string;
  /** By when an appeal lodged today would be decided. */
  readonly appealAnsweredBy: CivilDate;
}

export const interimSuspension = (told: InterimSuspensionFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'interim-suspension',
    title: 'Your credential is suspended for a short time',
    opening: [
      says(
        `From ${inWords(told.orderedOn)} until ${inWords(told.until)} at the latest you may not use your credential. Nothing has been found against you. This is no sanction: it guards against harm that could come before the matter is decided.`,
      ),
    ],
    sections: [
      section('reason', 'Why', says(told.reason)),
      section(
        'appeal',
        'How to appeal',
        says(
          `You can appeal against it at once, and as long as it lasts. Write to ${told.from.contact}, give the label of the matter, and say why it should be lifted. People who have had no part in ordering it decide; an appeal lodged today is answered by ${inWords(told.appealAnsweredBy)}.`,
        ),
        says(
          'It stays in force until the appeal is decided. You can appeal against it once, and it is ordered once in a matter. The complaint itself is not decided by this appeal.',
        ),
      ),
      section(
        'next',
        'What to do next',
        says(
          'Stop using the credential and its mark until the day named above, or until we tell you that the suspension is lifted. It ends by itself.',
        ),
      ),
    ],
  });

export interface InterimAppealDecidedFacts extends Envelope {
  readonly decidedOn: CivilDate;
  readonly lifted: boolean;
  readonly until: CivilDate;
  readonly reason: string;
}

export const interimAppealDecided = (told: InterimAppealDecidedFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'interim-appeal-decided',
    title: told.lifted ? 'The interim suspension is lifted' : 'The interim suspension stands',
    opening: [
      says(
        told.lifted
          ? `Your appeal was decided on ${inWords(told.decidedOn)}. From that day you may use your credential again.`
          : `Your appeal was decided on ${inWords(told.decidedOn)}. The suspension lasts until ${inWords(told.until)} at the latest, and ends by itself.`,
      ),
    ],
    sections: [
      section('reason', 'Why', says(told.reason)),
      section(
        'next',
        'What happens next',
        says(
          'The complaint goes on as before; this decides nothing about it. There is no further appeal to us against the interim suspension.',
        ),
      ),
    ],
  });

export interface StayedFacts extends Envelope {
  readonly stayedOn: CivilDate;
  readonly reason: string;
  /** An interim suspension and its appeal do not rest. */
  readonly interimGoesOn: boolean;
}

export const stayed = (told: StayedFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'stayed',
    title: 'Your matter rests',
    opening: [
      says(
        `From ${inWords(told.stayedOn)} your matter rests. No step is taken. Every promise to you that is not broken yet, and every time that you have, moves by as many days as the rest lasts.`,
      ),
    ],
    sections: [
      section(
        'reason',
        'Why',
        says(told.reason),
        ...(told.interimGoesOn
          ? [says('The interim suspension does not rest, and neither does your appeal against it.')]
          : []),
      ),
      section(
        'next',
        'What to do next',
        says(
          `You do not have to do anything. If the reason has passed, tell us at ${told.from.contact}. There is no appeal against a rest.`,
        ),
      ),
    ],
  });

export interface StayLiftedFacts extends Envelope {
  readonly liftedOn: CivilDate;
  /** The last day for the respondent's answer or appeal, where one was running. */
  readonly yourTime: { readonly to: 'answer' | 'appeal'; readonly until: CivilDate } | undefined;
  readonly promised: readonly Promised[];
  /** A hearing whose day was told before needs a new one. */
  readonly hearingAnew: boolean;
}

export const stayLifted = (told: StayLiftedFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'stay-lifted',
    title: 'Your matter goes on',
    opening: [
      says(
        `The rest of your matter ended on ${inWords(told.liftedOn)}. It goes on where it stopped.`,
      ),
    ],
    sections: [
      ...(told.promised.length === 0
        ? []
        : [
            section(
              'promised',
              'What we promise you, and by when',
              promises(
                told.promised.map(({ step, by }) => ({ by, what: `We ${STEP_DUTIES[step]}.` })),
              ),
            ),
          ]),
      section(
        'next',
        'What to do next, and by when',
        says(
          told.yourTime === undefined
            ? 'Nothing is asked of you now.'
            : `You can ${told.yourTime.to} until ${inWords(told.yourTime.until)}, at ${told.from.contact}.`,
        ),
        ...(told.hearingAnew
          ? [says('The hearing gets another day. We write to you before it, as the first time.')]
          : []),
        says('There is no appeal against the end of a rest.'),
      ),
    ],
  });

export interface ReopenedFacts extends Envelope {
  readonly reopenedOn: CivilDate;
  readonly reason: string;
  /** A sanction in force stays so until other people have decided. */
  readonly sanctionStays: boolean;
}

export const reopened = (told: ReopenedFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'reopened',
    title: 'Your matter is opened again',
    opening: [
      says(
        `On ${inWords(told.reopenedOn)} we opened your matter again, on evidence that could not be had before.`,
      ),
    ],
    sections: [
      section('reason', 'Why', says(told.reason)),
      section(
        'next',
        'What happens next',
        says(
          `We show you the new evidence before anybody decides on it, and you can answer at ${told.from.contact}. People who have had no part in the matter before decide it.`,
        ),
        ...(told.sanctionStays
          ? [says('The sanction that is in effect stays so until they have decided.')]
          : []),
        says('There is no appeal against opening a matter again.'),
      ),
    ],
  });

export interface EndedFacts extends Envelope {
  readonly endedOn: CivilDate;
  /** After a death the letter goes to whoever looks after what is left. */
  readonly how: 'surrender' | 'death';
  /** Whether a decision had been given; if so, it stands as it was published. */
  readonly decided: boolean;
}

export const ended = (told: EndedFacts): Letter =>
  letter(told, {
    reader: 'respondent',
    kind: 'ended',
    title: 'The matter has ended',
    opening: [says(`${ENDED_HOW[told.how]} The matter ended on ${inWords(told.endedOn)}.`)],
    sections: [
      section(
        'next',
        'What this means',
        says(
          told.decided
            ? 'What was decided before is not decided again, and nothing more is published.'
            : 'Nothing was found, and nothing is published.',
        ),
        says(
          'The matter is not opened again. Nobody has to do anything, and there is nothing to appeal against.',
        ),
      ),
    ],
  });

const ENDED_HOW: Readonly<Record<EndedFacts['how'], string>> = {
  surrender: 'You gave your credential up.',
  death:
    'We have learned of the death of the person this matter was about, and we are sorry for your loss.',
};
