/** Ed25519 checks and gzip with a bound, from Node: what the credential's pure code is handed on a server. */
import { createPublicKey, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Issuing } from '../../workflow/ports/ports.ts';

/** The fixed start of a SubjectPublicKeyInfo for Ed25519 (RFC 8410), before the 32 bytes of the key. */
const PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export const checkEd25519: Issuing['checkSignature'] = (publicKey, message, signature) => {
  const key = createPublicKey({
    key: Buffer.concat([PREFIX, publicKey]),
    format: 'der',
    type: 'spki',
  });
  return verify(null, message, key, signature);
};

export const gzipBytes: Issuing['gzip'] = async (bytes) =>
  new Uint8Array(await promisify(gzip)(bytes));
export const gunzipBytes: Issuing['gunzip'] = async (bytes, mostBytes) =>
  new Uint8Array(await promisify(gunzip)(bytes, { maxOutputLength: mostBytes }));
