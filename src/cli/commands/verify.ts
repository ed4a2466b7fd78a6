/**
 * `evenhand verify FILE` says whether a credential is genuine and whether it holds today, with the same code as the page
 * that verifies in a browser. The file is a credential as JSON, or a PNG, SVG or PDF that carries one. The command asks the
 * issuer's own site for its keys and for the list of revoked credentials, and nobody else; with `--offline` it asks nobody
 * at all, and takes both from a bundle (a folder with `did.json` and `status-lists.json`) or from `--did` and `--status`.
 *
 * Exit codes: 0 genuine and current, 1 not genuine or not current, 2 cannot tell, 3 a demonstration, which certifies nobody.
 */
import { createPublicKey, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';
import { instantOf } from '../../credential/badge/instant.ts';
import { carriedCredential } from '../../credential/carrier/carried.ts';
import type { Inflate } from '../../credential/carrier/file-bytes.ts';
import { didDocumentAddress } from '../../credential/proof/did-web.ts';
import type { CheckSignature } from '../../credential/proof/eddsa-rdfc.ts';
import type { Gunzip } from '../../credential/status-list/bitstring.ts';
import type { Sources } from '../../credential/verifier/answer.ts';
import { strictJson } from '../../credential/verifier/strict-json.ts';
import {
  notReadable,
  type Verification,
  verifyCredential,
} from '../../credential/verifier/verify.ts';
import { toBase64url } from '../../kernel/bytes/bytes.ts';
import { isJsonObject } from '../../kernel/bytes/json-members.ts';
import { parseCivilDate } from '../../kernel/dates/civil-date.ts';
import { memberIn, textOf } from './foreign-text.ts';
import { answerJson, answerLines } from './verify-answer.ts';
import { type VerifyOptions, verifyOptions } from './verify-options.ts';

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
  'evenhand verify FILE.{json,png,svg,pdf} [--as-of DATE] [--offline [BUNDLE]] [--did FILE] [--status FILE] [--format json]';

/** Runs the command and answers with its exit code. */
export async function runVerify(args: readonly string[], world: VerifyWorld): Promise<number> {
  const asked = verifyOptions(args);
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
  const bytes = await world.readFile(asked.file);
  const given = await givenTexts(asked, world);
  if (bytes === undefined || typeof given === 'string') {
    world.err(
      bytes === undefined ? `${asked.file} is not there, or cannot be read.` : String(given),
    );
    return UNKNOWN;
  }
  const carried = await carriedCredential(bytes, inflateWithin);
  const found = carried.ok
    ? await verifyCredential(
        carried.value.text,
        now,
        sourcesFrom(given, asked.offline ? undefined : world.fetch),
      )
    : notReadable(carried.refusal.because);
  const answered = { found, kind: carried.ok ? carried.value.kind : undefined, now };
  if (asked.format === 'json') {
    world.out(answerJson(answered));
  } else {
    answerLines(answered).forEach((line) => {
      world.out(line);
    });
  }
  return exitCode(found);
}

/** The pages of keys and the lists that are given, each with the name it answers for; or what is wrong with them. */
async function givenTexts(
  { given, bundle }: VerifyOptions,
  world: VerifyWorld,
): Promise<ReadonlyMap<string, string> | string> {
  const found = new Map<string, string>();
  for (const file of [...given, ...(bundle === undefined ? [] : [`${bundle}/did.json`])]) {
    const text = textOf(await world.readFile(file));
    if (text === undefined) {
      return `${file} is not there, or is not text.`;
    }
    found.set(memberIn(text, 'id'), text);
  }
  if (bundle === undefined) {
    return found;
  }
  const file = `${bundle}/status-lists.json`;
  const text = textOf(await world.readFile(file));
  const lists = text === undefined ? undefined : strictJson(text);
  if (lists === undefined || !lists.ok || !isJsonObject(lists.value)) {
    const because = lists?.ok === false ? lists.refusal.because : 'it holds no lists by address';
    return text === undefined
      ? `${file} is not there, or is not text.`
      : `${file} cannot be used: ${because}.`;
  }
  for (const [address, list] of Object.entries(lists.value)) {
    found.set(address, JSON.stringify(list));
  }
  return found;
}

/** A day means its noon in UTC; a moment with its offset means itself. */
function momentOf(text: string): number | undefined {
  const day = parseCivilDate(text);
  return instantOf(day.ok ? `${day.value}T12:00:00Z` : text);
}

/** What is given answers first; what is not is asked for, where anybody may be asked. */
function sourcesFrom(byId: ReadonlyMap<string, string>, fetch: VerifyWorld['fetch']): Sources {
  const ask = async (address: string | undefined): Promise<string | undefined> =>
    address === undefined || fetch === undefined ? undefined : page(address, fetch);
  return {
    didDocument: async (did) => byId.get(did) ?? (await ask(didDocumentAddress(did))),
    statusList: async (address) => byId.get(address) ?? (await ask(address)),
    record: ask,
    checkSignature,
    gunzip: unzip,
    inflate: inflateWithin,
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

const gunzipped = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip);
const unzip: Gunzip = async (bytes, mostBytes) =>
  new Uint8Array(await gunzipped(bytes, { maxOutputLength: mostBytes }));

const inflated = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflate);
const inflateWithin: Inflate = async (bytes, mostBytes) =>
  new Uint8Array(await inflated(bytes, { maxOutputLength: mostBytes }));

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
