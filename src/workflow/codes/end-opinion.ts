/** An opinion no longer holds: it is withdrawn, or another takes its place. It stays readable, and whoever asked is told. */
import { supersede, withdraw } from '../../casework/opinion/decide.ts';
import { type OpinionEvent, stateOf } from '../../casework/opinion/opinion.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import {
  type ActOnQuestion,
  changeQuestion,
  type QuestionRefusal,
  tellAsker,
} from './change-question.ts';

type EndWorld = Pick<World, 'records' | 'clock' | 'chance' | 'origin'>;
export type EndRefusal = QuestionRefusal | 'not-in-effect' | 'no-later-opinion' | 'reason-missing';

/** With `later` empty it is withdrawn; otherwise the opinion of that label takes its place. */
export async function endOpinion(
  world: EndWorld,
  asked: ActOnQuestion & { readonly reason: string; readonly later: string },
): Promise<Result<true, EndRefusal>> {
  return await world.records.as(asked.actor, async (records) => {
    const { actor, reason, later } = asked;
    const act = { on: world.clock.today(), by: actor.person, reason };
    const all = await records.opinions.list();
    type Ended = Result<OpinionEvent, Exclude<EndRefusal, QuestionRefusal>>;
    const changed = await changeQuestion(records, asked, (state, { label, program }): Ended => {
      const inEffect = all
        .filter((one) => one.program === program && stateOf(one.events).standing === 'published')
        .map((one) => one.label);
      return later === ''
        ? withdraw(state, act)
        : supersede(state, { ...act, later, own: label, inEffect });
    });
    if (!changed.ok) {
      return changed;
    }
    await tellAsker(world, records, changed.value, 'changed');
    return success(true);
  });
}
