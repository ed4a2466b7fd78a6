/** The code in the link of a witness: 144 random bits that only the mail holds; a hash of them is kept. */
import { toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import type { Chance } from '../ports/ports.ts';

export const witnessCode = (chance: Chance): string => toBase64url(chance.bytes(18));
export const witnessCodeHash = (code: string): Uint8Array => sha256(utf8(`witness ${code}`));
