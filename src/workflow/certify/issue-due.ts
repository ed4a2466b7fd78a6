/**
 * Issues every credential that is due: a passed exam that led to none, of somebody in good standing. Some at a time in one
 * transaction each, so that a program that is killed half way leaves whole credentials and nothing else; run again it goes on
 * where it stopped, and where nothing is due it issues nothing and writes to nobody.
 */
import type { AwardDue } from '../ports/exam-records.ts';
import type { World } from '../ports/ports.ts';
import { award } from './award.ts';

type IssueWorld = Pick<
  World,
  'records' | 'clock' | 'chance' | 'keys' | 'issuing' | 'origin' | 'papers'
>;

const WORKER = { rights: 'worker', person: undefined } as const;
const AT_ONCE = 50;

export interface Issued {
  readonly issued: number;
  /** Passed exams for which a rule stands in the way, by the rule. */
  readonly refused: Readonly<Record<string, number>>;
}

/** `told` hears how many have been issued after each transaction. */
export async function issueDue(
  world: IssueWorld,
  told: (issued: number) => void = () => {},
): Promise<Issued> {
  const refused = new Map<string, number>();
  let issued = 0;
  let after: string | undefined;
  for (;;) {
    const { last, kinds } = await someAwards(world, after);
    for (const kind of kinds) {
      if (kind === undefined) {
        issued += 1;
      } else {
        refused.set(kind, (refused.get(kind) ?? 0) + 1);
      }
    }
    if (last === undefined) {
      return { issued, refused: Object.fromEntries(refused) };
    }
    told(issued);
    after = last;
  }
}

/** The next ones; undefined stands for an award, a word for the rule that stood in its way. */
async function someAwards(
  world: IssueWorld,
  after: string | undefined,
): Promise<{ readonly last: string | undefined; readonly kinds: readonly (string | undefined)[] }> {
  return await world.records.as(WORKER, async (records) => {
    await records.register.oneBatchAtATime();
    const due: readonly AwardDue[] = await records.register.awardsDue(after, AT_ONCE);
    const kinds: (string | undefined)[] = [];
    for (const { scoredAt, ...passed } of due) {
      const on = world.clock.dayOf(scoredAt);
      const done = await award(world, records, { ...passed, on });
      kinds.push(done.ok ? undefined : done.refusal.kind);
    }
    return { last: due.at(-1)?.sitting, kinds };
  });
}

/**
 * For whoever had another name decided since they passed: the one before could not be printed, and nobody waits for somebody to
 * remember it. Answers how many were issued.
 */
export async function issueToRenamed(world: IssueWorld): Promise<number> {
  return await world.records.as(WORKER, async (records) => {
    await records.register.oneBatchAtATime();
    let issued = 0;
    for (const { scoredAt, ...passed } of await records.register.awardsDueToRenamed()) {
      const done = await award(world, records, { ...passed, on: world.clock.dayOf(scoredAt) });
      issued += done.ok ? 1 : 0;
    }
    return issued;
  });
}
