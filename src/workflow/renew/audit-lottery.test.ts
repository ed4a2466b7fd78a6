import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import {
  awarded,
  claimed,
  day,
  decided,
  enoughClaimed,
  paid,
  type RenewalWorld,
  renewalWorld,
} from '../../../tests/support/renewal-world.ts';
import { auditable } from '../../casework/renewal/audit.ts';
import { type AuditDraw, checkDraw } from '../../casework/renewal/audit-lottery.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import type { Result } from '../../kernel/result/result.ts';
import { plainPdf } from '../../outside/adapters/plain-pdf.ts';
import { packetOf } from '../review/packet.ts';
import { recordsPage } from '../review/record-documents.ts';
import {
  askToConfirm,
  backFromLeave,
  confirmActivity,
  confirmationAsked,
  fillGap,
  sayLeave,
  sendAnswer,
} from './answer-audit.ts';
import { addProof } from './claim-hours.ts';
import { type Held, heldIn } from './held.ts';
import { keepRenewal } from './keep-renewal.ts';
import { closePool, drawLottery, lotteryShown, planLottery, recordOf } from './lottery.ts';
import { renewCredential } from './renew-credential.ts';

interface Holder {
  readonly person: string;
  readonly credential: string;
}
const WORKER = { rights: 'worker', person: undefined } as const;
const refusal = (answer: { readonly ok: unknown }): string =>
  answer.ok === true
    ? 'done'
    : answer.ok === 'mistakes'
      ? 'mistakes'
      : (answer as Extract<Result<unknown>, { ok: false }>).refusal.kind;

describe('audits by a lottery that anybody can check', () => {
  let db: TestDatabase;
  let all: RenewalWorld;
  const people: Holder[] = [];
  let lottery = '';

  const held = async ({ credential }: Holder): Promise<Held> => {
    const found = await all.world.records.as(WORKER, (records) =>
      heldIn(all.world, records, credential),
    );
    assert.ok(found.ok);
    return found.value;
  };
  const audit = async (one: Holder) => auditable((await held(one)).state)?.audit;
  const auditMatter = async (one: Holder): Promise<string | undefined> =>
    (
      await all.world.records.as({ rights: 'candidate', person: one.person }, ({ matters }) =>
        matters.mine(),
      )
    ).find(({ kind }) => kind === 'audit')?.id;

  before(async () => {
    db = await testDatabase();
    all = await renewalWorld(db);
    all.at('2025-02-20');
    for (let place = 0; place < 7; place += 1) {
      const one = await awarded(all, {
        ...{ program: 'larkspur-care', on: '2022-05-31', name: `Quillan Person${place}` },
      });
      people.push(one);
      await enoughClaimed(all, one, '2025-02-03');
      await paid(all, one, 'larkspur-care', 27_500, `check ${place}`);
    }
    all.at('2027-03-02');
    for (const one of people) {
      const done = await renewCredential(all.world, {
        ...{ ...one, route: 'hours', reason: '', declared: true },
      });
      assert.ok(done.ok);
    }
  });
  after(() => db.close());

  const plan = (percent: number) =>
    planLottery(all.world, {
      ...{ director: all.other, program: 'larkspur-care' },
      ...{ approvedPercent: percent, reviewedPercent: percent },
      ...{ source: 'the first beacon after noon UTC', numberOn: day('2027-09-01') },
    });

  test('plan, pool, number, draw: in this order and no other, each a line of the log', async () => {
    await db.owner`insert into people.office (person, office) values (${all.other}, 'director')`;
    all.at('2027-08-02');
    const planned = await plan(100);
    assert.ok(planned.ok, planned.ok ? '' : planned.refusal.because);
    lottery = planned.value;
    assert.equal(refusal(await plan(50)), 'open-already');
    const draw = (publicNumber: string) =>
      drawLottery(all.world, { director: all.other, lottery, publicNumber });
    assert.equal(refusal(await draw('8f1c')), 'not-closed');
    assert.deepEqual(await closePool(all.world, { lottery }), { ok: true, value: 7 });
    assert.equal(refusal(await closePool(all.world, { lottery })), 'closed-already');
    assert.equal(refusal(await draw('8f1c')), 'too-early');
    all.at('2027-09-01');
    assert.equal(refusal(await draw('  ')), 'not-drawn');
    assert.deepEqual(await draw('8f1c2a77'), { ok: true, value: 7 });
    assert.equal(refusal(await draw('8f1c2a77')), 'drawn-already');
    const lines = await db.owner<{ step: string }[]>`select plain->'outcome'->>'step' as step
      from ledger.opening where plain->>'matter' = ${lottery} order by place`;
    assert.deepEqual(
      lines.map(({ step }) => step),
      ['plan', 'pool', 'draw'],
    );
  });
  test('the next of a program is planned on another day, and says so', async () => {
    const again = await planLottery(all.world, {
      ...{ director: all.other, program: 'larkspur-care', approvedPercent: 5, reviewedPercent: 5 },
      ...{ source: ' ', numberOn: day('2027-10-01') },
    });
    assert.equal(refusal(again), 'source-missing');
    all.at('2027-08-02');
    assert.equal(refusal(await plan(50)), 'planned-today');
    all.at('2027-09-01');
    assert.equal(refusal(await plan(50)), 'number-too-early');
  });
  test('the database draws before no number, and lets nobody draw who is in the pool', async () => {
    const [first] = people;
    assert.ok(first);
    const [row] = await db.owner<{ place: number }[]>`
      select place from renewal.lottery_draw where lottery = ${lottery}`;
    const seed = 'f'.repeat(64);
    const tried = async (change: {
      by?: string;
      on?: string;
      number?: string;
      closed?: string;
    }) => {
      const id = `tried-${all.world.chance.uuid()}`;
      const plan = {
        ...{ id, publishedOn: '2027-08-02', strata: [], commitment: sha256Hex(seed) },
        publicNumber: { source: 'A beacon', on: change.number ?? '2027-09-01' },
      };
      const place = row?.place ?? 0;
      await db.owner`insert into renewal.lottery (id, program, plan, published_by, place)
        values (${id}, 'larkspur-care', ${db.owner.json(plan)}, ${all.other}, ${place})`;
      await db.owner`insert into renewal.pool_entry (lottery, label, credential, traits)
        values (${id}, 'L-1', ${first.credential}, '[]')`;
      await db.owner`insert into renewal.lottery_pool (lottery, closed_on, entries, fingerprint, place)
        values (${id}, ${change.closed ?? '2027-08-02'}, '[]', ${'a'.repeat(64)}, ${place})`;
      await all.world.records.as(WORKER, ({ renewals }) =>
        renewals.keepDraw({
          ...{ lottery: id, publicNumber: '8f1c', seed, drawn: ['L-1'], compared: [], place },
          ...{ by: change.by ?? all.other, on: day(change.on ?? '2027-09-01') },
        }),
      );
    };
    await assert.rejects(tried({ on: '2027-08-31' }), /has not come/);
    await assert.rejects(tried({ by: first.person }), /not in the pool/);
    await assert.rejects(tried({ number: '2027-08-02', closed: '2027-08-01' }));
    await tried({});
    const director = { rights: 'director', person: all.other } as const;
    await assert.rejects(
      all.world.records.as(director, ({ renewals }) =>
        renewals.planLottery({
          plan: {
            ...{ id: 'too-early', publishedOn: day('2027-09-01'), strata: [] },
            ...{ commitment: sha256Hex(seed) },
            publicNumber: { source: 'A beacon', on: day('2027-09-01') },
          },
          ...{ program: 'larkspur-care', by: all.other, sealedSeed: new Uint8Array(4) },
          place: row?.place ?? 0,
        }),
      ),
      /comes after the plan/,
    );
  });
  test('whoever drew has no part in deciding an audit', async () => {
    const one = people[6];
    assert.ok(one);
    all.at('2027-09-02');
    assert.equal(refusal(await sendAnswer(all.world, one)), 'done');
    const matter = await auditMatter(one);
    assert.ok(matter);
    const packet = await packetOf(all.world, { reviewer: all.other, matter });
    assert.equal(packet.ok, false);
  });
  test('what is published lets a stranger draw again, and names nobody', async () => {
    const row = await lotteryShown(all.world, lottery);
    assert.ok(row);
    const record = recordOf(row);
    assert.ok(record !== undefined);
    assert.deepEqual(checkDraw(record as unknown as AuditDraw), { ok: true, value: true });
    const text = JSON.stringify(record);
    for (const { person, credential } of people) {
      assert.ok(!text.includes(person) && !text.includes(credential));
    }
    assert.ok(!text.includes('Quillan'));
  });
  test('the database draws nobody whom no lottery drew, and nobody twice', async () => {
    const stranger = await awarded(all, { program: 'larkspur-care', on: '2026-05-31' });
    const drawn = (credential: string, version: number) =>
      all.world.records.as(WORKER, ({ renewals }) =>
        renewals.append(credential, version, [
          {
            ...{ type: 'audit-drawn', on: day('2027-09-02'), lottery },
            answerBy: day('2027-11-01'),
          },
        ]),
      );
    assert.equal(await drawn(stranger.credential, 0), 'excluded');
    const [first] = people;
    assert.ok(first);
    assert.equal(await drawn(first.credential, (await held(first)).history.version), 'excluded');
  });

  test('the clock stands still while somebody who was asked owes an answer, and runs again with it', async () => {
    const [one] = people;
    assert.ok(one);
    const before = (await audit(one))?.answerBy;
    const [activity] = (await held(one)).claimed.activities;
    const asked = { ...one, activity: activity?.id ?? '', name: 'Petra Host' };
    all.at('2027-09-11');
    assert.equal(refusal(await askToConfirm(all.world, { ...asked, email: 'no' })), 'mistakes');
    assert.equal(
      refusal(await askToConfirm(all.world, { ...asked, email: 'petra@host.example' })),
      'done',
    );
    assert.equal((await audit(one))?.paused?.why, 'third-party');
    const [letter] = await db.owner<{ body: string }[]>`select body from post.mail
      where to_address = 'petra@host.example'`;
    const token = /confirm\/([\w-]+)/.exec(letter?.body ?? '')?.[1] ?? '';
    assert.equal((await confirmationAsked(all.world, token))?.askedName, 'Petra Host');
    all.at('2027-09-21');
    const answer = { token, tookPlace: 'yes', hours: '72', words: 'I taught it.' };
    assert.equal(
      refusal(await confirmActivity(all.world, { ...answer, tookPlace: '' })),
      'answer-missing',
    );
    assert.equal(refusal(await confirmActivity(all.world, answer)), 'done');
    assert.equal(refusal(await confirmActivity(all.world, answer)), 'over');
    await keepRenewal(all.world, one.credential);
    assert.equal((await audit(one))?.paused, undefined);
    assert.equal(before, '2027-10-29');
    assert.equal((await audit(one))?.answerBy, '2027-11-08');
  });
  test('it stands still as long as anybody who was asked owes an answer, and no link is waited for that has ended', async () => {
    const one = people[4];
    assert.ok(one);
    const [activity] = (await held(one)).claimed.activities;
    const ask = async (email: string): Promise<string> => {
      const asked = { ...one, activity: activity?.id ?? '', name: 'Somebody There', email };
      assert.equal(refusal(await askToConfirm(all.world, asked)), 'done');
      const [letter] = await db.owner<{ body: string }[]>`select body from post.mail
        where to_address = ${email}`;
      return /confirm\/([\w-]+)/.exec(letter?.body ?? '')?.[1] ?? '';
    };
    all.at('2027-09-11');
    const first = await ask('first@host.example');
    all.at('2027-09-21');
    await ask('second@host.example');
    all.at('2027-09-25');
    const answer = { token: first, tookPlace: 'yes', hours: '', words: '' };
    assert.equal(refusal(await confirmActivity(all.world, answer)), 'done');
    await keepRenewal(all.world, one.credential);
    assert.equal((await audit(one))?.paused?.until, '2027-11-20');
    // The second link works for 60 days; the clock stood still for 70.
    all.at('2027-11-20', '18:00:00Z');
    await keepRenewal(all.world, one.credential);
    assert.equal((await audit(one))?.paused, undefined);
    assert.equal((await audit(one))?.answerBy, '2028-01-07');
  });
  test('leave that ends early lets it run only when nobody owes an answer', async () => {
    const one = people[5];
    assert.ok(one);
    const [activity] = (await held(one)).claimed.activities;
    all.at('2027-09-11');
    assert.equal(refusal(await sayLeave(all.world, { ...one, until: day('2028-01-11') })), 'done');
    const asked = { ...one, activity: activity?.id ?? '', name: 'Somebody There' };
    assert.equal(
      refusal(await askToConfirm(all.world, { ...asked, email: 'x@host.example' })),
      'done',
    );
    all.at('2027-09-21');
    assert.equal(refusal(await backFromLeave(all.world, one)), 'done');
    assert.equal((await audit(one))?.paused?.why, 'third-party');
    assert.equal(refusal(await backFromLeave(all.world, one)), 'not-paused');
    all.at('2027-11-10', '18:00:00Z');
    await keepRenewal(all.world, one.credential);
    assert.equal((await audit(one))?.answerBy, '2027-12-28');
  });
  test('on leave the clock stands still until the day that was named, or until they are back', async () => {
    const [, one] = people;
    assert.ok(one);
    all.at('2027-09-15');
    assert.equal(
      refusal(await sayLeave(all.world, { ...one, until: day('2029-01-01') })),
      'not-a-pause',
    );
    assert.equal(refusal(await sayLeave(all.world, { ...one, until: day('2028-02-15') })), 'done');
    all.at('2028-01-15');
    await keepRenewal(all.world, one.credential);
    assert.equal((await audit(one))?.paused?.why, 'leave');
    assert.equal(await auditMatter(one), undefined);
    assert.equal(refusal(await backFromLeave(all.world, one)), 'done');
    assert.equal((await audit(one))?.answerBy, '2028-02-28');
  });
  test('the decider sees hours and days, never a title or a name; what is shown is enough to pass', async () => {
    const [one] = people;
    assert.ok(one);
    all.at('2027-10-01');
    const activities = (await held(one)).claimed.activities;
    const bytes = await plainPdf('Certificate', ['72 hours, completed on February 3, 2025']);
    const added = await addProof(all.world, {
      ...{ ...one, activity: activities[0]?.id ?? '' },
      upload: { name: 'certificate.pdf', bytes, tooLarge: false },
    });
    assert.equal(refusal(added), 'done');
    assert.equal(refusal(await sendAnswer(all.world, one)), 'done');
    const matter = await auditMatter(one);
    assert.ok(matter);
    const page = await recordsPage(all.world, { clerk: all.clerk, matter });
    assert.ok(page.ok);
    assert.match(JSON.stringify(page.value.claim), /Petra Host/);
    assert.equal(page.value.documents.length, 1);
    await decided(all, matter, () => true);
    const packet = await packetOf(all.world, { reviewer: all.reviewer, matter });
    assert.ok(packet.ok);
    const words = JSON.stringify(packet.value);
    for (const { title } of activities) {
      assert.ok(!words.includes(title));
    }
    assert.ok(!words.includes('Quillan') && !words.includes('Petra'));
    await keepRenewal(all.world, one.credential);
    assert.equal((await audit(one))?.decided?.outcome, 'passed');
  });
  test('failed, the gap can be filled with later hours, which count for nothing else', async () => {
    const [, , one] = people;
    assert.ok(one);
    all.at('2027-10-01');
    assert.equal(refusal(await sendAnswer(all.world, one)), 'done');
    const matter = await auditMatter(one);
    assert.ok(matter);
    await decided(all, matter, (_, place) => place !== 0);
    await keepRenewal(all.world, one.credential);
    assert.equal((await audit(one))?.decided?.outcome, 'failed');
    all.at('2027-11-20');
    const filled: string[] = [];
    for (const date of ['2027-11-02', '2027-11-05', '2027-11-09', '2027-11-15']) {
      const later = await claimed(all, one, date, 20);
      assert.ok(later.kept);
      filled.push(later.id);
    }
    assert.equal(
      refusal(await fillGap(all.world, { ...one, activities: filled.slice(0, 1) })),
      'hours-missing',
    );
    assert.equal(refusal(await fillGap(all.world, { ...one, activities: filled })), 'done');
    assert.ok((await audit(one))?.madeGoodOn);
  });
  test('who does not answer is looked at with what there is, once the day is over everywhere', async () => {
    const [, , , one] = people;
    assert.ok(one);
    all.at('2027-10-30', '11:00:00Z');
    await keepRenewal(all.world, one.credential);
    assert.equal(await auditMatter(one), undefined);
    all.at('2027-10-30', '13:00:00Z');
    await keepRenewal(all.world, one.credential);
    assert.ok(await auditMatter(one));
  });
  test('nobody opens an audit of themselves, or takes one back', async () => {
    const [, , , one] = people;
    const matter = one === undefined ? undefined : await auditMatter(one);
    assert.ok(one && matter);
    const { withdrawMatter } = await import('../apply/withdraw.ts');
    assert.equal(
      refusal(await withdrawMatter(all.world, { person: one.person, matter })),
      'excluded',
    );
  });
});
