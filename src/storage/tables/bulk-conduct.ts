/**
 * Complaints about conduct of a whole body, in large statements. What follows from an event by rule, seats, readers, effects,
 * notices, is left to the triggers that follow the events, so that it comes out as if each had been written by itself; only
 * the days on which it began are set to those of the events.
 */
import { toHex } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { BodyToLoad, ConductToLoad } from '../../workflow/ports/body-to-load.ts';
import type { Tx } from '../database/connect.ts';
import { inPieces, type Row } from './bulk-rows.ts';
import { stored } from './rows.ts';

export async function writeConduct(
  tx: Tx,
  { pool, conduct }: Pick<BodyToLoad, 'pool' | 'conduct'>,
): Promise<void> {
  await writePool(tx, pool);
  await writeConcerns(tx, conduct);
  await writeConductMatters(tx, conduct);
  await writeParties(tx, conduct);
  await writeDraws(tx, conduct);
  await writeConductEvents(tx, conduct);
  await setDays(tx, conduct);
}

const writePool = (tx: Tx, pool: BodyToLoad['pool']): Promise<void> =>
  inPieces(
    pool.map((row) => ({ ...row })),
    (piece) => tx`
    insert into conduct.pool (person, is_public, trained_until, term_ends, interests)
    select person, "isPublic", "trainedUntil", "termEnds", interests
    from jsonb_to_recordset(${stored(tx, piece)})
      as x(person uuid, "isPublic" boolean, "trainedUntil" date, "termEnds" date, interests text)`,
  );

/**
 * Whose turn a concern is stands in a trigger that asks it of everybody for each concern by itself; here it is asked once,
 * because nobody of the body is named in any. A test holds the two together.
 */
async function writeConcerns(tx: Tx, conduct: readonly ConductToLoad[]): Promise<void> {
  const rows = conduct.flatMap(({ concerns }) =>
    concerns.map((row) => ({
      ...row,
      receiptHash: toHex(row.receiptHash),
      grounds: [...row.grounds],
      setting: row.setting ?? null,
      fullName: row.fullName ?? null,
      contact: row.contact ?? null,
    })),
  );
  await tx`alter table conduct.concern disable trigger list_concern`;
  await inPieces(rows, async (piece) => {
    const list = stored(tx, piece);
    await tx`insert into conduct.concern (id, label, receipt_hash, about, visibility, full_name, account, happened_on, grounds,
        setting, program, hope, contact, received_at)
      select id, label, decode("receiptHash", 'hex'), about, visibility, "fullName", account, "happenedOn", grounds,
        setting, program, hope, contact, to_timestamp(at / 1000.0)
      from jsonb_to_recordset(${list}) as x(id uuid, label text, "receiptHash" text, about text, visibility text, "fullName" text,
        account text, "happenedOn" date, grounds text[], setting text, program text, hope text, contact text, at bigint)`;
    await tx`insert into conduct.concern_access (concern, person, at)
      select x.id, o.person, to_timestamp(x.at / 1000.0)
      from jsonb_to_recordset(${list}) as x(id uuid, about text, at bigint)
      join people.office o on o.office = case x.about when 'holder' then 'conduct' else 'ombud' end`;
    await tx`insert into conduct.reply (id, concern, by_staff, words, author, at)
      select (answer->>'id')::uuid, id, true, answer->>'words', (answer->>'by')::uuid,
        to_timestamp((answer->>'at')::bigint / 1000.0)
      from jsonb_to_recordset(${list}) as x(id uuid, answer jsonb)`;
  });
  await tx`alter table conduct.concern enable trigger list_concern`;
}

async function writeConductMatters(tx: Tx, conduct: readonly ConductToLoad[]): Promise<void> {
  const rows = conduct.map(({ row, handler, events }) => ({
    ...row,
    grounds: [...row.grounds],
    setting: row.setting ?? null,
    handler,
    at: events[0]?.at ?? 0,
  }));
  await inPieces(rows, async (piece) => {
    const list = stored(tx, piece);
    await tx`insert into conduct.matter (id, label, about, program, rules, grounds, setting, opened_on)
      select id, label, about, program, rules, grounds, setting, "openedOn"
      from jsonb_to_recordset(${list}) as x(id uuid, label text, about text, program text, rules text, grounds text[],
        setting text, "openedOn" date)`;
    await tx`insert into conduct.access (matter, person, role, since)
      select id, handler, 'handler', to_timestamp(at / 1000.0)
      from jsonb_to_recordset(${list}) as x(id uuid, handler uuid, at bigint)`;
  });
}

const writeParties = (tx: Tx, conduct: readonly ConductToLoad[]): Promise<void> =>
  inPieces(
    conduct.flatMap(({ row: { id: matter }, parties }) =>
      parties.map((party) => ({
        ...party,
        matter,
        person: party.person ?? null,
        fullName: party.fullName ?? null,
        formerNames: [...party.formerNames],
        contact: party.contact ?? null,
        naming: party.naming ?? null,
        concern: party.concern ?? null,
      })),
    ),
    (piece) => tx`
    insert into conduct.party (id, matter, role, key, person, full_name, former_names, contact, naming, concern, hopes, language)
    select id, matter, role, key, person, "fullName", "formerNames", contact, naming, concern, hopes, language
    from jsonb_to_recordset(${stored(tx, piece)}) as x(id uuid, matter uuid, role text, key text, person uuid, "fullName" text,
      "formerNames" text[], contact text, naming text, concern uuid, hopes text, language text)`,
  );

const writeDraws = (tx: Tx, conduct: readonly ConductToLoad[]): Promise<void> =>
  inPieces(
    conduct.flatMap(({ row: { id: matter }, draws }) =>
      draws.map((draw) => ({ ...draw, matter, revealedAt: draw.revealedAt ?? null })),
    ),
    (piece) => tx`
    insert into conduct.draw (id, matter, panel, commitment, seed, committed_at, revealed_at)
    select id, matter, panel, commitment, seed, to_timestamp("committedAt" / 1000.0), to_timestamp("revealedAt" / 1000.0)
    from jsonb_to_recordset(${stored(tx, piece)}) as x(id uuid, matter uuid, panel text, commitment text, seed text,
      "committedAt" bigint, "revealedAt" bigint)`,
  );

/**
 * Who acted comes with each row, so the guard that takes the actor from the session is put aside for these rows alone; and
 * so are the writing of letters, which is for those who are told now, and the guard of seats, which looks for an earlier part in events that here are all written already. The rules of
 * casework/conduct asked the same of each event before it came here.
 */
async function writeConductEvents(tx: Tx, conduct: readonly ConductToLoad[]): Promise<void> {
  const rows = conduct.flatMap(({ row, events }) =>
    events.map(({ event, at, actor = null }, place): Row => {
      const { type, ...body } = event;
      return { matter: row.id, version: place + 1, type, body: body as unknown as Json, at, actor };
    }),
  );
  await tx`alter table conduct.event disable trigger guard_event`;
  await tx`alter table conduct.event disable trigger enqueue_letters`;
  await tx`alter table conduct.seat disable trigger guard_seat`;
  await inPieces(
    rows,
    (piece) => tx`
    insert into conduct.event (matter, version, type, body, at, actor)
    select matter, version, type, body, to_timestamp(at / 1000.0), actor
    from jsonb_to_recordset(${stored(tx, piece)})
      as x(matter uuid, version int, type text, body jsonb, at bigint, actor uuid)`,
  );
  await tx`alter table conduct.seat enable trigger guard_seat`;
  await tx`alter table conduct.event enable trigger enqueue_letters`;
  await tx`alter table conduct.event enable trigger guard_event`;
}

/** What the triggers dated by the clock began when its event was written. */
async function setDays(tx: Tx, conduct: readonly ConductToLoad[]): Promise<void> {
  const ids = conduct.map(({ row }) => row.id);
  await tx`update conduct.seat s set seated_at = e.at from conduct.event e
    where e.matter = s.matter and e.matter = any(${ids}) and e.type = 'panel-seated' and e.body->>'panel' = s.panel
      and exists (select 1 from jsonb_array_elements(e.body->'members') m where (m->>'person')::uuid = s.person)`;
  await tx`update conduct.access a set since = s.seated_at from conduct.seat s
    where a.matter = s.matter and a.person = s.person and a.role = 'panel' and a.matter = any(${ids})`;
  await tx`update conduct.access a set since = e.at from conduct.event e
    where a.matter = e.matter and a.role = 'respondent' and e.type = 'notice-given' and a.matter = any(${ids})`;
  await tx`update conduct.bar b set at = e.at from conduct.event e
    where b.matter = e.matter and e.version = 1 and b.matter = any(${ids})`;
}
