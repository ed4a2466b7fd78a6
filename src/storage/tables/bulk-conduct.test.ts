import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { complaintsAmong } from '../../../tests/support/invented-complaints.ts';
import { closeInventedWorld, inventedWorld } from '../../../tests/support/invented-world.ts';
import type { ConductEvent } from '../../casework/conduct/conduct-event.ts';
import { stateOf } from '../../casework/conduct/evolve.ts';
import { asJson } from '../../kernel/bytes/as-json.ts';
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import type { MeasuredConduct } from '../../workflow/measure/measured-conduct.ts';
import type { ConductToLoad } from '../../workflow/ports/body-to-load.ts';
import type { Tx } from '../database/connect.ts';
import { codeOf } from './rows.ts';

interface Follows {
  readonly seats: readonly object[];
  readonly readers: readonly object[];
  readonly effects: readonly object[];
  readonly notices: readonly object[];
  readonly bars: readonly object[];
}

/** What followed from the events of a matter, without the ids and the instants. */
async function followed(tx: Tx, matter: string): Promise<Follows> {
  const rows = async (found: Promise<readonly object[]>) =>
    (await found).map((row) => ({ ...row }));
  return {
    seats:
      await rows(tx`select person, panel, left_at is null as sits from conduct.seat where matter = ${matter}
      order by person`),
    readers:
      await rows(tx`select person, role, until is null as reads from conduct.access where matter = ${matter}
      order by person, role`),
    effects:
      await rows(tx`select credential, kind, from_day, until_day, ended_on from conduct.effect
      where matter = ${matter} order by credential, from_day, kind`),
    notices:
      await rows(tx`select credential, holder_name, program, kind, provisions, from_day, until_day, words,
      corrects is null as first from conduct.notice where matter = ${matter} order by credential, from_day, kind`),
    bars: await rows(
      tx`select person, why from conduct.bar where matter = ${matter} order by person`,
    ),
  };
}

/** Takes away what a matter has, and writes it once more: its people, then event after event. */
async function writtenAgain(
  tx: Tx,
  { row, parties, events, handler }: ConductToLoad,
): Promise<void> {
  const own = await tx`select * from conduct.party where matter = ${row.id}`;
  for (const table of ['notice', 'effect', 'seat', 'access', 'bar', 'event', 'party']) {
    await tx`delete from ${tx(`conduct.${table}`)} where matter = ${row.id}`;
  }
  assert.equal(own.length, parties.length);
  await tx`insert into conduct.access (matter, person, role) values (${row.id}, ${handler}, 'handler')`;
  for (const party of own) {
    await tx`insert into conduct.party ${tx(party)}`;
  }
  for (const [place, { event, actor = null }] of events.entries()) {
    const { type, ...body } = event;
    await tx`insert into conduct.event (matter, version, type, body, actor)
      values (${row.id}, ${place + 1}, ${type}, ${tx.json(body as never)}, ${actor})`;
  }
}

describe('complaints about conduct loaded in bulk', () => {
  after(closeInventedWorld);

  const has = (matter: ConductToLoad, is: (event: ConductEvent) => boolean): boolean =>
    matter.events.some(({ event }) => is(event));

  test('what follows from events comes out as it does when each is written by itself', async () => {
    const { db, body } = await inventedWorld();
    const kinds: readonly ((event: ConductEvent) => boolean)[] = [
      ({ type }) => type === 'published',
      ({ type }) => type === 'interim-suspended',
      (event) => event.type === 'appeal-decided' && event.effect === 'reversed',
      (event) => event.type === 'appeal-decided' && event.effect === 'lessened',
      (event) => event.type === 'took-effect' && event.sanction.kind === 'revocation',
      ({ type }) => type === 'joined',
      ({ type }) => type === 'screening-appeal-decided',
      ({ type }) => type === 'dropped',
    ];
    const chosen = new Set(
      kinds.flatMap((is) => {
        const some = body.conduct.filter((matter) => has(matter, is)).slice(0, 2);
        assert.ok(some.length > 0);
        return some;
      }),
    );
    let effects = 0;
    const undone = new Error('undone');
    await assert.rejects(
      db.owner.begin(async (tx) => {
        await tx`alter table conduct.event disable trigger guard_event`;
        await tx`alter table conduct.event disable trigger enqueue_letters`;
        for (const matter of chosen) {
          const loaded = await followed(tx, matter.row.id);
          await writtenAgain(tx, matter);
          assert.deepEqual(loaded, await followed(tx, matter.row.id), matter.row.label);
          effects += loaded.effects.length + loaded.notices.length;
        }
        throw undone;
      }),
      undone,
    );
    assert.ok(effects > 0);
  });

  test('each concern has on its list whom the rule of turns would put there', async () => {
    const { db, body } = await inventedWorld();
    const chosen = ['person', 'body'].flatMap((about) =>
      body.conduct
        .filter(({ row }) => row.about === about)
        .slice(0, 5)
        .flatMap(({ concerns }) => concerns.map(({ id }) => id)),
    );
    assert.ok(chosen.length >= 10);
    const listOf = async (tx: Tx) =>
      (
        await tx<
          { concern: string; person: string }[]
        >`select concern, person from conduct.concern_access
          where concern = any(${chosen}) order by concern, person`
      ).map(({ concern, person }) => `${concern} ${person}`);
    const undone = new Error('undone');
    await assert.rejects(
      db.owner.begin(async (tx) => {
        const loaded = await listOf(tx);
        assert.ok(loaded.length > chosen.length);
        await tx`delete from conduct.concern_access where concern = any(${chosen})`;
        await tx`select conduct.fill_list(c) from unnest(${chosen}::uuid[]) c`;
        assert.deepEqual(await listOf(tx), loaded);
        throw undone;
      }),
      undone,
    );
  });

  test('the guards that were put aside stand again', async () => {
    const { db, body } = await inventedWorld();
    const closed = body.conduct.find(({ draws }) => draws.length > 0);
    const member = body.pool[0]?.person ?? '';
    const matter = closed?.row.id ?? '';
    for (const write of [
      (tx: Tx) =>
        tx`insert into conduct.event (matter, version, type, body) values (${matter}, 999, 'dropped', '{}')`,
      (tx: Tx) =>
        tx`insert into conduct.seat (matter, person, panel) values (${matter}, ${closed?.handler ?? member}, 'appeal')`,
    ]) {
      await assert.rejects(
        db.owner.begin((tx) => write(tx)),
        (cause) => /^EH00/.test(codeOf(cause) ?? ''),
      );
    }
    const queued =
      await db.owner`select 1 from graphile_worker.jobs where task_identifier = 'write-letters'`;
    assert.equal(queued.length, 0);
  });

  test('measuring reads of the tables what the events say, of either side', async () => {
    const { body, measurements } = await inventedWorld();
    const told = new Map(body.answers.map(({ person, answers }) => [person, answers]));
    const expected = complaintsAmong(body.conduct, told);
    const inOrder = (rows: readonly MeasuredConduct[]) =>
      rows
        .map((row) => ({
          ...row,
          provisions: row.provisions.toSorted((a, b) => a.number.localeCompare(b.number)),
        }))
        .map((row) => canonicalJson(asJson(row)))
        .toSorted();
    for (const side of ['respondent', 'complainant'] as const) {
      const found = await measurements.complaints('where-trained', side);
      assert.equal(found.length, body.conduct.length);
      assert.deepEqual(inOrder(found), inOrder(await expected('where-trained', side)));
      assert.ok(found.some(({ groups }) => groups !== undefined));
    }
  });

  test('nobody sits on two panels of a matter or handles it, and every sanction rests on a breach', async () => {
    const { body } = await inventedWorld();
    for (const { events, handler, row } of body.conduct) {
      const state = stateOf(events.map(({ event }) => event));
      assert.ok(state !== undefined);
      assert.equal(new Set(state.seated).size, state.seated.length, row.label);
      assert.ok(!state.seated.includes(handler));
      for (const { event } of events) {
        if (event.type === 'decided' && event.sanction !== undefined) {
          assert.ok(event.findings.some(({ breach }) => breach));
          assert.equal(row.about, 'person');
        }
      }
    }
  });
});
