/**
 * The secrets of one installation, each in its own file that only its owner can read, made at the first start:
 * the signing keys of credentials and of the log, the vault of item keys, the key of the sealed store.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { IssuerKeys, Signer } from '../../workflow/ports/ports.ts';
import { openKeyRing } from './key-ring.ts';
import type { TokenPlace } from './token.ts';
import { writeOnce } from './write-once.ts';

export interface Keys {
  /** Of credentials, and of what is said of their status. */
  readonly issuer: IssuerKeys;
  readonly log: Signer;
  readonly vault: Uint8Array;
  readonly sealed: Uint8Array;
  /** Orders the places of the status list. */
  readonly statusPlaces: Uint8Array;
  /** For the passwords of the database logins and for receipts. */
  readonly secret: string;
}

/**
 * Signing keys lie encrypted. The passphrase is the operator's where one is given, kept apart from the folder; else it lies
 * beside the keys, and protects a key file that goes astray alone. Where a token is named, new keys of the issuer are made in it.
 */
export function openKeys(folder: string, passphrase?: string, token?: TokenPlace): Keys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = passphrase ?? readSecret(path.join(folder, 'signing-keys.key'));
  return {
    issuer: openKeyRing(folder, { signerIn: (file) => signer(file, lock), token }),
    log: signer(path.join(folder, 'log.pem'), lock),
    vault: secretBytes(path.join(folder, 'vault.key')),
    sealed: secretBytes(path.join(folder, 'sealed.key')),
    statusPlaces: secretBytes(path.join(folder, 'status-places.key')),
    secret: Buffer.from(secretBytes(path.join(folder, 'server.key'))).toString('hex'),
  };
}

/** The signing key of a witness, in a folder of its own. */
export function openWitnessKey(folder: string): Signer {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return signer(
    path.join(folder, 'witness.pem'),
    readSecret(path.join(folder, 'signing-keys.key')),
  );
}

function signer(file: string, lock: string): Signer {
  const locked = (key: KeyObject): string =>
    key
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: lock })
      .toString();
  if (!existsSync(file)) {
    writeOnce(file, locked(generateKeyPairSync('ed25519').privateKey));
  }
  const text = readFileSync(file, 'utf8');
  const key = unlocked(file, text, lock);
  // A key that was made before keys were encrypted.
  if (text.includes('BEGIN PRIVATE KEY')) {
    writeOnce(`${file}.new`, locked(key));
    renameSync(`${file}.new`, file);
  }
  return {
    sign: async (bytes) => new Uint8Array(sign(null, bytes, key)),
    publicKey: rawPublicKey(key),
  };
}

function unlocked(file: string, text: string, lock: string): KeyObject {
  try {
    return createPrivateKey({ key: text, passphrase: lock });
  } catch (cause) {
    throw new Error(
      `The signing key ${file} does not open. Give the passphrase it was made under in EVENHAND_KEY_PASSPHRASE, or put the file back from a backup.`,
      { cause },
    );
  }
}

/** The last 32 bytes of the SubjectPublicKeyInfo of an Ed25519 key (RFC 8410). */
function rawPublicKey(key: KeyObject): Uint8Array {
  const info = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return new Uint8Array(info.subarray(info.length - 32));
}

const secretBytes = (file: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(readSecret(file)).digest());

function readSecret(file: string): string {
  if (!existsSync(file)) {
    writeOnce(file, randomBytes(32).toString('hex'));
  }
  return readFileSync(file, 'utf8').trim();
}
