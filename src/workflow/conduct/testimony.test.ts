/** What a public sanction may rest on: the word of a witness who gave their name, and never anonymous words alone. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { anybody } from '../../../tests/support/cast.ts';
import {
  allMet,
  answer,
  breach,
  type ConductBench,
  complaintAbout,
  conductBench,
  decided,
  handle,
  judge,
  RESPONDENT_NAME,
  sanctionFrom,
  seatPanelOf,
  versionOf,
  wait,
} from '../../../tests/support/complaints.ts';
import { addDays } from '../../kernel/dates/civil-date.ts';
import { askWitness, takeInStatementOf } from './ask-witness.ts';
import { addEvidenceTo } from './handle-complaint.ts';
import { judgeComplaint } from './judge-complaint.ts';
import { answerByLink } from './witness-side.ts';

describe('a public sanction', () => {
  let bench: ConductBench;
  before(async () => {
    bench = await conductBench();
  });
  after(() => bench.db.close());

  const answered = async (): Promise<string> => {
    const matter = await complaintAbout(bench);
    await handle(bench, matter, { act: 'screen', answers: allMet });
    await handle(bench, matter, { act: 'give-notice', evidence: [], keptBack: [] });
    await answer(bench, matter, { act: 'respond', words: 'It was otherwise.' });
    return matter;
  };
  const closed = async (matter: string): Promise<void> => {
    await handle(bench, matter, { act: 'disclose', evidence: ['e1'] });
    await handle(bench, matter, { act: 'close-investigation', summary: 'All were heard.' });
  };
  const notices = async () =>
    (await bench.world.records.as(anybody, ({ conduct }) => conduct.notices())).filter(
      ({ holderName }) => holderName === RESPONDENT_NAME,
    );

  test('rests on what a named witness said behind their link, all the way to the notice', async () => {
    const { handler, today, world, db } = bench;
    const matter = await answered();
    const asked = await askWitness(world, {
      ...{ handler, matter, seen: await versionOf(bench, matter) },
      whom: { fullName: 'Halina Wójcik', contact: 'halina@people.example', language: 'en' },
      ...{ asked: ['What did you see?'], answerUntil: addDays(today, 14) },
    });
    assert.ok(asked.ok, JSON.stringify(asked));
    const [mail] = await db.owner<{ body: string }[]>`
      select body from post.mail where to_address = 'halina@people.example'`;
    const code = /\/witness\/(\S+)/.exec(mail?.body ?? '')?.[1] ?? '';
    const words = 'I was there: the client was turned away at the front desk.';
    const said = await answerByLink(world, { code, declined: false, words, files: [] });
    assert.ok(said.ok, JSON.stringify(said));
    const seen = await versionOf(bench, matter);
    const taken = await takeInStatementOf(world, { handler, matter, seen, witness: 'w1' });
    assert.ok(taken.ok, JSON.stringify(taken));
    assert.deepEqual(
      taken.value.evidence.map(({ id, kind }) => [id, kind]),
      [['e1', 'named-testimony']],
      'nothing else was gathered',
    );
    await closed(matter);
    const state = await decided(bench, matter, 'public-reprimand');
    assert.deepEqual(
      state.decision?.findings.map(({ evidence }) => evidence),
      [['e1']],
    );
    assert.deepEqual(await notices(), [], 'the time to appeal runs');
    await wait(bench, 60);
    await handle(bench, matter, { act: 'take-effect' });
    await handle(bench, matter, { act: 'publish' });
    const [notice, ...more] = await notices();
    assert.equal(notice?.kind, 'public-reprimand');
    assert.equal(more.length, 0);
    assert.doesNotMatch(JSON.stringify(notice), /Halina|Wójcik/);
  });

  test('is refused where nothing but anonymous words speaks for it; a private one is let through', async () => {
    const { handler, world } = bench;
    const matter = await answered();
    const added = await addEvidenceTo(world, {
      ...{ handler, matter, seen: await versionOf(bench, matter) },
      ...{ kind: 'anonymous-testimony', source: 'A call; the caller gave no name.' },
      original: {
        ...{ sha256: 'a'.repeat(64), mediaType: 'application/pdf', bytes: 1000 },
        originalName: 'call.pdf',
      },
      copy: undefined,
    });
    assert.ok(added.ok, JSON.stringify(added));
    await closed(matter);
    const [reviewer] = await seatPanelOf(bench, matter, 'review');
    await judge(bench, matter, reviewer ?? '', { act: 'review', findings: breach });
    const [hearer] = await seatPanelOf(bench, matter, 'hearing');
    await handle(bench, matter, {
      ...{ act: 'call-hearing', day: addDays(bench.today, 30), whereAndWhen: 'Room 4, at ten.' },
      ...{ mayBring: 'Anybody they trust.', accommodations: [] },
    });
    await wait(bench, 30);
    const member = hearer ?? '';
    await judge(bench, matter, member, { act: 'hear', transcript: 'Said.', represented: false });
    const before = (await notices()).length;
    for (const kind of ['public-reprimand', 'probation', 'suspension', 'revocation'] as const) {
      const tried = await judgeComplaint(world, {
        ...{ member, matter, seen: await versionOf(bench, matter) },
        act: {
          ...{ act: 'decide', findings: breach, remedy: undefined },
          sanction: sanctionFrom(bench, kind),
        },
      });
      assert.equal(tried.ok ? 'done' : tried.refusal.kind, 'anonymous-alone', kind);
    }
    const state = await judge(bench, matter, member, {
      ...{ act: 'decide', findings: breach, remedy: undefined },
      sanction: sanctionFrom(bench, 'private-reprimand'),
    });
    assert.equal(state.decision?.sanction?.kind, 'private-reprimand');
    assert.equal((await notices()).length, before);
  });
});
