/**
 * Keeps an uploaded document: what it is by content, without what it says about its maker, under the hash of what is
 * kept. The name it was sent under stays with its owner and is shown to nobody who decides.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { CleanRefusal, World } from '../ports/ports.ts';
import type { DocumentRow } from '../ports/records.ts';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly tooLarge: boolean;
}

export type UploadRefusal = CleanRefusal | 'file-too-large';
const LONGEST_NAME = 200;

/** Cleans and keeps the bytes; the row is for whoever files it. Nothing is written to the records here. */
export async function storeUpload(
  world: Pick<World, 'cleaner' | 'files' | 'chance'>,
  upload: Upload,
  about: { readonly program: string; readonly supports: string },
): Promise<Result<DocumentRow, UploadRefusal>> {
  if (upload.tooLarge) {
    return refuse(
      'file-too-large',
      `"${shownName(upload.name)}" is larger than 15 MB; photograph or scan it at a lower size and upload it again`,
    );
  }
  const clean = await world.cleaner.clean(upload.bytes);
  if (!clean.ok) {
    return refuse(clean.refusal.kind, `"${shownName(upload.name)}": ${clean.refusal.because}`);
  }
  const { sha256, bytes } = await world.files.keep(clean.value.bytes);
  return success({
    id: world.chance.uuid(),
    program: about.program,
    matter: undefined,
    supports: about.supports,
    sha256,
    mediaType: clean.value.mediaType,
    bytes,
    originalName: shownName(upload.name),
  });
}

/** The last part of the name, without control characters, at a length a line can hold. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replaceAll(/\p{C}/gu, '').normalize('NFC').trim();
  return clean === '' ? 'document' : [...clean].slice(0, LONGEST_NAME).join('');
}
