import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import {
  as,
  type Cast,
  carry,
  cast,
  file,
  type Story,
  wholeStory,
} from '../../../tests/support/cast.ts';
import { grants, readableBy } from '../../../tests/support/catalog.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { attested, stepsTo } from '../../../tests/support/matters.ts';
import { mentoringRows } from '../../../tests/support/mentoring-rows.ts';
import { nameRows } from '../../../tests/support/name-rows.ts';
import { nomineeIn } from '../../../tests/support/openings.ts';
import { renewalRows } from '../../../tests/support/renewal-rows.ts';
import { respondentIn } from '../../../tests/support/respondent.ts';
import { studyRows } from '../../../tests/support/study-rows.ts';
import { vaultWith } from '../../outside/adapters/vault.ts';
import { sealedWriter } from '../sealed-store/sealed-writer.ts';
import { codeOf } from '../tables/rows.ts';

const MY_CREDENTIAL = 'credential in (select id from register.credential where person = $1)';
const forbidden = (cause: unknown): boolean => codeOf(cause) === '42501';
describe('what each role reads', () => {
  let db: TestDatabase;
  let all: Cast;
  let ana: Story;
  let bo: Story;
  const key = randomBytes(32);
  const vault = vaultWith(randomBytes(32));

  before(async () => {
    db = await testDatabase();
    all = await cast(db);
    ana = await wholeStory(db, all, all.ana);
    bo = await wholeStory(db, all, all.bo);
    for (const [person, story] of [
      [all.ana, ana],
      [all.bo, bo],
    ] as const) {
      const { credential, matter, sitting } = story;
      await renewalRows(db, all, { person, credential, matter: matter.id, sitting });
    }
    await nameRows(db, { person: all.ana, matter: ana.matter.id, clerk: all.clerk });
    await nameRows(db, { person: all.bo, matter: bo.matter.id, clerk: all.clerk });
    await mentoringRows(db, [all.ana, all.bo]);
    await studyRows(db, all.director, [all.ana, all.bo]);
    await respondentIn(db, all.ana);
    await respondentIn(db, all.bo);
    await nomineeIn(db, all.ana);
    await nomineeIn(db, all.bo);
    const writer = sealedWriter(db.pools.identify, key, vault);
    await writer.record(all.ana, new Map([['race', ['canary-group']]]), 'wording 1');
  });
  after(() => db.close());

  const holding = (lines: readonly string[], word: string): readonly string[] =>
    lines.filter((line) => line.includes(word));

  describe('a candidate', () => {
    /** Whose a row is, for every table a candidate may read; $1 is the candidate. */
    const mineIn: Readonly<Record<string, string>> = {
      'people.person': 'id = $1',
      'front.draft': 'person = $1',
      'casework.matter': 'id in (select matter from casework.subject where person = $1)',
      'casework.subject': 'person = $1',
      'casework.name_reason': 'matter in (select matter from casework.subject where person = $1)',
      'audit.former_name_reading': 'person = $1',
      'casework.claim': 'matter in (select matter from casework.subject where person = $1)',
      'casework.event': 'matter in (select matter from casework.subject where person = $1)',
      'casework.standing': 'id in (select matter from casework.subject where person = $1)',
      'evidence.document': 'person = $1',
      'evidence.attestation_request':
        'matter in (select matter from casework.subject where person = $1)',
      'evidence.attestation':
        'request in (select r.id from evidence.attestation_request r join casework.subject s on s.matter = r.matter where s.person = $1)',
      'money.entry': 'person = $1',
      'exam.sitting': 'person = $1',
      'exam.form_item': 'form in (select form from exam.sitting where person = $1)',
      'exam.item':
        'id in (select f.item from exam.form_item f join exam.sitting s on s.form = f.form where s.person = $1)',
      'exam.lease': 'sitting in (select id from exam.sitting where person = $1)',
      'exam.clock_event': 'sitting in (select id from exam.sitting where person = $1)',
      'exam.answer_event': 'sitting in (select id from exam.sitting where person = $1)',
      'exam.current_answer': 'sitting in (select id from exam.sitting where person = $1)',
      'exam.result': 'sitting in (select id from exam.sitting where person = $1)',
      'exam.set_aside_result': 'sitting in (select id from exam.sitting where person = $1)',
      'register.credential': 'person = $1',
      'register.revocation': MY_CREDENTIAL,
      'renewal.event': MY_CREDENTIAL,
      'renewal.matter_of': MY_CREDENTIAL,
      'renewal.exam_sitting': MY_CREDENTIAL,
      'register.copy': MY_CREDENTIAL,
      'register.copy_end': `copy in (select id from register.copy where ${MY_CREDENTIAL})`,
      'renewal.not_held': MY_CREDENTIAL,
      'renewal.reminder': MY_CREDENTIAL,
      'renewal.confirmation_request': MY_CREDENTIAL,
      'renewal.pool_entry': MY_CREDENTIAL,
      'register.listing': 'person = $1',
      'renewal.activity': 'person = $1',
      'renewal.proof': 'person = $1',
      'renewal.course_review': 'activity in (select id from renewal.activity where person = $1)',
      'renewal.course_appeal': 'activity in (select id from renewal.activity where person = $1)',
      'renewal.course_second': 'activity in (select id from renewal.activity where person = $1)',
      'renewal.reminder_delivery': `reminder in (select id from renewal.reminder where ${MY_CREDENTIAL})`,
      'renewal.confirmation': `request in (select id from renewal.confirmation_request where ${MY_CREDENTIAL})`,
      'conduct.party': "person = $1 and role = 'respondent'",
      'conduct.evidence_file':
        "which = 'copy' and evidence = 'e1' and matter in (select matter from conduct.access where person = $1 and role = 'respondent')",
      'conduct.letter': 'party in (select id from conduct.party where person = $1)',
      'conduct.question': 'id in (select question from conduct.question_asker where asker = $1)',
      'conduct.opinion_event':
        "question in (select question from conduct.question_asker where asker = $1) and type in ('signed','declined','withdrawn','superseded')",
      'conduct.dilemma_done': 'person = $1',
      'study.study': 'id in (select study from study.invited where person = $1)',
      'study.draft': 'person = $1',
      'mentoring.offer': 'person = $1',
      'mentoring.pair':
        'candidate = $1 or offer in (select id from mentoring.offer where person = $1)',
      'ideas.idea': 'id in (select idea from ideas.proposer where person = $1)',
      'ideas.event': 'idea in (select idea from ideas.proposer where person = $1)',
      'seats.nomination': 'nominee = $1',
      'seats.withdrawal': 'nomination in (select id from seats.nomination where nominee = $1)',
      'seats.attribute': 'nomination in (select id from seats.nomination where nominee = $1)',
      'seats.set_aside': 'nomination in (select id from seats.nomination where nominee = $1)',
      'seats.decided': 'nomination in (select id from seats.nomination where nominee = $1)',
      'seats.answer': 'nomination in (select id from seats.nomination where nominee = $1)',
      'seats.appeal': 'nomination in (select id from seats.nomination where nominee = $1)',
      'seats.appeal_answer': 'nomination in (select id from seats.nomination where nominee = $1)',
      'stories.story': 'id in (select story from stories.author where person = $1)',
      'stories.event': 'story in (select story from stories.author where person = $1)',
      'seats.showing': 'nomination in (select id from seats.nomination where nominee = $1)',
      'seats.handed': 'nomination in (select id from seats.nomination where nominee = $1)',
      'ledger.opening':
        'matter in (select matter from casework.subject where person = $1) or credential in (select id from register.credential where person = $1)',
    };
    /** What is published, so that a candidate sees all of it. */
    const published = [
      'front.authorization',
      'front.dimension',
      'exam.form',
      'ledger.entry',
      'renewal.provider',
      'renewal.provider_period',
      'renewal.lottery',
      'renewal.lottery_pool',
      'renewal.lottery_draw',
      'ledger.checkpoint',
      'ledger.hold',
      'seats.body',
      'seats.opening',
      'seats.quota',
      'seats.committed',
      'seats.drawn',
    ];

    test('sees their own rows, all of them, and nobody else’s, in every table there is', async () => {
      const held = (await grants(db.owner)).filter(({ role }) => role === 'candidate');
      const readable = new Set(
        held
          .filter(({ privilege, kind }) => privilege === 'select' && kind !== 'function')
          .map(({ on }) => on.split('.').slice(0, 2).join('.')),
      );
      assert.deepEqual(readable, new Set([...Object.keys(mineIn), ...published]));
      for (const [table, mine] of Object.entries(mineIn)) {
        for (const person of [all.ana, all.bo]) {
          const [seen] = await db.pools.web.begin(async (tx) => {
            await tx`select set_config('role', 'evenhand_candidate', true), set_config('evenhand.person', ${person}, true)`;
            return await tx.unsafe(`select count(*)::int as n from ${table}`);
          });
          const [own] = await db.owner.unsafe(
            `select count(*)::int as n from ${table} where ${mine}`,
            [person],
          );
          assert.ok(own?.['n'] > 0, `${table} holds nothing to look at`);
          assert.equal(seen?.['n'], own?.['n'], table);
        }
      }
    });

    test('who is not named to the database sees no row of anybody', async () => {
      for (const table of Object.keys(mineIn)) {
        const rows = await db.pools.web.begin(async (tx) => {
          await tx`select set_config('role', 'evenhand_candidate', true), set_config('evenhand.person', '', true)`;
          return await tx.unsafe(`select count(*)::int as n from ${table}`);
        });
        assert.equal(rows[0]?.['n'], 0, table);
      }
    });

    test('asking for another’s records by their ids gets nothing', async () => {
      await all.records.as(as('candidate', all.ana), async (mine) => {
        assert.equal(await mine.matters.read(bo.matter.id), undefined);
        assert.equal(await mine.matters.claim(bo.matter.id), undefined);
        assert.equal(await mine.matters.subject(bo.matter.id), undefined);
        assert.deepEqual(await mine.documents.ofMatter(bo.matter.id), []);
        assert.deepEqual(await mine.attestations.ofMatter(bo.matter.id), []);
        assert.deepEqual(await mine.money.of(all.bo), []);
        assert.equal(await mine.exam.sitting(bo.sitting), undefined);
        assert.deepEqual(await mine.exam.answers(bo.sitting), []);
        assert.equal(await mine.exam.result(bo.sitting), undefined);
        assert.deepEqual(await mine.log.openings(bo.matter.id), []);
        assert.equal(await mine.log.openingOfCredential(bo.credential), undefined);
        assert.deepEqual(
          (await mine.people.list('Name of', 10)).map(({ id }) => id),
          [all.ana],
        );
        assert.ok((await mine.matters.mine()).length === 4);
      });
    });

    test('learns that a supervisor answered, never what', async () => {
      const [asked] = await all.records.as(as('candidate', all.ana), ({ attestations }) =>
        attestations.ofMatter(ana.matter.id),
      );
      assert.equal(typeof asked?.answeredAt, 'number');
      assert.equal(asked?.answers, undefined);
      const [read] = await all.records.as(as('clerk', all.clerk), ({ attestations }) =>
        attestations.ofMatter(ana.matter.id),
      );
      assert.deepEqual(read?.answers, { months: 14 });
    });
  });

  describe('a reviewer', () => {
    test('finds in everything they may read no name, address, file, claim, supervisor or person', async () => {
      const lines = await readableBy(db, { rights: 'reviewer', person: all.second });
      assert.ok(holding(lines, 'sent-to-review').length >= 2, 'there is something to decide');
      for (const word of [
        'Name of',
        '@people.example',
        'diploma.pdf',
        'Master of Arts',
        'Sam Supervisor',
        'canary-group',
        all.ana,
        all.bo,
      ]) {
        assert.deepEqual(holding(lines, word), [], word);
      }
    });

    test('asking for the person, the claim or the documents of a matter is refused', async () => {
      const asReviewer = as('reviewer', all.second);
      const { records } = all;
      await assert.rejects(
        records.as(asReviewer, (r) => r.matters.subject(ana.matter.id)),
        forbidden,
      );
      await assert.rejects(
        records.as(asReviewer, (r) => r.matters.claim(ana.matter.id)),
        forbidden,
      );
      await assert.rejects(
        records.as(asReviewer, (r) => r.documents.ofMatter(ana.matter.id)),
        forbidden,
      );
      await assert.rejects(
        records.as(asReviewer, (r) => r.people.list('', 10)),
        forbidden,
      );
      await assert.rejects(
        records.as(asReviewer, (r) => r.matters.mine()),
        forbidden,
      );
    });

    test('whose decision is under appeal sees nothing of the appeal, and others do', async () => {
      const [appeal] = await all.records.as(as('candidate', all.ana), ({ matters }) =>
        matters.appealsOf(ana.matter.id),
      );
      const seenBy = async (reviewer: string) =>
        await all.records.as(as('reviewer', reviewer), async ({ matters }) => ({
          read: await matters.read(appeal?.id ?? ''),
          record: await matters.underAppeal(appeal?.id ?? ''),
          listed: (await matters.list(['recording'], 50)).map(({ id }) => id),
        }));
      assert.deepEqual(await seenBy(all.first), { read: undefined, record: [], listed: [] });
      const other = await seenBy(all.second);
      assert.equal(other.read?.row.id, appeal?.id);
      assert.deepEqual(
        other.record.map(({ type }) => type),
        ['opened', 'attested', 'sent-to-review', 'taken', 'decided'],
      );
      assert.ok(other.listed.includes(appeal?.id ?? ''));
    });
  });

  describe('a clerk, a director, an auditor', () => {
    test('a clerk who is the candidate sees nothing of their own matter, a director neither', async () => {
      const matter = await file(all, all.clerk);
      const token = randomBytes(32);
      await all.records.as(as('candidate', all.clerk), ({ attestations }) =>
        attestations.ask({
          id: randomUUID(),
          matter: matter.id,
          supports: 'months',
          tokenHash: token,
          supervisorName: 'Sam Supervisor',
          supervisorEmail: 'sam@work.example',
          expiresAt: Date.now() + 1000,
        }),
      );
      await all.records.as(as('public'), ({ attestations }) =>
        attestations.answer(token, { said: 'about-the-clerk' }, Date.now()),
      );
      const lines = await readableBy(db, { rights: 'clerk', person: all.clerk });
      assert.deepEqual(holding(lines, matter.id), []);
      assert.deepEqual(holding(lines, 'about-the-clerk'), []);
      assert.ok(holding(lines, ana.matter.id).length > 0);
      await all.records.as(as('clerk', all.clerk), async ({ matters }) => {
        assert.equal(await matters.append(matter.id, 1, [attested(all.clerk)]), 'excluded');
      });
      const own = await file(all, all.director);
      const seen = await readableBy(db, { rights: 'director', person: all.director });
      assert.deepEqual(holding(seen, own.id), []);
    });

    test('staff and an auditor who are the candidate see nothing of who acts in their own matter', async () => {
      for (const [rights, person] of [
        ['staff', all.staff],
        ['auditor', all.auditor],
      ] as const) {
        const own = await file(all, person);
        const seen = await readableBy(db, { rights, person });
        const matters = seen.filter((line) =>
          /^(casework\.(matter|event|standing|exclusion)|audit)/.test(line),
        );
        assert.ok(matters.length > 0, rights);
        assert.deepEqual(holding(matters, own.id), [], rights);
      }
    });

    test('a director neither sees nor answers a request to see who a matter of their own is about', async () => {
      const own = await file(all, all.director);
      await carry(all, own.id, stepsTo('taken', { clerk: all.clerk, decider: all.third }));
      const request = randomUUID();
      const reason = 'The file names two different people.';
      await all.records.as(as('reviewer', all.third), ({ disclosures }) =>
        disclosures.ask({ id: request, matter: own.id, askedBy: all.third, reason }),
      );
      const seen = await readableBy(db, { rights: 'director', person: all.director });
      assert.deepEqual(holding(seen, request), []);
      const consent = all.records.as(as('director', all.director), ({ disclosures }) =>
        disclosures.answer({ request, by: all.director, consented: false, reason: 'Mine.' }),
      );
      await assert.rejects(consent, (cause: unknown) => codeOf(cause) === '42501');
    });

    test('a clerk sees no draft document, no money, no exam', async () => {
      const lines = await readableBy(db, { rights: 'clerk', person: all.clerk });
      const documents = lines.filter((line) => line.startsWith('evidence.document '));
      assert.equal(documents.length, 2);
      assert.ok(documents.every((line) => !line.includes('"matter":null')));
    });

    test('an auditor reads how it was decided, who acted and who looked, and no name, file or answer', async () => {
      const lines = await readableBy(db, { rights: 'auditor', person: all.auditor });
      assert.ok(holding(lines, 'audit.disclosure ').length === 2);
      assert.ok(holding(lines, all.first).length > 0);
      for (const word of [
        'Name of',
        '@people.example',
        'diploma.pdf',
        'Master of Arts',
        'canary',
      ]) {
        assert.deepEqual(holding(lines, word), [], word);
      }
    });

    test('a director finds no name, address, file or claim', async () => {
      const lines = await readableBy(db, { rights: 'director', person: all.director });
      for (const word of [
        'Name of',
        '@people.example',
        'diploma.pdf',
        'Master of Arts',
        'canary',
      ]) {
        assert.deepEqual(holding(lines, word), [], word);
      }
    });

    test('an identity is shown only to whoever asked, only after somebody else agreed, and each showing counts', async () => {
      const matter = await file(all, all.ana);
      await carry(all, matter.id, stepsTo('taken', { clerk: all.clerk, decider: all.second }));
      const request = randomUUID();
      const show = (reviewer: string) =>
        all.records.as(as('reviewer', reviewer), ({ disclosures }) => disclosures.show(request));
      await all.records.as(as('reviewer', all.second), ({ disclosures }) =>
        disclosures.ask({
          id: request,
          matter: matter.id,
          askedBy: all.second,
          reason: 'I believe that I know this person.',
        }),
      );
      assert.equal(await show(all.second), undefined);
      await all.records.as(as('director', all.director), ({ disclosures }) =>
        disclosures.answer({ request, by: all.director, consented: true, reason: 'Look.' }),
      );
      assert.equal(await show(all.third), undefined);
      const shown = { fullName: 'Name of ana', email: 'ana@people.example' };
      assert.deepEqual(await show(all.second), shown);
      assert.deepEqual(await show(all.second), shown);
      const listed = await all.records.as(as('auditor', all.auditor), ({ disclosures }) =>
        disclosures.list(),
      );
      assert.equal(listed.find(({ id }) => id === request)?.timesShown, 2);
      const [refused] =
        await db.owner`select count(*)::int as n from audit.disclosure where shown_to = ${all.third}`;
      assert.equal(refused?.['n'], 0);
    });

    test('an identity is not shown where consent was refused', async () => {
      const request = randomUUID();
      const reason = 'I would like to know who this is.';
      await all.records.as(as('reviewer', all.second), ({ disclosures }) =>
        disclosures.ask({ id: request, matter: ana.matter.id, askedBy: all.second, reason }),
      );
      await all.records.as(as('director', all.director), ({ disclosures }) =>
        disclosures.answer({ request, by: all.director, consented: false, reason: 'No need.' }),
      );
      const shown = await all.records.as(as('reviewer', all.second), ({ disclosures }) =>
        disclosures.show(request),
      );
      assert.equal(shown, undefined);
    });
  });

  describe('inside a request', () => {
    test('the web login is nobody until it takes a role, and nobody again afterwards', async () => {
      const web = db.pools.web;
      await assert.rejects(web`select full_name from people.person`, forbidden);
      await assert.rejects(web`select type from casework.event`, forbidden);
      const inside = await all.records.as(as('candidate', all.ana), ({ people }) => people.me());
      assert.equal(inside?.fullName, 'Name of ana');
      const left = await Promise.all(
        Array.from(
          { length: 24 },
          () =>
            web`select current_user::text as role, current_setting('evenhand.person', true) as person, pg_sleep(0.02)`,
        ),
      );
      for (const [row] of left) {
        assert.equal(row?.['role'], 'evenhand_web');
        assert.ok(row?.['person'] === null || row?.['person'] === '', 'a person was left behind');
      }
    });

    test('a request that failed leaves no role and no person behind', async () => {
      const failing = all.records.as(as('director', all.director), async ({ matters }) => {
        await matters.subject(ana.matter.id);
      });
      await assert.rejects(failing, forbidden);
      const rows = await Promise.all(
        Array.from(
          { length: 24 },
          () => db.pools.web`select current_user::text as role, pg_sleep(0.02)`,
        ),
      );
      assert.ok(rows.every(([row]) => row?.['role'] === 'evenhand_web'));
    });
  });
});
