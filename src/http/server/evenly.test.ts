import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { evenly } from './evenly.ts';

/** A clock that moves by what the work takes and by what is waited for. */
async function leaving(workMs: number, isFailing = false): Promise<number> {
  let now = 1000;
  const clock = {
    now: () => now,
    wait: async (ms: number) => {
      now += ms;
    },
  };
  const answer = evenly(
    400,
    async () => {
      now += workMs;
      if (isFailing) {
        throw new Error('it failed');
      }
    },
    clock,
  );
  await (isFailing ? assert.rejects(answer) : answer);
  return now - 1000;
}

describe('an answer that takes the same time', () => {
  test('leaves at one moment whether there was much to find, nothing, or a fault', async () => {
    assert.deepEqual(
      await Promise.all([leaving(0), leaving(3), leaving(120), leaving(399), leaving(9, true)]),
      [400, 400, 400, 400, 400],
    );
  });
  test('waits for the next step where the work took longer than one', async () => {
    assert.equal(await leaving(401), 800);
    assert.equal(await leaving(400), 400);
  });
});
