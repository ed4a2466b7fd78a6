/**
 * The name on a certificate held against the names of whoever claims it: the present one and every former one, in whatever
 * order and with or without accents. Another name is no mistake and refuses nothing: somebody looks at it.
 */
import type { NamedPerson } from '../person/name.ts';

export type NameOnCertificate = 'present-name' | 'former-name' | 'to-look-at';

export function whoseName(onCertificate: string, person: NamedPerson): NameOnCertificate {
  const written = wordsIn(onCertificate);
  const is = (name: string): boolean => written !== '' && wordsIn(name) === written;
  if (is(person.fullName)) {
    return 'present-name';
  }
  return person.formerNames.some(is) ? 'former-name' : 'to-look-at';
}

/** Titles and letters that stand around a name on a certificate and are no part of it. */
const AROUND = new Set(['mr', 'mrs', 'ms', 'mx', 'dr', 'rn', 'bsn', 'msn', 'phd', 'lcsw', 'mba']);

/** The words of a name in one order, without case, accents, titles and letters after it. */
function wordsIn(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o');
  const words = plain.replaceAll(/['’.]/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = words.filter((word) => !AROUND.has(word));
  return (own.length === 0 ? words : own).toSorted().join(' ');
}
