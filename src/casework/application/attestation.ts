/**
 * What a supervisor is asked by a mailed link: did this person do the work, how long, how many hours a week, and how
 * do you know. Not here: what the answers mean for a criterion; a records clerk draws the facts from them.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Typed } from '../person/typed-text.ts';
import { type Field, YES_NO } from './field.ts';
import { type ReadPage, readPage } from './read-page.ts';

const HOURS_IN_A_WEEK = 168;
const MONTHS_OF_A_WORKING_LIFE = 720;

/** `designation` is the short name of the credential, such as LCC. */
export const attestationQuestions = (designation: string): readonly Field[] => [
  {
    id: 'performed',
    label: 'Did this person do the work described here?',
    kind: 'yes-no',
    options: YES_NO,
    required: true,
    identifying: false,
  },
  {
    id: 'role',
    label: 'How do you know their work?',
    kind: 'choice',
    options: [
      { value: 'supervisor', label: 'I supervise or supervised them' },
      { value: 'manager', label: 'I manage the place where they worked' },
      { value: 'colleague', label: 'I worked beside them' },
      { value: 'client-firm', label: 'My organization bought their services' },
      { value: 'other', label: 'In another way' },
    ],
    required: true,
    identifying: false,
  },
  {
    id: 'holds-credential',
    label: `Do you hold the ${designation} credential?`,
    kind: 'yes-no',
    options: YES_NO,
    required: true,
    identifying: false,
  },
  {
    id: 'months',
    label: 'Months they did this work',
    hint: 'Whole or half months, such as 18 or 18.5; 0 if none',
    kind: 'number',
    atMost: MONTHS_OF_A_WORKING_LIFE,
    required: true,
    identifying: false,
  },
  {
    id: 'hours-per-week',
    label: 'Hours a week, on average',
    kind: 'number',
    atMost: HOURS_IN_A_WEEK,
    required: true,
    identifying: false,
  },
  {
    id: 'remarks',
    label: 'Anything we should know',
    hint: 'A records clerk reads this. Deciders do not.',
    kind: 'text-long',
    required: false,
    identifying: true,
  },
];

/** Reads a supervisor's answers; what was typed is kept beside each message. */
export const readAttestation = (raw: Typed, designation: string, on: CivilDate): ReadPage =>
  readPage({ fields: attestationQuestions(designation) }, raw, on);
