/** The server's own log of faults: in full on disk, by number for people. */
import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import path from 'node:path';

/** A fault is kept in full in the server's own file, under a number; people are shown the number. */
export function faultLog(
  data: string,
  tell: (text: string) => void,
): (cause: unknown, route: string) => string {
  const file = path.join(data, 'faults.log');
  return (cause, route) => {
    const reference = randomBytes(4).toString('hex').toUpperCase();
    const said = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    appendFileSync(
      file,
      `${JSON.stringify({ reference, at: new Date().toISOString(), route, said })}\n`,
      { mode: 0o600 },
    );
    tell(`A fault was kept as ${reference} in ${file}\n`);
    return reference;
  };
}
