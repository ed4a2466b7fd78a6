/**
 * The same four steps for a credential in the form of SD-JWT, as a wallet hands it out: a signed head and body, and behind them the
 * claims that its holder chose to show. The issuer's key is looked up on the same page of keys (did:web of the site that issued it),
 * and its status on a Token Status List. Whether whoever shows it holds the wallet's key cannot be seen from a text, and is not said.
 * Sources: RFC 9901 (SD-JWT), section 7.1; IETF SD-JWT VC (draft-ietf-oauth-sd-jwt-vc), section 3; IETF Token Status List.
 */
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import {
  isJsonObject,
  type JsonObject,
  listed,
  member,
  textMember,
} from '../../kernel/bytes/json-members.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import { didWebOf, siteOf } from '../proof/did-web.ts';
import { readMultikey } from '../proof/multikey.ts';
import { isMarked } from '../status-list/token-list.ts';
import { bad, ok, type Sources, type StepAnswer, unknown } from './answer.ts';
import { issuersKey, wrongTime } from './proof-step.ts';
import type { Shown } from './shown.ts';
import { strictJson } from './strict-json.ts';

const JWS = '[\\w-]+\\.[\\w-]+\\.[\\w-]+';
/** Signed part, claims that are shown, and perhaps a proof of the holder's key for whoever asked. */
const SD_JWT = new RegExp(`^\\s*(${JWS})((?:~[\\w-]+)*)~(?:${JWS})?\\s*$`);
const MOST_LETTERS = 200_000;
const MOST_LIST_BYTES = 2 * 1024 * 1024;
const ALGORITHMS: readonly (Json | undefined)[] = ['EdDSA', 'Ed25519'];

export const isSdJwt = (text: string): boolean => text.length < MOST_LETTERS && SD_JWT.test(text);

export interface SdJwtSteps {
  readonly format: StepAnswer;
  readonly proof: StepAnswer;
  readonly time: StepAnswer;
  readonly status: StepAnswer;
  readonly demonstration: boolean;
  readonly shown: Shown;
}

/** `now` is in milliseconds since 1970 UTC. */
export async function sdJwtSteps(text: string, now: number, sources: Sources): Promise<SdJwtSteps> {
  const [, signed = '', shown = ''] = SD_JWT.exec(text) ?? [];
  const jws = readJws(signed);
  const issuer = issuerIn(jws);
  const disclosed = claimsShown(jws.body, shown.split('~').slice(1));
  const wrong = wrongForm(jws, issuer) ?? disclosed.wrong;
  const claims = { ...jws.body, ...disclosed.claims };
  return {
    format: wrong === undefined ? ok : bad(wrong),
    proof:
      issuer === undefined ? unknown('not looked at') : await signature(jws, issuer, now, sources),
    time: timeStep(jws.body, now),
    status:
      issuer === undefined
        ? unknown('not looked at')
        : await statusOf(jws.body, issuer, now, sources),
    demonstration: member(claims, 'demonstration') === true,
    shown: shownOf(claims, issuer ?? ''),
  };
}

interface Jws {
  readonly head: JsonObject;
  readonly body: JsonObject;
  readonly said: string;
  readonly signature: string;
}

function readJws(text: string): Jws {
  const [head = '', body = '', signature = ''] = text.split('.');
  return { head: objectIn(head), body: objectIn(body), said: `${head}.${body}`, signature };
}

/** What cannot be read as one object, and in one way only, says nothing. */
function objectIn(part: string): JsonObject {
  const read = jsonIn(part);
  return isJsonObject(read) ? read : {};
}

function jsonIn(part: string): Json | undefined {
  try {
    const parsed = strictJson(fromUtf8(fromBase64url(part)));
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}

/** The did:web of the site that issued it. */
function issuerIn({ body }: Jws): string | undefined {
  const site = textMember(body, 'iss') ?? '';
  return /^https?:\/\/[^/?#\s]+$/.test(site) ? didWebOf(site) : undefined;
}

function wrongForm({ head, body }: Jws, issuer: string | undefined): string | undefined {
  if (member(head, 'typ') !== 'dc+sd-jwt' && member(head, 'typ') !== 'vc+sd-jwt') {
    return 'it does not say that it is a credential';
  }
  if (issuer === undefined || textMember(body, 'vct') === undefined) {
    return 'it does not name its issuer and its kind';
  }
  const algorithm = member(body, '_sd_alg') ?? 'sha-256';
  return algorithm === 'sha-256' ? undefined : 'its claims are hidden in a way that is not known';
}

interface Disclosed {
  readonly claims: JsonObject;
  readonly wrong?: string;
}

/** Each claim that is shown must be one that was signed, once, and in the place of no other. */
function claimsShown(body: JsonObject, parts: readonly string[]): Disclosed {
  const signed = new Set(listed(member(body, '_sd')));
  const claims: Record<string, Json> = {};
  for (const part of parts) {
    const [salt, name, value, ...more] = listed(jsonIn(part));
    const digest = toBase64url(sha256(utf8(part)));
    const whole = typeof salt === 'string' && typeof name === 'string' && more.length === 0;
    if (!whole || value === undefined || !signed.delete(digest)) {
      return { claims: {}, wrong: 'a claim that it shows was never signed by its issuer' };
    }
    if (
      Object.hasOwn(body, name) ||
      Object.hasOwn(claims, name) ||
      /^(?:_sd|\.\.\.|__proto__)$/.test(name)
    ) {
      return { claims: {}, wrong: 'it says one thing twice' };
    }
    claims[name] = value;
  }
  return { claims };
}

async function signature(
  { head, body, said, signature: word }: Jws,
  issuer: string,
  now: number,
  sources: Sources,
): Promise<StepAnswer> {
  if (!ALGORITHMS.includes(member(head, 'alg'))) {
    return bad('it is not signed in a way that can be checked here');
  }
  const { key, missing } = await issuersKey(
    issuer,
    `${issuer}#${textMember(head, 'kid') ?? ''}`,
    sources,
  );
  if (missing !== undefined) {
    return missing;
  }
  const at = member(body, 'iat');
  const created = typeof at === 'number' ? momentOf(at) : undefined;
  const publicKey = readMultikey(textMember(key, 'publicKeyMultibase') ?? '');
  if (publicKey === undefined) {
    return bad('the issuer’s key is not one that can be used here');
  }
  const late = wrongTime(created === undefined ? {} : { created }, key, now);
  if (late !== undefined) {
    return late;
  }
  const bytes = bytesIn(word);
  const holds = bytes !== undefined && (await sources.checkSignature(publicKey, utf8(said), bytes));
  if (holds === 'cannot') {
    return unknown('this program has no way to check Ed25519 signatures');
  }
  return holds
    ? ok
    : bad('it was changed after it was signed, or never signed by this key', 'changed');
}

function bytesIn(word: string): Uint8Array | undefined {
  try {
    return fromBase64url(word);
  } catch {
    return undefined;
  }
}

const LATEST = 8.64e12;
/** Seconds since 1970 UTC as a moment; undefined where there is no such moment. */
const momentOf = (seconds: number): string | undefined =>
  Math.abs(seconds) < LATEST ? new Date(seconds * 1000).toISOString() : undefined;

function timeStep(body: JsonObject, now: number): StepAnswer {
  const [from, until] = [member(body, 'nbf'), member(body, 'exp')];
  if ([from, until].some((at) => at !== undefined && typeof at !== 'number')) {
    return bad('one of its dates is not a moment');
  }
  if (typeof from === 'number' && now < from * 1000) {
    return bad('it has not begun', 'not-begun');
  }
  return typeof until === 'number' && now >= until * 1000
    ? bad(`it ended${endIn(body)}`, 'ended')
    : ok;
}

const endIn = (body: JsonObject): string => {
  const day = textMember(body, 'valid_until');
  return day === undefined ? '' : ` on ${day}`;
};

async function statusOf(
  body: JsonObject,
  issuer: string,
  now: number,
  sources: Sources,
): Promise<StepAnswer> {
  const status = member(body, 'status');
  if (status === undefined) {
    return { answer: 'ok', because: 'the issuer names no list of revoked credentials' };
  }
  const entry = member(status, 'status_list');
  const [address, place] = [textMember(entry, 'uri'), member(entry, 'idx')];
  if (address === undefined || typeof place !== 'number') {
    return unknown('its status is of a kind that is not known here');
  }
  const text = await sources.statusList(address);
  if (text === undefined || sources.inflate === undefined) {
    return unknown('the list of revoked credentials cannot be reached');
  }
  const list = readJws(text.trim());
  const signed = await signature(list, issuer, now, sources);
  const wrong = wrongList(list, address, now);
  if (wrong !== undefined || signed.answer !== 'ok') {
    return unknown(`the list of revoked credentials cannot be used: ${wrong ?? signed.because}`);
  }
  const packed = textMember(member(list.body, 'status_list'), 'lst') ?? '';
  const bits = await unpacked(packed, sources.inflate);
  const marked = bits === undefined ? undefined : isMarked(bits, place);
  if (marked === undefined) {
    return unknown('the list of revoked credentials has no such place');
  }
  return marked ? bad('the issuer has revoked it', 'revoked') : ok;
}

function wrongList({ head, body }: Jws, address: string, now: number): string | undefined {
  if (member(head, 'typ') !== 'statuslist+jwt' || member(body, 'sub') !== address) {
    return 'it is another list than the one the credential names';
  }
  const until = member(body, 'exp');
  if (until !== undefined && (typeof until !== 'number' || now >= until * 1000)) {
    return 'it is out of date';
  }
  return member(member(body, 'status_list'), 'bits') === 1
    ? undefined
    : 'what its places mean is not known here';
}

async function unpacked(
  packed: string,
  inflate: NonNullable<Sources['inflate']>,
): Promise<Uint8Array | undefined> {
  try {
    return await inflate(fromBase64url(packed), MOST_LIST_BYTES);
  } catch {
    return undefined;
  }
}

function shownOf(claims: JsonObject, issuer: string): Shown {
  const said = {
    issuerName: textMember(claims, 'issuing_body'),
    credentialName: textMember(claims, 'certification'),
    holderName: textMember(claims, 'name'),
    licenseNumber: textMember(claims, 'certificate_number'),
    awardedDate: textMember(claims, 'awarded'),
    validFrom: textMember(claims, 'valid_from'),
    validUntil: textMember(claims, 'valid_until'),
    id: textMember(claims, 'certificate'),
  };
  const known = Object.entries(said).filter(([, value]) => value !== undefined);
  return { signedBy: siteOf(issuer), ...Object.fromEntries(known) };
}
