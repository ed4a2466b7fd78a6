/**
 * One byte form per value: RFC 8785 (JSON Canonicalization Scheme). Members sorted by UTF-16 code units,
 * no white space, ECMAScript numbers. What JSON cannot hold (undefined, NaN, functions, lone surrogates) throws.
 */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [member: string]: Json | undefined };

export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      throw new TypeError(`JSON cannot hold ${value}`);
    }
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    return quoted(value);
  }
  if (isList(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort(byCodeUnit)
    .map((name) => `${quoted(name)}:${canonicalJson(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

function quoted(text: string): string {
  if (LONE_SURROGATE.test(text)) {
    throw new TypeError('text holds half a character (a lone surrogate)');
  }
  return JSON.stringify(text);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
