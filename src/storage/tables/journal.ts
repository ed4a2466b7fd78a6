/**
 * The exam's journal: answers of many candidates who press at the same moment go to disk in one commit, and each is
 * acknowledged only after it. While one commit runs the next batch gathers, so that a busy exam makes batches by itself
 * and a quiet one waits for nobody.
 *
 * What an attacker controls: the numbers and the text of the answers, never the person, who is vouched for by the session.
 * One bad row must not hold back the others: a batch that fails is tried again row by row.
 */
import type { Acknowledged, AnswersToKeep, Journal } from '../../workflow/ports/journal.ts';
import type { Sql } from '../database/connect.ts';
import { codeOf } from './rows.ts';

const LARGEST_BATCH = 400;
const COMMITS_AT_ONCE = 2;

interface Waiting {
  readonly answers: AnswersToKeep;
  resolve(answer: Acknowledged | undefined): void;
  reject(cause: unknown): void;
}

export function batchedJournal(worker: Sql): Journal {
  let waiting: Waiting[] = [];
  let running = 0;

  const next = (): void => {
    if (running >= COMMITS_AT_ONCE || waiting.length === 0) {
      return;
    }
    const batch = waiting.slice(0, LARGEST_BATCH);
    waiting = waiting.slice(LARGEST_BATCH);
    running += 1;
    void keep(worker, batch).finally(() => {
      running -= 1;
      next();
    });
  };

  return {
    append: (answers) =>
      new Promise((resolve, reject) => {
        waiting.push({ answers, resolve, reject });
        setImmediate(next);
      }),
  };
}

async function keep(worker: Sql, batch: readonly Waiting[]): Promise<void> {
  try {
    const answers = await append(
      worker,
      batch.map((row) => row.answers),
    );
    batch.forEach((row, place) => {
      row.resolve(answers.get(place));
    });
  } catch (cause) {
    if (batch.length > 1) {
      await Promise.all(batch.map((row) => keep(worker, [row])));
      return;
    }
    const [only] = batch;
    if (codeOf(cause) === 'EH004') {
      only?.resolve(undefined);
    } else {
      only?.reject(cause);
    }
  }
}

/** Locks are taken in one order, by sitting, so that two batches never wait for each other. */
async function append(
  worker: Sql,
  batch: readonly AnswersToKeep[],
): Promise<ReadonlyMap<number, Acknowledged>> {
  const rows = batch
    .map((answers, k) => ({
      k,
      s: answers.sitting,
      p: answers.person,
      e: answers.epoch,
      c: answers.client,
      v: answers.events,
    }))
    .sort((a, b) => (a.s < b.s ? -1 : a.s > b.s ? 1 : 0));
  const kept = await worker<{ k: number; acknowledged: number; current_epoch: number }[]>`
    select x.k, r.acknowledged, r.current_epoch
    from jsonb_to_recordset(${worker.json(rows as never)}) as x(k int, s uuid, p uuid, e int, c uuid, v jsonb)
    cross join lateral exam.append_answers(x.s, x.p, x.e, x.c, x.v) r`;
  return new Map(
    kept.map((row) => [row.k, { acknowledged: row.acknowledged, epoch: row.current_epoch }]),
  );
}
