/** Passphrases: argon2id, 19 MiB, two passes (the OWASP minimum for argon2id), so that a stolen table is slow to guess. */
import { hash, verify } from '@node-rs/argon2';
import type { Passphrases } from '../../workflow/ports/ports.ts';

const COST = { algorithm: 2, memoryCost: 19456, timeCost: 2, parallelism: 1 };

export const argonPassphrases: Passphrases = {
  hash: (passphrase) => hash(passphrase.normalize('NFKC'), COST),
  // An account without a passphrase holds some other words in its place: nothing matches them.
  matches: async (kept, passphrase) =>
    kept.startsWith('$argon2id$') && (await verify(kept, passphrase.normalize('NFKC'))),
};
