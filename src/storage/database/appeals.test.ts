import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { as, type Cast, carry, cast, examOf, file, worker } from '../../../tests/support/cast.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import {
  decided,
  inAppeal,
  opened,
  setAside,
  steppedAside,
  stepsTo,
  taken,
} from '../../../tests/support/matters.ts';
import { criteriaOf, EXAM_KINDS, expressionOf } from '../../casework/appeal/appeal.ts';
import type { MatterEvent } from '../../casework/matter/matter.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import type { MatterRow } from '../../workflow/ports/matter-history.ts';
import { codeOf } from '../tables/rows.ts';
import type { Tx } from './connect.ts';

const FORBIDDEN = '42501';
const NOT_A_GROUND = 'EH008';
const STATEMENT = 'What follows is not what the rules make of it.';
type Role = 'candidate' | 'clerk' | 'reviewer' | 'staff' | 'director' | 'auditor';

describe('appeals, as the database lets them in', () => {
  let db: TestDatabase;
  let all: Cast;
  before(async () => {
    db = await testDatabase();
    all = await cast(db);
    await examOf(db, 'appealed-form');
  });
  after(() => db.close());

  /** Plain SQL under a role, past every rule of the program; the code of the error it meets, or undefined. */
  async function under(
    role: Role | 'worker',
    person: string,
    work: (tx: Tx) => Promise<unknown>,
    keep = false,
  ): Promise<string | undefined> {
    class Undo extends Error {}
    const login = role === 'worker' ? db.pools.worker : db.pools.web;
    try {
      await login.begin(async (tx) => {
        await tx`select set_config('role', ${`evenhand_${role}`}, true), set_config('evenhand.person', ${person}, true)`;
        await work(tx);
        if (!keep) {
          throw new Undo();
        }
      });
    } catch (cause) {
      return cause instanceof Undo ? undefined : codeOf(cause);
    }
    return undefined;
  }
  const count = async (role: Role, person: string, query: (tx: Tx) => Promise<{ n: number }[]>) => {
    let seen = -1;
    await under(role, person, async (tx) => {
      [{ n: seen }] = (await query(tx)) as [{ n: number }];
    });
    return seen;
  };
  const insertMatter = (
    tx: Tx,
    of: { readonly appealOf?: string; readonly resultOf?: string; readonly on?: string },
  ) => tx`insert into casework.matter (id, label, kind, program, rules, opened_on, promised_by, appeal_of, result_of)
      values (${randomUUID()}, ${randomUUID()}, 'appeal', 'larkspur-care', '2028-01', ${of.on ?? '2028-02-20'},
        '2028-12-31', ${of.appealOf ?? null}, ${of.resultOf ?? null})`;
  const insertEvent = async (tx: Tx, matter: string, event: MatterEvent) => {
    const { type, ...body } = event;
    const [last] = await db.owner<{ n: number }[]>`
      select coalesce(max(version), 0) as n from casework.event where matter = ${matter}`;
    await tx`insert into casework.event (matter, version, type, body)
      values (${matter}, ${(last?.n ?? 0) + 1}, ${type}, ${tx.json(body as never)})`;
  };
  const refused = async (kind: MatterRow['kind'] = 'eligibility', person = all.ana) => {
    const decider = all.first;
    const matter = await file(all, person, { kind });
    await carry(all, matter.id, stepsTo('decided', { clerk: all.clerk, decider }));
    return matter;
  };
  const examTaken = async (passed: boolean, person = all.ana): Promise<string> => {
    const sitting = randomUUID();
    await all.records.as(worker, async ({ exam }) => {
      await exam.book({
        id: sitting,
        person,
        program: 'larkspur-care',
        form: 'appealed-form',
        granted: { multiplier: 1 },
        optionOrders: {},
      });
      await exam.noteClock(sitting, 'start', 0, '');
      await exam.noteClock(sitting, 'submit', 0, '');
      await exam.saveResult(sitting, passed, { rules: 'ccm/2025-08' }, []);
    });
    return sitting;
  };
  const onResult = async (
    sitting: string,
    grounds: readonly string[],
    person: string,
  ): Promise<MatterRow> => {
    const on = date(new Date().toISOString().slice(0, 10));
    const row: MatterRow = {
      id: randomUUID(),
      label: randomUUID(),
      kind: 'appeal',
      program: 'larkspur-care',
      rules: 'ccm/2025-08',
      openedOn: on,
      promisedBy: addDays(on, 45),
      appealOf: undefined,
      resultOf: sitting,
    };
    const criteria = criteriaOf(EXAM_KINDS, grounds);
    const opening = { ...opened(row), criteria, expression: expressionOf(criteria) };
    await all.records.as(as('candidate', person), ({ matters }) =>
      matters.open(row, person, { statement: STATEMENT }, opening),
    );
    return row;
  };

  describe('when and against what', () => {
    test('in time, against a refusal of one’s own: and nobody else’s, and no grant', async () => {
      const matter = await refused();
      const lodge = (person: string, of: Parameters<typeof insertMatter>[1]) =>
        under('candidate', person, (tx) => insertMatter(tx, of));
      assert.equal(await lodge(all.ana, { appealOf: matter.id }), undefined);
      assert.equal(await lodge(all.bo, { appealOf: matter.id }), FORBIDDEN);
      const granted = await file(all, all.ana);
      await carry(
        all,
        granted.id,
        stepsTo('decided', { clerk: all.clerk, decider: all.first }, 'met'),
      );
      assert.equal(await lodge(all.ana, { appealOf: granted.id }), FORBIDDEN);
      const open = await file(all, all.ana);
      assert.equal(await lodge(all.ana, { appealOf: open.id }), FORBIDDEN);
      assert.equal(await lodge(all.ana, { appealOf: randomUUID() }), FORBIDDEN);
    });

    test('up to the last day, by the day it says and by the clock of the database', async () => {
      const matter = await refused();
      const lodge = (on: string) =>
        under('candidate', all.ana, (tx) => insertMatter(tx, { appealOf: matter.id, on }));
      assert.equal(await lodge('2028-03-06'), undefined);
      assert.equal(await lodge('2028-03-07'), FORBIDDEN);
      await db.owner`update casework.event set body = body || '{"appealUntil": "2024-03-06"}'
        where matter = ${matter.id} and type = 'decided'`;
      assert.equal(await lodge('2024-03-01'), FORBIDDEN, 'a day set back helps nobody');
    });

    test('a result that was not passed, for as many days as the rules publish; never a pass', async () => {
      const today = new Date().toISOString().slice(0, 10);
      const lodge = (resultOf: string, person = all.ana) =>
        under('candidate', person, (tx) => insertMatter(tx, { resultOf, on: today }));
      const failed = await examTaken(false);
      assert.equal(await lodge(failed), undefined);
      assert.equal(await lodge(failed, all.bo), FORBIDDEN);
      assert.equal(await lodge(await examTaken(true)), FORBIDDEN);
      await db.owner`update exam.result set scored_at = scored_at - interval '33 days' where sitting = ${failed}`;
      assert.equal(await lodge(failed), FORBIDDEN);
    });

    test('never against the decision on an appeal', async () => {
      const matter = await refused();
      const appeal = await file(all, all.ana, { kind: 'appeal', appealOf: matter.id });
      await carry(all, appeal.id, stepsTo('decided', { clerk: all.staff, decider: all.second }));
      const lodged = await under('candidate', all.ana, (tx) =>
        insertMatter(tx, { appealOf: appeal.id }),
      );
      assert.equal(lodged, FORBIDDEN);
    });

    test('two at once against one decision: one waits for the other and is refused', async () => {
      for (const of of [
        { appealOf: (await refused()).id },
        { resultOf: await examTaken(false), on: new Date().toISOString().slice(0, 10) },
      ]) {
        const lodge = () =>
          under(
            'candidate',
            all.ana,
            async (tx) => {
              await insertMatter(tx, of);
              await tx`select pg_sleep(0.3)`;
            },
            true,
          );
        const answers = await Promise.all([lodge(), lodge()]);
        assert.deepEqual(answers.toSorted(), ['EH007', undefined]);
      }
    });

    test('another after one that was withdrawn, and after one that sent the matter back', async () => {
      const matter = await refused();
      const again = () =>
        under('candidate', all.ana, (tx) => insertMatter(tx, { appealOf: matter.id }));
      const first = await file(all, all.ana, { kind: 'appeal', appealOf: matter.id });
      assert.equal(await again(), 'EH007');
      const withdrawn: MatterEvent = { type: 'withdrawn', on: date('2028-02-21') };
      await carry(all, first.id, [{ rights: 'candidate', person: all.ana, event: withdrawn }]);
      assert.equal(await again(), undefined);
      const of = { kind: 'appeal', appealOf: matter.id } as const;
      const second = await file(all, all.ana, of, ['process-not-followed']);
      const who = { clerk: all.staff, decider: all.second };
      await carry(all, second.id, stepsTo('decided', who, 'met'));
      const back = setAside(second.id, 'decide-again');
      await carry(all, matter.id, [{ rights: 'reviewer', person: all.second, event: back }]);
      assert.equal(await again(), FORBIDDEN, 'nothing is decided now');
      const others = { clerk: all.clerk, decider: all.third };
      await carry(all, matter.id, stepsTo('decided', others).slice(2));
      assert.equal(await again(), undefined);
    });
  });

  describe('on which grounds', () => {
    const openingOf = async (kind: MatterRow['kind'], change: Record<string, Json>) => {
      const matter = await refused(kind);
      return await under('candidate', all.ana, async (tx) => {
        const id = randomUUID();
        await tx`insert into casework.matter (id, label, kind, program, rules, opened_on, promised_by, appeal_of)
          values (${id}, ${id}, 'appeal', 'larkspur-care', '2028-01', '2028-02-20', '2028-12-31', ${matter.id})`;
        await tx`insert into casework.subject (matter, person) values (${id}, ${all.ana})`;
        const event = { ...opened({ ...matter, id, kind: 'appeal' }), ...change };
        await insertEvent(tx, id, event as never);
      });
    };
    const stating = (criteria: readonly object[]) => ({
      criteria: criteria as unknown as Json,
      expression: expressionOf(criteria as never) as unknown as Json,
    });
    const list = (...ids: readonly string[]) =>
      criteriaOf(['eligibility', 'accommodation', 'exam-result'], ids);

    test('of its own kind, as many as fit', async () => {
      const two = stating(list('evidence-misread', 'conflict-of-interest'));
      assert.equal(await openingOf('eligibility', two), undefined);
      assert.equal(await openingOf('accommodation', stating(list('document-misread'))), undefined);
    });
    test('none that is invented, reworded, of another kind, or leads elsewhere than published', async () => {
      const [real] = list('evidence-misread');
      assert.ok(real);
      for (const [what, criteria] of [
        ['none', []],
        ['invented', [{ id: 'unfair', title: 'It is unfair', rule: 'It is.' }]],
        ['reworded', [{ ...real, rule: 'The decision is changed.' }]],
        ['with another effect', [{ ...real, leadsTo: ['set-aside'] }]],
        ['beside a real one', [real, { ...real, id: 'unfair' }]],
        ['of another kind', list('document-misread')],
        ['of an exam', list('question-at-fault')],
      ] as const) {
        assert.equal(await openingOf('eligibility', stating(criteria)), NOT_A_GROUND, what);
      }
      assert.equal(
        await openingOf('accommodation', stating(list('evidence-misread'))),
        NOT_A_GROUND,
      );
    });
    test('with no other way to be upheld than one of them found', async () => {
      for (const expression of [
        { kind: 'all', of: [] },
        { kind: 'at-least', count: 0, of: [] },
        { kind: 'any', of: [{ kind: 'all', of: [] }] },
      ]) {
        const change = { ...stating(list('evidence-misread')), expression };
        assert.equal(await openingOf('eligibility', change), NOT_A_GROUND);
      }
    });
  });

  describe('what is found', () => {
    const heard = async () => {
      const matter = await refused();
      const of = { kind: 'appeal', appealOf: matter.id } as const;
      const appeal = await file(all, all.ana, of, ['evidence-misread', 'process-not-followed']);
      await carry(all, appeal.id, stepsTo('taken', { clerk: all.staff, decider: all.second }));
      return { matter, appeal };
    };
    const decision = (
      outcome: 'met' | 'not-met',
      ...findings: readonly [string, boolean, string][]
    ) =>
      ({
        ...decided(all.second, outcome),
        findings: findings.map(([criterion, met, reason]) => ({ criterion, met, reason })),
      }) as MatterEvent;
    const WHY = 'As the record shows.';

    test('is answered with a reason, found or not, and the outcome follows from it', async () => {
      const { appeal } = await heard();
      const decide = (event: MatterEvent) =>
        under('reviewer', all.second, (tx) => insertEvent(tx, appeal.id, event));
      const [one, two] = ['evidence-misread', 'process-not-followed'] as const;
      assert.equal(await decide(decision('met', [one, true, WHY], [two, false, WHY])), undefined);
      for (const wrong of [
        decision('met', [one, true, ' '], [two, false, WHY]),
        decision('met', [one, true, WHY], [two, false, '']),
        decision('not-met', [one, true, WHY], [two, false, WHY]),
        decision('met', [one, false, WHY], [two, false, WHY]),
        decision('met', ['unfair', true, WHY], [one, false, WHY]),
      ]) {
        assert.equal(await decide(wrong), NOT_A_GROUND, JSON.stringify(wrong));
      }
    });

    test('leads where its ground leads, in favor of whoever appealed, and nowhere else', async () => {
      const { matter, appeal } = await heard();
      const found = decision(
        'met',
        ['evidence-misread', false, WHY],
        ['process-not-followed', true, WHY],
      );
      await under('reviewer', all.second, (tx) => insertEvent(tx, appeal.id, found), true);
      const carryOut = (event: MatterEvent) =>
        under('reviewer', all.second, (tx) => insertEvent(tx, matter.id, event));
      assert.equal(await carryOut(setAside(appeal.id, 'reversed')), NOT_A_GROUND);
      const back = setAside(appeal.id, 'decide-again');
      assert.equal(await carryOut({ ...back, outcome: 'not-met' } as MatterEvent), NOT_A_GROUND);
      assert.equal(await carryOut(back), undefined);
    });
  });

  describe('new people', () => {
    /** Everything an office could let them see or do, tried under each. */
    async function assertShutOut(person: string, appeal: string, why: string): Promise<void> {
      const take = await under('reviewer', person, (tx) => insertEvent(tx, appeal, taken(person)));
      assert.match(take ?? 'let in', /^(42501|EH003|EH005)$/, `${why}: takes it`);
      for (const role of ['clerk', 'reviewer', 'staff', 'director', 'auditor'] as const) {
        for (const [table, key] of [
          ['matter', 'id'],
          ['standing', 'id'],
          ['event', 'matter'],
          ['subject', 'matter'],
          ['claim', 'matter'],
          ['exclusion', 'matter'],
        ] as const) {
          const seen = await count(
            role,
            person,
            (tx) =>
              tx`select count(*)::int as n from ${tx.unsafe(`casework.${table}`)} where ${tx.unsafe(key)} = ${appeal}`,
          );
          assert.ok(seen <= 0, `${why}, as ${role}, sees ${table}`);
        }
      }
      const record = await count(
        'reviewer',
        person,
        (tx) => tx`select count(*)::int as n from casework.record_under_appeal(${appeal})`,
      );
      assert.equal(record, 0, `${why} reads the record`);
    }
    const waits = (appeal: string, clerk: string) =>
      carry(all, appeal, stepsTo('sent-to-review', { clerk, decider: '' }));

    for (const kind of ['eligibility', 'accommodation'] as const) {
      test(`${kind}: who recorded, took, stepped aside, decided, set aside or heard sees nothing of it`, async () => {
        const { clerk, first, second, third, director, auditor, staff } = all;
        const matter = await file(all, all.ana, { kind });
        await carry(all, matter.id, stepsTo('taken', { clerk, decider: first }));
        await carry(all, matter.id, [
          { rights: 'reviewer', person: first, event: steppedAside(first) },
          { rights: 'reviewer', person: second, event: taken(second) },
          { rights: 'reviewer', person: second, event: decided(second) },
        ]);
        const of = { kind: 'appeal', appealOf: matter.id } as const;
        const appeal = await file(all, all.ana, of, ['process-not-followed']);
        for (const part of [clerk, first, second]) {
          await assertShutOut(part, appeal.id, 'had a part');
        }
        await waits(appeal.id, staff);
        await carry(all, appeal.id, [
          { rights: 'reviewer', person: director, event: taken(director) },
          { rights: 'reviewer', person: director, event: steppedAside(director) },
          { rights: 'reviewer', person: third, event: taken(third) },
          { rights: 'reviewer', person: third, event: decided(third, 'met') },
        ]);
        const back = setAside(appeal.id, 'decide-again');
        await carry(all, matter.id, [{ rights: 'reviewer', person: third, event: back }]);
        await carry(all, matter.id, stepsTo('decided', { clerk, decider: auditor }).slice(2));
        const next = await file(all, all.ana, of, ['conflict-of-interest']);
        for (const [part, why] of [
          [clerk, 'recorded'],
          [first, 'stepped aside'],
          [second, 'decided'],
          [staff, 'recorded the earlier appeal'],
          [director, 'took the earlier appeal and left it'],
          [third, 'heard the earlier appeal and set the decision aside'],
          [auditor, 'decided again'],
        ] as const) {
          await assertShutOut(part, next.id, why);
        }
        await waits(next.id, all.board);
        const fresh = all.bo;
        const take = await under('reviewer', fresh, (tx) => insertEvent(tx, next.id, taken(fresh)));
        assert.equal(take, undefined, 'somebody new takes it');
      });
    }

    test('exam: who decided about an accommodation, or had to do with an appeal before, sees nothing of it', async () => {
      const { clerk, first, second, staff, bo } = all;
      await refused('accommodation', bo);
      const sitting = await examTaken(false, bo);
      const earlier = await onResult(sitting, ['exam-disrupted'], bo);
      await waits(earlier.id, staff);
      await carry(all, earlier.id, [
        { rights: 'reviewer', person: second, event: taken(second) },
        {
          rights: 'candidate',
          person: bo,
          event: { type: 'withdrawn', on: date('2028-02-21') },
        },
      ]);
      const appeal = await onResult(sitting, ['accommodation-not-given', 'question-at-fault'], bo);
      for (const [part, why] of [
        [clerk, 'recorded the request'],
        [first, 'decided the request'],
        [staff, 'recorded the appeal that was withdrawn'],
        [second, 'took the appeal that was withdrawn'],
      ] as const) {
        await assertShutOut(part, appeal.id, why);
      }
      const fresh = all.ana;
      await waits(appeal.id, all.board);
      const take = await under('reviewer', fresh, (tx) => insertEvent(tx, appeal.id, taken(fresh)));
      assert.equal(take, undefined);
    });

    test('the person concerned neither hears nor records it', async () => {
      const matter = await refused();
      const appeal = await file(all, all.ana, { kind: 'appeal', appealOf: matter.id });
      await waits(appeal.id, all.staff);
      const take = await under('reviewer', all.ana, (tx) =>
        insertEvent(tx, appeal.id, taken(all.ana)),
      );
      assert.match(take ?? '', /^(EH003|42501)$/);
    });
  });

  describe('a result set aside on request', () => {
    test('only by the worker, for an exam taken between the refusal and what turned it', async () => {
      const early = await examTaken(false);
      const asked = await refused('accommodation');
      const failed = await examTaken(false);
      const passed = await examTaken(true);
      const aside = (role: 'worker' | 'candidate', sitting: string, matter: string) =>
        under(
          role,
          all.ana,
          (tx) =>
            tx`insert into exam.set_aside_result (sitting, matter, set_aside_on)
            values (${sitting}, ${matter}, '2028-03-20')`,
        );
      assert.equal(await aside('worker', failed, asked.id), 'EH003', 'nothing has turned it');
      const of = { kind: 'appeal', appealOf: asked.id } as const;
      const appeal = await file(all, all.ana, of, ['document-misread']);
      const who = { clerk: all.staff, decider: all.second };
      await carry(all, appeal.id, stepsTo('decided', who, 'met'));
      const turned = setAside(appeal.id, 'reversed');
      await carry(all, asked.id, [{ rights: 'reviewer', person: all.second, event: turned }]);
      const late = await examTaken(false);
      assert.equal(await aside('candidate', failed, asked.id), FORBIDDEN);
      assert.equal(await aside('worker', early, asked.id), 'EH003', 'taken before the refusal');
      assert.equal(await aside('worker', late, asked.id), 'EH003', 'taken after it was granted');
      assert.equal(await aside('worker', passed, asked.id), 'EH003', 'a pass stays a pass');
      assert.equal(await aside('worker', failed, (await refused()).id), 'EH003');
      assert.equal(await aside('worker', failed, asked.id), undefined);
    });
  });

  test('an opening event written for a decision answers every ground that it states', () => {
    const opening = opened({ kind: 'appeal' } as MatterRow, ['evidence-misread']);
    const answered = inAppeal(decided('somebody'), opening);
    assert.ok(answered.type === 'decided');
    assert.deepEqual(
      answered.findings.map(({ criterion }) => criterion),
      ['evidence-misread'],
    );
  });
});
