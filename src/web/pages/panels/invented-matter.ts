/** An invented matter for the examples of panels and respondents: its events, and the state that follows from them. */
import type { ConductEvent, Sanction } from '../../../casework/conduct/conduct-event.ts';
import { DEFAULT_CONDUCT_RULES } from '../../../casework/conduct/conduct-rules.ts';
import { stateOf } from '../../../casework/conduct/evolve.ts';
import { likeCases } from '../../../casework/conduct/like-cases.ts';
import { type CivilDate, date } from '../../../kernel/dates/civil-date.ts';
import type { ConductRow, EvidenceFileRow } from '../../../workflow/ports/conduct-records.ts';
import type { Judged } from './record-view.ts';

export const MATTER = '4b0c9e1a-0000-4000-8000-000000000001';
export const MEMBER = 'member-1';

const row: ConductRow = {
  ...{ id: MATTER, label: 'X-7ZK4Q0M', about: 'person', program: 'larkspur-navigator' },
  ...{ rules: 'conduct-1', grounds: ['race'], setting: 'hospital', openedOn: date('2026-09-01') },
};
const by = 'coordinator';
const on = (day: string): { readonly on: CivilDate } => ({ on: date(day) });
const provision = (number: string) => ({
  ...{ code: 'navigator-code', version: 'navigator-code/2026', number },
  ...{ binding: 'mandatory' as const, conductOn: date('2026-08-14') },
});
const seats = (
  panel: 'review' | 'hearing' | 'appeal',
  day: string,
  first: string,
): ConductEvent => ({
  ...{ type: 'panel-seated', ...on(day), by, panel, seed: 'a seed', pool: [] },
  members: [first, `${panel}-2`, `${panel}-3`].map((person, place) => ({
    ...{ person, isPublic: place === 2 },
  })),
});
const findings = [
  {
    ...{ allegation: 'a1', breach: true, evidence: ['e1', 'e2'] },
    reason: 'The log of the ward and the person who was there say the same, each for themselves.',
  },
  {
    ...{ allegation: 'a2', breach: false, evidence: ['e1'] },
    reason: 'The log shows that the client was called back within the hour.',
  },
] as const;
const suspension: Sanction = {
  ...{ kind: 'suspension', endsOn: date('2028-03-01'), departure: undefined },
  conditions: ['A course on equal service before it ends.'],
  aggravating: ['The client was in need of help at once.'],
  mitigating: ['A first complaint in eleven years.'],
  reason: 'A milder one would not protect the clients of this ward until the course is done.',
};

const gathered: readonly ConductEvent[] = [
  {
    ...{ type: 'received', ...on('2026-09-01'), rules: DEFAULT_CONDUCT_RULES, about: 'person' },
    ...{ complaint: 'c1', naming: 'to-staff', hopes: '' },
    bound: { since: date('2015-03-02'), until: undefined },
    allegations: [
      {
        ...{ id: 'a1', provision: provision('R1'), cited: [provision('P2')] },
        words:
          'A client was turned away at the desk. [the respondent] said that “people from there” had to wait outside.',
      },
      {
        ...{ id: 'a2', provision: provision('R3'), cited: [] },
        words: 'Nobody called the client back, although that had been promised.',
      },
    ],
  },
  {
    ...{ type: 'screened', ...on('2026-09-10'), by },
    answers: {
      standing: { met: true, reason: 'Whoever complains was there.' },
      jurisdiction: { met: true, reason: 'The code bound the respondent on that day.' },
      provision: { met: true, reason: 'R1 and R3 are duties and were in force.' },
      'in-time': { met: true, reason: 'It came within three weeks.' },
    },
  },
  {
    ...{ type: 'notice-given', ...on('2026-09-14'), by, allegations: ['a1', 'a2'], evidence: [] },
    keptBack: [
      {
        what: 'The record of another client',
        reason: 'It names somebody who has no part in this.',
      },
    ],
    answerUntil: date('2026-10-14'),
  },
];
const answered: readonly ConductEvent[] = [
  {
    ...{ type: 'responded', ...on('2026-10-02') },
    words:
      'I did ask the client to wait, because the room was full.\n\nI would not say such a thing about anybody. [witness 1] stood beside me and can tell you.',
  },
  {
    ...{ type: 'evidence-added', ...on('2026-10-05'), by, id: 'e1', kind: 'document' },
    ...{
      sha256: '3f'.repeat(32),
      source: 'The log of the ward for August 14, with the times of all calls.',
    },
  },
  {
    ...{ type: 'evidence-added', ...on('2026-10-09'), by, id: 'e2', kind: 'named-testimony' },
    ...{
      sha256: 'a1'.repeat(32),
      source: 'Record of a talk with somebody who waited in the same room.',
    },
  },
  { type: 'disclosed', ...on('2026-10-12'), by, evidence: ['e1', 'e2'] },
];
const inReview: readonly ConductEvent[] = [
  {
    ...{ type: 'investigation-closed', ...on('2026-10-20'), by },
    summary:
      'Both sides and two people who were there were asked. The log was read for the whole week.',
  },
  seats('review', '2026-10-22', MEMBER),
];
const inHearing: readonly ConductEvent[] = [
  {
    type: 'reviewed',
    ...on('2026-11-10'),
    by: MEMBER,
    findings: [...findings].map((one) => ({ ...one, breach: true })),
  },
  seats('hearing', '2026-11-12', 'hearing-1'),
  {
    ...{ type: 'hearing-noticed', ...on('2026-11-13'), by, day: date('2026-12-15') },
    ...{ whereAndWhen: 'Room 4, 12 Harbor Street, at ten in the morning; a video link works too.' },
    mayBring: 'Anybody they trust, a lawyer among them.',
    accommodations: ['An interpreter for American Sign Language.'],
  },
];
const heard: readonly ConductEvent[] = [
  {
    ...{ type: 'heard', ...on('2026-12-15'), by: 'hearing-1', represented: true },
    transcript:
      'Chair: We are here to hear, not to judge yet.\n[the respondent]: Thank you.\nChair: Was the room full?\n[the respondent]: To the last chair.',
  },
];
const decided: readonly ConductEvent[] = [
  {
    ...{ type: 'decided', ...on('2027-01-11'), by: 'hearing-1', how: 'hearing' },
    ...{ standard: 'clear-and-convincing', findings, sanction: suspension, remedy: undefined },
    appealUntil: date('2027-02-10'),
  },
];
const appealed: readonly ConductEvent[] = [
  {
    ...{
      type: 'appealed',
      ...on('2027-02-01'),
      grounds: ['rule-misread', 'sanction-out-of-measure'],
    },
    statement:
      'R1 speaks of service refused, and the client was served an hour later.\n\nNobody before me was suspended for this.',
  },
  seats('appeal', '2027-02-03', 'appeal-1'),
];
const offered: ConductEvent = {
  ...{ type: 'offered', ...on('2026-11-20'), by: 'hearing-1', findings, remedy: undefined },
  ...{ sanction: { ...suspension, kind: 'private-reprimand' }, until: date('2026-12-11') },
};

export type Life = 'response' | 'review' | 'hearing' | 'offer' | 'decision' | 'decided' | 'appeal';
const LIVES: Readonly<Record<Life, readonly ConductEvent[]>> = {
  response: gathered,
  review: [...gathered, ...answered, ...inReview],
  hearing: [...gathered, ...answered, ...inReview, ...inHearing],
  offer: [...gathered, ...answered, ...inReview, ...inHearing, offered],
  decision: [...gathered, ...answered, ...inReview, ...inHearing, ...heard],
  decided: [...gathered, ...answered, ...inReview, ...inHearing, ...heard, ...decided],
  appeal: [...gathered, ...answered, ...inReview, ...inHearing, ...heard, ...decided, ...appealed],
};

const copies: readonly EvidenceFileRow[] = [
  {
    ...{ matter: MATTER, evidence: 'e1', which: 'copy', sha256: '3f'.repeat(32) },
    ...{ mediaType: 'application/pdf', bytes: 212_000 },
  },
];

export function judgedAt(life: Life, panel: Judged['panel']): Judged {
  const events = LIVES[life];
  const state = stateOf(events);
  if (state === undefined) {
    throw new Error('an invented matter has a beginning');
  }
  return { row, events, version: events.length, state, panel, files: copies };
}

const years = (count: number): number => Math.round(count * 365.25);
export const like = likeCases(
  [
    ...[1, 1, 2].map((length) => ({ kind: 'probation' as const, days: years(length) })),
    ...[0.5, 1, 1, 2, 2, 3].map((length) => ({ kind: 'suspension' as const, days: years(length) })),
    { kind: 'public-reprimand' as const, days: years(2) },
  ].map((past) => ({ ...past, provisions: ['R1'] })),
  ['R1'],
);
