/** The result of one exam, as its candidate reads it: pass or fail first, and no surer than the questions allow. */
import { clockOf } from '../../casework/sitting/clock.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import { type ScoreReport, scoreReport } from '../../reporting/score-report/score-report.ts';
import type { World } from '../ports/ports.ts';
import { programInCatalog, type StoredResult, storedResultOf } from './score.ts';
import { formOf } from './stored-form.ts';

export interface SeenResult {
  readonly program: { readonly id: string; readonly name: string; readonly notice: string };
  /** Undefined while a person looks at why it could not be scored. */
  readonly report: ScoreReport | undefined;
}

export type ResultRefusal = 'no-such-sitting' | 'not-handed-in';

export async function seeResult(
  world: Pick<World, 'records'>,
  person: string,
  sitting: string,
): Promise<Result<SeenResult, ResultRefusal>> {
  return await world.records.as(
    { rights: 'candidate', person },
    async ({ exam }): Promise<Result<SeenResult, ResultRefusal>> => {
      const row = await exam.sitting(sitting);
      if (row === undefined) {
        return refuse('no-such-sitting', 'there is no such exam in your account');
      }
      const { id, name, notice } = programInCatalog(row.program);
      const result = await exam.result(sitting);
      const form = await exam.form(row.form);
      if (result === undefined || form === undefined) {
        return clockOf(await exam.clock(sitting)).status === 'submitted'
          ? success({ program: { id, name, notice }, report: undefined })
          : refuse('not-handed-in', 'this exam has not been handed in yet');
      }
      const report = reportOf(storedResultOf(result.report), row.program, formOf(form.body));
      return success({ program: { id, name, notice }, report });
    },
  );
}

function reportOf(
  stored: StoredResult,
  programId: string,
  form: ReturnType<typeof formOf>,
): ScoreReport {
  const program = programInCatalog(programId);
  const { retake } = rulesInForce(program, stored.takenOn);
  return scoreReport({
    score: { ...stored.score, responses: [] },
    program: program.name,
    takenOn: stored.takenOn,
    kind: form.kind,
    parts: form.parts.map(({ id, title, cut, domains }) => ({
      id,
      title,
      cutHow: cut.how,
      domains,
    })),
    appealUntil: undefined,
    retakeRule:
      retake.rule.value === null ? undefined : `Taking the exam again: ${retake.rule.value}`,
  });
}
