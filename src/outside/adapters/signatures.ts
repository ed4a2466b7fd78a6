/** Ed25519 checks and gzip with a bound, from Node: what the credential's pure code is handed on a server. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip, inflate } from 'node:zlib';
import type { Issuing } from '../../workflow/ports/ports.ts';

/** The fixed start of a SubjectPublicKeyInfo for Ed25519 (RFC 8410), before the 32 bytes of the key. */
const PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

const MOST_KEYS = 16;
const ready = new Map<string, KeyObject>();

export const checkEd25519: Issuing['checkSignature'] = (publicKey, message, signature) =>
  verify(null, message, keyOf(publicKey), signature);

/** One issuer's key checks many credentials; making it ready costs a third of using it. */
function keyOf(publicKey: Uint8Array): KeyObject {
  const word = Buffer.from(publicKey).toString('base64');
  const known = ready.get(word);
  if (known !== undefined) {
    return known;
  }
  const key = createPublicKey({
    key: Buffer.concat([PREFIX, publicKey]),
    format: 'der',
    type: 'spki',
  });
  if (ready.size >= MOST_KEYS) {
    ready.clear();
  }
  ready.set(word, key);
  return key;
}

export const gzipBytes: Issuing['gzip'] = async (bytes) =>
  new Uint8Array(await promisify(gzip)(bytes));
export const gunzipBytes: Issuing['gunzip'] = async (bytes, mostBytes) =>
  new Uint8Array(await promisify(gunzip)(bytes, { maxOutputLength: mostBytes }));
export const inflateBytes: Issuing['gunzip'] = async (bytes, mostBytes) =>
  new Uint8Array(await promisify(inflate)(bytes, { maxOutputLength: mostBytes }));

/** All that signing and checking needs beside the keys. `statusKey` orders the places of the lists. */
export const issuingWith = (statusKey: Uint8Array): Issuing => ({
  checkSignature: checkEd25519,
  gzip: gzipBytes,
  gunzip: gunzipBytes,
  statusKey,
});
