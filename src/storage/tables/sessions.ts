/**
 * Whose session a token opens. Every request asks, so those that ask at the same moment are answered by one transaction,
 * under the rights of the public, who may ask for a session only by the hash of its token.
 */
import type { Sessions, Transactor } from '../../workflow/ports/ports.ts';
import type { SessionRow } from '../../workflow/ports/records.ts';
import { inBatches } from './batches.ts';

const LARGEST_BATCH = 200;
const READS_AT_ONCE = 2;

interface Asked {
  readonly tokenHash: Uint8Array;
  readonly at: number;
}

export function batchedSessions(records: Transactor): Sessions {
  const read = inBatches<Asked, SessionRow | undefined>(
    { largest: LARGEST_BATCH, atOnce: READS_AT_ONCE },
    (asked) =>
      records.as({ rights: 'public', person: undefined }, ({ door }) => door.sessionsOf(asked)),
  );
  return { of: (tokenHash, at) => read({ tokenHash, at }) };
}
