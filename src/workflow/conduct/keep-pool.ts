/**
 * The pool that panels are drawn from. A director says who is in it, whether they are a public member, until when they are
 * trained and when their term ends; each member declares their own interests.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { PoolPlace } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';

const acting = (director: string) => ({ rights: 'director', person: director }) as const;

/** Everybody who holds the office of a panel member, in the pool or not yet. */
export const poolPeople = (
  { records }: Pick<World, 'records'>,
  director: string,
): Promise<readonly PoolPlace[]> =>
  records.as(acting(director), ({ conduct }) => conduct.poolPeople());

export async function keepInPool(
  { records, clock }: Pick<World, 'records' | 'clock'>,
  asked: {
    readonly director: string;
    readonly person: string;
    readonly isPublic: boolean;
    readonly trainedUntil: CivilDate;
    readonly termEnds: CivilDate;
  },
): Promise<Result<true, 'no-such-person' | 'term-over'>> {
  const { director, person, isPublic, trainedUntil, termEnds } = asked;
  return await records.as(acting(director), async ({ conduct }) => {
    const place = (await conduct.poolPeople()).find((one) => one.person === person);
    if (place === undefined) {
      return refuse('no-such-person', 'nobody of this name holds the office of a panel member');
    }
    // Somebody's term can be ended today; nobody begins with one that is over.
    if (place.kept === undefined && termEnds < clock.today()) {
      return refuse('term-over', 'this term is over before it begins');
    }
    await conduct.keepInPool({ person, isPublic, trainedUntil, termEnds });
    return success(true);
  });
}
