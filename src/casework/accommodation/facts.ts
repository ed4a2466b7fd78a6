/**
 * What a records clerk draws from the document of an accommodation request. It says what is needed and who says so by
 * profession; it has no place for a diagnosis, because none is needed to decide.
 */
import type { FactDefinition } from '../../program/definition/criterion.ts';

export const ACCOMMODATION_FACTS: readonly (FactDefinition & { readonly criterion: string })[] = [
  {
    criterion: 'documented',
    id: 'author',
    kind: 'choice',
    label: 'Who wrote the document',
    options: [
      { value: 'physician', label: 'A physician' },
      { value: 'psychologist', label: 'A psychologist' },
      { value: 'other-professional', label: 'Another licensed professional' },
      { value: 'earlier-provider', label: 'Somebody who gave the accommodation before' },
      { value: 'person', label: 'The person alone' },
    ],
  },
  {
    criterion: 'documented',
    id: 'year',
    kind: 'year',
    label: 'Year of the document',
  },
  {
    criterion: 'documented',
    id: 'given-before',
    kind: 'yes-no',
    label: 'The same accommodation was given before, in a school, at work or in another exam',
  },
  {
    criterion: 'meets-the-need',
    id: 'recommended',
    kind: 'yes-no',
    label: 'The document recommends this accommodation',
  },
];
