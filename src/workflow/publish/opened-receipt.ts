/** The receipt of a line whose two envelopes somebody may open; undefined until the log's head covers the line. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { member, textMember } from '../../kernel/bytes/json-members.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Opening } from '../../ledger/entry/entry.ts';
import type { Transactor } from '../ports/ports.ts';
import type { PublishedLog } from './log-publisher.ts';

export interface OpenedLine {
  readonly place: number;
  readonly commitment: string;
  readonly plain: Json;
  readonly salt: Uint8Array;
}

export async function openedReceipt(
  log: PublishedLog,
  { place, commitment, plain, salt }: OpenedLine,
): Promise<Result<string, 'not-published-yet'>> {
  return receiptOf(await log.receipt(place, commitment, openingOf(plain, salt)));
}

/**
 * The proof beside a credential, for whoever knows its address: that its line is in the signed log. Undefined where there is
 * no such credential.
 */
export async function credentialProof(
  world: { readonly records: Transactor },
  log: PublishedLog,
  id: string,
): Promise<Result<string, 'not-published-yet'> | undefined> {
  const line = await world.records.as({ rights: 'public', person: undefined }, (records) =>
    records.log.lineOfCredential(id),
  );
  if (line === undefined) {
    return undefined;
  }
  const { place, commitment, opening } = line;
  return receiptOf(
    await log.receipt(
      place,
      commitment,
      opening === undefined ? undefined : openingOf(opening.plain, opening.salt),
    ),
  );
}

const receiptOf = (text: string | undefined): Result<string, 'not-published-yet'> =>
  text === undefined
    ? refuse(
        'not-published-yet',
        'the log is being signed at this moment. Your receipt is ready within a minute; open this page again then',
      )
    : success(text);

function openingOf(plain: Json, salt: Uint8Array): Opening {
  const matter = textMember(plain, 'matter');
  const outcome = member(plain, 'outcome');
  if (matter === undefined || outcome === undefined) {
    throw new Error('a line of the log was stored without what opens it');
  }
  return { matter, outcome, salt };
}
