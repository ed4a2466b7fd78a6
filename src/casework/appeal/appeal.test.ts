import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import { outcomeFromFindings } from '../../program/pathway/expression.ts';
import { type MatterEvent, type OpenedMatter, stateOf } from '../matter/matter.ts';
import {
  criteriaOf,
  effectOf,
  expressionOf,
  GROUNDS,
  type GroundId,
  isGround,
  mayLodge,
} from './appeal.ts';

const opened: MatterEvent = {
  type: 'opened',
  on: date('2028-02-01'),
  kind: 'eligibility',
  program: 'larkspur-care',
  rules: '2028-01',
  criteria: [{ id: 'degree', title: 'A degree', rule: 'A degree.' }],
  expression: { kind: 'criterion', criterion: 'degree' },
  promisedBy: date('2028-02-29'),
  appealDays: 30,
};
const refused: MatterEvent = {
  type: 'decided',
  on: date('2028-02-05'),
  decider: 'decider',
  outcome: 'not-met',
  findings: [{ criterion: 'degree', met: false, reason: 'None is shown.' }],
  appealUntil: date('2028-03-06'),
};
const granted: MatterEvent = { ...refused, outcome: 'met' };
const reversed: MatterEvent = {
  type: 'set-aside',
  on: date('2028-03-20'),
  appeal: 'appeal-1',
  effect: 'reversed',
  outcome: 'met',
  appealUntil: date('2028-04-19'),
};
const stateAfter = (...events: readonly MatterEvent[]): OpenedMatter => {
  const state = stateOf([opened, ...events]);
  assert.ok(state.status !== 'not-opened');
  return state;
};
const asked = {
  on: date('2028-02-20'),
  grounds: ['evidence-misread'] as readonly GroundId[],
  statement: 'My diploma is on the second page of the file.',
  openAppeal: false,
};
const answer = (state: OpenedMatter, change: Partial<typeof asked> = {}) => {
  const result = mayLodge(state, { ...asked, ...change });
  return result.ok ? 'may be lodged' : result.refusal.kind;
};

describe('an appeal', () => {
  test('may be lodged against a refusal, on a stated ground, up to and on the last day', () => {
    for (const on of [date('2028-02-05'), date('2028-02-29'), date('2028-03-06')]) {
      assert.equal(answer(stateAfter(refused), { on }), 'may be lodged');
    }
  });
  test('is refused while nothing is decided: not-decided', () => {
    assert.equal(answer(stateAfter()), 'not-decided');
    assert.equal(answer(stateAfter({ type: 'withdrawn', on: date('2028-02-03') })), 'not-decided');
    assert.equal(
      answer(stateAfter(refused, { ...reversed, effect: 'decide-again' })),
      'not-decided',
    );
  });
  test('is refused against what went your way: nothing-to-appeal', () => {
    assert.equal(answer(stateAfter(granted)), 'nothing-to-appeal');
    assert.equal(answer(stateAfter(refused, reversed)), 'nothing-to-appeal');
  });
  test('is refused the day after the last day, which it names: too-late', () => {
    const result = mayLodge(stateAfter(refused), { ...asked, on: date('2028-03-07') });
    assert.equal(result.ok ? '' : result.refusal.kind, 'too-late');
    assert.match(result.ok ? '' : result.refusal.because, /was Monday, March 6, 2028$/);
  });
  test('is refused while another is open: already-appealed', () =>
    assert.equal(answer(stateAfter(refused), { openAppeal: true }), 'already-appealed'));
  test('is refused without a ground: no-ground', () =>
    assert.equal(answer(stateAfter(refused), { grounds: [] }), 'no-ground'));
  test('is refused with no more than a word or blanks to say: statement-missing', () => {
    assert.equal(answer(stateAfter(refused), { statement: 'Unfair.' }), 'statement-missing');
    assert.equal(answer(stateAfter(refused), { statement: ' '.repeat(40) }), 'statement-missing');
  });
  test('a second decision, made by other people, can be appealed in its turn', () =>
    assert.equal(
      answer(stateAfter(refused, { ...reversed, effect: 'decide-again' }, refused)),
      'may be lodged',
    ));
  test('every day up to the last is in time and every day after it is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const on = addDays(date('2028-02-05'), days);
        assert.equal(answer(stateAfter(refused), { on }) === 'may be lodged', days <= 30);
      }),
    );
  });
});

describe('the grounds', () => {
  const some = fc.subarray(
    GROUNDS.map(({ id }) => id),
    { minLength: 1 },
  );
  test('are a closed list', () => {
    assert.ok(GROUNDS.every(({ id }) => isGround(id)));
    assert.ok(!['', 'unfair', 'EVIDENCE-MISREAD', 'evidence-misread '].some(isGround));
    assert.equal(new Set(GROUNDS.map(({ id }) => id)).size, GROUNDS.length);
  });
  test('an appeal is judged against the grounds it states, and no others', () => {
    fc.assert(
      fc.property(some, (grounds) => {
        const judged = criteriaOf(grounds).map(({ id }) => id);
        assert.equal(judged.length, grounds.length);
        assert.deepEqual(new Set(judged), new Set(grounds));
      }),
    );
  });
  test('one stated ground found is enough; a ground that was not stated counts for nothing', () => {
    fc.assert(
      fc.property(some, some, (stated, found) => {
        const upheld = outcomeFromFindings(
          expressionOf(stated),
          new Map(found.map((id) => [id, true])),
        );
        assert.equal(
          upheld,
          stated.some((id) => found.includes(id)),
        );
      }),
    );
  });
});

describe('the effect', () => {
  test('of an appeal that was not upheld is none', () => {
    assert.equal(effectOf('not-met', []), undefined);
    assert.equal(effectOf('not-met', ['evidence-misread']), undefined);
  });
  test('of misread evidence or a misapplied rule is that the decision turns', () => {
    assert.equal(effectOf('met', ['evidence-misread']), 'reversed');
    assert.equal(effectOf('met', ['rule-misapplied']), 'reversed');
  });
  test('of a broken process or a conflict of interest is that other people decide again', () => {
    assert.equal(effectOf('met', ['process-not-followed']), 'decide-again');
    assert.equal(effectOf('met', ['conflict-of-interest']), 'decide-again');
  });
  test('of both kinds together is the stronger: the decision turns', () =>
    assert.equal(effectOf('met', ['conflict-of-interest', 'rule-misapplied']), 'reversed'));
});
