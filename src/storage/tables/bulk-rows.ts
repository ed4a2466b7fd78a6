/**
 * The rows of a whole body, written in large statements. Each statement takes one JSON list and spreads it into rows, so
 * that tens of thousands of rows travel in a few messages. Instants travel as milliseconds, bytes as hexadecimal.
 */
import { createHash } from 'node:crypto';
import { toHex, utf8 } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type {
  BodyToLoad,
  DocumentToLoad,
  MatterToLoad,
  PersonToLoad,
  SittingToLoad,
} from '../../workflow/ports/body-to-load.ts';
import type { Tx } from '../database/connect.ts';
import { stored } from './rows.ts';

export type Row = { readonly [column: string]: Json | undefined };
const ROWS_AT_ONCE = 4000;

export async function inPieces(
  rows: readonly Row[],
  write: (piece: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await write(rows.slice(from, from + ROWS_AT_ONCE));
  }
}

export async function writePeople(
  tx: Tx,
  people: readonly PersonToLoad[],
  passphraseHash: string,
): Promise<void> {
  const rows = people.map(
    ({ id, email, fullName, formerNames, createdAt, offices, isChair, signsIn }) => ({
      id,
      email,
      full_name: fullName,
      former_names: [...formerNames],
      created: createdAt,
      offices: [...offices],
      chair: isChair === true,
      signs_in: signsIn,
    }),
  );
  await inPieces(rows, async (piece) => {
    const list = stored(tx, piece);
    await tx`insert into people.person (id, email, full_name, former_names, demonstration, created_at)
      select id, email, full_name, former_names, true, to_timestamp(created / 1000.0)
      from jsonb_to_recordset(${list}) as x(id uuid, email text, full_name text, former_names text[], created bigint)`;
    await tx`insert into people.passphrase (person, hash, changed_at)
      select id, ${passphraseHash}, to_timestamp(created / 1000.0)
      from jsonb_to_recordset(${list}) as x(id uuid, created bigint, signs_in boolean) where signs_in`;
    await tx`insert into people.office (person, office, is_chair, appointed_at)
      select id, office, chair and office = 'board', to_timestamp(created / 1000.0)
      from jsonb_to_recordset(${list}) as x(id uuid, offices text[], chair boolean, created bigint)
      cross join unnest(offices) as office`;
  });
}

export async function writeDimensions(tx: Tx, dimensions: BodyToLoad['dimensions']): Promise<void> {
  await inPieces(
    dimensions.map((row) => ({ ...row })),
    (piece) => tx`
      insert into front.dimension (dimension, in_use, purpose, basis, retention, recorded_by, recorded_at)
      select dimension, true, purpose, basis, retention, "recordedBy", to_timestamp(at / 1000.0)
      from jsonb_to_recordset(${stored(tx, piece)})
        as x(dimension text, purpose text, basis text, retention text, "recordedBy" text, at bigint)`,
  );
}

export async function writeMatters(tx: Tx, matters: readonly MatterToLoad[]): Promise<void> {
  const rows = matters.map(({ row, subject, claim, events }) => ({
    ...row,
    subject,
    claim,
    filed: events[0]?.at ?? 0,
  }));
  await inPieces(rows, async (piece) => {
    const list = stored(tx, piece);
    await tx`insert into casework.matter (id, label, kind, program, rules, opened_on, promised_by, appeal_of)
      select id, label, kind, program, rules, "openedOn", "promisedBy", "appealOf"
      from jsonb_to_recordset(${list}) as x(id uuid, label text, kind text, program text, rules text,
        "openedOn" date, "promisedBy" date, "appealOf" uuid)`;
    await tx`insert into casework.subject (matter, person)
      select id, subject from jsonb_to_recordset(${list}) as x(id uuid, subject uuid)`;
    await tx`insert into casework.claim (matter, answers, filed_at)
      select id, claim, to_timestamp(filed / 1000.0)
      from jsonb_to_recordset(${list}) as x(id uuid, claim jsonb, filed bigint)`;
  });
  await writeEvents(tx, matters);
}

/**
 * Who acted comes with each row here; the guard that takes the actor from the session is put aside for these rows alone,
 * and so is the one that looks from a decision to its appeal, which may come later here.
 * The other triggers stand: they keep out of each matter whoever had a part in it.
 */
async function writeEvents(tx: Tx, matters: readonly MatterToLoad[]): Promise<void> {
  const rows = matters.flatMap(({ row, events }) =>
    events.map(({ event, at, actor }, place) => {
      const { type, ...body } = event;
      return { matter: row.id, version: place + 1, type, body: body as unknown as Json, at, actor };
    }),
  );
  await tx`alter table casework.event disable trigger guard_event`;
  await tx`alter table casework.event disable trigger judge_appeal_event`;
  await inPieces(
    rows,
    (piece) => tx`
    insert into casework.event (matter, version, type, body, at, actor)
    select matter, version, type, body, to_timestamp(at / 1000.0), actor
    from jsonb_to_recordset(${stored(tx, piece)})
      as x(matter uuid, version int, type text, body jsonb, at bigint, actor uuid)`,
  );
  await tx`alter table casework.event enable trigger judge_appeal_event`;
  await tx`alter table casework.event enable trigger guard_event`;
}

export interface KeptDocument extends Omit<DocumentToLoad, 'title' | 'lines'> {
  readonly sha256: string;
  readonly bytes: number;
}

export async function writeDocuments(tx: Tx, documents: readonly KeptDocument[]): Promise<void> {
  await inPieces(
    documents.map((row) => ({ ...row })),
    (piece) => tx`
    insert into evidence.document (id, person, program, matter, supports, sha256, media_type, bytes, original_name, uploaded_at)
    select id, person, program, matter, supports, sha256, 'application/pdf', bytes, name, to_timestamp(at / 1000.0)
    from jsonb_to_recordset(${stored(tx, piece)}) as x(id uuid, person uuid, program text, matter uuid, supports text,
      sha256 text, bytes int, name text, at bigint)`,
  );
}

export async function writeMoney(tx: Tx, money: BodyToLoad['money']): Promise<void> {
  const rows = money.map((row) => ({
    ...row,
    matter: row.matter ?? null,
    recordedBy: row.recordedBy ?? null,
  }));
  await inPieces(
    rows,
    (piece) => tx`
    insert into money.entry (id, person, program, matter, kind, fee, cents, currency, reference, recorded_by, at)
    select id, person, program, matter, kind, fee, cents, currency, reference, "recordedBy", to_timestamp(at / 1000.0)
    from jsonb_to_recordset(${stored(tx, piece)}) as x(id uuid, person uuid, program text, matter uuid, kind text,
      fee text, cents int, currency text, reference text, "recordedBy" uuid, at bigint)`,
  );
}

export async function writeSittings(
  tx: Tx,
  sittings: readonly SittingToLoad[],
  uuid: () => string,
): Promise<void> {
  await inPieces(
    sittings.map((row) => ({
      id: row.id,
      person: row.person,
      program: row.program,
      form: row.form,
      granted: row.granted,
      orders: row.optionOrders,
      started: row.startedAt,
      submitted: row.submittedAt,
      passed: row.passed,
      report: row.report,
    })),
    async (piece) => {
      const list = stored(tx, piece);
      await tx`insert into exam.sitting (id, person, program, form, granted, option_orders, created_at)
        select id, person, program, form, granted, orders, to_timestamp(started / 1000.0)
        from jsonb_to_recordset(${list}) as x(id uuid, person uuid, program text, form text, granted jsonb,
          orders jsonb, started bigint)`;
      await tx`insert into exam.clock_event (sitting, kind, at, why)
        select id, kind, to_timestamp(at / 1000.0), why
        from jsonb_to_recordset(${list}) as x(id uuid, started bigint, submitted bigint)
        cross join lateral (values ('start', started, 'started by the candidate'),
          ('submit', submitted, 'handed in by the candidate')) as row(kind, at, why) order by at`;
      await tx`insert into exam.result (sitting, passed, report, scored_at)
        select id, passed, report, to_timestamp(submitted / 1000.0)
        from jsonb_to_recordset(${list}) as x(id uuid, passed boolean, report jsonb, submitted bigint)`;
    },
  );
  await inPieces(
    sittings.flatMap(({ id: sitting, responses }) =>
      responses.map(({ item, answered, right }) => ({ sitting, item, answered, right })),
    ),
    (piece) => tx`insert into exam.scored_response (sitting, item, answered, is_right)
      select sitting, item, answered, "right"
      from jsonb_to_recordset(${stored(tx, piece)}) as x(sitting uuid, item text, answered boolean, "right" boolean)`,
  );
  await writeJournal(tx, sittings, uuid);
}

/** The journal with its hash chain, as exam.append_answers would have written it. */
async function writeJournal(
  tx: Tx,
  sittings: readonly SittingToLoad[],
  uuid: () => string,
): Promise<void> {
  const heads: Row[] = [];
  const rows = sittings.flatMap(({ id: sitting, answers }): Row[] => {
    const client = uuid();
    let head = Buffer.from([0]);
    const written = answers.map(({ item, option, at }, place) => {
      const text = `1|${client}|${place + 1}|${item}|{"option": ${JSON.stringify(option)}}`;
      head = createHash('sha256').update(head).update(utf8(text)).digest();
      return { sitting, client, n: place + 1, item, option, at, hash: head.toString('hex') };
    });
    heads.push({ sitting, next: answers.length + 1, head: toHex(head) });
    return written;
  });
  await inPieces(
    rows,
    (piece) => tx`
    insert into exam.answer_event (sitting, client, n, epoch, seq, item, response, client_ms, server_at, hash)
    select sitting, client, n, 1, n, item, jsonb_build_object('option', option), at, to_timestamp(at / 1000.0),
      decode(hash, 'hex')
    from jsonb_to_recordset(${stored(tx, piece)})
      as x(sitting uuid, client uuid, n int, item text, option text, at bigint, hash text)`,
  );
  await inPieces(
    heads,
    (piece) => tx`
    update exam.lease l set epoch = 1, next_seq = x.next, head = decode(x.head, 'hex')
    from jsonb_to_recordset(${stored(tx, piece)}) as x(sitting uuid, next bigint, head text)
    where l.sitting = x.sitting`,
  );
}

export interface SealedRow {
  readonly pseudonym: Uint8Array;
  readonly dimension: string;
  readonly answer: Uint8Array;
  readonly wording: string;
  readonly at: number;
}

export async function writeSealed(tx: Tx, answers: readonly SealedRow[]): Promise<void> {
  const rows = answers.map((row) => ({
    ...row,
    pseudonym: toHex(row.pseudonym),
    answer: toHex(row.answer),
  }));
  await inPieces(
    rows,
    (piece) => tx`
    insert into sealed.answer (pseudonym, dimension, answer, wording, answered_at)
    select decode(pseudonym, 'hex'), dimension, decode(answer, 'hex'), wording, to_timestamp(at / 1000.0)
    from jsonb_to_recordset(${stored(tx, piece)})
      as x(pseudonym text, dimension text, answer text, wording text, at bigint)`,
  );
}

export interface IssuedRow {
  readonly id: string;
  readonly person: string;
  readonly sitting: string;
  readonly program: string;
  readonly document: Json;
  /** SHA-256 of what it says, without its signature, as its line of the log holds it. */
  readonly digest: string;
  readonly statusIndex: number;
  readonly validUntil: string;
  readonly at: number;
  readonly revoked: { readonly reason: string; readonly by: string; readonly at: number } | null;
}

export async function writeRegister(tx: Tx, credentials: readonly IssuedRow[]): Promise<void> {
  await inPieces(
    credentials.map((row) => ({ ...row })),
    async (piece) => {
      const list = stored(tx, piece);
      await tx`insert into register.credential
        (id, person, sitting, program, document, status_index, valid_until, demonstration, issued_at)
        select id, person, sitting, program, document, "statusIndex", "validUntil", true, to_timestamp(at / 1000.0)
        from jsonb_to_recordset(${list}) as x(id text, person uuid, sitting uuid, program text, document jsonb,
          "statusIndex" int, "validUntil" date, at bigint)`;
      await tx`insert into register.revocation (credential, reason, revoked_by, revoked_at)
        select id, revoked->>'reason', (revoked->>'by')::uuid, to_timestamp((revoked->>'at')::bigint / 1000.0)
        from jsonb_to_recordset(${list}) as x(id text, revoked jsonb) where jsonb_typeof(revoked) = 'object'`;
    },
  );
}

export interface LogRow {
  readonly place: number;
  readonly commitment: string;
  readonly leafHash: Uint8Array;
  readonly salt: Uint8Array;
  readonly plain: Json;
  readonly matter: string | null;
  readonly credential: string | null;
  readonly at: number;
}

export async function writeLog(tx: Tx, lines: readonly LogRow[]): Promise<void> {
  const rows = lines.map((line) => ({
    ...line,
    leafHash: toHex(line.leafHash),
    salt: toHex(line.salt),
  }));
  await inPieces(rows, async (piece) => {
    const list = stored(tx, piece);
    await tx`insert into ledger.entry (place, commitment, leaf_hash, at)
      select place, commitment, decode("leafHash", 'hex'), to_timestamp(at / 1000.0)
      from jsonb_to_recordset(${list}) as x(place bigint, commitment text, "leafHash" text, at bigint)`;
    await tx`insert into ledger.opening (place, matter, credential, salt, plain)
      select place, matter, credential, decode(salt, 'hex'), plain
      from jsonb_to_recordset(${list}) as x(place bigint, matter uuid, credential text, salt text, plain jsonb)`;
  });
}

/** A few questions about a code. Each event is written as whoever acted, so that the guard of opinions looks at it too. */
export async function writeQuestions(tx: Tx, questions: BodyToLoad['questions']): Promise<void> {
  for (const { id, label, program, provision, words, askedOn, promisedBy, ...rest } of questions) {
    await tx`insert into conduct.question (id, label, program, provision, words, asked_on, promised_by)
      values (${id}, ${label}, ${program}, ${provision ?? null}, ${words}, ${askedOn}, ${promisedBy})`;
    await tx`insert into conduct.question_asker (question, asker) values (${id}, ${rest.asker})`;
    for (const [place, { event, at, actor }] of rest.events.entries()) {
      const { type, ...body } = event;
      await tx`select set_config('evenhand.person', ${actor}, true)`;
      await tx`insert into conduct.opinion_event (question, version, type, body, at)
        values (${id}, ${place + 1}, ${type}, ${stored(tx, body as unknown as Json)}, to_timestamp(${at} / 1000.0))`;
    }
  }
  await tx`select set_config('evenhand.person', '', true)`;
}

/** A few ideas. Each event is written as whoever acted, so that the guard of ideas looks at it too. */
export async function writeIdeaRows(tx: Tx, ideas: BodyToLoad['ideas']): Promise<void> {
  for (const { proposer, events, ...row } of ideas) {
    await tx`insert into ideas.idea (id, label, subject, program, role, words, why, proposed_on, promised_by)
      values (${row.id}, ${row.label}, ${row.subject}, ${row.program ?? null}, ${row.role}, ${row.words}, ${row.why},
        ${row.proposedOn}, ${row.promisedBy})`;
    await tx`insert into ideas.proposer (idea, person) values (${row.id}, ${proposer})`;
    for (const [place, { event, at, actor }] of events.entries()) {
      const { type, ...body } = event;
      await tx`select set_config('evenhand.person', ${actor ?? proposer}, true)`;
      await tx`insert into ideas.event (idea, version, type, body, at)
        values (${row.id}, ${place + 1}, ${type}, ${stored(tx, body as unknown as Json)}, to_timestamp(${at} / 1000.0))`;
    }
  }
  await tx`select set_config('evenhand.person', '', true)`;
}
