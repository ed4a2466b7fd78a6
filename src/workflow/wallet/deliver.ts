/**
 * A wallet fetches the copy that its token opens: it proves that it holds a key, and the copy names that key. The copy, its place on
 * the list, its line of the log and the letter to the holder are one transaction, and a token and a nonce are good once.
 */
import type { HolderKey } from '../../credential/wallet/holder-key.ts';
import { configurationOf, typeAddress } from '../../credential/wallet/issuer-metadata.ts';
import { sdJwtClaims, walletCopy } from '../../credential/wallet/wallet-copy.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import {
  isJsonObject,
  type JsonObject,
  member,
  textMember,
} from '../../kernel/bytes/json-members.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import { walletMetadata } from '../certify/describe-issuer.ts';
import { keyNow, signAsIssuer, statusListAddress } from '../certify/issuer.ts';
import { logIssue } from '../certify/log-issue.ts';
import { newAddress, nextPlace } from '../certify/new-place.ts';
import { tokenListAddress } from '../certify/token-lists.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import type { Delivery } from '../ports/wallets.ts';
import { hashOfSecret } from './make-offer.ts';

export type DeliverWorld = Pick<
  World,
  'records' | 'clock' | 'chance' | 'keys' | 'issuing' | 'origin' | 'wallets'
>;
export type DeliverRefusal =
  | 'invalid-token'
  | 'invalid-request'
  | 'unknown-configuration'
  | 'unknown-identifier'
  | 'encryption-not-offered'
  | 'invalid-proof'
  | 'invalid-nonce'
  | 'not-current';

const WORKER = { rights: 'worker', person: undefined } as const;

/** A nonce that this server made and that is not over: until when it is good. Undefined for any other. */
export type NonceEnds = (nonce: string, now: number) => number | undefined;

/** What the wallet keeps: a signed document, or an SD-JWT as text. */
export async function deliver(
  world: DeliverWorld,
  asked: { readonly token: string; readonly request: Json | undefined; readonly ends: NonceEnds },
): Promise<Result<Json, DeliverRefusal>> {
  const now = world.clock.now();
  return await world.records.as(WORKER, async (records) => {
    const opened = await records.register.openDelivery(hashOfSecret(asked.token), now);
    if (opened === undefined) {
      return refuse('invalid-token', 'the token was never given out, was used, or is over');
    }
    const jwt = proofIn(asked.request, configurationOf(opened.program, opened.format));
    if (!jwt.ok) {
      return jwt;
    }
    const metadata = await walletMetadata(world, (id) => id === opened.program);
    const proven = await world.wallets.provenKey(metadata, jwt.value, now);
    if (!proven.ok) {
      return proven;
    }
    const { key, nonce } = proven.value;
    const until = asked.ends(nonce, now);
    if (
      until === undefined ||
      !(await records.register.spendNonce(hashOfSecret(nonce), now, until))
    ) {
      return refuse('invalid-nonce', 'the nonce in the proof is not ours, was used, or is over');
    }
    return await copyFor(world, records, opened, key);
  });
}

/** The one proof in a request for what the token opens. */
function proofIn(request: Json | undefined, configuration: string): Result<string, DeliverRefusal> {
  if (!isJsonObject(request)) {
    return refuse('invalid-request', 'the request is not a JSON object');
  }
  if (member(request, 'credential_identifier') !== undefined) {
    return refuse('unknown-identifier', 'no credential identifier was given out with this token');
  }
  const named = textMember(request, 'credential_configuration_id');
  if (named === undefined) {
    return refuse('invalid-request', 'credential_configuration_id is missing');
  }
  if (named !== configuration) {
    return refuse('unknown-configuration', `the token is for ${configuration}`);
  }
  if (member(request, 'credential_response_encryption') !== undefined) {
    return refuse('encryption-not-offered', 'answers are not encrypted here');
  }
  const jwts = member(member(request, 'proofs'), 'jwt');
  const [jwt, ...more] = Array.isArray(jwts) ? (jwts as readonly Json[]) : [];
  return typeof jwt === 'string' && more.length === 0
    ? success(jwt)
    : refuse('invalid-proof', 'proofs.jwt is a list with one proof');
}

async function copyFor(
  world: DeliverWorld,
  records: Records,
  delivery: Delivery,
  key: HolderKey,
): Promise<Result<Json, DeliverRefusal>> {
  const on = world.clock.today();
  const newest = await records.register.newestCopy(delivery.credential);
  const good = await records.register.isGood(delivery.credential, on);
  const program = programOf(delivery.program);
  const counts = newest !== undefined && newest.endedOn === undefined && good;
  if (!counts || newest.nameDue !== undefined || program === undefined) {
    return refuse('not-current', 'this credential does not count today');
  }
  const id = newAddress(world);
  const place = await nextPlace(world, records);
  const document = await signAsIssuer(
    world,
    walletCopy(newest.document, {
      ...{ id: `${world.origin}/c/${id}`, holder: key.did },
      status: { list: statusListAddress(world, place.list), index: place.index },
    }),
  );
  const handed =
    delivery.format === 'ldp_vc'
      ? document
      : await asSdJwt(world, delivery, { key, place, document });
  const validUntil = await records.register.addWalletCopy({
    ...{ id, delivery, beside: newest.number, document, issuedOn: on },
    ...{ list: place.list, index: place.index },
  });
  await logIssue(world, records, {
    ...{ document, id, credential: delivery.credential, program: program.id, on, validUntil },
    ...{ rules: rulesInForce(program, on).id, isCopy: true },
    ...(typeof handed === 'string' ? { sdJwt: digestOfSdJwt(handed) } : {}),
  });
  await tellHolder(world, records, delivery);
  return success(handed);
}

async function asSdJwt(
  world: DeliverWorld,
  { program }: Delivery,
  copy: {
    readonly key: HolderKey;
    readonly place: { readonly list: number; readonly index: number };
    readonly document: JsonObject;
  },
): Promise<string> {
  const { fragment } = keyNow(world, 'credentials');
  const claims = sdJwtClaims(copy.document, {
    ...{ issuer: world.origin, type: typeAddress(world.origin, program), key: copy.key },
    status: { list: tokenListAddress(world, copy.place.list), index: copy.place.index },
    now: world.clock.now(),
  });
  return await world.wallets.sdJwt(claims, {
    kid: fragment,
    sign: (bytes) => world.keys.issuer.signer(fragment).sign(bytes),
  });
}

/** Of the signed part, which is the same whatever its holder shows. */
const digestOfSdJwt = (text: string): string => sha256Hex(utf8(text.split('~')[0] ?? ''));

/** Whoever did not do this themselves learns of it, and how to end it. */
async function tellHolder(
  world: DeliverWorld,
  records: Records,
  { person, credential }: Delivery,
): Promise<void> {
  const [holder] = await records.people.byIds([person]);
  if (holder !== undefined) {
    await records.mail.send({
      ...{ id: world.chance.uuid(), toPerson: person, to: holder.email },
      subject: 'A copy of your credential is in a wallet',
      body: `A wallet has fetched a copy of your credential. If that was you, there is nothing to do.\n\nIf it was not, or if the phone is lost one day, end that copy here: ${world.origin}/my/credential/${credential}\nYour other copies stay as they are.\n`,
    });
  }
}
