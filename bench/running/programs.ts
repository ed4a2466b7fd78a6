/**
 * Programs of their own, started and waited for: the product as its command starts it, and a bare node:http server to
 * hold it against. The load and the clock must not run inside the program that is measured.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';

export interface Running {
  readonly origin: string;
  /** From calling the program to its first answer. */
  readonly readyMs: number;
  stop(): Promise<void>;
}

const PATIENCE_MS = 90_000;
/** Often enough to be exact, seldom enough to leave the processor to the program. */
const ASK_EVERY_MS = 5;

export async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') {
    throw new Error('no port was given');
  }
  return address.port;
}

/** `bin/evenhand serve` on a data folder; with `behind`, as behind a proxy that reaches it under that address. */
export async function product(data: string, behind?: string): Promise<Running> {
  const port = await freePort();
  return await started(port, ['bin/evenhand', 'serve'], {
    PORT: String(port),
    EVENHAND_DATA: data,
    ...(behind === undefined ? {} : { EVENHAND_ORIGIN: behind }),
  });
}

/** The least a web server in Node can be. It sends the bytes of a file, or nothing. */
const BARE = `
  const bytes = process.env.BENCH_BYTES ? require('node:fs').readFileSync(process.env.BENCH_BYTES) : Buffer.alloc(0);
  require('node:http').createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(bytes);
  }).listen(Number(process.env.PORT), '127.0.0.1');
  process.on('SIGTERM', () => process.exit(0));
`;

export async function bareServer(bytesAt?: string): Promise<Running> {
  const port = await freePort();
  return await started(port, ['-e', BARE], {
    PORT: String(port),
    ...(bytesAt === undefined ? {} : { BENCH_BYTES: bytesAt }),
  });
}

/** How long a command takes from being called to its end. */
export async function commandMs(args: readonly string[]): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) {
    throw new Error(`${args.join(' ')} ended with ${code}`);
  }
  return performance.now() - begun;
}

async function started(
  port: number,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Running> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await answers(origin))) {
    if (child.exitCode !== null || performance.now() - begun > PATIENCE_MS) {
      child.kill('SIGKILL');
      throw new Error(`${args.join(' ')} gave no answer`);
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  const readyMs = performance.now() - begun;
  return { origin, readyMs, stop: () => ended(child) };
}

async function answers(origin: string): Promise<boolean> {
  return await new Promise((resolve) => {
    http
      .get(origin, { agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      })
      .on('error', () => resolve(false));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) {
    throw new RangeError('there is no median of nothing');
  }
  return middle;
}
