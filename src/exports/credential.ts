/** The public door of the credential: making a badge, signing it, keeping its status, and checking anybody's. */
export { DEMONSTRATION, saysDemonstration } from '../credential/badge/demonstration.ts';
export { type BadgeAward, type BadgeRefusal, openBadge } from '../credential/badge/open-badge.ts';
export {
  didDocument,
  didDocumentAddress,
  didWebOf,
  type IssuerKey,
  siteOf,
} from '../credential/proof/did-web.ts';
export {
  type CheckSignature,
  checkProof,
  type DocumentSigner,
  signDocument,
} from '../credential/proof/eddsa-rdfc.ts';
export { readMultikey, writeMultikey } from '../credential/proof/multikey.ts';
export { type StatusPlace, statusPlaces } from '../credential/status-list/allocation.ts';
export {
  bitstring,
  decodeBitstring,
  encodeBitstring,
  type Gunzip,
  type Gzip,
  isSet,
  STATUS_PLACES,
} from '../credential/status-list/bitstring.ts';
export { type StatusList, statusCredential } from '../credential/status-list/status-credential.ts';
export type { Sources, StepAnswer } from '../credential/verifier/answer.ts';
export type { Shown } from '../credential/verifier/shown.ts';
export {
  type Steps,
  type Verdict,
  type Verification,
  verifyCredential,
} from '../credential/verifier/verify.ts';
export { type VerdictWords, verdictWords } from '../credential/verifier/words.ts';
