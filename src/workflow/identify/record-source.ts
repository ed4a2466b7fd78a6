/**
 * Keeps by which outreach somebody came to a program, sealed: it may say something about them, so nobody who decides,
 * checks documents or keeps the desk can see it. Only a code that the body made is kept.
 */
import { readCode } from '../../casework/finding/outreach.ts';
import type { World } from '../ports/ports.ts';

/** The program that a code leads to; undefined where the body made no such code, or its first day is ahead. */
export async function programOfCode(
  world: Pick<World, 'records' | 'clock'>,
  typed: string,
): Promise<string | undefined> {
  const code = readCode(typed);
  return code.ok
    ? await world.records.as({ rights: 'public', person: undefined }, ({ outreach }) =>
        outreach.programOf(code.value, world.clock.today()),
      )
    : undefined;
}

/** Answers whether the code was one for this program, and so kept. The first code of a person in a program stays. */
export async function recordSource(
  world: Pick<World, 'records' | 'clock' | 'sealed'>,
  asked: { readonly person: string; readonly program: string; readonly code: string },
): Promise<boolean> {
  const code = readCode(asked.code);
  if (!code.ok || (await programOfCode(world, code.value)) !== asked.program) {
    return false;
  }
  await world.sealed.recordSource(asked.person, asked.program, code.value);
  return true;
}
