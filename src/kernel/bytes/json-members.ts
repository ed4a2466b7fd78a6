/**
 * Looking into JSON that came from somewhere else, without trusting its shape: what is not there, and what is there in
 * another shape than asked for, both answer `undefined`.
 */
import type { Json } from './canonical-json.ts';

export interface JsonObject {
  readonly [member: string]: Json | undefined;
}

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own member of an object: never one that the language puts there, such as `constructor`. */
export const member = (of: Json | undefined, name: string): Json | undefined =>
  isJsonObject(of) && Object.hasOwn(of, name) ? of[name] : undefined;

export function textMember(of: Json | undefined, name: string): string | undefined {
  const value = member(of, name);
  return typeof value === 'string' ? value : undefined;
}

/** JSON-LD writes one value alone and several as a list: both as a list, nothing as an empty one. */
export const listed = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : isList(value) ? value : [value];

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
