/**
 * `evenhand keys`: which keys sign credentials and status lists; a change of keys planned a month ahead; and what to do once a
 * key has fallen into other hands. Whoever changes a key is a director, by the address of their account.
 */
import { parseArgs } from 'node:util';
import {
  type HeldKey,
  type KeyPlace,
  type KeyUse,
  momentOf,
} from '../../credential/proof/issuer-keys.ts';
import { readMultikey } from '../../credential/proof/multikey.ts';
import type { Refusal } from '../../kernel/result/result.ts';
import {
  type KeyWorld,
  keyStolen,
  planRotation,
  signAgain,
} from '../../workflow/certify/change-keys.ts';
import { keyNow } from '../../workflow/certify/issuer.ts';

export interface KeysWorld {
  readonly world: KeyWorld;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const USAGE = `evenhand keys list
evenhand keys rotate --use credentials|status --change-over DATE --by EMAIL
                     [--in file|token] [--label LABEL]
                     [--service URL --key-id ID --public-key z6Mk...]
evenhand keys stolen KEY --since MOMENT --by EMAIL [--in file|token]
evenhand keys sign-again

DATE is at least 30 days ahead, such as 2027-01-31. MOMENT is when the key was last known to be safe, with its offset from UTC,
such as 2027-01-02T03:04:05Z. EMAIL is the account of a director.
A new key is made in the token of EVENHAND_PKCS11_TOKEN where one is named, and cannot leave it; LABEL takes a key that is there.
Else it lies in a file of its own, encrypted; or in the signing service at URL (docs/how-to/rotate-keys.md).
`;
const USES: readonly KeyUse[] = ['credentials', 'status'];

/** Answers the exit code. */
export async function runKeys(args: readonly string[], at: KeysWorld): Promise<number> {
  const [act, ...rest] = args;
  switch (act) {
    case 'list':
      return rest.length === 0 ? list(at) : usage(at);
    case 'rotate':
      return await rotate(rest, at);
    case 'stolen':
      return await reportStolen(rest, at);
    case 'sign-again':
      return rest.length === 0 ? await again(at) : usage(at);
    default:
      return usage(at);
  }
}

function usage({ err }: KeysWorld): number {
  err(USAGE);
  return 2;
}

function list({ world, out }: KeysWorld): number {
  for (const key of world.keys.issuer.all()) {
    out(`${key.fragment}  ${key.use}  ${stateOf(world, key)}  (${placeOf(key)})\n`);
  }
  return 0;
}

function placeOf({ token, service }: HeldKey): string {
  if (token !== undefined) {
    return `in the token “${token.token}”, as “${token.key}”`;
  }
  return service === undefined ? 'in a file' : `at ${service.url}`;
}

function stateOf(world: KeyWorld, { fragment, use, expires, revoked, signsFrom }: HeldKey): string {
  if (revoked !== undefined) {
    return `stolen since ${revoked}: nothing it signed is accepted`;
  }
  if (keyNow(world, use).fragment === fragment) {
    return `signs now${expires === undefined ? '' : `, until ${expires}`}`;
  }
  return Date.parse(signsFrom) > world.clock.now()
    ? `signs from ${signsFrom}`
    : `ended ${expires ?? ''}: what it signed before stays good`;
}

async function rotate(args: readonly string[], at: KeysWorld): Promise<number> {
  const {
    'change-over': day = '',
    by,
    use: word,
    ...more
  } = options(args, ['use', 'change-over', 'by', 'in', 'label', 'service', 'key-id', 'public-key']);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day);
  const changeOver = isDay ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const use = USES.find((one) => one === word);
  const place = placeIn(more);
  const isOdd = place === undefined && Object.keys(more).length > 0;
  if (use === undefined || by === undefined || Number.isNaN(changeOver) || isOdd) {
    return usage(at);
  }
  const done = await planRotation(at.world, { use, changeOver, by, place });
  if (!done.ok) {
    return unchanged(at, done.refusal);
  }
  at.out(`${done.value} is listed now and signs from ${momentOf(changeOver)}.\n`);
  return 0;
}

/** What the holder of a key has to say stands in sentences of its own. */
function unchanged({ err }: KeysWorld, { kind, because }: Refusal): number {
  err(`Nothing was changed${kind === 'no-key-there' ? `. ${because}` : `: ${because}.`}\n`);
  return 1;
}

/** Where the new key is to lie; undefined where nothing is said, or not all that is needed. */
function placeIn(more: Readonly<Record<string, string | undefined>>): KeyPlace | undefined {
  const { in: kind, label, service: url, 'key-id': keyId, 'public-key': word } = more;
  const isOf = (...names: readonly string[]): boolean =>
    Object.keys(more).every((name) => names.includes(name));
  if (isOf('in') && kind === 'file') {
    return { kind };
  }
  if (isOf('in', 'label') && (kind ?? (label && 'token')) === 'token') {
    return { kind: 'token', label };
  }
  const publicKey = readMultikey(word ?? '');
  return isOf('service', 'key-id', 'public-key') && url && keyId && publicKey
    ? { kind: 'service', publicKey, service: { url, keyId } }
    : undefined;
}

async function reportStolen(args: readonly string[], at: KeysWorld): Promise<number> {
  const [key = '', ...rest] = args;
  const { since: moment = '', by, ...more } = options(rest, ['since', 'by', 'in']);
  const place = placeIn(more);
  const isOdd = place === undefined && Object.keys(more).length > 0;
  const hasOffset = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(moment);
  const since = hasOffset ? Date.parse(moment) : Number.NaN;
  if (by === undefined || Number.isNaN(since) || isOdd) {
    return usage(at);
  }
  const done = await keyStolen(at.world, { key, since, by, place });
  if (!done.ok) {
    return unchanged(at, done.refusal);
  }
  at.out(`${key} is off the page of keys. ${done.value} is there to sign.\n`);
  return await again(at);
}

async function again({ world, out }: KeysWorld): Promise<number> {
  const { signed, toLookAt } = await signAgain(world);
  out(`${signed} signed anew, and their holders told.\n`);
  if (toLookAt.length > 0) {
    out('Not in the log before the theft; look at each, and revoke or issue it again by hand:\n');
    out(toLookAt.map((id) => `  ${world.origin}/c/${id}\n`).join(''));
  }
  return 0;
}

function options(
  args: readonly string[],
  names: readonly string[],
): Readonly<Record<string, string | undefined>> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    });
    return values as Record<string, string | undefined>;
  } catch {
    return {};
  }
}
