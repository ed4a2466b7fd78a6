/**
 * The receipt of one line of the decision log, for the person whose matter it is: it holds what opens the two sealed
 * envelopes, and the proof that the line is in the log. It can be checked with no help from us.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { PublishedLog } from '../publish/log-publisher.ts';
import { openedReceipt } from '../publish/opened-receipt.ts';

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
        : { ...opening, commitment: entry.commitment, label: history.row.label };
    },
  );
  if (found === undefined) {
    return refuse('no-such-receipt', 'there is no such receipt, or it is not yours to see');
  }
  const text = await openedReceipt(world.log, found);
  return text.ok ? success({ label: found.label, place: asked.place, text: text.value }) : text;
}
