/**
 * Whoever works for one program is held to it (J8: elsewhere the manager of one course could read and overwrite the
 * certificates of another by their ids).
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { file, fillIn } from '../../../tests/support/application.ts';
import { type Desk, type DeskPerson, openDesk } from '../../../tests/support/desk.ts';
import { storeExam } from '../../../tests/support/exam-world.ts';
import { passedExam } from '../../../tests/support/passed-exam.ts';
import { runAppoint } from '../../cli/commands/appoint.ts';
import type { Office } from '../../contract/routes/office.ts';
import { routes } from '../../contract/routes/routes.ts';
import { ownerOf } from '../../storage/tables/owner.ts';
import { issueDue } from '../../workflow/certify/issue-due.ts';

const [THIS, OTHER] = ['larkspur-care', 'larkspur-work'] as const;
const HELD = ['clerk', 'reviewer', 'staff', 'director', 'auditor'] as const;
const NAME = 'Quillonde Marchwarden-Zettl';

describe('somebody who works for one program only', () => {
  let desk: Desk;
  const ids = new Map<string, string>();
  const everywhere = new Map<Office, DeskPerson>();
  const elsewhere = new Map<Office, DeskPerson>();
  before(async () => {
    desk = await openDesk();
    const { owner } = desk.database;
    await storeExam(owner, desk.world);
    const person = await desk.somebody(NAME);
    await fillIn(desk.world, person.id, THIS);
    const done = await file(desk.world, person.id, THIS);
    assert.ok(done.ok, JSON.stringify(done));
    const { id: matter } = done.value.matter;
    await passedExam(owner, { person: person.id }, THIS);
    assert.deepEqual(await issueDue(desk.world), { issued: 1, refused: {} });
    const [credential] = await owner<{ id: string }[]>`select id from register.credential`;
    const [document] = await owner<{ id: string }[]>`select id from evidence.document
      where matter = ${matter} limit 1`;
    const found = {
      ...{ matter, person: person.id, credential: credential?.id },
      document: document?.id,
    };
    for (const [name, id] of Object.entries(found)) {
      assert.ok(id !== undefined, name);
      ids.set(name, id);
    }
    for (const office of HELD) {
      everywhere.set(office, await desk.somebody(`Everywhere ${office}`, office));
      const one = await desk.somebody(`Elsewhere ${office}`, office);
      elsewhere.set(office, one);
      await owner`insert into people.serves_only (person, program) values (${one.id}, ${OTHER})`;
    }
  });
  after(() => desk.close());

  /** Every address of an office that is about one thing of the program. */
  const addresses = routes.flatMap((route) => {
    const { who, path } = route;
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
    const about = ['matter', 'document', 'credential', 'person'];
    const offices: readonly Office[] = who === 'anybody' || who === 'signed-in' ? [] : who;
    return names.length === 1 && about.includes(names[0] ?? '') && !path.includes('/pool/')
      ? HELD.filter((office) => offices.includes(office)).map((office) => ({ route, office }))
      : [];
  });
  const filled = (path: string): string =>
    path.replace(/:(\w+)/, (_, name: string) => ids.get(name) ?? '');

  test('is turned away from every page about a thing of the other, which tells them nothing', async () => {
    let opened = 0;
    const shut = addresses.filter(({ route }) => route.method === 'GET');
    assert.ok(shut.length >= 5, `${shut.length} addresses`);
    for (const { route, office } of shut) {
      const there = filled(route.path);
      const mine = await everywhere.get(office)!.see(there);
      opened += Number(mine.status === 200);
      const theirs = await elsewhere.get(office)!.see(there);
      assert.equal(theirs.status, 403, `${office} ${there}`);
      assert.ok(!theirs.text.includes('Quillonde'), `${office} ${there}`);
    }
    assert.ok(opened >= 4, `${opened} of them open for whoever works for all programs`);
  });

  test('can send nothing that is about a thing of the other', async () => {
    const { owner } = desk.database;
    const state = async () => [
      ...(await owner`select count(*)::int as n from casework.event`),
      ...(await owner`select count(*)::int as n from register.revocation`),
      ...(await owner`select count(*)::int as n from money.entry`),
      ...(await owner`select count(*)::int as n from audit.disclosure_request`),
    ];
    const earlier = await state();
    for (const { route, office } of addresses.filter(
      ({ route: { method } }) => method === 'POST',
    )) {
      const sent = await elsewhere.get(office)!.send('/my', SOMETHING, filled(route.path));
      assert.ok(
        sent.status === 403 || sent.status === 422,
        `${office} ${route.id} ${sent.status} ${desk.faults.at(-1)}`,
      );
    }
    assert.deepEqual(await state(), earlier);
  });

  test('sees no row of the other in any table, whatever is asked', async () => {
    const { owner } = desk.database;
    const tables = await owner<{ name: string }[]>`
      select distinct format('%I.%I', c.table_schema, c.table_name) as name
      from information_schema.columns c join pg_class t on t.oid = format('%I.%I', c.table_schema, c.table_name)::regclass
      where c.column_name in ('program', 'matter', 'credential') and t.relkind = 'r'
        and c.table_schema in ('casework', 'evidence', 'audit', 'money', 'register', 'renewal', 'exam')`;
    let seen = 0;
    for (const office of HELD) {
      for (const { name } of tables) {
        const rows = async (person: string): Promise<readonly Record<string, unknown>[]> =>
          await owner
            .begin(async (tx) => {
              await tx`select set_config('role', ${`evenhand_${office}`}, true), set_config('evenhand.person', ${person}, true)`;
              return await tx`select to_jsonb(t) as row from ${tx.unsafe(name)} t`;
            })
            .catch(() => []);
        const about = [...ids.values()];
        const tells = (all: readonly Record<string, unknown>[]): number =>
          all.filter((row) => about.some((id) => JSON.stringify(row).includes(id))).length;
        seen += tells(await rows(everywhere.get(office)!.id));
        assert.equal(tells(await rows(elsewhere.get(office)!.id)), 0, `${office} ${name}`);
      }
    }
    assert.ok(seen > 10, `${seen} rows are seen by whoever works for all programs`);
  });

  test('stands on record with what they asked for, and an auditor reads it under a code', async () => {
    const clerk = elsewhere.get('clerk')!;
    const page = await everywhere.get('auditor')!.see('/desk/readings');
    assert.equal(page.status, 200);
    assert.match(page.words, /Turned away/);
    assert.ok(page.words.includes(clerk.id.slice(-8)));
    assert.ok(!page.words.includes('Elsewhere clerk'));
  });

  test('is held to programs, or to none, by whoever owns the installation', async () => {
    const { owner } = desk.database;
    const said: string[] = [];
    const appoint = (...args: string[]) =>
      runAppoint(args, {
        ...ownerOf(owner),
        programs: [THIS, OTHER],
        out: (text) => said.push(text),
        err: (text) => said.push(text),
      });
    const somebody = await desk.somebody('Somebody', 'clerk');
    const [row] = await owner<
      { email: string }[]
    >`select email from people.person where id = ${somebody.id}`;
    const email = row?.email ?? '';
    const held = async () =>
      (
        await owner<{ program: string }[]>`select program from people.serves_only
        where person = ${somebody.id} order by program`
      ).map(({ program }) => program);
    assert.equal(await appoint(email, 'staff', OTHER, THIS), 0);
    assert.deepEqual(await held(), [THIS, OTHER]);
    assert.equal(await appoint(email, 'clerk', OTHER), 0);
    assert.match(said.at(-1) ?? '', /is now a clerk and works for larkspur-work only\./);
    assert.deepEqual(await held(), [OTHER]);
    assert.equal(await appoint(email, 'clerk'), 0);
    assert.deepEqual(await held(), [OTHER]);
    assert.equal(await appoint(email, 'clerk', 'chemistry'), 2);
    assert.match(said.at(-1) ?? '', /PROGRAM is one or more of .*; there is no chemistry/);
    assert.equal(await appoint(email, 'clerk', 'all', OTHER), 2);
    assert.equal(await appoint(email, 'clerk', 'all'), 0);
    assert.deepEqual(await held(), []);
  });
});

const SOMETHING = {
  ...{ reason: 'Because of that.', cents: '100', kind: 'payment', seen: '1', amount: '1.00' },
  ...{ statement: '', send: 'yes' },
};
