/** Sends an answer as its kind asks: pages are nobody else's, files say themselves how long they may be kept. */
import type { FastifyReply } from 'fastify';
import type { Reply } from './visit.ts';

export const SESSION_COOKIE = 'evenhand-session';
export const VISITOR_COOKIE = 'evenhand-visitor';

/** A guest who is shown a page is known again by a cookie; a file that caches may hand on sets none. */
function keepVisitor(reply: FastifyReply, secure: boolean): void {
  const visitor = reply.request.cookies[VISITOR_COOKIE];
  if (visitor !== undefined && reply.request.headers.cookie?.includes(visitor) !== true) {
    reply.setCookie(VISITOR_COOKIE, visitor, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
    });
  }
}

export async function send(reply: FastifyReply, answer: Reply, secure: boolean): Promise<void> {
  if ('cookie' in answer && answer.cookie !== undefined) {
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
    if (answer.cookie.session === undefined) {
      reply.clearCookie(SESSION_COOKIE, options);
    } else {
      reply.setCookie(SESSION_COOKIE, answer.cookie.session, options);
    }
  }
  switch (answer.kind) {
    case 'redirect':
      return await reply.redirect(answer.to, 303);
    case 'json':
      return await reply
        .header('cache-control', 'no-store')
        .status(answer.status ?? 200)
        .send(answer.body);
    case 'bytes':
      return await reply
        .headers(answer.headers ?? { 'cache-control': 'no-store' })
        .type(answer.type)
        .status(answer.status ?? 200)
        .send(typeof answer.bytes === 'string' ? answer.bytes : Buffer.from(answer.bytes));
    default:
      keepVisitor(reply, secure);
      return await reply
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .status(answer.status ?? 200)
        .send(answer.html);
  }
}
