/** Draws in a thread of their own, with the same answer as in this one. */
import { Worker } from 'node:worker_threads';
import type { Result } from '../../kernel/result/result.ts';
import type { DrawOfFiles } from '../../workflow/audit/draw-of-files.ts';
import type { DrawsFromFiles } from '../../workflow/opening/hold-draw.ts';

/** `program` is the compiled `draw-worker`. */
export const drawApart =
  (program: URL): DrawsFromFiles =>
  (pool, quotas, plan) =>
    new Promise<Result<DrawOfFiles>>((resolve, reject) => {
      const worker = new Worker(program, { workerData: { pool, quotas, plan } });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread of a draw ended without a result')));
    });
