/**
 * The whole product, started as `npm start` starts it: an own data folder, a real database, jobs, mail into a folder,
 * the demonstration loaded. One a run, shared by the journeys; each makes people of its own.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
// biome-ignore lint/correctness/useImportExtensions: the module is meant, not the declaration beside it.
import { bundled } from '../../scripts/bundle.mjs';
import type { Installation } from '../../src/outside/adapters/installation.ts';
import { type Started, start } from '../../src/serve.ts';

export interface FullServer extends Started {
  readonly installation: Installation;
  /** Every letter that was sent, newest first. */
  letters(): readonly { readonly to: string; readonly subject: string; readonly body: string }[];
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      );
    });
  });
}

let shared: Promise<FullServer> | undefined;

/** The shared server with the demonstration. */
export function fullServer(): Promise<FullServer> {
  shared ??= freshServer({ empty: false });
  return shared;
}

// At the root, so that it runs once, when the last test of the process is over, whichever file that stands in.
after(async () => {
  await (await shared)?.stop();
});

/** A server of its own. `data` reopens an earlier folder. */
async function freshServer(options: {
  readonly empty: boolean;
  readonly data?: string;
}): Promise<FullServer> {
  const data = options.data ?? mkdtempSync(path.join(os.tmpdir(), 'evenhand-full-'));
  const port = await freePort();
  const installation: Installation = {
    root: process.cwd(),
    data,
    port,
    host: '127.0.0.1',
    databaseUrl: undefined,
    keyPassphrase: undefined,
    token: undefined,
    programSecret: undefined,
    origin: `http://localhost:${port}`,
    smtp: undefined,
    mailFrom: 'no-reply@localhost',
    zone: 'America/New_York',
    witnesses: [],
  };
  const scripts = path.join(await bundled(), 'assets');
  const quiet = (): void => {};
  const started = await start(installation, {
    empty: options.empty,
    scripts,
    out: quiet,
    err: quiet,
  });
  if (options.data === undefined) {
    process.once('exit', () => rmSync(data, { recursive: true, force: true }));
  }
  return {
    ...started,
    installation,
    letters() {
      const folder = path.join(data, 'mail');
      const names = existsSync(folder)
        ? readdirSync(folder).filter((name) => name.endsWith('.json'))
        : [];
      return names
        .filter((name) => !name.startsWith('.'))
        .sort()
        .reverse()
        .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    },
  };
}
