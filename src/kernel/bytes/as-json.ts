/** A value of ours as JSON: what is undefined is left out, and a figure that is no number has no place in it. */
import type { Json } from './canonical-json.ts';

/** Throws on a number that is none: our own mistake, and one that must not be kept. */
export function asJson(value: unknown): Json {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError('a figure that is to be kept is not a number');
  }
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(asJson);
  }
  return Object.fromEntries(
    Object.entries(value ?? {}).flatMap(([key, entry]) =>
      entry === undefined ? [] : [[key, asJson(entry)]],
    ),
  );
}
