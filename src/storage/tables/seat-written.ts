/** Writing what the database may refuse by a rule of ours. */
import type { SeatWritten } from '../../workflow/ports/seat-records.ts';
import type { Tx } from '../database/connect.ts';
import { codeOf } from './rows.ts';

/** A refusal of the database that is a rule of ours, in one word; anything else is thrown. */
export async function keptIn(tx: Tx, write: (inner: Tx) => Promise<unknown>): Promise<SeatWritten> {
  try {
    await tx.savepoint((inner) => write(inner as Tx));
    return 'written';
  } catch (cause) {
    switch (codeOf(cause)) {
      case 'EH002':
      case 'EH003':
      case '42501':
        return 'not-allowed';
      case 'EH005':
        return 'not-now';
      case '23505':
        return 'before';
      default:
        throw cause;
    }
  }
}
