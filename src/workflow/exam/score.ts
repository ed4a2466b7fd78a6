/**
 * Scoring one sitting that was handed in: the answers that count, from the journal; the keys, opened from the vault for
 * this moment only; the result, its line in the decision log, and on a pass the award.
 */
import { formItems } from '../../casework/form/form.ts';
import { clockOf } from '../../casework/sitting/clock.ts';
import { decideScore } from '../../casework/sitting/decide.ts';
import { answersThatCount } from '../../casework/sitting/journal.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { type CivilDate, civilDateAt } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { type OfferedProgram, rulesInForce } from '../../program/definition/offered-program.ts';
import { type SittingScore, scoreSitting } from '../../psychometrics/scoring/score-sitting.ts';
import type { SittingRow } from '../ports/exam-records.ts';
import type { Records } from '../ports/records.ts';
import { recordInLog } from '../publish/record-in-log.ts';
import type { AwardOnPass, ExamEndWorld, HandedIn } from './award-on-pass.ts';
import { allowanceIn, formOf, openedItemKey, shownIn } from './stored-form.ts';

/** What is kept of a result: the counts, once worked out; which question was right is kept apart, for measuring only. */
export interface StoredResult {
  readonly score: Pick<SittingScore, 'outcome' | 'parts' | 'domains'>;
  readonly takenOn: CivilDate;
  readonly form: string;
  readonly formHash: string;
  /** The program's rules on that day. */
  readonly rules: string;
}

export async function scoreSittingIn(
  world: ExamEndWorld,
  records: Records,
  row: SittingRow,
  award: AwardOnPass,
): Promise<HandedIn> {
  const clock = await records.exam.clock(row.id);
  const known = await records.exam.result(row.id);
  if (!decideScore(clockOf(clock), known !== undefined).ok) {
    return known === undefined ? 'held' : 'scored';
  }
  const form = await usedForm(records, row);
  const keys = await records.exam.sealedKeys(row.form);
  const facts = { allowance: allowanceIn(row), clock, shown: shownIn(row) };
  const score = scoreSitting(
    form,
    keys.map((key) => openedItemKey(world.vault, key)),
    answersThatCount(facts, await records.exam.answers(row.id)),
  );
  if (!score.ok) {
    return 'held';
  }
  const program = programInCatalog(row.program);
  const takenOn = civilDateAt(clockOf(clock).startedAt ?? row.createdAt, defaultsOf(program).zone);
  const { outcome, parts, domains, responses } = score.value;
  const stored = {
    score: { outcome, parts, domains },
    takenOn,
    form: form.id,
    formHash: form.hash,
    rules: rulesInForce(program, takenOn).id,
  } satisfies StoredResult;
  await records.exam.saveResult(row.id, outcome === 'passed', asJson(stored), responses);
  await logged(world, records, row, stored);
  if (outcome === 'passed') {
    const { id: sitting, person } = row;
    const on = world.clock.today();
    await award(records, { sitting, person, program: row.program, formKind: form.kind, on });
  }
  return 'scored';
}

async function logged(
  world: ExamEndWorld,
  records: Records,
  row: SittingRow,
  { score, rules, formHash }: StoredResult,
): Promise<void> {
  const line = {
    kind: 'exam-result',
    program: row.program,
    rules,
    decidedOn: world.clock.today(),
    label: row.id,
    outcome: { outcome: score.outcome, form: formHash },
  };
  await recordInLog(records, world.chance, line, {});
}

async function usedForm(records: Records, row: SittingRow) {
  const stored = await records.exam.form(row.form);
  if (stored === undefined) {
    throw new Error(`the form ${row.form} of a sitting is gone`);
  }
  const form = formOf(stored.body);
  if (formItems(form).length === 0) {
    throw new Error(`the form ${row.form} has no questions`);
  }
  return form;
}

export function programInCatalog(id: string): OfferedProgram {
  const program = programOf(id);
  if (program === undefined) {
    throw new Error(`a sitting names a program that is not in the catalog: ${id}`);
  }
  return program;
}

const asJson = (stored: StoredResult): Json => stored as unknown as Json;
export const storedResultOf = (report: Json): StoredResult => report as unknown as StoredResult;
