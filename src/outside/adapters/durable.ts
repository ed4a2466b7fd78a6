/** Writing that is there after a loss of power: the bytes are synced, and so is the folder that names them. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** A new file with these bytes on the disk; nothing is left of it when that fails. */
export async function writeSynced(place: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await open(place, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (cause) {
    await rm(place, { force: true });
    throw cause;
  } finally {
    await file.close();
  }
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts a whole file in the place of another: whoever reads sees the old one or the new one, and never half of one. */
export async function replaceWhole(place: string, bytes: Uint8Array, mode: number): Promise<void> {
  const folder = path.dirname(place);
  const firstMade = await mkdir(folder, { recursive: true });
  const making = `${place}.${randomBytes(6).toString('hex')}`;
  await writeSynced(making, bytes, mode);
  try {
    await rename(making, place);
  } catch (cause) {
    await rm(making, { force: true });
    throw cause;
  }
  await syncFolder(folder);
  // A folder that is new is named by the one above it.
  for (let made = folder; firstMade !== undefined; made = path.dirname(made)) {
    await syncFolder(path.dirname(made));
    if (made === firstMade) {
      break;
    }
  }
}
