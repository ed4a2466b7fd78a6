/** One candidate's steps through an exam, by the use cases themselves; a step that is refused fails the test. */
import assert from 'node:assert/strict';
import {
  demonstrationKeys,
  examPrograms,
} from '../../src/demonstration/items/demonstration-forms.ts';
import type { Json } from '../../src/kernel/bytes/canonical-json.ts';
import { appendAnswers } from '../../src/workflow/exam/append-answers.ts';
import { examPage } from '../../src/workflow/exam/exam-page.ts';
import { openSitting, sittingView } from '../../src/workflow/exam/open-sitting.ts';
import { startSitting } from '../../src/workflow/exam/start-sitting.ts';
import type { World } from '../../src/workflow/ports/ports.ts';
import type { TestDatabase } from './database.ts';

export const PROGRAM = 'larkspur-care';
const keys = new Map(
  examPrograms.flatMap(demonstrationKeys).map((key) => [key.item, key.optionId]),
);

/** An answer to each question that earns its point. */
export const rightAnswers = (items: readonly { readonly id: string }[]) =>
  items.map(({ id }) => [id, { option: keys.get(id) ?? '' }] as const);

export function stepsIn(world: World, database: TestDatabase) {
  const offer = async (person: string, program: string = PROGRAM) => {
    const answer = await examPage(world, person, program);
    assert.ok(answer.ok);
    return answer.value;
  };
  const started = async (person: string): Promise<string> => {
    const answer = await startSitting(world, person, PROGRAM);
    assert.ok(answer.ok, answer.ok ? '' : answer.refusal.because);
    return answer.value;
  };
  const opened = async (person: string, sitting: string) => {
    const answer = await openSitting(world, person, sitting);
    assert.ok(answer.ok);
    return answer.value;
  };
  const view = async (person: string, sitting: string) => {
    const answer = await sittingView(world, person, sitting);
    assert.ok(answer.ok);
    return answer.value;
  };
  const send = (
    person: string,
    sitting: string,
    epoch: number,
    responses: readonly (readonly [item: string, response: Json])[],
    client = world.chance.uuid(),
  ) =>
    appendAnswers(world, {
      sitting,
      person,
      epoch,
      client,
      events: responses.map(([item, response], k) => ({ n: k + 1, item, response, ms: 1000 * k })),
    });
  /** Lets time go by: everything that was stamped was stamped that much earlier. */
  const move = (sitting: string, ms: number) =>
    database.owner.begin(async (tx) => {
      const by = `${ms} milliseconds`;
      await tx`update exam.clock_event set at = at - ${by}::interval where sitting = ${sitting}`;
      await tx`update exam.answer_event set server_at = server_at - ${by}::interval where sitting = ${sitting}`;
    });
  const tally = async (sitting: string) => {
    const [row] = await database.owner<{ submits: number; results: number; lines: number }[]>`select
      (select count(*) from exam.clock_event where sitting = ${sitting} and kind = 'submit') as submits,
      (select count(*) from exam.result where sitting = ${sitting}) as results,
      (select count(*) from ledger.opening where plain->>'matter' = ${sitting}) as lines`;
    return row;
  };
  return { offer, started, opened, view, send, move, tally };
}
