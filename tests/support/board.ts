/** A board with a member and a chair over a test database, and comparisons of its own for each test. */
import assert from 'node:assert/strict';
import { keyOf, type ShownDisparity } from '../../src/casework/finding/disparity.ts';
import { date } from '../../src/kernel/dates/civil-date.ts';
import { openFindings } from '../../src/workflow/board/open-findings.ts';
import type { FindingHistory } from '../../src/workflow/ports/finding-records.ts';
import type { World } from '../../src/workflow/ports/ports.ts';
import { type Cast, cast, worker } from './cast.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { secretsFor, worldOver } from './exam-world.ts';

export interface BoardBench {
  readonly db: TestDatabase;
  readonly world: World;
  readonly all: Cast;
  /** Chairs the board; `all.board` is a member. */
  readonly chair: string;
}

export async function boardBench(): Promise<BoardBench> {
  const db = await testDatabase();
  const all = await cast(db);
  const chair = all.bo;
  await db.owner`insert into people.office (person, office, is_chair) values (${chair}, 'board', true)`;
  return { db, world: worldOver(db.pools, secretsFor().folder), all, chair };
}

export const onDay = (world: World, day: string): World => ({
  ...world,
  clock: { ...world.clock, today: () => date(day) },
});

let groups = 0;

/** A comparison of its own, so that tests do not meet. */
export function waits(change: Partial<ShownDisparity> = {}): ShownDisparity {
  groups += 1;
  return {
    about: 'waiting',
    kind: 'eligibility',
    dimension: 'where-trained',
    program: 'larkspur-care',
    group: `group-${groups}`,
    item: undefined,
    reference: 'trained-us',
    figure: { measure: 'days', value: 9.1, low: 8, high: 10.2 },
    state: 'disparity-shown',
    release: 1,
    ...change,
  };
}

export const severe = (rater: string): ShownDisparity =>
  waits({
    about: 'decider',
    kind: `kind-${groups}`,
    dimension: '',
    group: rater,
    figure: { measure: 'success-ratio', value: 0.7, low: 0.6, high: 0.8 },
  });

export const release = (number: number, until = '2020-01-31') => ({
  number,
  countedUntil: date(until),
});

export async function findingsOn(
  { records }: World,
  shown: ShownDisparity,
): Promise<readonly FindingHistory[]> {
  const list = await records.as(worker, ({ findings }) => findings.list());
  return list.filter(
    ({ events: [first] }) => first?.type === 'opened' && keyOf(first.shown) === keyOf(shown),
  );
}

export async function openedFinding(
  world: World,
  shown: ShownDisparity,
  day = '2020-02-03',
): Promise<FindingHistory> {
  await openFindings(onDay(world, day), release(1), [shown]);
  const [history] = await findingsOn(world, shown);
  assert.ok(history);
  return history;
}
