/** The life of a complaint through its use cases, on a real database. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { anybody, as, worker } from '../../../tests/support/cast.ts';
import {
  allMet,
  answer,
  breach,
  COMPLAINANT_NAME,
  type ConductBench,
  complaintAbout,
  conductBench,
  decided,
  handle,
  investigated,
  judge,
  RESPONDENT_NAME,
  seatPanelOf,
  wait,
} from '../../../tests/support/complaints.ts';
import { addDays } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import {
  handledComplaint,
  judgedComplaint,
  ownComplaint,
  ownComplaints,
} from './complaint-views.ts';
import { addEvidenceTo, handleComplaint } from './handle-complaint.ts';
import { judgeComplaint, leaveForTie } from './judge-complaint.ts';
import { openComplaint } from './open-complaint.ts';
import { writeLetters } from './write-letters.ts';

const kindOf = (given: Result<unknown, string>): string => (given.ok ? 'done' : given.refusal.kind);

describe('a complaint about conduct', () => {
  let bench: ConductBench;
  before(async () => {
    bench = await conductBench();
  });
  after(() => bench.db.close());

  const shownOn = () =>
    bench.world.records.as(anybody, ({ conduct }) => conduct.shownOn(bench.credential));
  const notices = async (holder = RESPONDENT_NAME) =>
    (await bench.world.records.as(anybody, ({ conduct }) => conduct.notices())).filter(
      ({ holderName }) => holderName === holder,
    );

  test('that is false is screened out with four reasons, and leaves no trace for the public or the respondent', async () => {
    const matter = await complaintAbout(bench);
    const state = await handle(bench, matter, {
      act: 'screen',
      answers: { ...allMet, standing: { met: false, reason: 'Nobody who complains was there.' } },
    });
    assert.equal(state.stage, 'closed');
    assert.deepEqual([await shownOn(), await notices()], [[], []]);
    assert.deepEqual(await ownComplaints(bench.world, bench.respondent), []);
    const mail = await bench.db.owner<{ body: string }[]>`
      select body from post.mail where to_person = ${bench.respondent}`;
    assert.deepEqual([...mail], []);
    const told = await handle(bench, matter, {
      ...{ act: 'tell-closing', complaint: 'c1', achieved: 'no' },
      reason: 'Nobody who was there could be found.',
    });
    assert.ok(told.clocks.every(({ doneOn }) => doneOn !== undefined));
  });

  test('that holds ends in a public reprimand, and only once the appeal is over', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const state = await decided(bench, matter, 'public-reprimand');
    assert.equal(state.stage, 'appeal-window');
    assert.deepEqual(await notices(), []);
    const early = await handleComplaint(bench.world, {
      ...{ handler: bench.handler, matter, act: { act: 'take-effect' } },
      seen:
        (await bench.world.records.as(worker, ({ conduct }) => conduct.read(matter)))?.version ?? 0,
    });
    assert.equal(kindOf(early), 'not-now');
    await answer(bench, matter, {
      ...{ act: 'appeal', grounds: ['sanction-out-of-measure'], statement: 'It is too much.' },
    });
    const [first] = await seatPanelOf(bench, matter, 'appeal');
    await judge(bench, matter, first ?? '', {
      ...{ act: 'decide-appeal', effect: 'stands', sanction: undefined },
      findings: [{ ground: 'sanction-out-of-measure', found: false, reason: 'It is in measure.' }],
    });
    await handle(bench, matter, { act: 'take-effect' });
    assert.deepEqual(await notices(), []);
    await handle(bench, matter, { act: 'publish' });
    const [notice] = await notices();
    assert.deepEqual(
      [notice?.kind, notice?.provisions, notice?.until, notice?.credential],
      ['public-reprimand', ['R1'], addDays(notice?.until ?? bench.today, 0), bench.credential],
    );
  });

  test('a sanction reversed on appeal never takes effect, and an interim suspension ends with it', async () => {
    const matter = await complaintAbout(bench);
    await handle(bench, matter, { act: 'screen', answers: allMet });
    await handle(bench, matter, { act: 'give-notice', evidence: [], keptBack: [] });
    await handle(bench, matter, {
      ...{ act: 'suspend-meanwhile', until: addDays(bench.today, 60) },
      reason: 'Somebody is in danger.',
    });
    assert.deepEqual(
      (await shownOn()).map(({ kind }) => kind),
      ['interim'],
    );
    await answer(bench, matter, { act: 'respond', words: 'It was otherwise.' });
    await addEvidenceTo(bench.world, {
      ...{ handler: bench.handler, matter, kind: 'document', source: 'A letter.', copy: undefined },
      seen:
        (await bench.world.records.as(worker, ({ conduct }) => conduct.read(matter)))?.version ?? 0,
      original: {
        ...{ sha256: 'ab'.repeat(32), mediaType: 'application/pdf', bytes: 10 },
        originalName: 'I will kill you.pdf',
      },
    });
    await handle(bench, matter, { act: 'disclose', evidence: ['e1'] });
    await handle(bench, matter, { act: 'close-investigation', summary: 'Both were asked.' });
    await decided(bench, matter, 'suspension');
    await answer(bench, matter, {
      ...{ act: 'appeal', grounds: ['rule-misread'], statement: 'The rule says otherwise.' },
    });
    const [first] = await seatPanelOf(bench, matter, 'appeal');
    const state = await judge(bench, matter, first ?? '', {
      ...{ act: 'decide-appeal', effect: 'reversed', sanction: undefined },
      findings: [{ ground: 'rule-misread', found: true, reason: 'It does.' }],
    });
    assert.equal(state.stage, 'closed');
    assert.deepEqual(await shownOn(), []);
  });

  test('nobody sits on two panels of it, and the database says so too', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const seated = await seatPanelOf(bench, matter, 'review');
    await judge(bench, matter, seated[0] ?? '', { act: 'review', findings: breach });
    const heard = await seatPanelOf(bench, matter, 'hearing');
    assert.equal(new Set([...seated, ...heard]).size, 6);
    await assert.rejects(
      bench.db
        .owner`insert into conduct.seat (matter, person, panel) values (${matter}, ${seated[0] ?? ''}, 'appeal')`,
    );
    await assert.rejects(
      bench.db
        .owner`insert into conduct.seat (matter, person, panel) values (${matter}, ${bench.handler}, 'appeal')`,
    );
  });

  test('who is not on its list cannot see that it is there, in no count either', async () => {
    const matter = await complaintAbout(bench);
    const seen = async (rights: 'conduct' | 'panel', person: string) =>
      (await bench.world.records.as(as(rights, person), ({ conduct }) => conduct.list())).some(
        ({ row }) => row.id === matter,
      );
    assert.equal(await seen('conduct', bench.handler), true);
    assert.equal(await seen('conduct', bench.colleague), false);
    assert.equal(await seen('conduct', bench.ombud), false);
    assert.equal(await seen('panel', bench.panel[0] ?? ''), false);
    assert.equal(
      await bench.world.records.as(as('conduct', bench.handler), ({ conduct }) =>
        conduct.letIn(matter, bench.colleague),
      ),
      true,
    );
    assert.equal(await seen('conduct', bench.colleague), true);
    await bench.world.records.as(as('conduct', bench.colleague), ({ conduct }) =>
      conduct.leaveForTie(matter, 'A cousin.'),
    );
    assert.equal(await seen('conduct', bench.colleague), false);
    assert.equal(
      await bench.world.records.as(as('conduct', bench.handler), ({ conduct }) =>
        conduct.letIn(matter, bench.colleague),
      ),
      false,
    );
  });

  test('a panel reads no name, also not in what those concerned wrote', async () => {
    const matter = await complaintAbout(bench);
    await handle(bench, matter, { act: 'screen', answers: allMet });
    await handle(bench, matter, { act: 'give-notice', evidence: [], keptBack: [] });
    await answer(bench, matter, {
      act: 'respond',
      words: `I, ${RESPONDENT_NAME}, never met ${COMPLAINANT_NAME}. Canarycomplainant lies.`,
    });
    const handled = await handledComplaint(bench.world, { handler: bench.handler, matter });
    assert.match(JSON.stringify(handled?.said), /never met Yevhen Canarycomplainant/);
    const record = JSON.stringify(handled?.events);
    assert.doesNotMatch(record, /Canary/);
    assert.match(record, /I, \[the respondent\], never met \[complainant 1\]/);
  });

  test('what the body writes on the record is refused while it names somebody', async () => {
    const named = await openComplaint(bench.world, {
      ...{ handler: bench.handler, about: 'person', program: 'larkspur-navigator' },
      ...{ grounds: [], setting: undefined },
      respondent: { person: bench.respondent, fullName: RESPONDENT_NAME, formerNames: [] },
      complainant: {
        ...{ concern: undefined, person: undefined, fullName: undefined, contact: undefined },
        ...{ naming: 'anonymous', language: 'en', hopes: '' },
      },
      alleged: [
        {
          ...{ number: 'R1', conductOn: bench.today, alsoCited: [] },
          words: `${RESPONDENT_NAME} turned a client away.`,
        },
      ],
    });
    assert.equal(kindOf(named), 'names-somebody');
  });

  test('the respondent reads what was alleged and shown, and never who complained or what they hoped', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const own = await ownComplaint(bench.world, { respondent: bench.respondent, matter });
    const text = JSON.stringify(own?.shown);
    assert.match(text, /A client was turned away/);
    assert.doesNotMatch(text, /apology|naming|Canarycomplainant|seed|pool/);
    assert.equal(await ownComplaint(bench.world, { respondent: bench.all.ana, matter }), undefined);
  });

  test('a member with a tie leaves, is replaced, and sees nothing of it any more', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const [first, second] = await seatPanelOf(bench, matter, 'review');
    assert.ok(await judgedComplaint(bench.world, { member: first ?? '', matter }));
    const left = await leaveForTie(bench.world, {
      ...{ member: first ?? '', matter, seen: undefined, panel: 'review' },
    });
    assert.ok(left.ok);
    assert.equal(await judgedComplaint(bench.world, { member: first ?? '', matter }), undefined);
    const early = await judgeComplaint(bench.world, {
      ...{ member: second ?? '', matter, act: { act: 'review', findings: breach } },
      seen: left.value.history.version + 1,
    });
    assert.equal(kindOf(early), 'panel-not-whole');
    const seated = await seatPanelOf(bench, matter, 'review');
    assert.ok(!seated.includes(first ?? '') && seated.length === 3);
  });

  test('a promise that ran out goes on record by itself, is told, and is seen by the board', async () => {
    const matter = await complaintAbout(bench);
    await wait(bench, 60);
    const history = await bench.world.records.as(worker, ({ conduct }) => conduct.read(matter));
    assert.deepEqual(
      history?.events.map(({ type }) => type),
      ['received', 'promise-broken', 'promise-broken'],
    );
    const broken = await bench.world.records.as(as('board', bench.all.board), ({ conduct }) =>
      conduct.brokenPromises(),
    );
    assert.ok(
      broken.some(({ label, step }) => label === history?.row.label && step === 'screening'),
    );
  });

  test('each of those concerned gets the letters of their own side, on paper too, each once', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const state = await decided(bench, matter, 'private-reprimand');
    assert.ok(state.decision);
    assert.ok((await writeLetters(bench.world, matter)) > 0);
    assert.equal(await writeLetters(bench.world, matter), 0);
    const handled = await handledComplaint(bench.world, { handler: bench.handler, matter });
    const party = (key: string) => handled?.parties.find((one) => one.key === key)?.id;
    const letters = (handled?.letters ?? []).map(({ party: to, kind }) =>
      [to === party('respondent') ? 'respondent' : 'c1', kind].join(' '),
    );
    assert.deepEqual(letters.toSorted(), [
      'c1 received',
      'c1 screened-in',
      'respondent decision',
      'respondent further-disclosure',
      'respondent hearing-notice',
      'respondent notice',
    ]);
    for (const { words, sha256, party: to } of handled?.letters ?? []) {
      const isRespondents = to === party('respondent');
      assert.doesNotMatch(
        words,
        isRespondents ? /Canarycomplainant/ : /Canaryrespondent|reprimand/,
      );
      const paper = await bench.world.files.read(sha256 ?? '');
      assert.match(new TextDecoder('latin1').decode(paper?.subarray(0, 8)), /^%PDF-1\./);
    }
    const own = await ownComplaint(bench.world, { respondent: bench.respondent, matter });
    assert.equal(own?.letters.length, 4);
  });
});
