/** The life of a matter as the rules would write it: who takes which step, under which rights. */

import { criteriaOf, expressionOf } from '../../src/casework/appeal/appeal.ts';
import type { MatterEvent } from '../../src/casework/matter/matter.ts';
import { date } from '../../src/kernel/dates/civil-date.ts';
import type { MatterRow } from '../../src/workflow/ports/matter-history.ts';
import type { Rights } from '../../src/workflow/ports/ports.ts';

/** An appeal is opened on grounds of the lists for eligibility and accommodations. */
export function opened(
  row: MatterRow,
  grounds: readonly string[] = ['evidence-misread'],
): Extract<MatterEvent, { type: 'opened' }> {
  const stated = row.kind === 'appeal' ? criteriaOf(['eligibility', 'accommodation'], grounds) : [];
  return {
    type: 'opened',
    on: row.openedOn,
    kind: row.kind,
    program: row.program,
    rules: row.rules,
    criteria:
      row.kind === 'appeal'
        ? stated
        : [{ id: 'degree', title: 'A degree', rule: 'A degree in a health field.' }],
    expression:
      row.kind === 'appeal' ? expressionOf(stated) : { kind: 'criterion', criterion: 'degree' },
    promisedBy: row.promisedBy,
    appealDays: 30,
  };
}

export const attested = (clerk: string): MatterEvent => ({
  type: 'attested',
  on: date('2028-02-02'),
  clerk,
  facts: [
    { criterion: 'degree', fact: 'level', label: 'Degree', value: 'master', basis: 'document' },
  ],
  statement: 'Nothing more.',
});
export const sent = (clerk: string): MatterEvent => ({
  type: 'sent-to-review',
  on: date('2028-02-03'),
  clerk,
});
export const taken = (decider: string): MatterEvent => ({
  type: 'taken',
  on: date('2028-02-04'),
  decider,
});
export const steppedAside = (decider: string): MatterEvent => ({
  type: 'stepped-aside',
  on: date('2028-02-04'),
  decider,
  reason: 'We worked together.',
});
export const decided = (decider: string, outcome: 'met' | 'not-met' = 'not-met'): MatterEvent => ({
  type: 'decided',
  on: date('2028-02-05'),
  decider,
  outcome,
  findings: [{ criterion: 'degree', met: outcome === 'met', reason: 'As the documents show.' }],
  appealUntil: date('2028-03-06'),
});
export const setAside = (appeal: string, effect: 'reversed' | 'decide-again'): MatterEvent => ({
  type: 'set-aside',
  on: date('2028-03-20'),
  appeal,
  effect,
  outcome: 'met',
  appealUntil: date('2028-04-19'),
});

export interface Step {
  readonly rights: Rights;
  readonly person: string;
  readonly event: MatterEvent;
}

/** The steps after opening, up to and with the one named. */
export function stepsTo(
  last: 'attested' | 'sent-to-review' | 'taken' | 'decided',
  who: { readonly clerk: string; readonly decider: string },
  outcome: 'met' | 'not-met' = 'not-met',
): readonly Step[] {
  const { clerk, decider } = who;
  const steps: readonly Step[] = [
    { rights: 'clerk', person: clerk, event: attested(clerk) },
    { rights: 'clerk', person: clerk, event: sent(clerk) },
    { rights: 'reviewer', person: decider, event: taken(decider) },
    { rights: 'reviewer', person: decider, event: decided(decider, outcome) },
  ];
  return steps.slice(0, steps.findIndex(({ event }) => event.type === last) + 1);
}

/** The same step in an appeal: a decision answers the grounds that were stated, all alike. */
export function inAppeal(event: MatterEvent, opening: MatterEvent | undefined): MatterEvent {
  if (event.type !== 'decided' || opening?.type !== 'opened') {
    return event;
  }
  const met = event.outcome === 'met';
  const reason = 'As the record shows.';
  const findings = opening.criteria.map(({ id }) => ({ criterion: id, met, reason }));
  return { ...event, findings };
}
