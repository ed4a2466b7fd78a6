/**
 * The end of an exam: the candidate hands in, or time has run out and the server hands in what it holds. One
 * transaction ends the clock, scores the journal, keeps the result, writes the line in the decision log and, on a pass,
 * awards the credential; so that no result exists without its line, and no credential without its result.
 */
import { clockOf } from '../../casework/sitting/clock.ts';
import { decideSubmit, decideTimeout } from '../../casework/sitting/decide.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Records } from '../ports/records.ts';
import type { AwardOnPass, ExamEndWorld, HandedIn } from './award-on-pass.ts';
import { scoreSittingIn } from './score.ts';
import { allowanceIn } from './stored-form.ts';

type HandInRefusal = 'no-such-sitting' | 'not-started' | 'paused';

const WORKER = { rights: 'worker', person: undefined } as const;

/** Final; asked again it changes nothing and answers the same. */
export async function submitSitting(
  world: ExamEndWorld,
  person: string,
  sitting: string,
  award: AwardOnPass,
): Promise<Result<HandedIn, HandInRefusal>> {
  return await world.records.as(
    WORKER,
    async (records): Promise<Result<HandedIn, HandInRefusal>> => {
      const row = await heldRow(records, sitting);
      if (row === undefined || row.person !== person) {
        return refuse('no-such-sitting', 'there is no such exam in your account');
      }
      const clock = clockOf(await records.exam.clock(sitting));
      const rows = decideSubmit(clock, await records.exam.now());
      if (!rows.ok) {
        return rows;
      }
      for (const { kind, ms } of rows.value) {
        await records.exam.noteClock(sitting, kind, ms, 'handed in by the candidate');
      }
      return success(await scoreSittingIn(world, records, row, award));
    },
  );
}

/**
 * Asked every few seconds: ends what has run out, and scores what could not be scored before. `held` are those that
 * still cannot be: somebody has to look.
 */
export async function closeExpired(
  world: ExamEndWorld,
  award: AwardOnPass,
): Promise<{ readonly ended: readonly string[]; readonly held: readonly string[] }> {
  const { running, unscored } = await world.records.as(WORKER, async ({ exam }) => ({
    running: await exam.running(),
    unscored: await exam.unscored(),
  }));
  const ended = await each(running, (sitting) => closeIfExpired(world, sitting, award));
  const held = await each(
    unscored,
    async (sitting) => (await scoreAgain(world, sitting, award)) === 'held',
  );
  const faults = [...ended.faults, ...held.faults];
  if (faults.length > 0) {
    throw new AggregateError(faults, `${faults.length} exams could not be ended or scored`);
  }
  return { ended: ended.those, held: held.those };
}

/** One exam after the other, and none held up by another's fault. */
async function each(sittings: readonly string[], ask: (sitting: string) => Promise<boolean>) {
  const those: string[] = [];
  const faults: unknown[] = [];
  for (const sitting of sittings) {
    const [answer] = await Promise.allSettled([ask(sitting)]);
    if (answer.status === 'rejected') {
      faults.push(answer.reason);
    } else if (answer.value) {
      those.push(sitting);
    }
  }
  return { those, faults };
}

function scoreAgain(world: ExamEndWorld, sitting: string, award: AwardOnPass): Promise<HandedIn> {
  return world.records.as(WORKER, async (records) => {
    const row = await heldRow(records, sitting);
    return row === undefined ? 'held' : await scoreSittingIn(world, records, row, award);
  });
}

async function closeIfExpired(
  world: ExamEndWorld,
  sitting: string,
  award: AwardOnPass,
): Promise<boolean> {
  return await world.records.as(WORKER, async (records) => {
    const row = await heldRow(records, sitting);
    if (row === undefined) {
      return false;
    }
    const clock = clockOf(await records.exam.clock(sitting));
    const rows = decideTimeout(clock, allowanceIn(row), await records.exam.now());
    if (!rows.ok || rows.value.length === 0) {
      return false;
    }
    for (const { kind, ms } of rows.value) {
      await records.exam.noteClock(sitting, kind, ms, 'time was up');
    }
    await scoreSittingIn(world, records, row, award);
    return true;
  });
}

/** No answer is added while this transaction runs: what it reads is all that counts before the hand-in. */
async function heldRow({ exam }: Records, sitting: string) {
  return (await exam.hold(sitting)) ? await exam.sitting(sitting) : undefined;
}
