/**
 * A supervisor answers by a mailed link, once, with no account. A link that is unknown, over, or answered writes
 * nothing and says so.
 */
import { attestationQuestions, readAttestation } from '../../casework/application/attestation.ts';
import type { Field, PageValues } from '../../casework/application/field.ts';
import type { Mistake, Typed } from '../../casework/person/typed-text.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import type { World } from '../ports/ports.ts';
import { hashOfLink, LINK_DAYS, supportsApart } from './ask-supervisors.ts';

const NOBODY = { rights: 'public', person: undefined } as const;

export interface AskedOfSupervisor {
  readonly candidate: string;
  readonly supervisor: string;
  readonly program: OfferedProgram;
  /** What the work is to show: the published criteria it supports. */
  readonly work: readonly { readonly title: string; readonly rule: string }[];
  readonly questions: readonly Field[];
  readonly answered: boolean;
}

type AttestWorld = Pick<World, 'records' | 'clock'>;

export async function askedOfSupervisor(
  world: AttestWorld,
  token: string,
): Promise<Result<AskedOfSupervisor, 'no-such-link'>> {
  const row = await world.records.as(NOBODY, ({ attestations }) =>
    attestations.byToken(hashOfLink(token), world.clock.now()),
  );
  const program = row === undefined ? undefined : programOf(row.program);
  if (row === undefined || program === undefined) {
    return refuse(
      'no-such-link',
      `this link does not work. Part of it may be missing, or its ${LINK_DAYS} days may be over. Open it from the message again, or ask the person who named you`,
    );
  }
  return success({
    candidate: row.candidateName,
    supervisor: row.supervisorName,
    program,
    work: supportsApart(row.supports).flatMap((id) => criterionOf(program, id)),
    questions: attestationQuestions(program.designation),
    answered: row.answered,
  });
}

/** As the newest rules have it that know it. */
function criterionOf(
  { rules }: OfferedProgram,
  id: string,
): readonly { readonly title: string; readonly rule: string }[] {
  const found = rules.toReversed().flatMap(({ criteria }) => criteria.filter((c) => c.id === id));
  return found.slice(0, 1).map(({ title, rule }) => ({ title, rule }));
}

export type Answered =
  | { readonly stored: true }
  | {
      readonly stored: false;
      readonly asked: AskedOfSupervisor;
      readonly values: PageValues;
      readonly mistakes: readonly Mistake[];
    };

export async function answerAttestation(
  world: AttestWorld,
  answer: { readonly token: string; readonly typed: Typed },
): Promise<Result<Answered, 'no-such-link' | 'answered-before'>> {
  const asked = await askedOfSupervisor(world, answer.token);
  if (!asked.ok) {
    return asked;
  }
  const { designation } = asked.value.program;
  const read = readAttestation(answer.typed, designation, world.clock.today());
  if (!asked.value.answered && read.errors.length > 0) {
    return success({
      stored: false,
      asked: asked.value,
      values: read.values,
      mistakes: read.errors,
    });
  }
  const stored = await world.records.as(NOBODY, ({ attestations }) =>
    attestations.answer(hashOfLink(answer.token), read.values, world.clock.now()),
  );
  return stored
    ? success({ stored: true })
    : refuse(
        'answered-before',
        'these questions were answered before, and the first answers stand. Nothing more is needed',
      );
}
