import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, date } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { isAnswerDay } from '../../program/calendar/answer-day.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import {
  answer,
  carryOut,
  measureAgain,
  open,
  publicView,
  respond,
  standsFor,
  tell,
} from './decide.ts';
import { keyOf, type ShownDisparity } from './disparity.ts';
import {
  dueOn,
  evolve,
  type Finding,
  type FindingAnswer,
  type FindingEvent,
  owedBy,
  standingOf,
  stateOf,
} from './finding.ts';

const holidays = FEDERAL_HOLIDAYS;
const on = date('2027-03-01');
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
  release: 1,
};
const severe: ShownDisparity = {
  ...waits,
  about: 'decider',
  dimension: '',
  group: 'rater',
  reference: 'others',
  figure: { measure: 'success-ratio', value: 0.71, low: 0.62, high: 0.8 },
};
const value = <Value>(result: Result<Value, string>): Value => {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};
const kindOf = (result: Result<unknown, string>): string =>
  result.ok ? 'let through' : result.refusal.kind;
const state = (...events: readonly FindingEvent[]): Finding => {
  const found = stateOf(events);
  assert.ok(found);
  return found;
};
const opened = value(open({ shown: waits, on, holidays }));
const openedRater = value(open({ shown: severe, on, holidays }));
const told = value(tell(state(openedRater), { on, holidays }));
const change: FindingAnswer = {
  kind: 'change',
  what: 'A second clerk reads documents from abroad.',
  byWhen: date('2027-06-30'),
  reasons: 'The queue is one person long.',
};
const refusal: FindingAnswer = { kind: 'refusal', reasons: 'The figure is three days old.' };
const board = { by: 'member', isChair: false, on, holidays };
const chair = { by: 'chair', isChair: true, on: addDays(told.respondUntil, 1), holidays };
const answeredWith = (given: FindingAnswer) =>
  state(opened, { type: 'answered', on, by: 'member', answer: given });

describe('opening a finding', () => {
  test('only a disparity that is shown is put before the board', () => {
    for (const shown of ['parity-shown', 'cannot-tell-yet'] as const) {
      assert.equal(
        kindOf(open({ shown: { ...waits, state: shown }, on, holidays })),
        'nothing-shown',
      );
    }
  });

  test('an answer is promised within 60 days, on a day when somebody works', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3650 }), (days) => {
        const from = addDays(date('2026-01-01'), days);
        const { promisedBy } = value(open({ shown: waits, on: from, holidays }));
        assert.ok(isAnswerDay(promisedBy, holidays), promisedBy);
        assert.ok(promisedBy > addDays(from, 54) && promisedBy <= addDays(from, 60), promisedBy);
      }),
    );
  });

  test('60 days from May 5, 2027 is Sunday, July 4, kept on Monday; the answer is promised by the Friday before', () => {
    const { promisedBy } = value(open({ shown: waits, on: date('2027-05-05'), holidays }));
    assert.equal(promisedBy, '2027-07-02');
  });
});

describe('measuring again', () => {
  const again = (change: Partial<ShownDisparity>) =>
    measureAgain(state(opened), { shown: { ...waits, release: 2, ...change }, on });

  test('a later release is kept, also one that no longer shows the disparity', () => {
    const event = value(again({ state: 'parity-shown' }));
    assert.deepEqual(
      state(opened, event).measurements.map(({ release, state: shown }) => [release, shown]),
      [
        [1, 'disparity-shown'],
        [2, 'parity-shown'],
      ],
    );
  });

  test('the same release, or an earlier one, is not kept twice', () => {
    assert.equal(kindOf(again({ release: 1 })), 'measured-before');
    assert.equal(kindOf(again({ release: 0 })), 'measured-before');
  });

  test('a figure about another group, program, question, kind or dimension is another comparison', () => {
    for (const other of [
      { group: 'not-stated' },
      { program: undefined },
      { item: 'care-011' },
      { kind: 'appeal' },
      { dimension: 'gender' },
      { about: 'outcome' },
    ] as const) {
      assert.equal(kindOf(again(other)), 'another-comparison');
    }
    assert.equal(kindOf(again({ reference: 'not-stated' })), 'let through');
  });

  test('two comparisons have one key only where they compare the same', () => {
    const text = fc.constantFrom('a', 'b', '', 'a","b', '["a"]');
    const shown = fc.record({
      kind: text,
      dimension: text,
      program: text,
      group: text,
      item: text,
    });
    fc.assert(
      fc.property(shown, shown, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        assert.equal(keyOf({ ...waits, ...one }) === keyOf({ ...waits, ...other }), same);
      }),
    );
  });
});

describe('how long a finding stands for its comparison', () => {
  test('as long as nobody has answered', () => {
    assert.equal(standsFor(state(opened), addMonths(on, 120)), true);
  });

  test('until the day by which an action is due, and not a day longer', () => {
    assert.equal(standsFor(answeredWith(change), date('2027-06-30')), true);
    assert.equal(standsFor(answeredWith(change), date('2027-07-01')), false);
  });

  test('for twelve months after a refusal', () => {
    assert.equal(standsFor(answeredWith(refusal), date('2028-03-01')), true);
    assert.equal(standsFor(answeredWith(refusal), date('2028-03-02')), false);
  });
});

describe('answering a finding about groups', () => {
  test('a change, a study and a refusal are answers, each with its reasons', () => {
    for (const given of [change, { ...change, kind: 'study' } as const, refusal]) {
      const event = value(answer(state(opened), { ...board, answer: given }));
      assert.equal(event.by, 'member');
      for (const reasons of ['', '  \n ']) {
        const bare = answer(state(opened), { ...board, answer: { ...given, reasons } });
        assert.equal(kindOf(bare), 'reason-missing');
      }
      const long = { ...given, reasons: 'x'.repeat(4001) };
      assert.equal(kindOf(answer(state(opened), { ...board, answer: long })), 'reason-too-long');
    }
  });

  const with_ = (part: object) =>
    kindOf(answer(state(opened), { ...board, answer: { ...change, ...part } }));

  test('an action says what will be done', () => {
    assert.equal(with_({ what: ' ' }), 'what-missing');
    assert.equal(with_({ what: 'x'.repeat(4001) }), 'what-too-long');
  });

  test('an action is not promised for today or a day that has passed', () => {
    assert.equal(with_({ byWhen: on }), 'date-past');
    assert.equal(with_({ byWhen: addDays(on, -1) }), 'date-past');
  });

  test('an action is not promised for a weekend or a holiday, whichever day that is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (days) => {
        const byWhen = addDays(on, days);
        const expected = isAnswerDay(byWhen, holidays) ? 'let through' : 'nobody-works-then';
        assert.equal(with_({ byWhen }), expected);
      }),
    );
    assert.equal(with_({ byWhen: date('2027-07-05') }), 'nobody-works-then', 'the Fourth, kept');
  });

  test('it is answered once', () => {
    assert.equal(
      kindOf(answer(answeredWith(refusal), { ...board, answer: change })),
      'answered-before',
    );
  });
});

describe('a finding about a rater', () => {
  test('is told once, with a day until which the rater may respond, before the answer is due', () => {
    assert.equal(told.respondUntil, '2027-03-29');
    assert.ok(told.respondUntil < openedRater.promisedBy);
    assert.equal(kindOf(tell(state(openedRater, told), { on, holidays })), 'told-before');
    assert.equal(kindOf(tell(state(opened), { on, holidays })), 'names-nobody');
  });

  test('is not answered before the rater was told and the time to respond has passed', () => {
    const early = (events: readonly FindingEvent[], day: typeof on) =>
      kindOf(answer(state(openedRater, ...events), { ...chair, on: day, answer: refusal }));
    assert.equal(early([], date('2030-01-07')), 'rater-may-respond', 'never told');
    assert.equal(early([told], told.respondUntil), 'rater-may-respond', 'the last day is theirs');
    assert.equal(early([told], chair.on), 'let through');
    const words = 'I was given the hardest files.';
    const heard = value(respond(state(openedRater, told), { by: 'rater', on, words }));
    assert.equal(early([told, heard], on), 'let through', 'the rater has responded');
  });

  test('is answered by the chair alone, and never by the person it is about', () => {
    const who = (by: string, isChair: boolean) =>
      kindOf(answer(state(openedRater, told), { ...chair, by, isChair, answer: refusal }));
    assert.equal(who('member', false), 'chair-only');
    assert.equal(who('rater', true), 'own-finding');
    assert.equal(who('chair', true), 'let through');
  });

  test('keeps the response word for word; only the person concerned responds, once, until it is answered', () => {
    const words = '  I was given the hardest files. ';
    const asked = { by: 'rater', on, words };
    const heard = value(respond(state(openedRater, told), asked));
    assert.equal(state(openedRater, told, heard).response?.words, words.trim());
    const kinds = {
      'not-about-you': respond(state(openedRater, told), { ...asked, by: 'member' }),
      'responded-before': respond(state(openedRater, told, heard), asked),
      'words-missing': respond(state(openedRater, told), { ...asked, words: ' ' }),
      'words-too-long': respond(state(openedRater, told), { ...asked, words: 'x'.repeat(4001) }),
      'answered-before': respond(
        state(openedRater, told, { type: 'answered', on, by: 'chair', answer: refusal }),
        asked,
      ),
    };
    for (const [kind, result] of Object.entries(kinds)) {
      assert.equal(kindOf(result), kind);
    }
    assert.equal(kindOf(respond(state(opened), asked)), 'not-about-you');
    assert.equal(kindOf(respond(state(openedRater), asked)), 'not-about-you', 'not told yet');
  });

  test('is never public, whatever happens to it', () => {
    const events = fc.subarray<FindingEvent>([
      told,
      { type: 'responded', on, by: 'rater', words: 'w' },
      { type: 'answered', on, by: 'chair', answer: change },
      { type: 'carried-out', on, by: 'chair', done: 'd' },
      { type: 'measured-again', on, shown: { ...severe, release: 2, state: 'parity-shown' } },
    ]);
    fc.assert(
      fc.property(events, (after) => {
        assert.equal(kindOf(publicView(state(openedRater, ...after))), 'about-a-person');
      }),
    );
    assert.equal(kindOf(publicView(state(opened))), 'let through');
  });
});

describe('carrying out', () => {
  const asked = { by: 'member', isChair: false, on, done: 'A second clerk began on May 3.' };

  test('what was done is kept, once, and only where an action was promised', () => {
    const done = value(carryOut(answeredWith(change), asked));
    const after = evolve(answeredWith(change), done);
    assert.equal(after?.carriedOut?.done, asked.done);
    const kinds = {
      'no-action': [carryOut(state(opened), asked), carryOut(answeredWith(refusal), asked)],
      'carried-out-before': [after && carryOut(after, asked)],
      'done-missing': [carryOut(answeredWith(change), { ...asked, done: '' })],
      'done-too-long': [carryOut(answeredWith(change), { ...asked, done: 'x'.repeat(4001) })],
      'chair-only': [
        carryOut(state(openedRater, { type: 'answered', on, by: 'chair', answer: change }), asked),
      ],
    };
    for (const [kind, results] of Object.entries(kinds)) {
      for (const result of results) {
        assert.equal(result && kindOf(result), kind);
      }
    }
  });
});

describe('where a finding stands', () => {
  test('what is owed is the answer, then the action, then nothing', () => {
    const done: FindingEvent = { type: 'carried-out', on, by: 'member', done: 'Done.' };
    const answered: FindingEvent = { type: 'answered', on, by: 'member', answer: change };
    assert.equal(owedBy(state(opened)), opened.promisedBy);
    assert.equal(owedBy(state(opened, answered)), change.byWhen);
    assert.equal(owedBy(state(opened, answered, done)), undefined);
    assert.equal(owedBy(answeredWith(refusal)), undefined);
    assert.equal(dueOn(answeredWith(refusal)), undefined);
    assert.deepEqual(
      [
        state(opened),
        state(opened, answered),
        state(opened, answered, done),
        answeredWith(refusal),
        state(openedRater, told),
      ].map((finding) => standingOf(finding, on)),
      ['to-answer', 'running', 'carried-out', 'refused', 'with-the-rater'],
    );
    assert.equal(standingOf(state(openedRater, told), chair.on), 'to-answer');
  });

  test('an event before the opening is no finding', () => {
    assert.equal(stateOf([told]), undefined);
    assert.equal(stateOf([]), undefined);
  });
});
