/**
 * Uploaded files on disk, named by the SHA-256 of what is kept. Written beside, synced, then renamed: a file is there
 * whole or not at all, and the same content twice is one file.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Files } from '../../workflow/ports/ports.ts';

export function fileFolder(folder: string): Files {
  const placeOf = (sha256: string): string => path.join(folder, sha256.slice(0, 2), sha256);
  return {
    async keep(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const place = placeOf(sha256);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const making = `${place}.${randomBytes(6).toString('hex')}`;
      const file = await open(making, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(making, place);
      return { sha256, bytes: bytes.length };
    },
    async read(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) {
        return undefined;
      }
      try {
        return new Uint8Array(await readFile(placeOf(sha256)));
      } catch (cause) {
        if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
          return undefined;
        }
        throw cause;
      }
    },
  };
}
