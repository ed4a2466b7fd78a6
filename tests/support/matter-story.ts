/** One matter on its way to a decision, event by event, for tests of the rules. */
import type { MatterEvent, Opening } from '../../src/casework/matter/matter.ts';
import { date } from '../../src/kernel/dates/civil-date.ts';

export const day = (text: string) => date(`2028-${text}`);
export const opening: Opening = {
  kind: 'eligibility',
  program: 'larkspur-care',
  rules: '2028-01',
  criteria: [
    { id: 'degree', title: 'A degree', rule: 'A degree in a health field.' },
    { id: 'months', title: '12 months of work', rule: 'At least 12 months.' },
  ],
  expression: {
    kind: 'any',
    of: [
      { kind: 'criterion', criterion: 'degree' },
      { kind: 'criterion', criterion: 'months' },
    ],
  },
  openedOn: day('02-01'),
  promisedBy: day('02-29'),
  appealDays: 30,
};
const { openedOn: on, ...published } = opening;
export const openedOn = on;
export const opened: Extract<MatterEvent, { type: 'opened' }> = {
  type: 'opened',
  on,
  ...published,
};
export const fact = {
  criterion: 'degree',
  fact: 'level',
  label: 'Degree',
  value: 'master',
  basis: 'document',
} as const;
export const attested: MatterEvent = {
  type: 'attested',
  on: day('02-02'),
  clerk: 'clerk',
  facts: [fact],
  statement: '',
};
export const sent: MatterEvent = { type: 'sent-to-review', on: day('02-03'), clerk: 'sender' };
export const taken: MatterEvent = { type: 'taken', on: day('02-04'), decider: 'decider' };
