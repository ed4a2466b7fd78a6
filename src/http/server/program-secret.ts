/** The secret of programs of the body itself: only its hash is known here, so that nobody who reads our settings can call. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { App } from './app.ts';
import { answerProgram } from './programs.ts';
import type { Reply } from './visit.ts';

/** The refusal of a call without the secret; undefined where the call may go on. */
export function withoutSecret(
  { programSecret }: Pick<App, 'programSecret'>,
  bearer: string | undefined,
): Reply | undefined {
  if (programSecret === undefined) {
    return refused(403, 'this is for programs of the body itself, and is not switched on');
  }
  const given = createHash('sha256')
    .update(bearer ?? '')
    .digest();
  return bearer !== undefined && timingSafeEqual(given, Buffer.from(programSecret, 'hex'))
    ? undefined
    : refused(401, 'send the secret of this installation: Authorization: Bearer SECRET', {
        'www-authenticate': 'Bearer',
      });
}

const refused = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => answerProgram({ errors: [{ message }] }, { status, headers });
