/** A token in software (SoftHSM), for the tests of keys in a token: real Ed25519 keys behind the real interface. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadModule, pkcs11Package } from '../../src/outside/adapters/pkcs11.ts';
import type { TokenPlace } from '../../src/outside/adapters/token.ts';

export const PIN = '4711-test';
const LABEL = 'Larkspur test';

const MODULES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
];
const found = MODULES.find((file) => existsSync(file));

/** Why there is no token here, or false where there can be one. */
export const noSoftToken: string | false =
  found === undefined
    ? 'SoftHSM is not installed (Debian: apt-get install softhsm2)'
    : pkcs11Package() === undefined
      ? 'the package pkcs11js is not installed: it needs a C++ compiler at npm ci'
      : false;

export interface SoftToken {
  readonly place: TokenPlace;
  close(): void;
}

/** A new token with nothing in it. */
export function softToken(): SoftToken {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-token-'));
  mkdirSync(path.join(folder, 'tokens'));
  const conf = path.join(folder, 'softhsm2.conf');
  writeFileSync(
    conf,
    `directories.tokendir = ${path.join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  );
  const before = process.env['SOFTHSM2_CONF'];
  process.env['SOFTHSM2_CONF'] = conf;
  execFileSync(
    'softhsm2-util',
    ['--init-token', '--free', '--label', LABEL, '--so-pin', '47114711', '--pin', PIN],
    { stdio: 'ignore' },
  );
  return {
    place: { module: found ?? '', token: LABEL, keys: 'test', pin: () => PIN },
    close() {
      // So that the next token of this process is seen: the module reads its folder when it starts.
      loadModule(found ?? '').C_Finalize();
      if (before === undefined) {
        delete process.env['SOFTHSM2_CONF'];
      } else {
        process.env['SOFTHSM2_CONF'] = before;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
