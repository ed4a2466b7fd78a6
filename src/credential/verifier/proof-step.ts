/**
 * Second step: did the issuer sign this? The key is looked up in the issuer's own page and must be listed there for making
 * statements. A key that comes with the credential, or that belongs to anybody else, proves nothing: a forger brings
 * their own.
 *
 * A key that was replaced (`expires`) or stolen (`revoked`) counts for what it signed before. A thief can date a signature
 * back, which is why a stolen key is also taken off the list for making statements, and then counts for nothing.
 */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import {
  isJsonObject,
  type JsonObject,
  listed,
  member,
  textMember,
} from '../../kernel/bytes/json-members.ts';
import { success } from '../../kernel/result/result.ts';
import { checkJson, JCS_CRYPTOSUITE } from '../proof/eddsa-jcs.ts';
import { type CheckSignature, CRYPTOSUITE, checkProof } from '../proof/eddsa-rdfc.ts';
import { readMultikey } from '../proof/multikey.ts';
import { bad, ok, type Sources, type StepAnswer, unknown } from './answer.ts';
import { instantIn, issuerOf } from './format-step.ts';
import { strictJson } from './strict-json.ts';

const MOST_PROOFS = 8;

/** One good proof by the issuer is enough; a stranger may add theirs without spoiling it. */
export async function proofStep(
  document: JsonObject,
  now: number,
  sources: Sources,
  suite: string = CRYPTOSUITE,
): Promise<StepAnswer> {
  const proofs = listed(member(document, 'proof')).filter(isJsonObject).slice(0, MOST_PROOFS);
  const readable = proofs.filter(
    (proof) =>
      member(proof, 'type') === 'DataIntegrityProof' && member(proof, 'cryptosuite') === suite,
  );
  let answer = bad('it is not signed in a way that can be checked here');
  for (const proof of readable) {
    answer = await oneProof(document, proof, now, sources);
    if (answer.answer !== 'bad') {
      return answer;
    }
  }
  return answer;
}

async function oneProof(
  document: JsonObject,
  proof: JsonObject,
  now: number,
  sources: Sources,
): Promise<StepAnswer> {
  const issuer = issuerOf(document) ?? '';
  const keyName = textMember(proof, 'verificationMethod') ?? '';
  if (member(proof, 'proofPurpose') !== 'assertionMethod') {
    return bad('the signature was made for another purpose than making statements');
  }
  if (member(proof, 'previousProof') !== undefined) {
    return bad('the signature rests on another signature, which is not followed here');
  }
  if (keyName.split('#')[0] !== issuer) {
    return bad('it was signed with a key that is not the issuer’s', 'other-signer');
  }
  const { key, missing } = await issuersKey(issuer, keyName, sources);
  return (
    missing ?? wrongTime(proof, key, now) ?? (await signatureAnswer(document, proof, key, sources))
  );
}

type FoundKey =
  | { readonly key: JsonObject; readonly missing?: undefined }
  | { readonly key?: undefined; readonly missing: StepAnswer };

/** A key by its name, from the issuer's own page; or what stands in the way of having it. */
export async function issuersKey(
  issuer: string,
  keyName: string,
  sources: Sources,
): Promise<FoundKey> {
  const published = await sources.didDocument(issuer);
  if (published === undefined) {
    return { missing: unknown('the issuer’s page of keys cannot be reached') };
  }
  const page = strictJson(published);
  if (!page.ok || member(page.value, 'id') !== issuer) {
    const missing = unknown('what stands at the issuer’s address is not their page of keys');
    return { missing };
  }
  const key = keyIn(page.value, issuer, keyName);
  return key === undefined
    ? {
        missing: bad(
          'the issuer’s page of keys does not list the key that signed it',
          'other-signer',
        ),
      }
    : { key };
}

/** The key on the issuer's page, if the page says that it may make statements. */
function keyIn(page: Json, issuer: string, keyName: string): JsonObject | undefined {
  const allowed = listed(member(page, 'assertionMethod'));
  const entry = [...listed(member(page, 'verificationMethod')), ...allowed]
    .filter(isJsonObject)
    .find((one) => member(one, 'id') === keyName);
  const listedToAssert = allowed.some((one) => one === keyName || member(one, 'id') === keyName);
  return listedToAssert && member(entry, 'controller') === issuer ? entry : undefined;
}

/** What is wrong with the moment of a signature, by its own dates and by those of its key; nothing where all is well. */
export function wrongTime(proof: JsonObject, key: JsonObject, now: number): StepAnswer | undefined {
  const moments = new Map<string, number>();
  const dated: readonly [string, Json | undefined][] = [
    ['created', member(proof, 'created')],
    ['proof ends', member(proof, 'expires')],
    ['key ends', member(key, 'expires')],
    ['key stolen', member(key, 'revoked')],
  ];
  for (const [name, text] of dated) {
    const moment = instantIn(text);
    if (text !== undefined && moment === undefined) {
      return bad('a date of the signature or of its key is not a moment with its offset from UTC');
    }
    moments.set(name, moment ?? Number.POSITIVE_INFINITY);
  }
  const moment = (name: string): number => moments.get(name) ?? Number.POSITIVE_INFINITY;
  // A signature without a date may have been made at any time, also after the key's end.
  const created = moment('created');
  if (now > moment('proof ends')) {
    return bad('the signature itself has ended');
  }
  if (Number.isFinite(moment('key stolen')) && created >= moment('key stolen')) {
    return bad('it was signed after the key was reported stolen');
  }
  return Number.isFinite(moment('key ends')) && created >= moment('key ends')
    ? bad('it was signed after the key had been replaced')
    : undefined;
}

interface Checked {
  readonly proof: JsonObject;
  readonly key: string;
  readonly check: CheckSignature;
  readonly answer: StepAnswer;
}

/** One list of revoked credentials stands behind thousands of credentials: as long as its text is kept, so is this answer. */
const checkedBefore = new WeakMap<JsonObject, Checked>();

async function signatureAnswer(
  document: JsonObject,
  proof: JsonObject,
  key: JsonObject,
  { checkSignature }: Sources,
): Promise<StepAnswer> {
  const word = textMember(key, 'publicKeyMultibase') ?? '';
  const before = checkedBefore.get(document);
  if (before?.proof === proof && before.key === word && before.check === checkSignature) {
    return before.answer;
  }
  const answer = await checkedAnew(document, proof, word, checkSignature);
  if (answer.answer !== 'unknown') {
    checkedBefore.set(document, { proof, key: word, check: checkSignature, answer });
  }
  return answer;
}

async function checkedAnew(
  document: JsonObject,
  proof: JsonObject,
  word: string,
  checkSignature: CheckSignature,
): Promise<StepAnswer> {
  const publicKey = readMultikey(word);
  if (publicKey === undefined) {
    return bad('the issuer’s key is not one that can be used here');
  }
  const checked =
    member(proof, 'cryptosuite') === JCS_CRYPTOSUITE
      ? success(await checkJson(document, publicKey, checkSignature))
      : await checkProof(document, proof, publicKey, checkSignature);
  if (!checked.ok) {
    return bad(checked.refusal.because);
  }
  if (checked.value === 'cannot') {
    return unknown('this program has no way to check Ed25519 signatures');
  }
  return checked.value
    ? ok
    : bad('it was changed after it was signed, or never signed by this key', 'changed');
}
