/** What a holder sees of one credential: the public copy that counts, how it stands, the copies in wallets. */
import { mayBeReliedOn } from '../../casework/award/standing.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { copyAt, type FoundCopy } from '../certify/registry-record.ts';
import type { World } from '../ports/ports.ts';
import type { WalletCopyRow } from '../ports/wallets.ts';

/** The public copy, and what is beside it. */
export interface MyCredential extends FoundCopy {
  readonly credential: string;
  /** The address of the public copy. */
  readonly newest: string;
  readonly mayBeReliedOn: boolean;
  readonly inWallets: readonly WalletCopyRow[];
}

type MineWorld = Pick<World, 'records' | 'clock'>;
interface Asked {
  readonly person: string;
  readonly credential: string;
}

export async function myCredential(
  world: MineWorld,
  { person, credential }: Asked,
): Promise<Result<MyCredential, 'no-such-credential'>> {
  const found = await world.records.as({ rights: 'candidate', person }, async (records) => {
    const mine = (await records.register.mine()).find(({ id }) => id === credential);
    return mine === undefined
      ? undefined
      : { mine, inWallets: await records.register.walletCopies(credential) };
  });
  const copy = found === undefined ? undefined : await copyAt(world, found.mine.newest);
  if (found === undefined || copy === undefined) {
    return refuse('no-such-credential', 'there is no such credential');
  }
  return success({
    ...copy,
    ...{ credential, newest: found.mine.newest, inWallets: found.inWallets },
    mayBeReliedOn: mayBeReliedOn(copy.standing),
  });
}

/** Ends one copy in a wallet, where a phone was lost or the copy is not wanted; the others stay as they are. */
export async function endWalletCopy(
  world: MineWorld,
  { person, copy }: { readonly person: string; readonly copy: string },
): Promise<Result<true, 'no-such-credential'>> {
  const done = await world.records.as({ rights: 'candidate', person }, ({ register }) =>
    register.endWalletCopy(copy, world.clock.today()),
  );
  return done ? success(true) : refuse('no-such-credential', 'there is no such copy of yours');
}
