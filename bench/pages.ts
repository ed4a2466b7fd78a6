/**
 * How fast public pages come while 50 people ask at once, beside a bare node:http server that sends the same bytes in
 * the same run. The product runs as behind a proxy, each visitor under an address of their own, because nobody may ask
 * more than 600 times a minute. Run by: npm run bench -- pages
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon/autocannon.js';
import { bareServer, product, type Running } from './running/programs.ts';

const PAGES = ['/', '/programs/larkspur-care', '/log', '/sign-in'];
const CONNECTIONS = 50;
const SECONDS = 4;
const BARE_SECONDS = 2;

const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-bench-pages-'));
let visitor = 0;

/** Every request comes from somebody else. */
function nextVisitor(): string {
  visitor = (visitor + 1) % 0xff_ff_ff;
  return `10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}`;
}

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

async function measured(origin: string, page: string, duration: number): Promise<Measured> {
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration,
    requests: [
      {
        method: 'GET',
        setupRequest: (request) => ({
          ...request,
          path: page,
          headers: { ...request.headers, 'x-forwarded-for': nextVisitor() },
        }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${page}: ${result.non2xx} refused, ${result.errors} failed`);
  }
  const { p50, p99 } = result.latency;
  return { perSecond: result['2xx'] / result.duration, p50, p99 };
}

/** The page as one visitor gets it, sent again by a server that does nothing else. */
async function bareTwin(origin: string, page: string): Promise<Running> {
  const answer = await fetch(`${origin}${page}`, { headers: { 'x-forwarded-for': nextVisitor() } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const file = path.join(folder, 'page.html');
  writeFileSync(file, bytes);
  return await bareServer(file);
}

const line = (what: string, { perSecond, p50, p99 }: Measured): string =>
  `${what.padEnd(28)} ${perSecond.toFixed(0).padStart(6)} a second   p50 ${p50.toFixed(0).padStart(4)} ms   p99 ${p99.toFixed(0).padStart(4)} ms`;

const running = await product(path.join(folder, 'data'), 'https://bench.evenhand.example');
try {
  console.log(`${CONNECTIONS} connections, ${SECONDS} seconds each`);
  for (const page of PAGES) {
    await measured(running.origin, page, 1);
    const ours = await measured(running.origin, page, SECONDS);
    const twin = await bareTwin(running.origin, page);
    const bare = await measured(twin.origin, page, BARE_SECONDS);
    await twin.stop();
    console.log(line(page, ours));
    console.log(
      `${line('  the same bytes, bare', bare)}   ratio ${(bare.perSecond / ours.perSecond).toFixed(1)}`,
    );
  }
} finally {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
}
