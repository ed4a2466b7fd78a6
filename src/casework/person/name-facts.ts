/**
 * What a records clerk draws from a request for another name. None of it says which name, what kind of document, or why: whoever
 * decides learns only whether the document shows what was asked for, and how it is known whose it is.
 */
import type { FactDefinition } from '../../program/definition/criterion.ts';
import { SHOWS_NAME } from './name-change.ts';

export const NAME_FACTS: readonly (FactDefinition & { readonly criterion: string })[] = [
  {
    criterion: SHOWS_NAME,
    id: 'official',
    kind: 'yes-no',
    label: 'It is an official document, whole and readable',
  },
  {
    criterion: SHOWS_NAME,
    id: 'shows-it',
    kind: 'yes-no',
    label: 'It shows the name exactly as it is asked for',
  },
  {
    criterion: 'spelling-only',
    id: 'difference',
    kind: 'choice',
    label: 'What differs between the name on the account and the name asked for',
    options: [
      { value: 'writing', label: 'How it is written: letters, accents, spaces, order, script' },
      { value: 'part', label: 'A part was left out or added' },
      { value: 'other', label: 'It is another name' },
    ],
  },
  {
    criterion: 'same-person',
    id: 'belongs',
    kind: 'choice',
    label: 'How it is known that the account is theirs',
    options: [
      {
        value: 'detail',
        label: 'A detail of the document fits what the account or an earlier document says',
      },
      { value: 'account', label: 'It was sent from the account, and nothing speaks against it' },
      { value: 'doubt', label: 'Something in it speaks against it' },
    ],
  },
];
