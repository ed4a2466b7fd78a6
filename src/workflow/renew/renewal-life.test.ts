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
import { standingOf } from '../../casework/award/standing.ts';
import { standingOn } from '../../casework/renewal/standing.ts';
import type { Result } from '../../kernel/result/result.ts';
import { lodgeAppeal } from '../apply/lodge-appeal.ts';
import { withdrawMatter } from '../apply/withdraw.ts';
import { checkHere } from '../certify/check-here.ts';
import type { CopyRow } from '../ports/copy-records.ts';
import { takeBackHours } from './claim-hours.ts';
import { type Held, heldIn } from './held.ts';
import { keepRenewal, keepRenewals } from './keep-renewal.ts';
import { askMoreTime, renewCredential, retireCredential } from './renew-credential.ts';

interface Holder {
  readonly person: string;
  readonly credential: string;
}
const WORKER = { rights: 'worker', person: undefined } as const;
const PUBLIC = { rights: 'public', person: undefined } as const;
const refusal = (answer: Result<unknown>): string => (answer.ok ? 'done' : answer.refusal.kind);

describe('keeping a credential', () => {
  let db: TestDatabase;
  let all: RenewalWorld;
  before(async () => {
    db = await testDatabase();
    all = await renewalWorld(db);
  });
  after(() => db.close());

  const newest = async ({ credential }: Holder): Promise<CopyRow> => {
    const copy = await all.world.records.as(WORKER, ({ register }) =>
      register.newestCopy(credential),
    );
    assert.ok(copy);
    return copy;
  };
  const wordOf = async (copy: string): Promise<string | undefined> => {
    const today = all.world.clock.today();
    const found = await all.world.records.as(PUBLIC, ({ register }) =>
      register.standing(copy, today),
    );
    return found === undefined ? undefined : standingOf(found.facts, today).word;
  };
  const isSet = async (copy: string): Promise<boolean> => {
    const rows = await db.owner`select 1 from register.copy_end where copy = ${copy}`;
    return rows.length > 0;
  };
  const held = async ({ credential }: Holder): Promise<Held> => {
    const found = await all.world.records.as(WORKER, (records) =>
      heldIn(all.world, records, credential),
    );
    assert.ok(found.ok, found.ok ? '' : found.refusal.because);
    return found.value;
  };
  const standing = async (one: Holder) => {
    const { state, rules, days } = await held(one);
    return standingOn(state, rules, days.today);
  };
  const termOf = async (one: Holder): Promise<string> => {
    const { term } = (await held(one)).state.newest;
    return `${term.from} ${term.to}`;
  };
  const renew = (one: Holder, reason = '') =>
    renewCredential(all.world, { ...one, route: 'hours', reason, declared: true });
  const keep = ({ credential }: Holder) => keepRenewal(all.world, credential);
  const mail = async ({ person }: Holder): Promise<readonly string[]> =>
    (
      await db.owner<
        { subject: string }[]
      >`select subject from post.mail where to_person = ${person}
        order by queued_at, subject`
    ).map(({ subject }) => subject);
  /** CCM from May 31, 2022: a term of five years to May 31, 2027. */
  const ccm = () => awarded(all, { program: 'larkspur-care', on: '2022-05-31' });
  const openMatter = async (one: Holder, kind: string): Promise<string> => {
    const matters = await all.world.records.as(
      { rights: 'candidate', person: one.person },
      ({ matters: own }) => own.mine(),
    );
    return matters.find((row) => row.kind === kind)?.id ?? assert.fail(`no ${kind}`);
  };

  describe('in time', () => {
    test('is checked, attested and paid, and the new term begins the day after the old one', async () => {
      const one = await ccm();
      all.at('2025-02-20');
      await enoughClaimed(all, one, '2025-02-03');
      assert.equal(refusal(await renew(one)), 'not-open-yet');
      all.at('2027-03-02');
      assert.equal(
        refusal(
          await renewCredential(all.world, {
            ...{ ...one, route: 'hours', reason: '', declared: false },
          }),
        ),
        'not-declared',
      );
      assert.equal(refusal(await renew(one)), 'done');
      assert.equal(await termOf(one), '2022-05-31 2027-05-31');
      assert.ok(await paid(all, one, 'larkspur-care', 27_500, 'check 1'));
      await keep(one);
      assert.equal(await termOf(one), '2027-06-01 2032-05-31');
      assert.ok((await mail(one)).some((subject) => /is renewed/.test(subject)));
    });
    test('with money on the account already it is done at once', async () => {
      const one = await ccm();
      all.at('2025-02-20');
      await enoughClaimed(all, one, '2025-02-03');
      await paid(all, one, 'larkspur-care', 27_500, 'check in advance');
      all.at('2027-05-31');
      assert.equal(refusal(await renew(one)), 'done');
      assert.equal(await termOf(one), '2027-06-01 2032-05-31');
    });
    test('the last day lasts until it is over at UTC-12', async () => {
      const one = await ccm();
      all.at('2025-02-20');
      await enoughClaimed(all, one, '2025-02-03');
      await paid(all, one, 'larkspur-care', 27_500, 'check of the last minute');
      all.at('2027-06-01', '11:59:00Z');
      await keep(one);
      assert.equal((await held(one)).state.lapsedOn, undefined);
      assert.equal(refusal(await renew(one)), 'done');
      assert.equal(await termOf(one), '2027-06-01 2032-05-31');
    });
    test('two at the same moment are one, and a second payment stays the holder’s', async () => {
      const one = await ccm();
      all.at('2025-02-20');
      await enoughClaimed(all, one, '2025-02-03');
      all.at('2027-03-02');
      const both = await Promise.all([renew(one), renew(one)]);
      assert.deepEqual(both.map(refusal).toSorted(), ['done', 'open-already']);
      assert.ok(await paid(all, one, 'larkspur-care', 27_500, 'card 1'));
      assert.equal(await paid(all, one, 'larkspur-care', 27_500, 'card 1'), false);
      assert.ok(await paid(all, one, 'larkspur-care', 27_500, 'card 2'));
      await Promise.all([keep(one), keep(one)]);
      const { state, entries } = await held(one);
      assert.equal(state.earlier.length, 1);
      assert.deepEqual(
        entries.filter(({ kind }) => kind === 'charge').map(({ cents }) => cents),
        [27_500],
      );
      assert.equal(refusal(await renew(one)), 'renewed-already');
    });
    test('the new copy says the new day at an address of its own, and supersedes the one before; the log knows it', async () => {
      const one = await ccm();
      all.at('2025-02-20');
      await enoughClaimed(all, one, '2025-02-03');
      await paid(all, one, 'larkspur-care', 27_500, 'check of the paper');
      all.at('2027-03-02');
      await renew(one);
      all.at('2031-01-01');
      const found = await all.world.records.as(
        { rights: 'public', person: undefined },
        async ({ register }) => register.lookUp((await newest(one)).id),
      );
      const text = JSON.stringify(found);
      assert.match(text, /"validUntil":"2032-0(?:5-31|6-01)T/);
      assert.match(text, /"validFrom":"2022-05-31T/);
      assert.ok(!text.includes(one.credential), 'nothing in it leads to the copy before');
      assert.equal(await wordOf(one.credential), 'superseded');
      assert.equal(await wordOf((await newest(one)).id), 'current');
      const checked = await checkHere(all.world, text);
      assert.equal(checked.steps.time.answer, 'ok');
      assert.equal(checked.steps.proof.answer, 'ok');
      const [line] = await db.owner<
        { plain: { outcome: object } }[]
      >`select plain from ledger.opening
        where credential = ${one.credential} and plain->'outcome'->>'how' is not null`;
      assert.deepEqual(line?.plain.outcome, { how: 'renewed', validUntil: '2032-05-31' });
    });
    test('a name that was only typed meanwhile stands on no new paper, and breaks no hour', async () => {
      const one = await ccm();
      all.at('2025-02-20');
      await enoughClaimed(all, one, '2025-02-03');
      await all.world.records.as({ rights: 'candidate', person: one.person }, ({ people }) =>
        people.writeNames('Zoë Marsh', ['Zoë Nakamura-O’Brien']),
      );
      await paid(all, one, 'larkspur-care', 27_500, 'check of a new name');
      all.at('2027-03-02');
      assert.equal(refusal(await renew(one)), 'done');
      const said = JSON.stringify((await newest(one)).document);
      assert.match(said, /Zoë Nakamura-O’Brien/);
      assert.doesNotMatch(said, /Zoë Marsh/);
    });
  });

  describe('hours', () => {
    test('dated after the end of the term, or before it began, are refused where they would count', async () => {
      const one = await ccm();
      all.at('2027-06-10');
      const late = await claimed(all, one, '2027-06-05', 2);
      assert.match(
        late.kept ? '' : (late.mistakes[0]?.message ?? ''),
        /ended on May 31, 2027.+count for the term after it/,
      );
      const early = await claimed(all, one, '2022-05-30', 2);
      assert.match(early.kept ? '' : (early.mistakes[0]?.message ?? ''), /before this credential/);
      const ahead = await claimed(all, one, '2027-07-01', 2);
      assert.match(ahead.kept ? '' : (ahead.mistakes[0]?.message ?? ''), /has not come yet/);
    });
    test('of the same activity count once, however it is typed', async () => {
      const one = await ccm();
      all.at('2025-02-20');
      const course = { title: 'Ethics: 101' };
      assert.ok((await claimed(all, one, '2025-01-05', 2, course)).kept);
      const again = await claimed(all, one, '2025-01-05', 3, {
        ...{ title: 'ethics 101', provider: ' harbor  INSTITUTE' },
      });
      assert.match(
        again.kept ? '' : (again.mistakes[0]?.message ?? ''),
        /claimed this activity already/,
      );
    });
    test('of a closed term stay as they are', async () => {
      const one = await ccm();
      all.at('2025-02-20');
      await enoughClaimed(all, one, '2025-02-03');
      await paid(all, one, 'larkspur-care', 27_500, 'check of a closed term');
      all.at('2027-03-02');
      await renew(one);
      const late = await claimed(all, one, '2025-03-03', 2);
      assert.match(late.kept ? '' : (late.mistakes[0]?.message ?? ''), /that one is closed/);
      const [first] = (await held(one)).claimed.activities;
      const back = await takeBackHours(all.world, { ...one, activity: first?.id ?? '' });
      assert.equal(refusal(back), 'settled');
    });
    test('of a provider that lost its approval count if the course began before; a later one is reviewed', async () => {
      const one = await ccm();
      all.at('2025-02-20');
      const provider = { provider: 'Old Mill School' };
      assert.ok(
        (await claimed(all, one, '2024-07-05', 3, { ...provider, began: '2024-06-30' })).kept,
      );
      assert.ok((await claimed(all, one, '2024-08-05', 5, provider)).kept);
      const { state, rules, claimed: hours, days } = await held(one);
      const { hoursOn } = await import('../../casework/renewal/hours.ts');
      const { tally, fates } = hoursOn(state, rules, hours, {
        on: days.today,
        latest: days.latest,
      });
      assert.equal(tally.counted, 3);
      assert.equal(fates[1]?.because, 'Somebody reviews this course before its hours count.');
    });
    test('leave out the name of whoever claims them', async () => {
      const one = await ccm();
      all.at('2025-02-20');
      const named = await claimed(all, one, '2025-01-06', 2, { title: 'Talk by Zoë Nakamura' });
      assert.match(named.kept ? '' : (named.mistakes[0]?.message ?? ''), /leave your own name out/);
    });
  });

  describe('late', () => {
    const lateOne = async (): Promise<Holder> => {
      const one = await ccm();
      all.at('2025-02-20');
      await enoughClaimed(all, one, '2025-02-03');
      all.at('2027-06-02');
      await keep(one);
      all.at('2027-06-20');
      return one;
    };
    const REASON = 'I was in hospital from April to the middle of June.';
    test('an ended credential says so, and is renewed from the day itself once a person accepts the reason', async () => {
      const one = await lateOne();
      assert.equal((await standing(one)).kind, 'late');
      assert.ok((await mail(one)).some((subject) => /has ended/.test(subject)));
      assert.equal(refusal(await renew(one)), 'reason-missing');
      assert.equal(refusal(await renew(one, REASON)), 'done');
      await paid(all, one, 'larkspur-care', 45_000, 'check of a late one');
      await keep(one);
      assert.equal((await standing(one)).kind, 'late');
      all.at('2027-06-25');
      await decided(all, await openMatter(one, 'renewal'), () => true);
      await keep(one);
      assert.equal(await termOf(one), '2027-06-25 2032-05-31');
      const paper = JSON.stringify((await newest(one)).document);
      assert.match(paper, /"validFrom":"2027-06-25T/);
    });
    test('opened in time and missed, it is renewed late: the first charge is taken back, whichever comes first', async () => {
      for (const isLapsedFirst of [true, false]) {
        const one = await ccm();
        all.at('2025-02-20');
        await enoughClaimed(all, one, '2025-02-03');
        all.at('2027-03-02');
        assert.equal(refusal(await renew(one)), 'done');
        all.at('2027-06-20');
        if (isLapsedFirst) {
          await keep(one);
        }
        assert.equal(refusal(await renew(one, REASON)), 'done');
        await keep(one);
        const { entries } = await held(one);
        const owed = entries.reduce(
          (sum, { kind, cents }) =>
            sum + (kind === 'charge' ? cents : kind === 'waiver' ? -cents : 0),
          0,
        );
        assert.equal(owed, 45_000);
        await paid(all, one, 'larkspur-care', 45_000, `check of ${isLapsedFirst}`);
        await decided(all, await openMatter(one, 'renewal'), () => true);
        await keep(one);
        assert.equal(await termOf(one), '2027-06-20 2032-05-31');
      }
    });
    test('a reason that is not accepted can be appealed, and an upheld appeal renews it', async () => {
      const one = await lateOne();
      await renew(one, REASON);
      await paid(all, one, 'larkspur-care', 45_000, 'check of an appeal');
      const matter = await openMatter(one, 'renewal');
      await decided(all, matter, (_, place) => place === 0);
      await keep(one);
      assert.equal((await held(one)).state.open, undefined);
      const lodged = await lodgeAppeal(all.world, {
        ...{ person: one.person, matter, grounds: ['rule-misapplied'] },
        statement: 'The rule asks for no more than what kept me from it.',
      });
      assert.ok(lodged.ok, lodged.ok ? '' : lodged.refusal.because);
      all.at('2027-07-15');
      await decided(all, lodged.value.id, () => true, 'other');
      await keep(one);
      assert.equal(await termOf(one), '2027-07-15 2032-05-31');
    });
    const balance = async (one: Holder) => {
      const { balances } = await import('../../casework/fees/fees.ts');
      const [usd] = balances((await held(one)).entries);
      return [usd?.owedCents, usd?.creditCents];
    };
    test('an attempt that runs out costs nothing: its charge is taken back, and what was paid is credit', async () => {
      const one = await lateOne();
      await renew(one, REASON);
      await paid(all, one, 'larkspur-care', 20_000, 'half a check');
      all.at('2027-06-25');
      await decided(all, await openMatter(one, 'renewal'), () => true);
      // $275 and $175 for being late; late renewals end with June 30.
      all.at('2027-06-30');
      await keep(one);
      assert.deepEqual(await balance(one), [25_000, 0]);
      all.at('2027-07-01', '13:00:00Z');
      await keep(one);
      assert.equal((await held(one)).state.open, undefined);
      assert.deepEqual(await balance(one), [0, 20_000]);
      await keep(one);
      assert.deepEqual(await balance(one), [0, 20_000]);
      assert.ok((await mail(one)).some((subject) => /attempt to renew is over/.test(subject)));
    });
    test('not accepted, it is owed as long as an appeal can put it back, and not a day longer', async () => {
      const one = await lateOne();
      await renew(one, REASON);
      await decided(all, await openMatter(one, 'renewal'), () => false);
      // 30 days to appeal from June 20.
      all.at('2027-07-20');
      await keep(one);
      assert.deepEqual(await balance(one), [45_000, 0]);
      all.at('2027-07-21', '13:00:00Z');
      await keep(one);
      assert.deepEqual(await balance(one), [0, 0]);
    });
    test('an appeal that is lodged in time keeps it open until it is decided', async () => {
      const one = await lateOne();
      await renew(one, REASON);
      const matter = await openMatter(one, 'renewal');
      await decided(all, matter, () => false);
      await keep(one);
      const lodged = await lodgeAppeal(all.world, {
        ...{ person: one.person, matter, grounds: ['rule-misapplied'] },
        statement: 'The rule asks for no more than what kept me from it.',
      });
      assert.ok(lodged.ok);
      all.at('2027-08-01');
      await keep(one);
      assert.deepEqual(await balance(one), [45_000, 0]);
      await decided(all, lodged.value.id, () => false, 'other');
      await keep(one);
      assert.deepEqual(await balance(one), [0, 0]);
    });
    test('a request that is withdrawn leaves the way open to ask again', async () => {
      const one = await lateOne();
      await renew(one, REASON);
      const matter = await openMatter(one, 'renewal');
      assert.ok((await withdrawMatter(all.world, { person: one.person, matter })).ok);
      await keep(one);
      assert.equal((await held(one)).state.open, undefined);
      assert.equal(refusal(await renew(one, REASON)), 'done');
    });
    test('after the late window nothing can be renewed, and what is still open is said', async () => {
      const one = await lateOne();
      all.at('2027-07-02');
      const answer = await renew(one, REASON);
      assert.equal(refusal(answer), 'no-way-back');
      assert.match(
        answer.ok ? '' : answer.refusal.because,
        /Until February 29, 2028 you can take retired status/,
      );
    });
  });

  describe('more time', () => {
    const HARDSHIP = 'My child was born in May, and I care for my mother.';
    test('is a matter with a promised answer; nobody lapses meanwhile; granted, it moves the last day', async () => {
      const one = await ccm();
      all.at('2027-05-30');
      const until = day('2027-08-31');
      const asked = await askMoreTime(all.world, { ...one, until, hardship: HARDSHIP });
      assert.ok(asked.ok, asked.ok ? '' : asked.refusal.because);
      assert.equal(asked.value.promisedBy, '2027-06-08');
      all.at('2027-06-05');
      await keep(one);
      assert.equal((await standing(one)).kind, 'held');
      await decided(all, asked.value.id, () => true);
      await keep(one);
      assert.equal((await held(one)).state.newest.lastDay, '2027-08-31');
      const again = await askMoreTime(all.world, { ...one, until, hardship: HARDSHIP });
      assert.equal(refusal(again), 'asked-already');
    });
    test('refused, two weeks are left, and the refusal can be appealed', async () => {
      const one = await ccm();
      all.at('2027-05-31');
      const until = day('2027-08-31');
      const asked = await askMoreTime(all.world, { ...one, until, hardship: HARDSHIP });
      assert.ok(asked.ok);
      all.at('2027-06-08');
      await decided(all, asked.value.id, () => false);
      await keep(one);
      assert.equal((await held(one)).state.newest.lastDay, '2027-06-22');
      const lodged = await lodgeAppeal(all.world, {
        ...{ person: one.person, matter: asked.value.id, grounds: ['evidence-misread'] },
        statement: 'The birth certificate shows the day of birth.',
      });
      assert.ok(lodged.ok);
      await decided(all, lodged.value.id, () => true, 'other');
      await keep(one);
      assert.equal((await held(one)).state.newest.lastDay, '2027-08-31');
    });
  });

  describe('retiring and coming back', () => {
    test('what was charged for a renewal that is given up is taken back', async () => {
      const one = await ccm();
      all.at('2025-02-20');
      await enoughClaimed(all, one, '2025-02-03');
      all.at('2027-03-02');
      assert.equal(refusal(await renew(one)), 'done');
      assert.equal(refusal(await retireCredential(all.world, one)), 'done');
      const { entries } = await held(one);
      assert.deepEqual(
        entries.map(({ kind, cents }) => [kind, cents]),
        [
          ['charge', 27_500],
          ['waiver', 27_500],
        ],
      );
    });
    test('ends the credential that day for everybody who checks it, until it comes back by hours', async () => {
      const one = await ccm();
      all.at('2026-02-10');
      assert.equal(refusal(await retireCredential(all.world, one)), 'done');
      assert.equal(refusal(await retireCredential(all.world, one)), 'retired-already');
      assert.equal((await standing(one)).kind, 'retired');
      assert.equal(await wordOf(one.credential), 'retired');
      assert.equal(await isSet(one.credential), true);
      all.at('2028-10-01');
      await enoughClaimed(all, one, '2028-09-20');
      await paid(all, one, 'larkspur-care', 27_500, 'check of a return');
      assert.equal(refusal(await renew(one)), 'done');
      assert.equal(await termOf(one), '2028-10-01 2033-11-30');
      const next = (await newest(one)).id;
      assert.notEqual(next, one.credential, 'what comes back is a copy of its own');
      assert.deepEqual([await wordOf(next), await isSet(next)], ['current', false]);
      assert.deepEqual(
        [await wordOf(one.credential), await isSet(one.credential)],
        ['superseded', true],
      );
    });
    test('reinstatement, where the rules have it, is accepted by a person, and has the newest rules', async () => {
      const one = await awarded(all, { program: 'larkspur-navigator', on: '2024-07-04' });
      all.at('2027-12-05');
      await keep(one);
      assert.equal((await standing(one)).kind, 'over');
      await claimed(all, one, '2027-12-02', 22);
      await claimed(all, one, '2027-12-03', 8, { subjects: 'ethics' });
      assert.equal(refusal(await renew(one, 'I was abroad and am back now for good.')), 'done');
      const { entries } = await held(one);
      const due = entries.reduce(
        (sum, { cents, kind }) => sum + (kind === 'charge' ? cents : 0),
        0,
      );
      assert.ok(due > 0);
      await paid(all, one, 'larkspur-navigator', due, 'check of a reinstatement');
      await keep(one);
      assert.equal((await standing(one)).kind, 'over');
      await decided(all, await openMatter(one, 'renewal'), () => true);
      await keep(one);
      assert.equal(await termOf(one), '2027-12-05 2037-12-05');
    });
  });

  test('a revoked credential is not renewed, and the database refuses it too', async () => {
    const one = await ccm();
    all.at('2027-03-02');
    const director = all.other;
    await db.owner`insert into register.revocation (credential, reason, revoked_by)
      values (${one.credential}, 'Issued by mistake.', ${director})`;
    assert.equal(refusal(await renew(one)), 'revoked');
    const written = await all.world.records.as(
      { rights: 'candidate', person: one.person },
      ({ renewals }) =>
        renewals.append(one.credential, 0, [
          {
            ...{ type: 'opened', on: day('2027-03-02'), purpose: 'renewal', route: 'hours' },
            ...{ dueCents: 0, reason: '', promisedBy: null },
          },
        ]),
    );
    assert.equal(written, 'excluded');
  });

  test('reminders are sent once each, and whether they arrived is kept when the mail itself is gone', async () => {
    const one = await ccm();
    all.at('2026-06-01');
    await keep(one);
    await keep(one);
    all.at('2027-05-02');
    await keep(one);
    const reminders = () =>
      all.world.records.as({ rights: 'candidate', person: one.person }, ({ renewals }) =>
        renewals.reminders(one.credential),
      );
    assert.deepEqual(
      (await reminders()).map(({ kind, aboutDay }) => [kind, aboutDay]),
      [
        ['365-days', '2027-05-31'],
        ['30-days', '2027-05-31'],
      ],
    );
    const [first] = await db.owner<{ mail: string }[]>`select mail from renewal.reminder
      where credential = ${one.credential} order by sent_at limit 1`;
    await all.world.records.as(WORKER, ({ mail: letters }) =>
      letters.noteDelivery(first?.mail ?? '', true, 'delivered'),
    );
    await db.owner`delete from post.delivery where mail = ${first?.mail ?? ''}`;
    assert.equal((await reminders())[0]?.delivered?.yes, true);
    assert.equal((await reminders())[1]?.delivered, undefined);
  });

  test('all of them are looked at, and looking again changes nothing', async () => {
    all.at('2027-07-20');
    await keepRenewals(all.world);
    assert.equal(await keepRenewals(all.world), 0);
  });

  test('whoever is looked at with thousands of others is passed over by nothing: each by itself, nothing more follows', async () => {
    const letters = async () =>
      (await db.owner<{ n: number }[]>`select count(*)::int as n from post.mail`)[0]?.n;
    let followed = 0;
    for (const day of ['2027-09-01', '2028-03-01', '2031-06-01', '2031-06-20', '2031-12-01']) {
      all.at(day);
      followed += await keepRenewals(all.world);
      const before = await letters();
      const ids = await all.world.records.as(WORKER, ({ renewals }) =>
        renewals.toLookAt(all.world.clock.today()),
      );
      for (const id of ids) {
        assert.equal(await keepRenewal(all.world, id), 0, `${id} on ${day}`);
      }
      assert.equal(await letters(), before, day);
    }
    assert.ok(followed > 0);
  });

  test('nobody can claim, renew or see the credential of somebody else', async () => {
    const [mine, theirs] = [await ccm(), await ccm()];
    all.at('2025-02-20');
    const foreign = { person: mine.person, credential: theirs.credential };
    assert.equal(refusal(await renew(foreign)), 'no-such-credential');
    await assert.rejects(
      all.world.records.as({ rights: 'candidate', person: mine.person }, ({ renewals }) =>
        renewals.claim(theirs.credential, all.world.chance.uuid(), {
          ...{ provider: 'A', title: 'B', from: day('2025-01-01'), to: day('2025-01-01') },
          ...{ hours: 1, subjects: [], delivery: 'live', evidence: null },
          approval: { kind: 'review', outcome: 'waiting' },
        }),
      ),
    );
  });
});
