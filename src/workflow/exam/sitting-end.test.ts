import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { rightAnswers, stepsIn } from '../../../tests/support/exam-steps.ts';
import {
  newCandidate,
  newPerson,
  noAward,
  secretsFor,
  storeExam,
  worldOver,
} from '../../../tests/support/exam-world.ts';
import { heldResults } from '../desk/overdue.ts';
import type { World } from '../ports/ports.ts';
import type { AwardOnPass, PassedSitting } from './award-on-pass.ts';
import { closeExpired, submitSitting } from './hand-in.ts';
import { beat, creditOutage } from './keep-time.ts';
import { sittingClock } from './open-sitting.ts';
import { seeResult } from './see-result.ts';

describe('the end of a sitting, on a real database', () => {
  let database: TestDatabase;
  let world: World;
  let sitter: ReturnType<typeof stepsIn>;

  before(async () => {
    database = await testDatabase();
    world = worldOver(database.pools, secretsFor().folder);
    sitter = stepsIn(world, database);
    await storeExam(database.owner, world);
  });
  after(() => database.close());

  test('is handed in once: one row, one result, one line in the log, one award, however often it is asked', async () => {
    const person = await newCandidate(world);
    const sitting = await sitter.started(person);
    const { items, epoch } = await sitter.opened(person, sitting);
    await sitter.send(person, sitting, epoch, rightAnswers(items));
    const awarded: PassedSitting[] = [];
    const award: AwardOnPass = async (_records, passed) => {
      awarded.push(passed);
    };
    const answers = await Promise.all(
      [1, 2, 3].map(() => submitSitting(world, person, sitting, award)),
    );
    assert.ok(answers.every((answer) => answer.ok && answer.value === 'scored'));
    assert.deepEqual({ ...(await sitter.tally(sitting)) }, { submits: 1, results: 1, lines: 1 });
    assert.equal(awarded.length, 1);
    assert.equal(awarded[0]?.person, person);
    assert.equal(awarded[0]?.formKind, 'demonstration');
    const result = await seeResult(world, person, sitting);
    assert.equal(result.ok && result.value.report?.headline, 'You passed');
    const page = await sitter.offer(person);
    assert.equal(page.open, undefined);
    assert.equal(page.handedIn[0]?.id, sitting);
    assert.equal(page.missing[0]?.kind, 'not-eligible');
  });

  test('passes at the cut and not one question below it (D1)', async () => {
    for (const [count, headline] of [
      [20, 'You passed'],
      [19, 'You did not pass this time'],
    ] as const) {
      const person = await newCandidate(world);
      const sitting = await sitter.started(person);
      const { items, epoch } = await sitter.opened(person, sitting);
      await sitter.send(person, sitting, epoch, rightAnswers(items.slice(0, count)));
      await submitSitting(world, person, sitting, noAward);
      const result = await seeResult(world, person, sitting);
      assert.equal(result.ok && result.value.report?.headline, headline);
      // The total is worked out once: what is measured and exported later adds up to what was reported.
      const [sum] = await database.owner<{ right: number; of: number; told: number }[]>`
        select sum(is_right::int)::int as right, count(*)::int as of,
          (select (report #>> '{score,parts,0,right}')::int from exam.result where sitting = ${sitting}) as told
        from exam.scored_response where sitting = ${sitting}`;
      assert.deepEqual({ ...sum }, { right: count, of: 30, told: count });
    }
  });

  test('what comes after the hand-in is kept and changes nothing (exams 9.18)', async () => {
    const person = await newCandidate(world);
    const sitting = await sitter.started(person);
    const { items, epoch } = await sitter.opened(person, sitting);
    await sitter.send(person, sitting, epoch, rightAnswers(items.slice(0, 5)));
    await submitSitting(world, person, sitting, noAward);
    const late = await sitter.send(person, sitting, epoch, rightAnswers(items));
    assert.equal(late.ok && late.value.acknowledged, 30);
    await submitSitting(world, person, sitting, noAward);
    const [row] = await database.owner<
      { report: { score: { parts: { right: number }[] } } }[]
    >`select report from exam.result where sitting = ${sitting}`;
    assert.equal(row?.report.score.parts[0]?.right, 5);
  });

  test('an award that fails undoes the hand-in whole, and it can be tried again', async () => {
    const person = await newCandidate(world);
    const sitting = await sitter.started(person);
    const { items, epoch } = await sitter.opened(person, sitting);
    await sitter.send(person, sitting, epoch, rightAnswers(items));
    const broken: AwardOnPass = async () => {
      throw new Error('the key is away');
    };
    await assert.rejects(submitSitting(world, person, sitting, broken), /the key is away/);
    assert.deepEqual({ ...(await sitter.tally(sitting)) }, { submits: 0, results: 0, lines: 0 });
    await submitSitting(world, person, sitting, noAward);
    assert.deepEqual({ ...(await sitter.tally(sitting)) }, { submits: 1, results: 1, lines: 1 });
  });

  test('is ended by the server once time and grace are over, with what it holds (A3, B12, B18)', async () => {
    const person = await newCandidate(world);
    const sitting = await sitter.started(person);
    const { items, epoch } = await sitter.opened(person, sitting);
    await sitter.send(person, sitting, epoch, rightAnswers(items));
    await sitter.move(sitting, 30 * 60_000 + 30_000);
    const clock = await sittingClock(world, person, sitting);
    assert.deepEqual(clock.ok && [clock.value.status, clock.value.remainingMs], ['time-is-up', 0]);
    assert.ok(!(await closeExpired(world, noAward)).ended.includes(sitting));
    await sitter.move(sitting, 31_000);
    assert.ok((await closeExpired(world, noAward)).ended.includes(sitting));
    assert.ok(!(await closeExpired(world, noAward)).ended.includes(sitting));
    const result = await seeResult(world, person, sitting);
    assert.equal(result.ok && result.value.report?.outcome, 'passed');
    assert.deepEqual({ ...(await sitter.tally(sitting)) }, { submits: 1, results: 1, lines: 1 });
  });

  test('loses no second while the server is away, and gains none twice (A8, A15)', async () => {
    const person = await newCandidate(world);
    const sitting = await sitter.started(person);
    await creditOutage(world, 'test');
    await sitter.move(sitting, 10 * 60_000);
    const before = await sittingClock(world, person, sitting);
    await database.owner`update exam.heartbeat set at = at - interval '4 minutes'`;
    assert.ok((await creditOutage(world, 'test')) >= 1);
    await creditOutage(world, 'test');
    await beat(world, 'test');
    const now = await sittingClock(world, person, sitting);
    const gained =
      before.ok && now.ok ? now.value.remainingMs - before.value.remainingMs : Number.NaN;
    assert.ok(gained > 239_000 && gained <= 241_000, String(gained));
    await database.owner`update exam.heartbeat set at = at - interval '8 seconds'`;
    assert.equal(await beat(world, 'test'), 0, 'a late mark is no outage');
  });

  test('a result that cannot be scored is held, the answers with it, and scored once it can be', async () => {
    const person = await newCandidate(world);
    const sitting = await sitter.started(person);
    const { items, epoch } = await sitter.opened(person, sitting);
    await sitter.send(person, sitting, epoch, rightAnswers(items));
    const [one] = await database.owner<{ item: string; version: number; sealed_key: Buffer }[]>`
      delete from vault.item_key where item = ${items[0]!.id} returning item, version, sealed_key`;
    assert.ok(one !== undefined);
    const answer = await submitSitting(world, person, sitting, noAward);
    assert.deepEqual(answer, { ok: true, value: 'held' });
    const waiting = await seeResult(world, person, sitting);
    assert.ok(waiting.ok && waiting.value.report === undefined);
    assert.ok((await closeExpired(world, noAward)).held.includes(sitting));
    const director = { person: await newPerson(world), office: 'director' } as const;
    const [held] = await heldResults(world, director);
    assert.equal(held?.program, 'larkspur-care');
    assert.equal(held?.count, 1);
    await database.owner`insert into vault.item_key (item, version, sealed_key)
      values (${one.item}, ${one.version}, ${one.sealed_key})`;
    assert.ok(!(await closeExpired(world, noAward)).held.includes(sitting));
    const result = await seeResult(world, person, sitting);
    assert.equal(result.ok && result.value.report?.outcome, 'passed');
  });

  test('a form that was changed after it was assembled is not used', async () => {
    await database.owner`update exam.form set body = jsonb_set(body, '{parts,0,cut,raw}', '1')`;
    const person = await newCandidate(world);
    assert.deepEqual(
      (await sitter.offer(person)).missing.map(({ kind }) => kind),
      ['no-form'],
    );
    await database.owner`update exam.form set body = jsonb_set(body, '{parts,0,cut,raw}', '20')`;
    assert.equal((await sitter.offer(person)).missing.length, 0);
  });

  test('whoever sat it may open the line that its result left in the log, and nobody else', async () => {
    const person = await newCandidate(world);
    const sitting = await sitter.started(person);
    await submitSitting(world, person, sitting, noAward);
    const seen = async (who: string) =>
      await database.pools.web.begin(async (tx) => {
        await tx`select set_config('role', 'evenhand_candidate', true), set_config('evenhand.person', ${who}, true)`;
        return (await tx`select 1 from ledger.opening where plain->>'matter' = ${sitting}`).length;
      });
    assert.equal(await seen(person), 1);
    assert.equal(await seen(await newPerson(world)), 0);
    const log = async (who: string) =>
      await world.records.as({ rights: 'candidate', person: who }, (records) =>
        records.log.openingOfResult(sitting),
      );
    assert.ok((await log(person)) !== undefined);
    assert.equal(await log(await newPerson(world)), undefined);
  });
});
