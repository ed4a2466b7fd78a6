import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { as, type Cast, carry, cast, file } from '../../../tests/support/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import {
  attested,
  decided,
  opened,
  sent,
  setAside,
  steppedAside,
  stepsTo,
  taken,
} from '../../../tests/support/matters.ts';
import type { MatterEvent } from '../../casework/matter/matter.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import { refuse } from '../../kernel/result/result.ts';
import type { MatterRow } from '../../workflow/ports/matter-history.ts';
import type { MatterStatus } from '../../workflow/ports/records.ts';

describe('matters in the database', () => {
  let db: TestDatabase;
  let all: Cast;
  before(async () => {
    db = await testDatabase();
    all = await cast(db);
  });
  after(() => db.close());
  const mine = () => as('candidate', all.ana);
  const waiting = async (change: Partial<MatterRow> = {}): Promise<MatterRow> => {
    const matter = await file(all, all.ana, change);
    const who = { clerk: all.clerk, decider: all.first };
    await carry(all, matter.id, stepsTo('sent-to-review', who));
    return matter;
  };

  describe('a matter', () => {
    test('comes back as it was written: row, claim, subject and every kind of event', async () => {
      const { clerk, first, second, third } = all;
      const claim: Json = {
        name: '李 “小龙” \\ \u2028',
        list: [1, 2.5, -0.1, null, true, {}],
        '': '',
      };
      const row: MatterRow = {
        id: randomUUID(),
        label: 'E-4K7QM2X',
        kind: 'eligibility',
        program: 'larkspur-care',
        rules: '2028-01',
        openedOn: date('2028-02-29'),
        promisedBy: date('2028-12-31'),
        appealOf: undefined,
      };
      await all.records.as(mine(), (records) =>
        records.matters.open(row, all.ana, claim, opened(row)),
      );
      const steps = [
        { rights: 'clerk', person: clerk, event: attested(clerk) },
        { rights: 'clerk', person: clerk, event: { ...attested(clerk), statement: '𞤀 ﷽ é' } },
        { rights: 'clerk', person: clerk, event: sent(clerk) },
        { rights: 'reviewer', person: first, event: taken(first) },
        { rights: 'reviewer', person: first, event: steppedAside(first) },
        { rights: 'reviewer', person: second, event: taken(second) },
        { rights: 'reviewer', person: second, event: decided(second) },
      ] as const;
      await carry(all, row.id, steps);
      const of = { kind: 'appeal', appealOf: row.id } as const;
      const appeal = await file(all, all.ana, of, ['process-not-followed']);
      const who = { clerk: all.staff, decider: third };
      await carry(all, appeal.id, stepsTo('decided', who, 'met'));
      const order = setAside(appeal.id, 'decide-again');
      await carry(all, row.id, [{ rights: 'reviewer', person: third, event: order }]);
      const withdrawn: MatterEvent = { type: 'withdrawn', on: date('2028-04-01') };
      await carry(all, row.id, [{ rights: 'candidate', person: all.ana, event: withdrawn }]);
      const events = [opened(row), ...steps.map(({ event }) => event), order, withdrawn];
      await all.records.as(mine(), async (records) => {
        assert.deepEqual(await records.matters.read(row.id), {
          row,
          events,
          version: events.length,
        });
        assert.deepEqual(await records.matters.claim(row.id), claim);
      });
      const subject = await all.records.as(as('clerk', clerk), ({ matters }) =>
        matters.subject(row.id),
      );
      assert.equal(subject?.id, all.ana);
      const record = await all.records.as(as('director', all.director), ({ matters }) =>
        matters.underAppeal(appeal.id),
      );
      assert.deepEqual(record, events);
    });

    test('keeps dates as dates, whatever zone the machine stands in', async () => {
      const zone = process.env['TZ'];
      try {
        for (const place of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
          process.env['TZ'] = place;
          for (const day of ['2028-02-29', '2027-12-31', '2028-01-01', '2028-03-12']) {
            const openedOn = date(day);
            const matter = await file(all, all.ana, {
              openedOn,
              promisedBy: addDays(openedOn, 28),
            });
            const back = await all.records.as(mine(), ({ matters }) => matters.read(matter.id));
            assert.deepEqual(back?.row, matter, place);
          }
        }
      } finally {
        if (zone === undefined) {
          delete process.env['TZ'];
        } else {
          process.env['TZ'] = zone;
        }
      }
    });

    test('that is not there, or not yours, is undefined', async () => {
      await all.records.as(mine(), async ({ matters }) => {
        assert.equal(await matters.read(randomUUID()), undefined);
        assert.equal(await matters.claim(randomUUID()), undefined);
        assert.deepEqual(await matters.appealsOf(randomUUID()), []);
      });
    });

    test('stands in the list where its last event put it, the earliest promise first', async () => {
      const { clerk, first } = all;
      const later = await waiting({ program: 'order', promisedBy: date('2029-03-02') });
      const sooner = await waiting({ program: 'order', promisedBy: date('2029-03-01') });
      const held = await waiting({ program: 'order' });
      await carry(all, held.id, stepsTo('taken', { clerk, decider: first }).slice(2));
      const list = (statuses: readonly MatterStatus[], limit = 100) =>
        all.records.as(as('reviewer', all.second), async ({ matters }) =>
          (await matters.list(statuses, limit)).filter(({ program }) => program === 'order'),
        );
      const queue = await list(['waiting']);
      assert.deepEqual(
        queue.map(({ id }) => id),
        [sooner.id, later.id],
      );
      const [taking] = await list(['in-review']);
      assert.equal(taking?.id, held.id);
      assert.equal(taking?.decider, first);
      assert.equal(taking?.status, 'in-review');
      assert.ok(Math.abs((taking?.since ?? 0) - Date.now()) < 60_000);
      assert.equal((await list(['waiting', 'in-review'])).length, 3);
      const one = await all.records.as(as('reviewer', all.second), ({ matters }) =>
        matters.list(['waiting', 'in-review'], 1),
      );
      assert.equal(one.length, 1);
    });

    test('carries the status that the rules give it, after every step', async () => {
      const { clerk, first, second } = all;
      const statusOf = async (id: string): Promise<string | undefined> =>
        await all.records.as(
          mine(),
          async ({ matters }) => (await matters.mine()).find((matter) => matter.id === id)?.status,
        );
      const matter = await file(all, all.ana);
      const seen: (string | undefined)[] = [await statusOf(matter.id)];
      for (const step of stepsTo('decided', { clerk, decider: first })) {
        await carry(all, matter.id, [step]);
        seen.push(await statusOf(matter.id));
      }
      assert.deepEqual(seen, ['recording', 'recording', 'waiting', 'in-review', 'decided']);
      const { third, staff, auditor, director } = all;
      for (const [effect, status, ground, clerkThen, decider] of [
        ['decide-again', 'waiting', 'process-not-followed', staff, second],
        ['reversed', 'decided', 'evidence-misread', auditor, director],
      ] as const) {
        const of = { kind: 'appeal', appealOf: matter.id } as const;
        const appeal = await file(all, all.ana, of, [ground]);
        await carry(all, appeal.id, stepsTo('decided', { clerk: clerkThen, decider }, 'met'));
        const order = setAside(appeal.id, effect);
        await carry(all, matter.id, [{ rights: 'reviewer', person: decider, event: order }]);
        assert.equal(await statusOf(matter.id), status);
        if (effect === 'decide-again') {
          await carry(all, matter.id, stepsTo('decided', { clerk, decider: third }).slice(2));
        }
      }
      const appeals = await all.records.as(mine(), ({ matters }) => matters.appealsOf(matter.id));
      assert.equal(appeals.length, 2);
      assert.ok(appeals.every(({ appealOf }) => appealOf === matter.id));
    });
  });

  describe('two at once', () => {
    /** Both have read the matter before either writes. */
    async function both<Answer>(
      matter: string,
      act: (
        person: string,
        version: number,
        write: (event: MatterEvent) => Promise<string>,
      ) => Promise<Answer>,
    ): Promise<readonly Answer[]> {
      const people = [all.first, all.second];
      let arrived = 0;
      let open: () => void = () => {};
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      return await Promise.all(
        people.map((person) =>
          all.records.as(as('reviewer', person), async ({ matters }) => {
            const seen = await matters.read(matter);
            arrived += 1;
            if (arrived === people.length) {
              open();
            }
            await gate;
            const version = seen?.version ?? 0;
            return await act(person, version, (event) => matters.append(matter, version, [event]));
          }),
        ),
      );
    }

    test('one takes the matter, the other is told that someone wrote first', async () => {
      for (let round = 0; round < 10; round += 1) {
        const matter = await waiting();
        const answers = await both(matter.id, (person, _version, write) => write(taken(person)));
        assert.deepEqual(new Set(answers), new Set(['someone-wrote-first', 'written']));
        const history = await all.records.as(mine(), ({ matters }) => matters.read(matter.id));
        assert.equal(history?.version, 4);
      }
    });

    test('where the first is undone after all, the second one stands', async () => {
      const matter = await waiting();
      const answers = await both(matter.id, async (person, _version, write) => {
        if (person === all.first) {
          await write(taken(person));
          return refuse('changed-my-mind', 'not today');
        }
        // Long enough for the other to have written, and not yet to be undone.
        await new Promise((resolve) => setTimeout(resolve, 20));
        return await write(taken(person));
      });
      assert.ok(answers.includes('written'));
      const history = await all.records.as(mine(), ({ matters }) => matters.read(matter.id));
      assert.deepEqual(history?.events.at(-1), taken(all.second));
    });

    test('whoever was told so goes on in the same transaction, and what else they write is kept', async () => {
      const matter = await waiting();
      await carry(all, matter.id, [
        { rights: 'reviewer', person: all.first, event: taken(all.first) },
      ]);
      const answer = await all.records.as(as('reviewer', all.second), async (records) => {
        const first = await records.matters.append(matter.id, 3, [taken(all.second)]);
        const again = await records.matters.read(matter.id);
        await records.disclosures.ask({
          id: randomUUID(),
          matter: matter.id,
          askedBy: all.second,
          reason: 'Written after the conflict was noticed.',
        });
        return { first, version: again?.version };
      });
      assert.deepEqual(answer, { first: 'someone-wrote-first', version: 4 });
      const asked =
        await db.owner`select 1 from audit.disclosure_request where matter = ${matter.id}`;
      assert.equal(asked.length, 1);
    });

    test('a stale page writes nothing, not even its first event', async () => {
      const matter = await file(all, all.ana);
      const written = await all.records.as(as('clerk', all.clerk), ({ matters }) =>
        matters.append(matter.id, 1, [attested(all.clerk), attested(all.clerk), sent(all.clerk)]),
      );
      assert.equal(written, 'written');
      const stale = await all.records.as(as('clerk', all.clerk), ({ matters }) =>
        matters.append(matter.id, 3, [attested(all.clerk), sent(all.clerk)]),
      );
      assert.equal(stale, 'someone-wrote-first');
      const history = await all.records.as(mine(), ({ matters }) => matters.read(matter.id));
      assert.equal(history?.version, 4);
    });
  });
});
