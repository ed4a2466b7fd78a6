/** The second reader signs a draft, which publishes it and tells whoever asked, or returns it with a reason. */
import { giveBack, type SignRefusal, sign } from '../../casework/opinion/decide.ts';
import { draftNames, namesSomebody } from '../../casework/opinion/forms.ts';
import type { OpinionEvent } from '../../casework/opinion/opinion.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import { versionInForce } from '../../program/conduct/in-force.ts';
import type { World } from '../ports/ports.ts';
import {
  type ActOnQuestion,
  changeQuestion,
  type QuestionRefusal,
  tellAsker,
} from './change-question.ts';
import { knownPeople } from './draft-opinion.ts';

export async function signOpinion(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'origin'>,
  asked: ActOnQuestion,
): Promise<Result<true, QuestionRefusal | SignRefusal | 'names-somebody'>> {
  // Whoever came since it was drafted is looked for too.
  const people = await knownPeople(world);
  return await world.records.as(asked.actor, async (records) => {
    const on = world.clock.today();
    type Signed = Result<OpinionEvent, SignRefusal | 'names-somebody'>;
    const changed = await changeQuestion(records, asked, (state, { program }): Signed => {
      const name = state.draft === undefined ? undefined : draftNames(state.draft, people);
      if (name !== undefined) {
        return refuse('names-somebody', namesSomebody(name));
      }
      const code = codeOf(program);
      const version = code === undefined ? undefined : versionInForce(code, on);
      const inForce = version?.ok === true ? version.value.id : '';
      return sign(state, { on, by: asked.actor.person, inForce });
    });
    if (!changed.ok) {
      return changed;
    }
    await tellAsker(world, records, changed.value, 'answered');
    return success(true);
  });
}

export async function returnDraft(
  world: Pick<World, 'records' | 'clock'>,
  asked: ActOnQuestion & { readonly reason: string },
): Promise<Result<true, QuestionRefusal | 'nothing-drafted' | 'reason-missing'>> {
  return await world.records.as(asked.actor, async (records) => {
    const { actor, reason } = asked;
    const changed = await changeQuestion(records, asked, (state) =>
      giveBack(state, { on: world.clock.today(), by: actor.person, reason }),
    );
    return changed.ok ? success(true) : changed;
  });
}
