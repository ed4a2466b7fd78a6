/** A matter that was refused, and what an appeal can make of it, for tests of the rules. */
import type { MatterEvent } from '../../src/casework/matter/matter.ts';
import { date } from '../../src/kernel/dates/civil-date.ts';

type Event<Type extends MatterEvent['type']> = Extract<MatterEvent, { type: Type }>;

const opened: MatterEvent = {
  type: 'opened',
  on: date('2026-01-10'),
  kind: 'eligibility',
  program: 'larkspur-care',
  rules: 'ccm/2025-08',
  criteria: [{ id: 'degree', title: 'A degree', rule: 'A degree.' }],
  expression: { kind: 'criterion', criterion: 'degree' },
  promisedBy: date('2026-02-28'),
  appealDays: 30,
};
const sent: MatterEvent = { type: 'sent-to-review', on: date('2026-01-20'), clerk: 'clerk' };
const decided = (on: string, outcome: 'met' | 'not-met', decider: string): Event<'decided'> => ({
  type: 'decided',
  on: date(on),
  decider,
  outcome,
  findings: [{ criterion: 'degree', met: outcome === 'met', reason: 'As recorded.' }],
  appealUntil: date('2026-03-22'),
});
const aside = (effect: 'reversed' | 'decide-again'): Event<'set-aside'> => ({
  type: 'set-aside',
  on: date('2026-05-20'),
  appeal: 'appeal',
  effect,
  outcome: 'met',
  appealUntil: date('2026-06-19'),
});

export function matterStory() {
  const waiting = [opened, sent];
  const refused = [...waiting, decided('2026-02-20', 'not-met', 'first')];
  const sentBack = [...refused, aside('decide-again')];
  return {
    waiting,
    refused,
    sentBack,
    granted: [...waiting, decided('2026-02-20', 'met', 'first')],
    turned: [...refused, aside('reversed')],
    grantedAgain: [...sentBack, decided('2026-06-10', 'met', 'second')],
    refusedAgain: [...sentBack, decided('2026-06-10', 'not-met', 'second')],
  };
}
