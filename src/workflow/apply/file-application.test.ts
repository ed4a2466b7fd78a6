import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { file, fillIn, picture, typedOn } from '../../../tests/support/application.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import {
  decidedMatter,
  newCandidate,
  newPerson,
  secretsFor,
  storeExam,
  worldOver,
} from '../../../tests/support/exam-world.ts';
import { formPages, pageOf } from '../../casework/application/form-pages.ts';
import { member } from '../../kernel/bytes/json-members.ts';
import { startSitting } from '../exam/start-sitting.ts';
import type { World } from '../ports/ports.ts';
import { openApplication } from './application.ts';
import { fileApplication } from './file-application.ts';
import { reviewOf } from './review-application.ts';
import { savePage } from './save-page.ts';
import { withdrawMatter } from './withdraw.ts';

const PROGRAM = 'larkspur-care';

describe('filing an application, on a real database', () => {
  let database: TestDatabase;
  let world: World;

  before(async () => {
    database = await testDatabase();
    world = worldOver(database.pools, secretsFor().folder, 'https://larkspur.example');
    await storeExam(database.owner, world);
  });
  after(() => database.close());

  const own = async <Value>(
    person: string,
    work: Parameters<typeof world.records.as<Value>>[1],
  ): Promise<Value> => await world.records.as({ rights: 'candidate', person }, work);
  const opened = async (person: string, program = PROGRAM) => {
    const found = await openApplication(world, { person, program });
    assert.ok(found.ok, found.ok ? '' : found.refusal.because);
    return found.value;
  };
  const save = async (
    person: string,
    page: string,
    typed: Readonly<Record<string, string | readonly string[]>>,
    uploads: Parameters<typeof savePage>[1]['uploads'] = [],
  ) => {
    const saved = await savePage(world, { person, program: PROGRAM, page, typed, uploads });
    assert.ok(saved.ok, saved.ok ? '' : saved.refusal.because);
    return saved.value;
  };

  for (const [program, appealDays] of [
    ['larkspur-care', 30],
    ['larkspur-work', 30],
    ['larkspur-navigator', 45],
  ] as const) {
    test(`an application to ${program} that meets every rule is filed whole, in one step`, async () => {
      const person = await newPerson(world, 'Zoë O’Brien');
      await fillIn(world, person, program);
      const before = await opened(person, program);
      const review = reviewOf(before);
      assert.deepEqual(review.missing, []);
      assert.equal(review.reading.met, true);
      const filed = await file(world, person, program);
      assert.ok(filed.ok, filed.ok ? '' : filed.refusal.because);
      const { matter } = filed.value;
      assert.match(matter.label, /^E-[2-9A-Z]{7}$/);
      assert.ok(review.promise.ok);
      assert.equal(matter.promisedBy, review.promise.value.by);
      const kept = await own(person, async (records) => ({
        history: await records.matters.read(matter.id),
        draft: await records.drafts.read(program),
        left: await records.documents.ofDraft(program),
        filed: await records.documents.ofMatter(matter.id),
        money: await records.money.mine(),
        requests: await records.attestations.ofMatter(matter.id),
      }));
      const [event] = kept.history?.events ?? [];
      assert.ok(event?.type === 'opened');
      assert.deepEqual(
        event.criteria.map(({ id }) => id),
        before.rules.criteria.map(({ id }) => id),
      );
      assert.deepEqual(event.expression, before.rules.pathway);
      assert.equal(event.rules, before.rules.id);
      assert.equal(event.appealDays, appealDays);
      assert.equal(kept.draft, undefined);
      assert.deepEqual(kept.left, []);
      assert.equal(kept.filed.length, before.documents.length);
      const published = before.rules.fees.filter(
        (fee) => fee.id === 'application' && (fee.amount.value ?? 0) > 0,
      );
      assert.deepEqual(
        kept.money
          .map(({ kind, fee, cents, matter: of }) => `${kind} ${fee} ${cents} ${of}`)
          .sort(),
        published
          .map(({ id, amount }) => `charge ${id} ${(amount.value ?? 0) * 100} ${matter.id}`)
          .sort(),
      );
      assert.equal(kept.requests.length, review.supervisors.length);
    });
  }

  test('pressing twice, or in four windows at once, leaves one matter, one set of charges and one mail', async () => {
    const person = await newPerson(world);
    await fillIn(world, person, PROGRAM);
    const presses = await Promise.all([1, 2, 3, 4].map(() => file(world, person, PROGRAM)));
    const later = await fileApplication(world, {
      person,
      program: PROGRAM,
      seen: 'an old page',
      declared: true,
    });
    const matters = await own(person, (records) => records.matters.mine());
    assert.equal(matters.length, 1);
    const ids = [...presses, later].map((press) => {
      assert.ok(press.ok, press.ok ? '' : press.refusal.because);
      return press.value.matter.id;
    });
    assert.deepEqual(new Set(ids), new Set([matters[0]?.id]));
    const money = await own(person, (records) => records.money.mine());
    assert.deepEqual(new Set(money.map(({ reference }) => reference)).size, money.length);
    const mails = await database.owner`select to_person, to_address from post.mail
      where to_person = ${person} or body like ${`%${matters[0]?.id}%`}`;
    assert.equal(mails.length, 1);
    const requests = await own(person, (records) =>
      records.attestations.ofMatter(matters[0]?.id ?? ''),
    );
    assert.equal(requests.length, 1);
  });

  test('the candidate is told the promised date, and the letter names nobody', async () => {
    const person = await newPerson(world, 'Ngozi Adichie-Bell');
    await fillIn(world, person, PROGRAM);
    const filed = await file(world, person, PROGRAM);
    assert.ok(filed.ok);
    const [mail] = await database.owner<{ subject: string; body: string }[]>`
      select subject, body from post.mail where to_person = ${person}`;
    assert.ok(mail);
    assert.match(mail.subject, /^Your application E-\w{7} is filed$/);
    assert.match(mail.body, /by (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \w+ \d+, \d{4}/);
    assert.ok(!`${mail.subject} ${mail.body}`.includes('Adichie'));
    assert.ok(mail.body.includes(`https://larkspur.example/matters/${filed.value.matter.id}`));
    assert.ok(mail.body.includes('Not affiliated with or endorsed by'));
  });

  test('answers and papers on pages that no longer apply are not filed', async () => {
    const person = await newPerson(world);
    await fillIn(world, person, PROGRAM);
    const { draft, rules } = await opened(person);
    const choice = Object.keys(draft.answers).find((page) => page.startsWith('choose-'));
    assert.ok(choice);
    const page = pageOf(rules, choice);
    const [first, second] = page?.fields[0]?.options ?? [];
    assert.ok(first && second && rules.criteria.some(({ id }) => id === second.value));
    await save(person, choice, { chosen: second.value });
    for (const page of formPages(rules).filter(({ criterion }) => criterion === second.value)) {
      const uploads = page.documents.map(async ({ supports }) => ({
        supports,
        name: 'other.png',
        bytes: await picture(77),
        tooLarge: false,
      }));
      await save(
        person,
        page.id,
        typedOn(page, rules, world.clock.today()),
        await Promise.all(uploads),
      );
    }
    const filed = await file(world, person, PROGRAM);
    assert.ok(filed.ok, filed.ok ? '' : filed.refusal.because);
    const { claim, documents, left } = await own(person, async (records) => ({
      claim: await records.matters.claim(filed.value.matter.id),
      documents: await records.documents.ofMatter(filed.value.matter.id),
      left: await records.documents.ofDraft(PROGRAM),
    }));
    const pages = Object.keys(member(claim, 'answers') ?? {});
    assert.ok(pages.includes(second.value));
    assert.ok(!pages.includes(first.value), 'the first choice is claimed no longer');
    assert.ok(documents.every(({ supports }) => supports !== first.value));
    assert.deepEqual(left, []);
  });

  test('what was changed after the last look is not filed unseen', async () => {
    const person = await newPerson(world);
    await fillIn(world, person, PROGRAM);
    const { seen } = reviewOf(await opened(person));
    await save(person, 'your-name', { 'full-name': 'Another Name' });
    const asked = { person, program: PROGRAM, seen, declared: true };
    const stale = await fileApplication(world, asked);
    assert.equal(!stale.ok && stale.refusal.kind, 'changed-since');
    const fresh = reviewOf(await opened(person)).seen;
    const unsigned = await fileApplication(world, { ...asked, seen: fresh, declared: false });
    assert.equal(!unsigned.ok && unsigned.refusal.kind, 'declaration-missing');
    assert.ok((await fileApplication(world, { ...asked, seen: fresh })).ok);
  });

  test('an application with a gap is not filed, and nothing is written by half', async () => {
    const person = await newPerson(world);
    await fillIn(world, person, PROGRAM);
    await save(person, 'license', { number: '12' });
    const { seen } = reviewOf(await opened(person));
    const asked = { person, program: PROGRAM, seen, declared: true };
    const filed = await fileApplication(world, asked);
    assert.equal(!filed.ok && filed.refusal.kind, 'not-complete');
    const nobody = await newPerson(world);
    const empty = await fileApplication(world, { ...asked, person: nobody });
    assert.equal(!empty.ok && empty.refusal.kind, 'not-complete');
    for (const one of [person, nobody]) {
      const kept = await own(one, async (records) => [
        ...(await records.matters.mine()),
        ...(await records.money.mine()),
      ]);
      assert.deepEqual(kept, []);
    }
  });

  test('under a mark whose owner has not agreed no draft is opened, until the agreement is on record', async () => {
    const person = await newPerson(world);
    const asked = { person, program: 'ccm' };
    const closed = await openApplication(world, asked);
    assert.equal(!closed.ok && closed.refusal.kind, 'not-authorized');
    const saved = await savePage(world, {
      ...asked,
      page: 'your-name',
      typed: { 'full-name': 'Ana' },
      uploads: [],
    });
    assert.equal(!saved.ok && saved.refusal.kind, 'not-authorized');
    const filed = await fileApplication(world, { ...asked, seen: '', declared: true });
    assert.equal(!filed.ok && filed.refusal.kind, 'not-authorized');
    await database.owner`insert into front.authorization (program, owner, reference, recorded_by)
      values ('ccm', 'Commission for Case Manager Certification', 'letter 7', 'a test')`;
    assert.ok((await openApplication(world, asked)).ok);
  });

  test('nobody files a second time while the first is open, or while they are eligible, or in an exam', async () => {
    const person = await newPerson(world);
    await decidedMatter(world, person, { kind: 'eligibility', program: PROGRAM });
    assert.equal((await opened(person)).standing.kind, 'filed');
    const page = { program: PROGRAM, page: 'your-name', typed: {}, uploads: [] };
    const saved = await savePage(world, { ...page, person });
    assert.equal(!saved.ok && saved.refusal.kind, 'already-filed');
    const eligible = await newCandidate(world);
    assert.equal((await opened(eligible)).standing.kind, 'eligible');
    const again = await savePage(world, { ...page, person: eligible });
    assert.equal(!again.ok && again.refusal.kind, 'already-eligible');
    const started = await startSitting(world, eligible, PROGRAM);
    assert.ok(started.ok);
    assert.equal((await opened(eligible)).standing.kind, 'sitting');
    assert.equal((await opened(eligible, 'larkspur-work')).standing.kind, 'may-file');
    const refused = await newPerson(world);
    await decidedMatter(world, refused, {
      kind: 'eligibility',
      program: PROGRAM,
      outcome: 'not-met',
    });
    assert.equal((await opened(refused)).standing.kind, 'may-file');
  });

  test('who withdraws may apply again', async () => {
    const person = await newPerson(world);
    await fillIn(world, person, PROGRAM);
    const filed = await file(world, person, PROGRAM);
    assert.ok(filed.ok);
    assert.ok((await withdrawMatter(world, { person, matter: filed.value.matter.id })).ok);
    assert.equal((await opened(person)).standing.kind, 'may-file');
    await fillIn(world, person, PROGRAM);
    const again = await file(world, person, PROGRAM);
    assert.ok(again.ok && !again.value.before && again.value.matter.id !== filed.value.matter.id);
  });

  const names = [
    'X',
    '王小明',
    'ᠪᠣᠷᠵᠢᠭᠢᠨ',
    'Ìbùkúnolúwa',
    'محمد بن عبد الله',
    "D’Angelo O'Neill-Šćepanović",
    'Nguyễn Thị Minh Khai',
    '𠮷田太郎',
    'ℕ'.repeat(200),
  ];
  for (const name of names) {
    test(`the name ${name.slice(0, 24)} is kept as it is written and goes with the application`, async () => {
      const person = await newPerson(world, 'Account Name');
      await fillIn(world, person, PROGRAM, (page, typed) =>
        page.kind === 'name' ? { 'full-name': name, 'former-names': 'Ana\nBea' } : typed,
      );
      assert.ok((await file(world, person, PROGRAM)).ok);
      const me = await own(person, (records) => records.people.me());
      assert.equal(me?.fullName, name.normalize('NFC'));
      assert.deepEqual(me?.formerNames, ['Ana', 'Bea', 'Account Name']);
    });
  }
});
