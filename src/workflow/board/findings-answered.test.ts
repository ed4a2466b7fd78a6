import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  boardBench,
  findingsOn,
  onDay,
  openedFinding,
  release,
  severe,
  waits,
} from '../../../tests/support/board.ts';
import { as, type Cast } from '../../../tests/support/cast.ts';
import type { TestDatabase } from '../../../tests/support/database.ts';
import type { ShownDisparity } from '../../casework/finding/disparity.ts';
import type { FindingAnswer } from '../../casework/finding/finding.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { addDays, type CivilDate, date } from '../../kernel/dates/civil-date.ts';
import { opens, readEntry } from '../../ledger/entry/entry.ts';
import { isAnswerDay } from '../../program/calendar/answer-day.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';
import type { World } from '../ports/ports.ts';
import { answerFinding, carryOutFinding } from './answer-finding.ts';
import { openFindings } from './open-findings.ts';
import { findingFor, findingsForBoard, overdueFindings } from './read-findings.ts';

let db: TestDatabase;
let world: World;
let all: Cast;
let chair: string;
describe('findings answered', () => {
  before(async () => {
    ({ db, world, all, chair } = await boardBench());
  });
  after(() => db.close());

  const on = (day: string): World => onDay(world, day);
  const findingOn = (shown: ShownDisparity) => findingsOn(world, shown);
  const opened = (shown: ShownDisparity, day?: string) => openedFinding(world, shown, day);
  const reasons = 'Canaryreason: the queue is one person long.';
  const refusal: FindingAnswer = { kind: 'refusal', reasons };

  describe('a release put before the board', () => {
    test('opens one finding for each disparity shown, with a promised date, and nothing for what is not shown', async () => {
      const shown = waits();
      const parity = waits({ state: 'parity-shown' });
      const unknown = waits({ state: 'cannot-tell-yet' });
      const done = await openFindings(on('2020-02-03'), release(1), [shown, parity, unknown]);
      assert.deepEqual(done, { opened: 1, measuredAgain: 0 });
      const [finding] = await findingsForBoard(world, { rights: 'board', person: all.board }).then(
        ({ findings }) =>
          findings.filter(({ finding: { measurements } }) => measurements[0].group === shown.group),
      );
      assert.equal(finding?.finding.promisedBy, '2020-04-03');
      assert.match(finding?.label ?? '', /^F-\w{7}$/);
    });

    test('changes nothing when it is looked through twice, also at the same moment', async () => {
      const shown = waits();
      await Promise.all(
        [1, 2, 3].map(() => openFindings(on('2020-02-03'), release(1), [shown, shown])),
      );
      const histories = await findingOn(shown);
      assert.deepEqual(
        histories.map(({ version }) => version),
        [1],
      );
    });

    test('a later one measures again whatever it shows, and opens no second finding while one stands', async () => {
      const shown = waits();
      await opened(shown);
      for (const [number, state] of [
        [2, 'disparity-shown'],
        [3, 'cannot-tell-yet'],
        [3, 'cannot-tell-yet'],
        [2, 'disparity-shown'],
      ] as const) {
        await openFindings(on('2020-03-02'), release(number), [{ ...shown, state }]);
      }
      const [history, ...more] = await findingOn(shown);
      assert.deepEqual(more, []);
      assert.deepEqual(
        history?.events.map((event) => ('shown' in event ? [event.type, event.shown.release] : [])),
        [
          ['opened', 1],
          ['measured-again', 2],
          ['measured-again', 3],
        ],
      );
    });

    test('a refusal stands for a year; then the same disparity is put before the board again, and both are measured', async () => {
      const shown = waits();
      const { id, version } = await opened(shown);
      const asked = { member: all.board, finding: id, seen: version, answer: refusal };
      assert.ok((await answerFinding(on('2020-03-02'), asked)).ok);
      await openFindings(on('2021-02-01'), release(2, '2021-01-31'), [shown]);
      assert.equal((await findingOn(shown)).length, 1);
      await openFindings(on('2021-04-01'), release(3, '2021-03-31'), [shown]);
      await openFindings(on('2021-04-01'), release(3, '2021-03-31'), [shown]);
      const histories = await findingOn(shown);
      assert.deepEqual(
        histories.map(({ events }) => events.map(({ type }) => type)),
        [['opened'], ['opened', 'answered', 'measured-again', 'measured-again']],
      );
    });

    test('is told to the members of the board; about a rater to the rater and the chair and nobody else', async () => {
      const told = async ({ id, label }: { id: string; label: string }) => {
        const rows = await db.owner<{ to_person: string; body: string }[]>`
        select to_person, body from post.mail where subject like ${`%${label}%`}`;
        assert.ok(rows.every(({ body }) => body.includes(id) && !/9\.1|0\.7/.test(body)));
        return new Set(rows.map(({ to_person }) => to_person));
      };
      assert.deepEqual(await told(await opened(waits())), new Set([all.board, chair]));
      assert.deepEqual(await told(await opened(severe(all.third))), new Set([all.third, chair]));
    });
  });

  describe('an answer', () => {
    test('is given by a named member, once, and its line in the log says no word of it', async () => {
      const { id, label, version } = await opened(waits());
      const asked = { member: all.board, finding: id, seen: version, answer: refusal };
      const size = await world.records.as(as('public'), ({ log }) => log.size());
      const bare = await answerFinding(world, {
        ...asked,
        answer: { kind: 'refusal', reasons: ' ' },
      });
      assert.equal(bare.ok ? '' : bare.refusal.kind, 'reason-missing');
      assert.ok((await answerFinding(world, asked)).ok);
      const again = await answerFinding(world, { ...asked, seen: version + 1 });
      assert.equal(again.ok ? '' : again.refusal.kind, 'answered-before');
      const [line, ...more] = await world.records.as(as('public'), ({ log }) =>
        log.entries(size, 9),
      );
      assert.equal(more.length, 0);
      const entry = readEntry(utf8(line?.commitment ?? ''));
      assert.ok(entry.ok);
      assert.deepEqual(
        [entry.value.kind, entry.value.program, entry.value.rules],
        ['finding', 'larkspur-care', 'findings-1'],
      );
      for (const word of ['Canary', label, all.board, 'Name of']) {
        assert.ok(!line?.commitment.includes(word), word);
      }
      const [kept] = await db.owner<{ salt: Buffer; plain: { matter: string; outcome: object } }[]>`
      select salt, plain from ledger.opening where place = ${line?.place ?? -1}`;
      assert.ok(kept);
      const { salt, plain } = kept;
      assert.ok(
        opens(entry.value, {
          matter: label,
          outcome: plain.outcome as never,
          salt: new Uint8Array(salt),
        }),
      );
      assert.ok(!JSON.stringify(plain).includes('Canary'));
    });

    test('on a page that is no longer up to date is not taken', async () => {
      const shown = waits();
      const { id, version } = await opened(shown);
      await openFindings(on('2020-03-02'), release(2), [shown]);
      const done = await answerFinding(world, {
        member: all.board,
        finding: id,
        seen: version,
        answer: refusal,
      });
      assert.equal(done.ok ? '' : done.refusal.kind, 'someone-wrote-first');
    });

    test('is followed by what was carried out, which leaves a line too', async () => {
      const { id, version } = await opened(waits({ program: undefined }));
      const byWhen = date('2020-06-30');
      const change: FindingAnswer = {
        kind: 'change',
        what: 'A second clerk reads.',
        byWhen,
        reasons,
      };
      assert.ok(
        (
          await answerFinding(on('2020-03-02'), {
            member: all.board,
            finding: id,
            seen: version,
            answer: change,
          })
        ).ok,
      );
      const size = await world.records.as(as('public'), ({ log }) => log.size());
      const done = await carryOutFinding(world, {
        member: chair,
        finding: id,
        seen: version + 1,
        done: 'Begun in May.',
      });
      assert.ok(done.ok);
      assert.equal(await world.records.as(as('public'), ({ log }) => log.size()), size + 1);
      const seen = await findingFor(world, { rights: 'auditor', person: all.auditor }, id);
      assert.equal(seen?.shown.standing, 'carried-out');
      assert.equal(seen?.shown.finding.carriedOut?.by, chair);
      assert.equal(seen?.names.get(chair), 'Name of bo');
    });

    test('past its day is counted for every office, the promised action after the answer', async () => {
      const day = addDays(world.clock.today(), -100);
      const { id, version } = await opened(waits(), day);
      const counted = () =>
        overdueFindings(world, { rights: 'clerk', person: all.clerk }).then(
          (found) => found?.count ?? 0,
        );
      const before_ = await counted();
      assert.ok(before_ > 0);
      const byWhen = nextWorkingDay(addDays(world.clock.today(), 40));
      const change: FindingAnswer = { kind: 'study', what: 'Ask people why.', byWhen, reasons };
      assert.ok(
        (
          await answerFinding(world, {
            member: all.board,
            finding: id,
            seen: version,
            answer: change,
          })
        ).ok,
      );
      assert.equal(await counted(), before_ - 1);
      const later = { ...world, clock: { ...world.clock, today: () => addDays(byWhen, 1) } };
      const then = await overdueFindings(later, { rights: 'staff', person: all.staff });
      assert.ok((then?.count ?? 0) >= before_, 'the action is overdue now');
    });
  });

  const nextWorkingDay = (day: CivilDate): CivilDate =>
    isAnswerDay(day, FEDERAL_HOLIDAYS) ? day : nextWorkingDay(addDays(day, 1));
});
