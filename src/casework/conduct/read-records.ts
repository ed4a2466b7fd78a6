/** The forms about records of third parties, as whoever handles a complaint sent them. */
import { HOLDER_KINDS, type NamingBasis, type RecordsAnswer } from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import { isOpen } from './record-holders.ts';
import type { RecordsRequest } from './records-requests.ts';
import type { SentFields } from './sent-fields.ts';

/** Who keeps the records, and where the letter goes. */
export interface NamedHolder {
  readonly fullName: string;
  readonly address: string;
}

export type AskedOfHolder =
  | {
      readonly act: 'ask-for-records';
      readonly whom: NamedHolder;
      readonly request: RecordsRequest;
    }
  | {
      readonly act: 'note-records';
      readonly holder: string;
      readonly how: RecordsAnswer;
      readonly reason: string;
    }
  | { readonly act: 'close-request'; readonly holder: string; readonly reason: string };

/** The choice by which the holder is told of nobody. */
export const NAMES_NOBODY = 'nobody';
export const BASES = ['consent', 'rule'] as const;
export const RECORDS_ANSWERS = [
  'received',
  'refused',
  'not-held',
] as const satisfies readonly RecordsAnswer[];

/** Whom a letter to a holder can name: nobody who stays anonymous. */
export const subjectsOf = ({ about, complaints }: ConductMatter): readonly string[] => [
  ...(about === 'body' ? [] : ['respondent']),
  ...complaints.filter(({ naming }) => naming !== 'anonymous').map(({ id }) => id),
];

/** Holders whose answer can still be noted. */
export const mayAnswer = ({ holders }: ConductMatter): readonly string[] =>
  holders
    .filter(({ answer, closedOn }) => answer === undefined && closedOn === undefined)
    .map(({ id }) => id);

export const openRequests = ({ holders }: ConductMatter): readonly string[] =>
  holders.filter(isOpen).map(({ id }) => id);

export function recordsAsked(
  sent: SentFields,
  act: AskedOfHolder['act'],
  state: ConductMatter,
): AskedOfHolder {
  if (act === 'note-records') {
    return {
      act,
      holder: sent.idIn('holder', mayAnswer(state)),
      how: sent.oneOf('answered', RECORDS_ANSWERS),
      reason: sent.words('said'),
    };
  }
  if (act === 'close-request') {
    return {
      act,
      holder: sent.idIn('holder', openRequests(state)),
      reason: sent.words('reason'),
    };
  }
  const chosen = sent.idIn('subject', [NAMES_NOBODY, ...subjectsOf(state)]);
  const subject = chosen === NAMES_NOBODY || chosen === '' ? undefined : chosen;
  return {
    act,
    whom: { fullName: sent.words('holder-name'), address: sent.words('holder-address') },
    request: {
      kind: sent.oneOf('holder-kind', HOLDER_KINDS),
      what: sent.words('records'),
      reason: sent.words('needed-for'),
      answerTo: sent.words('answer-to'),
      subject,
      basis: subject === undefined ? undefined : basisIn(sent),
      answerUntil: sent.day('until'),
    },
  };
}

const basisIn = (sent: SentFields): NamingBasis =>
  sent.oneOf('basis', BASES) === 'consent'
    ? { kind: 'consent', given: sent.day('consent') }
    : { kind: 'rule', words: sent.words('rule') };
