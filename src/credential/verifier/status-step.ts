/**
 * Fourth step: was it revoked or suspended? Asked of the list that the credential names, which is itself a signed document
 * and is checked like one: it must be the issuer's, in time, for this purpose and long enough. A list that fails says nothing, and nothing
 * said is never taken for "not revoked".
 * Source: W3C Bitstring Status List 1.0 (2025), section 3.2.
 */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import {
  isJsonObject,
  type JsonObject,
  listed,
  member,
  textMember,
} from '../../kernel/bytes/json-members.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { decodeBitstring, isSet } from '../status-list/bitstring.ts';
import { bad, ok, type Sources, type StepAnswer, unknown } from './answer.ts';
import { instantIn, issuerOf, wrongForm, wrongStatusEntry } from './format-step.ts';
import { proofStep } from './proof-step.ts';
import { withItsReason } from './record-step.ts';
import { strictJson } from './strict-json.ts';

const MOST_ENTRIES = 4;
const NOT_SET = new Set(['revocation', 'suspension']);

/** Revoked outranks suspended, both outrank what cannot be told, and that outranks "not revoked". */
export async function statusStep(
  credential: JsonObject,
  now: number,
  sources: Sources,
): Promise<StepAnswer> {
  const entries = listed(member(credential, 'credentialStatus'));
  if (entries.length === 0) {
    return { answer: 'ok', because: 'the issuer names no list of revoked credentials' };
  }
  if (entries.length > MOST_ENTRIES) {
    return unknown('it names more status lists than are followed here');
  }
  const issuer = issuerOf(credential) ?? '';
  const answers: StepAnswer[] = [];
  for (const entry of entries) {
    answers.push(await entryAnswer(entry, issuer, now, sources));
  }
  const set = answers.filter(({ answer }) => answer === 'bad');
  const revoked = set.find(({ why }) => why === 'revoked');
  if (revoked !== undefined) {
    return await withItsReason(credential, revoked, now, sources);
  }
  return set[0] ?? answers.find(({ answer }) => answer === 'unknown') ?? ok;
}

const LISTS: Readonly<Record<string, string>> = {
  revocation: 'the list of revoked credentials',
  suspension: 'the list of suspended credentials',
};

const SAID: Readonly<Record<string, string>> = {
  revocation: 'the issuer has revoked it',
  suspension: 'the issuer has suspended it',
};

async function entryAnswer(
  entry: Json,
  issuer: string,
  now: number,
  sources: Sources,
): Promise<StepAnswer> {
  if (member(entry, 'type') !== 'BitstringStatusListEntry') {
    return unknown('its status is of a kind that is not known here');
  }
  const malformed = wrongStatusEntry(entry);
  const address = textMember(entry, 'statusListCredential') ?? '';
  const purpose = textMember(entry, 'statusPurpose') ?? '';
  if (malformed !== undefined) {
    return unknown(malformed);
  }
  if (!NOT_SET.has(purpose) || (member(entry, 'statusSize') ?? 1) !== 1) {
    return unknown(`what its status "${purpose.slice(0, 40)}" means is not known here`);
  }
  const text = await sources.statusList(address);
  if (text === undefined) {
    return unknown(`${LISTS[purpose]} cannot be reached`);
  }
  const list = await trustedList(text, { address, issuer, purpose }, now, sources);
  if (!list.ok) {
    return unknown(list.refusal.because);
  }
  const revoked = isSet(list.value, Number(textMember(entry, 'statusListIndex')));
  if (revoked === undefined) {
    return unknown(`${LISTS[purpose]} has no such place`);
  }
  return revoked
    ? bad(SAID[purpose] ?? '', purpose === 'suspension' ? 'suspended' : 'revoked')
    : ok;
}

interface Wanted {
  readonly address: string;
  readonly issuer: string;
  readonly purpose: string;
}

async function trustedList(
  text: string,
  wanted: Wanted,
  now: number,
  sources: Sources,
): Promise<Result<Uint8Array, string>> {
  const parsed = strictJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) {
    return refuse('malformed', `${LISTS[wanted.purpose]} is not readable`);
  }
  const list = parsed.value;
  const wrong = wrongForm(list) ?? wrongList(list, wanted) ?? wrongTime(list, now);
  if (wrong !== undefined) {
    return refuse('not-usable', `${LISTS[wanted.purpose]} cannot be used: ${wrong}`);
  }
  const signed = await proofStep(list, now, sources);
  if (signed.answer !== 'ok') {
    return refuse('not-signed', `${LISTS[wanted.purpose]}: ${signed.because}`);
  }
  const encoded = textMember(member(list, 'credentialSubject'), 'encodedList') ?? '';
  const bits = await decodeBitstring(encoded, sources.gunzip);
  return bits.ok ? success(bits.value) : bits;
}

function wrongList(list: JsonObject, { address, issuer, purpose }: Wanted): string | undefined {
  const subject = member(list, 'credentialSubject');
  if (
    !listed(member(list, 'type')).includes('BitstringStatusListCredential') ||
    member(subject, 'type') !== 'BitstringStatusList'
  ) {
    return 'it is another kind of document';
  }
  if (issuerOf(list) !== issuer) {
    return 'it is not by the issuer of the credential';
  }
  const id = member(list, 'id');
  if (id !== undefined && id !== address) {
    return 'it is another list than the one the credential names';
  }
  return listed(member(subject, 'statusPurpose')).includes(purpose)
    ? undefined
    : 'it is kept for another purpose';
}

function wrongTime(list: JsonObject, now: number): string | undefined {
  const from = instantIn(member(list, 'validFrom')) ?? Number.NEGATIVE_INFINITY;
  const until = instantIn(member(list, 'validUntil')) ?? Number.POSITIVE_INFINITY;
  if (now < from) {
    return 'it was published later than the moment asked about';
  }
  return now > until ? 'it is out of date' : undefined;
}
