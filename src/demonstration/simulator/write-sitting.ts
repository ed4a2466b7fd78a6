/**
 * One invented exam: the order of options drawn as for anybody, an answer to each question a minute or so apart, handed
 * in, and scored by the real scoring function from those answers and the real keys.
 */
import { grantedFrom } from '../../casework/accommodation/accommodation.ts';
import { formItems, formMinutes } from '../../casework/form/form.ts';
import { drawnOptionOrders } from '../../casework/form/option-order.ts';
import type { Allowance } from '../../casework/sitting/clock.ts';
import { toHex } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import { type SittingScore, scoreSitting } from '../../psychometrics/scoring/score-sitting.ts';
import type { SittingToLoad } from '../../workflow/ports/body-to-load.ts';
import {
  demonstrationExam,
  demonstrationKeys,
  type ExamProgram,
} from '../items/demonstration-forms.ts';
import { oneOf } from '../people/draw.ts';
import { instantOn } from './desk-days.ts';
import type { PlannedSitting } from './lives.ts';
import type { Writing } from './matter-record.ts';
import type { WrittenRequest } from './write-accommodation.ts';
import { offered } from './write-application.ts';

const MINUTE = 60_000;

export interface Paper {
  readonly form: ReturnType<typeof demonstrationExam>['form'];
  readonly items: ReturnType<typeof demonstrationExam>['items'];
  readonly keys: ReturnType<typeof demonstrationKeys>;
}

export const paperOf = (program: ExamProgram): Paper => ({
  ...demonstrationExam(program),
  keys: demonstrationKeys(program),
});

export function writeSitting(
  { chance, ids }: Writing,
  plan: PlannedSitting,
  person: string,
  paper: Paper,
  request: WrittenRequest | undefined,
): SittingToLoad {
  const { form, items, keys } = paper;
  const startedAt = instantOn(chance, plan.on, 'exam');
  const granted =
    request?.grantedOn !== undefined && request.grantedOn < plan.on
      ? grantedFrom([request.kind])
      : grantedFrom([]);
  const allowance: Allowance = {
    limitMs: formMinutes(form) * MINUTE,
    multiplier: granted.multiplier,
    extraMs: granted.breakMinutes * MINUTE,
  };
  const answers = answersOf(chance, plan, paper, startedAt);
  const score = scoreSitting(
    form,
    keys,
    new Map(answers.map(({ item, option }) => [item, option])),
  );
  if (!score.ok) {
    throw new Error(`a sitting could not be scored: ${score.refusal.because}`);
  }
  const { outcome, parts, domains, responses } = score.value;
  if ((outcome === 'passed') !== plan.passed) {
    throw new Error('a sitting was planned otherwise than it was scored');
  }
  const report = {
    score: { outcome, parts, domains } satisfies Pick<
      SittingScore,
      'outcome' | 'parts' | 'domains'
    >,
    takenOn: plan.on,
    form: form.id,
    formHash: form.hash,
    rules: rulesInForce(offered(form.program), plan.on).id,
  };
  return {
    id: ids.uuid(),
    person,
    program: form.program,
    form: form.id,
    granted: { ...allowance } satisfies Json,
    optionOrders: drawnOptionOrders(items, toHex(ids.bytes(16))) satisfies Json,
    startedAt,
    submittedAt: startedAt + (answers.length + 1) * Math.round(0.8 * MINUTE),
    answers,
    passed: outcome === 'passed',
    report: report as unknown as Json,
    responses,
  };
}

/** The right option, or one of the others. */
function answersOf(
  chance: Writing['chance'],
  { rights }: PlannedSitting,
  { form, items, keys }: Paper,
  startedAt: number,
): SittingToLoad['answers'] {
  return formItems(form).map(({ item: id }, place) => {
    const item = items.find((one) => one.id === id);
    const right = keys.find((key) => key.item === id)?.optionId ?? '';
    const wrong = (item?.options ?? []).filter((option) => option.id !== right);
    return {
      item: id,
      option: rights[place] === true ? right : oneOf(chance, wrong).id,
      at: startedAt + (place + 1) * Math.round(0.8 * MINUTE),
    };
  });
}
