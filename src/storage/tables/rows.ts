/** The few turns that every table needs between its rows and our values. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { Sql, Tx } from '../database/connect.ts';

/** A JSON value as a parameter. The driver would turn a JSON null into the absence of a value, so it is wrapped. */
export const stored = (tx: Tx | Sql, value: Json) =>
  tx.json((value === null ? { toJSON: () => null } : value) as never);

/** The error code of PostgreSQL, or nothing where the error came from elsewhere. */
export function codeOf(cause: unknown): string | undefined {
  return typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    typeof cause.code === 'string'
    ? cause.code
    : undefined;
}

/** PostgreSQL bytes as a plain array of bytes. */
export const bytesOf = (value: Uint8Array): Uint8Array => new Uint8Array(value);

/** The values of each key, in the order of their rows; none for a key without rows. */
export type Grouped<Value> = (key: string) => readonly Value[];

export function grouped<Row, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  asValue: (row: Row) => Value,
): Grouped<Value> {
  const found = new Map<string, Value[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const before = found.get(key);
    if (before === undefined) {
      found.set(key, [asValue(row)]);
    } else {
      before.push(asValue(row));
    }
  }
  return (key) => found.get(key) ?? [];
}
