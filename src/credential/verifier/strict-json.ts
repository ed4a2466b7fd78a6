/**
 * JSON read so that there is only one way to read it. A member that stands twice is refused: one program would show the
 * first name and another the last. So are text beyond any credential's size and nesting beyond any credential's depth.
 * Source: I-JSON (RFC 7493, 2015), section 2.3.
 */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

const MOST_LETTERS = 1_000_000;
const MOST_DEPTH = 64;

export type JsonRefusal = 'too-long' | 'not-json' | 'member-twice' | 'too-deep';

const MOST_KEPT = 4;
const kept = new Map<string, Result<Json, JsonRefusal>>();

/** An issuer's page of keys and its lists are read again and again with the same text: the last few answers are kept. */
export function strictJson(given: string): Result<Json, JsonRefusal> {
  const answer = kept.get(given) ?? read(given);
  kept.delete(given);
  if (given.length <= MOST_LETTERS) {
    kept.set(given, answer);
  }
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) {
    kept.delete(oldest);
  }
  return answer;
}

function read(given: string): Result<Json, JsonRefusal> {
  // Some editors put a mark in front of the first letter when they save; it says nothing.
  const text = given.replace(/^\ufeff/, '');
  if (text.length > MOST_LETTERS) {
    return refuse('too-long', `the text has more than ${MOST_LETTERS} letters`);
  }
  const parsed = parsedJson(text);
  if (parsed === undefined) {
    return refuse('not-json', 'the text is not JSON');
  }
  return wrongIn(text) ?? success(parsed);
}

function parsedJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// In text that is known to be JSON these are all the marks there are; whatever lies between is blanks, numbers, words.
const MARK = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;

/** Walks through text that is known to be JSON, keeping the names seen in each object that is still open. */
function wrongIn(text: string): Result<never, JsonRefusal> | undefined {
  const open: (Set<string> | 'list')[] = [];
  let last = '';
  for (const [mark] of text.matchAll(MARK)) {
    const names = open.at(-1);
    if (mark === '{' || mark === '[') {
      open.push(mark === '{' ? new Set() : 'list');
    } else if (mark === '}' || mark === ']') {
      open.pop();
    } else if (mark === ':' && names instanceof Set) {
      const name: string = JSON.parse(last);
      if (names.has(name)) {
        return refuse('member-twice', `the member "${name}" stands twice in the same object`);
      }
      names.add(name);
    }
    if (open.length > MOST_DEPTH) {
      return refuse('too-deep', `the text is nested more than ${MOST_DEPTH} deep`);
    }
    last = mark;
  }
  return undefined;
}
