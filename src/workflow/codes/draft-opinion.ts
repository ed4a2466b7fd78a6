/** A coordinator drafts an opinion, or says why there will be none. */
import { decline, draft } from '../../casework/opinion/decide.ts';
import { readDraft } from '../../casework/opinion/forms.ts';
import type { NamedPerson } from '../../casework/person/name.ts';
import type { Mistake, Typed } from '../../casework/person/typed-text.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import type { World } from '../ports/ports.ts';
import {
  type ActOnQuestion,
  changeQuestion,
  noSuchQuestion,
  type QuestionRefusal,
  tellAsker,
} from './change-question.ts';
import { codeAsKept } from './code-as-kept.ts';

export type Drafted =
  | { readonly ok: true }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

const WORKER = { rights: 'worker', person: undefined } as const;

/** Everybody who has an account. Whoever drafts never reads this list; a draft is only held against it. */
export const knownPeople = (world: Pick<World, 'records'>): Promise<readonly NamedPerson[]> =>
  world.records.as(WORKER, ({ opinions }) => opinions.knownPeople());

export async function draftOpinion(
  world: Pick<World, 'records' | 'clock'>,
  asked: ActOnQuestion & { readonly typed: Typed },
): Promise<Result<Drafted, QuestionRefusal | 'already-answered'>> {
  const on = world.clock.today();
  const found = await world.records.as(asked.actor, ({ opinions }) =>
    opinions.read(asked.question),
  );
  const code = found === undefined ? undefined : codeOf(found.program);
  if (code === undefined) {
    return noSuchQuestion();
  }
  const people = await knownPeople(world);
  const read = readDraft(asked.typed, { code: (await codeAsKept(world, code)).code, on, people });
  if (!read.ok) {
    return success(read);
  }
  return await world.records.as(asked.actor, async (records) => {
    const changed = await changeQuestion(records, asked, (state) =>
      draft(state, { on, by: asked.actor.person, words: read.value }),
    );
    return changed.ok ? success({ ok: true } as const) : changed;
  });
}

/** The asker is told, and reads the reason. */
export async function declineQuestion(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'origin'>,
  asked: ActOnQuestion & { readonly reason: string },
): Promise<Result<true, QuestionRefusal | 'already-answered' | 'draft-waits' | 'reason-missing'>> {
  return await world.records.as(asked.actor, async (records) => {
    const { actor, reason } = asked;
    const changed = await changeQuestion(records, asked, (state) =>
      decline(state, { on: world.clock.today(), by: actor.person, reason }),
    );
    if (!changed.ok) {
      return changed;
    }
    await tellAsker(world, records, changed.value, 'answered');
    return success(true);
  });
}
