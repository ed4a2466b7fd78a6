import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import { outcomeFromFindings } from '../../program/pathway/expression.ts';
import { type MatterEvent, type OpenedMatter, stateOf } from '../matter/matter.ts';
import {
  criteriaOf,
  EXAM_KINDS,
  effectOf,
  expressionOf,
  groundsOf,
  mayLodge,
  mayLodgeOnResult,
  standsInTheWay,
} from './appeal.ts';
import { APPEAL_RULES, DECISION_KINDS } from './appeal-rules.ts';

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
  grounds: ['evidence-misread'] as readonly string[],
  statement: 'My diploma is on the second page of the file.',
  appealed: false,
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
    assert.equal(answer(stateAfter(refused), { appealed: true }), 'already-appealed'));
  test('is refused without a ground: no-ground', () =>
    assert.equal(answer(stateAfter(refused), { grounds: [] }), 'no-ground'));
  test('is refused on a ground that is invented, or of another kind of decision: not-a-ground', () => {
    for (const ground of ['unfair', 'EVIDENCE-MISREAD', 'question-at-fault', 'document-misread']) {
      assert.equal(
        answer(stateAfter(refused), { grounds: ['evidence-misread', ground] }),
        'not-a-ground',
        ground,
      );
    }
    const request = stateOf([{ ...opened, kind: 'accommodation' }, refused]);
    assert.ok(request.status !== 'not-opened');
    assert.equal(answer(request), 'not-a-ground');
    assert.equal(answer(request, { grounds: ['document-misread'] }), 'may be lodged');
  });
  test('is refused against the decision on an appeal: nothing-to-appeal', () => {
    const heard = stateOf([{ ...opened, kind: 'appeal' }, refused]);
    assert.ok(heard.status !== 'not-opened');
    assert.equal(answer(heard), 'nothing-to-appeal');
  });
  test('that was withdrawn, or that sent the matter back, stands in the way of no other', () => {
    const aside = [{ type: 'opened' }, { type: 'set-aside', appeal: 'one' }];
    assert.equal(standsInTheWay({ id: 'one', status: 'decided' }, aside), false);
    assert.equal(standsInTheWay({ id: 'two', status: 'decided' }, aside), true);
    assert.equal(standsInTheWay({ id: 'two', status: 'waiting' }, aside), true);
    assert.equal(standsInTheWay({ id: 'two', status: 'withdrawn' }, aside), false);
  });
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

describe('an appeal against an exam result', () => {
  const kinds = [
    { kind: 'exam-irregularity', until: date('2028-03-06') },
    { kind: 'exam-result', until: date('2028-03-20') },
  ] as const;
  const lodged = (change: Partial<Parameters<typeof mayLodgeOnResult>[0]>) => {
    const result = mayLodgeOnResult({
      ...asked,
      passed: false,
      grounds: ['exam-disrupted'],
      kinds,
      ...change,
    });
    return result.ok ? 'may be lodged' : result.refusal.kind;
  };
  test('may state how it was held and how it was scored in one', () =>
    assert.equal(lodged({ grounds: ['exam-disrupted', 'question-at-fault'] }), 'may be lodged'));
  test('is never against a pass', () =>
    assert.equal(lodged({ passed: true }), 'nothing-to-appeal'));
  test('has a last day for each kind of ground', () => {
    assert.equal(lodged({ on: '2028-03-06' }), 'may be lodged');
    assert.equal(lodged({ on: '2028-03-07' }), 'not-a-ground');
    assert.equal(lodged({ on: '2028-03-20', grounds: ['question-at-fault'] }), 'may be lodged');
    assert.equal(lodged({ on: '2028-03-21', grounds: ['question-at-fault'] }), 'too-late');
  });
  test('states no ground against another decision', () =>
    assert.equal(lodged({ grounds: ['evidence-misread'] }), 'not-a-ground'));
});

describe('the grounds', () => {
  const some = fc.constantFrom(...DECISION_KINDS).chain((kind) =>
    fc
      .subarray(
        APPEAL_RULES[kind].grounds.map(({ id }) => id),
        { minLength: 1 },
      )
      .map((grounds) => ({ kind, grounds })),
  );
  test('an appeal is judged against the grounds it states, and no others, each with what it leads to', () => {
    fc.assert(
      fc.property(some, ({ kind, grounds }) => {
        const judged = criteriaOf([kind], [...grounds, 'unfair']);
        assert.deepEqual(new Set(judged.map(({ id }) => id)), new Set(grounds));
        assert.ok(judged.every(({ leadsTo }) => (leadsTo ?? []).length > 0));
      }),
    );
  });
  test('one stated ground found is enough; a ground that was not stated counts for nothing', () => {
    fc.assert(
      fc.property(some, some, ({ kind, grounds }, other) => {
        const upheld = outcomeFromFindings(
          expressionOf(criteriaOf([kind], grounds)),
          new Map(other.grounds.map((id) => [id, true])),
        );
        assert.equal(
          upheld,
          grounds.some((id) => other.grounds.includes(id)),
        );
      }),
    );
  });
  test('of an exam are those of how it was held and of how it was scored, each once', () => {
    const ids = groundsOf(EXAM_KINDS).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.includes('exam-disrupted') && ids.includes('question-at-fault'));
  });
});

describe('the effect', () => {
  const effect = (outcome: 'met' | 'not-met', ...found: readonly string[]) =>
    effectOf(
      outcome,
      criteriaOf(
        ['eligibility'],
        ['evidence-misread', 'rule-misapplied', 'process-not-followed', 'conflict-of-interest'],
      ),
      found,
    );
  test('of an appeal that was not upheld is none', () => {
    assert.equal(effect('not-met'), undefined);
    assert.equal(effect('not-met', 'evidence-misread'), undefined);
  });
  test('of misread evidence or a misapplied rule is that the decision turns', () => {
    assert.equal(effect('met', 'evidence-misread'), 'reversed');
    assert.equal(effect('met', 'rule-misapplied'), 'reversed');
  });
  test('of a broken process or a conflict of interest is that other people decide again', () => {
    assert.equal(effect('met', 'process-not-followed'), 'decide-again');
    assert.equal(effect('met', 'conflict-of-interest'), 'decide-again');
  });
  test('of both kinds together is the stronger: the decision turns', () =>
    assert.equal(effect('met', 'conflict-of-interest', 'rule-misapplied'), 'reversed'));
  test('is what the appeal carries, whatever the list says by now', () => {
    const carried = [
      { id: 'evidence-misread', title: '', rule: '', leadsTo: ['decide-again'] as const },
    ];
    assert.equal(effectOf('met', carried, ['evidence-misread']), 'decide-again');
  });
  test('of an appeal lodged before it was carried is what it was then', () => {
    const before = ['evidence-misread', 'process-not-followed', 'no-longer-listed'].map((id) => ({
      id,
      title: '',
      rule: '',
    }));
    assert.equal(effectOf('met', before, ['evidence-misread']), 'reversed');
    assert.equal(effectOf('met', before, ['process-not-followed']), 'decide-again');
    assert.equal(effectOf('met', before, ['no-longer-listed']), 'decide-again');
  });
});
