/**
 * Complaints divided by what they are about rather than by whom: the ground of discrimination that was named, and the setting
 * in which it happened. Each complaint counts once; one that names several grounds is counted as such.
 */
import type { ConcernGround } from '../../casework/concern/concern.ts';
import type { NamedGroup } from '../../fairness/disclosure/published-items.ts';
import {
  PRACTICE_SETTINGS,
  type PracticeSetting,
} from '../../program/conduct/practice-settings.ts';
import type { MeasuredConduct } from './measured-conduct.ts';

export const PATTERNS = ['ground', 'setting'] as const;
export type Pattern = (typeof PATTERNS)[number];
export const isPattern = (dimension: string): dimension is Pattern =>
  PATTERNS.some((one) => one === dimension);

/** The group of complaints that name none. */
export const NONE_NAMED = 'none-named';
const SEVERAL = 'several';

const GROUND_LABELS: Readonly<Record<ConcernGround, string>> = {
  race: 'Race',
  ethnicity: 'Ethnicity',
  religion: 'Religion',
  age: 'Age',
  gender: 'Gender',
  'sexual-orientation': 'Sexual orientation',
  'national-origin': 'National origin',
  'marital-status': 'Marital status',
  disability: 'Disability',
  appearance: 'Appearance',
  location: 'Location',
  level: 'Professional level',
  setting: 'Practice setting',
};

const SETTING_LABELS: Readonly<Record<PracticeSetting, string>> = {
  hospital: 'Hospital',
  rehabilitation: 'Rehabilitation',
  'long-term-care': 'Long-term care',
  'home-care': 'Home care',
  clinic: 'Clinic',
  'behavioral-health': 'Behavioral health',
  'health-plan': 'Health plan',
  'workers-compensation': 'Workers’ compensation',
  employer: 'Employer',
  government: 'Government',
  'own-practice': 'Own practice',
  another: 'Another setting',
};

const named = (labels: Readonly<Record<string, string>>): readonly NamedGroup[] =>
  Object.entries(labels).map(([id, label]) => ({ id, label }));

const DIVISIONS = {
  ground: {
    dimension: 'ground',
    title: 'Ground of discrimination',
    groups: [
      ...named(GROUND_LABELS),
      { id: SEVERAL, label: 'Several grounds' },
      { id: NONE_NAMED, label: 'No discrimination named' },
    ],
  },
  setting: {
    dimension: 'setting',
    title: 'Setting',
    groups: [...named(SETTING_LABELS), { id: NONE_NAMED, label: 'No setting named' }],
  },
} as const;

export const patternBy = (dimension: string) =>
  isPattern(dimension) ? DIVISIONS[dimension] : undefined;

export function patternOf(
  pattern: Pattern,
  { grounds, setting }: Pick<MeasuredConduct, 'grounds' | 'setting'>,
): string {
  if (pattern === 'setting') {
    return PRACTICE_SETTINGS.find((one) => one === setting) ?? NONE_NAMED;
  }
  const known = grounds.filter((ground) => Object.hasOwn(GROUND_LABELS, ground));
  return known.length > 1 ? SEVERAL : (known[0] ?? NONE_NAMED);
}
