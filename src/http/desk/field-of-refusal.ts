/** At which field of an act a refusal of the rules is shown; at the act itself where it is about no single field. */
import type { ActName } from '../../casework/conduct/read-act.ts';

const FIELDS: Readonly<Record<string, string>> = {
  'time-limit-misread': 'in-time-met',
  'jurisdiction-misread': 'jurisdiction-met',
  'too-short': 'day',
  'too-long': 'until',
  'not-later': 'until',
  'no-promise': 'promise',
  'not-the-holder': 'evidence',
  'unknown-evidence': 'evidence',
  'copied-before': 'evidence',
  changed: 'evidence',
  'no-such-colleague': 'to',
  'no-such-letter': 'letter',
  'source-missing': 'source',
  'no-fingerprint': 'original',
  'not-sitting': 'member',
  'unknown-complaint': 'complaint',
  'told-already': 'complaint',
  'words-missing': 'words',
  'reason-missing': 'reason',
  'no-address': 'contact',
  'nothing-asked': 'asked',
  'too-soon': 'until',
  'no-statement': 'witness',
  'nowhere-to-answer': 'answer-to',
  'nobody-to-name': 'subject',
  'stays-anonymous': 'subject',
  'basis-missing': 'basis',
  'needs-consent': 'basis',
  'consent-ahead': 'consent',
  'no-name': 'holder-name',
  'unknown-holder': 'holder',
  'answered-before': 'holder',
  'closed-before': 'holder',
  'overdue-already': 'holder',
};

const OTHERWISE: Readonly<Partial<Record<ActName, Readonly<Record<string, string>>>>> = {
  'call-hearing': { 'words-missing': 'may-bring' },
  'close-investigation': { 'reason-missing': 'summary' },
  'add-evidence': { 'known-already': 'original' },
  'add-copy': { 'no-fingerprint': 'copy' },
  'invite-witness': { 'known-already': 'contact' },
  'ask-for-records': {
    'nothing-asked': 'records',
    'reason-missing': 'needed-for',
    'no-address': 'holder-address',
  },
  'note-records': { 'reason-missing': 'said', 'known-already': 'original' },
  reopen: { 'known-already': 'original' },
};

export const fieldOfRefusal = (act: ActName, kind: string): string =>
  OTHERWISE[act]?.[kind] ?? (Object.hasOwn(FIELDS, kind) ? FIELDS[kind] : undefined) ?? 'act';
