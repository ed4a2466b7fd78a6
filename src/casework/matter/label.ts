/**
 * The label people call a matter by: a letter for its kind and seven signs without look-alikes, from chance, so that
 * it says nothing about who it is or how many came before. "E-4K7QM2X".
 */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** From at least seven random bytes. 31 signs over 256 values: eight of them come up an eighth more often, which is of no use to anyone. */
export function labelFrom(letter: string, bytes: Uint8Array): string {
  const signs = Array.from(bytes.subarray(0, 7), (byte) => SIGNS.charAt(byte % SIGNS.length));
  return `${letter}-${signs.join('')}`;
}
