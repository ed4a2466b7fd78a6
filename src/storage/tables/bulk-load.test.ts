import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import {
  closeInventedWorld,
  INVENTED_TODAY,
  type InventedWorld,
  inventedWorld,
} from '../../../tests/support/invented-world.ts';
import { seededIds } from '../../../tests/support/seeded-ids.ts';
import { stateOf } from '../../casework/matter/matter.ts';
import { inventedBody } from '../../demonstration/simulator/invented-body.ts';
import { checkEd25519 } from '../../ledger/checkpoint/ed25519.ts';
import { checkReceipt } from '../../ledger/checkpoint/receipt.ts';
import { verifyLog } from '../../ledger/checkpoint/verify-log.ts';
import { logFolder } from '../../outside/adapters/log-folder.ts';
import { checkHere } from '../../workflow/certify/check-here.ts';
import { readiness } from '../../workflow/exam/ready.ts';
import { publishedLog } from '../../workflow/publish/log-publisher.ts';
import { loadInventedBody } from './bulk-load.ts';
import { codeOf } from './rows.ts';

after(closeInventedWorld);

const personOf = ({ body }: InventedWorld, email: string): string => {
  const person = body.people.find((one) => one.email === email);
  assert.ok(person !== undefined, email);
  return person.id;
};

test('everything of the body is there, and says how long it took', async (t) => {
  const { db, body, loadedInMs } = await inventedWorld();
  t.diagnostic(`loaded and signed in ${(loadedInMs / 1000).toFixed(1)} s`);
  const [count] = await db.owner<Record<string, number>[]>`select
    (select count(*) from people.person)::int as people,
    (select count(*) from people.passphrase)::int as passphrases,
    (select count(*) from casework.matter)::int as matters,
    (select count(*) from casework.event)::int as events,
    (select count(*) from money.entry)::int as money,
    (select count(*) from exam.sitting)::int as sittings,
    (select count(*) from exam.answer_event)::int as answers,
    (select count(*) from exam.scored_response)::int as responses,
    (select count(*) from register.credential)::int as credentials,
    (select count(*) from register.revocation)::int as revocations,
    (select count(*) from ledger.opening)::int as lines,
    (select count(*) from conduct.question)::int as questions,
    (select count(*) from conduct.opinion_event)::int as opinion_events,
    (select count(*) from sealed.answer)::int as told,
    (select count(*) from conduct.pool)::int as pool,
    (select count(*) from conduct.matter)::int as complaints,
    (select count(*) from conduct.concern)::int as concerns,
    (select count(*) from conduct.party)::int as parties,
    (select count(*) from conduct.event)::int as steps,
    (select count(*) from conduct.draw)::int as draws`;
  const sum = <Item>(list: readonly Item[], of: (item: Item) => number): number =>
    list.reduce((total, item) => total + of(item), 0);
  assert.deepEqual(
    { ...count },
    {
      people: body.people.length,
      passphrases: body.people.filter(({ signsIn }) => signsIn).length,
      matters: body.matters.length,
      events: sum(body.matters, ({ events }) => events.length),
      money: body.money.length,
      sittings: body.sittings.length,
      answers: sum(body.sittings, ({ answers }) => answers.length),
      responses: sum(body.sittings, ({ responses }) => responses.length),
      credentials: body.awards.length,
      revocations: body.awards.filter(({ revoked }) => revoked !== undefined).length,
      lines: body.lines.length,
      questions: body.questions.length,
      opinion_events: sum(body.questions, ({ events }) => events.length),
      told: sum(body.answers, ({ answers }) => answers.size),
      pool: body.pool.length,
      complaints: body.conduct.length,
      concerns: sum(body.conduct, ({ concerns }) => concerns.length),
      parties: sum(body.conduct, ({ parties }) => parties.length),
      steps: sum(body.conduct, ({ events }) => events.length),
      draws: sum(body.conduct, ({ draws }) => draws.length),
    },
  );
});

test('each matter stands where its events say, and whoever had a part in it is kept out', async () => {
  const { db, body } = await inventedWorld();
  const standing = await db.owner<{ id: string; status: string }[]>`
    select id, status from casework.standing`;
  const statusOf = new Map(standing.map(({ id, status }) => [id, status]));
  for (const { row, events } of body.matters) {
    assert.equal(statusOf.get(row.id), stateOf(events.map(({ event }) => event)).status);
  }
  const kept = await db.owner<{ matter: string; person: string }[]>`
    select matter, person from casework.exclusion`;
  const excluded = new Set(kept.map(({ matter, person }) => `${matter} ${person}`));
  for (const { row, subject, events } of body.matters) {
    const clerks = events.filter(({ event }) => event.type === 'attested');
    for (const person of [subject, ...clerks.map(({ actor }) => actor)]) {
      assert.ok(excluded.has(`${row.id} ${person}`));
    }
    if (row.appealOf !== undefined) {
      const refused = body.matters.find((one) => one.row.id === row.appealOf);
      const decided = refused?.events.find(({ event }) => event.type === 'decided');
      assert.ok(excluded.has(`${row.id} ${decided?.actor}`));
    }
  }
});

test('the guard that was put aside for loading stands again', async () => {
  const { db, body } = await inventedWorld();
  const matter = body.matters[0]?.row.id ?? '';
  await assert.rejects(
    db.owner.begin(
      (tx) => tx`insert into casework.event (matter, version, type, body)
        values (${matter}, 99, 'decided', '{}')`,
    ),
    (cause) => /^EH00/.test(codeOf(cause) ?? ''),
  );
});

test('the candidate who may start the exam may start it, and the one who waits may not', async () => {
  const invented = await inventedWorld();
  const readyFor = async (email: string) => {
    const person = personOf(invented, email);
    return await invented.world.records.as({ rights: 'candidate', person }, (records) =>
      readiness(records, 'larkspur-care'),
    );
  };
  const eligible = await readyFor('candidate.eligible@desk.larkspur.example');
  assert.equal(eligible.facts.eligible, true);
  assert.equal(eligible.facts.owedCents, 0);
  assert.equal(eligible.open, undefined);
  const waiting = await readyFor('candidate.waiting@desk.larkspur.example');
  assert.equal(waiting.facts.eligible, false);
});

test('credentials of the body are genuine, say that they are a demonstration, and some are revoked', async () => {
  const { db, world } = await inventedWorld();
  const verdictOf = async (revoked: boolean) => {
    const [row] = await db.owner<{ document: object }[]>`
      select c.document from register.credential c left join register.revocation r on r.credential = c.id
      where (r.credential is not null) = ${revoked} and c.valid_until > now() order by c.id limit 1`;
    return await checkHere(world, JSON.stringify(row?.document));
  };
  const held = await verdictOf(false);
  assert.equal(held.demonstration, true);
  assert.equal(held.verdict, 'genuine-and-current');
  const revoked = await verdictOf(true);
  assert.equal(revoked.verdict, 'genuine-not-current');
});

test('every passed exam of the body led to one credential of the same person, and no other exam to any', async () => {
  const { db, body } = await inventedWorld();
  const [found] = await db.owner<{ issued: number; passed: number }[]>`
    select (select count(*)::int from register.credential) as issued,
      (select count(*)::int from register.credential c join exam.sitting s on s.id = c.sitting and s.person = c.person
        join exam.result r on r.sitting = s.id and r.passed) as passed`;
  assert.deepEqual({ ...found }, { issued: body.awards.length, passed: body.awards.length });
});

test('the log of the body is whole, and a receipt opens the decision of the person it belongs to', async () => {
  const invented = await inventedWorld();
  const { world } = invented;
  const place = mkdtempSync(path.join(os.tmpdir(), 'evenhand-log-'));
  const folder = logFolder(place);
  const { records, keys } = world;
  const log = publishedLog({ records, folder, signer: keys.log, name: 'larkspur.example/log' });
  await log.publish();
  const report = await verifyLog({
    files: { read: (name) => folder.read(name) },
    key: log.key,
    check: checkEd25519,
  });
  assert.deepEqual(report.faults, []);
  assert.equal(report.entriesRead, invented.body.lines.length);
  const person = personOf(invented, 'candidate.certified@desk.larkspur.example');
  const matter = invented.body.matters.find((one) => one.subject === person);
  const [opening] = await records.as({ rights: 'candidate', person }, (own) =>
    own.log.openings(matter?.row.id ?? ''),
  );
  assert.ok(opening !== undefined);
  const [entry] = await records.as({ rights: 'public', person: undefined }, (open) =>
    open.log.entries(opening.place, 1),
  );
  const plain = opening.plain as { readonly matter: string; readonly outcome: string };
  const receipt = await log.receipt(opening.place, entry?.commitment ?? '', {
    ...plain,
    salt: opening.salt,
  });
  assert.equal(plain.matter, matter?.row.label);
  const checked = await checkReceipt(receipt ?? '', log.key, checkEd25519);
  assert.ok(checked.ok, JSON.stringify(checked));
  rmSync(place, { recursive: true, force: true });
});

test('what was told comes back to the measuring side', async () => {
  const { body, measurements } = await inventedWorld();
  const rows = await measurements.decisions('gender', 'eligibility');
  const told = new Map(body.answers.map(({ person, answers }) => [person, answers.get('gender')]));
  const tally = (groups: readonly (readonly string[] | undefined)[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const group of groups) {
      const name = group?.join('+') ?? 'nothing';
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  };
  const eligibility = body.matters.filter(({ row }) => row.kind === 'eligibility');
  assert.deepEqual(
    tally(rows.map(({ groups }) => groups)),
    tally(eligibility.map(({ subject }) => told.get(subject))),
  );
});

test('the journal of an exam has the chain that saving answer by answer makes', async () => {
  const { db, body } = await inventedWorld();
  const [sitting] = body.sittings;
  assert.ok(sitting !== undefined);
  const [written] = await db.owner<{ client: string; head: Buffer; next_seq: number }[]>`
    select a.client, l.head, l.next_seq from exam.lease l join exam.answer_event a on a.sitting = l.sitting
    where l.sitting = ${sitting.id} limit 1`;
  assert.ok(written !== undefined);
  const again = seededIds('again').uuid();
  await db.owner`insert into exam.sitting (id, person, program, form, granted, option_orders)
    select ${again}, person, program, form, granted, option_orders from exam.sitting where id = ${sitting.id}`;
  const events = sitting.answers.map(({ item, option, at }, place) => ({
    n: place + 1,
    item,
    response: { option },
    ms: at,
  }));
  await db.owner`select exam.lead(${again}, ${sitting.person})`;
  await db.owner`select exam.append_answers(${again}, ${sitting.person}, 1, ${written.client},
    ${db.owner.json(events)})`;
  const [lease] = await db.owner<{ head: Buffer; next_seq: number }[]>`
    select head, next_seq from exam.lease where sitting = ${again}`;
  assert.deepEqual(lease?.head, written.head);
  assert.equal(lease?.next_seq, written.next_seq);
  await db.owner`delete from exam.answer_event where sitting = ${again}`;
  await db.owner`delete from exam.lease where sitting = ${again}`;
  await db.owner`delete from exam.sitting where id = ${again}`;
});

test('loading again changes nothing', async () => {
  const { db, body, deps } = await inventedWorld();
  assert.equal(await loadInventedBody(db.owner, body, deps), 'there-already');
});

test('where one row cannot be loaded, none is', async () => {
  const { deps } = await inventedWorld();
  const db = await testDatabase();
  const body = inventedBody({
    seed: 'few',
    today: INVENTED_TODAY,
    ids: seededIds('few'),
    people: 20,
  });
  // The forms were never stored here, so the exams of the body refer to nothing.
  await assert.rejects(loadInventedBody(db.owner, body, deps));
  const [left] = await db.owner<{ n: number }[]>`select count(*)::int as n from people.person`;
  assert.equal(left?.n, 0);
  await db.close();
});
