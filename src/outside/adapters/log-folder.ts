/** The public files of the log on disk: synced, then renamed into place, so that a reader never sees half a file. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { LogFolder } from '../../workflow/publish/log-publisher.ts';

export function logFolder(folder: string): LogFolder {
  return {
    async write(name, bytes) {
      const place = path.join(folder, name);
      await mkdir(path.dirname(place), { recursive: true });
      const making = `${place}.${randomBytes(6).toString('hex')}`;
      const file = await open(making, 'wx', 0o644);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(making, place);
    },
    async read(name) {
      const place = path.resolve(folder, name);
      if (!place.startsWith(`${path.resolve(folder)}${path.sep}`)) {
        return undefined;
      }
      try {
        return new Uint8Array(await readFile(place));
      } catch (cause) {
        if (
          cause instanceof Error &&
          'code' in cause &&
          (cause.code === 'ENOENT' || cause.code === 'EISDIR')
        ) {
          return undefined;
        }
        throw cause;
      }
    },
  };
}
