/**
 * Loads a whole invented body through the owner's own connection, in one transaction: all of it is there afterwards, or
 * none. What is loaded reads exactly like what the program writes
 * row by row: the same commitments, the same seals, the same chains.
 */
import { fromUtf8 } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject } from '../../kernel/bytes/json-members.ts';
import { commitTo, entryBytes } from '../../ledger/entry/entry.ts';
import { leafHash } from '../../ledger/merkle/hash.ts';
import type {
  AwardToLoad,
  BodyToLoad,
  DocumentToLoad,
  LineToLoad,
} from '../../workflow/ports/body-to-load.ts';
import type { Sql, Tx } from '../database/connect.ts';
import { writeConduct } from './bulk-conduct.ts';
import {
  type IssuedRow,
  type KeptDocument,
  type LogRow,
  type SealedRow,
  writeDimensions,
  writeDocuments,
  writeIdeaRows,
  writeLog,
  writeMatters,
  writeMoney,
  writePeople,
  writeQuestions,
  writeRegister,
  writeSealed,
  writeSittings,
} from './bulk-rows.ts';

interface IssuedCredential {
  /** The unguessable part of its address. */
  readonly id: string;
  readonly document: Json;
  /** SHA-256 of what it says, without its signature. */
  readonly digest: string;
  readonly statusIndex: number;
}

export interface LoadDeps {
  /** Hash of the known passphrase of the demonstration. */
  readonly passphraseHash: string;
  readonly uuid: () => string;
  readonly bytes: (count: number) => Uint8Array;
  /** Seals one answer as the sealed store does; see sealed-store. */
  readonly seal: (
    person: string,
    dimension: string,
    values: readonly string[],
  ) => Pick<SealedRow, 'pseudonym' | 'answer' | 'wording'>;
  /** Signs one credential; `sequence` is its number in the register. */
  readonly issue: (award: AwardToLoad, sequence: number) => Promise<IssuedCredential>;
  /** Makes a file of a paper's lines and keeps it. */
  readonly keep: (
    title: string,
    lines: readonly string[],
  ) => Promise<{ readonly sha256: string; readonly bytes: number }>;
  /** Told now and then how far it is, in a few words. */
  readonly progress: (words: string) => void;
}

export type Loaded = 'loaded' | 'there-already';

const SALT_BYTES = 32;
const SIGNED_AT_ONCE = 250;
/** So that two starts at the same moment load one body. */
const LOCK = 727275;

export async function loadInventedBody(
  owner: Sql,
  body: BodyToLoad,
  deps: LoadDeps,
): Promise<Loaded> {
  if (await isThere(owner, body)) {
    return 'there-already';
  }
  // Signing keeps this program busy and writing keeps the database busy, so they run side by side.
  const signing = issued(owner, body.awards, deps);
  const settled = signing.catch(() => {});
  const kept = await Promise.all(body.documents.map((document) => keptDocument(document, deps)));
  const loaded = await owner.begin(async (tx): Promise<Loaded> => {
    await tx`select pg_advisory_xact_lock(${LOCK})`;
    if (await isThere(tx, body)) {
      return 'there-already';
    }
    deps.progress(`${body.people.length} invented people and ${body.matters.length} matters`);
    await writePeople(tx, body.people, deps.passphraseHash);
    await writeDimensions(tx, body.dimensions);
    await writeMatters(tx, body.matters);
    await writeDocuments(tx, kept);
    await writeMoney(tx, body.money);
    deps.progress(`${body.sittings.length} exams`);
    await writeSittings(tx, body.sittings, deps.uuid);
    await writeQuestions(tx, body.questions);
    await writeIdeaRows(tx, body.ideas);
    await writeSealed(tx, sealed(body, deps));
    const credentials = await signing;
    await writeRegister(tx, credentials);
    deps.progress(`${body.conduct.length} complaints about conduct`);
    await writeConduct(tx, body);
    deps.progress(`${body.lines.length} lines of the decision log`);
    await writeLog(tx, await logRows(tx, body, credentials, deps));
    return 'loaded';
  });
  await settled;
  // Without counts of its rows the database would read tables this full from end to end for every question.
  await owner`analyze people.person, casework.matter, casework.subject, casework.event, casework.exclusion, money.entry,
    exam.sitting, exam.clock_event, exam.answer_event, exam.result, exam.scored_response, register.credential,
    ledger.entry, ledger.opening, sealed.answer, conduct.concern, conduct.concern_access, conduct.matter, conduct.party, conduct.event, conduct.access,
    conduct.bar, conduct.seat, conduct.effect, conduct.notice`;
  return loaded;
}

async function keptDocument(
  { title, lines, ...row }: DocumentToLoad,
  deps: Pick<LoadDeps, 'keep'>,
): Promise<KeptDocument> {
  return { ...row, ...(await deps.keep(title, lines)) };
}

async function isThere(sql: Sql | Tx, { people }: BodyToLoad): Promise<boolean> {
  const emails = people.slice(0, 1).map(({ email }) => email);
  const found = await sql`select 1 from people.person where email = any(${emails})`;
  return found.length > 0;
}

async function issued(
  owner: Sql,
  awards: readonly AwardToLoad[],
  deps: LoadDeps,
): Promise<readonly IssuedRow[]> {
  const numbers = await owner<{ n: number }[]>`
    select nextval('register.status_sequence')::bigint as n from generate_series(1, ${awards.length}::int)`;
  const rows: IssuedRow[] = [];
  for (const [place, award] of awards.entries()) {
    if (place % SIGNED_AT_ONCE === 0) {
      deps.progress(`signing credentials: ${place} of ${awards.length}`);
    }
    const sequence = numbers[place]?.n;
    if (sequence === undefined) {
      throw new Error('the register gave no number');
    }
    const { id, document, digest, statusIndex } = await deps.issue(award, sequence);
    const { person, sitting, program, validUntil, at, revoked } = award;
    rows.push({
      id,
      person,
      sitting,
      program,
      document,
      digest,
      statusIndex,
      validUntil,
      at,
      revoked:
        revoked === undefined ? null : { reason: revoked.reason, by: revoked.by, at: revoked.at },
    });
  }
  return rows;
}

const sealed = ({ answers }: BodyToLoad, { seal }: LoadDeps): readonly SealedRow[] =>
  answers.flatMap(({ person, at, answers: told }) =>
    [...told].map(([dimension, values]) => ({ ...seal(person, dimension, values), dimension, at })),
  );

/** The lines as workflow/publish writes them, each with a salt of its own. */
async function logRows(
  tx: Tx,
  { lines }: BodyToLoad,
  credentials: readonly IssuedRow[],
  { bytes }: LoadDeps,
): Promise<readonly LogRow[]> {
  const [first] = await tx<{ next: number }[]>`
    select coalesce(max(place) + 1, 0)::bigint as next from ledger.entry`;
  const credentialOf = new Map(credentials.map((row) => [row.sitting, row]));
  return lines.map((line, place) => {
    const { kind, program, rules, decidedOn, at } = line;
    const outcome = outcomeOf(line, credentialOf);
    const salt = bytes(SALT_BYTES);
    const { label, matter, credential } = aboutOf(line, credentialOf);
    const entry = entryBytes(
      commitTo({ kind, program, rules, decidedOn, matter: label, outcome, salt }),
    );
    return {
      place: (first?.next ?? 0) + place,
      commitment: fromUtf8(entry),
      leafHash: leafHash(entry),
      salt,
      plain: { matter: label, outcome },
      matter,
      credential,
      at,
    };
  });
}

/** An award is logged with the digest of what was signed, as every other one is. */
function outcomeOf(
  { kind, about, outcome }: LineToLoad,
  credentialOf: ReadonlyMap<string, IssuedRow>,
): LineToLoad['outcome'] {
  const issued = 'credentialOf' in about ? credentialOf.get(about.credentialOf) : undefined;
  return kind === 'award' && issued !== undefined && isJsonObject(outcome)
    ? { ...outcome, digest: issued.digest }
    : outcome;
}

function aboutOf(
  { about }: LineToLoad,
  credentialOf: ReadonlyMap<string, IssuedRow>,
): { label: string; matter: string | null; credential: string | null } {
  if ('matter' in about) {
    return { label: about.label, matter: about.matter, credential: null };
  }
  if ('idea' in about) {
    return { label: about.idea, matter: null, credential: null };
  }
  if ('complaint' in about) {
    return { label: about.complaint, matter: null, credential: null };
  }
  if ('sitting' in about) {
    return { label: about.sitting, matter: null, credential: null };
  }
  const credential = credentialOf.get(about.credentialOf)?.id;
  if (credential === undefined) {
    throw new Error('a line of the log names a credential that was not issued');
  }
  return { label: credential, matter: null, credential };
}
