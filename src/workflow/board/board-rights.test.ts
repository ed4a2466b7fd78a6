import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { boardBench, openedFinding, severe, waits } from '../../../tests/support/board.ts';
import { as, type Cast, wholeStory } from '../../../tests/support/cast.ts';
import { readableBy } from '../../../tests/support/catalog.ts';
import type { TestDatabase } from '../../../tests/support/database.ts';
import { raterIn, type ShownDisparity } from '../../casework/finding/disparity.ts';
import type { FindingAnswer } from '../../casework/finding/finding.ts';
import { runAppoint } from '../../cli/commands/appoint.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { ownerOf } from '../../storage/tables/owner.ts';
import { codeOf } from '../../storage/tables/rows.ts';
import type { Rights, World } from '../ports/ports.ts';
import { answerFinding, respondToFinding } from './answer-finding.ts';
import { planOutreach } from './plan-outreach.ts';
import { findingFor, findingsForBoard, findingsForPublic } from './read-findings.ts';

let db: TestDatabase;
let world: World;
let all: Cast;
let chair: string;
describe('who may read and answer a finding', () => {
  before(async () => {
    ({ db, world, all, chair } = await boardBench());
  });
  after(() => db.close());

  const opened = (shown: ShownDisparity, day?: string) => openedFinding(world, shown, day);
  const reasons = 'Canaryreason: the queue is one person long.';
  const refusal: FindingAnswer = { kind: 'refusal', reasons };

  describe('a finding about a rater', () => {
    const readers = (): readonly (readonly [string, Rights, string])[] => [
      ['the rater', 'reviewer', all.first],
      ['another reviewer', 'reviewer', all.second],
      ['the chair', 'board', chair],
      ['another member', 'board', all.board],
      ['a director', 'director', all.director],
      ['an auditor', 'auditor', all.auditor],
    ];
    const whoReads = async (id: string) => {
      const seen: string[] = [];
      for (const [who, rights, person] of readers()) {
        const found = await world.records.as(as(rights, person), ({ findings }) =>
          findings.read(id),
        );
        if (found !== undefined) {
          assert.ok(found.events.length > 0, `${who} reads the row and not the events`);
          seen.push(who);
        }
      }
      return seen;
    };

    test('is read by the rater and the chair first, and by those who oversee once the rater has responded', async () => {
      const { id } = await opened(severe(all.first), world.clock.today());
      assert.deepEqual(await whoReads(id), ['the rater', 'the chair']);
      const words = 'I was given the hardest files.';
      for (const other of [all.second, all.board]) {
        const foreign = await respondToFinding(world, { rater: other, finding: id, words });
        assert.equal(foreign.ok ? '' : foreign.refusal.kind, 'no-such-finding');
      }
      assert.ok((await respondToFinding(world, { rater: all.first, finding: id, words })).ok);
      assert.deepEqual(await whoReads(id), ['the rater', 'the chair', 'a director', 'an auditor']);
      const seen = await findingFor(world, { rights: 'board', person: chair }, id);
      assert.equal(seen?.shown.finding.response?.words, words);
      assert.equal(seen?.names.get(all.first), 'Name of first');
      const member = await findingsForBoard(world, { rights: 'board', person: all.board });
      assert.equal(member.names.has(all.first), false);
      assert.equal(member.isChair, false);
    });

    test('is read by those who oversee when the time to respond has passed', async () => {
      const { id } = await opened(severe(all.first), '2020-02-03');
      assert.ok((await whoReads(id)).includes('an auditor'));
      assert.ok(!(await whoReads(id)).includes('another member'));
    });

    test('waits for the rater, is answered by the chair, and the rater is told', async () => {
      const { id, label, version } = await opened(severe(all.second), world.clock.today());
      const asked = { member: chair, finding: id, seen: version, answer: refusal };
      const early = await answerFinding(world, asked);
      assert.equal(early.ok ? '' : early.refusal.kind, 'rater-may-respond');
      const other = await answerFinding(world, { ...asked, member: all.board });
      assert.equal(other.ok ? '' : other.refusal.kind, 'no-such-finding');
      assert.ok(
        (await respondToFinding(world, { rater: all.second, finding: id, words: 'Heard.' })).ok,
      );
      assert.ok((await answerFinding(world, { ...asked, seen: version + 1 })).ok);
      const [mail] = await db.owner<{ to_person: string }[]>`
      select to_person from post.mail where subject = ${`The chair has answered finding ${label}`}`;
      assert.equal(mail?.to_person, all.second);
    });

    test('is in nothing that anybody may read, whatever happened to it', async () => {
      const group = waits();
      const { id: open, version } = await opened(group);
      const asked = { member: all.board, finding: open, seen: version, answer: refusal };
      assert.ok((await answerFinding(world, asked)).ok);
      const text = JSON.stringify(await findingsForPublic(world));
      assert.ok(text.includes(group.group));
      const every = await world.records.as(as('worker'), ({ findings }) => findings.list());
      const aboutRaters = every.filter(
        ({ events: [first] }) => first?.type === 'opened' && raterIn(first.shown) !== undefined,
      );
      assert.ok(aboutRaters.length >= 3);
      for (const { id, label } of aboutRaters) {
        assert.ok(!text.includes(label) && !text.includes(id));
      }
      for (const person of [all.first, all.second, all.third, all.board, chair]) {
        assert.ok(!text.includes(person), 'an id of a person');
      }
      assert.ok(text.includes('Name of board'), 'who answered stands there by name');
    });
  });

  describe('the database, under whatever the program believes', () => {
    const attempt = async (
      rights: Exclude<Rights, 'worker'> | 'worker',
      person: string | undefined,
      finding: string,
      event: { readonly type: string; readonly body: object },
    ): Promise<string> => {
      class Undo extends Error {}
      const login = rights === 'worker' ? db.pools.worker : db.pools.web;
      const [last] = await db.owner<{ n: number }[]>`
      select coalesce(max(version), 0) as n from board.event where finding = ${finding}`;
      return await login
        .begin(async (tx) => {
          if (rights !== 'worker') {
            await tx.unsafe(`set local role evenhand_${rights}`);
          }
          await tx`select set_config('evenhand.person', ${person ?? ''}, true)`;
          await tx`insert into board.event (finding, version, type, body)
          values (${finding}, ${(last?.n ?? 0) + 1}, ${event.type}, ${tx.json(event.body as never)})`;
          throw new Undo();
        })
        .then(
          () => 'let in',
          (cause: unknown) => (cause instanceof Undo ? 'let in' : (codeOf(cause) ?? String(cause))),
        );
    };
    const answered = (by: string, why = reasons) => ({
      type: 'answered',
      body: { on: '2020-03-02', by, answer: { kind: 'refusal', reasons: why } },
    });

    test('only a member of the board answers, with reasons, and signs for nobody else', async () => {
      const { id } = await opened(waits());
      assert.equal(await attempt('board', all.board, id, answered(all.board)), 'let in');
      assert.equal(await attempt('board', all.board, id, answered(chair)), 'EH002');
      assert.equal(await attempt('board', all.board, id, answered(all.board, ' ')), 'EH002');
      assert.equal(await attempt('board', undefined, id, answered('')), 'EH002');
      for (const [rights, person] of [
        ['public', undefined],
        ['candidate', all.ana],
        ['clerk', all.clerk],
        ['reviewer', all.first],
        ['staff', all.staff],
        ['director', all.director],
        ['auditor', all.auditor],
        ['worker', undefined],
      ] as const) {
        // The trigger looks before the policies do, so a nobody meets it first.
        const code = await attempt(rights, person, id, answered(person ?? ''));
        assert.ok(['42501', 'EH002'].includes(code), `${rights}: ${code}`);
      }
    });

    test('about a rater: the chair after the time to respond, never another member, never the rater', async () => {
      const early = await opened(severe(all.third), world.clock.today());
      assert.equal(await attempt('board', chair, early.id, answered(chair)), 'EH003');
      const late = await opened(severe(all.third));
      assert.equal(await attempt('board', chair, late.id, answered(chair)), 'let in');
      assert.equal(await attempt('board', all.board, late.id, answered(all.board)), 'EH003');
      assert.equal(await attempt('reviewer', all.third, late.id, answered(all.third)), 'EH003');
      const said = (by: string) => ({
        type: 'responded',
        body: { on: '2020-03-02', by, words: 'w' },
      });
      assert.equal(await attempt('reviewer', all.third, late.id, said(all.third)), 'let in');
      assert.equal(await attempt('reviewer', all.first, late.id, said(all.first)), 'EH003');
    });

    test('nothing is opened twice, carried out before it was promised, or responded to by nobody', async () => {
      const { id } = await opened(waits());
      const done = { type: 'carried-out', body: { by: all.board, done: 'd' } };
      assert.equal(await attempt('board', all.board, id, done), 'EH005');
      assert.equal(await attempt('worker', undefined, id, { type: 'opened', body: {} }), 'EH005');
      assert.equal(await attempt('worker', undefined, id, { type: 'told', body: {} }), 'EH005');
    });

    test('there is one chair, and the chair is a member', async () => {
      const second = db.owner`update people.office set is_chair = true where person = ${all.board}`;
      await assert.rejects(second, (cause: unknown) => codeOf(cause) === '23505');
      const outside = db.owner`update people.office set is_chair = true where person = ${all.clerk}`;
      await assert.rejects(outside, (cause: unknown) =>
        ['23514', '23505'].includes(codeOf(cause) ?? ''),
      );
    });

    test('the chair is appointed in the place of the one before, and becomes a member', async () => {
      const owner = ownerOf(db.owner);
      const said: string[] = [];
      const appoint = (...words: string[]) =>
        runAppoint(words, {
          appoint: (email, office) => owner.appoint(email, office),
          appointChair: (email) => owner.appointChair(email),
          serveOnly: (email, programs) => owner.serveOnly(email, programs),
          programs: ['larkspur-care'],
          out: (text) => said.push(text),
          err: (text) => said.push(text),
        });
      const chairs = async () =>
        (await db.owner<{ person: string }[]>`select person from people.office where is_chair`).map(
          ({ person }) => person,
        );
      assert.equal(await appoint('ANA@people.example', 'chair'), 0);
      assert.match(said.at(-1) ?? '', /is now the chair of the board/);
      assert.deepEqual(await chairs(), [all.ana]);
      assert.equal(await appoint('nobody@people.example', 'chair'), 1);
      assert.equal(await appoint('ana@people.example', 'king'), 2);
      assert.deepEqual(await chairs(), [all.ana]);
      assert.equal(await appoint('bo@people.example', 'chair'), 0);
      assert.deepEqual(await chairs(), [chair]);
      await db.owner`delete from people.office where person = ${all.ana}`;
    });

    test('a member of the board reads no candidate: no name, address, document, matter or answer', async () => {
      const { matter } = await wholeStory(db, all, all.ana);
      await opened(waits());
      const lines = await readableBy(db, { rights: 'board', person: all.board });
      assert.ok(lines.some((line) => line.startsWith('board.event ')));
      for (const word of [
        'Name of',
        '@people.example',
        'diploma.pdf',
        'Master of Arts',
        all.ana,
        matter.id,
        matter.label,
      ]) {
        assert.deepEqual(
          lines.filter((line) => line.includes(word)),
          [],
          word,
        );
      }
    });
  });

  describe('outreach', () => {
    const plan = {
      program: 'larkspur-care',
      target: 'Case managers in the northern counties',
      means: 'visit',
      how: 'Two evenings at the county hospital.',
      code: 'north-visit',
      from: date('2027-04-01'),
      until: date('2027-09-30'),
    } as const;

    test('is planned by a member, is in the log, and its code is used once', async () => {
      const size = await world.records.as(as('public'), ({ log }) => log.size());
      const asked = { member: all.board, finding: undefined, outreach: plan };
      assert.ok((await planOutreach(world, asked)).ok);
      const taken = await planOutreach(world, asked);
      assert.equal(taken.ok ? '' : taken.refusal.kind, 'code-taken');
      assert.equal(await world.records.as(as('public'), ({ log }) => log.size()), size + 1);
      const { outreach } = await findingsForPublic(world);
      assert.ok(outreach.some(({ target }) => target === plan.target));
      assert.ok(!JSON.stringify(outreach).includes('north-visit'));
      assert.ok(!JSON.stringify(outreach).includes(all.board));
    });

    test('a code leads to its program from its first day on, and an unknown one nowhere', async () => {
      const programOf = (code: string, day: string) =>
        world.records.as(as('public'), ({ outreach }) => outreach.programOf(code, date(day)));
      assert.equal(await programOf('north-visit', '2027-03-31'), undefined);
      assert.equal(await programOf('north-visit', '2027-04-01'), 'larkspur-care');
      assert.equal(await programOf('south-visit', '2027-04-01'), undefined);
    });

    test('belongs to a finding about groups, never to one about a rater', async () => {
      const group = await opened(waits());
      const own = await opened(severe(all.third));
      const planFor = (finding: string, code: string, member = all.board) =>
        planOutreach(world, { member, finding, outreach: { ...plan, code } });
      assert.ok((await planFor(group.id, 'for-group')).ok);
      const member = await planFor(own.id, 'for-rater');
      assert.equal(member.ok ? '' : member.refusal.kind, 'no-such-finding');
      await assert.rejects(
        planFor(own.id, 'for-rater', chair),
        (cause: unknown) => codeOf(cause) === '42501',
      );
    });
  });
});
