import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { type ScorableForm, type ScoringKey, scoreSitting } from './score-sitting.ts';

const part = (id: string, items: number, cut: number, domains = ['care', 'law']) => ({
  id,
  cut: { raw: cut },
  items: Array.from({ length: items }, (_, place) => ({
    item: `${id}-${place}`,
    version: 1,
    domain: domains[place % domains.length] ?? '',
  })),
});
const one: ScorableForm = { parts: [part('exam', 10, 7)] };
const two: ScorableForm = { parts: [part('one', 8, 5), part('two', 8, 5)] };
const keysFor = (form: ScorableForm, option = 'c'): ScoringKey[] =>
  form.parts.flatMap((row) =>
    row.items.map(({ item, version }) => ({ item, version, optionId: option })),
  );
/** The first `right` questions of each part right, the next `wrong` wrong, the rest left out. */
const answering = (form: ScorableForm, ...counts: readonly [right: number, wrong: number][]) =>
  new Map(
    form.parts.flatMap((row, place) => {
      const [right, wrong] = counts[place] ?? [0, 0];
      return row.items
        .slice(0, right + wrong)
        .map(({ item }, at): [string, string] => [item, at < right ? 'c' : 'a']);
    }),
  );
const scored = (form: ScorableForm, answers: ReadonlyMap<string, string>, keys = keysFor(form)) => {
  const score = scoreSitting(form, keys, answers);
  assert.ok(score.ok, score.ok ? '' : score.refusal.because);
  return score.value;
};

describe('pass or not', () => {
  test('one below the passing score fails; equal passes; one above passes (D1)', () => {
    const outcomes = [6, 7, 8].map(
      (right) => scored(one, answering(one, [right, 10 - right])).outcome,
    );
    assert.deepEqual(outcomes, ['not-passed', 'passed', 'passed']);
  });
  test('a question left out counts the same as one answered wrong', () => {
    const omitted = scored(one, answering(one, [6, 0]));
    const wrong = scored(one, answering(one, [6, 4]));
    assert.equal(omitted.outcome, wrong.outcome);
    assert.deepEqual(
      [omitted, wrong].map(({ parts }) => [parts[0]?.right, parts[0]?.of, parts[0]?.answered]),
      [
        [6, 10, 6],
        [6, 10, 10],
      ],
    );
  });
  test('both parts must be passed: much in one makes up for nothing in the other', () => {
    const outcome = (...counts: [number, number][]) =>
      scored(two, answering(two, ...counts)).outcome;
    assert.equal(outcome([5, 3], [5, 3]), 'passed');
    assert.equal(outcome([8, 0], [4, 4]), 'not-passed');
    assert.equal(outcome([4, 4], [8, 0]), 'not-passed');
    assert.equal(outcome([8, 0], [0, 0]), 'not-passed');
  });
  test('nobody who answered nothing is called failed or passed (D10)', () => {
    const empty = scored(one, new Map());
    assert.equal(empty.outcome, 'not-scorable');
    assert.equal(empty.responses.length, 10);
    assert.ok(empty.responses.every((row) => !row.answered && !row.right));
    assert.equal(scored(one, answering(one, [0, 1])).outcome, 'not-passed');
  });
  test('the score is at its maximum only when every answer is right (D6)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'c', undefined), { minLength: 10, maxLength: 10 }),
        (row) => {
          const answers = new Map(
            row.flatMap((option, place): [string, string][] =>
              option === undefined ? [] : [[`exam-${place}`, option]],
            ),
          );
          const [exam] = scored(one, answers).parts;
          assert.equal(
            exam?.right === exam?.of,
            row.every((option) => option === 'c'),
          );
        },
      ),
    );
  });
});

describe('an answer', () => {
  test('is compared by option id: "0" and empty text are answers like any other (B3)', () => {
    for (const option of ['0', '', ' ']) {
      const score = scored(one, new Map([['exam-0', option]]), keysFor(one, option));
      assert.deepEqual(score.parts[0]?.right, 1);
      assert.deepEqual(score.responses[0], { item: 'exam-0', answered: true, right: true });
    }
    assert.equal(scored(one, new Map([['exam-0', ' c']])).parts[0]?.right, 0);
  });
  test('counts once and only where it is: the order of questions and answers changes nothing', () => {
    const answers = answering(one, [7, 2]);
    const turned = {
      parts: [{ ...part('exam', 10, 7), items: part('exam', 10, 7).items.toReversed() }],
    };
    assert.deepEqual(
      scored(one, answers).parts,
      scored(turned, new Map([...answers].reverse())).parts,
    );
  });
});

describe('domains', () => {
  test('add up to the part they belong to', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), (first, second) => {
        const score = scored(two, answering(two, [first, 8 - first], [second, 0]));
        for (const row of score.parts) {
          const own = score.domains.filter((domain) => domain.part === row.part);
          const sum = (of: 'right' | 'of') => own.reduce((total, domain) => total + domain[of], 0);
          assert.deepEqual([sum('right'), sum('of')], [row.right, row.of]);
        }
      }),
    );
  });
});

describe('a result is held back, not guessed, when', () => {
  const kind = (form: ScorableForm, keys: ScoringKey[], answers = new Map<string, string>()) => {
    const score = scoreSitting(form, keys, answers);
    return score.ok ? 'scored' : score.refusal.kind;
  };
  test('a key is missing or belongs to another version of the question', () => {
    assert.equal(kind(one, keysFor(one).slice(1)), 'key-missing');
    assert.equal(
      kind(
        one,
        keysFor(one).map((key) => ({ ...key, version: 2 })),
      ),
      'key-missing',
    );
  });
  test('the passing score cannot be', () => {
    for (const cut of [0, 11, 6.5, Number.NaN]) {
      assert.equal(kind({ parts: [part('exam', 10, cut)] }, keysFor(one)), 'cut-out-of-range');
    }
  });
  test('the form holds no question, or an answer names one that it does not hold', () => {
    assert.equal(kind({ parts: [] }, []), 'empty-form');
    assert.equal(kind({ parts: [part('exam', 0, 1)] }, []), 'empty-form');
    assert.equal(kind(one, keysFor(one), new Map([['other', 'c']])), 'answer-off-form');
  });
});
