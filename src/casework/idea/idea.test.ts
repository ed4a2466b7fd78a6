import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { addDays, date, daysBetween } from '../../kernel/dates/civil-date.ts';
import { FEDERAL_HOLIDAYS as holidays } from '../../program/calendar/federal-holidays.ts';
import {
  answerAgain,
  answerIdea,
  askAgain,
  askAgainUntil,
  carryOutIdea,
  extendIdea,
  ideaPromisedBy,
} from './decide.ts';
import { readIdeaAnswer, readProposal } from './forms.ts';
import { type IdeaAnswer, type IdeaEvent, ideaOf, isOwed, isToCarryOut } from './idea.ts';

const on = date('2026-03-02');
const promisedBy = ideaPromisedBy(on, holidays);
const answer = (outcome: IdeaAnswer['outcome']): IdeaAnswer => ({
  outcome,
  title: 'Exam seats on Saturdays',
  summary: 'Two Saturdays in every window have seats.',
  reason: 'People who work in shifts wait longest.',
  byWhen: outcome === 'not-adopted' ? undefined : date('2026-09-01'),
});
const reason = 'It was not said who would pay.';
const kindOf = (result: { ok: true } | { ok: false; refusal: { kind: string } }) =>
  result.ok ? 'allowed' : result.refusal.kind;
const of = (result: { ok: true; value: IdeaEvent } | { ok: false }): IdeaEvent => {
  assert.ok(result.ok);
  return result.value;
};
const answered = (outcome: IdeaAnswer['outcome'], by = 'dana') =>
  of(answerIdea(ideaOf(promisedBy, []), { on, by, answer: answer(outcome) }));

describe('an idea', () => {
  test('is promised an answer within 60 days, on a day on which somebody works', () => {
    assert.equal(promisedBy, '2026-05-01');
    assert.ok(daysBetween(on, promisedBy) <= 60);
  });

  test('is answered once; its promise is moved once, before it is over, with a reason', () => {
    const waiting = ideaOf(promisedBy, []);
    const extended = of(extendIdea(waiting, { on, by: 'dana', reason, holidays }));
    const later = ideaOf(promisedBy, [extended]);
    assert.ok(later.promisedBy > promisedBy && daysBetween(promisedBy, later.promisedBy) <= 60);
    assert.equal(
      kindOf(extendIdea(later, { on, by: 'dana', reason, holidays })),
      'extended-before',
    );
    const over = addDays(promisedBy, 1);
    assert.equal(kindOf(extendIdea(waiting, { on: over, by: 'd', reason, holidays })), 'too-late');
    assert.equal(
      kindOf(extendIdea(waiting, { on, by: 'd', reason: ' ', holidays })),
      'reason-missing',
    );
    const done = ideaOf(promisedBy, [answered('adopted')]);
    assert.equal(
      kindOf(answerIdea(done, { on, by: 'x', answer: answer('partly') })),
      'nothing-owed',
    );
  });

  test('that was not adopted in full can be looked at again within 30 days, by somebody else, once', () => {
    const refused = ideaOf(promisedBy, [answered('not-adopted')]);
    assert.equal(askAgainUntil(refused), addDays(on, 30));
    assert.equal(askAgainUntil(ideaOf(promisedBy, [answered('adopted')])), undefined);
    assert.equal(kindOf(askAgain(refused, { on: addDays(on, 31), reason, holidays })), 'not-now');
    const again = of(askAgain(refused, { on: addDays(on, 30), reason, holidays }));
    const asked = ideaOf(promisedBy, [answered('not-adopted'), again]);
    assert.ok(isOwed(asked));
    assert.equal(asked.isSecondLook, false, 'being asked is not having looked');
    const act = { on, answer: answer('partly') };
    assert.equal(kindOf(answerAgain(asked, { ...act, by: 'dana' })), 'own-answer');
    const final = of(answerAgain(asked, { ...act, by: 'bo' }));
    const state = ideaOf(promisedBy, [answered('not-adopted'), again, final]);
    assert.equal(state.answer?.outcome, 'partly');
    assert.equal(state.isSecondLook, true);
    assert.equal(kindOf(askAgain(state, { on, reason, holidays })), 'not-now');
  });

  test('is carried out only where something was adopted', () => {
    const act = { on, by: 'dana', done: 'Both Saturdays had seats.' };
    const refused = ideaOf(promisedBy, [answered('not-adopted')]);
    assert.equal(kindOf(carryOutIdea(refused, act)), 'nothing-adopted');
    const adopted = ideaOf(promisedBy, [answered('adopted')]);
    assert.ok(isToCarryOut(adopted));
    const done = ideaOf(promisedBy, [answered('adopted'), of(carryOutIdea(adopted, act))]);
    assert.equal(done.standing, 'carried-out');
    assert.equal(kindOf(carryOutIdea(done, act)), 'nothing-adopted');
  });

  test('whatever people try, in any order: every answer has a reason, a day if adopted, and the second is not of the first', () => {
    const chance = generatorFrom('ideas');
    const outcomes = ['adopted', 'partly', 'not-adopted'] as const;
    for (let life = 0; life < 2000; life += 1) {
      const events: IdeaEvent[] = [];
      let today = on;
      for (let step = 0; step < 12; step += 1) {
        today = addDays(today, chance.below(25));
        const state = ideaOf(promisedBy, events);
        const by = chance.below(2) === 0 ? 'dana' : 'bo';
        const given = { on: today, by, answer: answer(outcomes[chance.below(3)] ?? 'partly') };
        const tries = [
          () => answerIdea(state, given),
          () => answerAgain(state, given),
          () => extendIdea(state, { on: today, by, reason, holidays }),
          () => askAgain(state, { on: today, reason, holidays }),
          () => carryOutIdea(state, { on: today, by, done: reason }),
        ];
        const result = tries[chance.below(tries.length)]?.();
        if (result?.ok === true) {
          events.push(result.value);
        }
      }
      const first = events.find(({ type }) => type === 'answered');
      const second = events.find(({ type }) => type === 'answered-again');
      for (const one of [first, second]) {
        if (one?.type === 'answered' || one?.type === 'answered-again') {
          assert.ok(one.reason.length > 0);
          assert.equal(one.byWhen === undefined, one.outcome === 'not-adopted');
        }
      }
      if (first?.type === 'answered' && second?.type === 'answered-again') {
        assert.notEqual(first.by, second.by);
        assert.notEqual(first.outcome, 'adopted');
      }
      for (const type of ['answered', 'answered-again', 'asked-again', 'extended', 'carried-out']) {
        assert.ok(events.filter((event) => event.type === type).length <= 1, type);
      }
    }
  });
});

describe('what is typed about an idea', () => {
  const me = { fullName: 'Ayşe Yılmaz', formerNames: [] };
  const proposal = {
    subject: 'exam',
    role: 'candidate',
    program: 'larkspur-care',
    words: 'Offer the exam on a Saturday too.',
    why: 'A weekday costs me a day of pay.',
  };
  const programs = ['larkspur-care'];

  test('says what it would change and why, and not whose it is', () => {
    assert.ok(readProposal(proposal, { programs, me }).ok);
    const named = readProposal(
      { ...proposal, why: 'It would help me, ayse yilmaz.' },
      { programs, me },
    );
    assert.match(named.ok ? '' : (named.mistakes[0]?.message ?? ''), /“Ayşe Yılmaz”/);
    const empty = readProposal({}, { programs, me });
    assert.deepEqual(empty.ok ? [] : empty.mistakes.map(({ field }) => field), [
      'subject',
      'role',
      'words',
      'why',
    ]);
  });

  test('an answer names nobody, and has a day ahead where something is adopted', () => {
    const typed = {
      outcome: 'adopted',
      title: 'Exam seats on Saturdays',
      summary: 'Two Saturdays in every window have seats.',
      reason: 'People who work in shifts wait longest.',
      'by-when-month': '9',
      'by-when-day': '1',
      'by-when-year': '2026',
    };
    const read = (changed: object) => {
      const found = readIdeaAnswer({ ...typed, ...changed }, { on, people: [me] });
      return found.ok ? [] : found.mistakes.map(({ field }) => field);
    };
    assert.deepEqual(read({}), []);
    assert.deepEqual(read({ 'by-when-year': '' }), ['by-when']);
    assert.deepEqual(read({ 'by-when-year': '2025' }), ['by-when']);
    assert.deepEqual(read({ outcome: 'not-adopted', 'by-when-year': '' }), []);
    assert.deepEqual(read({ summary: 'As Ayşe Yılmaz proposed it, two Saturdays.' }), ['summary']);
    assert.deepEqual(read({ outcome: '' }), ['outcome']);
  });
});
