/** The two files of a piece of evidence: the piece as it came, and the copy without names. Each mistake stands at its box. */
import type { ActName } from '../../casework/conduct/read-act.ts';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { complaintActs as words } from '../../web/words/complaint-acts.ts';
import type { EvidenceFile } from '../../workflow/conduct/handle-complaint.ts';
import { keepFiles } from '../../workflow/conduct/keep-files.ts';
import type { World } from '../../workflow/ports/ports.ts';
import { type Fields, one, type SentFile } from '../server/visit.ts';

export interface SentEvidence {
  readonly kept: { readonly original?: EvidenceFile; readonly copy?: EvidenceFile };
  readonly mistakes: readonly FieldMistake[];
}

/** What each of these acts cannot do without. */
const NEEDS: Readonly<Partial<Record<ActName, 'original' | 'copy'>>> = {
  'add-evidence': 'original',
  reopen: 'original',
  'add-copy': 'copy',
  'note-records': 'original',
};

export async function filesSent(
  world: Pick<World, 'cleaner' | 'files'>,
  act: ActName,
  files: readonly SentFile[],
  typed: Fields,
): Promise<SentEvidence> {
  const needs = NEEDS[act];
  if (needs === undefined) {
    return { kept: {}, mistakes: [] };
  }
  if (act === 'note-records' && one(typed, 'answered') !== 'received') {
    // What came is not dropped in silence because something else was chosen.
    const sent = files.filter(({ field }) => field === 'original' || field === 'copy');
    return {
      kept: {},
      mistakes: sent.map(({ field }) => ({ field, message: words.filesButNone })),
    };
  }
  const original = await keptAs(world, 'original', files);
  const copy = await keptAs(world, 'copy', files);
  const missing = files.some(({ field }) => field === needs)
    ? []
    : [{ field: needs, message: words.filesMissing[needs] }];
  return {
    kept: {
      ...(original.file === undefined ? {} : { original: original.file }),
      ...(copy.file === undefined ? {} : { copy: copy.file }),
    },
    mistakes: [...missing, ...original.mistakes, ...copy.mistakes],
  };
}

async function keptAs(
  world: Pick<World, 'cleaner' | 'files'>,
  field: 'original' | 'copy',
  files: readonly SentFile[],
): Promise<{
  readonly file: EvidenceFile | undefined;
  readonly mistakes: readonly FieldMistake[];
}> {
  const sent = files.find((file) => file.field === field);
  if (sent === undefined) {
    return { file: undefined, mistakes: [] };
  }
  const { kept, mistakes } = await keepFiles(world, [sent]);
  return {
    file: kept[0],
    mistakes: mistakes.map(({ kind }) => ({
      field,
      message: `${words.fields[field]}: ${words.fileMistakes[kind]}`,
    })),
  };
}
