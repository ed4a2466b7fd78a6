/** Whatever is tried on a question, by whomever and in whatever order, these stay true of the events that were let through. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { decline, draft, giveBack, sign, supersede, withdraw } from './decide.ts';
import { isOpen, type Opinion, type OpinionEvent, published, stateOf } from './opinion.ts';

const START = date('2026-01-05');
const VERSIONS = ['code/1', 'code/2'] as const;

interface Command {
  readonly what: 'draft' | 'give-back' | 'sign' | 'decline' | 'withdraw' | 'supersede';
  readonly by: string;
  readonly days: number;
  readonly version: (typeof VERSIONS)[number];
  readonly reason: string;
  readonly later: string;
}
const command: fc.Arbitrary<Command> = fc.record({
  what: fc.constantFrom(
    'draft',
    'draft',
    'give-back',
    'sign',
    'sign',
    'decline',
    'withdraw',
    'supersede',
  ),
  by: fc.constantFrom('ada', 'bo', 'cy'),
  days: fc.nat(20),
  version: fc.constantFrom(...VERSIONS),
  reason: fc.constantFrom('', '   ', 'Because of this and that.'),
  later: fc.constantFrom('O-1', 'O-2', 'O-3'),
});

function tried(state: Opinion, one: Command, on: typeof START): Result<OpinionEvent> {
  const act = { on, by: one.by, reason: one.reason };
  switch (one.what) {
    case 'draft': {
      const { version } = one;
      const words = { version, cites: ['R1'], title: 'T', situation: 'S', answer: `By ${one.by}` };
      return draft(state, { ...act, words });
    }
    case 'give-back':
      return giveBack(state, act);
    case 'sign':
      return sign(state, { ...act, inForce: one.version });
    case 'decline':
      return decline(state, act);
    case 'withdraw':
      return withdraw(state, act);
    default:
      return supersede(state, { ...act, later: one.later, own: 'O-1', inEffect: ['O-1', 'O-2'] });
  }
}

test('two people behind every opinion, a reason behind every end, and nothing said twice', () => {
  let signatures = 0;
  let ends = 0;
  fc.assert(
    fc.property(fc.array(command, { maxLength: 14 }), (commands) => {
      const events: OpinionEvent[] = [];
      let on = START;
      for (const one of commands) {
        on = addDays(on, one.days);
        const before = stateOf(events);
        const result = tried(before, one, on);
        if (!result.ok) {
          assert.ok(result.refusal.because.length > 10);
          continue;
        }
        events.push(result.value);
        const event = result.value;
        if (event.type === 'signed') {
          signatures += 1;
          const drafts = events.filter(({ type }) => type === 'drafted');
          assert.ok(drafts.length > 0 && drafts.every(({ by }) => by !== event.by));
          assert.equal(stateOf(events).draft?.version, one.version);
        }
        if ('reason' in event) {
          ends += 1;
          assert.ok(event.reason.trim().length >= 10);
        }
        if (event.type === 'superseded') {
          assert.equal(event.later, 'O-2');
        }
      }
      const state = stateOf(events);
      const shown = published({ label: 'O-1', program: 'p' }, state);
      const count = (type: OpinionEvent['type']) =>
        events.filter((each) => each.type === type).length;
      assert.ok(count('signed') <= 1 && count('declined') <= 1);
      assert.equal(
        shown !== undefined,
        count('signed') === 1,
        'published once it is signed, and for good',
      );
      assert.ok(count('withdrawn') + count('superseded') <= count('signed'));
      assert.ok(count('signed') === 0 || count('declined') === 0);
      assert.equal(isOpen(state), count('signed') + count('declined') === 0);
      const last = events.findLast(({ type }) => type === 'drafted');
      assert.equal(
        shown?.answer,
        shown === undefined ? undefined : (last as { answer: string }).answer,
      );
    }),
    { numRuns: 3000, seed: 21 },
  );
  assert.ok(signatures > 300 && ends > 300, `${signatures} signatures, ${ends} reasons`);
});
