/**
 * Where the professions are practiced: the body's own closed list, so that concerns can be counted by setting. The words
 * for each stand with the words of the form, in every language of the form.
 */
export const PRACTICE_SETTINGS = [
  'hospital',
  'rehabilitation',
  'long-term-care',
  'home-care',
  'clinic',
  'behavioral-health',
  'health-plan',
  'workers-compensation',
  'employer',
  'government',
  'own-practice',
  'another',
] as const;

export type PracticeSetting = (typeof PRACTICE_SETTINGS)[number];
