/** The receipt of the line that an exam result left in the decision log, for whoever sat the exam. */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { PublishedLog } from '../publish/log-publisher.ts';
import { openedReceipt } from '../publish/opened-receipt.ts';

export async function resultReceipt(
  world: Pick<World, 'records'> & { readonly log: PublishedLog },
  asked: { readonly person: string; readonly sitting: string },
): Promise<
  Result<{ readonly place: number; readonly text: string }, 'no-such-receipt' | 'not-published-yet'>
> {
  const line = await world.records.as(
    { rights: 'candidate', person: asked.person },
    async ({ log }) => {
      const opening = await log.openingOfResult(asked.sitting);
      const [entry] = opening === undefined ? [] : await log.entries(opening.place, 1);
      return opening === undefined || entry === undefined
        ? undefined
        : { ...opening, commitment: entry.commitment };
    },
  );
  if (line === undefined) {
    return refuse('no-such-receipt', 'there is no such receipt, or it is not yours to see');
  }
  const text = await openedReceipt(world.log, line);
  return text.ok ? success({ place: line.place, text: text.value }) : text;
}
