/**
 * Whether a matter exists is itself a secret from whoever has a tie to it. Somebody who holds every office of the body looks
 * at every page of it, and looks again when there are matters in which they complain, are a witness, handled until they
 * stepped aside, or were drawn and stepped aside: nothing on any page may be other than before, no number either. The same
 * pages do change for somebody who holds the same offices and has no tie.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { OFFICES } from '../../src/contract/routes/office.ts';
import { routes } from '../../src/contract/routes/routes.ts';
import { addYears } from '../../src/kernel/dates/civil-date.ts';
import { readings } from '../../src/web/words/readings.ts';
import { askName } from '../../src/workflow/conduct/ask-name.ts';
import { as } from '../support/cast.ts';
import { type ComplaintDesk, complaintDesk } from '../support/complaint-desk.ts';
import {
  allMet,
  complaintAbout,
  credentialOf,
  decided,
  handle,
  investigated,
  versionOf,
  wait,
} from '../support/complaints.ts';
import type { DeskPerson } from '../support/desk.ts';

/** Each line of the log, each published notice and each list of statuses is there for everybody. */
const FOR_EVERYBODY: readonly string[] = [
  ...['/log', '/log/checkpoint', '/notices'],
  // Signed anew each time.
  ...['/status/r/1', '/status/s/1'],
];

const { what } = readings;
const LISTS = [
  ...[what['complaint-list'], what['concern-list'], what['panel-list'], what['own-list']],
  ...[what.custody, what['promise-list'], what.readings],
];

describe('whoever has a tie to a matter', () => {
  let at: ComplaintDesk;
  let tied: DeskPerson;
  let free: DeskPerson;
  before(async () => {
    at = await complaintDesk();
    const { bench, desk } = at;
    tied = await desk.somebody('Somebody with every office', ...OFFICES);
    free = await desk.somebody('Another with every office', ...OFFICES);
    const until = addYears(bench.today, 20);
    const place = { isPublic: true, trainedUntil: until, termEnds: until };
    for (const { id } of [tied, free]) {
      await bench.world.records.as(as('director', bench.all.director), ({ conduct }) =>
        conduct.keepInPool({ ...place, person: id }),
      );
    }
    // Something is there before, so that every list holds a line.
    await busy(await complaintAbout(bench));
  });
  after(async () => {
    assert.deepEqual(at.desk.faults, []);
    await at.desk.close();
  });

  /** Handled, read, told, late, and with a request for a name. */
  async function busy(matter: string): Promise<void> {
    const { bench, handler } = at;
    await handle(bench, matter, { act: 'screen', answers: allMet });
    await handle(bench, matter, { act: 'give-notice', evidence: [], keptBack: [] });
    await handler.see(`/desk/complaints/${matter}`);
    const seeker = { rights: 'conduct', person: bench.handler } as const;
    const reason = 'The letter came back, so that the address must be asked for.';
    assert.ok((await askName(bench.world, seeker, { matter, key: 'c1', reason })).ok);
    const { owner } = bench.db;
    const next = (await versionOf(bench, matter)) + 1;
    await owner`insert into conduct.event (matter, version, type, body) values (${matter}, ${next},
      'promise-broken', ${owner.json({ on: bench.today, was: bench.today, step: 'response', to: 'respondent' })})`;
  }

  /** What stands on every page without a name in its address, and where its links lead. */
  async function pages(person: DeskPerson): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const { method, path } of routes) {
      if (path === '/desk/readings') {
        found.set(path, (await readingsOf(person)).join('\n'));
      } else if (method === 'GET' && !/[:*]/.test(path) && !FOR_EVERYBODY.includes(path)) {
        const { status, words, text } = await person.see(path);
        assert.ok(status < 500, path);
        const links = [...text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, to]) => to);
        found.set(path, `${status} ${words}\n${links.join('\n')}`);
      }
    }
    return found;
  }

  /** Without the lists, which whoever looks at every page has read meanwhile; these are of no matter. */
  async function readingsOf(person: DeskPerson): Promise<readonly string[]> {
    const rows: string[] = [];
    let here: string | undefined = '/desk/readings';
    while (here !== undefined) {
      const { status, text } = await person.see(here);
      assert.ok(status < 500);
      rows.push(...text.split('<tr').slice(2));
      here = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    return rows.filter((row) => !LISTS.some((list) => row.includes(list)));
  }

  const complains = (person: string) => ({
    complainant: {
      ...{ concern: undefined, person, fullName: 'Somebody with every office' },
      ...({ contact: undefined, naming: 'to-staff', language: 'en', hopes: '' } as const),
    },
  });
  const leaves = async (matter: string): Promise<void> => {
    const home = `/desk/complaints/${matter}`;
    await at.handler.send(home, { colleague: tied.id }, `${home}/let-in`);
    assert.ok((await tied.send(home, { why: 'A neighbor.' }, `${home}/leave`)).to);
  };

  test('reads on every page what they would read if it were not there', {
    timeout: 600_000,
  }, async () => {
    const { bench } = at;
    const [seenBefore, freeBefore] = [await pages(tied), await pages(free)];
    assert.ok(seenBefore.size > 40);
    await busy(await complaintAbout(bench, complains(tied.id)));
    const left = await complaintAbout(bench);
    await leaves(left);
    await busy(left);
    const [seen, freeSeen] = [await pages(tied), await pages(free)];
    const changed = (one: typeof seen, other: typeof seen): readonly string[] =>
      [...one].flatMap(([path, words]) => (words === other.get(path) ? [] : [path]));
    assert.deepEqual(changed(seenBefore, seen), []);
    const forTheFree = changed(freeBefore, freeSeen);
    for (const path of ['/desk/board/patterns', '/desk/custodian', '/desk/readings']) {
      assert.ok(forTheFree.includes(path), `${path} says nothing of a matter to anybody`);
    }
  });

  test('asks the database itself and learns as little', async () => {
    const { bench } = at;
    const { owner, pools } = bench.db;
    const tables = await owner<{ role: string; relation: string; columns: string }[]>`
      select c.grantee as role, format('%I.%I', c.table_schema, c.table_name) as relation,
        string_agg(format('t.%I', c.column_name), ', ') as columns
      from information_schema.column_privileges c
      where c.privilege_type = 'SELECT' and c.table_schema in ('conduct', 'ledger', 'people')
        and c.grantee in ('evenhand_conduct', 'evenhand_panel', 'evenhand_auditor', 'evenhand_board',
          'evenhand_director', 'evenhand_custodian', 'evenhand_staff', 'evenhand_clerk', 'evenhand_reviewer')
      group by 1, 2`;
    const asked = async (role: string, question: string): Promise<string> =>
      await pools.web.begin(async (tx) => {
        await tx`select set_config('role', ${role}, true), set_config('evenhand.person', ${tied.id}, true)`;
        return JSON.stringify(await tx.unsafe(question));
      });
    const all = async (): Promise<ReadonlyMap<string, string>> => {
      const found = new Map<string, string>();
      for (const { role, relation, columns } of tables) {
        const question = `select row(${columns})::text as one from ${relation} t order by 1`;
        found.set(`${role} ${relation}`, await asked(role, question));
      }
      for (const [role, question] of [
        ['evenhand_board', 'select * from conduct.broken_promises()'],
        ['evenhand_custodian', 'select id, label from conduct.unmask_asked()'],
      ] as const) {
        found.set(`${role} ${question}`, await asked(role, question));
      }
      return found;
    };
    const matter = await complaintAbout(bench, {
      ...complains(tied.id),
      respondent: { person: await respondent(), fullName: 'Somebody Else', formerNames: [] },
    });
    const known = await all();
    await busy(matter);
    await at.handler.see(`/desk/complaints/${matter}`);
    const again = await all();
    const lines = [...again].flatMap(([key, words]) => (words === known.get(key) ? [] : [key]));
    // Lines of the log and the heads over them are there for everybody.
    assert.deepEqual(
      lines.filter((key) => !/ ledger\.(?:entry|checkpoint)$/.test(key)),
      [],
    );
    for (const [key, words] of again) {
      assert.ok(!words.includes(matter), key);
    }
  });

  test('finds it among no like cases', { timeout: 120_000 }, async () => {
    const { bench } = at;
    const like = (person: string) =>
      bench.world.records.as(as('panel', person), ({ conduct }) =>
        conduct.pastSanctions('larkspur-navigator'),
      );
    const matter = await complaintAbout(bench, complains(tied.id));
    await investigated(bench, matter);
    await decided(bench, matter, 'private-reprimand');
    await wait(bench, 60);
    await handle(bench, matter, { act: 'take-effect' });
    assert.equal((await like(free.id)).length, 1);
    assert.deepEqual(await like(tied.id), []);
  });

  async function respondent(): Promise<string> {
    const { id } = await at.desk.somebody('Somebody Else');
    await credentialOf(at.bench, id, 'Somebody Else');
    return id;
  }
});
