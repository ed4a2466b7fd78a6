/**
 * The word that a demonstration credential carries inside its signed name, in capitals, so that nobody can take it off
 * without breaking the signature and no program can miss it. Whatever in a credential says it, wherever it says it, makes
 * it a demonstration: the person who meets it must not have to know where to look.
 */
import type { Json } from '../../kernel/bytes/canonical-json.ts';

export const DEMONSTRATION = 'DEMONSTRATION';

export const demonstrationName = (name: string): string => `${DEMONSTRATION}: ${name}`;

export function saysDemonstration(value: Json | undefined): boolean {
  if (typeof value === 'string') {
    return value.includes(DEMONSTRATION);
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).some(saysDemonstration)
    : false;
}
