/** Opens the keys of a folder, as a server does that starts, and prints what it got. */
import { openKeys } from '../../src/outside/adapters/keys.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  throw new Error('say which folder');
}
const keys = openKeys(folder);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
console.log(
  [
    keys.issuer
      .all()
      .map(({ publicKey }) => hex(publicKey))
      .join(''),
    hex(keys.log.publicKey),
    hex(keys.vault),
    hex(keys.sealed),
    keys.secret,
  ].join(' '),
);
