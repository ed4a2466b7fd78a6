/** What each step of the check answers, and where it gets what it needs to know. */
import type { CheckSignature } from '../proof/eddsa-rdfc.ts';
import type { Gunzip } from '../status-list/bitstring.ts';

/** What went wrong, as far as whoever relies on a credential has to do something else about it. */
export type Why =
  | 'ended'
  | 'not-begun'
  | 'revoked'
  | 'suspended'
  | 'superseded'
  | 'taken-back'
  | 'given-up'
  | 'changed'
  | 'other-signer'
  | 'other-form';

export interface StepAnswer {
  readonly answer: 'ok' | 'bad' | 'unknown';
  readonly because?: string;
  readonly why?: Why;
}

/** The world outside, as the verifier sees it. Offline, these answer from files. */
export interface Sources {
  /** The text of the issuer's page of keys, or nothing where it cannot be had. */
  readonly didDocument: (did: string) => Promise<string | undefined>;
  /** The text of a status list, or nothing where it cannot be had. */
  readonly statusList: (address: string) => Promise<string | undefined>;
  /** The text of the issuer’s record of one copy, where it can be had: it may say why a copy counts no more. */
  readonly record?: (address: string) => Promise<string | undefined>;
  readonly checkSignature: CheckSignature;
  readonly gunzip: Gunzip;
  /** zlib, for the lists of SD-JWT credentials; without it their status cannot be told. */
  readonly inflate?: Gunzip;
}

export const ok: StepAnswer = { answer: 'ok' };
export const bad = (because: string, why?: Why): StepAnswer => ({
  answer: 'bad',
  because,
  ...(why === undefined ? {} : { why }),
});
export const unknown = (because: string, why?: Why): StepAnswer => ({
  answer: 'unknown',
  because,
  ...(why === undefined ? {} : { why }),
});
