import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { PROGRAM, stepsIn } from '../../../tests/support/exam-steps.ts';
import {
  decidedMatter,
  newCandidate,
  newPerson,
  noAward,
  secretsFor,
  storeExam,
  worldOver,
} from '../../../tests/support/exam-world.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { World } from '../ports/ports.ts';
import { submitSitting } from './hand-in.ts';
import { openSitting, sittingClock } from './open-sitting.ts';
import { seeResult } from './see-result.ts';
import { startSitting } from './start-sitting.ts';

describe('a sitting, on a real database', () => {
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

  test('cannot be started by somebody not found eligible, and the page says what is missing and the way to it', async () => {
    const person = await newPerson(world);
    const page = await sitter.offer(person);
    assert.deepEqual(
      page.missing.map(({ kind, way }) => [kind, way.to]),
      [['not-eligible', 'apply']],
    );
    assert.equal(page.form?.questions, 30);
    const answer = await startSitting(world, person, PROGRAM);
    assert.equal(!answer.ok && answer.refusal.kind, 'not-eligible');
    const filed = await decidedMatter(world, person, { kind: 'eligibility', program: PROGRAM });
    assert.deepEqual((await sitter.offer(person)).missing[0]?.way, { to: 'matter', matter: filed });
  });

  test('waits for the fee and for an accommodation request, and both are named at once', async () => {
    const person = await newCandidate(world);
    await decidedMatter(world, person, {
      kind: 'accommodation',
      program: PROGRAM,
      claim: { kinds: ['extra-time-50'] },
    });
    await database.owner`insert into money.entry (id, person, program, kind, fee, cents, currency, reference)
      values (${world.chance.uuid()}, ${person}, ${PROGRAM}, 'charge', 'exam', 43000, 'USD', 'exam')`;
    assert.deepEqual(
      (await sitter.offer(person)).missing.map(({ kind }) => kind),
      ['fee-owed', 'accommodation-pending'],
    );
  });

  test('shows the granted minutes before the clock starts, and holds to them (A1)', async () => {
    const person = await newCandidate(world);
    await decidedMatter(world, person, {
      kind: 'accommodation',
      program: PROGRAM,
      claim: { kinds: ['extra-time-50', 'breaks'] },
      outcome: 'met',
    });
    const page = await sitter.offer(person);
    assert.equal(page.form?.standardMinutes, 30);
    assert.equal(page.form?.minutes, 75);
    assert.equal(page.form?.granted.length, 2);
    assert.ok(page.rule.length > 5);
    const sitting = await sitter.started(person);
    const { remainingMs } = await sitter.opened(person, sitting);
    assert.ok(remainingMs > 74.9 * 60_000 && remainingMs <= 75 * 60_000, String(remainingMs));
  });

  test('is booked once by two presses of the button, and starting again goes on with it', async () => {
    const person = await newCandidate(world);
    const both = await Promise.all([
      startSitting(world, person, PROGRAM),
      startSitting(world, person, PROGRAM),
    ]);
    const ids = both.map((answer) => (answer.ok ? answer.value : answer.refusal.kind));
    assert.equal(ids[0], ids[1]);
    assert.equal(await sitter.started(person), ids[0]);
    const [row] = await database.owner<{ sittings: number; starts: number }[]>`select
      (select count(*) from exam.sitting where person = ${person}) as sittings,
      (select count(*) from exam.clock_event where sitting = ${ids[0] ?? ''} and kind = 'start') as starts`;
    assert.deepEqual(row, { sittings: 1, starts: 1 });
    assert.equal((await sitter.offer(person)).open?.started, true);
  });

  test('shows the same options in the same order each time, and never a key (C2, C7)', async () => {
    const person = await newCandidate(world);
    const sitting = await sitter.started(person);
    const first = await sitter.opened(person, sitting);
    assert.deepEqual((await sitter.view(person, sitting)).items, first.items);
    assert.equal(first.items.length, 30);
    for (const item of first.items) {
      assert.deepEqual(new Set(Object.keys(item)), new Set(['id', 'options', 'stem']));
      assert.equal(new Set(item.options.map(({ id }) => id)).size, item.options.length);
    }
    const other = await newCandidate(world);
    const theirs = await sitter.opened(other, await sitter.started(other));
    assert.notDeepEqual(theirs.items, first.items);
  });

  test('is nobody else’s: not to open, not to answer, not to hand in', async () => {
    const person = await newCandidate(world);
    const sitting = await sitter.started(person);
    const stranger = await newCandidate(world);
    const answers = [
      await openSitting(world, stranger, sitting),
      await sittingClock(world, stranger, sitting),
      await sitter.send(stranger, sitting, 1, [['x', { option: 'a' }]]),
      await submitSitting(world, stranger, sitting, noAward),
      await seeResult(world, stranger, sitting),
    ];
    assert.deepEqual(
      answers.map((answer) => !answer.ok && answer.refusal.kind),
      answers.map(() => 'no-such-sitting'),
    );
  });

  test('keeps each choice once, however often it is sent, and shows it again after a reload (B11)', async () => {
    const person = await newCandidate(world);
    const sitting = await sitter.started(person);
    const { items, epoch } = await sitter.opened(person, sitting);
    const [one, two] = [items[0]!, items[1]!];
    const client = world.chance.uuid();
    const rows = [
      [one.id, { option: one.options[0]!.id }],
      [one.id, { option: one.options[1]!.id }],
      [two.id, { flagged: true }],
    ] as const;
    for (let k = 0; k < 3; k += 1) {
      const kept = await sitter.send(person, sitting, epoch, rows, client);
      assert.deepEqual(kept.ok && kept.value, { acknowledged: 3, epoch });
    }
    const [row] = await database.owner`select count(*) as rows, count(distinct seq) as places
      from exam.answer_event where sitting = ${sitting}`;
    assert.deepEqual({ ...row }, { rows: 3, places: 3 });
    const again = await sitter.view(person, sitting);
    assert.equal(again.choices.get(one.id), one.options[1]!.id);
    assert.deepEqual([...again.flagged], [two.id]);
  });

  test('a machine that comes back late helps where the new one has no answer and never overrules it', async () => {
    const person = await newCandidate(world);
    const sitting = await sitter.started(person);
    const old = await sitter.opened(person, sitting);
    const fresh = await sitter.opened(person, sitting);
    assert.equal(fresh.epoch, old.epoch + 1);
    const [one, two] = [old.items[0]!, old.items[1]!];
    await sitter.send(person, sitting, fresh.epoch, [[one.id, { option: one.options[0]!.id }]]);
    const late = await sitter.send(person, sitting, old.epoch, [
      [one.id, { option: one.options[1]!.id }],
      [two.id, { option: two.options[1]!.id }],
    ]);
    assert.equal(late.ok && late.value.epoch, fresh.epoch);
    const { choices } = await sitter.view(person, sitting);
    assert.equal(choices.get(one.id), one.options[0]!.id);
    assert.equal(choices.get(two.id), two.options[1]!.id);
  });

  test('an epoch that no machine was given counts as the leading one, not above the next', async () => {
    const person = await newCandidate(world);
    const sitting = await sitter.started(person);
    const { items, epoch } = await sitter.opened(person, sitting);
    const one = items[0]!;
    await sitter.send(person, sitting, 2_000_000_000, [[one.id, { option: one.options[0]!.id }]]);
    const next = await sitter.opened(person, sitting);
    assert.equal(next.epoch, epoch + 1);
    await sitter.send(person, sitting, next.epoch, [[one.id, { option: one.options[1]!.id }]]);
    assert.equal((await sitter.view(person, sitting)).choices.get(one.id), one.options[1]!.id);
  });

  test('keeps whatever arrives, also what names no question or cannot be read, and scores without it (B8)', async () => {
    const person = await newCandidate(world);
    const sitting = await sitter.started(person);
    const { items, epoch } = await sitter.opened(person, sitting);
    const strange: readonly (readonly [string, Json])[] = [
      ['no such question', { option: 'a' }],
      [items[0]!.id, { option: 'no such option' }],
      [items[1]!.id, { option: 'a\u0000b' }],
      [items[2]!.id, { option: '\ud800' }],
      [items[3]!.id, 'words'],
      ['\u0000', null],
    ];
    const kept = await sitter.send(person, sitting, epoch, strange);
    assert.equal(kept.ok && kept.value.acknowledged, strange.length);
    const [row] =
      await database.owner`select count(*) as rows from exam.answer_event where sitting = ${sitting}`;
    assert.equal(row?.['rows'], strange.length);
    assert.equal((await sitter.view(person, sitting)).choices.size, 0);
    const done = await submitSitting(world, person, sitting, noAward);
    assert.deepEqual(done, { ok: true, value: 'scored' });
    const result = await seeResult(world, person, sitting);
    assert.equal(result.ok && result.value.report?.outcome, 'not-scorable');
  });
});
