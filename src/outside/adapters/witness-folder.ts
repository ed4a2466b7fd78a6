/**
 * What a witness remembers, on disk: a folder for each log, and in it a file for each head that was kept, numbered one
 * after another. A head is written beside, synced, linked under its number, and the folder is synced; a link that is
 * there already is refused by the file system, so two processes over one folder cannot both keep a number. The file
 * with the highest number counts; the few before it are left lying, older ones are thrown away.
 */
import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { WitnessMemory } from '../../workflow/publish/witness.ts';
import { syncFolder, writeSynced } from './durable.ts';

const LEFT_LYING = 8;
const NUMBERED = /^head-(\d{12})$/;

export function witnessFolder(folder: string): WitnessMemory {
  const placeOf = (origin: string): string =>
    path.join(folder, `log-${createHash('sha256').update(origin).digest('hex').slice(0, 32)}`);
  return {
    async last(origin) {
      const turn = (await turnsIn(placeOf(origin))).at(-1);
      return turn === undefined
        ? undefined
        : { turn, checkpoint: await readFile(path.join(placeOf(origin), fileOf(turn)), 'utf8') };
    },
    async keep(origin, turn, checkpoint) {
      const place = placeOf(origin);
      await mkdir(place, { recursive: true, mode: 0o700 });
      await syncFolder(folder);
      const making = path.join(place, `making-${randomBytes(6).toString('hex')}`);
      await writeSynced(making, Buffer.from(checkpoint), 0o600);
      try {
        await link(making, path.join(place, fileOf(turn)));
      } catch (cause) {
        if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') {
          return false;
        }
        throw cause;
      } finally {
        await unlink(making);
      }
      await syncFolder(place);
      const turns = await turnsIn(place);
      for (const old of turns.slice(0, -LEFT_LYING)) {
        await unlink(path.join(place, fileOf(old))).catch(() => {});
      }
      // A process that slept while others kept more has taken a number that was thrown away already.
      return turns.at(-1) === turn;
    },
  };
}

const fileOf = (turn: number): string => `head-${String(turn).padStart(12, '0')}`;

async function turnsIn(place: string): Promise<number[]> {
  try {
    const names = await readdir(place);
    return names
      .flatMap((name) => NUMBERED.exec(name)?.[1] ?? [])
      .map(Number)
      .toSorted((a, b) => a - b);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      return [];
    }
    throw cause;
  }
}
