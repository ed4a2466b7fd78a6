/**
 * Hours from a record that a provider signed: the signature is checked against the key the body knows the provider by, and
 * the record then is its own proof. A record in another name than the holder's, present or former, is refused in words:
 * send it with the certificate instead, and somebody looks.
 */
import { whoseName } from '../../casework/renewal/certificate-name.ts';
import { readActivity } from '../../casework/renewal/read-activity.ts';
import { readSignedRecord } from '../../casework/renewal/signed-record.ts';
import { fromBase64url, fromUtf8 } from '../../kernel/bytes/bytes.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Upload } from '../apply/store-upload.ts';
import type { World } from '../ports/ports.ts';
import { chargeWhereReviewed, faultsIn, mistakeOf } from './claim-hours.ts';
import { heldIn, type NotRenewable } from './held.ts';

export type SignedRefusal =
  | NotRenewable
  | 'not-a-record'
  | 'unknown-provider'
  | 'does-not-hold'
  | 'another-name'
  | 'not-claimable';

export async function claimSigned(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'issuing'>,
  asked: { readonly person: string; readonly credential: string; readonly upload: Upload },
): Promise<Result<{ readonly id: string }, SignedRefusal>> {
  const read = recordIn(asked.upload);
  if (!read.ok) {
    return refuse('not-a-record', read.refusal.because);
  }
  const record = read.value;
  return await world.records.as({ rights: 'candidate', person: asked.person }, async (records) => {
    await records.renewals.oneActAtATime(asked.credential);
    const held = await heldIn(world, records, asked.credential);
    if (!held.ok) {
      return held;
    }
    const provider = (await records.renewals.providers()).find(({ id }) => id === record.provider);
    if (provider?.signsWith === undefined) {
      return refuse(
        'unknown-provider',
        `"${record.provider}" is not known here as a provider that signs records. Send its certificate instead.`,
      );
    }
    const holds = await world.issuing.checkSignature(
      fromBase64url(provider.signsWith),
      record.signedBytes,
      record.signature,
    );
    if (holds !== true) {
      return refuse(
        'does-not-hold',
        `The signature is not that of ${provider.name}, or the record was changed after it was signed. Ask them for it again.`,
      );
    }
    const me = await records.people.me();
    if (me === undefined || whoseName(record.attendee, me) === 'to-look-at') {
      return refuse(
        'another-name',
        'The record names somebody in a way that is none of your names here. Add a former name, or send the certificate instead, and somebody looks at it.',
      );
    }
    const typed = { ...record.typed, provider: provider.name };
    const activity = readActivity(typed, held.value.rules, held.value.claimed.providers);
    const faults = activity.ok ? faultsIn(held.value, activity.value, me) : [];
    if (!activity.ok || faults[0] !== undefined) {
      const because = activity.ok ? faults[0]?.message : activity.mistakes[0]?.because;
      return refuse('not-claimable', because ?? 'This cannot be claimed.');
    }
    const id = world.chance.uuid();
    const written = await records.renewals.claim(asked.credential, id, activity.value);
    if (written !== 'written') {
      return refuse('not-claimable', mistakeOf(written).message);
    }
    await records.renewals.keepSignedRecord(id, record.whole);
    await chargeWhereReviewed(world, records, held.value, activity.value);
    return success({ id });
  });
}

const MOST_BYTES = 20_000;

function recordIn({ bytes, tooLarge }: Upload) {
  if (tooLarge || bytes.length > MOST_BYTES) {
    return refuse(
      'not-a-record',
      'A signed record is a small file of text; this one is too large.',
    );
  }
  try {
    return readSignedRecord(fromUtf8(bytes));
  } catch {
    return refuse('not-a-record', 'This is no record that a provider signed: it is no text.');
  }
}
