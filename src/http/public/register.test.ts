import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Answer, type Desk, type DeskPerson, openDesk } from '../../../tests/support/desk.ts';
import { storeExam } from '../../../tests/support/exam-world.ts';
import { passedExam } from '../../../tests/support/passed-exam.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { issueDue } from '../../workflow/certify/issue-due.ts';
import { keepRosters } from '../../workflow/register/rosters.ts';

const NAMES = ['Þórdís Jónsdóttir', 'Nguyễn Thị Minh Khai', '王小明', 'Suharto', "Siobhán O'Brien"];
const [THORDIS = '', MINH_KHAI = '', XIAOMING = '', SUHARTO = '', OBRIEN = ''] = NAMES;
const PROGRAM = 'larkspur-care';
const OTHER = 'larkspur-navigator';
const NONE = /No Larkspur Certified Care Coordinator|No .* matches what you asked/;

describe('the public register', () => {
  let desk: Desk;
  const people = new Map<string, string>();
  before(async () => {
    desk = await openDesk();
    await storeExam(desk.database.owner, desk.world);
    const { owner } = desk.database;
    for (const name of NAMES) {
      people.set(name, await passedExam(owner, { name }, PROGRAM));
    }
    await issueDue(desk.world);
  });
  after(() => desk.close());

  const me = (name: string): Promise<DeskPerson> => desk.signedIn(people.get(name) ?? '');
  const numberOf = async (name: string): Promise<string> => {
    const [row] = await desk.database.owner<{ n: string }[]>`
      select k.document->'credentialSubject'->>'licenseNumber' as n from register.copy k
      join register.credential c on c.id = k.credential
      where c.person = ${people.get(name) ?? ''} order by k.number desc limit 1`;
    return row?.n ?? '';
  };
  const byNumber = (number: string, familyName: string, program = PROGRAM): Promise<Answer> =>
    desk
      .stranger()
      .send('/register', { program, number, 'family-name': familyName }, '/register/number');
  const byName = (fullName: string, place = 'OH', credential = PROGRAM): Promise<Answer> =>
    desk
      .stranger()
      .send('/register', { credential, place, 'full-name': fullName }, '/register/name');

  describe('by certificate number and family name', () => {
    test('answers with the name, the credential, its days and how it stands, and with no way to anything else', async () => {
      const { status, words, text } = await byNumber(await numberOf(THORDIS), 'jonsdottir');
      assert.equal(status, 200);
      assert.match(words, /Þórdís Jónsdóttir/);
      assert.match(words, /Current/);
      assert.ok(words.includes(await numberOf(THORDIS)));
      assert.doesNotMatch(text, /\/c\/[A-Za-z0-9_-]{22}|@example\.org/);
    });
    test('knows a family name at either end of a name, a single name, and one written without spaces', async () => {
      for (const [name, ...typed] of [
        [MINH_KHAI, 'NGUYỄN', 'nguyen', 'Minh Khai', 'Nguyễn Thị Minh Khai'],
        [XIAOMING, '王', '王小明'],
        [SUHARTO, 'suharto'],
        [OBRIEN, 'O’Brien', "o'brien"],
      ] as const) {
        for (const familyName of typed) {
          assert.match(
            (await byNumber(await numberOf(name), familyName)).words,
            /Current/,
            familyName,
          );
        }
      }
    });
    test('answers nothing to a part of a word, a pattern, another name or another credential', async () => {
      const number = await numberOf(THORDIS);
      for (const typed of ['Jóns', 'dóttir', '%', '_', 'Nguyễn', 'Jónsdóttir%', 'Jónsdóttir_']) {
        assert.match((await byNumber(number, typed)).words, NONE, typed);
      }
      for (const typed of ['Suhart', 's', 'su']) {
        assert.match((await byNumber(await numberOf(SUHARTO), typed)).words, NONE, typed);
      }
      const elsewhere = await byNumber(number, 'Jónsdóttir', OTHER);
      assert.match(elsewhere.words, /No Larkspur .*Navigator.* matches what you asked/);
      assert.doesNotMatch(elsewhere.words, /Þórdís/);
    });
    test('says what is missing beside its box', async () => {
      const asked = await byNumber('', '');
      assert.equal(asked.status, 422);
      assert.match(asked.words, /Certificate number/);
    });
  });

  test('nobody is found by name who did not choose it; the exact name, credential and state find who did', async () => {
    assert.match((await byName(THORDIS)).words, NONE);
    const own = await me(THORDIS);
    assert.match(
      (await own.send('/my/register', { shown: 'name', place: '' })).words,
      /State: choose where you practice/,
    );
    assert.equal((await own.send('/my/register', { shown: 'name', place: 'OH' })).status, 303);
    assert.match((await byName('ÞÓRDÍS JÓNSDÓTTIR')).words, /Current/);
    for (const [name, place, program] of [
      ['Þórdís', 'OH', PROGRAM],
      ['Jónsdóttir', 'OH', PROGRAM],
      ['Þórdís %', 'OH', PROGRAM],
      [THORDIS, 'TX', PROGRAM],
      [THORDIS, 'OH', OTHER],
    ] as const) {
      assert.match((await byName(name, place, program)).words, NONE, `${name} ${place} ${program}`);
    }
  });

  test('whoever is to be found by their link only reads to a stranger like somebody who is not there', async () => {
    const own = await me(SUHARTO);
    const number = await numberOf(SUHARTO);
    assert.equal((await own.send('/my/register', { shown: 'link', place: '' })).status, 303);
    const hidden = await byNumber(number, 'Suharto');
    const absent = await byNumber('LCC-00000-00000', 'Suharto');
    const plain = ({ text }: Answer): string =>
      text.replaceAll(/value="[^"]*"/g, '').replaceAll(/nonce="[^"]*"/g, '');
    assert.equal(plain(hidden), plain(absent));
    assert.equal(hidden.status, absent.status);
    await own.send('/my/register', { shown: 'number', place: '' });
    assert.match((await byNumber(number, 'Suharto')).words, /Current/);
  });

  test('what was revoked is said to be', async () => {
    const { owner } = desk.database;
    const number = await numberOf(OBRIEN);
    const director = await desk.somebody('A Director', 'director');
    const [row] = await owner<{ id: string }[]>`select id from register.credential
      where person = ${people.get(OBRIEN) ?? ''}`;
    const at = `/desk/credentials/${row?.id}/revoke`;
    assert.equal((await director.send(at, { reason: 'Issued in error.' })).status, 303);
    assert.match((await byNumber(number, 'O’Brien')).words, /Revoked on/);
  });

  test('asking goes by post, so that no name stands in an address, and too often is refused', async () => {
    const stranger = desk.stranger();
    assert.equal((await stranger.see('/register?number=1&family-name=x')).status, 200);
    const asked = { program: PROGRAM, number: 'LCC-00000-00000', 'family-name': 'Nobody' };
    const many = await Promise.all(
      Array.from({ length: 24 }, () => stranger.send('/register', asked, '/register/number')),
    );
    assert.ok(many.some(({ status }) => status === 429));
  });

  describe('an employer’s list', () => {
    const sent = async (table: string, fields: Record<string, string> = {}) =>
      await desk
        .stranger()
        .upload(
          '/register/roster',
          { organization: 'Harbor Hospital', email: 'hr@harbor.example', told: 'yes', ...fields },
          [{ field: 'table', name: 'list.csv', bytes: utf8(table) }],
        );
    const linkIn = async (): Promise<string> => {
      const [mail] = await desk.database.owner<{ body: string }[]>`select body from post.mail
        where to_address = 'hr@harbor.example' and subject = 'Confirm your roster'
        order by queued_at desc limit 1`;
      return /\/register\/roster\/[\w-]+/.exec(mail?.body ?? '')?.[0] ?? '';
    };
    const mails = async (to: string, subject: string): Promise<number> => {
      const [row] = await desk.database.owner<{ n: number }[]>`select count(*)::int as n
        from post.mail where to_address = ${to} and subject = ${subject}`;
      return row?.n ?? 0;
    };

    test('says which rows and columns are wrong before anything is kept', async () => {
      assert.match((await sent('Name,Number\nA,B')).words, /"Credential".* is not among them/);
      const wrong = await sent('Credential,Certificate number,Family name\nXYZ,1,A\nLCC,,B');
      assert.match(wrong.words, /row 2: "XYZ" is no credential of this register/);
      assert.match(wrong.words, /row 3: the number or the family name is missing/);
      assert.match(
        (await sent('Credential,Number,Last name\nLCC,1,A', { told: '' })).words,
        /know that you ask/,
      );
      const [kept] = await desk.database.owner<{ n: number }[]>`
        select count(*)::int as n from register.roster`;
      assert.equal(kept?.n, 0);
    });
    test('is confirmed by mail; each is asked, and only who agrees is told about, now and when it changes', async () => {
      const table = [
        'Credential;Certificate number;Family name',
        `LCC;${await numberOf(THORDIS)};Jónsdóttir`,
        `LCC;${await numberOf(MINH_KHAI)};Nguyễn`,
        'LCC;LCC-00000-00000;Nobody',
      ].join('\r\n');
      assert.match((await sent(table)).words, /Look into your mail/);
      const link = await linkIn();
      const employer = desk.stranger();
      assert.doesNotMatch((await employer.see(link)).words, /Jónsdóttir/);
      const person = people.get(THORDIS) ?? '';
      const address = `${person}@example.org`;
      assert.equal(await mails(address, 'An employer asks about your credential'), 0);
      await employer.send(link, {}, `${link}/confirm`);
      await employer.send(link, {}, `${link}/confirm`);
      assert.equal(await mails(address, 'An employer asks about your credential'), 1);
      const unanswered = async (): Promise<number> =>
        // Once more in the words below the table that say what it means.
        ((await employer.see(link)).words.match(/No answer/g)?.length ?? 0) - 1;
      assert.equal(await unanswered(), 3);
      const own = await me(THORDIS);
      const asked = await own.see('/my/register');
      assert.match(asked.words, /Harbor Hospital asked about your LCC/);
      const at = /\/my\/register\/rosters\/[\w-]+\/\d+/.exec(asked.text)?.[0] ?? '';
      assert.equal(
        (await (await me(MINH_KHAI)).send('/my/register', { answer: 'agreed' }, at)).status,
        422,
      );
      assert.equal((await own.send('/my/register', { answer: 'agreed' }, at)).status, 303);
      const seen = await employer.see(link);
      assert.match(seen.words, /Jónsdóttir, LCC-\S+, LCC .*Current/);
      assert.equal(await unanswered(), 2);
      const told = () => mails('hr@harbor.example', 'Something on your roster changed');
      await keepRosters(desk.world);
      await keepRosters(desk.world);
      assert.equal(await told(), 1);
      const director = await desk.somebody('Another Director', 'director');
      const [row] = await desk.database.owner<{ id: string }[]>`select id from register.credential
        where person = ${person}`;
      await director.send(`/desk/credentials/${row?.id}/revoke`, { reason: 'Issued in error.' });
      await keepRosters(desk.world);
      assert.equal(await told(), 2);
      assert.match((await employer.see(link)).words, /Revoked on/);
      assert.equal((await own.send('/my/register', { answer: 'refused' }, at)).status, 303);
      assert.equal(await unanswered(), 3);
      assert.match((await employer.send(link, {}, `${link}/end`)).words, /The list is erased/);
      assert.match((await employer.see(link)).words, /The list is erased/);
      const [left] = await desk.database.owner<{ n: number }[]>`
        select count(*)::int as n from register.roster_consent`;
      assert.equal(left?.n, 0);
    });
  });

  test('each program is described for registries of credentials, under an id of its own that stays', async () => {
    const ids = new Set<string>();
    for (const program of [PROGRAM, OTHER, 'ccm', 'cdms']) {
      const answer = await desk.stranger().see(`/programs/${program}/ctdl.json`);
      assert.equal(answer.status, 200);
      const described = JSON.parse(answer.text) as Partial<Record<string, string>>;
      assert.equal(described['@type'], 'ceterms:Certification');
      assert.match(
        described['ceterms:ctid'] ?? '',
        /^ce-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      );
      ids.add(described['ceterms:ctid'] ?? '');
    }
    assert.equal(ids.size, 4);
  });
});
