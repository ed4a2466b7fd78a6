/**
 * Writes what a person tells us about themselves, and erases it. It can do nothing else: there is no way from here to
 * read an answer, not even one's own.
 */
import { type Result, success } from '../../kernel/result/result.ts';
import { WORDING_VERSION } from '../../sealed/answers/dimensions.ts';
import {
  type DimensionSetting,
  readSelfIdentification,
  type SelfIdentificationRefusal,
} from '../../sealed/answers/self-identification.ts';
import type { World } from '../ports/ports.ts';

type IdentifyWorld = Pick<World, 'records' | 'sealed' | 'clock'>;

/** The dimensions that are asked: those whose purpose, basis and retention the body has recorded. */
export async function dimensionsAsked(world: IdentifyWorld): Promise<readonly DimensionSetting[]> {
  return await world.records.as({ rights: 'public', person: undefined }, ({ settings }) =>
    settings.dimensions(),
  );
}

export async function answerAboutYourself(
  world: IdentifyWorld,
  asked: {
    readonly person: string;
    readonly raw: Readonly<Record<string, string | readonly string[]>>;
  },
): Promise<Result<number, SelfIdentificationRefusal>> {
  const answers = readSelfIdentification(
    asked.raw,
    await dimensionsAsked(world),
    world.clock.today(),
  );
  if (!answers.ok) {
    return answers;
  }
  await world.sealed.record(asked.person, answers.value, WORDING_VERSION);
  return success(answers.value.size);
}

export async function eraseAboutYourself(world: IdentifyWorld, person: string): Promise<void> {
  await world.sealed.erase(person);
}
