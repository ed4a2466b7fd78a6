import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { secretsFor, storeExam, worldOver } from '../../../tests/support/exam-world.ts';
import { type JsonObject, listed } from '../../kernel/bytes/json-members.ts';
import type { World } from '../ports/ports.ts';
import { checkHere } from './check-here.ts';
import { issueDue, issueToRenamed } from './issue-due.ts';
import { signAsIssuer } from './issuer.ts';

const PASSES = 220;
const { folder } = secretsFor();

describe('credentials that are due', () => {
  let db: TestDatabase;
  let world: World;
  let form: string;
  before(async () => {
    db = await testDatabase();
    world = worldOver(db.pools, folder);
    await storeExam(db.owner, world);
    const [row] = await db.owner<{ id: string }[]>`select id from exam.form limit 1`;
    form = row?.id ?? '';
  });
  after(() => db.close());

  /** People whose results came in without a credential, as from an exam that was scored elsewhere. */
  async function results(
    count: number,
    passed: boolean,
    when = new Date(),
  ): Promise<readonly string[]> {
    const rows = Array.from({ length: count }, () => ({
      person: randomUUID(),
      sitting: randomUUID(),
    }));
    const text = JSON.stringify(rows);
    await db.owner`insert into people.person (id, email, full_name)
      select person, person::text || '@example.org', 'Nguyễn ' || left(person::text, 6)
      from jsonb_to_recordset(${text}::text::jsonb) as r(person uuid, sitting uuid)`;
    await db.owner`insert into exam.sitting (id, person, program, form, granted, option_orders)
      select sitting, person, 'larkspur-care', ${form}, '{}', '{}'
      from jsonb_to_recordset(${text}::text::jsonb) as r(person uuid, sitting uuid)`;
    await db.owner`insert into exam.result (sitting, passed, report, scored_at)
      select sitting, ${passed}, '{}', ${when} from jsonb_to_recordset(${text}::text::jsonb) as r(person uuid, sitting uuid)`;
    return rows.map(({ person }) => person);
  }
  const counts = async () => {
    const [row] = await db.owner<Record<string, number>[]>`
      select (select count(*)::int from register.credential) as credentials,
        (select count(distinct sitting)::int from register.credential) as sittings,
        (select count(distinct document->'credentialSubject'->>'id')::int from register.credential) as subjects,
        (select count(distinct document->'credentialSubject'->>'licenseNumber')::int from register.credential) as numbers,
        (select count(*)::int from register.copy) as copies,
        (select count(*)::int from post.mail where subject = 'Your credential is ready') as letters,
        (select count(*)::int from ledger.opening where plain->'outcome'->>'digest' is not null) as lines`;
    return { ...row };
  };
  const each = (count: number) => ({
    ...{ credentials: count, sittings: count, subjects: count, numbers: count, copies: count },
    ...{ letters: count, lines: count },
  });

  test('killed half way and run again, each is issued once, logged once and told once', async () => {
    await results(PASSES, true);
    await results(20, false);
    const asked = JSON.stringify({ where: db.where, folder });
    const child = spawn(
      process.execPath,
      [...process.execArgv, 'tests/support/issue-until-killed.ts', asked],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const halfWay = await counts();
    const done = halfWay['credentials'] ?? 0;
    assert.ok(done > 0 && done < PASSES, String(done));
    assert.deepEqual(halfWay, each(done), 'what is there is whole');
    assert.deepEqual(await issueDue(world), { issued: PASSES - done, refused: {} });
    assert.deepEqual(await counts(), each(PASSES));
  });

  test('run again it issues nothing and writes to nobody', async () => {
    const before = await counts();
    assert.deepEqual(await issueDue(world), { issued: 0, refused: {} });
    assert.deepEqual(await counts(), before);
  });

  test('two that run at the same moment issue each once', async () => {
    const before = (await counts())['credentials'] ?? 0;
    await results(60, true);
    const [one, other] = await Promise.all([issueDue(world), issueDue(world)]);
    assert.equal(one.issued + other.issued, 60);
    assert.deepEqual(await counts(), each(before + 60));
  });

  test('nobody who may not use another credential of theirs is given one, until they may', async () => {
    const [person = ''] = await results(1, true);
    await suspendElsewhere(person, '2099-01-01');
    assert.deepEqual(await issueDue(world), { issued: 0, refused: { 'not-in-good-standing': 1 } });
    await db.owner`update conduct.effect set ended_on = current_date where ended_on is null`;
    assert.deepEqual(await issueDue(world), { issued: 1, refused: {} });
  });

  test('an exam passed by somebody who held the credential then awards none later', async () => {
    const [held = ''] = await db.owner<{ person: string }[]>`
      select person from register.credential where program = 'larkspur-care' limit 1`.then((rows) =>
      rows.map(({ person }) => person),
    );
    const sitting = randomUUID();
    await db.owner`insert into exam.sitting (id, person, program, form, granted, option_orders)
      values (${sitting}, ${held}, 'larkspur-care', ${form}, '{}', '{}')`;
    await db.owner`insert into exam.result (sitting, passed, report) values (${sitting}, true, '{}')`;
    assert.deepEqual(await issueDue(world), { issued: 0, refused: {} });
  });

  test('a name that no paper prints waits until another one is decided, and then for nobody', async () => {
    const [person = ''] = await results(1, true);
    await db.owner`update people.person set full_name = ${'Anna \u{13000}'} where id = ${person}`;
    assert.deepEqual(await issueDue(world), { issued: 0, refused: { 'name-not-printed': 1 } });
    assert.equal(await issueToRenamed(world), 0);
    const matter = randomUUID();
    await db.owner`insert into casework.matter (id, label, kind, program, rules, opened_on, promised_by)
      values (${matter}, ${`C-${matter.slice(0, 7)}`}, 'name-change', 'larkspur-care', 'ccm/2025-08', current_date, current_date)`;
    await db.owner`insert into people.name_change (matter, person, former) values (${matter}, ${person}, 'Anna')`;
    await db.owner`update people.person set full_name = 'Anna Bird' where id = ${person}`;
    assert.equal(await issueToRenamed(world), 1);
    assert.equal(await issueToRenamed(world), 0);
    const [row] = await db.owner<{ name: string }[]>`select register.name_in(document) as name
      from register.credential where person = ${person}`;
    assert.equal(row?.name, 'Anna Bird');
  });

  test('each says its holder’s name as one spelling, and checks as genuine', async () => {
    const [row] = await db.owner<{ id: string; document: unknown }[]>`
      select id, document from register.credential where program = 'larkspur-care' order by id limit 1`;
    const text = JSON.stringify(row?.document);
    assert.equal(text, text.normalize('NFC'));
    assert.match(text, /"id":"urn:uuid:[0-9a-f-]{36}"/);
    assert.match(text, /"targetType":"ceterms:Credential"/);
    assert.doesNotMatch(text, /example\.org|passed_|score/);
    const checked = await checkHere(world, text);
    assert.equal(checked.verdict, 'genuine-and-current');
  });

  /** Another program's credential of the same person, held back by a decision. */
  async function suspendElsewhere(person: string, until: string): Promise<void> {
    const id = randomUUID().replaceAll('-', '').slice(0, 22);
    const matter = randomUUID();
    await db.owner.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`insert into register.credential (id, person, program, document, status_list, status_index, valid_until, demonstration)
        values (${id}, ${person}, 'larkspur-work', '{}', 9, 1, '2099-01-01', true)`;
      await tx`insert into conduct.effect (id, matter, credential, kind, from_day, until_day)
        values (${randomUUID()}, ${matter}, ${id}, 'suspension', '2026-01-01', ${until})`;
    });
  }

  test('what a stranger would not take for genuine is never handed out, though its signature holds', async () => {
    const [row] = await db.owner<
      { document: JsonObject }[]
    >`select document from register.copy limit 1`;
    assert.ok(row);
    const { proof: _, ...said } = row.document;
    assert.ok(await signAsIssuer(world, said));
    for (const wrong of [
      {
        ...said,
        '@context': [...listed(said['@context'] ?? []), { extra: 'https://x.example/#' }],
      },
      { ...said, validFrom: '2026-02-30T00:00:00Z' },
      { ...said, issuer: 'did:web:somebody.example' },
    ]) {
      await assert.rejects(
        signAsIssuer(world, wrong),
        /would not be taken for genuine|not be signed/,
      );
    }
  });
});
