/** The folder in which an installation keeps its data: made at the first start, and what was settled then. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Installation } from './installation.ts';

/** A folder of somebody else, or a disk that cannot be written, is told of before anything else is tried. */
export function makeDataFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Error(
      `You cannot keep data in ${data}: the folder cannot be made, or it belongs to somebody else. Name a folder of your own, such as:\n\n  EVENHAND_DATA=~/evenhand-data npm start`,
      { cause },
    );
  }
}

/** Whether an installation shows the demonstration is settled at its first start and stays so. */
export function isDemonstration(installation: Installation, asked: boolean): boolean {
  const file = path.join(installation.data, 'installation.json');
  if (existsSync(file)) {
    return (JSON.parse(readFileSync(file, 'utf8')) as { demonstration: boolean }).demonstration;
  }
  writeFileSync(file, `${JSON.stringify({ demonstration: asked })}\n`);
  return asked;
}
