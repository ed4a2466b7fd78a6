/** Somebody asks, before they act, what the code says. Whoever answers sees the question and not who asked it. */

import { labelFrom } from '../../casework/matter/label.ts';
import { opinionPromisedBy } from '../../casework/opinion/decide.ts';
import { readQuestion } from '../../casework/opinion/forms.ts';
import type { Mistake, Typed } from '../../casework/person/typed-text.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { versionInForce } from '../../program/conduct/in-force.ts';
import { provisionsOf } from '../../program/definition/code-of-conduct.ts';
import type { QuestionRow } from '../ports/code-records.ts';
import type { World } from '../ports/ports.ts';
import { codeAsKept } from './code-as-kept.ts';

type AskWorld = Pick<World, 'records' | 'clock' | 'chance'>;

export type Asked =
  | { readonly ok: true; readonly value: QuestionRow }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** `id` is the form's own, so that a second press asks once. */
export async function askOpinion(
  world: AskWorld,
  asked: {
    readonly person: string;
    readonly program: string;
    readonly id: string;
    readonly typed: Typed;
  },
): Promise<Result<Asked, 'no-such-program' | 'already-asked'>> {
  const program = programOf(asked.program);
  const code = codeOf(asked.program);
  if (program === undefined || code === undefined) {
    return refuse('no-such-program', 'no program with a code of conduct has this address');
  }
  const on = world.clock.today();
  const inForce = versionInForce((await codeAsKept(world, code)).code, on);
  const numbers = inForce.ok
    ? provisionsOf(inForce.value).map(({ provision }) => provision.number)
    : [];
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    const me = await records.people.me();
    if (me === undefined) {
      throw new Error('somebody signed in is nobody');
    }
    const read = readQuestion(asked.typed, { numbers, me });
    if (!read.ok) {
      return success({ ok: false, mistakes: read.mistakes });
    }
    const row: QuestionRow = {
      id: asked.id,
      label: labelFrom('O', world.chance.bytes(7)),
      program: program.id,
      ...read.value,
      askedOn: on,
      promisedBy: opinionPromisedBy(on, defaultsOf(program).holidays),
    };
    if ((await records.opinions.ask(row)) === 'written') {
      return success({ ok: true, value: row });
    }
    const before = await records.opinions.read(asked.id);
    return before === undefined
      ? refuse('already-asked', 'this form was sent before; open a new one to ask again')
      : success({ ok: true, value: before });
  });
}
