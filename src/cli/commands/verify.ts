/**
 * `evenhand verify FILE.json` says whether a credential is genuine and whether it holds today, with the same code as the page
 * that verifies in a browser. It asks the issuer's own site for its keys and for the list of revoked credentials, and
 * nobody else; with `--did`, `--status` and `--offline` it asks nobody at all.
 *
 * Exit codes: 0 genuine and current, 1 not genuine or not current, 2 cannot tell, 3 a demonstration, which certifies nobody.
 */
import { createPublicKey, verify } from 'node:crypto';
import { parseArgs, promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { instantOf } from '../../credential/badge/instant.ts';
import { didDocumentAddress } from '../../credential/proof/did-web.ts';
import type { CheckSignature } from '../../credential/proof/eddsa-rdfc.ts';
import type { Gunzip } from '../../credential/status-list/bitstring.ts';
import type { Sources } from '../../credential/verifier/answer.ts';
import { type Verification, verifyCredential } from '../../credential/verifier/verify.ts';
import { verdictWords } from '../../credential/verifier/words.ts';
import { toBase64url } from '../../kernel/bytes/bytes.ts';
import { parseCivilDate } from '../../kernel/dates/civil-date.ts';
import { memberIn, printable, textOf } from './foreign-text.ts';

/** What the command needs from the world around it. */
export interface VerifyWorld {
  /** The bytes of a file, or nothing where there is no such file. */
  readonly readFile: (path: string) => Promise<Uint8Array | undefined>;
  readonly fetch?: (url: string, init?: { readonly signal?: AbortSignal }) => Promise<Response>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const CURRENT = 0;
const NOT_GOOD = 1;
const UNKNOWN = 2;
const A_DEMONSTRATION = 3;
const PATIENCE_MS = 15_000;
const MOST_BYTES = 4 * 1024 * 1024;
const USAGE =
  'evenhand verify <credential.json> [--as-of DATE] [--did FILE] [--status FILE] [--offline]';

/** Runs the command and answers with its exit code. */
export async function runVerify(args: readonly string[], world: VerifyWorld): Promise<number> {
  const asked = readArgs(args);
  if (typeof asked === 'string') {
    world.err(asked);
    world.err(USAGE);
    return UNKNOWN;
  }
  const now = asked.asOf === undefined ? world.now() : momentOf(asked.asOf);
  if (now === undefined) {
    world.err(`"${asked.asOf}" is not a date. Write it as year-month-day, such as 2026-05-29.`);
    return UNKNOWN;
  }
  const files = new Map<string, string>();
  for (const file of [asked.file, ...asked.given]) {
    const text = textOf(await world.readFile(file));
    if (text === undefined) {
      world.err(`${file} is not there, or is not text.`);
      return UNKNOWN;
    }
    files.set(file, text);
  }
  const given = asked.given.map((file) => files.get(file) ?? '');
  const sources = sourcesFrom(given, asked.offline ? undefined : world.fetch);
  const found = await verifyCredential(files.get(asked.file) ?? '', now, sources);
  tell(found, now, world);
  return exitCode(found);
}

interface Asked {
  readonly file: string;
  /** Files that stand for pages of keys and status lists. */
  readonly given: readonly string[];
  readonly asOf: string | undefined;
  readonly offline: boolean;
}

function readArgs(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        did: { type: 'string', multiple: true },
        status: { type: 'string', multiple: true },
        offline: { type: 'boolean' },
      },
    });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0
      ? 'Name one file that holds a credential.'
      : {
          file,
          given: [...(values.did ?? []), ...(values.status ?? [])],
          asOf: values['as-of'],
          offline: values.offline === true,
        };
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** A day means its noon in UTC; a moment with its offset means itself. */
function momentOf(text: string): number | undefined {
  const day = parseCivilDate(text);
  return instantOf(day.ok ? `${day.value}T12:00:00Z` : text);
}

/** A given file answers for the name or address that stands in it as its id. */
function sourcesFrom(given: readonly string[], fetch: VerifyWorld['fetch']): Sources {
  const byId = new Map(given.map((text) => [memberIn(text, 'id'), text]));
  const ask = async (address: string | undefined): Promise<string | undefined> =>
    address === undefined || fetch === undefined ? undefined : page(address, fetch);
  return {
    didDocument: async (did) => byId.get(did) ?? (await ask(didDocumentAddress(did))),
    statusList: async (address) => byId.get(address) ?? (await ask(address)),
    checkSignature,
    gunzip: unzip,
  };
}

/** Encrypted connections only, but for a server on this very machine. */
const ALLOWED = /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$))/;

async function page(
  address: string,
  fetch: NonNullable<VerifyWorld['fetch']>,
): Promise<string | undefined> {
  if (!ALLOWED.test(address)) {
    return undefined;
  }
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const bytes = answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
    return bytes !== undefined && bytes.length <= MOST_BYTES ? textOf(bytes) : undefined;
  } catch {
    // Not reachable is an answer: the verifier then says what it could not find out.
    return undefined;
  }
}

const checkSignature: CheckSignature = (publicKey, message, signature) => {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64url(publicKey) };
  return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
};

const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip);
const unzip: Gunzip = async (bytes, mostBytes) =>
  new Uint8Array(await inflate(bytes, { maxOutputLength: mostBytes }));

function tell(found: Verification, now: number, world: VerifyWorld): void {
  const out = (line: string): void => world.out(printable(line));
  const { title, sentence } = verdictWords(found);
  out(title);
  out(sentence);
  const { shown, steps } = found;
  const rows: readonly [string, string | undefined][] = [
    ['Holder', shown?.holderName],
    ['Credential', shown?.credentialName],
    ['Number', shown?.licenseNumber],
    ['Issuer calls itself', shown?.issuerName],
    ['Signed by the site', shown?.signedBy],
    ['First certified', shown?.awardedDate],
    ['Valid from', shown?.validFrom],
    ['Valid until', shown?.validUntil],
    ['Asked about', new Date(now).toISOString()],
  ];
  for (const [label, value] of rows) {
    if (value !== undefined) {
      out(`  ${`${label}:`.padEnd(22)}${value}`);
    }
  }
  for (const [step, { answer, because }] of Object.entries(steps)) {
    out(`  ${`${step}:`.padEnd(22)}${answer}${because === undefined ? '' : `, ${because}`}`);
  }
}

function exitCode({ verdict, demonstration }: Verification): number {
  if (verdict === 'not-genuine') {
    return NOT_GOOD;
  }
  if (demonstration) {
    return A_DEMONSTRATION;
  }
  if (verdict === 'unknown' || verdict === 'genuine-status-unknown') {
    return UNKNOWN;
  }
  return verdict === 'genuine-and-current' ? CURRENT : NOT_GOOD;
}
