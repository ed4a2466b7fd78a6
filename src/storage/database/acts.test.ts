import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import {
  as,
  type Cast,
  carry,
  cast,
  file,
  type Story,
  wholeStory,
} from '../../../tests/support/cast.ts';
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
import type { MatterRow } from '../../workflow/ports/matter-history.ts';
import { codeOf } from '../tables/rows.ts';

const FORBIDDEN = '42501';
describe('acts, as the database lets them in', () => {
  let db: TestDatabase;
  let all: Cast;
  let ana: Story;
  before(async () => {
    db = await testDatabase();
    all = await cast(db);
    ana = await wholeStory(db, all, all.ana);
  });
  after(() => db.close());

  /** The code of the error that a raw insert of an event meets, past every rule of the program; undefined if it is let in. */
  async function raw(
    role: 'candidate' | 'clerk' | 'reviewer' | 'staff' | 'director' | 'auditor' | 'owner',
    person: string,
    matter: string,
    event: MatterEvent,
    version?: number,
  ): Promise<string | undefined> {
    const { type, ...body } = event;
    const [last] = await db.owner<{ n: number }[]>`
    select coalesce(max(version), 0) as n from casework.event where matter = ${matter}`;
    const login = role === 'owner' ? db.owner : db.pools.web;
    class Undo extends Error {}
    try {
      await login.begin(async (tx) => {
        if (role !== 'owner') {
          await tx.unsafe(`set local role evenhand_${role}`);
        }
        await tx`select set_config('evenhand.person', ${person}, true)`;
        await tx`insert into casework.event (matter, version, type, body)
        values (${matter}, ${version ?? (last?.n ?? 0) + 1}, ${type}, ${tx.json(body as never)})`;
        throw new Undo();
      });
    } catch (cause) {
      return cause instanceof Undo ? undefined : codeOf(cause);
    }
    return undefined;
  }
  const upTo = async (
    step: 'opened' | 'attested' | 'sent-to-review' | 'taken' | 'decided',
    decider: string,
    outcome: 'met' | 'not-met' = 'not-met',
    change: Partial<MatterRow> = {},
    grounds?: readonly string[],
  ): Promise<MatterRow> => {
    const matter = await file(all, all.ana, change, grounds);
    if (step !== 'opened') {
      // Whoever recorded the first matter has no part in its appeal.
      const clerk = matter.kind === 'appeal' ? all.staff : all.clerk;
      await carry(all, matter.id, stepsTo(step, { clerk, decider }, outcome));
    }
    return matter;
  };
  const appealAgainst = (
    matter: MatterRow,
    decider: string,
    outcome: 'met' | 'not-met' = 'met',
    grounds?: readonly string[],
  ): Promise<MatterRow> =>
    upTo('decided', decider, outcome, { kind: 'appeal', appealOf: matter.id }, grounds);

  describe('who acts in a matter', () => {
    test('each step is written by the role whose step it is, and by no other', async () => {
      const { clerk, first, ana: candidate, director, staff, auditor } = all;
      const steps = [
        { at: await upTo('opened', first), event: attested(clerk), by: 'clerk' as const },
        { at: await upTo('attested', first), event: sent(clerk), by: 'clerk' as const },
        { at: await upTo('sent-to-review', first), event: taken(first), by: 'reviewer' as const },
        { at: await upTo('taken', first), event: steppedAside(first), by: 'reviewer' as const },
        { at: await upTo('taken', first), event: decided(first), by: 'reviewer' as const },
        {
          at: await upTo('taken', first),
          event: { type: 'withdrawn', on: decided(first).on } as const,
          by: 'candidate' as const,
        },
      ];
      const people = { clerk, reviewer: first, candidate, director, staff, auditor };
      for (const { at, event, by } of steps) {
        for (const [role, person] of Object.entries(people)) {
          const signed =
            'clerk' in event
              ? { ...event, clerk: person }
              : 'decider' in event
                ? { ...event, decider: person }
                : event;
          const code = await raw(role as keyof typeof people, person, at.id, signed);
          if (role === by) {
            assert.equal(code, undefined, `${event.type} by ${role}`);
          } else {
            assert.match(code ?? 'let in', /^(42501|EH003)$/, `${event.type} by ${role}`);
          }
        }
      }
    });

    test('the clerk who recorded cannot take or decide it, holding both offices', async () => {
      const both = all.third;
      await db.owner`insert into people.office (person, office) values (${both}, 'clerk')`;
      const matter = await file(all, all.ana);
      await carry(all, matter.id, stepsTo('sent-to-review', { clerk: both, decider: both }));
      assert.equal(await raw('reviewer', both, matter.id, taken(both)), 'EH003');
      await carry(all, matter.id, stepsTo('taken', { clerk: both, decider: all.first }).slice(2));
      assert.equal(await raw('reviewer', both, matter.id, decided(both)), 'EH003');
      const answer = await all.records.as(as('reviewer', both), ({ matters }) =>
        matters.append(matter.id, 4, [decided(both)]),
      );
      assert.equal(answer, 'excluded');
    });

    test('nobody takes a matter about themselves', async () => {
      const matter = await file(all, all.second);
      await carry(all, matter.id, stepsTo('sent-to-review', { clerk: all.clerk, decider: '' }));
      assert.equal(await raw('reviewer', all.second, matter.id, taken(all.second)), 'EH003');
    });

    test('only whoever took it decides it or steps aside from it', async () => {
      const matter = await upTo('taken', all.first);
      assert.equal(await raw('reviewer', all.second, matter.id, decided(all.second)), 'EH003');
      assert.equal(await raw('reviewer', all.second, matter.id, steppedAside(all.second)), 'EH003');
      assert.equal(await raw('reviewer', all.first, matter.id, decided(all.first)), undefined);
    });

    test('whoever stepped aside does not come back', async () => {
      const matter = await upTo('taken', all.first);
      await carry(all, matter.id, [
        { rights: 'reviewer', person: all.first, event: steppedAside(all.first) },
      ]);
      assert.equal(await raw('reviewer', all.first, matter.id, taken(all.first)), 'EH003');
      assert.equal(await raw('reviewer', all.second, matter.id, taken(all.second)), undefined);
    });

    test('nobody signs for somebody else, and nobody nameless decides', async () => {
      const { clerk, first, second } = all;
      const waiting = await upTo('sent-to-review', first);
      assert.equal(await raw('reviewer', first, waiting.id, taken(second)), 'EH002');
      assert.equal(await raw('reviewer', '', waiting.id, taken(first)), 'EH002');
      const matter = await upTo('taken', first);
      assert.equal(await raw('reviewer', first, matter.id, decided(second)), 'EH002');
      assert.equal(await raw('owner', '', matter.id, decided(first)), 'EH002');
      const recording = await upTo('opened', first);
      assert.equal(await raw('clerk', clerk, recording.id, attested(first)), 'EH002');
    });

    test('the actor of an event is who acted, whatever the writer says', async () => {
      const matter = await upTo('opened', all.first);
      const forged = db.pools.web.begin(async (tx) => {
        await tx`select set_config('role', 'evenhand_clerk', true), set_config('evenhand.person', ${all.clerk}, true)`;
        await tx`insert into casework.event (matter, version, type, body, actor)
        values (${matter.id}, 2, 'attested', '{}', ${all.first})`;
      });
      await assert.rejects(forged, (cause: unknown) => codeOf(cause) === FORBIDDEN);
      const [row] = await db.owner<{ actor: string }[]>`
      select actor from casework.event where matter = ${ana.matter.id} and type = 'decided'`;
      assert.equal(row?.actor, all.first);
    });
  });

  describe('what follows what', () => {
    test('every event in every place: only what the rules allow is let in, past all rights', async () => {
      const { clerk, first, ana: candidate } = all;
      const open = await upTo('opened', first);
      const recorded = await upTo('attested', first);
      const waiting = await upTo('sent-to-review', first);
      const held = await upTo('taken', first);
      const done = await upTo('decided', first);
      const closed = await upTo('attested', first);
      const withdrawn = { type: 'withdrawn', on: decided(first).on } as const;
      await carry(all, closed.id, [{ rights: 'candidate', person: candidate, event: withdrawn }]);
      const empty = randomUUID();
      await db.owner`insert into casework.matter (id, label, kind, program, rules, opened_on, promised_by)
      values (${empty}, 'T-empty', 'eligibility', 'p', 'r', '2028-01-01', '2028-01-02')`;
      const events = [
        opened(open),
        attested(clerk),
        sent(clerk),
        taken(first),
        steppedAside(first),
        decided(first),
        withdrawn,
      ];
      const allowed: readonly (readonly [string, readonly string[]])[] = [
        [empty, ['opened']],
        [open.id, ['attested', 'withdrawn']],
        [recorded.id, ['attested', 'sent-to-review', 'withdrawn']],
        [waiting.id, ['taken', 'withdrawn']],
        [held.id, ['stepped-aside', 'decided', 'withdrawn']],
        [done.id, []],
        [closed.id, []],
      ];
      for (const [matter, may] of allowed) {
        for (const event of events) {
          const person = 'clerk' in event ? clerk : first;
          const code = await raw('owner', person, matter, event);
          assert.equal(
            code,
            may.includes(event.type) ? undefined : 'EH005',
            `${event.type} after ${may.join(' or ')}`,
          );
        }
      }
    });

    test('a version is used once and none is left out', async () => {
      const matter = await upTo('attested', all.first);
      for (const version of [1, 2, 4, 100]) {
        assert.equal(await raw('clerk', all.clerk, matter.id, sent(all.clerk), version), 'EH001');
      }
    });

    test('no role changes or takes back an event, a line of the log or an entry of the fee ledger', async () => {
      for (const role of [
        'public',
        'candidate',
        'clerk',
        'reviewer',
        'staff',
        'director',
        'auditor',
        'worker',
      ]) {
        for (const table of [
          'casework.event',
          'casework.matter',
          'casework.exclusion',
          'ledger.entry',
          'ledger.opening',
          'ledger.checkpoint',
          'money.entry',
          'audit.disclosure',
          'exam.answer_event',
          'exam.clock_event',
          'exam.result',
          'register.revocation',
        ]) {
          for (const statement of [
            `delete from ${table}`,
            `update ${table} set ${await anyColumn(table)} = null`,
          ]) {
            const code = await (role === 'worker' ? db.pools.worker : db.pools.web)
              .begin(async (tx) => {
                await tx.unsafe(`set local role evenhand_${role}`);
                await tx.unsafe(statement);
              })
              .then(
                () => undefined,
                (cause: unknown) => codeOf(cause),
              );
            assert.equal(code, FORBIDDEN, `${role}: ${statement}`);
          }
        }
      }
    });
    const anyColumn = async (table: string): Promise<string> => {
      const [row] = await db.owner<{ name: string }[]>`select attname as name from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 order by attnum desc limit 1`;
      return row?.name ?? '';
    };
  });

  describe('an appeal', () => {
    test('shuts out everybody who recorded, took, left or decided what it is against', async () => {
      const { clerk, first, second, third } = all;
      const matter = await upTo('taken', first);
      await carry(all, matter.id, [
        { rights: 'reviewer', person: first, event: steppedAside(first) },
        { rights: 'reviewer', person: second, event: taken(second) },
        { rights: 'reviewer', person: second, event: decided(second) },
      ]);
      const appeal = await file(all, all.ana, { kind: 'appeal', appealOf: matter.id });
      const rows = await db.owner<{ person: string }[]>`
      select person from casework.exclusion where matter = ${appeal.id}`;
      assert.deepEqual(
        new Set(rows.map(({ person }) => person)),
        new Set([clerk, first, second, all.ana]),
      );
      const other = all.staff;
      await carry(all, appeal.id, stepsTo('sent-to-review', { clerk: other, decider: '' }));
      for (const part of [clerk, first, second, all.ana, other]) {
        assert.equal(await raw('reviewer', part, appeal.id, taken(part)), 'EH003');
        const answer = await all.records.as(as('reviewer', part), ({ matters }) =>
          matters.append(appeal.id, 3, [taken(part)]),
        );
        assert.equal(answer, 'excluded');
      }
      assert.equal(await raw('reviewer', third, appeal.id, taken(third)), undefined);
    });

    test('is prepared by somebody else than recorded what it is against, and that person does not see it', async () => {
      const matter = await upTo('decided', all.first);
      const appeal = await file(all, all.ana, { kind: 'appeal', appealOf: matter.id });
      assert.equal(await raw('clerk', all.clerk, appeal.id, attested(all.clerk)), 'EH003');
      const seenBy = (clerk: string) =>
        all.records.as(as('clerk', clerk), async ({ matters }) => [
          (await matters.read(appeal.id))?.version,
          await matters.claim(appeal.id),
          (await matters.list(['recording'], 1000)).some(({ id }) => id === appeal.id),
        ]);
      assert.deepEqual(await seenBy(all.clerk), [undefined, undefined, false]);
      assert.deepEqual(await seenBy(all.staff), [1, { degree: 'Master of Arts' }, true]);
      await carry(all, appeal.id, stepsTo('attested', { clerk: all.staff, decider: '' }));
      assert.equal(await raw('clerk', all.clerk, appeal.id, sent(all.clerk)), 'EH003');
    });

    test('upheld, it is carried out once, by whoever decided it, on the matter it is against', async () => {
      const { first, second, third } = all;
      const matter = await upTo('decided', first);
      const other = await upTo('decided', first);
      const early = setAside(randomUUID(), 'reversed');
      assert.match((await raw('reviewer', second, matter.id, early)) ?? '', /^(EH003|42501)$/);
      const appeal = await appealAgainst(matter, second);
      const order = setAside(appeal.id, 'reversed');
      assert.equal(await raw('reviewer', third, matter.id, order), 'EH003');
      assert.equal(await raw('reviewer', first, matter.id, order), 'EH003');
      assert.equal(await raw('reviewer', second, other.id, order), 'EH003');
      await carry(all, matter.id, [{ rights: 'reviewer', person: second, event: order }]);
      assert.equal(await raw('reviewer', second, matter.id, order), 'EH003', 'a second time');
    });

    test('not upheld, it carries nothing out', async () => {
      const matter = await upTo('decided', all.first);
      const appeal = await appealAgainst(matter, all.second, 'not-met');
      const order = setAside(appeal.id, 'reversed');
      assert.equal(await raw('reviewer', all.second, matter.id, order), 'EH003');
    });

    test('sent back, the matter is decided by others; and a second appeal is heard by others again', async () => {
      const { first, second, third, clerk } = all;
      const matter = await upTo('decided', first);
      const appeal = await appealAgainst(matter, second, 'met', ['process-not-followed']);
      await carry(all, matter.id, [
        { rights: 'reviewer', person: second, event: setAside(appeal.id, 'decide-again') },
      ]);
      assert.equal(await raw('reviewer', first, matter.id, taken(first)), 'EH003');
      await carry(all, matter.id, stepsTo('decided', { clerk, decider: third }).slice(2));
      const next = await file(all, all.ana, { kind: 'appeal', appealOf: matter.id });
      await carry(all, next.id, stepsTo('sent-to-review', { clerk: all.auditor, decider: '' }));
      for (const part of [first, second, third]) {
        assert.equal(await raw('reviewer', part, next.id, taken(part)), 'EH003');
      }
    });

    test('is of something, and nothing else is; nobody appeals for somebody else', async () => {
      const insert = (kind: string, of: string | null, candidate = all.ana) =>
        db.pools.web
          .begin(async (tx) => {
            await tx`select set_config('role', 'evenhand_candidate', true), set_config('evenhand.person', ${candidate}, true)`;
            await tx`insert into casework.matter (id, label, kind, program, rules, opened_on, promised_by, appeal_of)
            values (${randomUUID()}, ${randomUUID()}, ${kind}, 'p', 'r', '2028-01-01', '2028-01-02', ${of})`;
          })
          .then(
            () => undefined,
            (cause: unknown) => codeOf(cause),
          );
      assert.equal(await insert('appeal', null), FORBIDDEN);
      assert.equal(await insert('eligibility', ana.matter.id), '23514');
      assert.equal(await insert('appeal', ana.matter.id, all.bo), FORBIDDEN);
      assert.equal(await insert('appeal', ana.matter.id), 'EH007', 'it is appealed already');
      const other = await upTo('decided', all.first);
      assert.equal(await insert('appeal', other.id), undefined);
    });
  });
});
