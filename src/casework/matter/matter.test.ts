import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import { evolve, type Matter, type MatterEvent, notOpened, stateOf } from './matter.ts';

type Event<Type extends MatterEvent['type']> = Extract<MatterEvent, { type: Type }>;

const opened: Event<'opened'> = {
  type: 'opened',
  on: date('2028-02-01'),
  kind: 'eligibility',
  program: 'larkspur-care',
  rules: '2028-01',
  criteria: [
    { id: 'degree', title: 'A degree', rule: 'A degree in a health field.' },
    { id: 'months', title: '12 months of work', rule: 'At least 12 months.' },
  ],
  expression: {
    kind: 'all',
    of: [
      { kind: 'criterion', criterion: 'degree' },
      { kind: 'criterion', criterion: 'months' },
    ],
  },
  promisedBy: date('2028-02-29'),
  appealDays: 30,
};
const attested: Event<'attested'> = {
  type: 'attested',
  on: date('2028-02-02'),
  clerk: 'clerk-1',
  facts: [
    { criterion: 'degree', fact: 'level', label: 'Degree', value: 'master', basis: 'document' },
  ],
  statement: 'The candidate writes that the job began in 2020.',
};
const sent: Event<'sent-to-review'> = {
  type: 'sent-to-review',
  on: date('2028-02-03'),
  clerk: 'clerk-2',
};
const taken = (decider: string): Event<'taken'> => ({
  type: 'taken',
  on: date('2028-02-04'),
  decider,
});
const decided = (decider: string): Event<'decided'> => ({
  type: 'decided',
  on: date('2028-02-05'),
  decider,
  outcome: 'not-met',
  findings: [
    { criterion: 'degree', met: true, reason: '' },
    { criterion: 'months', met: false, reason: 'Four months are shown.' },
  ],
  appealUntil: date('2028-03-06'),
});
const aside: Event<'stepped-aside'> = {
  type: 'stepped-aside',
  on: date('2028-02-04'),
  decider: 'decider-1',
  reason: 'We worked together.',
};
const setAside = (effect: 'reversed' | 'decide-again'): Event<'set-aside'> => ({
  type: 'set-aside',
  on: date('2028-03-20'),
  appeal: 'appeal-1',
  effect,
  outcome: 'met',
  appealUntil: date('2028-04-19'),
});

const after = (...events: readonly MatterEvent[]) => {
  const state = stateOf(events);
  assert.notEqual(state.status, 'not-opened');
  return state as Exclude<Matter, { status: 'not-opened' }>;
};

describe('what each event makes of a matter', () => {
  test('before it is opened nothing about it is known, whatever else is said to have happened', () => {
    for (const event of [attested, sent, taken('x'), decided('x'), aside, setAside('reversed')]) {
      assert.deepEqual(evolve(notOpened, event), notOpened);
    }
  });

  test('opened: it waits for its documents to be recorded, under the rules of that day', () => {
    const state = after(opened);
    assert.equal(state.status, 'recording');
    const { on, type: _type, ...rest } = opened;
    assert.deepEqual(state.opening, { ...rest, openedOn: on });
    assert.deepEqual(
      [state.facts, state.statement, state.recordedBy, state.excluded],
      [[], '', [], []],
    );
  });

  test('attested: the facts of the latest attestation stand, and every clerk is remembered', () => {
    const again = { ...attested, clerk: 'clerk-9', facts: [], statement: 'Nothing to add.' };
    const state = after(opened, attested, again, attested);
    assert.equal(state.status, 'recording');
    assert.deepEqual(state.facts, attested.facts);
    assert.equal(state.statement, attested.statement);
    assert.deepEqual(state.recordedBy, ['clerk-1', 'clerk-9']);
  });

  test('sent to review: it waits for a decider, and whoever sent it is remembered too', () => {
    const state = after(opened, attested, sent);
    assert.equal(state.status, 'waiting');
    assert.deepEqual(state.recordedBy, ['clerk-1', 'clerk-2']);
    assert.deepEqual(state.facts, attested.facts);
  });

  test('taken, then stepped aside: it waits again, and whoever stepped aside is excluded', () => {
    const inReview = after(opened, attested, sent, taken('decider-1'));
    assert.equal(inReview.status === 'in-review' && inReview.decider, 'decider-1');
    const state = after(opened, attested, sent, taken('decider-1'), aside);
    assert.equal(state.status, 'waiting');
    assert.deepEqual(state.excluded, ['decider-1']);
    assert.equal('decider' in state, false);
  });

  test('decided: the decision holds outcome, findings, decider and the last day to appeal', () => {
    const state = after(opened, attested, sent, taken('decider-1'), decided('decider-1'));
    assert.equal(state.status, 'decided');
    assert.deepEqual(state.status === 'decided' && state.decision, {
      outcome: 'not-met',
      findings: decided('decider-1').findings,
      decidedOn: date('2028-02-05'),
      decider: 'decider-1',
      appealUntil: date('2028-03-06'),
      reversedByAppeal: undefined,
    });
  });

  test('withdrawn: it is closed, and what was recorded is kept', () => {
    const state = after(opened, attested, { type: 'withdrawn', on: date('2028-02-10') });
    assert.equal(state.status, 'withdrawn');
    assert.deepEqual(state.facts, attested.facts);
  });

  test('set aside, reversed: the outcome turns; findings, decider and day stay as they were', () => {
    const state = after(
      opened,
      attested,
      sent,
      taken('decider-1'),
      decided('decider-1'),
      setAside('reversed'),
    );
    assert.deepEqual(state.status === 'decided' && state.decision, {
      outcome: 'met',
      findings: decided('decider-1').findings,
      decidedOn: date('2028-02-05'),
      decider: 'decider-1',
      appealUntil: date('2028-04-19'),
      reversedByAppeal: 'appeal-1',
    });
  });

  test('set aside, to be decided again: it waits for other people, and no decision stands', () => {
    const state = after(
      opened,
      attested,
      sent,
      taken('decider-1'),
      decided('decider-1'),
      setAside('decide-again'),
    );
    assert.equal(state.status, 'waiting');
    assert.equal('decision' in state, false);
    assert.deepEqual(state.excluded, ['decider-1']);
    assert.deepEqual(state.facts, attested.facts);
  });

  test('set aside without a decision: nothing changes, because there is nothing to set aside', () => {
    const state = after(opened, attested, sent);
    assert.deepEqual(evolve(state, setAside('reversed')), state);
    assert.deepEqual(evolve(state, setAside('decide-again')), state);
  });

  test('an event of a kind nobody wrote is our mistake, and is thrown', () => {
    assert.throws(() => evolve(after(opened), { type: 'forgotten' } as never), /unreachable/);
  });
});

describe('laws of every history', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(date('2028-02-01'), days));
  const who = fc.constantFrom('ana', 'bo', 'chi', 'dov');
  const anyEvent: fc.Arbitrary<MatterEvent> = fc.oneof(
    fc.record({
      type: fc.constant('attested' as const),
      on: day,
      clerk: who,
      facts: fc.constant(attested.facts),
      statement: fc.string(),
    }),
    fc.record({ type: fc.constant('sent-to-review' as const), on: day, clerk: who }),
    fc.record({ type: fc.constant('taken' as const), on: day, decider: who }),
    fc.record({
      type: fc.constant('stepped-aside' as const),
      on: day,
      decider: who,
      reason: fc.string(),
    }),
    fc.record({
      type: fc.constant('decided' as const),
      on: day,
      decider: who,
      outcome: fc.constantFrom('met' as const, 'not-met' as const),
      findings: fc.constant(decided('x').findings),
      appealUntil: day,
    }),
    fc.record({ type: fc.constant('withdrawn' as const), on: day }),
    fc.record({
      type: fc.constant('set-aside' as const),
      on: day,
      appeal: fc.string(),
      effect: fc.constantFrom('reversed' as const, 'decide-again' as const),
      outcome: fc.constantFrom('met' as const, 'not-met' as const),
      appealUntil: day,
    }),
  );
  const history = fc.array(anyEvent, { maxLength: 12 });

  test('the rules a matter was opened under never change, and nobody is forgotten', () => {
    fc.assert(
      fc.property(history, (events) => {
        let before = after(opened);
        for (const event of events) {
          const now = evolve(before, event);
          assert.notEqual(now.status, 'not-opened');
          const next = now as typeof before;
          assert.deepEqual(next.opening, before.opening);
          assert.ok(before.recordedBy.every((clerk) => next.recordedBy.includes(clerk)));
          assert.ok(before.excluded.every((decider) => next.excluded.includes(decider)));
          before = next;
        }
      }),
    );
  });

  test('reading a history changes neither the history nor an earlier state', () => {
    fc.assert(
      fc.property(history, (events) => {
        const frozen = [opened, ...events].map((event) => Object.freeze(event));
        const states = frozen.map((_, count) => stateOf(frozen.slice(0, count + 1)));
        const copies = structuredClone(states);
        assert.deepEqual(stateOf(frozen), states.at(-1));
        assert.deepEqual(states, copies);
      }),
    );
  });
});
