/** Offers to wallets, what grows out of them, and copies in wallets. Codes and tokens come here as hashes only. */
import type { WalletFormat } from '../../credential/wallet/wallet-copy.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { Delivery, OfferMade, WalletRecords } from '../../workflow/ports/wallets.ts';
import type { Tx } from '../database/connect.ts';
import { stored } from './rows.ts';

export function walletRecords(tx: Tx): WalletRecords {
  return {
    async makeOffer(row) {
      const [made] = await tx<{ answer: OfferMade }[]>`
        select register.make_wallet_offer(${row.id}, ${row.credential}, ${row.format}, ${row.codeHash}, ${row.pinHash},
          ${new Date(row.madeAt)}, ${new Date(row.expiresAt)}, ${row.on}) as answer`;
      return made?.answer ?? 'no-such-credential';
    },
    async redeemOffer(row) {
      const [done] = await tx<{ answer: 'redeemed' | 'wrong-number' | 'no-such-code' }[]>`
        select register.redeem_wallet_offer(${row.codeHash}, ${row.pinHash}, ${row.tokenHash},
          ${new Date(row.at)}, ${new Date(row.tokenExpiresAt)}) as answer`;
      return done?.answer ?? 'no-such-code';
    },
    async openDelivery(tokenHash, at) {
      const [row] = await tx<
        Delivery[]
      >`select * from register.open_delivery(${tokenHash}, ${new Date(at)})`;
      return row;
    },
    async spendNonce(hash, at, until) {
      const [row] = await tx<{ first: boolean }[]>`
        select register.use_nonce(${hash}, ${new Date(at)}, ${new Date(until)}) as first`;
      return row?.first === true;
    },
    async addWalletCopy({ id, delivery, beside, document, list, index, issuedOn }) {
      const { credential, format, offer } = delivery;
      const [row] = await tx<{ valid_until: string }[]>`insert into register.copy
        (id, credential, number, why, document, list, place, valid_until, issued_on, beside, format, wallet_offer)
        select ${id}, ${credential}, least(min(k.number), 0) - 1, 'wallet', ${stored(tx, document)},
          ${list}, ${index}, max(k.valid_until) filter (where k.number = ${beside}), ${issuedOn}, ${beside}, ${format}, ${offer}
        from register.copy k where k.credential = ${credential} returning valid_until`;
      if (row === undefined) {
        throw new Error('there is no copy beside which one could be made');
      }
      return date(row.valid_until);
    },
    async walletCopies(credential) {
      const rows = await tx<
        { id: string; format: WalletFormat; issued_on: string; from_day: string | null }[]
      >`select k.id, k.format, k.issued_on, x.from_day
        from register.copy k left join register.copy_end x on x.copy = k.id
        where k.credential = ${credential} and k.number < 0 order by k.number`;
      return rows.map(({ id, format, issued_on, from_day }) => ({
        ...{ id, format, issuedOn: date(issued_on) },
        endedOn: from_day === null ? undefined : date(from_day),
      }));
    },
    async endWalletCopy(copy, on) {
      const [row] = await tx<
        { done: boolean }[]
      >`select register.end_wallet_copy(${copy}, ${on}) as done`;
      return row?.done === true;
    },
  };
}
