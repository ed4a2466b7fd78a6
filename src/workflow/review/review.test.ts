import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newPerson, secretsFor, worldOver } from '../../../tests/support/exam-world.ts';
import type { MatterEvent } from '../../casework/matter/matter.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { addDays } from '../../kernel/dates/civil-date.ts';
import { opens, readEntry } from '../../ledger/entry/entry.ts';
import { lodgeAppeal } from '../apply/lodge-appeal.ts';
import { ownMatter } from '../apply/own-matter.ts';
import type { World } from '../ports/ports.ts';
import { decideMatter, stepAsideFromMatter, takeMatter } from './decide-matter.ts';
import { answerIdentityRequest, askIdentity, showIdentity } from './identity.ts';
import { packetOf, reviewQueue } from './packet.ts';
import { recordDocuments, recordsPage } from './record-documents.ts';

const NAME = 'Xochitl Vandersloot-Ngata';
let database: TestDatabase;
let world: World;
describe('records, review and decision', () => {
  before(async () => {
    database = await testDatabase();
    world = worldOver(database.pools, secretsFor().folder);
  });
  after(() => database.close());

  async function filed(): Promise<{ person: string; matter: string }> {
    const person = await newPerson(world, NAME);
    const matter = world.chance.uuid();
    const on = world.clock.today();
    const opened: MatterEvent = {
      type: 'opened',
      on,
      kind: 'eligibility',
      program: 'larkspur-care',
      rules: 'ccm/2025-08',
      criteria: [
        { id: 'license', title: 'License', rule: 'A license in force.' },
        { id: 'character', title: 'Character', rule: 'Keeps the code.' },
      ],
      expression: {
        kind: 'all',
        of: [
          { kind: 'criterion', criterion: 'license' },
          { kind: 'criterion', criterion: 'character' },
        ],
      },
      promisedBy: addDays(on, 30),
      appealDays: 30,
    };
    await world.records.as({ rights: 'candidate', person }, ({ matters }) =>
      matters.open(
        {
          id: matter,
          label: `E-${matter.slice(-8)}`,
          kind: 'eligibility',
          program: 'larkspur-care',
          rules: opened.rules,
          openedOn: on,
          promisedBy: opened.promisedBy,
          appealOf: undefined,
        },
        person,
        { school: 'Saint Brigid' },
        opened,
      ),
    );
    return { person, matter };
  }

  async function recorded(matter: string, clerk: string): Promise<void> {
    const found = await recordsPage(world, { clerk, matter });
    assert.ok(found.ok);
    const done = await recordDocuments(world, {
      clerk,
      matter,
      seen: found.value.version,
      facts: [
        {
          criterion: 'license',
          fact: 'status',
          label: 'Standing',
          value: 'active',
          basis: 'document',
        },
      ],
      statement: '',
      send: true,
    });
    assert.ok(done.ok, JSON.stringify(done));
  }

  async function refusedBy(reviewer: string, matter: string): Promise<void> {
    assert.ok((await takeMatter(world, { reviewer, matter })).ok);
    const packet = await packetOf(world, { reviewer, matter });
    assert.ok(packet.ok && packet.value.yours);
    const done = await decideMatter(world, {
      reviewer,
      matter,
      seen: packet.value.version,
      findings: [
        { criterion: 'license', met: false, reason: 'The license ended before the day of filing.' },
        { criterion: 'character', met: true, reason: '' },
      ],
    });
    assert.ok(done.ok, JSON.stringify(done));
  }

  async function grantedBy(reviewer: string, matter: string): Promise<void> {
    assert.ok((await takeMatter(world, { reviewer, matter })).ok);
    const packet = await packetOf(world, { reviewer, matter });
    assert.ok(packet.ok);
    const findings = ['license', 'character'].map((criterion) => ({
      criterion,
      met: true,
      reason: '',
    }));
    const seen = packet.value.version;
    assert.ok((await decideMatter(world, { reviewer, matter, seen, findings })).ok);
  }

  const moneyOf = (person: string) =>
    world.records.as({ rights: 'candidate', person }, ({ money }) => money.mine());

  describe('a matter from filing to appeal', () => {
    test('the exam fee falls due when eligibility is granted, and whoever decides sees neither it nor the person', async () => {
      const { person, matter } = await filed();
      await recorded(matter, await newPerson(world));
      const reviewer = await newPerson(world);
      const charge = (who: string, cents: number) =>
        world.records.as({ rights: 'reviewer', person: who }, ({ money }) =>
          money.chargeSubject({
            id: world.chance.uuid(),
            matter,
            fee: 'exam',
            cents,
            currency: 'USD',
            reference: `exam:${matter}`,
          }),
        );
      await charge(reviewer, 19_500);
      assert.deepEqual(await moneyOf(person), [], 'nobody charges a matter they did not decide');
      await grantedBy(reviewer, matter);
      await charge(reviewer, 100);
      const [entry, ...more] = await moneyOf(person);
      assert.deepEqual(more, []);
      assert.equal(entry?.reference, `exam:${matter}`);
      assert.equal(entry?.cents, 19_500);
      assert.equal(entry?.matter, matter);
      await assert.rejects(
        world.records.as({ rights: 'reviewer', person: reviewer }, ({ money }) => money.of(person)),
        /permission denied/,
      );
    });

    test('a refusal charges nothing more', async () => {
      const { person, matter } = await filed();
      await recorded(matter, await newPerson(world));
      await refusedBy(await newPerson(world), matter);
      assert.deepEqual(await moneyOf(person), []);
    });

    test('the clerk sees the person and decides nothing; the decider sees facts and no person', async () => {
      const { matter } = await filed();
      const clerk = await newPerson(world);
      const page = await recordsPage(world, { clerk, matter });
      assert.ok(page.ok && page.value.person.fullName === NAME);
      const named = await recordDocuments(world, {
        clerk,
        matter,
        seen: 1,
        facts: [],
        statement: `As ${NAME.split(' ')[0]} wrote`,
        send: true,
      });
      assert.ok(!named.ok && named.refusal.kind === 'names-somebody');
      await recorded(matter, clerk);
      const reviewer = await newPerson(world);
      const queue = await reviewQueue(world, reviewer);
      assert.ok(queue.some((row) => row.id === matter));
      const packet = await packetOf(world, { reviewer, matter });
      assert.ok(packet.ok);
      const shown = JSON.stringify([queue, packet.value]);
      for (const word of [...NAME.split(/[ -]/), 'Saint Brigid', 'example.org']) {
        assert.ok(!shown.includes(word), word);
      }
      const clerkDecides = await takeMatter(world, { reviewer: clerk, matter });
      assert.ok(!clerkDecides.ok, 'whoever recorded the documents may not decide');
    });

    test('the outcome, the line of the log, and the mail come in one transaction; the person can prove the line', async () => {
      const { person, matter } = await filed();
      await recorded(matter, await newPerson(world));
      await refusedBy(await newPerson(world), matter);
      const own = await ownMatter(world, { person, matter });
      assert.ok(own.ok && own.value.decision?.outcome === 'not-met' && own.value.mayAppeal);
      assert.equal(own.value.receipts.length, 1);
      const place = own.value.receipts[0] ?? -1;
      const { entry, opening } = await world.records.as(
        { rights: 'candidate', person },
        async ({ log }) => ({
          entry: (await log.entries(place, 1))[0],
          opening: (await log.openings(matter))[0],
        }),
      );
      const read = readEntry(utf8(entry?.commitment ?? ''));
      assert.ok(read.ok && opening !== undefined);
      const plain = opening.plain as { matter: string; outcome: object };
      assert.ok(
        opens(read.value, {
          matter: plain.matter,
          outcome: plain.outcome as never,
          salt: opening.salt,
        }),
      );
      assert.ok(
        !(entry?.commitment ?? '').includes(own.value.row.label),
        'the public line does not hold the label',
      );
      const letters = await database.owner<{ to_address: string; body: string }[]>`
      select m.to_address, m.body from post.mail m where m.to_person = ${person}`;
      assert.equal(letters.length, 1);
      assert.ok(
        !(letters[0]?.body ?? '').includes('not eligible'),
        'the mail does not hold the outcome',
      );
    });

    test('two deciders at once: one takes it, the other is told; a stale page is refused and nothing is written', async () => {
      const { matter } = await filed();
      await recorded(matter, await newPerson(world));
      const [one, two] = [await newPerson(world), await newPerson(world)];
      const answers = await Promise.all([
        takeMatter(world, { reviewer: one, matter }),
        takeMatter(world, { reviewer: two, matter }),
      ]);
      assert.equal(answers.filter((answer) => answer.ok).length, 1);
      const winner = answers[0]?.ok === true ? one : two;
      const stale = await decideMatter(world, { reviewer: winner, matter, seen: 1, findings: [] });
      assert.ok(!stale.ok && stale.refusal.kind === 'someone-wrote-first');
    });

    test('somebody with a conflict steps aside and never sees the matter again', async () => {
      const { matter } = await filed();
      await recorded(matter, await newPerson(world));
      const reviewer = await newPerson(world);
      assert.ok((await takeMatter(world, { reviewer, matter })).ok);
      assert.ok(
        (await stepAsideFromMatter(world, { reviewer, matter, reason: 'I think I know who it is' }))
          .ok,
      );
      assert.ok(!(await packetOf(world, { reviewer, matter })).ok);
      assert.ok(!(await reviewQueue(world, reviewer)).some((row) => row.id === matter));
    });

    test('an appeal is heard by other people, and its effect is carried out', async () => {
      const { person, matter } = await filed();
      const clerk = await newPerson(world);
      await recorded(matter, clerk);
      const first = await newPerson(world);
      await refusedBy(first, matter);
      const lodged = await lodgeAppeal(world, {
        person,
        matter,
        grounds: ['evidence-misread'],
        statement: 'The license was in force on the day of filing.',
      });
      assert.ok(lodged.ok, JSON.stringify(lodged));
      const appeal = lodged.value.id;
      const again = await lodgeAppeal(world, {
        person,
        matter,
        grounds: ['rule-misapplied'],
        statement: 'The same once more, in other words.',
      });
      assert.ok(!again.ok && again.refusal.kind === 'already-appealed');
      const otherClerk = await newPerson(world);
      const done = await recordDocuments(world, {
        clerk: otherClerk,
        matter: appeal,
        seen: 1,
        facts: [],
        statement: 'The license was in force.',
        send: true,
      });
      assert.ok(done.ok, JSON.stringify(done));
      assert.ok(
        !(await packetOf(world, { reviewer: first, matter: appeal })).ok,
        'the first decider does not see it',
      );
      assert.ok(!(await takeMatter(world, { reviewer: first, matter: appeal })).ok);
      const second = await newPerson(world);
      assert.ok((await takeMatter(world, { reviewer: second, matter: appeal })).ok);
      const packet = await packetOf(world, { reviewer: second, matter: appeal });
      assert.ok(packet.ok && packet.value.appealed?.outcome === 'not-met');
      const upheld = await decideMatter(world, {
        reviewer: second,
        matter: appeal,
        seen: packet.value.version,
        findings: [
          { criterion: 'evidence-misread', met: true, reason: 'The record shows it in force.' },
        ],
      });
      assert.ok(upheld.ok, JSON.stringify(upheld));
      const own = await ownMatter(world, { person, matter });
      assert.ok(
        own.ok &&
          own.value.decision?.outcome === 'met' &&
          own.value.decision.reversedByAppeal === appeal,
      );
      assert.equal(own.value.receipts.length, 2, 'the turn is in the log as well');
      assert.deepEqual(
        (await moneyOf(person)).map(({ reference }) => reference),
        [`exam:${matter}`],
      );
    });
  });

  describe('to see who it is', () => {
    test('takes a written reason and the consent of somebody else, and the seeing is kept', async () => {
      const { matter } = await filed();
      await recorded(matter, await newPerson(world));
      const [reviewer, director] = [await newPerson(world), await newPerson(world)];
      assert.ok(!(await askIdentity(world, { reviewer, matter, reason: 'curious' })).ok);
      const asked = await askIdentity(world, {
        reviewer,
        matter,
        reason: 'Two matters seem to be about one person.',
      });
      assert.ok(asked.ok);
      const request = asked.value;
      assert.ok(!(await showIdentity(world, { reviewer, request })).ok, 'not before consent');
      const own = await answerIdentityRequest(world, {
        director: reviewer,
        request,
        consented: true,
        reason: 'me',
      });
      assert.ok(!own.ok && own.refusal.kind === 'own-request');
      assert.ok(
        (
          await answerIdentityRequest(world, {
            director,
            request,
            consented: true,
            reason: 'Needed.',
          })
        ).ok,
      );
      assert.ok(
        !(await showIdentity(world, { reviewer: director, request })).ok,
        'only whoever asked',
      );
      const shown = await showIdentity(world, { reviewer, request });
      assert.ok(shown.ok && shown.value.fullName === NAME);
      const [kept] =
        await database.owner`select count(*)::int as n from audit.disclosure where request = ${request}`;
      assert.equal(kept?.['n'], 1);
    });
  });
});
