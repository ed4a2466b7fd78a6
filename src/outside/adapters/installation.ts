/** What an installation is told from outside: folders, ports, addresses. Read once, at the start. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Installation {
  /** Where the repository stands. */
  readonly root: string;
  /** Where everything that must last is kept. */
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  /** The address people reach it at; the loopback address where nothing else was said. */
  readonly origin: string;
  readonly smtp: string | undefined;
  readonly mailFrom: string;
  readonly zone: string;
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
    origin: (environment['EVENHAND_ORIGIN'] ?? `http://localhost:${port}`).replace(/\/$/, ''),
    smtp: environment['EVENHAND_SMTP'],
    mailFrom: environment['EVENHAND_MAIL_FROM'] ?? 'no-reply@localhost',
    zone: environment['EVENHAND_ZONE'] ?? 'America/New_York',
  };
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
