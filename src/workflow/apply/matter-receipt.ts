/**
 * The receipt of one line of the decision log, for the person whose matter it is: it holds what opens the two sealed
 * envelopes, and the proof that the line is in the log. It can be checked with no help from us.
 */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { member, textMember } from '../../kernel/bytes/json-members.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Opening } from '../../ledger/entry/entry.ts';
import type { World } from '../ports/ports.ts';
import type { PublishedLog } from '../publish/log-publisher.ts';

export interface MatterReceipt {
  readonly label: string;
  readonly place: number;
  readonly text: string;
}

export async function matterReceipt(
  world: Pick<World, 'records'> & { readonly log: PublishedLog },
  asked: { readonly person: string; readonly matter: string; readonly place: number },
): Promise<Result<MatterReceipt, 'no-such-receipt' | 'not-published-yet'>> {
  const found = await world.records.as(
    { rights: 'candidate', person: asked.person },
    async (records) => {
      const openings = await records.log.openings(asked.matter);
      const opening = openings.find(({ place }) => place === asked.place);
      const [entry] = opening === undefined ? [] : await records.log.entries(asked.place, 1);
      const history = await records.matters.read(asked.matter);
      return opening === undefined || entry === undefined || history === undefined
        ? undefined
        : { opening, entry, label: history.row.label };
    },
  );
  if (found === undefined) {
    return refuse('no-such-receipt', 'there is no such receipt, or it is not yours to see');
  }
  const { opening, entry, label } = found;
  const text = await world.log.receipt(
    asked.place,
    entry.commitment,
    openingOf(opening.plain, opening.salt),
  );
  return text === undefined
    ? refuse(
        'not-published-yet',
        'the log is being signed at this moment. Your receipt is ready within a minute; open this page again then',
      )
    : success({ label, place: asked.place, text });
}

function openingOf(plain: Json, salt: Uint8Array): Opening {
  const matter = textMember(plain, 'matter');
  const outcome = member(plain, 'outcome');
  if (matter === undefined || outcome === undefined) {
    throw new Error('a line of the log was stored without what opens it');
  }
  return { matter, outcome, salt };
}
