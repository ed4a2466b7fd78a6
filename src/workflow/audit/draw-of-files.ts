/** `evenhand draw`, without the command line: two files become a draw, its tickets and its report. */
import { type DrawMethod, fairDraw } from '../../fairness/draw/fair-draw.ts';
import { ticketsText } from '../../fairness/draw/lottery.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { GrowingSolver } from '../../numerics/linear/growing-program.ts';
import type { DrawReport } from '../../reporting/draw-report/draw-report.ts';
import { type PoolColumns, readPool, readQuotas } from './read-draw.ts';

export interface DrawPlan extends PoolColumns {
  readonly size: number;
  readonly method: DrawMethod;
  readonly seed: string;
  readonly publicWords: string;
  readonly staying: readonly string[];
  readonly left: readonly string[];
}

export interface DrawFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DrawOfFiles {
  readonly report: DrawReport;
  /** The tickets as the file that is published. */
  readonly tickets: string;
}

export function drawOfFiles(
  solver: GrowingSolver,
  pool: DrawFile,
  quotas: DrawFile,
  plan: DrawPlan,
): Result<DrawOfFiles> {
  const rules = readQuotas(quotas.bytes);
  if (!rules.ok) {
    return refuse(rules.refusal.kind, `the quotas "${quotas.name}": ${rules.refusal.because}`);
  }
  const read = readPool(pool.bytes, rules.value, plan);
  if (!read.ok) {
    return read;
  }
  const { people, idColumn } = read.value;
  const { size, method, seed, publicWords, staying, left } = plan;
  const draw = fairDraw(solver, {
    people,
    rules: { size, quotas: rules.value },
    method,
    seed,
    publicWords,
    staying,
    left,
  });
  if (!draw.ok) {
    // A rule that is wrong by itself stands in the file of quotas, everything else in the pool.
    return draw.refusal.kind === 'bad-quota'
      ? refuse('bad-quota', `the quotas "${quotas.name}": ${draw.refusal.because}`)
      : draw;
  }
  return success({
    tickets: ticketsText(draw.value.tickets.list),
    report: {
      pool: pool.name,
      quotas: quotas.name,
      idColumn,
      household: plan.household,
      size,
      asked: rules.value,
      order: people,
      left,
      draw: draw.value,
    },
  });
}
