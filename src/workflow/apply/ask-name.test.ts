import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { picture } from '../../../tests/support/application.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { newPerson } from '../../../tests/support/exam-world.ts';
import { copyIn, inWallet } from '../../../tests/support/in-wallet.ts';
import {
  awarded,
  decided,
  type RenewalWorld,
  renewalWorld,
} from '../../../tests/support/renewal-world.ts';
import { standingOf } from '../../casework/award/standing.ts';
import type { NameRequest } from '../../casework/person/name-change.ts';
import type { Result } from '../../kernel/result/result.ts';
import { codeOf } from '../../storage/tables/rows.ts';
import { publicNotices } from '../conduct/public-notices.ts';
import { keepRosters } from '../register/rosters.ts';
import { keepRenewal, keepRenewals } from '../renew/keep-renewal.ts';
import { packetOf } from '../review/packet.ts';
import { readFormerNames, recordDocuments, recordsPage } from '../review/record-documents.ts';
import { askName, myName } from './ask-name.ts';
import { lodgeAppeal } from './lodge-appeal.ts';
import { ownMatter } from './own-matter.ts';
import { withdrawMatter } from './withdraw.ts';

interface Holder {
  readonly person: string;
  readonly credential: string;
}
const PUBLIC = { rights: 'public', person: undefined } as const;
const OLD = 'Quentin Formerbane';
const NEW = 'Marisol Laterwise';
const refusal = (answer: Result<unknown>): string => (answer.ok ? 'done' : answer.refusal.kind);

describe('a change of name', () => {
  let db: TestDatabase;
  let all: RenewalWorld;
  let paper: Uint8Array;
  before(async () => {
    db = await testDatabase();
    all = await renewalWorld(db);
    all.at('2026-12-01');
    paper = await picture(40);
  });
  after(() => db.close());

  const holder = (name = OLD): Promise<Holder> =>
    awarded(all, { program: 'larkspur-care', on: '2026-11-30', name });
  const ask = (one: { readonly person: string }, more: Partial<NameRequest> = {}) =>
    askName(all.world, {
      ...{
        person: one.person,
        name: NEW,
        way: 'document',
        reason: undefined,
        statement: '',
        ...more,
      },
      uploads: [{ name: 'order.png', bytes: paper, tooLarge: false }],
    });
  const asked = async (one: { readonly person: string }, more: Partial<NameRequest> = {}) => {
    const done = await ask(one, more);
    assert.ok(done.ok, done.ok ? '' : done.refusal.because);
    return done.value;
  };
  const granted = async (one: Holder, name = NEW): Promise<string> => {
    const row = await asked(one, { name });
    await decided(all, row.id, () => true);
    await keepRenewal(all.world, one.credential);
    return row.id;
  };
  const copies = async ({ credential }: Holder) =>
    await db.owner<{ id: string; name: string; number: string; why: string; ended: boolean }[]>`
      select k.id, register.name_in(k.document) as name, register.number_in(k.document) as number, k.why,
        x.copy is not null as ended
      from register.copy k left join register.copy_end x on x.copy = k.id
      where k.credential = ${credential} order by k.number`;
  const accountOf = async (person: string) =>
    await all.world.records.as({ rights: 'candidate', person }, ({ people }) => people.me());
  const found = (number: string, familyName: string): Promise<readonly string[]> =>
    all.world.records.as(PUBLIC, ({ lookUps }) =>
      lookUps.byNumber({ program: 'larkspur-care', number, familyName }),
    );

  test('is promised for a day by the calendar, and asked for once at a time', async () => {
    const one = await holder();
    const row = await asked(one);
    assert.equal(row.kind, 'name-change');
    assert.equal(row.promisedBy, '2026-12-15');
    assert.equal(refusal(await ask(one)), 'already-asked');
    assert.ok((await withdrawMatter(all.world, { person: one.person, matter: row.id })).ok);
    const again = await asked(one);
    assert.notEqual(again.id, row.id);
    assert.equal(await accountOf(one.person).then((me) => me?.fullName), OLD);
  });

  test('of somebody who filed nothing is written in the application, and a name no font prints is refused', async () => {
    const nobody = await newPerson(all.world, 'Somebody New');
    assert.equal(refusal(await ask({ person: nobody })), 'nothing-filed');
    const one = await holder();
    const done = await ask(one, { name: 'Anna \u{13000}' });
    assert.equal(refusal(done), 'name-not-printed');
    assert.match(done.ok ? '' : done.refusal.because, /no font that prints/);
    assert.deepEqual((await myName(all.world, one.person)).requests, []);
  });

  test('is decided on facts: the packet holds neither name, nor the kind of paper, nor the reason', async () => {
    const one = await holder();
    const { id: matter } = await asked(one, { reason: 'gender-transition' });
    const { clerk, reviewer } = all;
    const page = await recordsPage(all.world, { clerk, matter });
    assert.ok(page.ok);
    assert.doesNotMatch(JSON.stringify(page.value), /gender-transition/);
    const record = (statement: string) =>
      recordDocuments(all.world, {
        ...{ clerk, matter, seen: page.value.version, send: true, statement },
        facts: [
          {
            ...{ criterion: 'document-shows-name', fact: 'shows-it', label: 'Shows it' },
            ...{ value: 'yes', basis: 'document' },
          },
        ],
      });
    for (const name of ['Laterwise', 'Formerbane']) {
      assert.equal(refusal(await record(`It says ${name}.`)), 'names-somebody', name);
    }
    assert.ok((await record('It shows the name.')).ok);
    const packet = await packetOf(all.world, { reviewer, matter });
    assert.ok(packet.ok);
    assert.doesNotMatch(
      JSON.stringify(packet.value),
      /Formerbane|Laterwise|Quentin|Marisol|gender|order\.png/,
    );
    // Who wrote the facts down decides nothing here.
    await db.owner`insert into people.office (person, office) values (${clerk}, 'reviewer')`;
    const own = await packetOf(all.world, { reviewer: clerk, matter });
    await db.owner`delete from people.office where person = ${clerk} and office = 'reviewer'`;
    assert.equal(own.ok, false);
    const mine = await ownMatter(all.world, { person: one.person, matter });
    assert.ok(mine.ok);
    assert.deepEqual(mine.value.name, { asked: NEW, reason: 'gender-transition' });
  });

  test('that is granted changes the account and signs a copy with a number of its own; the one before counts no more', async () => {
    const one = await holder();
    await granted(one);
    const me = await accountOf(one.person);
    assert.equal(me?.fullName, NEW);
    assert.deepEqual(me?.formerNames, [OLD]);
    const [old, now, ...more] = await copies(one);
    assert.ok(old && now);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [old.name, old.ended, now.name, now.ended, now.why],
      [OLD, true, NEW, false, 'name-change'],
    );
    assert.notEqual(old.number, now.number);
    await keepRenewal(all.world, one.credential);
    assert.equal((await copies(one)).length, 2, 'done again it changes nothing');
    const today = all.world.clock.today();
    const standing = await all.world.records.as(PUBLIC, ({ register }) =>
      register.standing(old.id, today),
    );
    assert.equal(standing && standingOf(standing.facts, today).word, 'superseded');
    assert.deepEqual(await found(old.number, 'Formerbane'), []);
    assert.deepEqual(await found(old.number, 'Laterwise'), []);
    assert.deepEqual(await found(now.number, 'Formerbane'), []);
    assert.deepEqual(await found(now.number, 'Laterwise'), [now.id]);
    const [mail] = await db.owner<{ body: string }[]>`select body from post.mail
      where to_person = ${one.person} and subject like 'There is a new copy%'`;
    assert.match(mail?.body ?? '', /Destroy what you printed/);
    assert.doesNotMatch(mail?.body ?? '', /Formerbane/);
  });

  test('is found by nothing between the decision and the copy, and a renewal that was missed is caught up with', async () => {
    const one = await holder();
    const { id } = await asked(one);
    await decided(all, id, () => true);
    const [old] = await copies(one);
    assert.deepEqual(await found(old?.number ?? '', 'Formerbane'), []);
    await keepRenewals(all.world);
    assert.deepEqual(
      (await copies(one)).map(({ name }) => name),
      [OLD, NEW],
    );
  });

  test('ends what lies in a wallet under the name before, and gives no wallet that name meanwhile', async () => {
    const one = await holder();
    const former = await inWallet(all.world, one);
    const { id } = await asked(one);
    await decided(all, id, () => true);
    assert.deepEqual(await inWallet(all.world, one), { refused: 'name-due' });
    await keepRenewals(all.world);
    const ended = (await copies(one)).find((copy) => copy.id === copyIn(former));
    assert.deepEqual([ended?.name, ended?.ended], [OLD, true]);
    const next = JSON.stringify(await inWallet(all.world, one));
    assert.ok(next.includes(NEW) && !next.includes(OLD) && !next.includes(ended?.number ?? ''));
    const [mail] = await db.owner<{ body: string }[]>`select body from post.mail
      where to_person = ${one.person} and subject like 'There is a new copy%'`;
    assert.match(mail?.body ?? '', /What lies in a wallet counts no more/);
  });

  test('of every script stands on the copy as it was asked for', async () => {
    const one = await holder();
    for (const name of [
      ...['Nguyễn Thị Ánh', '王小明', 'محمد بن عبد الله', 'אברהם בן-דוד', 'Ольга Фёдоровна'],
      ...['Αθηνά Κώστα', 'अमिताभ बच्चन', 'Suharto'],
    ]) {
      await granted(one, name);
      assert.equal((await copies(one)).at(-1)?.name, name);
    }
    assert.equal((await copies(one)).filter(({ ended }) => !ended).length, 1);
  });

  test('is decided in a line of the log that says a request was decided, and the line of the copy says not why', async () => {
    const one = await holder();
    const matter = await granted(one);
    const lines = await db.owner<{ commitment: string; of: string }[]>`
      select e.commitment, case when o.matter is null then 'copy' else 'matter' end as of
      from ledger.entry e join ledger.opening o on o.place = e.place
      where o.matter = ${matter} or o.credential = ${one.credential} order by e.place`;
    assert.deepEqual(
      lines.map(({ commitment }) => (JSON.parse(commitment) as { kind: string }).kind),
      ['award', 'request', 'copy'],
    );
    assert.doesNotMatch(
      lines.map(({ commitment }) => commitment).join(),
      /name|Formerbane|Laterwise/,
    );
  });

  test('that is refused changes nothing, and other people hear the appeal that turns it', async () => {
    const one = await holder();
    const { id: matter } = await asked(one);
    await decided(all, matter, (criterion) => criterion !== 'document-shows-name');
    await keepRenewal(all.world, one.credential);
    assert.equal((await copies(one)).length, 1);
    assert.equal((await accountOf(one.person))?.fullName, OLD);
    const appeal = await lodgeAppeal(all.world, {
      ...{ person: one.person, matter, grounds: ['evidence-misread'] },
      statement: 'The order shows the whole name on its second page.',
    });
    assert.ok(appeal.ok, appeal.ok ? '' : appeal.refusal.because);
    await decided(all, appeal.value.id, () => true, 'other');
    await keepRenewal(all.world, one.credential);
    assert.equal((await accountOf(one.person))?.fullName, NEW);
    assert.equal((await copies(one)).at(-1)?.name, NEW);
  });

  test('that is not decided in time shows as a promise that was broken', async () => {
    const one = await holder();
    const { id: matter } = await asked(one);
    all.at('2026-12-16');
    const own = await ownMatter(all.world, { person: one.person, matter });
    assert.ok(own.ok && own.value.overdue);
    all.at('2026-12-01');
  });

  test('leaves a dated notice under the name it was published with, leading nowhere, and beside no copy of the new name', async () => {
    const one = await holder();
    const before = await noticeAbout(db, one);
    const beside = async (): Promise<number> => {
      const id = (await copies(one)).at(-1)?.id ?? '';
      return (await all.world.records.as(PUBLIC, ({ register }) => register.noticesBeside(id)))
        .size;
    };
    assert.equal(await beside(), 1);
    await granted(one);
    assert.equal(await beside(), 0);
    const notice = (await publicNotices(all.world)).find(
      ({ notice: { id } }) => id === before,
    )?.notice;
    assert.equal(notice?.holderName, OLD);
    assert.equal(notice?.credential, undefined);
    const newest = (await copies(one)).at(-1)?.id ?? '';
    const today = all.world.clock.today();
    const shown = await all.world.records.as(PUBLIC, async ({ conduct, register }) => ({
      effects: await conduct.shownOn(newest),
      standing: await register.standing(newest, today),
    }));
    assert.deepEqual(shown.effects, []);
    assert.equal(shown.standing && standingOf(shown.standing.facts, today).word, 'current');
  });

  test('while a credential is suspended signs no copy; when it is held again, the copy bears the new name', async () => {
    const one = await holder();
    const matter = await complaintMatter(db);
    await db.owner`insert into conduct.effect (id, matter, credential, kind, from_day, until_day)
      values (${randomUUID()}, ${matter}, ${one.credential}, 'suspension', '2026-12-01', '2099-01-01')`;
    await granted(one);
    assert.equal((await copies(one)).length, 1);
    await db.owner`update conduct.effect set ended_on = '2026-12-01' where credential = ${one.credential}`;
    await keepRenewal(all.world, one.credential);
    assert.deepEqual(
      (await copies(one)).map(({ name, why }) => [name, why]),
      [
        [OLD, 'award'],
        [NEW, 'name-change'],
      ],
    );
  });

  test('ends what an employer is told until the holder agrees anew, and says that two names would stand side by side', async () => {
    const one = await holder();
    const [old] = await copies(one);
    const [roster, token] = [randomUUID(), randomBytes(32)];
    await db.owner`insert into register.roster (id, organization, email, token_hash, confirmed_at, ends_on)
      values (${roster}, 'Harbor Hospital', 'hr@harbor.example', ${token}, now(), '2099-01-01')`;
    await db.owner`insert into register.roster_line (roster, line, program, number, family_name)
      values (${roster}, 1, 'larkspur-care', ${old?.number ?? ''}, 'Formerbane')`;
    await db.owner`insert into register.roster_consent (roster, line, credential, person, asked_on, answer, answered_on, told)
      values (${roster}, 1, ${one.credential}, ${one.person}, '2026-12-01', 'agreed', '2026-12-01', 'current')`;
    await granted(one);
    const line = () =>
      all.world.records.as(PUBLIC, ({ lookUps }) =>
        lookUps.rosterLines(token, all.world.clock.today()),
      );
    assert.deepEqual(
      (await line()).map(({ copy }) => copy),
      [undefined],
    );
    const mails = async () =>
      await db.owner<
        { body: string }[]
      >`select body from post.mail where to_address = 'hr@harbor.example'`;
    await keepRosters(all.world);
    await keepRosters(all.world);
    const told = await mails();
    assert.equal(told.length, 1, 'said once');
    assert.doesNotMatch(told[0]?.body ?? '', /Formerbane|Laterwise|name/);
    const [asks] = await all.world.records.as(
      { rights: 'candidate', person: one.person },
      ({ lookUps }) => lookUps.askedOfMe(),
    );
    assert.deepEqual([asks?.answer, asks?.namesTwo], [undefined, true]);
    await all.world.records.as({ rights: 'candidate', person: one.person }, ({ lookUps }) =>
      lookUps.answerRoster(roster, 1, 'agreed', all.world.clock.today()),
    );
    assert.deepEqual(
      (await line()).map(({ copy }) => copy),
      [(await copies(one)).at(-1)?.id],
    );
  });

  test('holds a copy back whose name no font prints, and tells its holder once', async () => {
    const one = await holder();
    await granted(one);
    const before = await copies(one);
    await db.owner`update people.person set full_name = ${'Anna \u{13000}'} where id = ${one.person}`;
    await keepRenewal(all.world, one.credential);
    await keepRenewal(all.world, one.credential);
    assert.deepEqual(await copies(one), before);
    const told = await db.owner<{ body: string }[]>`select body from post.mail
      where to_person = ${one.person} and subject like '%waits for your name'`;
    assert.equal(told.length, 1);
    assert.match(told[0]?.body ?? '', /no font that prints[\s\S]+\/my\/name/);
  });

  test('takes the earlier name off a story that showed it', async () => {
    const one = await holder();
    const story = randomUUID();
    await db.owner`insert into stories.story (id, label, title, words, language, shown_as, offered_on, promised_by)
      values (${story}, ${`T-${story.slice(0, 7)}`}, 'A story', 'Words.', 'en', 'Quentin', '2026-11-30', '2026-12-15')`;
    await db.owner`insert into stories.author (story, person) values (${story}, ${one.person})`;
    await granted(one);
    const [row] = await db.owner<
      { shown_as: string | null }[]
    >`select shown_as from stories.story where id = ${story}`;
    assert.equal(row?.shown_as, null);
  });

  test('is how letters about an open complaint address the respondent, and the name before is still taken out', async () => {
    const one = await holder();
    const [open, ended] = [await complaintMatter(db), await complaintMatter(db)];
    for (const matter of [open, ended]) {
      await db.owner`insert into conduct.party (id, matter, role, key, person, full_name)
        values (${randomUUID()}, ${matter}, 'respondent', 'respondent', ${one.person}, ${OLD})`;
    }
    // How it came to its end is told elsewhere.
    await db.owner`alter table conduct.event disable trigger user`;
    await db.owner`insert into conduct.event (matter, version, type, body)
      values (${ended}, 1, 'closing-told', '{"on":"2026-11-30"}')`;
    await db.owner`alter table conduct.event enable trigger user`;
    await granted(one);
    const party = async (matter: string) => {
      const [row] = await db.owner<{ name: string; former: string[] }[]>`
        select full_name as name, former_names as former from conduct.party where matter = ${matter}`;
      return row;
    };
    assert.deepEqual({ ...(await party(open)) }, { name: NEW, former: [OLD] });
    assert.deepEqual({ ...(await party(ended)) }, { name: OLD, former: [] });
  });

  test('leaves a link mailed before under the name it was mailed with', async () => {
    const one = await holder();
    const { id: matter } = await asked(one);
    const token = randomBytes(32);
    await db.owner`insert into evidence.attestation_request (id, matter, supports, token_hash, supervisor_name, supervisor_email, asked_at, expires_at)
      values (${randomUUID()}, ${matter}, 'months', ${token}, 'Sam', 'sam@work.example', now() - interval '1 hour', now() + interval '9 days')`;
    await decided(all, matter, () => true);
    const [row] = await db.owner<
      { candidate_name: string }[]
    >`select candidate_name from evidence.request_of(${token}, now())`;
    assert.equal(row?.candidate_name, OLD);
  });

  describe('a former name', () => {
    test('is read by a records clerk only with a purpose, which the person sees; by nobody else', async () => {
      const one = await holder();
      const over = await granted(one);
      const { id: matter } = await asked(one, { name: `${NEW} II` });
      const { clerk } = all;
      const short = await readFormerNames(all.world, { clerk, matter, purpose: 'look' });
      assert.equal(short.ok, false);
      const purpose = 'The diploma bears an earlier name.';
      const names = await readFormerNames(all.world, { clerk, matter, purpose });
      assert.deepEqual(names, { ok: true, names: [OLD] });
      const later = await readFormerNames(all.world, { clerk, matter: over, purpose });
      assert.deepEqual(later, { ok: true, names: [] }, 'where nothing is left to attest');
      await db.owner`insert into people.serves_only (person, program) values (${all.otherClerk}, 'larkspur-work')`;
      const apart = await readFormerNames(all.world, { clerk: all.otherClerk, matter, purpose });
      assert.deepEqual(apart, { ok: true, names: [] }, 'who works for another program reads none');
      await db.owner`delete from people.serves_only where person = ${all.otherClerk}`;
      const mine = await myName(all.world, one.person);
      assert.deepEqual(
        mine.readings.map((reading) => reading.purpose),
        [purpose],
      );
      const stranger = await holder();
      assert.deepEqual((await myName(all.world, stranger.person)).readings, []);
      for (const role of ['clerk', 'staff', 'reviewer', 'director', 'auditor', 'public']) {
        await assert.rejects(
          db.pools.web.begin(async (tx) => {
            await tx`select set_config('role', ${`evenhand_${role}`}, true), set_config('evenhand.person', ${clerk}, true)`;
            return await tx`select former_names from people.person`;
          }),
          (cause: unknown) => codeOf(cause) === '42501',
          role,
        );
      }
    });
    test('is written over by nobody: a name that is typed changes no account that holds a credential', async () => {
      const one = await holder();
      const kept = await all.world.records.as(
        { rights: 'candidate', person: one.person },
        ({ people }) => people.writeNames('Somebody Else', ['An Earlier Name']),
      );
      assert.equal(kept, OLD);
      const me = await accountOf(one.person);
      assert.deepEqual(
        [me?.fullName, me?.formerNames],
        [OLD, ['An Earlier Name', 'Somebody Else']],
      );
      await assert.rejects(
        db.pools.web.begin(async (tx) => {
          await tx`select set_config('role', 'evenhand_candidate', true), set_config('evenhand.person', ${one.person}, true)`;
          await tx`update people.person set full_name = 'Somebody Else' where id = ${one.person}`;
        }),
        (cause: unknown) => codeOf(cause) === '42501',
      );
    });
    test('leads nobody to the new one through anything that the public may read', async () => {
      const one = await holder();
      await granted(one);
      const [old, now] = await copies(one);
      const rows = await db.pools.web.begin(async (tx) => {
        await tx`select set_config('role', 'evenhand_public', true), set_config('evenhand.person', '', true)`;
        return await tx.unsafe(
          `select register.look_up($1)::text as old, register.look_up($2)::text as now,
             (select jsonb_agg(s)::text from register.standing($1, current_date) s) as old_standing,
             (select jsonb_agg(n)::text from conduct.notices() n) as notices`,
          [old?.id ?? '', now?.id ?? ''],
        );
      });
      const said = rows[0] as Record<string, string | null>;
      for (const key of ['old', 'old_standing', 'notices']) {
        assert.doesNotMatch(
          said[key] ?? '',
          new RegExp(`Laterwise|${now?.id}|${now?.number}`),
          key,
        );
      }
      assert.doesNotMatch(said['now'] ?? '', new RegExp(`Formerbane|${old?.id}|${old?.number}`));
    });
  });
});

const complaintMatter = async (db: TestDatabase): Promise<string> => {
  const matter = randomUUID();
  await db.owner`insert into conduct.matter (id, label, about, program, rules, opened_on)
    values (${matter}, ${`X-${matter.slice(0, 7)}`}, 'person', 'larkspur-care', 'conduct-1', '2026-11-01')`;
  return matter;
};

/** Probation that the public is told of. */
async function noticeAbout(db: TestDatabase, { credential }: Holder): Promise<string> {
  const [matter, notice] = [await complaintMatter(db), randomUUID()];
  await db.owner`insert into conduct.effect (id, matter, credential, kind, from_day, until_day)
    values (${randomUUID()}, ${matter}, ${credential}, 'probation', '2026-11-30', '2099-01-01')`;
  await db.owner`insert into conduct.notice (id, matter, credential, holder_name, program, kind, provisions, from_day, until_day)
    values (${notice}, ${matter}, ${credential}, ${OLD}, 'larkspur-care', 'probation', '["1"]', '2026-11-30', '2099-01-01')`;
  return notice;
}
