import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { as, type Cast, cast, type Story, wholeStory } from '../../../tests/support/cast.ts';
import { readableBy } from '../../../tests/support/catalog.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { vaultWith } from '../../outside/adapters/vault.ts';
import { codeOf } from '../tables/rows.ts';
import { sealedReader } from './sealed-reader.ts';
import { pseudonymOf, sealedWriter } from './sealed-writer.ts';

const forbidden = (cause: unknown): boolean => codeOf(cause) === '42501';
const holding = (lines: readonly string[], word: string): readonly string[] =>
  lines.filter((line) => line.includes(word));
describe('the sealed store', () => {
  let db: TestDatabase;
  let all: Cast;
  let ana: Story;
  const key = randomBytes(32);
  const vault = vaultWith(randomBytes(32));

  before(async () => {
    db = await testDatabase();
    all = await cast(db);
    ana = await wholeStory(db, all, all.ana);
    await wholeStory(db, all, all.bo);
    const writer = sealedWriter(db.pools.identify, key, vault);
    await writer.record(all.ana, new Map([['race', ['canary-group']]]), 'wording 1');
  });
  after(() => db.close());

  describe('what people told us about themselves', () => {
    test('the login that writes it can write, change and erase it, and read none of it', async () => {
      const writer = sealedWriter(db.pools.identify, key, vault);
      const count = async () => (await db.owner`select 1 from sealed.answer`).length;
      const start = await count();
      await writer.record(all.bo, new Map([['race', ['a', 'b']]]), 'wording 1');
      await writer.record(all.bo, new Map([['race', ['c']]]), 'wording 2');
      assert.equal(await count(), start + 1);
      await assert.rejects(db.pools.identify`select * from sealed.answer`, forbidden);
      await assert.rejects(db.pools.identify`delete from sealed.answer`, forbidden);
      await assert.rejects(db.pools.identify`update sealed.answer set wording = ''`, forbidden);
      await writer.erase(all.bo);
      assert.equal(await count(), start);
    });

    test('lies in the table without a person, a word or a plain answer', async () => {
      const rows = await db.owner`select * from sealed.answer`;
      const text = rows.map((row) =>
        Object.values(row)
          .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
          .join(' '),
      );
      assert.ok(text.length > 0);
      for (const word of ['canary', all.ana, all.ana.replaceAll('-', '')]) {
        assert.ok(!text.join().includes(word));
      }
    });

    test('the measuring login reads answers and outcomes, and no name, address or document', async () => {
      const lines = await readableBy(db, { login: 'measure', person: '' });
      assert.ok(holding(lines, 'sealed.answer ').length > 0);
      assert.ok(holding(lines, 'casework.outcome ').length >= 4);
      for (const word of [
        'Name of',
        '@people.example',
        'diploma.pdf',
        'Master of Arts',
        'Sam Sup',
      ]) {
        assert.deepEqual(holding(lines, word), [], word);
      }
      const decisions = await sealedReader(db.pools.measure, key, vault).decisions(
        'race',
        'eligibility',
      );
      assert.ok(decisions.some(({ groups }) => groups?.includes('canary-group')));
      assert.ok(decisions.some(({ groups }) => groups === undefined));
      assert.ok(!JSON.stringify(decisions).includes(all.ana));
    });

    test('an answer is erased by itself when its years are over, and no other', async () => {
      const writer = sealedWriter(db.pools.identify, key, vault);
      const tell = (person: string, dimension: string) =>
        writer.record(person, new Map([[dimension, ['yes']]]), 'v1');
      await db.owner`insert into front.dimension (dimension, in_use, purpose, basis, retention, recorded_by)
        values ('kept-two', true, 'p', 'b', '2', 'd'), ('kept-in-words', true, 'p', 'b', 'as long as needed', 'd')`;
      for (const dimension of ['kept-two', 'kept-in-words']) {
        await tell(all.ana, dimension);
        await tell(all.bo, dimension);
      }
      await db.owner`update sealed.answer set answered_at = now() - interval '2 years 1 day'
        where dimension like 'kept-%' and pseudonym = ${pseudonymOf(key, all.bo)}`;
      assert.equal(await writer.retire(), 1);
      const left =
        await db.owner`select dimension from sealed.answer where dimension like 'kept-%' order by 1`;
      assert.deepEqual(
        left.map(({ dimension }) => dimension),
        ['kept-in-words', 'kept-in-words', 'kept-two'],
      );
      assert.equal(await writer.retire(), 0);
      await assert.rejects(db.pools.measure`select sealed.retire()`, forbidden);
    });

    test('no other login or role opens it, and the measuring login changes nothing in it', async () => {
      for (const login of ['web', 'worker'] as const) {
        await assert.rejects(db.pools[login]`select * from sealed.answer`, forbidden);
        await assert.rejects(
          db.pools[login]`select sealed.record('\\x00', 'race', '\\x00', '')`,
          forbidden,
        );
      }
      await assert.rejects(db.pools.measure`delete from sealed.answer`, forbidden);
      await assert.rejects(db.pools.measure`select sealed.erase('\\x00')`, forbidden);
      // The worker reads matters about renewing alone; any other is not there for it.
      assert.equal(
        await all.records.as(as('worker'), ({ matters }) => matters.read(ana.matter.id)),
        undefined,
      );
    });
  });

  describe('by which outreach somebody came', () => {
    const program = 'larkspur-care';
    const writer = () => sealedWriter(db.pools.identify, key, vault);
    const journeys = () => sealedReader(db.pools.measure, key, vault).journeys();

    test('the first code of a person in a program stays; erasing takes it away with the answers', async () => {
      await writer().recordSource(all.bo, program, 'canary-visit');
      await writer().recordSource(all.bo, program, 'another-visit');
      assert.deepEqual(
        (await journeys()).map(({ code }) => code),
        ['canary-visit'],
      );
      await writer().erase(all.bo);
      assert.deepEqual(await journeys(), []);
    });

    test('lies in the table without a person or a plain code', async () => {
      await writer().recordSource(all.ana, program, 'canary-visit');
      const [row] = await db.owner<
        { pseudonym: Buffer; code: Buffer }[]
      >`select pseudonym, code from sealed.source`;
      const text = `${row?.pseudonym.toString('latin1')} ${row?.code.toString('latin1')}`;
      assert.ok(!text.includes('canary') && !text.includes(all.ana));
    });

    test('only the measuring login reads it: no decider, clerk, staff, director, auditor or member of the board', async () => {
      for (const rights of [
        ...(['public', 'candidate', 'clerk', 'reviewer'] as const),
        ...(['staff', 'director', 'auditor', 'board'] as const),
      ]) {
        const reading = db.pools.web.begin(async (tx) => {
          await tx.unsafe(`set local role evenhand_${rights}`);
          return await tx`select * from sealed.source`;
        });
        await assert.rejects(reading, forbidden, rights);
      }
      for (const login of ['web', 'worker', 'identify'] as const) {
        await assert.rejects(db.pools[login]`select * from sealed.source`, forbidden, login);
      }
      await assert.rejects(db.pools.measure`delete from sealed.source`, forbidden);
    });

    test('is measured with what followed it, and with nothing that happened before', async () => {
      const [before_] = await journeys();
      assert.equal(before_?.program, program);
      assert.ok(
        (before_?.appliedOn.length ?? 0) > 0,
        'applications are days; the day is compared later',
      );
      assert.deepEqual(
        [before_?.eligibleAt, before_?.satAt, before_?.passedAt, before_?.certifiedAt],
        [undefined, undefined, undefined, undefined],
      );
      await db.owner`update sealed.source set came_at = '2020-01-01'`;
      const [after_] = await journeys();
      const credential = await db.owner<{ at: Date }[]>`
        select issued_at as at from register.credential where id = ${ana.credential}`;
      assert.equal(after_?.certifiedAt, credential[0]?.at.getTime());
      assert.ok(after_?.satAt !== undefined && after_.passedAt === after_.satAt);
      assert.ok(!JSON.stringify(await journeys()).includes(all.ana));
    });
  });

  describe('what comes after the exam, for measuring', () => {
    const reader = () => sealedReader(db.pools.measure, key, vault);

    before(async () => {
      const { ana, bo } = all;
      const [line] = await db.owner<{ place: number }[]>`select place from ledger.entry limit 1`;
      const place = line?.place ?? 0;
      const [first, second] = ['a'.repeat(22), 'b'.repeat(22)];
      await db.owner.begin(async (tx) => {
        // How each row comes to be is shown where it does; here it is only who reads it, and as what.
        await tx`set local session_replication_role = replica`;
        for (const [id, person, status] of [
          [first, ana, 70_001],
          [second, bo, 70_002],
        ] as const) {
          await tx`insert into register.credential (id, person, program, document, status_index, valid_until, demonstration)
            values (${id}, ${person}, 'larkspur-work', '{}', ${status}, '2040-12-31', true)`;
        }
        for (const [version, type, body] of [
          [1, 'renewed', { on: '2021-03-01' }],
          [2, 'lapsed', { on: '2026-04-02', lastDay: '2026-03-31' }],
          [3, 'late-renewed', { on: '2026-05-09' }],
        ] as const) {
          await tx`insert into renewal.event (credential, version, type, body) values (${first}, ${version}, ${type}, ${tx.json(body)})`;
        }
        await tx`insert into renewal.event (credential, version, type, body)
          values (${second}, 1, 'lapsed', ${tx.json({ on: '2026-04-02', lastDay: '2026-03-31' })})`;
        await tx`insert into renewal.lottery (id, program, plan, published_by, place) values ('audit-test', 'larkspur-work', '{}', ${ana}, ${place})`;
        const entries = [
          { label: 'canary-label-1', stratum: 'approved' },
          { label: 'canary-label-2', stratum: 'reviewed' },
        ];
        await tx`insert into renewal.lottery_pool (lottery, closed_on, entries, fingerprint, place)
          values ('audit-test', '2026-05-01', ${tx.json(entries)}, ${'0'.repeat(64)}, ${place})`;
        await tx`insert into renewal.pool_entry (lottery, label, credential, traits)
          values ('audit-test', 'canary-label-1', ${first}, '[]'), ('audit-test', 'canary-label-2', ${second}, '[]')`;
        await tx`insert into renewal.lottery_draw (lottery, public_number, seed, drawn, compared, drawn_by, place)
          values ('audit-test', '1', 's', '["canary-label-2"]', '[]', ${ana}, ${place})`;
        await tx`insert into seats.body (id, title, kind, seats, term_months, most_terms, public_members, made_by)
          values ('panel', 'A panel', 'committee', 2, 24, 2, 0, ${ana})`;
        const opening = randomUUID();
        await tx`insert into seats.opening (id, label, body, title, seats, how, open_to, program, duties, criteria, hours, pay, meetings,
            opens_on, closes_on, answer_by, term_from, random_source, random_on, place, published_by, published_on)
          values (${opening}, 'S-1', 'panel', 'A seat', 1, 'draw', 'holders', 'larkspur-work', 'Duties.', ${['One']}, '2', 'none', 'Online.',
            '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', 'a number', '2026-02-10', ${place}, ${ana}, '2026-01-01')`;
        const [ofAna, ofBo] = [randomUUID(), randomUUID()];
        await tx`insert into seats.nomination (id, label, opening, nominee, suggestion, statement, conflicts, stated, never_in_profession, on_day)
          values (${ofAna}, 'N-1', ${opening}, ${ana}, ${randomUUID()}, '{}', 'none', '{}', false, '2026-01-05'),
            (${ofBo}, 'N-2', ${opening}, ${bo}, null, '{}', 'none', '{}', false, '2026-01-06')`;
        await tx`insert into seats.committed (opening, pool, quotas, tickets, held, commits, commitment, seed, place, opens_with, committed_by, on_day)
          values (${opening}, '', '', ${'ticket,seat 1\n1,N-1\n2,N-1\n3,N-1\n'}, ${tx.json({ 'N-1': 3, 'N-2': 0 })}, '{}', 'c', '\\x00', ${place}, '\\x00', ${ana}, '2026-02-05')`;
        await tx`insert into seats.drawn (opening, number, how, public_words, published, panel, fresh, gone, accept_by, place, opens_with, drawn_by, on_day)
          values (${opening}, 0, 'draw', 'words', '', ${['N-1']}, ${['N-1']}, '{}', '2026-03-01', ${place}, '\\x00', ${ana}, '2026-02-11')`;
        await tx`insert into seats.term (id, body, person, nomination, role, public_member, from_day, until_day)
          values (${randomUUID()}, 'panel', ${ana}, ${ofAna}, 'chair', false, '2026-04-01', '2028-03-31')`;
        const idea = randomUUID();
        await tx`insert into ideas.idea (id, label, subject, program, role, words, why, proposed_on, promised_by)
          values (${idea}, 'I-1', 'rules', null, 'candidate', 'The canary words of an idea.', 'Because of a canary.', '2026-01-02', '2026-03-01')`;
        await tx`insert into ideas.proposer (idea, person) values (${idea}, ${ana})`;
        await tx`insert into ideas.event (idea, version, type, body)
          values (${idea}, 1, 'answered', ${tx.json({ on: '2026-02-02', outcome: 'not-adopted', reason: 'canary' })}),
            (${idea}, 2, 'asked-again', ${tx.json({ on: '2026-02-05', reason: 'canary' })}),
            (${idea}, 3, 'answered-again', ${tx.json({ on: '2026-03-05', outcome: 'partly', reason: 'canary' })})`;
      });
    });

    test('terms in time, late and run out; who could be drawn, and who was', async () => {
      const terms = (await reader().terms('race')).filter(
        ({ program }) => program === 'larkspur-work',
      );
      const groups = ['canary-group'];
      const of = (change: object) => ({
        ...{ program: 'larkspur-work', groups, inTimeOn: undefined, lateOn: undefined },
        ...{ ranOutOn: undefined, ...change },
      });
      assert.deepEqual(
        terms.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
        [
          of({ inTimeOn: '2021-03-01' }),
          of({ lateOn: '2026-05-09', ranOutOn: '2026-03-31' }),
          of({ groups: undefined, ranOutOn: '2026-03-31' }),
        ].toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
      );
      const chances = await reader().auditChances('race');
      assert.deepEqual(
        chances.map(({ groups: own, stratum, drawn }) => [own?.[0], stratum, drawn]).toSorted(),
        [
          [undefined, 'reviewed', true],
          ['canary-group', 'approved', false],
        ].toSorted(),
      );
    });

    test('how far somebody came with serving, and the tickets that held them', async () => {
      const service = await reader().service('race');
      const own = service.find(
        ({ program, groups }) => program === 'larkspur-work' && groups !== undefined,
      );
      assert.deepEqual(
        { ...own, certifiedAt: 0 },
        {
          ...{ program: 'larkspur-work', groups: ['canary-group'], certifiedAt: 0 },
          ...{ forwardOn: '2026-01-05', suggestedOn: '2026-01-05', servedOn: '2026-04-01' },
          againOn: undefined,
          chairedOn: '2026-04-01',
        },
      );
      const other = service.find(
        ({ program, groups }) => program === 'larkspur-work' && groups === undefined,
      );
      assert.deepEqual([other?.forwardOn, other?.servedOn], ['2026-01-06', undefined]);
      const chances = await reader().seatChances('race');
      assert.deepEqual(
        chances.map(({ groups, drawn, tickets }) => ({ groups, drawn, tickets })).toSorted(),
        [
          { groups: ['canary-group'], drawn: true, tickets: [1, 2, 3] },
          { groups: undefined, drawn: false, tickets: [] },
        ],
      );
    });

    test('an idea with its answers, by the group of whoever proposed it, and none of its words', async () => {
      const ideas = (await reader().ideas('race')).filter(
        ({ proposedOn }) => proposedOn < '2027-01-01',
      );
      assert.deepEqual(ideas, [
        {
          ...{ program: undefined, groups: ['canary-group'], proposedOn: '2026-01-02' },
          ...{ answeredOn: '2026-02-02', adopted: false, againOn: '2026-03-05' },
          adoptedAgain: true,
        },
      ]);
      const lines = await readableBy(db, { login: 'measure', person: '' });
      for (const word of ['canary words', 'canary-label', 'because of a canary', 'N-1']) {
        assert.deepEqual(holding(lines, word), [], word);
      }
    });

    test('no other login reads these views, and the measuring login none of the tables behind them', async () => {
      for (const view of [
        ...['renewal.term_outcome', 'renewal.audit_chance', 'seats.service', 'seats.chance'],
        ...['seats.choice', 'ideas.outcome'],
      ]) {
        for (const login of ['web', 'worker', 'identify'] as const) {
          await assert.rejects(db.pools[login].unsafe(`select * from ${view}`), forbidden, view);
        }
      }
      for (const table of ['ideas.proposer', 'seats.nomination', 'renewal.pool_entry']) {
        await assert.rejects(db.pools.measure.unsafe(`select * from ${table}`), forbidden, table);
      }
    });
  });
});
