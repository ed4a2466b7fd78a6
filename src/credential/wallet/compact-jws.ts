/** A signed statement in the compact form of RFC 7515: head, body and signature in base64url, with points between. Ed25519 only. */
import { toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';

/** The name under which JOSE knows Ed25519 signatures, in RFC 8037; what wallets of today look for. */
export const EDDSA = 'EdDSA';

export async function compactJws(
  head: JsonObject,
  body: JsonObject,
  sign: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<string> {
  const said = [head, body].map((part) => toBase64url(utf8(JSON.stringify(part)))).join('.');
  return `${said}.${toBase64url(await sign(utf8(said)))}`;
}
