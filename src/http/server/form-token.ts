/**
 * The token in every form. It is made from the session (or, before sign-in, from a cookie only this site can read), so
 * that another site cannot post in a person's name; the browser's own word about where a post comes from is checked too.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const formTokenOf = (secret: string, holder: string): string =>
  createHmac('sha256', secret).update(`form ${holder}`).digest('base64url');

export function formTokenMatches(secret: string, holder: string, sent: string): boolean {
  const right = Buffer.from(formTokenOf(secret, holder));
  const given = Buffer.from(sent);
  return right.length === given.length && timingSafeEqual(right, given);
}

/** False where the browser says that another site sent this. Browsers that say nothing are held to the token alone. */
export function cameFromHere(headers: {
  readonly site: string | undefined;
  readonly origin: string | undefined;
  readonly host: string | undefined;
}): boolean {
  if (headers.site !== undefined && headers.site !== 'same-origin' && headers.site !== 'none') {
    return false;
  }
  if (headers.origin === undefined || headers.origin === 'null') {
    return headers.origin === undefined || headers.site === 'same-origin';
  }
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}
