import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newPerson, secretsFor } from '../../../tests/support/exam-world.ts';
import { awarded, type RenewalWorld, renewalWorld } from '../../../tests/support/renewal-world.ts';
import { noSoftToken, type SoftToken, softToken } from '../../../tests/support/soft-token.ts';
import { signDocument } from '../../credential/proof/eddsa-rdfc.ts';
import { momentOf } from '../../credential/proof/issuer-keys.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { civilDateAt } from '../../kernel/dates/civil-date.ts';
import { openKeys } from '../../outside/adapters/keys.ts';
import { openToken } from '../../outside/adapters/token.ts';
import {
  keepPage,
  pagesKept,
  pageText,
  planRotation,
  signAgain,
} from '../../workflow/certify/change-keys.ts';
import { checkHere } from '../../workflow/certify/check-here.ts';
import { issuerDid, keyNow } from '../../workflow/certify/issuer.ts';
import { runKeys } from './keys.ts';

const DAY = 86_400_000;

keysOfTheIssuer('the keys of the issuer', false);
keysOfTheIssuer('the keys of the issuer, where new ones lie in a token', noSoftToken, softToken);

/** The same whole life twice: the keys that a change brings lie in files, or in a token. */
function keysOfTheIssuer(name: string, skip: string | false, tokenHere?: () => SoftToken): void {
  describe(name, { skip }, () => keysAndTheirLife(tokenHere));
}

function keysAndTheirLife(tokenHere: (() => SoftToken) | undefined): void {
  let soft: SoftToken | undefined;
  let db: TestDatabase;
  let all: RenewalWorld;
  let director: string;
  let now = Date.now();
  before(async () => {
    db = await testDatabase();
    soft = tokenHere?.();
    const { folder } = secretsFor();
    all = await renewalWorld(db, folder);
    // The first keys lie in files, as before anybody thought of a token.
    Object.assign(all.world.keys, {
      issuer: openKeys(`${folder}/keys`, undefined, soft?.place).issuer,
    });
    // Time goes on from the real day: the log is stamped by the database's clock.
    Object.assign(all.world.clock, {
      now: () => now,
      today: () => civilDateAt(now, 'America/New_York'),
    });
    const person = await newPerson(all.world, 'Dita Director');
    await db.owner`insert into people.office (person, office) values (${person}, 'director')`;
    const [row] = await db.owner<
      { email: string }[]
    >`select email from people.person where id = ${person}`;
    director = row?.email ?? '';
    await keepPage(all.world, 'changed');
  });
  after(async () => {
    await db.close();
    soft?.close();
  });

  const issue = async (): Promise<{ id: string; text: string; document: JsonObject }> => {
    const { credential: id } = await awarded(all, { program: 'larkspur-care', on: '2026-11-01' });
    const document = await fileOf(id);
    return { id, document, text: JSON.stringify(document) };
  };
  const fileOf = async (id: string): Promise<JsonObject> => {
    const [row] = await db.owner<{ document: JsonObject }[]>`
      select document from register.copy where id = ${id}`;
    assert.ok(row);
    return row.document;
  };
  const verdict = async (document: JsonObject | string): Promise<string> =>
    (await checkHere(all.world, typeof document === 'string' ? document : JSON.stringify(document)))
      .verdict;
  /** A credential of nobody, signed by whoever holds a copy of a key, with the date they like. */
  const forged = async (
    like: JsonObject,
    fragment: string,
    created: number,
  ): Promise<JsonObject> => {
    const { proof: _, ...said } = like;
    const signer = all.world.keys.issuer.signer(fragment);
    const made = await signDocument(
      { ...said, id: `${all.world.origin}/c/${'F'.repeat(22)}` },
      {
        verificationMethod: `${issuerDid(all.world)}#${fragment}`,
        publicKey: signer.publicKey,
        sign: (message) => signer.sign(message),
      },
      momentOf(created),
      all.world.issuing.checkSignature,
    );
    assert.ok(made.ok);
    return made.value;
  };
  async function keys(...args: readonly string[]): Promise<{ code: number; said: string }> {
    let said = '';
    const tell = (text: string): void => {
      said += text;
    };
    return { code: await runKeys(args, { world: all.world, out: tell, err: tell }), said };
  }
  const page = () => JSON.parse(pageText(all.world)) as { assertionMethod: readonly string[] };

  test('are two, listed, and neither signs for the other', () => {
    const [credentials, status] = [keyNow(all.world, 'credentials'), keyNow(all.world, 'status')];
    assert.match(credentials.fragment, /^c-\d{4}a$/);
    assert.match(status.fragment, /^s-\d{4}a$/);
    assert.notDeepEqual(credentials.publicKey, status.publicKey);
    assert.equal(page().assertionMethod.length, 2);
  });

  test('are not changed by nobody, nor sooner than a month ahead', async () => {
    const before = pageText(all.world);
    const soon = { use: 'credentials', changeOver: now + 29 * DAY } as const;
    const late = { ...soon, changeOver: now + 31 * DAY };
    const kind = async (asked: Parameters<typeof planRotation>[1]) => {
      const done = await planRotation(all.world, asked);
      return done.ok ? 'done' : done.refusal.kind;
    };
    assert.equal(await kind({ ...soon, by: director }), 'too-soon');
    assert.equal(await kind({ ...late, by: 'nobody@example.org' }), 'no-such-director');
    assert.equal(pageText(all.world), before);
    assert.equal((await keys('rotate', '--use', 'vault')).code, 2);
  });

  test('go as the how-to says: a planned change, then a theft; old good, back-dated bad, live ones signed anew', async () => {
    const first = await issue();
    const old = keyNow(all.world, 'credentials').fragment;
    const changeOver = new Date(now + 32 * DAY).toISOString().slice(0, 10);
    const words = new Map<string, () => string>([
      ['CHANGE_OVER', () => changeOver],
      ['DIRECTOR', () => director],
      ['STOLEN', () => keyNow(all.world, 'credentials').fragment],
      ['SINCE', () => momentOf(now)],
    ]);
    const howTo = readFileSync('docs/how-to/rotate-keys.md', 'utf8');
    const blocks = [...howTo.matchAll(/^```(sh|text)\n(.*?)^```$/gms)].map(
      ([, kind = '', text = '']) => ({ kind, text: text.trim() }),
    );
    let said = '';
    let commands = 0;
    let second: Awaited<ReturnType<typeof issue>> | undefined;
    let loose: Awaited<ReturnType<typeof issue>> | undefined;
    let stolenKey = '';
    for (const { kind, text } of blocks) {
      if (kind === 'text') {
        assert.ok(said.includes(text), `not said: ${text} in ${said}`);
        continue;
      }
      if (text.includes('keys stolen')) {
        // A month has gone by: the new key signs, and the old one is over.
        now += 40 * DAY;
        assert.notEqual(keyNow(all.world, 'credentials').fragment, old);
        second = await issue();
        loose = await issue();
        // The log never heard of this one.
        await db.owner`update ledger.opening set plain = '{}' where credential = ${loose.id}`;
        stolenKey = keyNow(all.world, 'credentials').fragment;
        assert.deepEqual([await verdict(first.text), await verdict(second.text)], [GOOD, GOOD]);
        assert.equal(await verdict(await forged(first.document, old, now)), 'not-genuine');
      }
      const line = text.replaceAll(/\b[A-Z_]{5,}\b/g, (word) => words.get(word)?.() ?? word);
      const [program, command, ...args] = line.split(' ');
      assert.deepEqual([program, command], ['bin/evenhand', 'keys']);
      const done = await keys(...args);
      assert.equal(done.code, 0, done.said);
      said = done.said;
      commands += 1;
      if (text.includes('keys stolen')) {
        assert.match(said, /^1 signed anew/m);
        assert.ok(loose !== undefined && said.includes(`/c/${loose.id}`));
      }
    }
    assert.ok(commands >= 4);
    assert.ok(second !== undefined && loose !== undefined);
    assert.equal(await verdict(first.text), GOOD, 'what a retired key signed stays good');
    assert.equal(await verdict(second.text), 'not-genuine', 'an older file is fetched again');
    assert.equal(await verdict(await fileOf(second.id)), GOOD, 'signed anew at its address');
    assert.equal(await verdict(await fileOf(loose.id)), 'not-genuine', 'not known to the log');
    for (const created of [now - 39 * DAY, now - 5 * DAY, now]) {
      const theirs = await forged(first.document, stolenKey, created);
      assert.equal(await verdict(theirs), 'not-genuine', momentOf(created));
    }
    const { proof: _, ...before } = second.document;
    const { proof: __, ...again } = await fileOf(second.id);
    assert.deepEqual(again, before, 'only the signature is another');
    const [mail] = await db.owner<{ n: number }[]>`
      select count(*)::int as n from post.mail where subject = 'Download your credential again'`;
    assert.equal(mail?.n, 1);
    assert.deepEqual((await signAgain(all.world)).signed, 0);
    const list = (await keys('list')).said.trim().split('\n');
    const later = list.filter((line) => line.startsWith('c-')).slice(1);
    assert.equal(later.length, 2);
    const where =
      soft === undefined ? /\(in a file\)$/ : /\(in the token “Larkspur test”, as “test c-/;
    assert.ok(
      later.every((line) => where.test(line)),
      list.join('\n'),
    );
  });

  test('leave every page there was, each under its digest, with a line of the log that anybody can open', async () => {
    const kept = (await pagesKept(all.world)) as readonly {
      readonly sha256: string;
      readonly why: string;
      readonly log: { readonly place: number };
    }[];
    assert.deepEqual(
      kept.map(({ why }) => why),
      ['first', 'planned', 'stolen'],
    );
    assert.equal(kept.at(-1)?.sha256, sha256Hex(pageText(all.world)));
    for (const { sha256, log } of kept) {
      const text = await all.world.records.as({ rights: 'public', person: undefined }, (records) =>
        records.register.didDocumentAt(sha256),
      );
      assert.equal(sha256Hex(text ?? ''), sha256);
      const [line] = await db.owner<{ plain: { outcome: { page: string } } }[]>`
        select plain from ledger.opening where place = ${log.place}`;
      assert.equal(line?.plain.outcome.page, sha256);
    }
    const names = all.world.keys.issuer.all().map(({ fragment }) => fragment);
    assert.equal(new Set(names).size, names.length, 'a name is never used twice');
  });

  test('sign anew nothing but what a copy says, whoever asks', async () => {
    const { id, document } = await issue();
    const other = { ...document, name: 'Certified Surgeon' };
    const change = all.world.records.as({ rights: 'worker', person: undefined }, (records) =>
      records.register.signAgain(id, other),
    );
    await assert.rejects(change, /signed anew as it is/);
  });

  test('lie where it is asked, and nothing is changed where that cannot be', async () => {
    const ahead = new Date(now + 32 * DAY).toISOString().slice(0, 10);
    const rotate = ['rotate', '--use', 'status', '--change-over', ahead, '--by', director];
    const before = pageText(all.world);
    const odd = ['--in', 'drawer'];
    assert.equal((await keys(...rotate, ...odd)).code, 2);
    assert.equal((await keys(...rotate, '--in', 'file', '--label', 'x')).code, 2);
    const refused = await keys(...rotate, '--in', 'token', '--label', 'nobody’s');
    const words = soft === undefined ? /told of no token/ : /holds no key called “nobody’s”/;
    assert.equal(refused.code, 1);
    assert.match(refused.said, words);
    assert.equal(pageText(all.world), before);
    if (soft === undefined) {
      return;
    }
    const publicKey = openToken(soft.place).make('made by hand');
    const taken = await keys(...rotate, '--label', 'made by hand');
    assert.equal(taken.code, 0, taken.said);
    const held = all.world.keys.issuer.all().at(-1);
    assert.deepEqual(held?.publicKey, publicKey);
    assert.equal(held?.token?.key, 'made by hand');
    assert.equal((await keys(...rotate.with(2, 'credentials'), '--in', 'file')).code, 0);
    assert.equal(all.world.keys.issuer.all().at(-1)?.token, undefined);
  });
}

const GOOD = 'genuine-and-current';
