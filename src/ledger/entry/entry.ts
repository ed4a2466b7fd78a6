/**
 * One line of the decision log: that a decision of a kind was taken on a date under a dated version of a program's rules,
 * and two sealed envelopes: which matter it was, and what was decided. Nothing personal is in it, and nothing
 * in it can be opened by guessing (see commitment.ts).
 *
 * `commitTo` is the only way to make an entry: it cannot be given a name, a free text or an unsalted digest. The salt
 * comes from the caller, 32 random bytes for each decision; it is the key to both envelopes and belongs to the
 * person whose matter it is.
 */
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import { canonicalJson, type Json } from '../../kernel/bytes/canonical-json.ts';
import { textMember } from '../../kernel/bytes/json-members.ts';
import { type CivilDate, parseCivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { sameBytes } from '../merkle/hash.ts';
import { BYTES_32, commitment } from './commitment.ts';

declare const committed: unique symbol;

export interface LedgerEntry {
  readonly [committed]: true;
  readonly version: 1;
  /** What was decided on: "eligibility", "appeal", "award". */
  readonly kind: string;
  readonly program: string;
  /** The dated version of the rules that applied. */
  readonly rules: string;
  readonly decidedOn: CivilDate;
  /** Envelope around the label of the matter, base64url. */
  readonly matter: string;
  /** Envelope around the outcome, base64url. */
  readonly outcome: string;
}

/** What opens the envelopes of an entry. To be kept by the person concerned, and never published. */
export interface Opening {
  readonly matter: string;
  readonly outcome: Json;
  readonly salt: Uint8Array;
}

export interface Commit extends Opening {
  readonly kind: string;
  readonly program: string;
  readonly rules: string;
  readonly decidedOn: CivilDate;
}

const MATTER = 'evenhand/matter/1';
const OUTCOME = 'evenhand/outcome/1';
const WORD = /^[a-z0-9][a-z0-9./-]{0,39}$/;

export function commitTo(asked: Commit): LedgerEntry {
  for (const word of [asked.kind, asked.program, asked.rules]) {
    if (!WORD.test(word)) {
      throw new RangeError(`"${word}" is not a short word that an entry may carry`);
    }
  }
  return sealed({
    kind: asked.kind,
    program: asked.program,
    rules: asked.rules,
    decidedOn: asked.decidedOn,
    matter: toBase64url(commitment(MATTER, asked.salt, asked.matter)),
    outcome: toBase64url(commitment(OUTCOME, asked.salt, asked.outcome)),
  });
}

/** The bytes that go into the log: the entry as canonical JSON. */
export function entryBytes(entry: LedgerEntry): Uint8Array {
  const { version, kind, program, rules, decidedOn, matter, outcome } = entry;
  return utf8(canonicalJson({ version, kind, program, rules, decidedOn, matter, outcome }));
}

/** Reads an entry back. Anything that `commitTo` could not have written is refused. */
export function readEntry(bytes: Uint8Array): Result<LedgerEntry, 'not-an-entry'> {
  const found = jsonIn(bytes);
  const field = (name: string, shape: RegExp): string => {
    const value = textMember(found, name) ?? '';
    return shape.test(value) ? value : '';
  };
  const decidedOn = parseCivilDate(field('decidedOn', /^/));
  if (decidedOn.ok) {
    const entry = sealed({
      kind: field('kind', WORD),
      program: field('program', WORD),
      rules: field('rules', WORD),
      decidedOn: decidedOn.value,
      matter: field('matter', BYTES_32),
      outcome: field('outcome', BYTES_32),
    });
    // A field of another shape was read as empty, so the bytes come out different here.
    if (sameBytes(entryBytes(entry), bytes)) {
      return success(entry);
    }
  }
  return refuse('not-an-entry', 'these bytes are not an entry of the decision log');
}

/** Is this the matter and the outcome that the entry fixed? */
export function opens(entry: LedgerEntry, { matter, outcome, salt }: Opening): boolean {
  return (
    sameBytes(fromBase64url(entry.matter), commitment(MATTER, salt, matter)) &&
    sameBytes(fromBase64url(entry.outcome), commitment(OUTCOME, salt, outcome))
  );
}

type Fields = Omit<LedgerEntry, typeof committed | 'version'>;
const sealed = (fields: Fields): LedgerEntry => ({ version: 1, ...fields }) as LedgerEntry;

function jsonIn(bytes: Uint8Array): Json | undefined {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    return undefined;
  }
}
