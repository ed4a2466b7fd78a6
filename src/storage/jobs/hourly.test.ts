import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hourly } from './hourly.ts';

describe('work that is looked for every hour', () => {
  it('begins at once, once an hour and one at a time', async (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] });
    const ends: (() => void)[] = [];
    const kept = hourly(
      () => new Promise((end) => ends.push(end)),
      () => assert.fail('nothing failed'),
    );
    assert.equal(ends.length, 1);
    t.mock.timers.tick(3_600_000);
    assert.equal(ends.length, 1, 'the first is still under way');
    ends[0]?.();
    await new Promise(setImmediate);
    t.mock.timers.tick(3_600_000);
    assert.equal(ends.length, 2);
    ends[1]?.();
    await kept.stop();
    t.mock.timers.tick(36_000_000);
    assert.equal(ends.length, 2, 'nothing begins after it was stopped');
  });

  it('tells of what failed, and looks again in the next hour', async (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] });
    const told: unknown[] = [];
    const kept = hourly(
      async () => Promise.reject(new Error('no room on the disk')),
      (cause) => told.push(cause),
    );
    await new Promise(setImmediate);
    t.mock.timers.tick(3_600_000);
    await new Promise(setImmediate);
    assert.deepEqual(told.map(String), Array(2).fill('Error: no room on the disk'));
    await kept.stop();
  });

  it('is told to stop, is waited for, and then failed at nothing', async () => {
    const told: unknown[] = [];
    let ended = false;
    const kept = hourly(
      (stopping) =>
        new Promise((_, reject) => {
          stopping.addEventListener('abort', () => {
            setImmediate(() => {
              ended = true;
              reject(new Error('it was killed half way'));
            });
          });
        }),
      (cause) => told.push(cause),
    );
    await kept.stop();
    assert.ok(ended, 'whoever stops it waits until it has ended');
    assert.deepEqual(told, []);
  });
});
