/** The real server with the exam's real handlers; every other address answers that it is not here. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { FastifyInstance } from 'fastify';
import { type RouteId, routes } from '../../src/contract/routes/routes.ts';
import { examHandlers } from '../../src/http/exam/exam-handlers.ts';
import type { App } from '../../src/http/server/app.ts';
import { createServer, type Handlers } from '../../src/http/server/server.ts';
import { type Handler, page } from '../../src/http/server/visit.ts';
import { logFolder } from '../../src/outside/adapters/log-folder.ts';
import type { Pools } from '../../src/storage/database/prepare.ts';
import { openSession } from '../../src/workflow/account/sign-in.ts';
import { closeExpired } from '../../src/workflow/exam/hand-in.ts';
import { beat, creditOutage } from '../../src/workflow/exam/keep-time.ts';
import type { World } from '../../src/workflow/ports/ports.ts';
import { publishedLog } from '../../src/workflow/publish/log-publisher.ts';
import { noAward, worldOver } from './exam-world.ts';

export const SESSION_COOKIE = 'evenhand-session';

export interface ExamServer {
  readonly origin: string;
  readonly app: App;
  readonly world: World;
  readonly server: FastifyInstance;
  readonly faults: unknown[];
  close(): Promise<void>;
}

/** The exam's script, compiled as for a browser; the folder it lies in. */
export async function examScript(folder: string): Promise<string> {
  const scripts = path.join(folder, 'scripts');
  mkdirSync(scripts, { recursive: true });
  await build({
    entryPoints: ['src/web/scripts/exam.ts'],
    outfile: path.join(scripts, 'exam.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  return scripts;
}

export async function serveExam(options: {
  readonly pools: Pools;
  readonly folder: string;
  readonly scripts: string;
  readonly port?: number;
}): Promise<ExamServer> {
  const { pools, folder, scripts } = options;
  const world = worldOver(pools, folder);
  const files = logFolder(path.join(folder, 'log'));
  const faults: unknown[] = [];
  const app: App = {
    world,
    log: publishedLog({
      records: world.records,
      folder: files,
      signer: world.keys.log,
      name: 'test/log',
    }),
    logFolder: files,
    draws: () => Promise.reject(new Error('no draw here')),
    solver: notHere,
    measurements: {
      decisions: notHere,
      results: notHere,
      responses: notHere,
      ways: notHere,
      judgments: notHere,
      complaints: notHere,
      terms: notHere,
      auditChances: notHere,
      service: notHere,
      seatChances: notHere,
      choices: notHere,
      ideas: notHere,
      journeys: notHere,
    },
    secret: 'secret of the tests',
    decoyHash: '',
    demonstration: true,
    inbox: undefined,
    root: process.cwd(),
    scripts,
    fault: (cause) => {
      faults.push(cause);
      return 'test';
    },
  };
  const elsewhere: Handler = async (visit) => page(`<p>${visit.route} is not here</p>`, 404);
  const others = Object.fromEntries(routes.map(({ id }) => [id, elsewhere])) as Record<
    RouteId,
    Handler
  >;
  const handlers: Handlers = { ...others, ...examHandlers(app, noAward) };
  const server = await createServer(app, handlers);
  await creditOutage(world, 'test');
  const address = await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  const timers = [
    setInterval(() => void beat(world, 'test').catch((cause) => faults.push(cause)), 500),
    setInterval(() => void closeExpired(world, noAward).catch((cause) => faults.push(cause)), 1000),
  ];
  return {
    origin: address,
    app,
    world,
    server,
    faults,
    close: async () => {
      timers.forEach(clearInterval);
      server.server.closeAllConnections();
      await server.close();
    },
  };
}

async function notHere(): Promise<never> {
  throw new Error('nobody measures in these tests');
}

/** Signs a person in without a passphrase: the token a browser's cookie would hold. */
export async function sessionCookie(world: World, person: string): Promise<string> {
  return (await openSession(world, person)).token;
}
