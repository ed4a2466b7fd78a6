/** Addresses that other programs call: open to pages of other sites, with a token in the head, and answered in JSON throughout. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Route } from '../../contract/routes/route.ts';
import type { App } from './app.ts';
import { isHeld } from './problem-pages.ts';
import type { Reply } from './visit.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    byPrograms?: boolean;
  }
}

/** Nothing here rests on a cookie, so the page of any site may ask: a wallet can be such a page. */
const OPEN_TO_ALL = { 'access-control-allow-origin': '*' };
const KEPT_NOWHERE = { ...OPEN_TO_ALL, 'cache-control': 'no-store' };

/** What a browser asks before a page of another site may call. */
export function letProgramsAsk(server: FastifyInstance, route: Route): void {
  server.route({
    method: 'OPTIONS',
    url: route.path,
    config: { byPrograms: true },
    handler: async (_request, reply) =>
      await reply
        .headers({
          ...OPEN_TO_ALL,
          'access-control-allow-methods': route.method,
          'access-control-allow-headers': 'authorization, content-type',
          'access-control-max-age': '600',
        })
        .status(204)
        .send(),
  });
}

export function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer ([A-Za-z0-9._~+/=-]{1,500})$/i.exec(headers.authorization ?? '')?.[1];
}

export function answerProgram(
  body: unknown,
  options: {
    readonly status?: number;
    readonly type?: string;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Reply {
  return {
    kind: 'bytes',
    type: options.type ?? 'application/json',
    bytes: typeof body === 'string' ? body : JSON.stringify(body),
    status: options.status ?? 200,
    headers: { ...KEPT_NOWHERE, ...options.headers },
  };
}

/** A mistake in the form of OAuth 2.0 (RFC 6749, section 5.2). */
export const programError = (
  status: number,
  error: string,
  because: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => answerProgram({ error, error_description: because }, { status, headers });

/** What is wrong with a call before or behind its handler. What is our fault is told by its number alone. */
export function failedForProgram(
  status: number | undefined,
  cause: unknown,
  app: Pick<App, 'fault'>,
  route: string,
): Reply {
  if (status === 429) {
    return programError(
      429,
      'slow_down',
      'too many calls from this address; try again in a minute',
    );
  }
  if (isHeld(cause)) {
    const because = 'nothing can be decided or handed out for now; try again later';
    return programError(503, 'temporarily_unavailable', because);
  }
  return status !== undefined && status >= 400 && status < 500
    ? programError(status, 'invalid_request', 'the call cannot be read')
    : programError(500, 'server_error', `our fault, written down as ${app.fault(cause, route)}`);
}
