/** A letter to the respondent, as words for a page and, where it was printed, as the PDF that went out. */
import type { ConductLetterRow } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';

export interface OwnLetter {
  readonly letter: ConductLetterRow;
  readonly matterLabel: string;
}

type Asked = { readonly respondent: string; readonly matter: string; readonly letter: string };

/** Undefined where there is no such letter, or it went to somebody else. */
export async function ownLetter(
  world: Pick<World, 'records'>,
  { respondent, matter, letter: id }: Asked,
): Promise<OwnLetter | undefined> {
  return await world.records.as(
    { rights: 'candidate', person: respondent },
    async ({ conduct }) => {
      const row = (await conduct.mine()).find((mine) => mine.id === matter);
      const letter = row === undefined ? undefined : await conduct.letter(id);
      if (row === undefined || letter === undefined || letter.matter !== matter) {
        return undefined;
      }
      await conduct.noteReading('letter', id);
      return { letter, matterLabel: row.label };
    },
  );
}

/** Undefined also where it was never printed. */
export async function ownLetterPdf(
  world: Pick<World, 'records' | 'files'>,
  asked: Asked,
): Promise<Uint8Array | undefined> {
  const sha256 = (await ownLetter(world, asked))?.letter.sha256;
  return sha256 === undefined ? undefined : await world.files.read(sha256);
}
