/**
 * Asking the register. It is never listed or browsed: an answer is about what was asked and names it. "Nobody matches" and
 * "its holder is not to be found so" are one answer.
 */
import type { ByName, ByNumber, Listing } from '../../casework/register/look-up-forms.ts';
import { copyAt, type FoundCopy } from '../certify/registry-record.ts';
import type { World } from '../ports/ports.ts';

type LookWorld = Pick<World, 'records' | 'clock'>;
const NOBODY = { rights: 'public', person: undefined } as const;

export interface Found extends FoundCopy {
  readonly id: string;
}

export const foundByNumber = async (world: LookWorld, asked: ByNumber): Promise<readonly Found[]> =>
  await foundAt(world, await world.records.as(NOBODY, ({ lookUps }) => lookUps.byNumber(asked)));

export const foundByName = async (world: LookWorld, asked: ByName): Promise<readonly Found[]> =>
  await foundAt(world, await world.records.as(NOBODY, ({ lookUps }) => lookUps.byName(asked)));

async function foundAt(world: LookWorld, ids: readonly string[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const id of ids) {
    const copy = await copyAt(world, id);
    if (copy !== undefined) {
      found.push({ ...copy, id });
    }
  }
  return found;
}

/** What the register may say of oneself; by number where nothing was chosen. */
export const myListing = async (world: Pick<World, 'records'>, person: string): Promise<Listing> =>
  (await world.records.as({ rights: 'candidate', person }, ({ lookUps }) => lookUps.listing())) ?? {
    shown: 'number',
    place: undefined,
  };

export const keepListing = (
  world: Pick<World, 'records'>,
  asked: { readonly person: string; readonly listing: Listing },
): Promise<void> =>
  world.records.as({ rights: 'candidate', person: asked.person }, ({ lookUps }) =>
    lookUps.keepListing(asked.person, asked.listing),
  );
