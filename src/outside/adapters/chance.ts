/** Randomness nobody can guess, from the operating system. */
import { randomBytes } from 'node:crypto';
import type { Chance } from '../../workflow/ports/ports.ts';

export function systemChance(): Chance {
  return {
    bytes: (count) => new Uint8Array(randomBytes(count)),
    uuid: () => uuidByTime(Date.now(), randomBytes(10)),
  };
}

/** UUID version 7 (RFC 9562, section 5.7): 48 bits of time, the rest chance, so that an index grows at one end. */
function uuidByTime(now: number, random: Buffer): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(now, 0, 6);
  random.copy(bytes, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [8, 4, 4, 4, 12].reduce<{ text: string; at: number }>(
    ({ text, at }, length) => ({
      text: `${text}${text === '' ? '' : '-'}${hex.slice(at, at + length)}`,
      at: at + length,
    }),
    { text: '', at: 0 },
  ).text;
}
