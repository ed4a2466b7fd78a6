/**
 * A holder offers a copy of their credential to a wallet. The code goes into the picture that the wallet reads, the number is typed
 * into it by hand: who photographs the screen over a shoulder has one of the two. Both are shown once and kept as hashes.
 */

import { configurationOf } from '../../credential/wallet/issuer-metadata.ts';
import type { WalletFormat } from '../../credential/wallet/wallet-copy.ts';
import { toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { walletMetadata } from '../certify/describe-issuer.ts';
import type { World } from '../ports/ports.ts';
import type { OfferMade } from '../ports/wallets.ts';

const CODE_BYTES = 24;
const PIN_DIGITS = 6;
const OFFER_MINUTES = 10;

export interface Offer {
  /** The link that opens a wallet on this machine. */
  readonly link: string;
  /** The same as a picture, SVG. */
  readonly picture: string;
  /** What is typed into the wallet. */
  readonly pin: string;
  readonly expiresAt: number;
}

const BECAUSE: Readonly<Record<Exclude<OfferMade, 'made'>, string>> = {
  'no-such-credential': 'there is no such credential',
  'not-current': 'this credential does not count today, so no wallet is given a copy of it',
  'name-due': 'a copy with your new name is on its way; make the offer when it is there',
  'too-many-wallets':
    'twelve copies of this credential lie in wallets; end one that you do not use any more',
};

export async function makeOffer(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'origin' | 'wallets'>,
  asked: {
    readonly person: string;
    readonly credential: string;
    readonly format: WalletFormat;
  },
): Promise<Result<Offer, Exclude<OfferMade, 'made'>>> {
  const { person, credential, format } = asked;
  const code = toBase64url(world.chance.bytes(CODE_BYTES));
  const pin = newPin(world);
  const madeAt = world.clock.now();
  const expiresAt = madeAt + OFFER_MINUTES * 60_000;
  const rights = { rights: 'candidate', person } as const;
  const program = await world.records.as(rights, async (records) => {
    const mine = await records.register.mine();
    const found = mine.find(({ id }) => id === credential);
    const made = await records.register.makeOffer({
      ...{ id: world.chance.uuid(), credential, format, madeAt, expiresAt },
      ...{ codeHash: hashOfSecret(code), pinHash: hashOfPin(code, pin) },
      on: world.clock.today(),
    });
    return made === 'made' && found !== undefined
      ? success(found.program)
      : refuse(
          made === 'made' ? 'no-such-credential' : made,
          BECAUSE[made === 'made' ? 'no-such-credential' : made],
        );
  });
  if (!program.ok) {
    return program;
  }
  const metadata = await walletMetadata(world, (id) => id === program.value);
  const link = await world.wallets.offerLink(metadata, {
    configuration: configurationOf(program.value, format),
    ...{ code, digits: PIN_DIGITS },
  });
  return success({ link, picture: await world.wallets.qr(link), pin, expiresAt });
}

export const hashOfSecret = (secret: string): Uint8Array => sha256(utf8(secret));

/** Hashed with the code, which has 192 random bits and is kept nowhere: a million numbers are soon tried, that many codes never. */
export const hashOfPin = (code: string, pin: string): Uint8Array =>
  sha256(utf8(`number ${code} ${pin}`));

const PINS = 10 ** PIN_DIGITS;
/** The largest multiple of all numbers below 2^32: what is drawn beyond it is drawn again, so that each is as likely. */
const FAIR = Math.floor(2 ** 32 / PINS) * PINS;

function newPin({ chance }: Pick<World, 'chance'>): string {
  for (;;) {
    const drawn = new DataView(chance.bytes(4).slice().buffer).getUint32(0);
    if (drawn < FAIR) {
      return String(drawn % PINS).padStart(PIN_DIGITS, '0');
    }
  }
}
