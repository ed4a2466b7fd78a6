/** A promise was not kept: the same letter to either side, with the day that was promised, the reason and the new promise. */
import type { Side, Step } from '../../casework/conduct/conduct-rules.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Envelope, type Letter, letter, says, section } from './letter.ts';
import { STEP_DUTIES } from './letter-words.ts';

export interface StepLateFacts extends Envelope {
  readonly side: Side;
  readonly step: Step;
  readonly was: CivilDate;
  /** The new promise with its reason; undefined where none has been made yet. */
  readonly anew: { readonly by: CivilDate; readonly reason: string } | undefined;
}

export const stepLate = (told: StepLateFacts): Letter =>
  letter(told, {
    reader: told.side,
    kind: 'step-late',
    title: 'We did not keep a promise to you',
    opening: [
      says(
        `We promised you to ${STEP_DUTIES[told.step]} by ${inWords(told.was)}. We did not. We are sorry. The broken promise stays on record, and our board sees it.`,
      ),
    ],
    sections: [
      section(
        'promised',
        'What we promise you now',
        says(
          told.anew === undefined
            ? 'We have no new date to give you yet. As soon as there is one, we write to you.'
            : `We will ${STEP_DUTIES[told.step]} by ${inWords(told.anew.by)}. The reason for the delay: ${told.anew.reason}`,
        ),
      ),
      section(
        'next',
        'What you can do next',
        says(
          `You do not have to do anything. If the delay harms you, tell us at ${told.from.contact} with the label of the matter. There is no appeal against a delay; you can raise a concern about us, which those it concerns cannot see.`,
        ),
      ),
    ],
  });
