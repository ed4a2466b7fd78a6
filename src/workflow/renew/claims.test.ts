import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newPerson } from '../../../tests/support/exam-world.ts';
import { awarded, type RenewalWorld, renewalWorld } from '../../../tests/support/renewal-world.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import type { Result } from '../../kernel/result/result.ts';
import { claimHours, takeBackHours } from './claim-hours.ts';
import { claimSigned } from './claim-signed.ts';
import {
  addProvider,
  askCourseAgain,
  changeApproval,
  coursesToLookAtAgain,
  coursesToReview,
  lookAtCourseAgain,
  reviewCourse,
} from './courses.ts';
import { previewImport, rowsIn, saveImport } from './import-claims.ts';

interface Holder {
  readonly person: string;
  readonly credential: string;
}
const WORKER = { rights: 'worker', person: undefined } as const;
const refusal = (answer: Result<unknown>): string => (answer.ok ? 'done' : answer.refusal.kind);
const upload = (text: string) => ({ name: 'hours.csv', bytes: utf8(text), tooLarge: false });

describe('hours of many kinds', () => {
  let db: TestDatabase;
  let all: RenewalWorld;
  let one: Holder;
  before(async () => {
    db = await testDatabase();
    all = await renewalWorld(db);
    one = await awarded(all, { program: 'larkspur-care', on: '2022-05-31' });
    all.at('2025-02-20');
  });
  after(() => db.close());

  const activities = () =>
    all.world.records.as({ rights: 'candidate', person: one.person }, ({ renewals }) =>
      renewals.activities(one.credential),
    );
  const rows = async (text: string) => {
    const read = await rowsIn(all.world, upload(text));
    assert.ok(read.ok, read.ok ? '' : read.refusal.because);
    return read.value;
  };
  const save = async (text: string, change: { readonly leftOut?: readonly number[] } = {}) =>
    saveImport(all.world, {
      ...{ ...one, rows: await rows(text), leftOut: [], confirmed: [] },
      ...change,
    });

  describe('a table', () => {
    const table = `Provider,Title,Date,Hours,Subject
Harbor Institute,"Ethics, part 1",2024-03-02,3,ethics
Harbor Institute,Coding,3/5/2024,6,
Harbor Institute,Too late,2028-01-01,1,
harbor institute,coding,2024-03-05,6,`;
    test('shows the fate of every row before anything is kept', async () => {
      const preview = await previewImport(all.world, { ...one, rows: await rows(table) });
      assert.ok(preview.ok);
      assert.deepEqual(
        preview.value.fates.map(({ kind, row }) => `${row} ${kind}`),
        ['2 new', '3 new', '4 refused', '5 refused'],
      );
      assert.deepEqual(await activities(), []);
    });
    test('is kept whole or not at all; rows that are refused are mended or left out by number', async () => {
      assert.equal(refusal(await save(table)), 'rows-to-mend');
      assert.deepEqual(await activities(), []);
      const done = await save(table, { leftOut: [4, 5] });
      assert.deepEqual(done, { ok: true, value: { added: 2, changed: 0, same: 0 } });
    });
    test('handed in again changes nothing; edited and handed in again it is an update', async () => {
      assert.deepEqual(await save(table, { leftOut: [4, 5] }), {
        ...{ ok: true, value: { added: 0, changed: 0, same: 2 } },
      });
      const [first] = await activities();
      const edited = `Id;Provider;Title;Completed;Hours;Subject\n${first?.id};Harbor Institute;"Ethics, part 1";2024-03-02;4.5;ethics`;
      assert.deepEqual(await save(edited), {
        ...{ ok: true, value: { added: 0, changed: 1, same: 0 } },
      });
      const after = await activities();
      assert.deepEqual([after.length, after[0]?.hours], [2, 4.5]);
    });
    test('that is none, has no rows or lacks a column is refused in words', async () => {
      const read = async (bytes: Uint8Array) =>
        refusal(await rowsIn(all.world, { name: 'x', bytes, tooLarge: false }));
      assert.equal(await read(new Uint8Array([0xff, 0xfe, 0xff])), 'not-a-table');
      assert.equal(await read(utf8('Provider,Title,Date,Hours\n')), 'no-rows');
      assert.equal(await read(utf8('Provider,Title\na,b')), 'column-missing');
      assert.equal(await read(utf8('')), 'column-missing');
    });
  });

  describe('the fee for a course that is reviewed', () => {
    // CCM publishes $15 for each course that is reviewed.
    const FEE = 1500;
    const typed = {
      ...{ provider: 'Evening School', title: 'Grief at work', began: '', completed: '2024-05-02' },
      ...{ hours: '3', subjects: '', delivery: '' },
    };
    const claim = async (change: Partial<typeof typed> = {}) => {
      const done = await claimHours(all.world, {
        ...{ ...one, typed: { ...typed, ...change }, upload: undefined },
      });
      assert.ok(done.ok && done.value.kept, JSON.stringify(done));
      return done.value.id;
    };
    const owed = async (): Promise<number> => {
      const rows = await all.world.records.as(
        { rights: 'candidate', person: one.person },
        ({ money }) => money.mine(),
      );
      return rows
        .filter(({ fee }) => fee === 'course-review')
        .reduce((sum, { kind, cents }) => sum + (kind === 'waiver' ? -cents : cents), 0);
    };
    const back = async (activity: string) =>
      refusal(await takeBackHours(all.world, { ...one, activity }));
    test('is due once a course: taken back before a review it is taken back, claimed again it is due again', async () => {
      const before = await owed();
      const first = await claim();
      assert.equal(await owed(), before + FEE);
      assert.equal(await back(first), 'done');
      assert.equal(await owed(), before);
      const second = await claim();
      assert.equal(await owed(), before + FEE);
      const reviewed = await reviewCourse(all.world, {
        ...{ reviewer: all.reviewer, activity: second, accepted: true, reason: '' },
      });
      assert.equal(refusal(reviewed), 'done');
      assert.equal(await back(second), 'done');
      await claim({ hours: '4' });
      assert.equal(await owed(), before + FEE);
      await claim({ title: 'Grief at work, part 2' });
      assert.equal(await owed(), before + 2 * FEE);
    });
    test('is due for a signed record only where the course began before its provider was approved, so that a person reviews it', async () => {
      const before = await owed();
      const keys = generateKeyPairSync('ed25519');
      const key = String(keys.publicKey.export({ format: 'jwk' }).x);
      const added = await addProvider(all.world, {
        ...{ staff: all.staff, title: 'Late School', from: '2024-06-01', signsWith: key },
      });
      assert.ok(added.ok);
      const signed = async (title: string, completed: string) => {
        const record = {
          ...{ provider: added.value, providerName: 'Late School', title, completed },
          ...{ attendee: 'Zoë Nakamura-O’Brien', hours: '2' },
        };
        const signature = sign(null, utf8(canonicalJson(record)), keys.privateKey);
        const text = JSON.stringify({ ...record, signature: signature.toString('base64url') });
        const done = await claimSigned(all.world, { ...one, upload: upload(text) });
        assert.equal(refusal(done), 'done', done.ok ? '' : done.refusal.because);
        const kept = (await activities()).find((each) => each.title === title);
        return [kept?.approval.kind, await owed()];
      };
      assert.deepEqual(await signed('New course', '2024-06-01'), ['provider', before]);
      assert.deepEqual(await signed('Old course', '2024-05-31'), ['review', before + FEE]);
    });
  });

  describe('a record that a provider signed', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'jwk' }).x ?? '';
    const record = (change: Record<string, string> = {}) => {
      const plain = {
        ...{ provider: 'signing-school', providerName: 'Signing School', title: 'Signed ethics' },
        ...{ completed: '2024-06-01', hours: '2', subjects: 'ethics' },
        ...{ attendee: 'Zoe Nakamura-O’Brien, RN', ...change },
      };
      const signature = sign(null, utf8(canonicalJson(plain)), privateKey).toString('base64url');
      return { ...plain, signature };
    };
    const claim = (value: object) =>
      claimSigned(all.world, { ...one, upload: upload(JSON.stringify(value)) });
    test('counts with no other proof where the signature is that of the provider', async () => {
      assert.equal(refusal(await claim(record())), 'unknown-provider');
      const added = await addProvider(all.world, {
        ...{ staff: all.staff, title: 'Signing School', from: '2020-01-01', signsWith: key },
      });
      assert.ok(added.ok, added.ok ? '' : added.refusal.because);
      assert.equal(refusal(await claim(record())), 'done');
      const kept = (await activities()).find(({ title }) => title === 'Signed ethics');
      assert.deepEqual(
        [kept?.hours, kept?.approval.kind, kept?.evidence?.startsWith('signed:')],
        [2, 'provider', true],
      );
      assert.equal(refusal(await claim(record())), 'not-claimable');
    });
    test('changed after it was signed, in another name, or no record at all, it is refused', async () => {
      assert.equal(
        refusal(await claim({ ...record({ title: 'Another' }), hours: '9' })),
        'does-not-hold',
      );
      assert.equal(refusal(await claim(record({ attendee: 'Somebody Else' }))), 'another-name');
      assert.equal(refusal(await claim({ title: 'Another' })), 'not-a-record');
      assert.equal(
        refusal(await claimSigned(all.world, { ...one, upload: upload('no json') })),
        'not-a-record',
      );
    });
    test('a provider is on the list once, and its approval ends and begins again with a day', async () => {
      const again = {
        staff: all.staff,
        title: 'Signing  School',
        from: '2020-01-01',
        signsWith: '',
      };
      assert.equal(refusal(await addProvider(all.world, again)), 'known-already');
      assert.equal(
        refusal(await addProvider(all.world, { ...again, signsWith: 'short' })),
        'not-a-key',
      );
      const change = (to: 'end' | 'approve', on: string) =>
        changeApproval(all.world, {
          ...{ staff: all.staff, provider: 'signing-school', change: to, day: on },
        });
      assert.equal(refusal(await change('end', '2024-12-31')), 'done');
      assert.equal(refusal(await change('end', '2025-12-31')), 'not-approved');
      assert.equal(refusal(await change('approve', '2025-06-01')), 'done');
    });
  });

  test('a course that nobody approved is reviewed by somebody who does not see whose it is', async () => {
    const claimed = await claimHours(all.world, {
      ...one,
      typed: {
        ...{ provider: 'A Hospital', title: 'Grand rounds', began: '', completed: '2024-07-01' },
        ...{ hours: '2', subjects: '', delivery: '' },
      },
      upload: undefined,
    });
    assert.ok(claimed.ok && claimed.value.kept);
    const waiting = await coursesToReview(all.world, all.reviewer);
    const course = waiting.find(({ title }) => title === 'Grand rounds');
    assert.ok(course);
    assert.ok(!JSON.stringify(course).includes(one.person));
    const review = (accepted: boolean, reason: string, by = all.reviewer) =>
      reviewCourse(all.world, { reviewer: by, activity: course.id, accepted, reason });
    assert.equal(refusal(await review(false, ' ')), 'reason-missing');
    assert.equal(refusal(await review(false, 'It is no education.')), 'done');
    assert.equal(refusal(await review(true, '', all.other)), 'reviewed-before');
    const mine = (await activities()).find(({ title }) => title === 'Grand rounds');
    assert.deepEqual(mine?.approval, {
      ...{ kind: 'review', outcome: 'refused', on: '2025-02-20', reason: 'It is no education.' },
    });
  });
  test('what does not count is looked at once more by somebody else, who reads the first reason and learns no name', async () => {
    const [first] = (await activities()).filter(({ title }) => title === 'Grand rounds');
    const ask = (said: string, person = one.person) =>
      askCourseAgain(all.world, {
        ...{ person, credential: one.credential, activity: first?.id ?? '', said },
      });
    const [me] = await all.world.records.as(WORKER, ({ people }) => people.byIds([one.person]));
    assert.equal(refusal(await ask(`${me?.fullName} was there`)), 'said-missing');
    assert.equal(refusal(await ask('short')), 'said-missing');
    assert.equal(refusal(await ask('It taught ethics.', all.other)), 'nothing-refused');
    const asked = await ask('The second hour was about consent, which is ethics.');
    assert.ok(asked.ok, asked.ok ? '' : asked.refusal.because);
    assert.equal(refusal(await ask('The second hour was about consent.')), 'asked-before');
    assert.deepEqual(await coursesToLookAtAgain(all.world, all.reviewer), []);
    const [again] = await coursesToLookAtAgain(all.world, all.other);
    assert.deepEqual(
      [again?.title, again?.reason, again?.said, again?.promisedBy],
      [
        ...['Grand rounds', 'It is no education.'],
        ...['The second hour was about consent, which is ethics.', asked.value],
      ],
    );
    assert.ok(!JSON.stringify(again).includes(one.person));
    const answer = (reviewer: string, reason = 'Consent is ethics.') =>
      lookAtCourseAgain(all.world, { reviewer, activity: first?.id ?? '', accepted: true, reason });
    assert.equal(refusal(await answer(all.reviewer)), 'not-yours');
    assert.equal(refusal(await answer(all.other, ' ')), 'reason-missing');
    assert.equal(refusal(await answer(all.other)), 'done');
    assert.equal(refusal(await answer(all.other)), 'reviewed-before');
    const now = (await activities()).find(({ id }) => id === first?.id);
    assert.deepEqual(now?.approval, { kind: 'review', outcome: 'accepted', on: '2025-02-20' });
    const [lines] = await db.owner<{ n: number }[]>`select count(*)::int as n from ledger.entry
      where commitment like '%"kind":"course"%'`;
    assert.ok((lines?.n ?? 0) >= 2);
  });
  test('a second look can be asked for within 30 days, and a changed claim is reviewed anew', async () => {
    const claimed = await claimHours(all.world, {
      ...one,
      typed: {
        ...{ provider: 'A spa', title: 'Sound baths', began: '', completed: '2024-06-02' },
        ...{ hours: '1', subjects: '', delivery: '' },
      },
      upload: undefined,
    });
    assert.ok(claimed.ok, claimed.ok ? '' : claimed.refusal.because);
    const found = async () => (await activities()).find(({ title }) => title === 'Sound baths');
    const activity = (await found())?.id ?? '';
    const refused = { reviewer: all.reviewer, activity, accepted: false, reason: 'No subject.' };
    assert.equal(refusal(await reviewCourse(all.world, refused)), 'done');
    all.at('2025-03-23');
    const said = { ...one, activity, said: 'It was about listening.' };
    assert.equal(refusal(await askCourseAgain(all.world, said)), 'nothing-refused');
    all.at('2025-03-22');
    assert.equal(refusal(await askCourseAgain(all.world, said)), 'done');
    await db.owner`update renewal.activity set hours = 2 where id = ${activity}`;
    assert.deepEqual((await found())?.approval, { kind: 'review', outcome: 'waiting' });
    assert.deepEqual(await coursesToLookAtAgain(all.world, all.other), []);
    all.at('2025-02-20');
  });
  test('nobody reviews their own course', async () => {
    await db.owner`insert into people.office (person, office) values (${one.person}, 'reviewer')`;
    const own = await coursesToReview(all.world, one.person);
    assert.deepEqual(own, []);
    const [mine] = await activities();
    const answer = await reviewCourse(all.world, {
      ...{ reviewer: one.person, activity: mine?.id ?? '', accepted: true, reason: '' },
    });
    assert.equal(refusal(answer), 'not-yours');
  });

  test('what a reviewer accepted is reviewed anew once it is changed; what made good an audit is not changed at all', async () => {
    const { owner } = db;
    const done = await claimHours(all.world, {
      ...one,
      typed: {
        ...{ provider: 'A College', title: 'Grief', began: '', completed: '2024-06-01' },
        ...{ hours: '1', subjects: '', delivery: '' },
      },
      upload: undefined,
    });
    assert.ok(done.ok, done.ok ? '' : done.refusal.because);
    const [claim] = await owner<
      { id: string }[]
    >`select id from renewal.activity where title = 'Grief'`;
    const id = claim?.id ?? '';
    const reviewer = await newPerson(all.world, 'Rae Viewer');
    await owner.begin(async (tx) => {
      await tx`select set_config('evenhand.person', ${reviewer}, true)`;
      await tx`insert into renewal.course_review (activity, accepted, reason, reviewed_by, on_day)
        values (${id}, true, 'It is about the work.', ${reviewer}, '2025-02-20')`;
    });
    const reviews = async () =>
      (await owner`select 1 from renewal.course_review where activity = ${id}`).length;
    assert.equal(await reviews(), 1);
    await owner`update renewal.activity set proof = proof where id = ${id}`;
    assert.equal(await reviews(), 1, 'more proof is no other course');
    await owner`update renewal.activity set hours = 20 where id = ${id}`;
    assert.equal(await reviews(), 0);
    await owner.begin(async (tx) => {
      await tx`alter table renewal.event disable trigger guard_event`;
      await tx`insert into renewal.event (credential, version, type, body)
        values (${one.credential}, 900, 'made-good', ${tx.json({ on: '2025-02-20', activities: [id] })})`;
      await tx`alter table renewal.event enable trigger guard_event`;
    });
    await assert.rejects(
      owner`delete from renewal.activity where id = ${id}`,
      /made good an audit/,
    );
    await assert.rejects(
      owner`update renewal.activity set completed = '2027-01-01' where id = ${id}`,
      /made good an audit/,
    );
  });
});
