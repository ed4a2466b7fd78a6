/** The server with every handler but the demonstration's, over a test database, asked without a network, and people for it. */
import assert from 'node:assert/strict';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { accountHandlers } from '../../src/http/account/account-handlers.ts';
import { candidateHandlers } from '../../src/http/candidate/candidate-handlers.ts';
import { deskHandlers } from '../../src/http/desk/desk-handlers.ts';
import { examHandlers } from '../../src/http/exam/exam-handlers.ts';
import { publicHandlers } from '../../src/http/public/public-handlers.ts';
import type { App } from '../../src/http/server/app.ts';
import { createServer } from '../../src/http/server/server.ts';
import { growingSolver } from '../../src/outside/adapters/growing-solver.ts';
import { openKeys } from '../../src/outside/adapters/keys.ts';
import { linearSolver } from '../../src/outside/adapters/linear-solver.ts';
import { logFolder } from '../../src/outside/adapters/log-folder.ts';
import { vaultWith } from '../../src/outside/adapters/vault.ts';
import { sealedReader } from '../../src/storage/sealed-store/sealed-reader.ts';
import { openSession } from '../../src/workflow/account/sign-in.ts';
import { drawOfFiles } from '../../src/workflow/audit/draw-of-files.ts';
import { awardOnPass } from '../../src/workflow/certify/award.ts';
import type { World } from '../../src/workflow/ports/ports.ts';
import type { Office } from '../../src/workflow/ports/records.ts';
import { publishedLog } from '../../src/workflow/publish/log-publisher.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { newPerson, secretsFor, worldOver } from './exam-world.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The text of the page as it is read: no tags, one space between words. */
  readonly words: string;
  readonly to: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface DeskPerson {
  readonly id: string;
  see(address: string): Promise<Answer>;
  /** Sends fields with the token of the page at `from`, to `to` or back to it. */
  send(from: string, fields: Fields, to?: string): Promise<Answer>;
  /** The same with files, as a browser sends a form that has any. */
  upload(from: string, fields: Fields, files: readonly FileOfForm[], to?: string): Promise<Answer>;
}

/** One value a name, or several where boxes are ticked. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface FileOfForm {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Desk {
  readonly database: TestDatabase;
  readonly world: World;
  readonly app: App;
  readonly faults: readonly unknown[];
  readonly server: FastifyInstance;
  stranger(): DeskPerson;
  somebody(name: string, ...offices: readonly Office[]): Promise<DeskPerson>;
  /** Somebody who is there already. */
  signedIn(id: string): Promise<DeskPerson>;
  close(): Promise<void>;
}

export async function openDesk(
  origin = 'http://localhost',
  change: (world: World) => World = (world) => world,
): Promise<Desk> {
  const database = await testDatabase();
  const { folder } = secretsFor();
  const world = change(worldOver(database.pools, folder, origin));
  const { sealed } = openKeys(path.join(folder, 'keys'));
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
    measurements: sealedReader(database.pools.measure, sealed, vaultWith(sealed)),
    solver: linearSolver,
    draws: async (pool, quotas, plan) => drawOfFiles(await growingSolver(), pool, quotas, plan),
    secret: 'secret of the tests',
    decoyHash: await world.passphrases.hash('nobody has this passphrase'),
    demonstration: true,
    inbox: undefined,
    root: process.cwd(),
    scripts: path.join(folder, 'no-scripts'),
    fault: (cause) => {
      faults.push(cause);
      return 'F-1';
    },
  };
  const server = await createServer(app, {
    ...publicHandlers(app),
    ...accountHandlers(app),
    ...deskHandlers(app),
    ...candidateHandlers(app),
    ...examHandlers(app, awardOnPass(world)),
  });
  const signedIn = async (id: string): Promise<DeskPerson> =>
    visitor(server, id, (await openSession(world, id)).token);
  return {
    database,
    world,
    app,
    faults,
    server,
    stranger: () => visitor(server, '', undefined),
    async somebody(name, ...offices) {
      const id = await newPerson(world, name);
      for (const office of offices) {
        await database.owner`insert into people.office (person, office) values (${id}, ${office})`;
      }
      return await signedIn(id);
    },
    signedIn,
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}

let visitors = 0;

function visitor(server: FastifyInstance, id: string, token: string | undefined): DeskPerson {
  visitors += 1;
  const remoteAddress = `10.9.${visitors >> 8}.${visitors & 255}`;
  const cookies: Record<string, string> = token === undefined ? {} : { 'evenhand-session': token };
  const ask = async (asked: {
    readonly method: 'GET' | 'POST';
    readonly url: string;
    readonly payload?: string | Buffer;
    readonly type?: string;
  }): Promise<Answer> => {
    const { type = 'application/x-www-form-urlencoded', ...request } = asked;
    const reply = await server.inject({
      ...request,
      remoteAddress,
      cookies,
      headers: {
        host: 'localhost',
        'sec-fetch-site': 'same-origin',
        'content-type': type,
      },
    });
    for (const { name, value } of reply.cookies) {
      cookies[name] = value;
    }
    const to = reply.headers.location;
    return {
      status: reply.statusCode,
      text: reply.body,
      words: read(reply.body),
      to: typeof to === 'string' ? to : undefined,
      headers: reply.headers,
    };
  };
  const tokenAt = async (from: string): Promise<string> => {
    const opened = await ask({ method: 'GET', url: from });
    const sent = hiddenIn(opened.text, 'form-token');
    assert.ok(sent !== undefined, `${from} has no form`);
    return sent;
  };
  return {
    id,
    see: (address) => ask({ method: 'GET', url: address }),
    async send(from, fields, to = from) {
      const payload = new URLSearchParams(pairs(await tokenAt(from), fields)).toString();
      return await ask({ method: 'POST', url: to, payload });
    },
    async upload(from, fields, files, to = from) {
      const body = new FormData();
      for (const [name, value] of pairs(await tokenAt(from), fields)) {
        body.append(name, value);
      }
      for (const { field, name, bytes } of files) {
        body.append(field, new Blob([new Uint8Array(bytes)]), name);
      }
      const whole = new Response(body);
      const type = whole.headers.get('content-type') ?? '';
      const payload = Buffer.from(await whole.arrayBuffer());
      return await ask({ method: 'POST', url: to, payload, type });
    },
  };
}

const pairs = (token: string, fields: Fields): [string, string][] => [
  ['form-token', token],
  ...Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  ),
];

/** The value of a hidden field of a page. */
export const hiddenIn = (html: string, name: string): string | undefined =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];

/** One of the five entities that our pages write. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

const read = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/\s+/g, ' ');
