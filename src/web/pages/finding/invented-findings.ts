/** Findings for the examples of pages: one of each standing, of a group and of a reviewer, with long words in them. */
import type { ShownDisparity } from '../../../casework/finding/disparity.ts';
import { type FindingEvent, standingOf, stateOf } from '../../../casework/finding/finding.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import type { FindingShown } from '../../../workflow/board/read-findings.ts';
import type { OutreachRow } from '../../../workflow/ports/finding-records.ts';

export const today = date('2027-04-12');
export const names: ReadonlyMap<string, string> = new Map([
  ['member', 'Constance Begay'],
  ['chair', 'Oluwaseun Adeyemi-Clarke'],
  ['rater', 'Rashid al-Khatib'],
]);

const waits: ShownDisparity = {
  about: 'waiting',
  kind: 'eligibility',
  dimension: 'where-trained',
  program: 'larkspur-care',
  group: 'trained-abroad',
  item: undefined,
  reference: 'trained-us',
  figure: { measure: 'days', value: 9.1, low: 8, high: 10.2 },
  state: 'disparity-shown',
  release: 11,
};
const passes: ShownDisparity = {
  ...waits,
  about: 'outcome',
  kind: 'pass',
  program: undefined,
  figure: { measure: 'success-ratio', value: 0.78, low: 0.69, high: 0.88 },
};
const question: ShownDisparity = {
  ...waits,
  about: 'question',
  kind: 'pass',
  item: 'care-011',
  figure: { measure: 'delta', value: -3.1, low: -3.9, high: -2.3 },
};
const severe: ShownDisparity = {
  ...waits,
  about: 'decider',
  dimension: '',
  group: 'rater',
  reference: 'others',
  figure: { measure: 'success-ratio', value: 0.71, low: 0.62, high: 0.8 },
};

const opened = (shown: ShownDisparity, on: string, promisedBy: string): FindingEvent => ({
  type: 'opened',
  on: date(on),
  shown,
  promisedBy: date(promisedBy),
});
const answered: FindingEvent = {
  type: 'answered',
  on: date('2026-12-01'),
  by: 'member',
  answer: {
    kind: 'change',
    what: 'A second records clerk reads documents from abroad, and asks for a translation on the day they arrive.',
    byWhen: date('2027-02-26'),
    reasons:
      'Documents from abroad waited for one person.\nNobody else was shown how to read them.',
  },
};

function shown(label: string, ...events: readonly FindingEvent[]): FindingShown {
  const finding = stateOf(events);
  if (finding === undefined) {
    throw new Error('an invented finding was not opened');
  }
  const version = events.length;
  return { id: label, label, version, finding, standing: standingOf(finding, today) };
}
const again = (
  first: ShownDisparity,
  release: number,
  value: number,
  low: number,
  high: number,
  state: ShownDisparity['state'],
): FindingEvent => ({
  type: 'measured-again',
  on: date('2027-01-04'),
  shown: { ...first, release, state, figure: { ...first.figure, value, low, high } },
});

export const late = shown('F-4K7QM2X', opened(passes, '2027-01-04', '2027-03-05'));
export const waiting = shown('F-9B1RTHW', opened(question, '2027-04-01', '2027-05-28'));
export const withRater = shown('F-7ZK4QHM', opened(severe, '2027-04-01', '2027-05-28'), {
  type: 'told',
  on: date('2027-04-01'),
  respondUntil: date('2027-04-29'),
});
export const heard = shown(
  'F-7ZK4QHM',
  opened(severe, '2027-03-01', '2027-04-30'),
  { type: 'told', on: date('2027-03-01'), respondUntil: date('2027-03-29') },
  {
    type: 'responded',
    on: date('2027-03-10'),
    by: 'rater',
    words: 'I was given the matters that others stepped aside from.\nكنت أقرأ الملفات الأصعب.',
  },
);
export const running = shown('F-HW8CDXN', opened(waits, '2026-11-02', '2026-12-31'), answered);
export const carriedOut = shown(
  'F-2M3XN9B',
  opened(waits, '2026-11-02', '2026-12-31'),
  answered,
  {
    type: 'carried-out',
    on: date('2027-01-20'),
    by: 'chair',
    done: 'The second clerk began on January 18.',
  },
  again(waits, 12, 8.2, 7.1, 9.3, 'disparity-shown'),
  again(waits, 13, 4.4, 2.9, 5.9, 'disparity-shown'),
  again(waits, 14, 1.2, -0.6, 3, 'cannot-tell-yet'),
);
export const refused = shown(
  'F-RT5HW8C',
  opened(question, '2026-11-02', '2026-12-31'),
  {
    type: 'answered',
    on: date('2026-12-01'),
    by: 'chair',
    answer: { kind: 'refusal', reasons: 'Three readers found nothing in the question itself.' },
  },
  again(question, 12, -0.3, -1.1, 0.5, 'parity-shown'),
);

export const visit: OutreachRow = {
  id: 'o1',
  label: 'O-3XN9B1R',
  finding: late.id,
  program: 'larkspur-care',
  target: 'Case managers in the northern counties who trained abroad',
  means: 'visit',
  how: 'Two evenings at the county hospital, with the union of nurses.',
  code: 'north-visit',
  from: date('2027-02-01'),
  until: date('2027-06-30'),
  plannedBy: 'member',
};
