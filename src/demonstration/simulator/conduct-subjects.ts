/**
 * What invented complaints are about: which provisions, with what words, on what ground, in what setting, and what the
 * complainant hopes for. How grave a breach of each group of provisions is taken to be is settled here, the same for
 * everybody. Where a code has no numbered duties of its own here, nobody can be accused under it.
 */
import type { Generator } from '../../kernel/chance/generator.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import { versionInForce } from '../../program/conduct/in-force.ts';
import type { PracticeSetting } from '../../program/conduct/practice-settings.ts';
import { provisionsOf } from '../../program/definition/code-of-conduct.ts';
import { happens, oneOf, type Weighed, weighed } from '../people/draw.ts';

export type ConductProgram = 'larkspur-care' | 'larkspur-navigator';
export const CONDUCT_PROGRAMS: readonly ConductProgram[] = ['larkspur-care', 'larkspur-navigator'];

export interface Subject {
  readonly part: string;
  readonly group: string | null;
  /** Log odds of a harder sanction, beside the gravest group of none. */
  readonly gravity: number;
  readonly words: string;
}

const subject = (
  [part, group]: readonly [part: string, group: string | null],
  weight: number,
  gravity: number,
  ...words: readonly string[]
): readonly Weighed<Subject>[] =>
  words.map((one) => ({ value: { part, group, gravity, words: one }, weight }));

const SUBJECTS: Readonly<Record<ConductProgram, readonly Weighed<Subject>[]>> = {
  'larkspur-care': [
    ...subject(
      ['rules', null],
      14,
      0.7,
      'The plan of care was changed to please the payer, and the client was not told.',
      'A report was written on a visit that did not take place.',
    ),
    ...subject(
      ['standards', '1'],
      14,
      0,
      'The client was refused help that others in the same position were given.',
      'The client asked three times to be heard before the plan was closed, and was not.',
    ),
    ...subject(
      ['standards', '2'],
      12,
      -0.5,
      'The letters behind the name claim a training that was never finished.',
      'Advice was given on a benefit law that had changed two years before.',
    ),
    ...subject(
      ['standards', null],
      10,
      0.2,
      'Papers of a client lay open in a waiting room for a morning.',
      'A fee was taken from an agency to which the client was then sent.',
    ),
  ],
  'larkspur-navigator': [
    ...subject(
      ['rules', '1'],
      9,
      0.4,
      'Somebody was turned away at the desk after they said where they come from.',
      'The person served signed a paper that nobody had read to them.',
    ),
    ...subject(['rules', '2'], 9, 0.1, 'What was told in confidence was known to a neighbor.'),
    ...subject(
      ['rules', '3'],
      6,
      -0.3,
      'A treatment was explained that the navigator had misread.',
    ),
    ...subject(['rules', '4'], 7, -0.2, 'A gift was taken before a place was given.'),
    ...subject(['rules', '5'], 5, 0.3, 'Questions of the body were left without an answer.'),
  ],
};

export const subjectFor = (chance: Generator, program: ConductProgram): Subject =>
  weighed(chance, SUBJECTS[program]);

const ABOUT_BODY = [
  'A request for large print was answered after the exam had been sat.',
  'The form had no box for the school at which the applicant had trained.',
  'The help line hung up on somebody who speaks with a stammer.',
  'Two people with the same papers were given two different answers.',
  'The desk asked a candidate to take off a head covering for the photo, against its own rule.',
] as const;
/** A complaint about the body rests on what the body pledged. */
export const subjectOfBody = (chance: Generator): Subject => ({
  part: 'principles',
  group: null,
  gravity: 0,
  words: oneOf(chance, ABOUT_BODY),
});

/** A provision of this part and group in the version of the day. */
export function provisionFor(
  chance: Generator,
  program: ConductProgram,
  { part, group }: Subject,
  on: CivilDate,
): string {
  const code = codeOf(program);
  const version = code === undefined ? undefined : versionInForce(code, on);
  if (version?.ok !== true) {
    throw new Error(`${program} has no code in force on ${on}`);
  }
  const placed = provisionsOf(version.value).filter(
    (one) => one.part.id === part && one.provision.group === group,
  );
  return oneOf(chance, placed).provision.number;
}

const DISCRIMINATION = 0.45;
const SECOND_GROUND = 0.12;
const GROUNDS: readonly Weighed<string>[] = [
  { value: 'race', weight: 22 },
  { value: 'national-origin', weight: 18 },
  { value: 'disability', weight: 16 },
  { value: 'age', weight: 12 },
  { value: 'gender', weight: 11 },
  { value: 'religion', weight: 7 },
  { value: 'sexual-orientation', weight: 5 },
  { value: 'ethnicity', weight: 4 },
  { value: 'marital-status', weight: 2 },
  { value: 'appearance', weight: 2 },
  { value: 'location', weight: 1 },
];

/** Of discrimination; empty where none is named. */
export function groundsOf(chance: Generator): readonly string[] {
  if (!happens(chance, DISCRIMINATION)) {
    return [];
  }
  const first = weighed(chance, GROUNDS);
  return happens(chance, SECOND_GROUND) ? [...new Set([first, weighed(chance, GROUNDS)])] : [first];
}

const SETTING_NAMED = 0.9;
const SETTINGS: readonly Weighed<PracticeSetting>[] = [
  { value: 'hospital', weight: 26 },
  { value: 'health-plan', weight: 20 },
  { value: 'home-care', weight: 14 },
  { value: 'workers-compensation', weight: 12 },
  { value: 'clinic', weight: 9 },
  { value: 'long-term-care', weight: 7 },
  { value: 'rehabilitation', weight: 5 },
  { value: 'behavioral-health', weight: 4 },
  { value: 'own-practice', weight: 3 },
];
export const settingOf = (chance: Generator): PracticeSetting | undefined =>
  happens(chance, SETTING_NAMED) ? weighed(chance, SETTINGS) : undefined;

export const HOPES = [
  'That it does not happen to the next client.',
  'An apology, and that the record is put right.',
  'That somebody looks into it who does not work there.',
  'To be told why.',
  'That the credential is looked at.',
] as const;
