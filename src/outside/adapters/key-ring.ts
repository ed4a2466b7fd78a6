/**
 * The issuer's keys of one installation: which there are stands in issuer-keys.json, and each private key lies encrypted in a
 * file of its own, in a token or in a signing service. The list is read again whenever it has changed, so that a running service
 * follows a change of keys at once.
 */
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { HeldKey, KeyPlace, KeyUse, MadeKey } from '../../credential/proof/issuer-keys.ts';
import { nextName } from '../../credential/proof/issuer-keys.ts';
import { readMultikey, writeMultikey } from '../../credential/proof/multikey.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { IssuerKeys, Signer } from '../../workflow/ports/ports.ts';
import { serviceSigner } from './remote-signer.ts';
import { openToken, type Token, type TokenPlace } from './token.ts';
import { writeOnce } from './write-once.ts';

const FILE = 'issuer-keys.json';
/** What the two keys were called before there was a list of them. */
const BEFORE = [
  ['c-1', 'credentials', 'credentials.pem'],
  ['s-1', 'status', 'status.pem'],
] as const;
const EPOCH = '1970-01-01T00:00:00Z';

/** Where keys of an installation can lie. */
interface Holders {
  /** Opens the key of a file, and makes it where there is none. */
  readonly signerIn: (file: string) => Signer;
  readonly token: TokenPlace | undefined;
}

export function openKeyRing(folder: string, { signerIn, token: place }: Holders): IssuerKeys {
  const file = path.join(folder, FILE);
  const token = place === undefined ? undefined : openToken(place);
  const fileOf = (fragment: string): string =>
    path.join(folder, BEFORE.find(([name]) => name === fragment)?.[2] ?? `${fragment}.pem`);
  const inFile = (fragment: string): MadeKey => ({
    publicKey: signerIn(fileOf(fragment)).publicKey,
  });
  const named = (
    at: Token,
    fragment: string,
    publicKeyOf: (label: string) => Uint8Array,
    key = `${place?.keys ?? ''} ${fragment}`,
  ): MadeKey => ({ publicKey: publicKeyOf(key), token: { token: at.label, key } });
  if (!existsSync(file)) {
    const keys = firstKeys(folder, (fragment) =>
      token === undefined || existsSync(fileOf(fragment))
        ? inFile(fragment)
        : named(token, fragment, token.makeOrTake),
    );
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
    make: (fragment, asked) =>
      madeAt(asked ?? { kind: token === undefined ? 'file' : 'token' }, token, {
        inFile: () => inFile(fragment),
        inToken: (at, label) =>
          label === undefined
            ? named(at, fragment, at.make)
            : named(at, fragment, at.publicKeyOf, label),
      }),
    signer(fragment) {
      const held = this.all().find((key) => key.fragment === fragment);
      const signer = signers.get(fragment) ?? elsewhere(held, token) ?? signerIn(fileOf(fragment));
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

function madeAt(
  place: KeyPlace,
  token: Token | undefined,
  make: {
    readonly inFile: () => MadeKey;
    readonly inToken: (token: Token, label: string | undefined) => MadeKey;
  },
): Result<MadeKey, 'no-key-there'> {
  switch (place.kind) {
    case 'file':
      return success(make.inFile());
    case 'service':
      return success({ publicKey: place.publicKey, service: place.service });
    case 'token':
      break;
  }
  if (token === undefined) {
    return refuse('no-key-there', NO_TOKEN);
  }
  try {
    return success(make.inToken(token, place.label));
  } catch (cause) {
    return refuse('no-key-there', cause instanceof Error ? cause.message : String(cause));
  }
}

const NO_TOKEN =
  'This installation was told of no token. Set EVENHAND_PKCS11_MODULE, EVENHAND_PKCS11_TOKEN and EVENHAND_PKCS11_PIN_FILE.';

/** What signs where the key lies in no file of ours. */
function elsewhere(held: HeldKey | undefined, token: Token | undefined): Signer | undefined {
  if (held?.service !== undefined) {
    return serviceSigner(held.service, held.publicKey, tokenNow);
  }
  if (held?.token === undefined) {
    return undefined;
  }
  const { publicKey, fragment, token: at } = held;
  return {
    publicKey,
    async sign(bytes) {
      if (token?.label !== at.token) {
        throw new Error(
          `The key ${fragment} lies in the token “${at.token}”. ${token === undefined ? NO_TOKEN : `EVENHAND_PKCS11_TOKEN names “${token.label}”.`}`,
        );
      }
      return await token.sign(at.key, publicKey, bytes);
    },
  };
}

const tokenNow = (): string | undefined => process.env['EVENHAND_SIGNING_TOKEN'];

function firstKeys(folder: string, make: (fragment: string) => MadeKey): readonly HeldKey[] {
  const year = new Date().getUTCFullYear();
  const wanted: readonly (readonly [KeyUse, string])[] = BEFORE.map(([fragment, use, before]) => [
    use,
    existsSync(path.join(folder, before)) ? fragment : nextName([], use, year),
  ]);
  return wanted.map(([use, fragment]) => ({
    ...{ fragment, use, ...make(fragment), signsFrom: EPOCH },
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
