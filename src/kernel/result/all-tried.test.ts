import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allTried } from './all-tried.ts';

test('what fails keeps nothing after it from being done, and is told in the end', async () => {
  const done: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      done.push(name);
      if (fails) {
        throw new Error(`no ${name}`);
      }
    };
  await allTried([work('a'), work('b')]);
  await assert.rejects(allTried([work('c', true), work('d')]), /^Error: no c$/);
  await assert.rejects(allTried([work('e', true), work('f'), work('g', true)]), /no e.*no g/);
  assert.deepEqual(done, ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});
