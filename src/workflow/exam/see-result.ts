/** The result of one exam, as its candidate reads it: pass or fail first, and no surer than the questions allow. */
import { clockOf } from '../../casework/sitting/clock.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import type { DecisionKind } from '../../program/definition/rules.ts';
import { type ScoreReport, scoreReport } from '../../reporting/score-report/score-report.ts';
import { appealsOnResults, type ResultAppeal } from '../apply/result-appeals.ts';
import type { World } from '../ports/ports.ts';
import { lastDayOf, resultAppealKinds } from './result-appeal.ts';
import { programInCatalog, type StoredResult, storedResultOf } from './score.ts';
import { formOf } from './stored-form.ts';
import { type MayTakeAgain, takeAgainOffer } from './take-again.ts';

export interface SeenResult {
  readonly program: { readonly id: string; readonly name: string; readonly notice: string };
  /** Undefined while a person looks at why it could not be scored. */
  readonly report: ScoreReport | undefined;
  /** The day until which an appeal can be lodged; undefined where none can be. */
  readonly mayAppealUntil: CivilDate | undefined;
  /** The kinds of ground that are still in time. */
  readonly appealKinds: readonly DecisionKind[];
  readonly appeal: ResultAppeal | undefined;
  /** What entitles to having it set aside on request. */
  readonly takeAgain: MayTakeAgain | undefined;
  /** It was, on request. */
  readonly setAsideOnRequest: boolean;
  /** The address of the credential that this exam earned. */
  readonly credential: string | undefined;
}

const NOTHING = {
  mayAppealUntil: undefined,
  appealKinds: [],
  takeAgain: undefined,
  setAsideOnRequest: false,
  appeal: undefined,
  credential: undefined,
};

export type ResultRefusal = 'no-such-sitting' | 'not-handed-in';

export async function seeResult(
  world: Pick<World, 'records' | 'clock'>,
  person: string,
  sitting: string,
): Promise<Result<SeenResult, ResultRefusal>> {
  return await world.records.as(
    { rights: 'candidate', person },
    async (records): Promise<Result<SeenResult, ResultRefusal>> => {
      const { exam } = records;
      const row = await exam.sitting(sitting);
      if (row === undefined) {
        return refuse('no-such-sitting', 'there is no such exam in your account');
      }
      const { id, name, notice } = programInCatalog(row.program);
      const program = { id, name, notice };
      const result = await exam.result(sitting);
      const form = await exam.form(row.form);
      if (result === undefined || form === undefined) {
        return clockOf(await exam.clock(sitting)).status === 'submitted'
          ? success({ program, report: undefined, ...NOTHING })
          : refuse('not-handed-in', 'this exam has not been handed in yet');
      }
      const appeal = (await appealsOnResults(records)).find((one) => one.sitting === sitting);
      const stored = storedResultOf(result.report);
      const kinds = resultAppealKinds(row.program, stored, result.scoredAt);
      const open = !result.passed && appeal === undefined;
      const mayAppealUntil = open ? lastDayOf(kinds, world.clock.today()) : undefined;
      const credentials = result.passed ? await records.register.mine() : [];
      const credential = credentials.find((one) => one.program === row.program)?.id;
      return success({
        program,
        report: reportOf(stored, row.program, formOf(form.body), {
          appealUntil: mayAppealUntil,
          issued: credential !== undefined,
        }),
        mayAppealUntil,
        appealKinds: kinds
          .filter(({ until }) => world.clock.today() <= until)
          .map(({ kind }) => kind),
        appeal,
        takeAgain: await takeAgainOffer(records, sitting, world.clock.today()),
        setAsideOnRequest: (await exam.setAside()).some((one) => one.sitting === sitting),
        credential,
      });
    },
  );
}

function reportOf(
  stored: StoredResult,
  programId: string,
  form: ReturnType<typeof formOf>,
  now: { readonly appealUntil: CivilDate | undefined; readonly issued: boolean },
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
    ...now,
    retakeRule:
      retake.rule.value === null ? undefined : `Taking the exam again: ${retake.rule.value}`,
  });
}
