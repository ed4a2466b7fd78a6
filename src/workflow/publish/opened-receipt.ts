/** The receipt of a line whose two envelopes somebody may open; undefined until the log's head covers the line. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { member, textMember } from '../../kernel/bytes/json-members.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Opening } from '../../ledger/entry/entry.ts';
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
  const text = await log.receipt(place, commitment, openingOf(plain, salt));
  return text === undefined
    ? refuse(
        'not-published-yet',
        'the log is being signed at this moment. Your receipt is ready within a minute; open this page again then',
      )
    : success(text);
}

function openingOf(plain: Json, salt: Uint8Array): Opening {
  const matter = textMember(plain, 'matter');
  const outcome = member(plain, 'outcome');
  if (matter === undefined || outcome === undefined) {
    throw new Error('a line of the log was stored without what opens it');
  }
  return { matter, outcome, salt };
}
