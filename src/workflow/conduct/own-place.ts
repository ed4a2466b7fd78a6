/** A member's own place in the pool of panels: until when they are trained and serve, and the ties they have said. */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { PoolPerson } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';

export type OwnPlace = Omit<PoolPerson, 'conflict' | 'fullName'>;
const LONGEST_INTERESTS = 4000;

/** Undefined where they stand in no pool. */
export async function ownPlace(
  world: Pick<World, 'records'>,
  member: string,
): Promise<OwnPlace | undefined> {
  const pool = await world.records.as({ rights: 'panel', person: member }, ({ conduct }) =>
    conduct.pool(),
  );
  return pool.find(({ person }) => person === member);
}

export async function sayInterests(
  world: Pick<World, 'records'>,
  asked: { readonly member: string; readonly words: string },
): Promise<Result<true, 'not-in-pool' | 'too-long'>> {
  const words = asked.words.trim();
  if ([...words].length > LONGEST_INTERESTS) {
    return refuse('too-long', `what you wrote is longer than ${LONGEST_INTERESTS} characters`);
  }
  if ((await ownPlace(world, asked.member)) === undefined) {
    return refuse('not-in-pool', 'you stand in no pool from which panels are drawn');
  }
  await world.records.as({ rights: 'panel', person: asked.member }, ({ conduct }) =>
    conduct.sayInterests(words),
  );
  return success(true);
}
