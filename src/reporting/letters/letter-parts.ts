/** The parts that several letters share: allegations in a table with their words, sanctions, promises, the way to appeal. */
import { type CivilDate, inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { left } from '../document/document.ts';
import { facts, type LetterBlock, type LetterSection, points, says, section } from './letter.ts';
import { GROUND_WORDS, SANCTION_MEANING, SANCTION_WORDS } from './letter-words.ts';
import type { AllegationTold, AppealTold, ProvisionTold, SanctionTold } from './told.ts';

const NO_TITLE = 'title not supplied';

/** "S3, Fair treatment". */
const provisionInWords = ({ number, title }: ProvisionTold): string =>
  `${number}, ${title ?? NO_TITLE}`;

export const allegationTable = (provisions: readonly ProvisionTold[]): LetterBlock => ({
  kind: 'table',
  table: {
    caption: 'Allegations, with the provision in force on the day of the conduct',
    columns: ['Allegation', 'Provision', 'Code and version', 'Day of the conduct'].map(left),
    rows: provisions.map((provision, place) => [
      String(place + 1),
      provisionInWords(provision),
      `${provision.code}, ${provision.version}`,
      inWordsShort(provision.conductOn),
    ]),
  },
});

/** The table, then the words of each. */
export const allegationBlocks = (
  allegations: readonly AllegationTold[],
): readonly LetterBlock[] => [
  allegationTable(allegations.map(({ provision }) => provision)),
  facts(allegations.map(({ words }, place) => [`Allegation ${place + 1}`, words])),
];

/** Promised days, each with what will have been done by then. */
export const promises = (
  rows: readonly { readonly what: string; readonly by: CivilDate }[],
): LetterBlock => facts(rows.map(({ what, by }) => [`By ${inWords(by)}`, what]));

export const listed = (heading: string, items: readonly string[]): readonly LetterBlock[] =>
  items.length === 0 ? [] : [says(heading), points(items)];

export const sanctionBlocks = (sanction: SanctionTold): readonly LetterBlock[] => [
  facts([
    ['Sanction', `${SANCTION_WORDS[sanction.kind]}. ${SANCTION_MEANING[sanction.kind]}`],
    [
      sanction.kind === 'revocation' ? 'You can ask for it again from' : 'It ends on',
      inWords(sanction.endsOn),
    ],
    ['Why', sanction.reason],
    ...(sanction.departure === undefined
      ? []
      : [['Why it differs from like cases before it', sanction.departure] as const]),
  ]),
  ...listed('What weighed toward a harder sanction:', sanction.aggravating),
  ...listed('What weighed toward a milder one:', sanction.mitigating),
  ...listed('What you have to keep to:', sanction.conditions),
];

export const howToAppeal = (
  appeal: AppealTold,
  { contact, nothingBefore }: { readonly contact: string; readonly nothingBefore: boolean },
): LetterSection =>
  section(
    'appeal',
    'How to appeal',
    says(
      `You can appeal until ${inWords(appeal.until)}. Write to ${contact}, give the label of the matter, name at least one of these grounds, and say in a few sentences what went wrong:`,
    ),
    points(appeal.grounds.map((ground) => GROUND_WORDS[ground])),
    says(
      'People who have had no part in this matter decide the appeal. It can lift a sanction, make it milder or have the matter heard again; it never makes a sanction harder.',
    ),
    ...(nothingBefore
      ? [
          says(
            'Nothing takes effect and nothing is published before the appeal is decided or the time for it has passed.',
          ),
        ]
      : []),
    says(
      'You cannot appeal because you see the facts otherwise and name no ground, against the code itself, or after the day named above.',
    ),
  );
