/** One draw, in a thread of its own: it may take minutes, and nobody else waits for it. */
import { parentPort, workerData } from 'node:worker_threads';
import { type DrawFile, type DrawPlan, drawOfFiles } from '../../workflow/audit/draw-of-files.ts';
import { growingSolver } from './growing-solver.ts';

const { pool, quotas, plan } = workerData as {
  readonly pool: DrawFile;
  readonly quotas: DrawFile;
  readonly plan: DrawPlan;
};
parentPort?.postMessage(drawOfFiles(await growingSolver(), pool, quotas, plan));
