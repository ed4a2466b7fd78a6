/** The public files of the log on disk: each whole or not at all, and there after a loss of power. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LogFolder } from '../../workflow/publish/log-publisher.ts';
import { replaceWhole } from './durable.ts';

export function logFolder(folder: string): LogFolder {
  return {
    write: (name, bytes) => replaceWhole(path.join(folder, name), bytes, 0o644),
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
          (cause.code === 'ENOENT' || cause.code === 'EISDIR' || cause.code === 'ENOTDIR')
        ) {
          return undefined;
        }
        throw cause;
      }
    },
  };
}
