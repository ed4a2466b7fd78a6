/**
 * The exam's journal: answers of many candidates who press at the same moment go to disk in one commit, and each is
 * acknowledged only after it.
 *
 * What an attacker controls: the numbers and the text of the answers, never the person, who is vouched for by the session.
 * One bad row must not hold back the others: a batch that fails is tried again row by row.
 */
import type { Acknowledged, AnswersToKeep, Journal } from '../../workflow/ports/journal.ts';
import type { Sql } from '../database/connect.ts';
import { inBatches } from './batches.ts';
import { codeOf } from './rows.ts';

const LARGEST_BATCH = 400;
const COMMITS_AT_ONCE = 2;

export function batchedJournal(worker: Sql): Journal {
  const append = inBatches(
    { largest: LARGEST_BATCH, atOnce: COMMITS_AT_ONCE },
    (batch: readonly AnswersToKeep[]) => keep(worker, batch),
  );
  return {
    append: async (answers) => {
      try {
        return await append(answers);
      } catch (cause) {
        if (codeOf(cause) === 'EH004') {
          return undefined;
        }
        throw cause;
      }
    },
  };
}

/** Locks are taken in one order, by sitting, so that two batches never wait for each other. */
async function keep(
  worker: Sql,
  batch: readonly AnswersToKeep[],
): Promise<readonly (Acknowledged | undefined)[]> {
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
  const told = new Map(
    kept.map((row) => [row.k, { acknowledged: row.acknowledged, epoch: row.current_epoch }]),
  );
  return batch.map((_, k) => told.get(k));
}
