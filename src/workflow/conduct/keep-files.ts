/**
 * Files sent with a concern: looked at by content, cleaned of what they say about their maker, kept under the hash of
 * what is left. The name a file was sent under can be a threat or a lie: it is kept as it came, used for nothing, and
 * shown to nobody.
 */
import type { FileToKeep } from '../ports/concern-records.ts';
import type { CleanRefusal, World } from '../ports/ports.ts';

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly tooLarge: boolean;
}

/** What is wrong with one file; `place` counts from 1 in the order in which they were sent. */
export interface FileMistake {
  readonly place: number;
  readonly kind: CleanRefusal;
}

/** The most files that one concern holds. */
export const MOST_FILES = 40;
const LONGEST_NAME = 1000;

/** One after the other: each may be large, and several at once would need all their memory together. */
export async function keepFiles(
  world: Pick<World, 'cleaner' | 'files'>,
  sent: readonly SentFile[],
): Promise<{ readonly kept: readonly FileToKeep[]; readonly mistakes: readonly FileMistake[] }> {
  const kept: FileToKeep[] = [];
  const mistakes: FileMistake[] = [];
  for (const [at, file] of sent.entries()) {
    const place = at + 1;
    if (file.tooLarge) {
      mistakes.push({ place, kind: 'file-too-large' });
      continue;
    }
    const clean = await world.cleaner.clean(file.bytes);
    if (!clean.ok) {
      mistakes.push({ place, kind: clean.refusal.kind });
      continue;
    }
    const { sha256, bytes } = await world.files.keep(clean.value.bytes);
    const originalName = [...file.name].slice(0, LONGEST_NAME).join('');
    kept.push({ sha256, bytes, mediaType: clean.value.mediaType, originalName });
  }
  return { kept, mistakes };
}
