/**
 * Which of the issuer's keys signs when. One key signs credentials and another what is said of their status; a name such as
 * "c-2026a" is never given to a second key. A new key is listed a month before it signs, so that whoever keeps our page for a
 * while knows it in time; the old one ends at that moment and stays listed, so that what it signed before stays good. A stolen
 * key may make no statements any more, because a thief can date a signature back.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { IssuerKey } from './did-web.ts';

export type KeyUse = 'credentials' | 'status';

/** Where a key lies that this machine does not hold. */
export interface SigningService {
  readonly url: string;
  readonly keyId: string;
}

/** What a key is called in the token that holds it. */
export interface TokenKey {
  /** The label of the token. */
  readonly token: string;
  /** The label of the key. */
  readonly key: string;
}

/** Where a new key is to lie: in a file, in the token (made there, unless a label names one that is), or in a service. */
export type KeyPlace =
  | { readonly kind: 'file' }
  | { readonly kind: 'token'; readonly label?: string | undefined }
  | {
      readonly kind: 'service';
      readonly publicKey: Uint8Array;
      readonly service: SigningService;
    };

export interface HeldKey extends IssuerKey {
  readonly use: KeyUse;
  /** The moment from which it signs, as written in the page: "2026-12-31T00:00:00Z". */
  readonly signsFrom: string;
  /** Where the key lies in no file of this installation, one of these two. */
  readonly service?: SigningService;
  readonly token?: TokenKey;
}

const LETTER: Readonly<Record<KeyUse, string>> = { credentials: 'c', status: 's' };
const LISTED_AHEAD_MS = 30 * 86_400_000;

/** A name that no key of the issuer has had: by its use, the year and a letter. */
export function nextName(keys: readonly HeldKey[], use: KeyUse, year: number): string {
  const taken = new Set(keys.map(({ fragment }) => fragment));
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const names = letters.map((letter) => `${LETTER[use]}-${year}${letter}`);
  const free = names.find((name) => !taken.has(name));
  return free ?? `${at(names, 25)}${taken.size}`;
}

/** The key that signs at a moment: the one that began last, of those that are neither over nor stolen. */
export function signingKey(
  keys: readonly HeldKey[],
  use: KeyUse,
  now: number,
): HeldKey | undefined {
  const mayBe = keys.filter(
    (key) =>
      key.use === use &&
      key.revoked === undefined &&
      (key.expires === undefined || Date.parse(key.expires) > now),
  );
  const begun = mayBe.filter(({ signsFrom }) => Date.parse(signsFrom) <= now);
  return begun.toSorted((one, other) => (one.signsFrom < other.signsFrom ? 1 : -1))[0] ?? mayBe[0];
}

export type KeyRefusal = 'too-soon' | 'planned-already' | 'no-such-key' | 'stolen-already';

/** A key as it was made or found, before it has a name. */
export type MadeKey = Pick<HeldKey, 'publicKey' | 'service' | 'token'>;
type NewKey = MadeKey & Pick<HeldKey, 'fragment'>;

/** The keys once a change-over is planned: the new one listed now, the old one with its end. */
export function planned(
  keys: readonly HeldKey[],
  use: KeyUse,
  next: NewKey,
  asked: { readonly now: number; readonly changeOver: number },
): Result<readonly HeldKey[], KeyRefusal> {
  const { now, changeOver } = asked;
  if (changeOver < now + LISTED_AHEAD_MS) {
    return refuse('too-soon', 'a new key is listed at least 30 days before it signs');
  }
  if (keys.some((key) => key.use === use && Date.parse(key.signsFrom) > now)) {
    return refuse('planned-already', 'a change-over is planned already');
  }
  const moment = momentOf(changeOver);
  return success([
    ...keys.map((key) =>
      key.use === use && key.expires === undefined && key.revoked === undefined
        ? { ...key, expires: moment }
        : key,
    ),
    { ...next, use, signsFrom: moment },
  ]);
}

/** The keys once one is known to be stolen since a moment: it makes no statements, and another signs from now on. */
export function stolen(
  keys: readonly HeldKey[],
  fragment: string,
  next: NewKey,
  asked: { readonly now: number; readonly since: number },
): Result<readonly HeldKey[], KeyRefusal> {
  const key = keys.find((one) => one.fragment === fragment);
  if (key === undefined) {
    return refuse('no-such-key', `no key of the issuer is called ${fragment}`);
  }
  if (key.revoked !== undefined) {
    return refuse('stolen-already', `${fragment} has been reported already`);
  }
  const changed = keys.map((one) =>
    one === key ? { ...one, revoked: momentOf(asked.since) } : one,
  );
  const replaced = { ...next, use: key.use, signsFrom: momentOf(asked.now) };
  return success(
    signingKey(changed, key.use, asked.now) === undefined || signsNow(keys, key, asked.now)
      ? [...changed, replaced]
      : changed,
  );
}

const signsNow = (keys: readonly HeldKey[], key: HeldKey, now: number): boolean =>
  signingKey(keys, key.use, now) === key;

export const momentOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
