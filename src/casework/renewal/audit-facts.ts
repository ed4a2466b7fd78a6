/** What a records clerk draws from the proof of an activity in an audit. It names nobody and holds no title. */
import type { FactDefinition } from '../../program/definition/criterion.ts';

export const AUDIT_FACTS: readonly FactDefinition[] = [
  {
    id: 'shown-by',
    kind: 'choice',
    label: 'What shows it',
    options: [
      { value: 'certificate', label: 'A certificate' },
      { value: 'record-signed-by-provider', label: 'A record that the provider signed' },
      { value: 'letter-of-provider', label: 'A letter of the provider' },
      { value: 'letter-of-somebody-who-was-there', label: 'Word of somebody who was there' },
      { value: 'program-with-own-notes', label: 'A program with own notes' },
      { value: 'transcript', label: 'A transcript' },
      { value: 'nothing', label: 'Nothing was sent' },
    ],
  },
  { id: 'hours-shown', kind: 'number', label: 'Hours that it shows' },
  { id: 'day-agrees', kind: 'yes-no', label: 'It shows the day that was claimed' },
  {
    id: 'whose',
    kind: 'choice',
    label: 'Whose name it carries',
    options: [
      { value: 'present-name', label: 'The present name of whoever claimed it' },
      { value: 'former-name', label: 'A former name of theirs' },
      { value: 'none', label: 'No name' },
      { value: 'another', label: 'Another name' },
    ],
  },
];
