/** Somebody proposes a change, or asks the board to look again at its answer. Whoever answers does not see who it is. */
import { askAgain, ideaPromisedBy } from '../../casework/idea/decide.ts';
import { readProposal } from '../../casework/idea/forms.ts';
import { ideaOf } from '../../casework/idea/idea.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import type { Mistake, Typed } from '../../casework/person/typed-text.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import type { IdeaRow } from '../ports/idea-records.ts';
import type { World } from '../ports/ports.ts';

type IdeaWorld = Pick<World, 'records' | 'clock' | 'chance'>;

export type Proposed =
  | { readonly ok: true; readonly value: IdeaRow }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** `id` is the form's own, so that a second press proposes once. */
export async function proposeIdea(
  world: IdeaWorld,
  asked: {
    readonly person: string;
    readonly id: string;
    /** Programs that are offered. */
    readonly programs: readonly string[];
    readonly typed: Typed;
  },
): Promise<Result<Proposed, 'proposed-before'>> {
  const on = world.clock.today();
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    const me = await records.people.me();
    if (me === undefined) {
      throw new Error('somebody signed in is nobody');
    }
    const read = readProposal(asked.typed, { programs: asked.programs, me });
    if (!read.ok) {
      return success({ ok: false, mistakes: read.mistakes });
    }
    const row: IdeaRow = {
      id: asked.id,
      label: labelFrom('I', world.chance.bytes(7)),
      ...read.value,
      proposedOn: on,
      promisedBy: ideaPromisedBy(on, FEDERAL_HOLIDAYS),
    };
    if ((await records.ideas.propose(row)) === 'written') {
      return success({ ok: true, value: row });
    }
    const before = await records.ideas.read(asked.id);
    return before === undefined
      ? refuse('proposed-before', 'this form was sent before; open a new one to propose something')
      : success({ ok: true, value: before });
  });
}

export async function askForSecondLook(
  world: Pick<World, 'records' | 'clock'>,
  asked: { readonly person: string; readonly idea: string; readonly reason: string },
): Promise<Result<true, 'no-such-idea' | 'not-now' | 'reason-missing' | 'someone-wrote-first'>> {
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    const history = await records.ideas.read(asked.idea);
    if (history === undefined) {
      return refuse('no-such-idea', 'there is no such idea, or it is not yours');
    }
    const event = askAgain(ideaOf(history.promisedBy, history.events), {
      on: world.clock.today(),
      reason: asked.reason,
      holidays: FEDERAL_HOLIDAYS,
    });
    if (!event.ok) {
      return event;
    }
    const written = await records.ideas.append(history.id, history.version, event.value);
    return written === 'written'
      ? success(true)
      : refuse('someone-wrote-first', 'something happened to this idea a moment ago; look again');
  });
}
