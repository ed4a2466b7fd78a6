/**
 * The issuer's keys are changed by a director who is named: planned a month ahead, or at once where one was stolen. Each
 * change of the page of keys is kept under its digest and has a line of the log. After a theft, copies that count and stood in
 * the log before it are signed anew; whoever holds an older file fetches it again at the same address.
 */
import {
  type HeldKey,
  type KeyPlace,
  type KeyRefusal,
  type KeyUse,
  type MadeKey,
  momentOf,
  nextName,
  planned,
  stolen,
} from '../../credential/proof/issuer-keys.ts';
import { toBase64url } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, type JsonObject } from '../../kernel/bytes/json-members.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { SignedCopy, WhyListed } from '../ports/key-records.ts';
import type { World } from '../ports/ports.ts';
import { recordOpenly } from '../publish/record-in-log.ts';
import { issuerDid, issuerDocument, signAsIssuer } from './issuer.ts';
import { digestOf } from './log-issue.ts';

export type KeyWorld = Pick<World, 'records' | 'clock' | 'chance' | 'keys' | 'issuing' | 'origin'>;
type ChangeRefusal = KeyRefusal | 'no-such-director' | 'no-key-there';

const WORKER = { rights: 'worker', person: undefined } as const;
const AT_ONCE = 50;

/** Keeps the page of keys as it is now, with its line of the log, where it is not kept yet. Answers its digest. */
export async function keepPage(
  world: KeyWorld,
  why: WhyListed,
  director?: string,
): Promise<string> {
  const document = pageText(world);
  const sha256 = sha256Hex(document);
  const actor =
    director === undefined ? WORKER : ({ rights: 'director', person: director } as const);
  await world.records.as(actor, async (records) => {
    if (await records.register.hasDidDocument(sha256)) {
      return;
    }
    const isFirst = (await records.register.didHistory()).length === 0;
    const because = isFirst && why === 'changed' ? 'first' : why;
    const line = {
      ...{
        kind: 'keys',
        program: 'all-programs',
        rules: 'register',
        decidedOn: world.clock.today(),
      },
      ...{ label: sha256, outcome: outcomeOf(sha256, because) },
    };
    const { place, salt } = await recordOpenly(records, world.chance, line);
    await records.register.keepDidDocument({ sha256, document, why: because, place, salt });
  });
  return sha256;
}

/** What the envelope of the line holds. */
const outcomeOf = (sha256: string, why: WhyListed): JsonObject => ({ page: sha256, why });

/** The bytes of the page, as they are served and as their digest is kept. */
export const pageText = (world: Pick<World, 'origin' | 'keys'>): string =>
  JSON.stringify(issuerDocument(world));

const NOBODY = { rights: 'public', person: undefined } as const;

/** Every page of keys there has been, with its line of the log and what opens it, for anybody. */
export async function pagesKept(world: Pick<World, 'records' | 'origin'>): Promise<Json> {
  const kept = await world.records.as(NOBODY, ({ register }) => register.didHistory());
  return kept.map(({ sha256, why, place, salt, listedAt }) => ({
    ...{ page: `${world.origin}/.well-known/did-history/${sha256}.json`, sha256 },
    ...{ why, listed: momentOf(listedAt) },
    log: { place, matter: sha256, outcome: outcomeOf(sha256, why), salt: toBase64url(salt) },
  }));
}

interface ByDirector {
  /** The address of a director's account. */
  readonly by: string;
}

/** Lists a new key that will sign from the change-over on, and gives the old one its end. Answers the name of the new. */
export async function planRotation(
  world: KeyWorld,
  asked: ByDirector & {
    readonly use: KeyUse;
    readonly changeOver: number;
    readonly place?: KeyPlace | undefined;
  },
): Promise<Result<string, ChangeRefusal>> {
  const { by, use, changeOver, place } = asked;
  return await changed(world, { by, why: 'planned', use, place }, (keys, next, now) =>
    planned(keys, use, next, { now, changeOver }),
  );
}

/** Takes a stolen key off the page, and lets another sign from now on. Answers the name of the new one. */
export async function keyStolen(
  world: KeyWorld,
  asked: ByDirector & {
    readonly key: string;
    readonly since: number;
    readonly place?: KeyPlace | undefined;
  },
): Promise<Result<string, ChangeRefusal>> {
  const held = world.keys.issuer.all().find(({ fragment }) => fragment === asked.key);
  const { by, place } = asked;
  const wanted = { by, why: 'stolen', use: held?.use ?? 'credentials', place } as const;
  return await changed(world, wanted, (keys, next, now) =>
    stolen(keys, asked.key, next, { now, since: asked.since }),
  );
}

interface Wanted extends ByDirector {
  readonly why: WhyListed;
  readonly use: KeyUse;
  readonly place: KeyPlace | undefined;
}

async function changed(
  world: KeyWorld,
  { by, why, use, place }: Wanted,
  change: (
    keys: readonly HeldKey[],
    next: MadeKey & Pick<HeldKey, 'fragment'>,
    now: number,
  ) => Result<readonly HeldKey[], KeyRefusal>,
): Promise<Result<string, ChangeRefusal>> {
  const director = await world.records.as(WORKER, ({ register }) => register.directorCalled(by));
  if (director === undefined) {
    return refuse('no-such-director', `no director has an account under ${by}`);
  }
  const { issuer } = world.keys;
  const now = world.clock.now();
  const keys = issuer.all();
  const fragment = nextName(keys, use, new Date(now).getUTCFullYear());
  // Asked before a key is made: what is refused leaves nothing behind.
  const tried = change(keys, { fragment, publicKey: new Uint8Array(32) }, now);
  if (!tried.ok) {
    return tried;
  }
  const made = issuer.make(fragment, place);
  if (!made.ok) {
    return made;
  }
  const done = change(keys, { ...made.value, fragment }, now);
  if (!done.ok) {
    return done;
  }
  issuer.replace(done.value);
  await keepPage(world, why, director);
  return success(fragment);
}

export interface SignedAgain {
  readonly signed: number;
  /** Not in the log before the theft: somebody must look at each. */
  readonly toLookAt: readonly string[];
}

/** Signs anew what stolen keys have signed, as far as the log shows it to be ours. May be killed and run again. */
export async function signAgain(world: KeyWorld): Promise<SignedAgain> {
  let signed = 0;
  const toLookAt: string[] = [];
  for (const key of world.keys.issuer.all()) {
    if (key.revoked === undefined || key.use !== 'credentials') {
      continue;
    }
    let after: string | undefined;
    do {
      const some = await signSome(world, key, after);
      signed += some.signed;
      toLookAt.push(...some.toLookAt);
      after = some.last;
    } while (after !== undefined);
  }
  return { signed, toLookAt };
}

async function signSome(world: KeyWorld, key: HeldKey, after: string | undefined) {
  const name = `${issuerDid(world)}#${key.fragment}`;
  const since = Date.parse(key.revoked ?? momentOf(0));
  return await world.records.as(WORKER, async ({ register, mail }) => {
    const copies = await register.signedWith(name, after, AT_ONCE);
    const ours = copies.filter((copy) => inLogBefore(copy, since));
    for (const { id, credential, document } of ours) {
      if (isJsonObject(document)) {
        const { proof: _, ...said } = document;
        await register.signAgain(id, (await signAsIssuer(world, said)) as Json);
        await mail.tellHolder({
          ...{ id: world.chance.uuid(), credential },
          subject: 'Download your credential again',
          body: `A key that signed credentials fell into other hands. Yours holds, and is signed anew at ${world.origin}/c/${id}\n\nA file that you downloaded before is not accepted any more: download it again and give the new one to whoever has the old. What lies in a wallet you put in again: ${world.origin}/my/credential/${credential}`,
        });
      }
    }
    return {
      ...{ signed: ours.length, last: copies.at(-1)?.id },
      toLookAt: copies.filter((copy) => !ours.includes(copy)).map(({ id }) => id),
    };
  });
}

/** The log says the very same of it, since before the key was stolen. */
const inLogBefore = ({ document, logged }: SignedCopy, since: number): boolean =>
  isJsonObject(document) &&
  logged.some(({ digest, at }) => at < since && digest === digestOf(document));
