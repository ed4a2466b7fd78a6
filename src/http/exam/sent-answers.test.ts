import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sentAnswers } from './sent-answers.ts';

const client = '00000000-0000-4000-8000-000000000000';
const read = (event: Readonly<Record<string, unknown>>) =>
  sentAnswers({ epoch: 1, client, events: [{ n: 1, item: 'one', ms: 1, ...event }] })?.events[0];

describe('what the script of an exam sends', () => {
  test('keeps the answer whatever the clock of the machine says', () => {
    const response = { option: 'a' };
    for (const [ms, kept] of [
      [86_400_000_000, 86_400_000_000],
      [-5, -5],
      [1.6, 2],
      [1e308, 0],
      [Number.NaN, 0],
      ['12:00', 0],
      [undefined, 0],
    ] as const) {
      assert.deepEqual(
        read({ response, ms }),
        { n: 1, item: 'one', response, ms: kept },
        String(ms),
      );
    }
  });

  test('tells an answer of zero, of nothing written or of "false" from no answer', () => {
    for (const option of ['0', '', ' ', 'false', 0, false]) {
      assert.deepEqual(read({ response: { option } })?.response, { option });
    }
    assert.equal(read({})?.response, null);
  });

  test('is one list, all of it or nothing', () => {
    const good = { n: 1, item: 'one', response: null, ms: 1 };
    assert.equal(
      sentAnswers({ epoch: 1, client, events: [good, { ...good, n: 'two' }] }),
      undefined,
    );
    assert.equal(sentAnswers({ epoch: 1, client, events: Array(501).fill(good) }), undefined);
    assert.equal(sentAnswers(undefined), undefined);
  });
});
