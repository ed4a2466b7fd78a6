/**
 * The bytes of what was gathered, for those who judge and for the respondent: always the copy in which nobody is named.
 * Where nobody made one there is nothing to open. Each opening is itself put on record.
 */
import type { World } from '../ports/ports.ts';

export interface ShownFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface CopyReader {
  readonly rights: 'panel' | 'candidate';
  readonly person: string;
}

/** Undefined where there is no copy, or it is not the reader's to see. */
export async function copyOfEvidence(
  world: Pick<World, 'records' | 'files'>,
  reader: CopyReader,
  asked: { readonly matter: string; readonly evidence: string },
): Promise<ShownFile | undefined> {
  const { matter, evidence } = asked;
  const found = await world.records.as(reader, async ({ conduct }) => {
    const files = await conduct.files(matter);
    const copy = files.find((file) => file.evidence === evidence && file.which === 'copy');
    if (copy !== undefined) {
      await conduct.noteReading('evidence', matter);
    }
    return copy;
  });
  const bytes = found === undefined ? undefined : await world.files.read(found.sha256);
  return found === undefined || bytes === undefined
    ? undefined
    : { mediaType: found.mediaType, bytes };
}
