/**
 * Signing and checking a document with Ed25519 over its statements (Data Integrity, "eddsa-rdfc-2022").
 * What is signed: SHA-256(statements of the proof's own options) || SHA-256(statements of the document without its proof).
 * Source: W3C Data Integrity EdDSA Cryptosuites 1.0 (2025), section 3.2.
 *
 * Not here: whether the key is the issuer's to use (credential/verifier/proof-step). The arithmetic of Ed25519 is handed
 * in, so that a key may lie in a vault and a browser may use its own.
 */
import { joined, utf8 } from '../../kernel/bytes/bytes.ts';
import { type JsonObject, member, textMember } from '../../kernel/bytes/json-members.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { readBase58, writeBase58 } from './multikey.ts';
import { type ContextAt, statementsOf } from './statements.ts';

export const CRYPTOSUITE = 'eddsa-rdfc-2022';
const SIGNATURE_BYTES = 64;

export interface DocumentSigner {
  /** The key's full name, such as "did:web:example.org#c-2026a". */
  readonly verificationMethod: string;
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

/** Says whether the signature holds, or "cannot" where this machine has no way to tell. */
export type CheckSignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean | 'cannot'> | boolean | 'cannot';

export type SignRefusal = 'unreadable' | 'signature-does-not-hold';
export type ProofRefusal = 'unreadable' | 'signature-malformed';

/** The document with its proof. What was signed is checked before it is handed out. */
export async function signDocument(
  document: JsonObject,
  signer: DocumentSigner,
  created: string,
  check: CheckSignature,
  contextAt?: ContextAt,
): Promise<Result<JsonObject, SignRefusal>> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: CRYPTOSUITE,
    created,
    verificationMethod: signer.verificationMethod,
    proofPurpose: 'assertionMethod',
  };
  const message = await signedBytes(document, options, contextAt);
  if (!message.ok) {
    return message;
  }
  const signature = await signer.sign(message.value);
  const proofValue = writeBase58(signature);
  return (await check(signer.publicKey, message.value, signature)) === true
    ? success({ ...document, proof: { ...options, proofValue } })
    : refuse('signature-does-not-hold', 'the signature just made does not fit the signing key');
}

/** Does this proof over this document hold for this key? The other proofs of the document are left aside. */
export async function checkProof(
  document: JsonObject,
  proof: JsonObject,
  publicKey: Uint8Array,
  check: CheckSignature,
  contextAt?: ContextAt,
): Promise<Result<boolean | 'cannot', ProofRefusal>> {
  const { proofValue: _, ...options } = proof;
  const signature = readBase58(textMember(proof, 'proofValue') ?? '');
  if (signature?.length !== SIGNATURE_BYTES) {
    return refuse('signature-malformed', 'the signature is not 64 bytes in base58');
  }
  const message = await signedBytes(document, options, contextAt);
  return message.ok ? success(await check(publicKey, message.value, signature)) : message;
}

/** The 64 bytes that are signed. */
export async function signedBytes(
  document: JsonObject,
  options: JsonObject,
  contextAt?: ContextAt,
): Promise<Result<Uint8Array, 'unreadable'>> {
  const { proof: _, ...unsigned } = document;
  // The document's vocabulary, whatever the proof itself brings along.
  const saidOfProof = { ...options, '@context': member(document, '@context') };
  const aboutProof = await statementsOf(saidOfProof, contextAt);
  const aboutDocument = await statementsOf(unsigned, contextAt);
  if (!aboutProof.ok) {
    return aboutProof;
  }
  return aboutDocument.ok
    ? success(joined(sha256(utf8(aboutProof.value)), sha256(utf8(aboutDocument.value))))
    : aboutDocument;
}
