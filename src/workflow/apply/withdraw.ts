/** A candidate takes back a matter that is not decided. The charge stays where the fee is not refundable. */
import { withdraw } from '../../casework/matter/decide.ts';
import { changeMatter } from '../matter/change-matter.ts';
import type { World } from '../ports/ports.ts';

export async function withdrawMatter(
  world: Pick<World, 'records' | 'clock'>,
  asked: { readonly person: string; readonly matter: string },
) {
  return await world.records.as({ rights: 'candidate', person: asked.person }, (records) =>
    changeMatter(records, { matter: asked.matter, seen: undefined }, (state) =>
      withdraw(state, { on: world.clock.today() }),
    ),
  );
}
