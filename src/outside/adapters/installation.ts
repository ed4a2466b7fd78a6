/** What an installation is told from outside: folders, ports, addresses. Read once, at the start. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TokenPlace } from './token.ts';
import { tokenIn } from './token-place.ts';
import { type WitnessPlace, witnessesIn } from './witness-client.ts';

export interface Installation {
  /** Where the repository stands. */
  readonly root: string;
  /** Where everything that must last is kept. */
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  /** Opens the signing keys; where none is given it lies beside them. */
  readonly keyPassphrase: string | undefined;
  /** Holds the issuer's keys, where there is one. */
  readonly token: TokenPlace | undefined;
  /** The SHA-256, in hex, of the secret by which programs of the body itself may call; undefined where none may. */
  readonly programSecret: string | undefined;
  /** The address people reach it at; the loopback address where nothing else was said. */
  readonly origin: string;
  readonly smtp: string | undefined;
  readonly mailFrom: string;
  readonly zone: string;
  /** Who signs the heads of our log besides us. */
  readonly witnesses: readonly WitnessPlace[];
}

export function installationFrom(environment: NodeJS.ProcessEnv): Installation {
  const root = rootAbove(path.dirname(fileURLToPath(import.meta.url)));
  const port = Number(environment['PORT'] ?? '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new RangeError(
      `PORT is "${environment['PORT']}"; it must be a whole number from 1 to 65535`,
    );
  }
  return {
    root,
    data: path.resolve(environment['EVENHAND_DATA'] ?? path.join(root, 'data')),
    port,
    host: environment['EVENHAND_HOST'] ?? '127.0.0.1',
    databaseUrl: environment['DATABASE_URL'],
    keyPassphrase: environment['EVENHAND_KEY_PASSPHRASE'],
    token: tokenIn(environment),
    programSecret: hashIn(environment['EVENHAND_API_SECRET_SHA256']),
    origin: (environment['EVENHAND_ORIGIN'] ?? `http://localhost:${port}`).replace(/\/$/, ''),
    smtp: environment['EVENHAND_SMTP'],
    mailFrom: environment['EVENHAND_MAIL_FROM'] ?? 'no-reply@localhost',
    zone: environment['EVENHAND_ZONE'] ?? 'America/New_York',
    witnesses: witnessesIn(environment['EVENHAND_WITNESSES'] ?? ''),
  };
}

function hashIn(said: string | undefined): string | undefined {
  const hash = said?.trim().toLowerCase() ?? '';
  if (hash !== '' && !/^[0-9a-f]{64}$/.test(hash)) {
    throw new RangeError(
      'EVENHAND_API_SECRET_SHA256 is not the SHA-256 of a secret: 64 digits of hex, such as `printf %s "$SECRET" | sha256sum` prints.',
    );
  }
  return hash === '' ? undefined : hash;
}

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

/** Whether an installation shows the demonstration is settled when it is first asked at a start, and stays so. */
export function showsDemonstration(
  { data }: Pick<Installation, 'data'>,
  asked: boolean | undefined,
): boolean {
  const file = path.join(data, 'installation.json');
  if (existsSync(file)) {
    return (JSON.parse(readFileSync(file, 'utf8')) as { demonstration: boolean }).demonstration;
  }
  if (asked !== undefined) {
    writeFileSync(file, `${JSON.stringify({ demonstration: asked })}\n`);
  }
  return asked ?? false;
}

/** The folder above this file that holds our package.json: the compiled program lies deeper than the source. */
function rootAbove(folder: string): string {
  for (let at = folder; at !== path.dirname(at); at = path.dirname(at)) {
    const description = path.join(at, 'package.json');
    if (existsSync(description)) {
      const { name } = JSON.parse(readFileSync(description, 'utf8')) as { name?: string };
      if (name === 'evenhand') {
        return at;
      }
    }
  }
  throw new Error('this program does not lie inside its own folder');
}
