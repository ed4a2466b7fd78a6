/**
 * A record that a provider signed: one JSON object with what was attended, by whom, and a signature over everything else
 * in its canonical form (RFC 8785), made with the provider's own key (Ed25519). It needs no other proof, and can be
 * checked again by anybody who has the file.
 */
import { fromBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import { canonicalJson, type Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, textMember } from '../../kernel/bytes/json-members.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { TypedActivity } from './read-activity.ts';

export interface SignedRecord {
  readonly typed: TypedActivity;
  readonly attendee: string;
  /** The id of the provider on the body's list, and what its key has to have signed. */
  readonly provider: string;
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
  readonly whole: Json;
}

export type RecordRefusal = 'not-a-record' | 'member-missing' | 'no-signature';

const NEEDED = ['provider', 'providerName', 'title', 'completed', 'hours', 'attendee'] as const;

/** Takes a record apart; whether its signature holds is asked of the provider's key afterward. */
export function readSignedRecord(text: string): Result<SignedRecord, RecordRefusal> {
  const whole = parsed(text);
  if (!isJsonObject(whole)) {
    return refuse(
      'not-a-record',
      'This is no record that a provider signed: it is no JSON object.',
    );
  }
  const missing = NEEDED.filter((name) => textMember(whole, name) === undefined);
  if (missing.length > 0) {
    return refuse('member-missing', `The record says nothing of: ${missing.join(', ')}.`);
  }
  const { signature, ...rest } = whole;
  const bytes = typeof signature === 'string' ? signatureIn(signature) : undefined;
  if (bytes === undefined) {
    return refuse('no-signature', 'The record carries no signature that can be read.');
  }
  const said = (name: string): string => textMember(whole, name) ?? '';
  return success({
    typed: {
      ...{ provider: said('providerName'), title: said('title'), began: said('began') },
      ...{ completed: said('completed'), hours: said('hours'), subjects: said('subjects') },
      ...{ delivery: said('delivery'), evidence: '' },
    },
    ...{ attendee: said('attendee'), provider: said('provider'), signature: bytes, whole },
    signedBytes: utf8(canonicalJson(rest)),
  });
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

const SIGNATURE_BYTES = 64;

function signatureIn(text: string): Uint8Array | undefined {
  try {
    const bytes = fromBase64url(text);
    return bytes.length === SIGNATURE_BYTES ? bytes : undefined;
  } catch {
    return undefined;
  }
}
