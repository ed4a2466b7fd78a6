import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { rightAnswers, stepsIn } from '../../../tests/support/exam-steps.ts';
import {
  awarded,
  decided,
  enoughClaimed,
  paid,
  type RenewalWorld,
  renewalWorld,
} from '../../../tests/support/renewal-world.ts';
import { balances } from '../../casework/fees/fees.ts';
import type { Result } from '../../kernel/result/result.ts';
import type { RenewalRoute } from '../../program/maintenance/renewal-fees.ts';
import { awardOnPass } from '../certify/award.ts';
import { submitSitting } from '../exam/hand-in.ts';
import { lodgeResultAppeal } from '../exam/result-appeal.ts';
import { startSitting } from '../exam/start-sitting.ts';
import { type Held, heldIn } from './held.ts';
import { keepRenewal } from './keep-renewal.ts';
import { myRenewal } from './my-renewal.ts';
import { renewCredential } from './renew-credential.ts';

interface Holder {
  readonly person: string;
  readonly credential: string;
}
const PROGRAM = 'larkspur-care';
/** By CCM's published fees: renewal by exam, and by hours. */
const BY_EXAM = 47_000;
const BY_HOURS = 27_500;
const WORKER = { rights: 'worker', person: undefined } as const;
const refusal = (answer: Result<unknown>): string => (answer.ok ? 'done' : answer.refusal.kind);
// Exams are stamped by the clock of the database, so the terms here lie around the day of the test.
const ENDS = new Date().getUTCFullYear() + 1;

describe('renewing by exam', () => {
  let db: TestDatabase;
  let all: RenewalWorld;
  let sitter: ReturnType<typeof stepsIn>;
  before(async () => {
    db = await testDatabase();
    all = await renewalWorld(db);
    sitter = stepsIn(all.world, db);
  });
  after(() => db.close());

  const held = async ({ credential }: Holder): Promise<Held> => {
    const found = await all.world.records.as(WORKER, (records) =>
      heldIn(all.world, records, credential),
    );
    assert.ok(found.ok, found.ok ? '' : found.refusal.because);
    return found.value;
  };
  const termOf = async (one: Holder): Promise<string> => {
    const { term } = (await held(one)).state.newest;
    return `${term.from} ${term.to}`;
  };
  const owed = async (one: Holder): Promise<number> =>
    balances((await held(one)).entries)[0]?.owedCents ?? 0;
  const keep = ({ credential }: Holder) => keepRenewal(all.world, credential);
  const renew = (one: Holder, route: RenewalRoute) =>
    renewCredential(all.world, { ...one, route, reason: '', declared: true });
  const page = async (one: Holder) => {
    const mine = await myRenewal(all.world, one);
    assert.ok(mine.ok);
    return mine.value;
  };
  /** Held until May 31 of next year; the window to renew is open. */
  const holder = async (): Promise<Holder> => {
    const one = await awarded(all, { program: PROGRAM, on: `${ENDS - 5}-05-31` });
    all.at(`${ENDS}-03-02`);
    return one;
  };
  const sit = async (one: Holder, right: number): Promise<string> => {
    const started = await startSitting(all.world, one.person, PROGRAM);
    assert.ok(started.ok, started.ok ? '' : started.refusal.because);
    const { items, epoch } = await sitter.opened(one.person, started.value);
    await sitter.send(one.person, started.value, epoch, rightAnswers(items.slice(0, right)));
    const done = await submitSitting(all.world, one.person, started.value, awardOnPass(all.world));
    assert.ok(done.ok);
    return started.value;
  };
  const credentials = async ({ person }: Holder): Promise<number> => {
    const [row] = await db.owner<{ count: number }[]>`
      select count(*)::int as count from register.credential where person = ${person}`;
    return row?.count ?? 0;
  };

  test('costs the exam’s fee, is booked like any exam, and its pass renews and awards no second credential', async () => {
    const one = await holder();
    assert.equal(refusal(await startSitting(all.world, one.person, PROGRAM)), 'not-eligible');
    // The pass that the credential itself was awarded on renews nothing.
    assert.equal(refusal(await renew(one, 'exam')), 'done');
    assert.equal(await owed(one), BY_EXAM);
    assert.equal((await page(one)).exam, 'to-take');
    assert.equal(refusal(await startSitting(all.world, one.person, PROGRAM)), 'fee-owed');
    await paid(all, one, PROGRAM, BY_EXAM, 'check of an exam');
    await keep(one);
    assert.equal(await termOf(one), `${ENDS - 5}-05-31 ${ENDS}-05-31`);
    await sit(one, 30);
    assert.equal(await credentials(one), 1);
    await keep(one);
    assert.equal(await termOf(one), `${ENDS}-06-01 ${ENDS + 5}-05-31`);
    const { state } = await held(one);
    assert.equal(state.earlier[0]?.renewedOn, 'exam');
    assert.equal(refusal(await renew(one, 'exam')), 'renewed-already');
    assert.equal(refusal(await startSitting(all.world, one.person, PROGRAM)), 'not-eligible');
  });
  test('not passed, the way by hours is open until the last day; the exam that was taken stays paid', async () => {
    const one = await holder();
    await paid(all, one, PROGRAM, BY_EXAM, 'check of a failed exam');
    assert.equal(refusal(await renew(one, 'exam')), 'done');
    await sit(one, 0);
    assert.equal((await page(one)).exam, 'no-result-yet');
    await keep(one);
    const mine = await page(one);
    assert.deepEqual([mine.exam, mine.purpose.ok && mine.purpose.value], [undefined, 'renewal']);
    assert.ok(mine.failedOn);
    assert.equal(await termOf(one), `${ENDS - 5}-05-31 ${ENDS}-05-31`);
    all.at(`${ENDS - 1}-01-20`);
    await enoughClaimed(all, one, `${ENDS - 1}-01-10`);
    all.at(`${ENDS}-03-03`);
    assert.equal(refusal(await renew(one, 'hours')), 'done');
    assert.equal(await owed(one), BY_HOURS);
    await paid(all, one, PROGRAM, BY_HOURS, 'check of hours after all');
    await keep(one);
    assert.equal(await termOf(one), `${ENDS}-06-01 ${ENDS + 5}-05-31`);
  });
  test('whoever chose the exam can renew by hours after all, and what was charged for it is taken back', async () => {
    const one = await holder();
    all.at(`${ENDS - 1}-01-20`);
    await enoughClaimed(all, one, `${ENDS - 1}-01-10`);
    all.at(`${ENDS}-03-02`);
    assert.equal(refusal(await renew(one, 'exam')), 'done');
    assert.equal(refusal(await renew(one, 'exam')), 'open-already');
    await paid(all, one, PROGRAM, BY_EXAM, 'check before a change of mind');
    assert.equal(refusal(await renew(one, 'hours')), 'done');
    assert.equal(await termOf(one), `${ENDS}-06-01 ${ENDS + 5}-05-31`);
    const [usd] = balances((await held(one)).entries);
    assert.deepEqual([usd?.owedCents, usd?.creditCents], [0, BY_EXAM - BY_HOURS]);
  });
  test('a term that ends without the exam lapses, and an exam nobody took costs nothing', async () => {
    const one = await holder();
    assert.equal(refusal(await renew(one, 'exam')), 'done');
    all.at(`${ENDS}-06-02`);
    await keep(one);
    assert.equal(await owed(one), 0);
    assert.ok((await held(one)).state.lapsedOn);
  });
  test('an exam that an appeal gives back after the last day can be taken, for nothing, in the days that were lost', async () => {
    const one = await holder();
    await paid(all, one, PROGRAM, BY_EXAM, 'check of an exam given back');
    assert.equal(refusal(await renew(one, 'exam')), 'done');
    const sitting = await sit(one, 0);
    // Taken eleven days before the last day of the term; the next exam window is August.
    const taken = `${ENDS}-05-20T15:00:00Z`;
    await db.owner`update exam.clock_event set at = ${taken} where sitting = ${sitting}`;
    await db.owner`update exam.result set scored_at = ${taken} where sitting = ${sitting}`;
    all.at(`${ENDS}-05-21`);
    await keep(one);
    const lodged = await lodgeResultAppeal(all.world, {
      ...{ person: one.person, sitting, grounds: ['exam-disrupted'] },
      statement: 'The screen went dark for twelve minutes and nobody gave them back.',
    });
    assert.ok(lodged.ok, JSON.stringify(lodged));
    all.at(`${ENDS}-06-05`);
    await keep(one);
    assert.ok((await held(one)).state.lapsedOn);
    all.at(`${ENDS}-06-20`);
    await decided(all, lodged.value.id, () => true);
    await keep(one);
    assert.equal((await held(one)).state.newest.lastDay, `${ENDS}-08-31`);
    await keep(one);
    assert.equal((await page(one)).standing.kind, 'held');
    assert.equal(refusal(await renew(one, 'exam')), 'done');
    assert.equal(await owed(one), 0);
    await sit(one, 30);
    await keep(one);
    assert.equal(await termOf(one), `${ENDS}-09-01 ${ENDS + 5}-05-31`);
    const [told] = await db.owner<{ n: number }[]>`select count(*)::int as n from post.mail
      where to_person = ${one.person} and subject like 'You have more time%'`;
    assert.equal(told?.n, 1);
  });
  test('the database gives no more time but by what a person decided in the matter that set the exam aside', async () => {
    const one = await holder();
    const { version } = (await held(one)).history;
    const made = await all.world.records.as(WORKER, ({ renewals }) =>
      renewals.append(
        one.credential,
        version,
        [
          {
            ...{ type: 'extended', on: `${ENDS}-03-02` as never, by: all.reviewer },
            ...{ until: `${ENDS}-08-02` as never, reason: 'Because.' },
          },
        ],
        all.world.chance.uuid(),
      ),
    );
    assert.equal(made, 'excluded');
  });
  test('the database awards no second active credential, and takes no pass for a renewal that is not open', async () => {
    const one = await holder();
    const { document } = (await held(one)).credential;
    const sitting = all.world.chance.uuid();
    await all.world.records.as(WORKER, async ({ exam }) => {
      const [form] = await exam.formsOf(PROGRAM);
      assert.ok(form);
      await exam.book({
        ...{ id: sitting, person: one.person, program: PROGRAM, form: form.id },
        ...{ granted: { multiplier: 1 }, optionOrders: {} },
      });
      await exam.noteClock(sitting, 'start', 0, '');
      await exam.noteClock(sitting, 'submit', 0, '');
      await exam.saveResult(sitting, true, { score: 1 }, []);
    });
    const second = all.world.records.as(WORKER, ({ register }) =>
      register.issue({
        ...{ id: 'a-second-one-of-one', person: one.person, sitting, program: PROGRAM, document },
        ...{ statusIndex: 77, validUntil: `${ENDS}-05-31` as never, demonstration: true },
      }),
    );
    await assert.rejects(second, /one active credential/);
    const tied = all.world.records.as(WORKER, ({ renewals }) =>
      renewals.tieExam({ sitting, credential: one.credential, opened: 0 }),
    );
    await assert.rejects(tied, /no renewal by exam is open/);
    const { version } = (await held(one)).history;
    const shown = await all.world.records.as(WORKER, ({ renewals }) =>
      renewals.append(one.credential, version, [
        { type: 'attested', on: `${ENDS}-03-02` as never },
      ]),
    );
    assert.equal(shown, 'excluded');
  });
});
