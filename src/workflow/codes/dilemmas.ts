/**
 * Dilemma cases of a program: those that come with it and those its body wrote. Anybody works through one; for somebody
 * signed in it is kept, for themselves alone, that they did, and not what they chose.
 */
import { readDilemma } from '../../casework/opinion/dilemma-form.ts';
import type { Mistake, Typed } from '../../casework/person/typed-text.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import { dilemmasOf } from '../../program/catalog/dilemmas.ts';
import type { Dilemma } from '../../program/conduct/dilemma.ts';
import { versionInForce } from '../../program/conduct/in-force.ts';
import type { DilemmaRow } from '../ports/code-records.ts';
import type { World } from '../ports/ports.ts';
import type { Answerer } from './change-question.ts';
import { codeAsKept } from './code-as-kept.ts';
import { knownPeople } from './draft-opinion.ts';

type CaseWorld = Pick<World, 'records'>;
const NOBODY = { rights: 'public', person: undefined } as const;

/** In the order in which they came: the program's own, then what the body wrote. One that was taken down is left out. */
export async function dilemmaCases(world: CaseWorld, program: string): Promise<readonly Dilemma[]> {
  const written = await writtenCases(world, program);
  const rewritten = new Set(written.map(({ slug }) => slug));
  return [
    ...dilemmasOf(program).filter(({ slug }) => !rewritten.has(slug)),
    ...written.filter(({ takenDown }) => !takenDown),
  ];
}

/** What the body wrote itself, those taken down included. */
export async function writtenCases(
  world: CaseWorld,
  program: string,
): Promise<readonly DilemmaRow[]> {
  const rows = await world.records.as(NOBODY, ({ dilemmas }) => dilemmas.list());
  return rows.filter((row) => row.program === program);
}

export type CaseWritten =
  | { readonly ok: true; readonly slug: string }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** `slug` names the case that is written anew; undefined for a new one. */
export async function writeCase(
  world: CaseWorld & Pick<World, 'clock' | 'chance'>,
  asked: {
    readonly actor: Answerer;
    readonly program: string;
    readonly slug: string | undefined;
    readonly typed: Typed;
  },
): Promise<Result<CaseWritten, 'no-such-program' | 'no-such-case' | 'no-version-then'>> {
  const { actor, program, slug } = asked;
  const code = codeOf(program);
  if (code === undefined) {
    return refuse('no-such-program', 'no program with a code of conduct has this address');
  }
  const cases = await dilemmaCases(world, program);
  if (slug !== undefined && !cases.some((one) => one.slug === slug)) {
    return noSuchCase();
  }
  const version = versionInForce((await codeAsKept(world, code)).code, world.clock.today());
  if (!version.ok) {
    return version;
  }
  const rows = await writtenCases(world, program);
  const read = readDilemma(asked.typed, {
    version: version.value,
    people: await knownPeople(world),
    slug,
    taken: [...cases, ...rows].map((one) => one.slug),
  });
  if (!read.ok) {
    return success(read);
  }
  const row = { ...read.value, id: world.chance.uuid(), program, code: code.id, takenDown: false };
  await world.records.as(actor, ({ dilemmas }) => dilemmas.write(row, actor.person));
  return success({ ok: true, slug: read.value.slug });
}

/** It is offered no longer. */
export async function takeCaseDown(
  world: CaseWorld & Pick<World, 'chance'>,
  asked: { readonly actor: Answerer; readonly program: string; readonly slug: string },
): Promise<Result<true, 'no-such-case'>> {
  const { actor, program } = asked;
  const found = (await dilemmaCases(world, program)).find(({ slug }) => slug === asked.slug);
  const code = codeOf(program);
  if (found === undefined || code === undefined) {
    return noSuchCase();
  }
  const row = { ...found, id: world.chance.uuid(), program, code: code.id, takenDown: true };
  await world.records.as(actor, ({ dilemmas }) => dilemmas.write(row, actor.person));
  return success(true);
}

const noSuchCase = () =>
  refuse('no-such-case', 'this program has no such case, or it was taken down');

/** Keeps that this person worked through the case; the first time stays. */
export async function noteWorkedThrough(
  world: CaseWorld,
  asked: { readonly person: string; readonly program: string; readonly slug: string },
): Promise<void> {
  const { person, program, slug } = asked;
  await world.records.as({ rights: 'candidate', person }, ({ dilemmas }) =>
    dilemmas.noteDone(program, slug),
  );
}

/** When this person first worked through each case of a program. */
export const workedThrough = (
  world: CaseWorld,
  asked: { readonly person: string; readonly program: string },
): Promise<ReadonlyMap<string, number>> =>
  world.records.as({ rights: 'candidate', person: asked.person }, ({ dilemmas }) =>
    dilemmas.done(asked.program),
  );
