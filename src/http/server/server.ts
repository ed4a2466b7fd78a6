/**
 * The HTTP server: every row of the contract is bound to its handler behind its guard; everything else is not there.
 * What goes wrong inside is caught once, here, kept in the server's own log under a number, and shown as that number.
 */

import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Route } from '../../contract/routes/route.ts';
import { type RouteId, routes } from '../../contract/routes/routes.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { sessionOf } from '../../workflow/account/sign-in.ts';
import type { SessionRow } from '../../workflow/ports/records.ts';
import type { App } from './app.ts';
import { type Assets, openAssets } from './assets.ts';
import { packed } from './carry.ts';
import { cameFromHere, formTokenMatches, formTokenOf } from './form-token.ts';
import { fieldsOf, LARGEST_FILE, MOST_FILES_AT_ONCE, readSent, sentencesIn } from './forms.ts';
import { mayEnter } from './guard.ts';
import { unlessOfOtherProgram } from './other-program.ts';
import {
  faultPage,
  missingPage,
  notYoursPage,
  signedOutPage,
  strangePostPage,
  tooFastPage,
  tooMuchPage,
} from './problem-pages.ts';
import { withoutSecret } from './program-secret.ts';
import { bearerOf, failedForProgram, letProgramsAsk } from './programs.ts';
import { SESSION_COOKIE, send, VISITOR_COOKIE } from './send.ts';
import { keepSentText, sentText } from './sent-text.ts';
import { type Fields, type Handler, one, type Reply, type Visit } from './visit.ts';

export type Handlers = Readonly<Record<RouteId, Handler>>;

const CALLS_PER_MINUTE = 600;

/** Addresses that guessing or flooding would profit from, and how often one sender may call them in a minute. */
const SLOWER: Partial<Record<RouteId, number>> = {
  'sign-in-send': 20,
  'sign-up-send': 10,
  'concern-raise': 10,
  'concern-read': 20,
  'concern-write': 20,
  'attest-answer': 20,
  witness: 60,
  'witness-answer': 20,
  credential: 120,
  'register-number': 20,
  'register-name': 10,
  'roster-open': 5,
  roster: 30,
  'vc-verify': 120,
  'vc-issue': 120,
  'vc-status': 120,
  'wallet-offer': 10,
  'wallet-token': 20,
  'wallet-nonce': 60,
  'wallet-credential': 30,
};

export async function createServer(
  app: App,
  handlers: Partial<Handlers>,
): Promise<FastifyInstance> {
  const secure = app.world.origin.startsWith('https:');
  // One proxy ends TLS in front of us. Only the address that it wrote counts; what a sender wrote before it does not.
  const trustProxy = secure && ((_address: string, hop: number): boolean => hop === 0);
  const server = fastify({ logger: false, trustProxy, bodyLimit: 1024 * 1024 });
  const assets = openAssets(app.root, app.scripts);
  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'", 'https:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        upgradeInsecureRequests: secure ? [] : null,
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure,
  });
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: 1024 * 1024 });
  await server.register(multipart, {
    limits: { fileSize: LARGEST_FILE, files: MOST_FILES_AT_ONCE, fields: 200 },
    // A file that is too large is answered beside its box, with everything else that was typed; see forms.ts.
    throwFileSizeLimit: false,
  });
  await server.register(rateLimit, {
    global: true,
    max: CALLS_PER_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: (request) => request.cookies[SESSION_COOKIE] ?? request.ip,
  });
  keepSentText(server);
  serveAssets(server, assets);
  const binding: Binding = { app, assets, secure, answered: new WeakMap() };
  for (const route of routes) {
    const handler = handlers[route.id];
    if (handler !== undefined) {
      bind(server, binding, route, handler);
    }
  }
  server.setNotFoundHandler(async (request, reply) => {
    const visit = await visitOf(binding, request, undefined);
    await send(reply, missingPage(visit.frame), secure);
  });
  server.setErrorHandler(async (cause: unknown, request, reply) => {
    await send(reply, await failed(binding, cause, request), secure);
  });
  return server;
}

interface Binding {
  readonly app: App;
  readonly assets: Assets;
  readonly secure: boolean;
  /** The frame of each request that reached its handler, for the page of a fault inside. */
  readonly answered: WeakMap<FastifyRequest, Visit['frame']>;
}

function bind(
  server: FastifyInstance,
  binding: Binding,
  route: Route & { readonly id: RouteId },
  handler: Handler,
): void {
  const slower = SLOWER[route.id];
  if (route.byPrograms === true) {
    letProgramsAsk(server, route);
  }
  server.route({
    method: route.method,
    url: route.path,
    ...(route.mostBytes === undefined ? {} : { bodyLimit: route.mostBytes }),
    config: {
      byPrograms: route.byPrograms === true,
      ...(slower === undefined
        ? {}
        : {
            // By sender alone: a cookie that anybody can make up must not open a fresh count.
            rateLimit: { max: slower, timeWindow: '1 minute', keyGenerator: ({ ip }) => ip },
          }),
    },
    handler: async (request, reply) => {
      await send(reply, await answer(binding, route, handler, request), binding.secure);
      return reply;
    },
  });
}

async function answer(
  binding: Binding,
  route: Route & { readonly id: RouteId },
  handler: Handler,
  request: FastifyRequest,
): Promise<Reply> {
  const { app } = binding;
  const visit = await visitOf(binding, request, route.id);
  const closed = route.bySecret === true ? withoutSecret(app, visit.bearer) : undefined;
  if (closed !== undefined) {
    return closed;
  }
  const entry = mayEnter(route.who, visit.session);
  if (entry === 'not-yours') {
    return notYoursPage(visit.frame);
  }
  if (entry === 'sign-in' && route.method === 'GET') {
    return route.json === true
      ? { kind: 'json', status: 401, body: { kind: 'signed-out' } }
      : { kind: 'redirect', to: `/sign-in?then=${encodeURIComponent(request.url)}` };
  }
  const needsToken = route.method === 'POST' && route.byPrograms !== true;
  if (needsToken && !postIsOurs(binding, route, request, visit)) {
    if (entry === 'enter') {
      return strangePostPage(visit.frame);
    }
  }
  if (entry === 'sign-in') {
    return route.json === true
      ? { kind: 'json', status: 401, body: { kind: 'signed-out' } }
      : signedOut(app, visit);
  }
  if (!namesSomething(visit)) {
    return await unlessOfOtherProgram(app, route, visit, missingPage(visit.frame));
  }
  const frame = { ...visit.frame, written: sentencesIn(visit.form) };
  binding.answered.set(request, frame);
  if (visit.tooManyFiles === true && !TELLS_TOO_MANY_FILES.has(route.id)) {
    return tooMuchPage(frame);
  }
  return await unlessOfOtherProgram(app, route, visit, await handler({ ...visit, frame }));
}

/** Forms that say beside their box that there are too many files, and keep everything else. */
const TELLS_TOO_MANY_FILES: ReadonlySet<RouteId> = new Set([
  'concern-raise',
  'concern-write',
  'witness-answer',
]);

const OUR_IDS = [
  'opening',
  'nomination',
  'matter',
  'letter',
  'document',
  'request',
  'sitting',
  'person',
  'concern',
  'finding',
  'outreach',
  'file',
  'question',
  'study',
];

/** False where an address holds something in the place of an id that no id of ours can be. */
const namesSomething = ({ params }: Visit): boolean =>
  OUR_IDS.every((name) => params[name] === undefined || isUuid(params[name]));

/** Keeps what was typed through sign-in. The old form's token ended with its session, so it is left out. */
function signedOut(app: App, visit: Visit): Reply {
  const { 'form-token': _token, ...form } = visit.form;
  const carried = packed(app.secret, {
    action: visit.path,
    form,
    hadFiles: visit.files.length > 0,
    at: app.world.clock.now(),
  });
  return signedOutPage(visit.frame, carried, visit.files.length > 0);
}

function postIsOurs(
  binding: Binding,
  route: Route,
  request: FastifyRequest,
  visit: Visit,
): boolean {
  const { headers } = request;
  const site = headers['sec-fetch-site'];
  const here = cameFromHere({
    site: typeof site === 'string' ? site : undefined,
    origin: headers.origin,
    host: headers.host,
  });
  // A JSON post needs a header that no plain form of another site can send.
  const sent =
    route.json === true ? String(headers['x-form-token'] ?? '') : one(visit.form, 'form-token');
  return here && formTokenMatches(binding.app.secret, holderOf(request, visit.token), sent);
}

async function visitOf(
  { app, assets }: Binding,
  request: FastifyRequest,
  route: RouteId | undefined,
): Promise<Visit> {
  const token = request.cookies[SESSION_COOKIE];
  const session = token === undefined ? undefined : await sessionOf(app.world, token);
  if (session === undefined && request.cookies[VISITOR_COOKIE] === undefined) {
    const visitor = randomBytes(16).toString('base64url');
    request.cookies[VISITOR_COOKIE] = visitor;
  }
  const known = session === undefined ? undefined : token;
  const path = request.url.split('?')[0] ?? '/';
  const json = request.headers['content-type']?.startsWith('application/json') === true;
  const sent =
    request.method === 'POST' && !json ? await readSent(request) : { form: {}, files: [] };
  return {
    route: route ?? 'home',
    path,
    params: paramsOf(request.params),
    query: fieldsOf(request.query),
    ...sent,
    json: json ? request.body : undefined,
    text: sentText(request),
    bearer: bearerOf(request),
    session,
    token: known,
    frame: {
      path,
      viewer: session === undefined ? null : { name: session.fullName, role: roleOf(session) },
      demonstration: app.demonstration,
      formToken: formTokenOf(app.secret, holderOf(request, known)),
      stylesheet: assets.stylesheet,
    },
  };
}

const holderOf = (request: FastifyRequest, token: string | undefined): string =>
  token ?? request.cookies[VISITOR_COOKIE] ?? '';

function roleOf(session: SessionRow) {
  const order = [
    'director',
    'board',
    'conduct',
    'ombud',
    'reviewer',
    'clerk',
    'staff',
    'custodian',
    'auditor',
    'panel',
  ] as const;
  return order.find((office) => session.offices.includes(office)) ?? 'candidate';
}

function paramsOf(params: unknown): Record<string, string> {
  const fields: Fields = fieldsOf(params);
  return Object.fromEntries(Object.keys(fields).map((name) => [name, one(fields, name)]));
}

async function failed(binding: Binding, cause: unknown, request: FastifyRequest): Promise<Reply> {
  const status = statusIn(cause);
  if (request.routeOptions.config.byPrograms === true) {
    return failedForProgram(status, cause, binding.app, request.routeOptions.url ?? request.url);
  }
  const frame = binding.answered.get(request) ??
    (
      await visitOf(binding, { ...request, method: 'GET' } as FastifyRequest, undefined).catch(
        () => undefined,
      )
    )?.frame ?? {
      path: '/',
      viewer: null,
      demonstration: binding.app.demonstration,
      formToken: '',
      stylesheet: binding.assets.stylesheet,
    };
  if (status === 429) {
    return tooFastPage(frame);
  }
  if (status === 413) {
    return tooMuchPage(frame);
  }
  if (status !== undefined && status >= 400 && status < 500) {
    return strangePostPage(frame);
  }
  return faultPage(frame, cause, binding.app, request.routeOptions.url ?? request.url);
}

function statusIn(cause: unknown): number | undefined {
  return typeof cause === 'object' &&
    cause !== null &&
    'statusCode' in cause &&
    typeof cause.statusCode === 'number'
    ? cause.statusCode
    : undefined;
}

function serveAssets(server: FastifyInstance, assets: Assets): void {
  // Files that are no pages, such as the log's, name no icon, so a browser asks here.
  server.get(
    '/favicon.ico',
    async (_request, reply) => await reply.redirect('/assets/mark.svg', 301),
  );
  server.get('/assets/*', { config: { rateLimit: false } }, async (request, reply) => {
    const asset = assets.find((request.params as { '*': string })['*']);
    if (asset === undefined) {
      return await reply.status(404).type('text/plain').send('not here');
    }
    return await reply
      .header(
        'cache-control',
        request.url.includes('/style-') || request.url.includes('/fonts/')
          ? 'public, max-age=31536000, immutable'
          : 'no-cache',
      )
      .type(asset.type)
      .send(asset.bytes);
  });
}
