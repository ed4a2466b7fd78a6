import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { file, fillIn, picture } from '../../../tests/support/application.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import {
  decidedMatter,
  newPerson,
  secretsFor,
  worldOver,
} from '../../../tests/support/exam-world.ts';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import type { World } from '../ports/ports.ts';
import { askAccommodation, readRequest } from './ask-accommodation.ts';
import { lodgeAppeal, readAppeal } from './lodge-appeal.ts';
import { myOverview } from './my-overview.ts';
import { ownMatter } from './own-matter.ts';
import { withdrawMatter } from './withdraw.ts';

const PROGRAM = 'larkspur-care';

describe('a person’s own cases, on a real database', () => {
  let database: TestDatabase;
  let world: World;
  let tomorrow: World;
  const today = () => world.clock.today();

  before(async () => {
    database = await testDatabase();
    world = worldOver(database.pools, secretsFor().folder);
    tomorrow = { ...world, clock: { ...world.clock, today: () => addDays(today(), 1) } };
  });
  after(() => database.close());

  const refusedPerson = async () => {
    const person = await newPerson(world);
    const matter = await decidedMatter(world, person, {
      kind: 'eligibility',
      program: PROGRAM,
      outcome: 'not-met',
    });
    await database.owner`update casework.event set body = body || ${database.owner.json({ appealUntil: today() })}
      where matter = ${matter} and type = 'decided'`;
    return { person, matter };
  };
  const appeal = (person: string, matter: string) => ({
    person,
    matter,
    grounds: ['evidence-misread' as const],
    statement: 'The second page of my transcript was not read at all.',
  });

  test('a decision can be appealed until the end of its last day, once, and by its own person only', async () => {
    const { person, matter } = await refusedPerson();
    const seen = await ownMatter(world, { person, matter });
    assert.ok(seen.ok && seen.value.mayAppeal);
    const stranger = await lodgeAppeal(world, appeal(await newPerson(world), matter));
    assert.equal(!stranger.ok && stranger.refusal.kind, 'no-such-matter');
    const tooLate = await lodgeAppeal(tomorrow, appeal(person, matter));
    assert.equal(!tooLate.ok && tooLate.refusal.kind, 'too-late');
    const pressed = await Promise.all(
      [1, 2, 3].map(() => lodgeAppeal(world, appeal(person, matter))),
    );
    assert.equal(pressed.filter(({ ok }) => ok).length, 1);
    const after = await ownMatter(world, { person, matter });
    assert.ok(after.ok && !after.value.mayAppeal);
    const own = await ownMatter(world, { person, matter: after.value.appealed?.id ?? '' });
    assert.ok(own.ok);
    assert.equal(own.value.against?.id, matter);
    assert.deepEqual(own.value.asked, ['evidence-misread']);
    assert.match(own.value.statement, /second page/);
  });

  test('the form of an appeal says everything that is missing at once, and keeps what was typed', () => {
    const read = readAppeal(
      { grounds: ['because-i-say-so', 'question-at-fault'], statement: ' too short ' },
      ['eligibility'],
    );
    assert.deepEqual(
      read.mistakes.map(({ field }) => field),
      ['grounds', 'statement'],
    );
    assert.equal(read.statement, ' too short ');
  });

  test('a request for an accommodation pressed twice is one request with one document', async () => {
    const person = await newPerson(world);
    const upload = { name: 'letter.png', bytes: await picture(40), tooLarge: false };
    const asked = {
      person,
      program: PROGRAM,
      kinds: ['extra-time-50'],
      need: 'I read with a screen magnifier.',
      uploads: [upload],
    };
    const pressed = await Promise.all([1, 2, 3].map(() => askAccommodation(world, asked)));
    const [kept, ...more] = pressed.flatMap((press) => (press.ok ? [press.value] : []));
    assert.ok(kept);
    assert.deepEqual(more, []);
    const seen = await ownMatter(world, { person, matter: kept.id });
    assert.ok(seen.ok);
    assert.equal(seen.value.documents.length, 1);
    assert.deepEqual(seen.value.asked, ['extra-time-50']);
  });

  test('a request with a refused file writes nothing, and its form says what else is missing', async () => {
    const person = await newPerson(world);
    const upload = { name: 'letter.txt', bytes: new Uint8Array([104, 105]), tooLarge: false };
    const refused = await askAccommodation(world, {
      person,
      program: PROGRAM,
      kinds: ['breaks'],
      need: 'I need to eat every hour.',
      uploads: [upload],
    });
    assert.equal(!refused.ok && refused.refusal.kind, 'wrong-kind');
    assert.deepEqual(await myOverview(world, person), []);
    assert.deepEqual(
      readRequest({ kinds: 'a-chair', need: '' }, 0).mistakes.map(({ field }) => field),
      ['kinds', 'need', 'document'],
    );
  });

  test('what is decided cannot be withdrawn, and nobody withdraws for somebody else', async () => {
    const { person, matter } = await refusedPerson();
    const closed = await withdrawMatter(world, { person, matter });
    assert.equal(!closed.ok && closed.refusal.kind, 'already-closed');
    const open = await decidedMatter(world, person, { kind: 'eligibility', program: PROGRAM });
    const stranger = await withdrawMatter(world, {
      person: await newPerson(world),
      matter: open,
    });
    assert.equal(!stranger.ok && stranger.refusal.kind, 'no-such-matter');
    assert.ok((await withdrawMatter(world, { person, matter: open })).ok);
  });

  test('the overview holds drafts, matters, what is owed and what is late, program by program', async () => {
    const person = await newPerson(world);
    assert.deepEqual(await myOverview(world, person), []);
    await decidedMatter(world, person, { kind: 'accommodation', program: 'larkspur-work' });
    await fillIn(world, person, PROGRAM);
    const [drafted] = await myOverview(world, person);
    assert.equal(drafted?.program.id, PROGRAM);
    assert.ok(drafted.draftSaved);
    assert.ok((await file(world, person, PROGRAM)).ok);
    const [care, work] = await myOverview(world, person);
    assert.equal(care?.draftSaved, undefined);
    assert.equal(care?.matters[0]?.status, 'recording');
    assert.equal(care?.matters[0]?.overdue, false);
    const charged = (care?.money ?? []).reduce((sum, { cents }) => sum + cents, 0);
    assert.equal(care?.balances[0]?.owedCents, charged);
    assert.ok(charged > 0);
    assert.equal(work?.matters[0]?.overdue, world.clock.today() > date('2026-02-05'));
    assert.deepEqual(work?.money, []);
  });

  test('a decision is told with the last day to appeal while that is still to come', async () => {
    const { person, matter } = await refusedPerson();
    const line = async (at: World) => (await myOverview(at, person))[0]?.matters[0];
    assert.equal((await line(world))?.decision?.appealUntil, today());
    assert.ok((await lodgeAppeal(world, appeal(person, matter))).ok);
    const lines = (await myOverview(world, person))[0]?.matters ?? [];
    const decided = lines.find(({ id }) => id === matter);
    assert.equal(decided?.decision?.appealUntil, undefined);
  });
});
