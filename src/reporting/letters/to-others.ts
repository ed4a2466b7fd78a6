/**
 * Letters to people who help: a witness is invited and told what is asked and what is not; a panel member is told that they
 * sit, by the label alone. Neither letter has a field for whoever complained or was complained about.
 */
import type { PanelKind } from '../../casework/conduct/conduct-event.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Envelope, type Letter, letter, points, says, section } from './letter.ts';
import { PANEL_WORDS } from './letter-words.ts';

export interface InvitationFacts extends Envelope {
  /** Questions in words that name nobody. */
  readonly asked: readonly string[];
  readonly notAsked: readonly string[];
  readonly answerUntil: CivilDate;
}

export const invitation = (told: InvitationFacts): Letter =>
  letter(told, {
    reader: 'witness',
    kind: 'invitation',
    title: 'We ask for your help',
    opening: [
      says(
        'We look into a matter of professional conduct, and you may know something about it. Nothing has been found against anybody, and nobody accuses you of anything.',
      ),
    ],
    sections: [
      section('asked', 'What we ask you', points(told.asked)),
      section(
        'not-asked',
        'What we do not ask you',
        points([
          ...told.notAsked,
          'What you were told in confidence by a client, a patient or a lawyer.',
          'To keep silent about this letter.',
        ]),
      ),
      section(
        'next',
        'What to do next, and by when',
        says(
          `If you want to help, open the link that we mailed to you and answer there by ${inWords(told.answerUntil)}. It is yours alone, and needs no account. You can also write to us at the address of this letter with the label of the matter. You do not have to, and you need not say why. You may bring somebody along, and we arrange an accommodation or an interpreter if you need one.`,
        ),
        says(
          'What you tell us can be shown to the person it is about, because nobody is judged by what they have not seen. Before you say anything you can ask us to keep your name back, and we tell you whether we can.',
        ),
      ),
    ],
  });

export interface SeatedFacts extends Envelope {
  readonly panel: PanelKind;
  readonly drawnOn: CivilDate;
  readonly decideBy: CivilDate;
}

export const seated = (told: SeatedFacts): Letter =>
  letter(told, {
    reader: 'panel-member',
    kind: 'seated',
    title: 'You were drawn for a panel',
    opening: [
      says(
        `In the lottery of ${inWords(told.drawnOn)} you were drawn for a panel in the matter ${told.label}. The panel is asked to ${PANEL_WORDS[told.panel]}, by ${inWords(told.decideBy)}.`,
      ),
    ],
    sections: [
      section(
        'next',
        'What to do next',
        points([
          'Sign in and read the matter there. It has a label and no names.',
          'If you recognize somebody, or have any interest in how it ends, stop reading and step back at once. Another member is drawn, and nobody asks you for more than the reason.',
          'Speak about the matter with nobody but the panel. This holds for deciders only; the people concerned may speak.',
          'Write to nobody concerned. Questions reach us at the address of this letter.',
        ]),
      ),
    ],
  });
