/** A secret file that is written once, whole, for its owner alone. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  unlinkSync,
  writeSync,
} from 'node:fs';

/** The first writer wins: two programs that start at once must not each go on with a key of their own. */
export function writeOnce(file: string, text: string): void {
  const making = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(making, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(making, file);
  } catch (cause) {
    if (!existsSync(file)) {
      throw cause;
    }
  } finally {
    unlinkSync(making);
  }
}
