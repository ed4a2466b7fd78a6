/** The bytes of a piece of evidence, and the words of a letter, for whoever handles the complaint. Each reading is on record. */
import type { ConductLetterRow, EvidenceFileRow } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';

interface InMatter {
  readonly handler: string;
  readonly matter: string;
}

export async function evidenceFile(
  { records, files }: Pick<World, 'records' | 'files'>,
  asked: InMatter & { readonly evidence: string; readonly which: string },
): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | undefined> {
  const { handler, matter, evidence, which } = asked;
  const row = await records.as({ rights: 'conduct', person: handler }, async ({ conduct }) => {
    const found = await findFile(conduct, matter, evidence, which);
    if (found !== undefined) {
      await conduct.noteReading('evidence', matter);
    }
    return found;
  });
  const bytes = row === undefined ? undefined : await files.read(row.sha256);
  return row === undefined || bytes === undefined ? undefined : { mediaType: row.mediaType, bytes };
}

const findFile = async (
  conduct: { files(matter: string): Promise<readonly EvidenceFileRow[]> },
  matter: string,
  evidence: string,
  which: string,
): Promise<EvidenceFileRow | undefined> =>
  (await conduct.files(matter)).find((row) => row.evidence === evidence && row.which === which);

export async function letterInMatter(
  { records }: Pick<World, 'records'>,
  asked: InMatter & { readonly letter: string },
): Promise<ConductLetterRow | undefined> {
  const { handler, matter, letter } = asked;
  return await records.as({ rights: 'conduct', person: handler }, async ({ conduct }) => {
    const found = (await conduct.letters(matter)).find(({ id }) => id === letter);
    if (found !== undefined) {
      await conduct.noteReading('letter', found.id);
    }
    return found;
  });
}

/** The letter as it was printed; undefined where it was not. */
export async function letterPaper(
  world: Pick<World, 'records' | 'files'>,
  asked: InMatter & { readonly letter: string },
): Promise<Uint8Array | undefined> {
  const letter = await letterInMatter(world, asked);
  return letter?.sha256 === undefined ? undefined : await world.files.read(letter.sha256);
}
