/** A code of conduct with the words that the body has supplied for it, as it read on a day. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type KeptText, versionAsKept } from '../../program/conduct/kept-texts.ts';
import type { CodeOfConduct } from '../../program/definition/code-of-conduct.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';

export interface KeptCode {
  readonly code: CodeOfConduct;
  /** Everything that was ever supplied, by the id of the version; nothing for a code that is complete by itself. */
  readonly kept: ReadonlyMap<string, readonly KeptText[]>;
}

const NOBODY = { rights: 'public', person: undefined } as const;

/** `until` undefined: as it reads now. */
export async function codeAsKept(
  world: Pick<World, 'records' | 'clock'>,
  code: CodeOfConduct,
  until?: CivilDate,
): Promise<KeptCode> {
  if (code.texts === 'own-words') {
    return { code, kept: new Map() };
  }
  const kept = await world.records.as(NOBODY, (records) => keptTexts(world, records, code.id));
  const versions = code.versions.map((version) =>
    versionAsKept(version, kept.get(version.id) ?? [], until),
  );
  return { code: { ...code, versions }, kept };
}

export async function keptTexts(
  { clock }: Pick<World, 'clock'>,
  { codeTexts }: Pick<Records, 'codeTexts'>,
  code: string,
): Promise<ReadonlyMap<string, readonly KeptText[]>> {
  const kept = new Map<string, KeptText[]>();
  for (const { version, at, ...row } of await codeTexts.ofCode(code)) {
    const texts = kept.get(version) ?? [];
    texts.push({ ...row, on: clock.dayOf(at) });
    kept.set(version, texts);
  }
  return kept;
}
