import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  attested,
  day,
  fact,
  opened,
  opening,
  sent,
  taken,
} from '../../../tests/support/matter-story.ts';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import type { Pathway } from '../../program/definition/pathway.ts';
import { criteriaIn } from '../../program/pathway/expression.ts';
import { attest, decide, open, sendToReview, setAside, stepAside, take } from './decide.ts';
import { evolve, type Matter, type MatterEvent, notOpened, stateOf } from './matter.ts';

const yes = { criterion: 'degree', met: true, reason: '' };
const no = { criterion: 'months', met: false, reason: 'Four months are shown.' };
const recorded = [opened, attested];
const ids = ['a', 'b', 'c', 'd', 'e'] as const;
const { expression } = fc.letrec<{ expression: Pathway }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('criterion' as const), criterion: fc.constantFrom(...ids) }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('expression'), { minLength: 1, maxLength: 4 }),
    }),
    fc
      .array(tie('expression'), { minLength: 1, maxLength: 4 })
      .chain((of) =>
        fc
          .integer({ min: 1, max: of.length })
          .map((count) => ({ kind: 'at-least' as const, count, of })),
      ),
  ),
}));
/** An independent reading of the expression: as a count of parts that hold against a count that is needed. */
const holds = (read: Pathway, met: (id: string) => boolean): boolean => {
  if (read.kind === 'criterion') {
    return met(read.criterion);
  }
  const needed = { all: read.of.length, any: 1, 'at-least': 0 }[read.kind];
  const held = read.of.reduce((count, part) => count + (holds(part, met) ? 1 : 0), 0);
  return held >= (read.kind === 'at-least' ? read.count : needed);
};
const matterOn = (read: Pathway): Matter =>
  stateOf([
    {
      ...opened,
      expression: read,
      criteria: criteriaIn(read).map((id) => ({ id, title: id, rule: id })),
    } as MatterEvent,
    { ...attested, facts: [] } as MatterEvent,
    sent,
    taken,
  ]);
const decidedOn = (read: Pathway, metIds: ReadonlySet<string>) => {
  const findings = criteriaIn(read).map((criterion) => ({
    criterion,
    met: metIds.has(criterion),
    reason: metIds.has(criterion) ? '' : 'not shown',
  }));
  const answered = decide(matterOn(read), { decider: 'decider', on: day('02-05'), findings });
  assert.ok(answered.ok);
  return answered.value;
};
const someIds = fc.subarray([...ids]).map((list) => new Set<string>(list));

test('for any published expression the outcome follows from the findings and nothing else', () => {
  fc.assert(
    fc.property(expression, someIds, (read, met) => {
      const expected = holds(read, (id) => met.has(id)) ? 'met' : 'not-met';
      assert.equal(decidedOn(read, met).outcome, expected);
    }),
    { numRuns: 500 },
  );
});

test('one more criterion met never turns a decision against the person', () => {
  fc.assert(
    fc.property(expression, someIds, fc.constantFrom(...ids), (read, met, more) => {
      if (decidedOn(read, met).outcome === 'met') {
        assert.equal(decidedOn(read, new Set([...met, more])).outcome, 'met');
      }
    }),
  );
});

/** Whatever anybody asks, in any order: the events that the rules let through. */
const people = ['clerk', 'decider', 'other', 'third'] as const;
type Ask = (state: Matter) => Result<MatterEvent>;
const someone = fc.constantFrom(...people);
const on = day('02-10');
const asks: fc.Arbitrary<Ask> = fc.oneof(
  fc.constant<Ask>((state) => open(state, opening)),
  someone.map<Ask>(
    (clerk) => (state) => attest(state, { clerk, on, facts: [fact], statement: '', names: [] }),
  ),
  someone.map<Ask>((clerk) => (state) => sendToReview(state, { clerk, on })),
  someone.map<Ask>((decider) => (state) => take(state, { decider, on, excluded: false })),
  someone.map<Ask>((decider) => (state) => stepAside(state, { decider, on, reason: 'x' })),
  fc.tuple(someone, fc.boolean()).map<Ask>(
    ([decider, met]) =>
      (state) =>
        decide(state, { decider, on, findings: [{ ...yes, met, reason: 'y' }, no] }),
  ),
  fc
    .constantFrom('reversed' as const, 'decide-again' as const)
    .map<Ask>((effect) => (state) => setAside(state, { on, appeal: 'appeal', effect })),
);

test('whatever is asked: what was decided stands until it is set aside, and no one decides twice', () => {
  let decisions = 0;
  fc.assert(
    fc.property(fc.array(asks, { minLength: 40, maxLength: 80 }), (sequence) => {
      let state: Matter = stateOf(recorded);
      const barred = new Set(['clerk']);
      for (const ask of sequence) {
        const answered = ask(state);
        if (!answered.ok) {
          continue;
        }
        const event = answered.value;
        const next = evolve(state, event);
        if (state.status === 'decided') {
          assert.equal(event.type, 'set-aside');
        }
        if (event.type === 'attested' || event.type === 'sent-to-review') {
          barred.add(event.clerk);
        }
        if (event.type === 'decided') {
          decisions += 1;
          assert.ok(!barred.has(event.decider), 'had an earlier part in this matter');
        }
        if (event.type === 'stepped-aside') {
          barred.add(event.decider);
        }
        if (event.type === 'set-aside' && event.effect === 'decide-again') {
          barred.add(state.status === 'decided' ? state.decision.decider : '');
        }
        if (event.type === 'set-aside') {
          assert.equal(state.status === 'decided' ? state.decision.outcome : '', 'not-met');
          assert.equal(event.outcome, 'met', 'an appeal takes nothing');
        }
        if (state.status === 'decided' && next.status === 'decided') {
          assert.deepEqual(next.decision.findings, state.decision.findings);
          assert.equal(next.decision.decider, state.decision.decider);
          assert.equal(next.decision.decidedOn, state.decision.decidedOn);
        }
        state = next;
      }
    }),
    { numRuns: 400 },
  );
  assert.ok(decisions > 100, `the sequences must reach decisions; they reached ${decisions}`);
});

test('the last day to appeal is as many days on as was published, through every month end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 0, max: 365 }),
      (start, days) => {
        const decidedDay = addDays(date('2024-01-01'), start);
        const state = stateOf([{ ...opened, appealDays: days }, attested, sent, taken]);
        const answered = decide(state, {
          decider: 'decider',
          on: decidedDay,
          findings: [yes, no],
        });
        assert.ok(answered.ok);
        const instant = Date.parse(`${decidedDay}T00:00:00Z`) + days * 86_400_000;
        assert.equal(answered.value.appealUntil, new Date(instant).toISOString().slice(0, 10));
      },
    ),
  );
});

test('before anything is opened every command but opening is refused', () => {
  fc.assert(
    fc.property(asks, (ask) => {
      const answered = ask(notOpened);
      assert.ok(!answered.ok || answered.value.type === 'opened');
    }),
  );
});
