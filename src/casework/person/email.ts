/**
 * An email address, checked only for what mail cannot do without; whether it reaches anybody, a mail has to show.
 * Kept in lower case, so that one mailbox is one account. Lengths: RFC 5321 (64 before the @, 254 in all).
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { lengthOf, readLine, type TextRefusal } from './typed-text.ts';

export type EmailRefusal = TextRefusal | 'not-an-address';

const LONGEST = 254;
const LONGEST_BEFORE_AT = 64;

export function readEmail(raw: string, label = 'Email address'): Result<string, EmailRefusal> {
  const read = readLine(raw, { label, atMost: LONGEST });
  if (!read.ok) {
    return read;
  }
  const address = read.value.toLowerCase().normalize('NFC');
  const trouble = troubleIn(address);
  return trouble === undefined
    ? success(address)
    : refuse('not-an-address', `${label}: ${trouble} Write it like name@example.org.`);
}

function troubleIn(address: string): string | undefined {
  const [before = '', after = '', ...more] = address.split('@');
  if (!address.includes('@')) {
    return 'the @ is missing.';
  }
  if (more.length > 0) {
    return 'there is more than one @.';
  }
  if (/\s/.test(address)) {
    return 'there is a space in it.';
  }
  if (before === '' || lengthOf(before) > LONGEST_BEFORE_AT || /[,;:<>()[\]"\\]/.test(before)) {
    return 'the part before the @ cannot be right.';
  }
  if (before.startsWith('.') || before.endsWith('.') || before.includes('..')) {
    return 'a dot stands where no dot can stand before the @.';
  }
  const labels = after.split('.');
  if (labels.length < 2 || !labels.every((part) => LABEL.test(part))) {
    return 'the part after the @ cannot be right.';
  }
  return undefined;
}

/** One piece of a domain name: letters, marks and digits of any script, hyphens inside. */
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
