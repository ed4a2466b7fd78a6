/**
 * Uploaded files on disk, named by the SHA-256 of what is kept. Written beside, synced, then renamed: a file is there
 * whole or not at all, and the same content twice is one file.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Files } from '../../workflow/ports/ports.ts';
import { replaceWhole } from './durable.ts';

const GOING = 'going';
const NAME = new RegExp(`^[0-9a-f]{64}(?:\\.${GOING})?$`);

export function fileFolder(folder: string): Files {
  const placeOf = (sha256: string): string => path.join(folder, sha256.slice(0, 2), sha256);
  return {
    async keep(bytes) {
      const sha256 = hashOf(bytes);
      const place = placeOf(sha256);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      await replaceWhole(place, bytes, 0o600);
      return { sha256, bytes: bytes.length };
    },
    async read(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) {
        return undefined;
      }
      try {
        return unchanged(new Uint8Array(await readFile(placeOf(sha256))), sha256);
      } catch (cause) {
        if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
          return undefined;
        }
        throw cause;
      }
    },
    async forget(unnamed, keptBefore) {
      let gone = 0;
      for (const name of await everyName(folder)) {
        const [sha256 = '', aside] = name.split('.');
        const place = placeOf(sha256);
        if (aside !== undefined) {
          // Left by a program that was killed in between.
          await rm(`${place}.${GOING}`, { force: true });
        } else if (unnamed(sha256)) {
          gone += (await isGone(place, keptBefore)) ? 1 : 0;
        }
      }
      return gone;
    },
  };
}

async function everyName(folder: string): Promise<readonly string[]> {
  const parts = await readdir(folder).catch(() => []);
  const names = await Promise.all(
    parts.map((part) => readdir(path.join(folder, part)).catch(() => [])),
  );
  return names.flat().filter((name) => NAME.test(name));
}

/** Set aside first and looked at again: the same content may be kept anew at this moment. */
async function isGone(place: string, keptBefore: Date): Promise<boolean> {
  const aside = `${place}.${GOING}`;
  const old = async (file: string): Promise<boolean> => (await stat(file)).mtime < keptBefore;
  if (!(await old(place))) {
    return false;
  }
  await rename(place, aside);
  if (await old(aside)) {
    await rm(aside);
    return true;
  }
  await rename(aside, place);
  return false;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a decision rests on must be what was uploaded, so a file that changed on disk is not shown at all. */
function unchanged(bytes: Uint8Array, sha256: string): Uint8Array {
  if (hashOf(bytes) !== sha256) {
    throw new Error(`the kept file ${sha256} was changed or damaged on disk`);
  }
  return bytes;
}
