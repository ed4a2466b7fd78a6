/**
 * Letters to a third party that keeps records: which are asked for, and that they are needed no more. There is no field for
 * an allegation or for whoever complained; the person whose records they are stands there only with the basis for it.
 */
import type { NamingBasis } from '../../casework/conduct/conduct-event.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Envelope, facts, type Letter, letter, points, says, section } from './letter.ts';

export interface RecordsRequestFacts extends Envelope {
  /** Which records, in words that name nobody. */
  readonly what: string;
  readonly answerUntil: CivilDate;
  /** Whose records they are, and why the holder may know; undefined where the request names nobody. */
  readonly whose: { readonly name: string; readonly basis: NamingBasis } | undefined;
}

export const recordsRequest = (told: RecordsRequestFacts): Letter =>
  letter(told, {
    reader: 'holder',
    kind: 'records-request',
    title: 'We ask you for records',
    opening: [
      says(
        'We look into a matter of professional conduct, and you may keep records that help to understand it. Nothing has been found against anybody, and this letter does not say that anybody did anything wrong.',
      ),
    ],
    sections: [
      section('asked', 'What we ask you for', says(told.what)),
      section(
        'whose',
        'Whose records they are',
        ...(told.whose === undefined
          ? [
              says(
                'This request names nobody. If you cannot tell from it which records are meant, ask us before you send anything.',
              ),
            ]
          : [
              facts([
                ['Person', told.whose.name],
                ['Why we may tell you', basisInWords(told.whose.basis)],
              ]),
              says(
                'Whatever else you know of this person is not asked for. Tell nobody of this request who does not need to know of it to answer.',
              ),
            ]),
      ),
      section(
        'next',
        'What to do next, and by when',
        says(
          `Send the records by ${inWords(told.answerUntil)} to ${told.from.contact}, with the label ${told.label}. If you do not hold them, or may not or will not hand them over, tell us so and say why.`,
        ),
        points([
          'Send what is asked for above and nothing beyond it. Black out other people.',
          'Send copies, as they stand in your files. Add nothing and leave nothing out of what you send.',
          'What you send can be shown to the person the matter is about, because nobody is judged by what they have not seen.',
          'We have no power to compel you. Nothing is held against anybody because you send nothing.',
        ]),
      ),
    ],
  });

const basisInWords = (basis: NamingBasis): string =>
  basis.kind === 'consent'
    ? `They agreed to it on ${inWords(basis.given)}. Ask us for their consent in writing if you need it.`
    : basis.words;

export const requestClosed = (told: Envelope): Letter =>
  letter(told, {
    reader: 'holder',
    kind: 'request-closed',
    title: 'We need the records no more',
    opening: [
      says('We asked you for records in the matter named above. We do not need them any more.'),
    ],
    sections: [
      section(
        'next',
        'What to do next',
        says(
          'Nothing. If you have sent something already, we keep it as what else was gathered. Thank you for your trouble.',
        ),
      ),
    ],
  });
