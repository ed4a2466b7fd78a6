import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import {
  awarded,
  day,
  decided,
  enoughClaimed,
  paid,
  type RenewalWorld,
  renewalWorld,
} from '../../../tests/support/renewal-world.ts';
import { auditable } from '../../casework/renewal/audit.ts';
import type { TermEnd } from '../../casework/renewal/audit-state.ts';
import { standingOn } from '../../casework/renewal/standing.ts';
import type { Result } from '../../kernel/result/result.ts';
import { lodgeAppeal } from '../apply/lodge-appeal.ts';
import { withdrawMatter } from '../apply/withdraw.ts';
import { packetOf } from '../review/packet.ts';
import { sayBeforeEnd, sendAnswer } from './answer-audit.ts';
import { type Held, heldIn } from './held.ts';
import { keepRenewal, keepRenewals } from './keep-renewal.ts';
import { closePool, drawLottery, planLottery } from './lottery.ts';
import { renewCredential } from './renew-credential.ts';

interface Holder {
  readonly person: string;
  readonly credential: string;
}
const WORKER = { rights: 'worker', person: undefined } as const;
const refusal = (answer: Result<unknown>): string => (answer.ok ? 'done' : answer.refusal.kind);
const SAID = 'Zoë Nakamura-O’Brien was in hospital from November to the end of January.';

/** Four who renewed CCM until May 31, 2032, were drawn on September 1, 2027 and showed nothing: failed on October 1. */
describe('the end of a term after an audit', () => {
  let db: TestDatabase;
  let all: RenewalWorld;
  const people: Holder[] = [];
  const nth = (place: number): Holder => people[place] ?? assert.fail(`nobody at ${place}`);

  const held = async ({ credential }: Holder): Promise<Held> => {
    const found = await all.world.records.as(WORKER, (records) =>
      heldIn(all.world, records, credential),
    );
    assert.ok(found.ok);
    return found.value;
  };
  const end = async (one: Holder): Promise<TermEnd | undefined> => {
    const { state } = await held(one);
    return state.earlier[0]?.audit?.end;
  };
  const matterOf = async (one: Holder, kind: string): Promise<string | undefined> =>
    (
      await all.world.records.as({ rights: 'candidate', person: one.person }, ({ matters }) =>
        matters.mine(),
      )
    ).find((row) => row.kind === kind)?.id;
  const theMatter = async (one: Holder, kind: string): Promise<string> =>
    (await matterOf(one, kind)) ?? assert.fail(`no ${kind}`);
  const keep = ({ credential }: Holder) => keepRenewal(all.world, credential);
  const standing = async (one: Holder) => {
    const { state, rules, days } = await held(one);
    return standingOn(state, rules, days.today).kind;
  };
  const notHeld = async ({ credential }: Holder, on: string) =>
    await all.world.records.as({ rights: 'public', person: undefined }, ({ renewals }) =>
      renewals.notHeldOn(credential, day(on)),
    );
  const mail = async ({ person }: Holder): Promise<readonly string[]> =>
    (
      await db.owner<{ subject: string }[]>`select subject from post.mail
        where to_person = ${person} order by queued_at, subject`
    ).map(({ subject }) => subject);

  before(async () => {
    db = await testDatabase();
    all = await renewalWorld(db);
    await db.owner`insert into people.office (person, office) values (${all.other}, 'director')`;
    all.at('2025-02-20');
    for (let place = 0; place < 4; place += 1) {
      const one = await awarded(all, { program: 'larkspur-care', on: '2022-05-31' });
      people.push(one);
      await enoughClaimed(all, one, '2025-02-03');
      await paid(all, one, 'larkspur-care', 27_500, `check ${place}`);
    }
    all.at('2027-03-02');
    for (const one of people) {
      const asked = { ...one, route: 'hours', reason: '', declared: true } as const;
      assert.ok((await renewCredential(all.world, asked)).ok);
    }
    all.at('2027-08-02');
    const planned = await planLottery(all.world, {
      ...{ director: all.other, program: 'larkspur-care', approvedPercent: 100 },
      ...{ reviewedPercent: 100, source: 'a beacon', numberOn: day('2027-09-01') },
    });
    assert.ok(planned.ok);
    assert.ok((await closePool(all.world, { lottery: planned.value })).ok);
    all.at('2027-09-01');
    const asked = { director: all.other, lottery: planned.value, publicNumber: '8f1c' };
    assert.ok((await drawLottery(all.world, asked)).ok);
    all.at('2027-10-01');
    for (const one of people) {
      assert.ok((await sendAnswer(all.world, one)).ok);
      await decided(all, await theMatter(one, 'audit'), () => false);
      await keep(one);
    }
  });
  after(() => db.close());

  test('is announced when the 90 days to make it good are over, with 30 days to say something', async () => {
    const one = nth(0);
    all.at('2027-12-30');
    await keep(one);
    assert.equal(await end(one), undefined);
    // December 30 is over everywhere when the 31st ends at UTC-12.
    all.at('2027-12-31', '13:00:00Z');
    await keep(one);
    assert.equal((await end(one))?.answerBy, '2028-01-30');
    assert.ok((await mail(one)).some((subject) => /person will decide/.test(subject)));
    assert.equal(await matterOf(one, 'term-end'), undefined);
    assert.equal(await standing(one), 'held');
  });
  test('an appeal against the audit that nobody has decided holds it up', async () => {
    const one = nth(3);
    all.at('2027-10-20');
    const lodged = await lodgeAppeal(all.world, {
      ...{ person: one.person, matter: await theMatter(one, 'audit') },
      ...{ grounds: ['evidence-misread'], statement: 'The certificates show every hour of it.' },
    });
    assert.ok(lodged.ok, lodged.ok ? '' : lodged.refusal.because);
    all.at('2028-01-02');
    await keep(one);
    assert.equal(await end(one), undefined);
  });
  test('what its holder says goes to a person without their name, whom nobody can make of themselves', async () => {
    const one = nth(0);
    all.at('2028-01-10');
    assert.equal(refusal(await sayBeforeEnd(all.world, { ...one, words: ' ' })), 'words-missing');
    assert.equal(
      refusal(await sayBeforeEnd(all.world, { ...one, words: 'Ill.' })),
      'words-missing',
    );
    assert.equal(refusal(await sayBeforeEnd(all.world, { ...one, words: SAID })), 'done');
    assert.equal(
      refusal(await sayBeforeEnd(all.world, { ...one, words: SAID })),
      'answered-already',
    );
    const matter = await theMatter(one, 'term-end');
    const back = await withdrawMatter(all.world, { person: one.person, matter });
    assert.equal(refusal(back), 'excluded');
    await decided(all, matter, () => false);
    const packet = await packetOf(all.world, { reviewer: all.reviewer, matter });
    assert.ok(packet.ok);
    assert.ok(!/Zoë|Nakamura/.test(JSON.stringify(packet.value)));
    await keep(one);
    // 30 days to appeal, from January 10.
    assert.equal((await end(one))?.decided?.appealUntil, '2028-02-09');
    assert.equal(await standing(one), 'held');
  });
  test('without an appeal it takes effect the day after the time for one is over, in the log without a name', async () => {
    const one = nth(0);
    all.at('2028-02-09');
    await keep(one);
    assert.equal(await notHeld(one, '2028-02-10'), undefined);
    all.at('2028-02-10', '13:00:00Z');
    assert.ok((await keepRenewals(all.world)) > 0);
    assert.equal((await end(one))?.closed?.how, 'ended');
    assert.equal((await held(one)).state.newest.lastDay, '2028-02-09');
    assert.equal(await notHeld(one, '2028-02-09'), undefined);
    assert.deepEqual(await notHeld(one, '2028-02-10'), {
      why: 'ended-after-audit',
      from: '2028-02-10',
    });
    assert.equal(await standing(one), 'over');
    const lines = await db.owner<{ plain: { matter: string; outcome: { how?: string } } }[]>`
      select plain from ledger.opening where credential = ${one.credential}
        or matter = ${await theMatter(one, 'term-end')} order by place`;
    const told = lines.map(({ plain }) => plain);
    assert.ok(told.some(({ outcome }) => outcome.how === 'ended-after-audit'));
    assert.ok(told.some(({ matter }) => matter.startsWith('E-')));
    assert.ok(!/Zoë|Nakamura/.test(JSON.stringify(told)));
    assert.equal((await mail(one)).filter((subject) => /has ended/.test(subject)).length, 1);
  });
  test('who says nothing is decided about once the day is over; a person can keep the term', async () => {
    const one = nth(1);
    await keep(one);
    all.at('2028-03-15');
    await keep(one);
    await decided(all, await theMatter(one, 'term-end'), (id) => id === 'kept-from-filling');
    await keep(one);
    assert.equal((await end(one))?.closed?.how, 'kept');
    all.at('2028-09-01');
    await keep(one);
    assert.equal(await standing(one), 'held');
    assert.equal(await notHeld(one, '2028-09-01'), undefined);
  });
  test('an appeal is heard by others, holds the effect up, and turns it where it is upheld', async () => {
    const one = nth(2);
    all.at('2028-03-15');
    await keep(one);
    all.at('2028-04-20');
    await keep(one);
    const matter = await theMatter(one, 'term-end');
    await decided(all, matter, () => false);
    await keep(one);
    all.at('2028-05-19');
    const lodged = await lodgeAppeal(all.world, {
      ...{ person: one.person, matter, grounds: ['evidence-misread'] },
      statement: 'The letter of the hospital says from when to when I was there.',
    });
    assert.ok(lodged.ok, lodged.ok ? '' : lodged.refusal.because);
    const own = await packetOf(all.world, { reviewer: all.reviewer, matter: lodged.value.id });
    assert.equal(own.ok, false);
    all.at('2028-06-20');
    await keep(one);
    assert.equal(await standing(one), 'held');
    await decided(all, lodged.value.id, () => true, 'other');
    await keep(one);
    assert.equal((await end(one))?.closed?.how, 'kept');
    assert.equal(auditable((await held(one)).state)?.term.to, '2027-05-31');
    assert.equal(await standing(one), 'held');
  });
  test('the database takes no end that no person decided, and no effect before the appeal is over', async () => {
    const one = nth(3);
    const written = async (event: object) => {
      const { version } = (await held(one)).history;
      return await all.world.records.as(WORKER, ({ renewals }) =>
        renewals.append(one.credential, version, [event as never]),
      );
    };
    const by = all.reviewer;
    const ended = { type: 'ended-after-audit', on: '2028-07-01', by, appealUntil: '2028-07-31' };
    assert.equal(await written({ ...ended, reason: 'Not shown.' }), 'excluded');
    const effect = { type: 'end-took-effect', on: '2028-08-02', lastDay: '2028-07-31' };
    assert.equal(await written({ ...effect, heldAgainFrom: null }), 'excluded');
    const director = { rights: 'director', person: all.other } as const;
    await assert.rejects(
      all.world.records.as(director, ({ renewals }) => renewals.one(one.credential)),
    );
  });
});
