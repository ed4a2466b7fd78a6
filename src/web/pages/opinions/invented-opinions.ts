/** Invented opinions for the examples: one that holds, one withdrawn, one replaced, one very long. */
import type { PublishedOpinion } from '../../../casework/opinion/opinion.ts';
import { date } from '../../../kernel/dates/civil-date.ts';

export const gifts: PublishedOpinion = {
  label: 'O-4K7QM2X',
  program: 'larkspur-navigator',
  version: 'navigator-code/2026',
  cites: ['R18', 'D3'],
  title: 'A basket from a family at the end of help',
  situation:
    'A family thanks a navigator with a basket of fruit and a card with $20 in it.\n\nHelp is over, and a follow-up is due in spring.',
  answer:
    'The basket is a small token of thanks and may be taken. The money may not, however little it is.\n\nSay why you give it back, and note both.',
  publishedOn: date('2026-03-27'),
  standing: 'published',
  reason: undefined,
  endedOn: undefined,
  later: undefined,
};

export const withdrawn: PublishedOpinion = {
  ...gifts,
  label: 'O-83JX4TA',
  cites: ['R16'],
  title: 'Helping a neighbor’s relative',
  standing: 'withdrawn',
  reason: 'It did not speak of ties that come up after help has begun.',
  endedOn: date('2026-11-02'),
};

export const replaced: PublishedOpinion = {
  ...gifts,
  label: 'O-9PW3C5N',
  cites: ['R7'],
  title: 'Speaking with a daughter who pays for care',
  standing: 'superseded',
  reason: 'The newer opinion also covers messages left on a telephone.',
  endedOn: date('2026-10-15'),
  later: 'O-4K7QM2X',
};

export const long: PublishedOpinion = {
  ...gifts,
  label: 'O-ZZZZZZZ',
  cites: ['R1', 'R2', 'R3', 'R7', 'R8', 'R9', 'R10', 'R16', 'R17', 'R18', 'R24', 'P1'],
  title:
    'Whether a navigator may pass a message on to a relative overseas by way of a messaging service that translates',
  situation:
    'Eine sehr lange Lage, Donaudampfschifffahrtsgesellschaftskapitänswitwenrente. '.repeat(12),
  answer:
    'It depends on whether the service keeps what is written and on what the person agreed to. '.repeat(
      25,
    ),
};
