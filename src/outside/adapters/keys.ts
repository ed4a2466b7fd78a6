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
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { Signer } from '../../workflow/ports/ports.ts';

export interface Keys {
  readonly credentials: Signer;
  /** Of the status lists and of what is said beside a credential. */
  readonly status: Signer;
  readonly log: Signer;
  readonly vault: Uint8Array;
  readonly sealed: Uint8Array;
  /** Orders the places of the status list. */
  readonly statusPlaces: Uint8Array;
  /** For the passwords of the database logins and for receipts. */
  readonly secret: string;
}

export function openKeys(folder: string): Keys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    credentials: signer(path.join(folder, 'credentials.pem')),
    status: signer(path.join(folder, 'status.pem')),
    log: signer(path.join(folder, 'log.pem')),
    vault: secretBytes(path.join(folder, 'vault.key')),
    sealed: secretBytes(path.join(folder, 'sealed.key')),
    statusPlaces: secretBytes(path.join(folder, 'status-places.key')),
    secret: Buffer.from(secretBytes(path.join(folder, 'server.key'))).toString('hex'),
  };
}

/** The signing key of a witness, in a folder of its own. */
export function openWitnessKey(folder: string): Signer {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return signer(path.join(folder, 'witness.pem'));
}

function signer(file: string): Signer {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeOnce(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  }
  const key = createPrivateKey(readFileSync(file));
  return {
    sign: async (bytes) => new Uint8Array(sign(null, bytes, key)),
    publicKey: rawPublicKey(key),
  };
}

/** The last 32 bytes of the SubjectPublicKeyInfo of an Ed25519 key (RFC 8410). */
function rawPublicKey(key: KeyObject): Uint8Array {
  const info = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return new Uint8Array(info.subarray(info.length - 32));
}

function secretBytes(file: string): Uint8Array {
  if (!existsSync(file)) {
    writeOnce(file, randomBytes(32).toString('hex'));
  }
  const kept = readFileSync(file, 'utf8').trim();
  return new Uint8Array(createHash('sha256').update(kept).digest());
}

/** The first writer wins: two programs that start at once must not each go on with a key of their own. */
export function writeOnce(file: string, text: string): void {
  const making = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(making, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(making, file);
  } catch (cause) {
    if (!existsSync(file)) {
      throw cause;
    }
  } finally {
    unlinkSync(making);
  }
}
