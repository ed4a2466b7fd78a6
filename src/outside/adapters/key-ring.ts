/**
 * The issuer's keys of one installation: which there are stands in issuer-keys.json, and each private key lies encrypted in a
 * file of its own. The list is read again whenever it has changed, so that a running service follows a change of keys at once.
 */
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { HeldKey, KeyUse } from '../../credential/proof/issuer-keys.ts';
import { nextName } from '../../credential/proof/issuer-keys.ts';
import { readMultikey, writeMultikey } from '../../credential/proof/multikey.ts';
import type { IssuerKeys, Signer } from '../../workflow/ports/ports.ts';
import { serviceSigner } from './remote-signer.ts';
import { writeOnce } from './write-once.ts';

const FILE = 'issuer-keys.json';
/** What the two keys were called before there was a list of them. */
const BEFORE = [
  ['c-1', 'credentials', 'credentials.pem'],
  ['s-1', 'status', 'status.pem'],
] as const;
const EPOCH = '1970-01-01T00:00:00Z';

/** `signerIn` opens the key of a file, and makes it where there is none. */
export function openKeyRing(folder: string, signerIn: (file: string) => Signer): IssuerKeys {
  const file = path.join(folder, FILE);
  const fileOf = (fragment: string): string =>
    path.join(folder, BEFORE.find(([name]) => name === fragment)?.[2] ?? `${fragment}.pem`);
  if (!existsSync(file)) {
    const keys = firstKeys(folder, (fragment) => signerIn(fileOf(fragment)).publicKey);
    writeOnce(file, asText(keys));
  }
  const signers = new Map<string, Signer>();
  let known: { readonly state: string; readonly keys: readonly HeldKey[] } | undefined;
  return {
    all() {
      const { mtimeMs, size, ino } = statSync(file);
      const state = `${mtimeMs} ${size} ${ino}`;
      known = known?.state === state ? known : { state, keys: read(file) };
      return known.keys;
    },
    signer(fragment) {
      const held = this.all().find((key) => key.fragment === fragment);
      const signer =
        signers.get(fragment) ??
        (held?.service === undefined
          ? signerIn(fileOf(fragment))
          : serviceSigner(held.service, held.publicKey, tokenNow));
      signers.set(fragment, signer);
      return signer;
    },
    replace(keys) {
      const making = `${file}.new`;
      writeOnce(making, asText(keys));
      renameSync(making, file);
    },
  };
}

const tokenNow = (): string | undefined => process.env['EVENHAND_SIGNING_TOKEN'];

function firstKeys(
  folder: string,
  publicKeyOf: (fragment: string) => Uint8Array,
): readonly HeldKey[] {
  const year = new Date().getUTCFullYear();
  const wanted: readonly (readonly [KeyUse, string])[] = BEFORE.map(([fragment, use, before]) => [
    use,
    existsSync(path.join(folder, before)) ? fragment : nextName([], use, year),
  ]);
  return wanted.map(([use, fragment]) => ({
    ...{ fragment, use, publicKey: publicKeyOf(fragment), signsFrom: EPOCH },
  }));
}

const asText = (keys: readonly HeldKey[]): string =>
  `${JSON.stringify(
    keys.map(({ publicKey, ...key }) => ({ ...key, publicKey: writeMultikey(publicKey) })),
    undefined,
    2,
  )}\n`;

function read(file: string): readonly HeldKey[] {
  const rows = JSON.parse(readFileSync(file, 'utf8')) as (Omit<HeldKey, 'publicKey'> & {
    readonly publicKey: string;
  })[];
  return rows.map((row) => {
    const publicKey = readMultikey(row.publicKey);
    if (publicKey === undefined) {
      throw new Error(
        `${file} names a key that is none: ${row.fragment}. Put the file back from a backup.`,
      );
    }
    return { ...row, publicKey };
  });
}
