/**
 * Signing in, staying, signing out, changing a passphrase. A session is a random token; only its hash is kept.
 * A wrong address and a wrong passphrase get the same answer after the same work, and guessing is slowed per address.
 */

import { toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { SessionRow } from '../ports/records.ts';

/** How long a session lasts, at the least, after the last page a person opened. Every page says so. */
export const SESSION_MINUTES = 60;
/** Renewed at most this often, so that not every page writes. */
const RENEW_MINUTES = 5;
const GUESSES = 10;
const GUESS_WINDOW_MS = 15 * 60_000;
const TOKEN_BYTES = 32;
const NOBODY = { rights: 'public', person: undefined } as const;

export type AccountWorld = Pick<World, 'records' | 'passphrases' | 'chance' | 'clock'>;

export interface OpenedSession {
  readonly token: string;
  readonly person: string;
  readonly expiresAt: number;
}

export async function signIn(
  world: AccountWorld & { readonly decoyHash: string },
  asked: { readonly email: string; readonly passphrase: string },
): Promise<Result<OpenedSession, 'wrong-sign-in' | 'too-many-guesses'>> {
  const emailHash = sha256(utf8(`sign-in ${asked.email.toLowerCase()}`));
  const now = world.clock.now();
  const { failures, account } = await world.records.as(NOBODY, async ({ door }) => ({
    failures: await door.failuresSince(emailHash, now - GUESS_WINDOW_MS),
    account: await door.accountOf(asked.email),
  }));
  if (failures >= GUESSES) {
    return refuse(
      'too-many-guesses',
      'there were too many tries for this address; wait 15 minutes, then try again',
    );
  }
  const matches = await world.passphrases.matches(
    account?.hash ?? world.decoyHash,
    asked.passphrase,
  );
  const succeeded = matches && account !== undefined;
  await world.records.as(NOBODY, ({ door }) => door.noteAttempt(emailHash, succeeded));
  if (!succeeded) {
    return refuse('wrong-sign-in', 'the address or the passphrase is not right');
  }
  return success(await openSession(world, account.person));
}

/** A new session for a person who has proven who they are. */
export async function openSession(
  world: Pick<World, 'records' | 'chance' | 'clock'>,
  person: string,
): Promise<OpenedSession> {
  const token = toBase64url(world.chance.bytes(TOKEN_BYTES));
  const expiresAt = endFrom(world.clock.now());
  await world.records.as(NOBODY, ({ door }) => door.openSession(hashOf(token), person, expiresAt));
  return { token, person, expiresAt };
}

/** The session behind a token, kept alive while it is used. */
export async function sessionOf(
  world: Pick<World, 'sessions' | 'records' | 'clock'>,
  token: string,
): Promise<SessionRow | undefined> {
  const now = world.clock.now();
  const session = await world.sessions.of(hashOf(token), now);
  if (session !== undefined && session.expiresAt < now + SESSION_MINUTES * 60_000) {
    await world.records.as(NOBODY, ({ door }) => door.stay(hashOf(token), endFrom(now)));
  }
  return session;
}

export async function signOut(world: Pick<World, 'records'>, token: string): Promise<void> {
  await world.records.as(NOBODY, ({ door }) => door.closeSession(hashOf(token)));
}

/** Changes the passphrase and ends every other session of the account. */
export async function changePassphrase(
  world: AccountWorld,
  asked: {
    readonly person: string;
    readonly email: string;
    readonly token: string;
    readonly old: string;
    readonly fresh: string;
  },
): Promise<Result<true, 'wrong-passphrase'>> {
  const account = await world.records.as(NOBODY, ({ door }) => door.accountOf(asked.email));
  if (account === undefined || !(await world.passphrases.matches(account.hash, asked.old))) {
    return refuse('wrong-passphrase', 'the passphrase you use now is not right');
  }
  const hash = await world.passphrases.hash(asked.fresh);
  await world.records.as({ rights: 'candidate', person: asked.person }, ({ door }) =>
    door.changePassphrase(hash, hashOf(asked.token)),
  );
  return success(true);
}

const endFrom = (now: number): number => now + (SESSION_MINUTES + RENEW_MINUTES) * 60_000;

const hashOf = (token: string): Uint8Array => sha256(utf8(token));
