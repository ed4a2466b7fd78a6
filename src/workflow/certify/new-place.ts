/** What makes a copy one of its own: an address nobody can guess, a place on a list, a certificate number. */
import { type StatusPlace, statusPlaces } from '../../credential/status-list/allocation.ts';
import { toBase64url } from '../../kernel/bytes/bytes.ts';
import { at } from '../../kernel/result/at.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';

const ID_BYTES = 16;
/** Without the letters that are taken for digits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const NUMBER_LETTERS = 10;

/** 128 random bits as 22 characters. */
export const newAddress = ({ chance }: Pick<World, 'chance'>): string =>
  toBase64url(chance.bytes(ID_BYTES));

/** The tables of the order are worked out once a list, and not for each who issues. */
const dealers = new WeakMap<Uint8Array, ReturnType<typeof statusPlaces>>();

function dealerOf(key: Uint8Array): ReturnType<typeof statusPlaces> {
  const known = dealers.get(key) ?? statusPlaces(key);
  dealers.set(key, known);
  return known;
}

/** The next place in the secret order, for whoever issues in this transaction. */
export const nextPlace = async (
  { issuing }: Pick<World, 'issuing'>,
  { register }: Pick<Records, 'register'>,
): Promise<StatusPlace> => dealerOf(issuing.statusKey)(await register.nextStatusSequence());

/** A certificate number, such as "CCM-7K2M9-QXD4T": 50 random bits, and nothing of an address in it. */
export function newNumber({ chance }: Pick<World, 'chance'>, designation: string): string {
  const letters = [...chance.bytes(NUMBER_LETTERS)].map((byte) => at([...LETTERS], byte % 32));
  return `${designation}-${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}
