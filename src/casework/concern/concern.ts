/**
 * A concern, raised by anybody and without an account: whom it is about, what happened, and what whoever raised it says
 * about themselves, if anything. Everything that can be counted is a choice out of a closed list; the words for each
 * choice stand with the words of the form.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { PracticeSetting } from '../../program/conduct/practice-settings.ts';

export const CONCERN_SUBJECTS = [
  'holder',
  'body',
  'staff',
  'volunteer',
  'exam',
  'accommodation',
  'ombud',
] as const;
export type ConcernSubject = (typeof CONCERN_SUBJECTS)[number];

/** Who may see it: coordinators, ombuds, or the chair of the board. The database works out the same from the subject. */
export type ConcernPath = 'conduct' | 'body' | 'ombud';

/** What a stored subject is called today: older rows know others, and all of them but one were about the body. */
export function subjectOf(about: string): ConcernSubject {
  return about === 'certificant'
    ? 'holder'
    : (CONCERN_SUBJECTS.find((subject) => subject === about) ?? 'body');
}

export function pathOf(about: string): ConcernPath {
  const subject = subjectOf(about);
  return subject === 'holder' ? 'conduct' : subject === 'ombud' ? 'ombud' : 'body';
}

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];
export const languageOf = (typed: string): Language => (typed === 'es' ? 'es' : 'en');

/** To all who take part in the matter; to those who handle it; to nobody. */
export const VISIBILITIES = ['named', 'staff', 'anonymous'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const TO_WHOM = ['me', 'client', 'somebody-else', 'public'] as const;
export type ToWhom = (typeof TO_WHOM)[number];

/** The nine grounds of the statement; then what people are also treated worse for. */
export const CONCERN_GROUNDS = [
  'race',
  'ethnicity',
  'religion',
  'age',
  'gender',
  'sexual-orientation',
  'national-origin',
  'marital-status',
  'disability',
  'appearance',
  'location',
  'level',
  'setting',
] as const;
export type ConcernGround = (typeof CONCERN_GROUNDS)[number];

/** What the person is to whom or what the concern is about; `self` and `duty` are reports that a code asks for. */
export const RELATIONS = [
  'client',
  'colleague',
  'employer',
  'self',
  'duty',
  'body',
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

export interface Concern {
  readonly language: Language;
  readonly about: ConcernSubject;
  readonly account: string;
  readonly happenedOn: CivilDate | undefined;
  readonly toWhom: readonly ToWhom[];
  /** Who did it, in the words of whoever raised it. */
  readonly who: string | undefined;
  readonly grounds: readonly ConcernGround[];
  readonly setting: PracticeSetting | undefined;
  readonly program: string | undefined;
  readonly relation: Relation | undefined;
  readonly hope: string | undefined;
  readonly visibility: Visibility;
  readonly fullName: string | undefined;
  readonly contact: string | undefined;
}

/** No public sanction rests on words alone of somebody whom nobody knows. */
export const isAnonymous = (concern: {
  readonly visibility: string;
  readonly fullName: string | undefined;
}): boolean => concern.visibility === 'anonymous' || concern.fullName === undefined;
