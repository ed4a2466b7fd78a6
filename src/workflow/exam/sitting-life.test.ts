import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import {
  decidedMatter,
  newCandidate,
  newPerson,
  noAward,
  secretsFor,
  storeExam,
  worldOver,
} from '../../../tests/support/exam-world.ts';
import { demonstrationKeys } from '../../demonstration/items/demonstration-forms.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { World } from '../ports/ports.ts';
import { appendAnswers } from './append-answers.ts';
import type { AwardOnPass, PassedSitting } from './award-on-pass.ts';
import { examPage } from './exam-page.ts';
import { closeExpired, submitSitting } from './hand-in.ts';
import { beat, creditOutage } from './keep-time.ts';
import { openSitting, sittingClock, sittingView } from './open-sitting.ts';
import { seeResult } from './see-result.ts';
import { startSitting } from './start-sitting.ts';

const PROGRAM = 'larkspur-care';
const keys = new Map(demonstrationKeys(PROGRAM).map((key) => [key.item, key.optionId]));

describe('a sitting, on a real database', () => {
  let database: TestDatabase;
  let world: World;

  before(async () => {
    database = await testDatabase();
    world = worldOver(database.pools, secretsFor().folder);
    await storeExam(database.owner, world);
  });
  after(() => database.close());

  const offer = async (person: string, program: string = PROGRAM) => {
    const answer = await examPage(world, person, program);
    assert.ok(answer.ok);
    return answer.value;
  };
  const started = async (person: string): Promise<string> => {
    const answer = await startSitting(world, person, PROGRAM);
    assert.ok(answer.ok, answer.ok ? '' : answer.refusal.because);
    return answer.value;
  };
  const opened = async (person: string, sitting: string) => {
    const answer = await openSitting(world, person, sitting);
    assert.ok(answer.ok);
    return answer.value;
  };
  const view = async (person: string, sitting: string) => {
    const answer = await sittingView(world, person, sitting);
    assert.ok(answer.ok);
    return answer.value;
  };
  const send = (
    person: string,
    sitting: string,
    epoch: number,
    responses: readonly (readonly [item: string, response: Json])[],
    client = world.chance.uuid(),
  ) =>
    appendAnswers(world, {
      sitting,
      person,
      epoch,
      client,
      events: responses.map(([item, response], k) => ({ n: k + 1, item, response, ms: 1000 * k })),
    });
  const right = (items: readonly { readonly id: string }[]) =>
    items.map(({ id }) => [id, { option: keys.get(id) ?? '' }] as const);
  const move = (sitting: string, ms: number) =>
    database.owner.begin(async (tx) => {
      const by = `${ms} milliseconds`;
      await tx`update exam.clock_event set at = at - ${by}::interval where sitting = ${sitting}`;
      await tx`update exam.answer_event set server_at = server_at - ${by}::interval where sitting = ${sitting}`;
    });
  const tally = async (sitting: string) => {
    const [row] = await database.owner<{ submits: number; results: number; lines: number }[]>`select
      (select count(*) from exam.clock_event where sitting = ${sitting} and kind = 'submit') as submits,
      (select count(*) from exam.result where sitting = ${sitting}) as results,
      (select count(*) from ledger.opening where plain->>'matter' = ${sitting}) as lines`;
    return row;
  };

  test('cannot be started by somebody not found eligible, and the page says what is missing and the way to it', async () => {
    const person = await newPerson(world);
    const page = await offer(person);
    assert.deepEqual(
      page.missing.map(({ kind, way }) => [kind, way.to]),
      [['not-eligible', 'apply']],
    );
    assert.equal(page.form?.questions, 30);
    const answer = await startSitting(world, person, PROGRAM);
    assert.equal(!answer.ok && answer.refusal.kind, 'not-eligible');
    const filed = await decidedMatter(world, person, { kind: 'eligibility', program: PROGRAM });
    assert.deepEqual((await offer(person)).missing[0]?.way, { to: 'matter', matter: filed });
  });

  test('waits for the fee and for an accommodation request, and both are named at once', async () => {
    const person = await newCandidate(world);
    await decidedMatter(world, person, {
      kind: 'accommodation',
      program: PROGRAM,
      claim: { kinds: ['extra-time-50'] },
    });
    await world.records.as({ rights: 'candidate', person }, ({ money }) =>
      money.enter(
        {
          id: world.chance.uuid(),
          person,
          program: PROGRAM,
          matter: undefined,
          kind: 'charge',
          fee: 'exam',
          cents: 43000,
          currency: 'USD',
          reference: `exam:${person}`,
        },
        undefined,
      ),
    );
    assert.deepEqual(
      (await offer(person)).missing.map(({ kind }) => kind),
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
    const page = await offer(person);
    assert.equal(page.form?.standardMinutes, 30);
    assert.equal(page.form?.minutes, 75);
    assert.equal(page.form?.granted.length, 2);
    assert.ok(page.rule.length > 5);
    const sitting = await started(person);
    const { remainingMs } = await opened(person, sitting);
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
    assert.equal(await started(person), ids[0]);
    const [row] = await database.owner<{ sittings: number; starts: number }[]>`select
      (select count(*) from exam.sitting where person = ${person}) as sittings,
      (select count(*) from exam.clock_event where sitting = ${ids[0] ?? ''} and kind = 'start') as starts`;
    assert.deepEqual(row, { sittings: 1, starts: 1 });
    assert.equal((await offer(person)).open?.started, true);
  });

  test('shows the same options in the same order each time, and never a key (C2, C7)', async () => {
    const person = await newCandidate(world);
    const sitting = await started(person);
    const first = await opened(person, sitting);
    assert.deepEqual((await view(person, sitting)).items, first.items);
    assert.equal(first.items.length, 30);
    for (const item of first.items) {
      assert.deepEqual(Object.keys(item).sort(), ['id', 'options', 'stem']);
      assert.equal(new Set(item.options.map(({ id }) => id)).size, item.options.length);
    }
    const other = await newCandidate(world);
    const theirs = await opened(other, await started(other));
    assert.notDeepEqual(theirs.items, first.items);
  });

  test('is nobody else’s: not to open, not to answer, not to hand in', async () => {
    const person = await newCandidate(world);
    const sitting = await started(person);
    const stranger = await newCandidate(world);
    const answers = [
      await openSitting(world, stranger, sitting),
      await sittingClock(world, stranger, sitting),
      await send(stranger, sitting, 1, [['x', { option: 'a' }]]),
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
    const sitting = await started(person);
    const { items, epoch } = await opened(person, sitting);
    const [one, two] = [items[0]!, items[1]!];
    const client = world.chance.uuid();
    const rows = [
      [one.id, { option: one.options[0]!.id }],
      [one.id, { option: one.options[1]!.id }],
      [two.id, { flagged: true }],
    ] as const;
    for (let k = 0; k < 3; k += 1) {
      const kept = await send(person, sitting, epoch, rows, client);
      assert.deepEqual(kept.ok && kept.value, { acknowledged: 3, epoch });
    }
    const [row] = await database.owner`select count(*) as rows, count(distinct seq) as places
      from exam.answer_event where sitting = ${sitting}`;
    assert.deepEqual({ ...row }, { rows: 3, places: 3 });
    const again = await view(person, sitting);
    assert.equal(again.choices.get(one.id), one.options[1]!.id);
    assert.deepEqual([...again.flagged], [two.id]);
  });

  test('a machine that comes back late helps where the new one has no answer and never overrules it', async () => {
    const person = await newCandidate(world);
    const sitting = await started(person);
    const old = await opened(person, sitting);
    const fresh = await opened(person, sitting);
    assert.equal(fresh.epoch, old.epoch + 1);
    const [one, two] = [old.items[0]!, old.items[1]!];
    await send(person, sitting, fresh.epoch, [[one.id, { option: one.options[0]!.id }]]);
    const late = await send(person, sitting, old.epoch, [
      [one.id, { option: one.options[1]!.id }],
      [two.id, { option: two.options[1]!.id }],
    ]);
    assert.equal(late.ok && late.value.epoch, fresh.epoch);
    const { choices } = await view(person, sitting);
    assert.equal(choices.get(one.id), one.options[0]!.id);
    assert.equal(choices.get(two.id), two.options[1]!.id);
  });

  test('an epoch that no machine was given counts as the leading one, not above the next', async () => {
    const person = await newCandidate(world);
    const sitting = await started(person);
    const { items, epoch } = await opened(person, sitting);
    const one = items[0]!;
    await send(person, sitting, 2_000_000_000, [[one.id, { option: one.options[0]!.id }]]);
    const next = await opened(person, sitting);
    assert.equal(next.epoch, epoch + 1);
    await send(person, sitting, next.epoch, [[one.id, { option: one.options[1]!.id }]]);
    assert.equal((await view(person, sitting)).choices.get(one.id), one.options[1]!.id);
  });

  test('keeps whatever arrives, also what names no question or cannot be read, and scores without it (B8)', async () => {
    const person = await newCandidate(world);
    const sitting = await started(person);
    const { items, epoch } = await opened(person, sitting);
    const strange: readonly (readonly [string, Json])[] = [
      ['no such question', { option: 'a' }],
      [items[0]!.id, { option: 'no such option' }],
      [items[1]!.id, { option: 'a\u0000b' }],
      [items[2]!.id, { option: '\ud800' }],
      [items[3]!.id, 'words'],
      ['\u0000', null],
    ];
    const kept = await send(person, sitting, epoch, strange);
    assert.equal(kept.ok && kept.value.acknowledged, strange.length);
    const [row] =
      await database.owner`select count(*) as rows from exam.answer_event where sitting = ${sitting}`;
    assert.equal(row?.['rows'], strange.length);
    assert.equal((await view(person, sitting)).choices.size, 0);
    const done = await submitSitting(world, person, sitting, noAward);
    assert.deepEqual(done, { ok: true, value: 'scored' });
    const result = await seeResult(world, person, sitting);
    assert.equal(result.ok && result.value.report?.outcome, 'not-scorable');
  });

  test('is handed in once: one row, one result, one line in the log, one award, however often it is asked', async () => {
    const person = await newCandidate(world);
    const sitting = await started(person);
    const { items, epoch } = await opened(person, sitting);
    await send(person, sitting, epoch, right(items));
    const awarded: PassedSitting[] = [];
    const award: AwardOnPass = async (_records, passed) => {
      awarded.push(passed);
    };
    const answers = await Promise.all(
      [1, 2, 3].map(() => submitSitting(world, person, sitting, award)),
    );
    assert.ok(answers.every((answer) => answer.ok && answer.value === 'scored'));
    assert.deepEqual({ ...(await tally(sitting)) }, { submits: 1, results: 1, lines: 1 });
    assert.equal(awarded.length, 1);
    assert.equal(awarded[0]?.person, person);
    assert.equal(awarded[0]?.formKind, 'demonstration');
    const result = await seeResult(world, person, sitting);
    assert.equal(result.ok && result.value.report?.headline, 'You passed');
    const page = await offer(person);
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
      const sitting = await started(person);
      const { items, epoch } = await opened(person, sitting);
      await send(person, sitting, epoch, right(items.slice(0, count)));
      await submitSitting(world, person, sitting, noAward);
      const result = await seeResult(world, person, sitting);
      assert.equal(result.ok && result.value.report?.headline, headline);
    }
  });

  test('what comes after the hand-in is kept and changes nothing (exams 9.18)', async () => {
    const person = await newCandidate(world);
    const sitting = await started(person);
    const { items, epoch } = await opened(person, sitting);
    await send(person, sitting, epoch, right(items.slice(0, 5)));
    await submitSitting(world, person, sitting, noAward);
    const late = await send(person, sitting, epoch, right(items));
    assert.equal(late.ok && late.value.acknowledged, 30);
    await submitSitting(world, person, sitting, noAward);
    const [row] = await database.owner<
      { report: { score: { parts: { right: number }[] } } }[]
    >`select report from exam.result where sitting = ${sitting}`;
    assert.equal(row?.report.score.parts[0]?.right, 5);
  });

  test('an award that fails undoes the hand-in whole, and it can be tried again', async () => {
    const person = await newCandidate(world);
    const sitting = await started(person);
    const { items, epoch } = await opened(person, sitting);
    await send(person, sitting, epoch, right(items));
    const broken: AwardOnPass = async () => {
      throw new Error('the key is away');
    };
    await assert.rejects(submitSitting(world, person, sitting, broken), /the key is away/);
    assert.deepEqual({ ...(await tally(sitting)) }, { submits: 0, results: 0, lines: 0 });
    await submitSitting(world, person, sitting, noAward);
    assert.deepEqual({ ...(await tally(sitting)) }, { submits: 1, results: 1, lines: 1 });
  });

  test('is ended by the server once time and grace are over, with what it holds (A3, B12, B18)', async () => {
    const person = await newCandidate(world);
    const sitting = await started(person);
    const { items, epoch } = await opened(person, sitting);
    await send(person, sitting, epoch, right(items));
    await move(sitting, 30 * 60_000 + 30_000);
    const clock = await sittingClock(world, person, sitting);
    assert.deepEqual(clock.ok && [clock.value.status, clock.value.remainingMs], ['time-is-up', 0]);
    assert.ok(!(await closeExpired(world, noAward)).ended.includes(sitting));
    await move(sitting, 31_000);
    assert.ok((await closeExpired(world, noAward)).ended.includes(sitting));
    assert.ok(!(await closeExpired(world, noAward)).ended.includes(sitting));
    const result = await seeResult(world, person, sitting);
    assert.equal(result.ok && result.value.report?.outcome, 'passed');
    assert.deepEqual({ ...(await tally(sitting)) }, { submits: 1, results: 1, lines: 1 });
  });

  test('loses no second while the server is away, and gains none twice (A8, A15)', async () => {
    const person = await newCandidate(world);
    const sitting = await started(person);
    await creditOutage(world, 'test');
    await move(sitting, 10 * 60_000);
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
    const sitting = await started(person);
    const { items, epoch } = await opened(person, sitting);
    await send(person, sitting, epoch, right(items));
    const [one] = await database.owner<{ item: string; version: number; sealed_key: Buffer }[]>`
      delete from vault.item_key where item = ${items[0]!.id} returning item, version, sealed_key`;
    assert.ok(one !== undefined);
    const answer = await submitSitting(world, person, sitting, noAward);
    assert.deepEqual(answer, { ok: true, value: 'held' });
    const waiting = await seeResult(world, person, sitting);
    assert.ok(waiting.ok && waiting.value.report === undefined);
    assert.ok((await closeExpired(world, noAward)).held.includes(sitting));
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
      (await offer(person)).missing.map(({ kind }) => kind),
      ['no-form'],
    );
    await database.owner`update exam.form set body = jsonb_set(body, '{parts,0,cut,raw}', '20')`;
    assert.equal((await offer(person)).missing.length, 0);
  });

  test('whoever sat it may open the line that its result left in the log, and nobody else', async () => {
    const person = await newCandidate(world);
    const sitting = await started(person);
    await submitSitting(world, person, sitting, noAward);
    const seen = async (who: string) =>
      await database.pools.web.begin(async (tx) => {
        await tx`select set_config('role', 'evenhand_candidate', true), set_config('evenhand.person', ${who}, true)`;
        return (await tx`select 1 from ledger.opening where plain->>'matter' = ${sitting}`).length;
      });
    assert.equal(await seen(person), 1);
    assert.equal(await seen(await newPerson(world)), 0);
  });
});
