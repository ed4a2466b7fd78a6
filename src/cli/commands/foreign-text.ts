/** Files and words that come from strangers: read as text where they are text, shown so that they move nothing. */
import { fromUtf8 } from '../../kernel/bytes/bytes.ts';
import { textMember } from '../../kernel/bytes/json-members.ts';

/** Undefined where there is no file, or its bytes are no UTF-8. */
export function textOf(bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes === undefined ? undefined : fromUtf8(bytes);
  } catch {
    return undefined;
  }
}

/** A text member of an object in JSON; empty where there is none, or no JSON. */
export function memberIn(text: string, name: string): string {
  try {
    return textMember(JSON.parse(text), name) ?? '';
  } catch {
    return '';
  }
}

/** What a stranger wrote may not move the cursor, color the screen or turn the line around. */
export const printable = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
