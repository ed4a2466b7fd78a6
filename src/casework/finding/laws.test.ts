/** Whatever is asked of a finding, by whomever and in whatever order, these stay true of the events that were let through. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { isAnswerDay } from '../../program/calendar/answer-day.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import { answer, carryOut, measureAgain, open, respond, tell } from './decide.ts';
import type { ShownDisparity } from './disparity.ts';
import { type Finding, type FindingEvent, stateOf } from './finding.ts';

const START = date('2027-01-04');
const holidays = FEDERAL_HOLIDAYS;
const PEOPLE = ['rater', 'chair', 'member'] as const;

const shownAs = (about: 'waiting' | 'decider', release: number): ShownDisparity => ({
  about,
  kind: 'eligibility',
  dimension: about === 'decider' ? '' : 'gender',
  program: undefined,
  group: about === 'decider' ? 'rater' : 'women',
  item: undefined,
  reference: 'others',
  figure: { measure: 'days', value: 1, low: undefined, high: undefined },
  state: 'disparity-shown',
  release,
});

interface Command {
  readonly what: 'measure' | 'tell' | 'respond' | 'answer' | 'carry-out';
  readonly by: (typeof PEOPLE)[number];
  readonly days: number;
  readonly number: number;
  readonly words: string;
  readonly kind: 'change' | 'study' | 'refusal';
}
const command: fc.Arbitrary<Command> = fc.record({
  what: fc.constantFrom('measure', 'tell', 'respond', 'answer', 'carry-out'),
  by: fc.constantFrom(...PEOPLE),
  days: fc.nat(25),
  number: fc.nat(6),
  words: fc.constantFrom('', '  ', 'In words.'),
  kind: fc.constantFrom('change', 'study', 'refusal'),
});

function asked(
  state: Finding,
  about: 'waiting' | 'decider',
  one: Command,
  on: typeof START,
): Result<FindingEvent, string> {
  const { by, words } = one;
  const isChair = by === 'chair';
  switch (one.what) {
    case 'measure':
      return measureAgain(state, { shown: shownAs(about, one.number), on });
    case 'tell':
      return tell(state, { on, holidays });
    case 'respond':
      return respond(state, { by, on, words });
    case 'carry-out':
      return carryOut(state, { by, isChair, on, done: words });
    default: {
      const byWhen = addDays(on, one.number * 9 - 3);
      const given =
        one.kind === 'refusal'
          ? ({ kind: 'refusal', reasons: words } as const)
          : { kind: one.kind, what: words, byWhen, reasons: words };
      return answer(state, { by, isChair, on, holidays, answer: given });
    }
  }
}

function lived(
  about: 'waiting' | 'decider',
  commands: readonly Command[],
): readonly FindingEvent[] {
  const first = open({ shown: shownAs(about, 1), on: START, holidays });
  assert.ok(first.ok);
  const events: FindingEvent[] = [first.value];
  let on = START;
  for (const one of commands) {
    on = addDays(on, one.days);
    const state = stateOf(events);
    assert.ok(state);
    const event = asked(state, about, one, on);
    if (event.ok) {
      events.push(event.value);
    }
  }
  return events;
}

const life = fc.tuple(
  fc.constantFrom('waiting', 'decider'),
  fc.array(command, { minLength: 1, maxLength: 14 }),
);
const holds = (law: (events: readonly FindingEvent[], finding: Finding) => void): void =>
  fc.assert(
    fc.property(life, ([about, commands]) => {
      const events = lived(about, commands);
      const finding = stateOf(events);
      assert.ok(finding);
      law(events, finding);
    }),
    { numRuns: 400 },
  );
const ofType = <Type extends FindingEvent['type']>(
  events: readonly FindingEvent[],
  type: Type,
): readonly Extract<FindingEvent, { type: Type }>[] =>
  events.filter((event): event is Extract<FindingEvent, { type: Type }> => event.type === type);

test('it is told, responded to, answered and carried out at most once', () => {
  holds((events) => {
    for (const type of ['told', 'responded', 'answered', 'carried-out'] as const) {
      assert.ok(ofType(events, type).length <= 1, type);
    }
  });
});

test('every answer has reasons, and every action a day ahead on which somebody works', () => {
  holds((events) => {
    for (const { on, answer: given } of ofType(events, 'answered')) {
      assert.notEqual(given.reasons.trim(), '');
      if (given.kind !== 'refusal') {
        assert.notEqual(given.what.trim(), '');
        assert.ok(given.byWhen > on && isAnswerDay(given.byWhen, holidays), given.byWhen);
      }
    }
  });
});

test('one about a rater is answered by the chair, after the rater has responded or the time for it has passed', () => {
  holds((events, { rater, told, response }) => {
    for (const { by, on } of rater === undefined ? [] : ofType(events, 'answered')) {
      assert.equal(by, 'chair');
      assert.ok(told !== undefined);
      assert.ok((response !== undefined && response.on <= on) || on > told.respondUntil);
    }
  });
});

test('nobody but the person whom it is about responds, and to one about a group nobody does', () => {
  holds((events, { rater }) => {
    for (const { by } of ofType(events, 'responded')) {
      assert.equal(by, 'rater');
      assert.equal(rater, 'rater');
    }
  });
});

test('what was carried out was promised before', () => {
  holds((events) => {
    for (const done of ofType(events, 'carried-out')) {
      const [promised] = ofType(events, 'answered');
      assert.ok(promised !== undefined && promised.answer.kind !== 'refusal');
      assert.ok(events.indexOf(done) > events.indexOf(promised));
    }
  });
});

test('releases follow one another, each once', () => {
  holds((_events, { measurements }) => {
    const releases = measurements.map(({ release }) => release);
    assert.deepEqual(
      releases,
      [...new Set(releases)].toSorted((a, b) => a - b),
    );
  });
});

test('these lives reach an answer and what follows it, for groups and for raters', () => {
  const ends = { waiting: 0, decider: 0 };
  for (const [about, commands] of fc.sample(life, { numRuns: 3000, seed: 7 })) {
    ends[about] += ofType(lived(about, commands), 'answered').length;
  }
  assert.ok(ends.waiting > 300 && ends.decider > 30, JSON.stringify(ends));
});
