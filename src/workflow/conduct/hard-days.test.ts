/** Hard days of a complaint, each with its rule: at the same moment, back from the post, under another name, by a tie. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
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
  credentialOf,
  decided,
  handle,
  investigated,
  judge,
  sanctionFrom,
  seatPanelOf,
  wait,
} from '../../../tests/support/complaints.ts';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { answerComplaint } from './answer-complaint.ts';
import { handleComplaint } from './handle-complaint.ts';
import { joinComplaint } from './open-complaint.ts';

const kindOf = (given: Result<unknown, string>): string => (given.ok ? 'done' : given.refusal.kind);

describe('hard days of a complaint', () => {
  let bench: ConductBench;
  before(async () => {
    bench = await conductBench();
  });
  after(() => bench.db.close());

  const versionOf = async (matter: string): Promise<number> =>
    (await bench.world.records.as(worker, ({ conduct }) => conduct.read(matter)))?.version ?? 0;
  const nobody = { person: undefined, fullName: 'Somebody Uncertified', formerNames: [] };

  test('somebody whom the code never bound is screened out, and a coordinator cannot say otherwise', async () => {
    const matter = await complaintAbout(bench, { respondent: nobody });
    const screened = async (met: boolean) =>
      kindOf(
        await handleComplaint(bench.world, {
          ...{ handler: bench.handler, matter, seen: await versionOf(matter) },
          act: {
            act: 'screen',
            answers: { ...allMet, jurisdiction: { met, reason: 'By the register.' } },
          },
        }),
      );
    assert.equal(await screened(true), 'jurisdiction-misread');
    assert.equal(await screened(false), 'done');
  });

  test('conduct from before the first application is not judged', async () => {
    const words = 'It was long ago.';
    const conductOn = date('2024-07-01');
    const matter = await complaintAbout(bench, {
      alleged: [{ number: 'R1', conductOn, alsoCited: [], words }],
    });
    const tried = await handleComplaint(bench.world, {
      ...{ handler: bench.handler, matter, seen: await versionOf(matter) },
      act: { act: 'screen', answers: allMet },
    });
    assert.equal(kindOf(tried), 'jurisdiction-misread');
  });

  test('two appeals at the same moment are one', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    await decided(bench, matter, 'private-reprimand');
    const appeal = () =>
      answerComplaint(bench.world, {
        ...{ respondent: bench.respondent, matter, seen: undefined },
        act: { act: 'appeal', grounds: ['rule-misread'], statement: 'The rule says otherwise.' },
      });
    const kinds = (await Promise.all([appeal(), appeal()])).map(kindOf);
    assert.equal(kinds.filter((kind) => kind === 'done').length, 1, kinds.join());
    assert.ok(kinds.some((kind) => kind === 'someone-wrote-first' || kind === 'not-now'));
  });

  test('a decision that came back from the post is sent again, and the whole time to appeal with it', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    await decided(bench, matter, 'private-reprimand');
    await wait(bench, 25);
    const state = await handle(bench, matter, {
      ...{ act: 'redeliver', what: 'decision' },
      reason: 'The letter came back; it was brought by hand.',
    });
    assert.equal(state.decision?.appealUntil, addDays(bench.today, 30));
    await wait(bench, 29);
    const appealed = await answerComplaint(bench.world, {
      ...{ respondent: bench.respondent, matter, seen: undefined },
      act: { act: 'appeal', grounds: ['rule-misread'], statement: 'It says otherwise.' },
    });
    assert.equal(kindOf(appealed), 'done');
  });

  test('a complainant who sits in the pool later is never drawn, and never sees the matter', async () => {
    const certificant = bench.panel[0] ?? '';
    const matter = await complaintAbout(bench, {
      complainant: {
        ...{ concern: undefined, person: certificant, fullName: COMPLAINANT_NAME },
        ...{ contact: undefined, naming: 'to-staff', language: 'en', hopes: '' },
      },
    });
    await investigated(bench, matter);
    const pool = await bench.world.records.as(as('conduct', bench.handler), ({ conduct }) =>
      conduct.poolFor(matter),
    );
    assert.equal(pool.find(({ person }) => person === certificant)?.conflict, true);
    const seated = await seatPanelOf(bench, matter, 'review');
    assert.ok(!seated.includes(certificant));
    await assert.rejects(
      bench.db
        .owner`insert into conduct.seat (matter, person, panel) values (${matter}, ${certificant}, 'appeal')`,
    );
  });

  test('a respondent is found by a name they had, and that name does not get onto the record either', async () => {
    const renamed = randomUUID();
    const email = `${renamed}@people.example`;
    await bench.world.records.as(anybody, ({ door }) =>
      door.signUp(renamed, email, 'Maia Newname', 'hash'),
    );
    await credentialOf(bench, renamed);
    await bench.world.records.as(as('candidate', renamed), ({ people }) =>
      people.writeNames('Maia Newname', ['Maia Oldcanary']),
    );
    const found = await bench.world.records.as(as('conduct', bench.handler), ({ conduct }) =>
      conduct.findPerson('oldcanary', 'larkspur-navigator'),
    );
    assert.deepEqual(
      found.map(({ id }) => id),
      [renamed],
    );
    const named = await complaintAbout(bench, {
      respondent: { person: renamed, fullName: 'Maia Newname', formerNames: ['Maia Oldcanary'] },
    });
    const tried = await handleComplaint(bench.world, {
      ...{ handler: bench.handler, matter: named, seen: await versionOf(named) },
      act: {
        act: 'screen',
        answers: { ...allMet, standing: { met: true, reason: 'Ms. Maia Oldcanary was there.' } },
      },
    });
    assert.equal(kindOf(tried), 'names-somebody');
  });

  test('a second complaint about the same events joins, with its own complainant and its own answer', async () => {
    const matter = await complaintAbout(bench);
    const joined = await joinComplaint(bench.world, {
      ...{ handler: bench.handler, matter, seen: await versionOf(matter), alleged: [] },
      complainant: {
        ...{ concern: undefined, person: undefined, fullName: 'Second Complainant' },
        ...{ contact: undefined, naming: 'anonymous', language: 'es', hopes: 'Que pare.' },
      },
    });
    assert.ok(joined.ok);
    const parties = await bench.world.records.as(as('conduct', bench.handler), ({ conduct }) =>
      conduct.parties(matter),
    );
    const second = parties.find(({ key }) => key === joined.value.key);
    assert.deepEqual([second?.fullName, second?.hopes], [undefined, 'Que pare.']);
  });

  test('seven years after it is over, names and words are gone and the steps can still be counted', async () => {
    const matter = await complaintAbout(bench);
    await handle(bench, matter, {
      act: 'screen',
      answers: { ...allMet, standing: { met: false, reason: 'Canaryreason.' } },
    });
    await handle(bench, matter, {
      ...{ act: 'tell-closing', complaint: 'c1', achieved: 'no', reason: 'Canaryreason.' },
    });
    const retire = (before: string) =>
      bench.world.records.as(worker, ({ conduct }) => conduct.retire(date(before)));
    assert.equal(await retire('2020-01-01'), 0);
    assert.ok((await retire('2099-01-01')) >= 1);
    const rows = await bench.db.owner<{ text: string }[]>`
      select e.type || ' ' || e.body::text as text from conduct.event e where e.matter = ${matter} order by version`;
    const left = rows.map(({ text }) => text).join('\n');
    assert.doesNotMatch(left, /Canary|turned away/);
    assert.match(left, /^received .*\nscreened .*"met": false.*\nclosing-told .*"achieved": "no"/s);
    const names = await bench.db.owner`
      select 1 from conduct.party where matter = ${matter} and (full_name like '%Canary%' or hopes <> '' or person is not null)`;
    assert.equal(names.length, 0);
    assert.equal(await retire('2099-01-01'), 0);
  });

  test('an agreement is a decision like any other: in the log, told to both sides, and open to appeal', async () => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const [reviewer] = await seatPanelOf(bench, matter, 'review');
    await judge(bench, matter, reviewer ?? '', { act: 'review', findings: breach });
    const [hearer] = await seatPanelOf(bench, matter, 'hearing');
    await judge(bench, matter, hearer ?? '', {
      ...{ act: 'offer', findings: breach, remedy: undefined },
      sanction: sanctionFrom(bench, 'private-reprimand'),
    });
    const lines = () => bench.world.records.as(anybody, ({ log }) => log.size());
    const mails = async () => {
      const [told] = await bench.db.owner<{ complainant: number; respondent: number }[]>`
        select count(*) filter (where to_address = 'complainant@people.example')::int as complainant,
          count(*) filter (where to_person = ${bench.respondent}
            and body like 'Sign in to read it%')::int as respondent
        from post.mail`;
      assert.ok(told);
      return told;
    };
    const before = await lines();
    const mailsBefore = await mails();
    const state = await answer(bench, matter, { act: 'answer-offer', agrees: true });
    assert.deepEqual([state.stage, state.decision?.how], ['appeal-window', 'consent']);
    assert.equal(await lines(), before + 1);
    const mailsAfter = await mails();
    assert.equal(mailsAfter.complainant, mailsBefore.complainant + 1);
    assert.equal(mailsAfter.respondent, mailsBefore.respondent + 1);
    const forged = bench.world.records.as(as('candidate', bench.respondent), ({ conduct }) =>
      conduct.appendLine(matter, {
        ...{ commitment: 'x', leafHash: new Uint8Array(32), salt: new Uint8Array(32), plain: {} },
      }),
    );
    await assert.rejects(forged, /nothing was decided here/);
    const threat = { subject: 'A threat', body: 'A threat' };
    const mailed = await bench.world.records.as(as('candidate', bench.respondent), ({ conduct }) =>
      conduct.tell(matter, 'c1', { en: threat, es: threat }),
    );
    assert.equal(mailed, false);
  });
});
