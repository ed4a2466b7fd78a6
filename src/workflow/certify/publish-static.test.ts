import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { secretsFor, storeExam, worldOver } from '../../../tests/support/exam-world.ts';
import { didDocumentAddress } from '../../credential/proof/did-web.ts';
import { verifyCredential } from '../../credential/verifier/verify.ts';
import { logFolder } from '../../outside/adapters/log-folder.ts';
import type { World } from '../ports/ports.ts';
import { issueDue } from './issue-due.ts';
import { publishStatic } from './publish-static.ts';

describe('a folder of files that any host can serve', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-static-'));
  let db: TestDatabase;
  let world: World;
  before(async () => {
    db = await testDatabase();
    world = worldOver(db.pools, secretsFor().folder);
    await storeExam(db.owner, world);
    const [form] = await db.owner<{ id: string }[]>`select id from exam.form limit 1`;
    for (const name of ['Zoë Nguyễn', '王小明']) {
      const [person, sitting] = [randomUUID(), randomUUID()];
      await db.owner`insert into people.person (id, email, full_name)
        values (${person}, ${`${person}@example.org`}, ${name})`;
      await db.owner`insert into exam.sitting (id, person, program, form, granted, option_orders)
        values (${sitting}, ${person}, 'larkspur-care', ${form?.id ?? ''}, '{}', '{}')`;
      await db.owner`insert into exam.result (sitting, passed, report) values (${sitting}, true, '{}')`;
    }
    await issueDue(world);
  });
  after(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const publish = () => publishStatic(world, logFolder(folder));
  const fileAt = (address: string): string =>
    readFileSync(path.join(folder, ...new URL(address).pathname.split('/')), 'utf8');
  const verdicts = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const id of readdirSync(path.join(folder, 'c'))) {
      const text = readFileSync(path.join(folder, 'c', id, 'credential.json'), 'utf8');
      const { verdict } = await verifyCredential(text, world.clock.now(), {
        didDocument: async (did) => fileAt(didDocumentAddress(did) ?? ''),
        statusList: async (address) => fileAt(address),
        checkSignature: world.issuing.checkSignature,
        gunzip: world.issuing.gunzip,
      });
      found.push(verdict);
    }
    return found.toSorted();
  };

  test('is all that checking a credential needs, with nothing else running', async () => {
    const { written, all } = await publish();
    assert.equal(written, all);
    assert.deepEqual(await verdicts(), ['genuine-and-current', 'genuine-and-current']);
    for (const page of ['.well-known/jwt-vc-issuer', 'programs/larkspur-care/vct.json']) {
      assert.match(fileAt(`http://localhost/${page}`), /^\{/);
    }
    assert.match(fileAt('http://localhost/status/t/1'), /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
  });
  test('published again says the same, and nothing is written that says what lies there already', async () => {
    assert.equal((await publish()).written, 0);
    // By another process, which remembers nothing that it signed.
    const other = { ...world, issuing: { ...world.issuing } };
    assert.equal((await publishStatic(other, logFolder(folder))).written, 0);
  });
  test('shows a revocation once it is published again', async () => {
    const [one] = await db.owner<{ id: string }[]>`select id from register.credential limit 1`;
    await db.owner`insert into register.revocation (credential, reason, revoked_by)
      select ${one?.id ?? ''}, 'Issued in error.', person from register.credential limit 1`;
    const { written } = await publish();
    // The list of the bits in both its forms, and the record beside the copy.
    assert.equal(written, 3);
    assert.deepEqual(await verdicts(), ['genuine-and-current', 'genuine-not-current']);
  });
  test('holds no name but in the copies, and nothing that says who is who', () => {
    const said = readdirSync(path.join(folder, 'c')).map((id) =>
      readFileSync(path.join(folder, 'c', id, 'status.json'), 'utf8'),
    );
    assert.ok(said.every((text) => !/Zoë|王小明|example\.org/.test(text)));
  });
});
