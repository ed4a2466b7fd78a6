/**
 * An appeal against an exam result: until when, on which grounds, and what it does. It is a matter like any other, so
 * people who had no part in it decide; the record of the sitting (time, pauses, what was given back) goes to them with
 * it. If it is upheld the result is set aside: it counts as no try, and the exam may be taken again without a new
 * application or fee. It never turns a result into a pass.
 */
import {
  criteriaOf,
  EXAM_KINDS,
  expressionOf,
  type KindInTime,
  type LodgeRefusal,
  mayLodgeOnResult,
} from '../../casework/appeal/appeal.ts';
import { open } from '../../casework/matter/decide.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { notOpened } from '../../casework/matter/matter.ts';
import { allowedMs, clockOf } from '../../casework/sitting/clock.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import {
  addDays,
  type CivilDate,
  civilDateAt,
  inWordsShort,
} from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { appealDaysUnder } from '../../program/catalog/appeal-days.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { appealsOnResults } from '../apply/result-appeals.ts';
import type { SittingRow } from '../ports/exam-records.ts';
import type { MatterRow } from '../ports/matter-history.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { programInCatalog, type StoredResult, storedResultOf } from './score.ts';
import { allowanceIn } from './stored-form.ts';

/** The last day of each kind of ground: counted from the day the result was there to read, by the rules it rests on. */
export function resultAppealKinds(
  program: string,
  { rules }: Pick<StoredResult, 'rules'>,
  scoredAt: number,
): readonly KindInTime[] {
  const offered = programInCatalog(program);
  const readOn = civilDateAt(scoredAt, defaultsOf(offered).zone);
  return EXAM_KINDS.map((kind) => ({
    kind,
    until: addDays(readOn, appealDaysUnder(offered, rules, kind)),
  }));
}

/** The last day on which any of them can be stated; undefined where all are over. */
export function lastDayOf(kinds: readonly KindInTime[], today: CivilDate): CivilDate | undefined {
  return kinds
    .map(({ until }) => until)
    .filter((until) => today <= until)
    .toSorted()
    .at(-1);
}

export async function lodgeResultAppeal(
  world: Pick<World, 'records' | 'clock' | 'chance'>,
  asked: {
    readonly person: string;
    readonly sitting: string;
    readonly grounds: readonly string[];
    readonly statement: string;
  },
): Promise<Result<MatterRow, LodgeRefusal | 'no-such-sitting'>> {
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    await records.matters.oneFilingAtATime();
    const sitting = await records.exam.sitting(asked.sitting);
    const result = await records.exam.result(asked.sitting);
    if (sitting === undefined || result === undefined) {
      return refuse('no-such-sitting', 'there is no such result in your account');
    }
    const today = world.clock.today();
    const earlier = await appealsOnResults(records);
    const stored = storedResultOf(result.report);
    const may = mayLodgeOnResult({
      ...asked,
      passed: result.passed,
      on: today,
      kinds: resultAppealKinds(sitting.program, stored, result.scoredAt),
      appealed: earlier.some((appeal) => appeal.sitting === sitting.id),
    });
    if (!may.ok) {
      return may;
    }
    const criteria = criteriaOf(EXAM_KINDS, asked.grounds);
    const row = rowOf(world, sitting, stored, today);
    const opened = open(notOpened, {
      ...row,
      criteria,
      expression: expressionOf(criteria),
      appealDays: defaultsOf(programInCatalog(sitting.program)).appealDays,
    });
    if (!opened.ok) {
      throw new Error(`an appeal could not be opened: ${opened.refusal.because}`);
    }
    const claim = {
      grounds: [...asked.grounds],
      statement: asked.statement.trim(),
      record: await recordOf(records, sitting, stored),
    };
    await records.matters.open(row, asked.person, claim, opened.value);
    return success(row);
  });
}

function rowOf(
  { chance }: Pick<World, 'chance'>,
  { id, program }: SittingRow,
  { rules }: StoredResult,
  today: CivilDate,
): MatterRow {
  const { decideAppealWithin, holidays } = defaultsOf(programInCatalog(program));
  return {
    id: chance.uuid(),
    label: labelFrom('P', chance.bytes(7)),
    kind: 'appeal',
    program,
    rules,
    openedOn: today,
    promisedBy: answerDay(decideAppealWithin, today, holidays),
    appealOf: undefined,
    resultOf: id,
  };
}

const inEach = <Part>(parts: readonly Part[], words: (part: Part) => string): string =>
  parts.map(words).join('; ');
const minutes = (ms: number): string => `${Math.round(ms / 60_000)} minutes`;

/** What the server wrote down about the sitting, in words and with nothing that says who sat it. */
async function recordOf(
  { exam }: Records,
  sitting: SittingRow,
  { score, takenOn }: StoredResult,
): Promise<Json> {
  const rows = await exam.clock(sitting.id);
  const clock = clockOf(rows);
  const given = rows.filter(({ kind }) => kind === 'grant' || kind === 'outage');
  return [
    ['Day of the exam', inWordsShort(takenOn)],
    [
      'Result',
      inEach(score.parts, ({ right, of, cut }) => `${right} of ${of} right; passing takes ${cut}`),
    ],
    ['Questions answered', inEach(score.parts, ({ answered, of }) => `${answered} of ${of}`)],
    ['Time allowed', minutes(allowedMs(allowanceIn(sitting)))],
    ['Time used', minutes(clock.usedMs)],
    ['Time given back', minutes(given.reduce((sum, { ms }) => sum + ms, 0))],
    ['Pauses', String(rows.filter(({ kind }) => kind === 'pause').length)],
  ];
}
