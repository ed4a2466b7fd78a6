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
import { addDays } from '../../kernel/dates/civil-date.ts';
import { openApplication } from '../apply/application.ts';
import { ownMatter } from '../apply/own-matter.ts';
import type { World } from '../ports/ports.ts';
import { decideMatter, takeMatter } from '../review/decide-matter.ts';
import { packetOf } from '../review/packet.ts';
import { recordDocuments } from '../review/record-documents.ts';
import { submitSitting } from './hand-in.ts';
import { lodgeResultAppeal } from './result-appeal.ts';
import { seeResult } from './see-result.ts';

const PROGRAM = 'larkspur-care';
const WHY = 'The fire alarm rang for ten minutes and nobody gave them back.';

describe('an appeal against an exam result, on a real database', () => {
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

  const sat = async (right: number): Promise<{ person: string; sitting: string }> => {
    const person = await newCandidate(world);
    const sitting = await sitter.started(person);
    const { items, epoch } = await sitter.opened(person, sitting);
    await sitter.send(person, sitting, epoch, rightAnswers(items.slice(0, right)));
    assert.ok((await submitSitting(world, person, sitting, noAward)).ok);
    return { person, sitting };
  };
  const seen = async (person: string, sitting: string) => {
    const answer = await seeResult(world, person, sitting);
    assert.ok(answer.ok);
    return answer.value;
  };
  const lodge = (person: string, sitting: string) =>
    lodgeResultAppeal(world, { person, sitting, grounds: ['exam-disrupted'], statement: WHY });
  const decided = async (appeal: string, met: boolean) => {
    const recorded = await recordDocuments(world, {
      clerk: await newPerson(world),
      matter: appeal,
      seen: 1,
      facts: [],
      statement: WHY,
      send: true,
    });
    assert.ok(recorded.ok, JSON.stringify(recorded));
    const reviewer = await newPerson(world);
    assert.ok((await takeMatter(world, { reviewer, matter: appeal })).ok);
    const packet = await packetOf(world, { reviewer, matter: appeal });
    assert.ok(packet.ok);
    const { version: seenVersion } = packet.value;
    const findings = [{ criterion: 'exam-disrupted', met, reason: 'As the record shows.' }];
    const done = await decideMatter(world, {
      reviewer,
      matter: appeal,
      seen: seenVersion,
      findings,
    });
    assert.ok(done.ok, JSON.stringify(done));
  };

  test('can be lodged for as many days as against a decision, and the report says until when', async () => {
    const { person, sitting } = await sat(3);
    const { mayAppealUntil, report } = await seen(person, sitting);
    assert.equal(mayAppealUntil, addDays(world.clock.today(), 30));
    assert.ok(report?.next.some((line) => line.includes('you can appeal until')));
    const long = `${31 * 24} hours`;
    await database.owner`update exam.result set scored_at = scored_at - ${long}::interval where sitting = ${sitting}`;
    assert.equal((await seen(person, sitting)).mayAppealUntil, undefined);
    const late = await lodge(person, sitting);
    assert.equal(!late.ok && late.refusal.kind, 'too-late');
  });

  test('is not for a pass, not for somebody else, and not twice', async () => {
    const passed = await sat(30);
    assert.equal((await seen(passed.person, passed.sitting)).mayAppealUntil, undefined);
    const won = await lodge(passed.person, passed.sitting);
    assert.equal(!won.ok && won.refusal.kind, 'nothing-to-appeal');
    const { person, sitting } = await sat(3);
    const stranger = await lodge(await newPerson(world), sitting);
    assert.equal(!stranger.ok && stranger.refusal.kind, 'no-such-sitting');
    const presses = await Promise.all([1, 2, 3].map(() => lodge(person, sitting)));
    assert.equal(presses.filter(({ ok }) => ok).length, 1);
    assert.ok(
      presses.every((press) => press.ok || press.refusal.kind === 'already-appealed'),
      JSON.stringify(presses),
    );
  });

  test('goes to the clerk with the record of the sitting', async () => {
    const { person, sitting } = await sat(3);
    const lodged = await lodge(person, sitting);
    assert.ok(lodged.ok);
    const own = await ownMatter(world, { person, matter: lodged.value.id });
    assert.equal(own.ok && own.value.againstResultOf, sitting);
    const claim = await world.records.as({ rights: 'candidate', person }, ({ matters }) =>
      matters.claim(lodged.value.id),
    );
    const record = new Map((claim as { record: [string, string][] }).record);
    assert.equal(record.get('Result'), '3 of 30 right; passing takes 20');
    assert.equal(record.get('Questions answered'), '3 of 30');
    assert.equal(record.get('Time allowed'), '30 minutes');
    assert.equal(record.get('Pauses'), '0');
  });

  test('that is upheld sets the result aside: the exam is open again, with no application and no fee', async () => {
    const { person, sitting } = await sat(3);
    assert.equal((await sitter.offer(person)).missing[0]?.kind, 'not-eligible');
    const lodged = await lodge(person, sitting);
    assert.ok(lodged.ok);
    await decided(lodged.value.id, true);
    assert.equal((await seen(person, sitting)).appeal?.upheld, true);
    assert.equal((await seen(person, sitting)).report?.outcome, 'not-passed');
    assert.deepEqual((await sitter.offer(person)).missing, []);
    const application = await openApplication(world, { person, program: PROGRAM });
    assert.equal(application.ok && application.value.standing.kind, 'eligible');
    assert.notEqual(await sitter.started(person), sitting);
  });

  test('that is not upheld leaves everything as it was', async () => {
    const { person, sitting } = await sat(3);
    const lodged = await lodge(person, sitting);
    assert.ok(lodged.ok);
    await decided(lodged.value.id, false);
    assert.equal((await seen(person, sitting)).appeal?.upheld, false);
    assert.equal((await sitter.offer(person)).missing[0]?.kind, 'not-eligible');
  });
});
