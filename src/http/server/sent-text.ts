/**
 * What another program sent, letter by letter, beside what it means: a member that is written twice is gone once JSON is read, and
 * two readers can take it for two things.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';

const kept = new WeakMap<FastifyRequest, string>();

/** Reads JSON as before, and keeps the text where programs call. */
export function keepSentText(server: FastifyInstance): void {
  const read = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request, text, done) => {
      if (request.routeOptions.config.byPrograms === true) {
        kept.set(request, text);
      }
      void read(request, text, done);
    },
  );
}

export const sentText = (request: FastifyRequest): string | undefined => kept.get(request);
