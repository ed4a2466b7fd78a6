import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newPerson, secretsFor, worldOver } from '../../../tests/support/exam-world.ts';
import type { World } from '../ports/ports.ts';
import { openSession, SESSION_MINUTES, sessionOf } from './sign-in.ts';

const MINUTE = 60_000;

describe('a session, on a real database', () => {
  let database: TestDatabase;
  let world: World;
  before(async () => {
    database = await testDatabase();
    world = worldOver(database.pools, secretsFor().folder);
  });
  after(() => database.close());

  const at = (start: number, minutes: number): World => ({
    ...world,
    clock: { ...world.clock, now: () => start + minutes * MINUTE },
  });

  test('lasts as long as every page promises, counted from the last page opened', async () => {
    const { token } = await openSession(world, await newPerson(world));
    const start = world.clock.now();
    let last = 0;
    for (const wait of [4, 7, SESSION_MINUTES - 0.1, 1, SESSION_MINUTES - 0.1]) {
      last += wait;
      assert.ok(await sessionOf(at(start, last), token), `${wait} minutes after the page before`);
    }
    assert.equal(await sessionOf(at(start, last + SESSION_MINUTES + 6), token), undefined);
  });

  test('is not found under another token', async () => {
    const { token } = await openSession(world, await newPerson(world));
    assert.equal(await sessionOf(world, `${token.slice(0, -1)}_`), undefined);
  });
});
