/**
 * Signing with Ed25519 in plain code, for where the platform has no such key of its own. Slower than the platform's
 * (see bench/credential.ts), the same answers.
 * Source: RFC 8032 (2017). Checked strictly: no signature has a second form that is also accepted.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { type CheckEd25519, type NoteSigner, noteKey } from './note.ts';

/** A signer from a 32-byte secret. For a log, the name is its origin. */
export function ed25519Signer(name: string, secret: Uint8Array): NoteSigner {
  return {
    key: noteKey(name, ed25519.getPublicKey(secret)),
    sign: (message) => ed25519.sign(message, secret),
  };
}

export const checkEd25519: CheckEd25519 = (publicKey, message, signature) =>
  ed25519.verify(signature, message, publicKey, { zip215: false });
