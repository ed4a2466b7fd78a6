/**
 * The interface by which programs that test implementations speak to one: issue a credential, verify one, set a bit of its
 * status, read the list. Every answer follows from what was asked and from the world handed in; no network, no clock here.
 * Source: W3C CCG, Verifiable Credential API (2025), of which this is the part that the W3C's suites use.
 *
 * Not here: deciding whether a credential of ours may be relied on (credential/verifier), which is stricter.
 */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import {
  isJsonObject,
  type JsonObject,
  listed,
  member,
  textMember,
} from '../../kernel/bytes/json-members.ts';
import { instantOf } from '../badge/instant.ts';
import { pinnedContext } from '../proof/contexts.ts';
import {
  type CheckSignature,
  CRYPTOSUITE,
  checkProof,
  type DocumentSigner,
  signDocument,
} from '../proof/eddsa-rdfc.ts';
import { readMultikey } from '../proof/multikey.ts';
import { bitstring, type Gzip } from '../status-list/bitstring.ts';
import { statusCredential } from '../status-list/status-credential.ts';
import { wrongCredential, wrongPresentation } from './general-form.ts';
import { vcApiDescription } from './openapi.ts';

export interface ApiWorld {
  /** Where this interface is reached. */
  readonly origin: string;
  /** A did:key: the issuer of what is issued here, and of nothing else. */
  readonly issuer: string;
  readonly signer: DocumentSigner;
  readonly checkSignature: CheckSignature;
  readonly gzip: Gzip;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: Json;
}

/** The vocabulary of the W3C's examples, which gives every word an address. */
const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';
const contextAt = (address: string): JsonObject =>
  address === EXAMPLES
    ? { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } }
    : pinnedContext(address);

const LIST_PATH = '/status/1';
const ENTRY = 'BitstringStatusListEntry';
const DAY_MS = 86_400_000;

export function vcApi(
  world: ApiWorld,
): (method: string, path: string, body: Json | undefined) => Promise<ApiAnswer> {
  const revoked = new Set<number>();
  let places = 0;
  const nextPlace = (): number => {
    places += 1;
    return places - 1;
  };
  return async (method, path, body) => {
    switch (`${method} ${path}`) {
      case 'GET /openapi.json':
        return { status: 200, body: vcApiDescription(world.origin) };
      case `GET ${LIST_PATH}`:
        return { status: 200, body: await signedList(world, revoked) };
      case 'POST /credentials/issue':
        return await issue(world, withPlace(world, body, nextPlace));
      case 'POST /credentials/verify': {
        const credential = member(body, 'verifiableCredential');
        const wrong = await wrongSigned(world, credential, revoked);
        return verified(wrong ?? notExpected(credential, member(body, 'options')));
      }
      case 'POST /presentations/verify':
        return verified(await wrongPresented(world, body, revoked));
      case 'POST /credentials/status':
        return setStatus(body, revoked);
      default:
        return problem(404, 'there is nothing at this address');
    }
  };
}

const problem = (status: number, because: string): ApiAnswer => ({
  status,
  body: {
    verified: false,
    type: 'https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR',
    title: because,
    errors: [{ message: because }],
  },
});

const verified = (wrong: string | undefined): ApiAnswer =>
  wrong === undefined
    ? { status: 200, body: { verified: true, checks: ['proof'], warnings: [], errors: [] } }
    : problem(400, wrong);

const moment = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

async function issue(world: ApiWorld, credential: Json | undefined): Promise<ApiAnswer> {
  const wrong = wrongCredential(credential);
  if (wrong !== undefined || !isJsonObject(credential)) {
    return problem(400, wrong ?? 'a credential is an object');
  }
  if (issuerOf(credential) !== world.issuer) {
    return problem(400, `only ${world.issuer} issues here`);
  }
  const created = moment(world.now());
  const made = await signDocument(
    credential,
    world.signer,
    created,
    world.checkSignature,
    contextAt,
  );
  return made.ok
    ? { status: 201, body: { verifiableCredential: made.value as Json } }
    : problem(400, made.refusal.because);
}

/** With a place of its own on the list, where the call asks for one and the credential has none. */
function withPlace(
  { origin }: ApiWorld,
  body: Json | undefined,
  nextPlace: () => number,
): Json | undefined {
  const credential = member(body, 'credential');
  const asked = textMember(member(member(body, 'options'), 'credentialStatus'), 'type');
  return !isJsonObject(credential) || asked !== ENTRY || 'credentialStatus' in credential
    ? credential
    : {
        ...credential,
        credentialStatus: {
          ...{ type: ENTRY, statusPurpose: 'revocation', statusListIndex: String(nextPlace()) },
          statusListCredential: origin + LIST_PATH,
        },
      };
}

/** What the caller expects of the signature, and how it reads beside it. */
const EXPECTED = [
  ['expectedProofPurpose', 'proofPurpose', 'it is signed for another purpose than is expected'],
  ['domain', 'domain', 'it is signed for another domain than is expected'],
  ['challenge', 'challenge', 'it is signed for another challenge than is expected'],
] as const;

function notExpected(credential: Json | undefined, options: Json | undefined): string | undefined {
  const proofs = listed(member(credential, 'proof'));
  return EXPECTED.find(([asked, said]) => {
    const wanted = member(options, asked) ?? null;
    return wanted !== null && !proofs.some((proof) => member(proof, said) === wanted);
  })?.[2];
}

const issuerOf = (credential: JsonObject): string | undefined =>
  textMember(credential, 'issuer') ?? textMember(member(credential, 'issuer'), 'id');

/** What is wrong with a signed credential: its form, its dates, its signature, its status here. */
async function wrongSigned(
  world: ApiWorld,
  credential: Json | undefined,
  revoked: ReadonlySet<number>,
): Promise<string | undefined> {
  const wrong = wrongCredential(credential);
  if (wrong !== undefined || !isJsonObject(credential)) {
    return wrong ?? 'a credential is an object';
  }
  const [from, until] = ['validFrom', 'validUntil'].map((name) => textMember(credential, name));
  if (world.now() > (instantOf(until ?? '') ?? Number.POSITIVE_INFINITY)) {
    return 'it has ended';
  }
  if (world.now() < (instantOf(from ?? '') ?? Number.NEGATIVE_INFINITY)) {
    return 'it has not begun';
  }
  const proofs = listed(member(credential, 'proof')).filter(isJsonObject);
  if (proofs.length === 0) {
    return 'it is not signed';
  }
  const isGone = listed(member(credential, 'credentialStatus')).some((entry) =>
    isRevoked(world, entry, revoked),
  );
  const by = issuerOf(credential);
  return (
    (await wrongProofs(world, credential, proofs, { purpose: 'assertionMethod', by })) ??
    (isGone ? 'it is revoked' : undefined)
  );
}

/** What a signature is for, and whose it must be; undefined where whoever signed names nobody else. */
interface Wanted {
  readonly purpose: 'assertionMethod' | 'authentication';
  readonly by: string | undefined;
}

const NOT_WANTED: Readonly<Record<Wanted['purpose'], string>> = {
  assertionMethod: 'it is not signed by its issuer for making statements',
  authentication: 'it is not signed by its holder for showing who they are',
};

async function wrongProofs(
  world: ApiWorld,
  document: JsonObject,
  proofs: readonly JsonObject[],
  wanted: Wanted,
): Promise<string | undefined> {
  for (const proof of proofs) {
    const because = await wrongProof(world, document, proof, wanted);
    if (because !== undefined) {
      return because;
    }
  }
  return undefined;
}

const isRevoked = (world: ApiWorld, entry: Json, revoked: ReadonlySet<number>): boolean =>
  member(entry, 'statusListCredential') === world.origin + LIST_PATH &&
  revoked.has(Number(member(entry, 'statusListIndex')));

async function wrongProof(
  world: ApiWorld,
  document: JsonObject,
  proof: JsonObject,
  { purpose, by }: Wanted,
): Promise<string | undefined> {
  const [did = '', fragment = ''] = (textMember(proof, 'verificationMethod') ?? '').split('#');
  const key = did === `did:key:${fragment}` ? readMultikey(fragment) : undefined;
  if (
    member(proof, 'type') !== 'DataIntegrityProof' ||
    member(proof, 'cryptosuite') !== CRYPTOSUITE
  ) {
    return 'it is signed in a way that is not read here';
  }
  if (member(proof, 'previousProof') !== undefined) {
    return 'it is signed in a chain of signatures, which is not read here';
  }
  const isTheirs = purpose === 'authentication' && by === undefined ? true : did === by;
  if (member(proof, 'proofPurpose') !== purpose || !isTheirs) {
    return NOT_WANTED[purpose];
  }
  const dates = [member(proof, 'created'), member(proof, 'expires')];
  const times = dates.map((date) => (typeof date === 'string' ? instantOf(date) : undefined));
  if (dates.some((date, place) => date !== undefined && times[place] === undefined)) {
    return 'a date of the signature is not a moment with its offset from UTC';
  }
  if (world.now() > (times[1] ?? Number.POSITIVE_INFINITY)) {
    return 'the signature has ended';
  }
  if (key === undefined) {
    return 'the key is not an Ed25519 key that stands in its own name (did:key)';
  }
  const checked = await checkProof(document, proof, key, world.checkSignature, contextAt);
  if (!checked.ok) {
    return checked.refusal.because;
  }
  return checked.value === true ? undefined : 'the signature does not hold';
}

async function wrongPresented(
  world: ApiWorld,
  body: Json | undefined,
  revoked: ReadonlySet<number>,
): Promise<string | undefined> {
  const presentation = member(body, 'verifiablePresentation');
  const wrong = wrongPresentation(presentation);
  if (wrong !== undefined || !isJsonObject(presentation)) {
    return wrong ?? 'a presentation is an object';
  }
  const holder = member(presentation, 'holder');
  const named = isJsonObject(holder) ? member(holder, 'id') : holder;
  const by = typeof named === 'string' ? named : undefined;
  const proofs = listed(member(presentation, 'proof')).filter(isJsonObject);
  const because =
    (await wrongProofs(world, presentation, proofs, { purpose: 'authentication', by })) ??
    notExpected(presentation, member(body, 'options'));
  return because ?? (await wrongHeld(world, presentation, { by, revoked }));
}

/** What is wrong with a credential in a presentation. */
async function wrongHeld(
  world: ApiWorld,
  presentation: JsonObject,
  { by, revoked }: { readonly by: string | undefined; readonly revoked: ReadonlySet<number> },
): Promise<string | undefined> {
  for (const credential of listed(member(presentation, 'verifiableCredential'))) {
    const signed = member(credential, 'proof') !== undefined;
    const because = signed
      ? await wrongSigned(world, credential, revoked)
      : wrongCredential(credential);
    if (because !== undefined) {
      return because;
    }
    // What nobody signed is the word of whoever presents it, and of nobody else.
    if (!signed && (!isJsonObject(credential) || by === undefined || by !== issuerOf(credential))) {
      return 'a credential in it is signed by nobody and not the holder’s own';
    }
  }
  return undefined;
}

function setStatus(body: Json | undefined, revoked: Set<number>): ApiAnswer {
  const index = Number(member(member(body, 'credentialStatus'), 'statusListIndex'));
  if (!Number.isSafeInteger(index) || index < 0 || member(body, 'status') !== true) {
    return problem(400, 'name a place, and the status true: a bit is set and never taken back');
  }
  revoked.add(index);
  return { status: 200, body: {} };
}

async function signedList(world: ApiWorld, revoked: ReadonlySet<number>): Promise<Json> {
  const list = await statusCredential(
    {
      ...{ id: world.origin + LIST_PATH, issuer: world.issuer, bits: bitstring(revoked) },
      validFrom: moment(world.now() - DAY_MS),
      validUntil: moment(world.now() + DAY_MS),
    },
    world.gzip,
  );
  const made = await signDocument(list, world.signer, moment(world.now()), world.checkSignature);
  if (!made.ok) {
    throw new Error(`the list could not be signed: ${made.refusal.because}`);
  }
  return made.value as Json;
}
