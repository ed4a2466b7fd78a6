/**
 * Work that outlives a request: queued in the transaction that caused it, done within milliseconds after its commit,
 * tried again where it failed, and never lost when the program is killed.
 */
import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Where } from '../database/connect.ts';
import { asPg } from '../database/prepare.ts';

export type Job = (payload: unknown) => Promise<void>;

export interface RunningJobs {
  stop(): Promise<void>;
}

/** `report` is told of jobs that failed; they are tried again with growing pauses. */
export async function runJobs(
  where: Where,
  jobs: Readonly<Record<string, Job>>,
  report: (name: string, cause: unknown) => void,
): Promise<RunningJobs> {
  const pool = new pg.Pool({ ...asPg(where), max: 5 });
  pool.on('error', (cause) => report('connection', cause));
  pool.on('connect', (client) => {
    client.on('error', (cause) => report('connection', cause));
  });
  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      async (payload: unknown) => {
        try {
          await job(payload);
        } catch (cause) {
          report(name, cause);
          throw cause;
        }
      },
    ]),
  );
  const runner: Runner = await run({
    pgPool: pool,
    taskList,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new Logger(() => () => {}),
  });
  return {
    stop: async () => {
      await runner.stop();
      await pool.end();
    },
  };
}
