import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { credentialOf } from '../../../tests/support/complaints.ts';
import { type Desk, type DeskPerson, openDesk } from '../../../tests/support/desk.ts';
import { keepMentoring } from '../../workflow/mentoring/mentoring.ts';

const PROGRAM = 'larkspur-care';
const OFFER = {
  program: PROGRAM,
  settings: ['hospital', 'clinic'],
  region: 'south',
  languages: ['en', 'es'],
  times: ['weekends'],
  places: '1',
  about: 'How to keep a caseload without losing sleep.',
  open: 'yes',
};
const WORDS = 'I start in a hospital in May and would like to know how others began.';

describe('mentoring', () => {
  let desk: Desk;
  let mentor: DeskPerson;
  let first: DeskPerson;
  let second: DeskPerson;
  before(async () => {
    desk = await openDesk();
    mentor = await desk.somebody('Mentor Canarywright');
    first = await desk.somebody('Ana Candidatewright');
    second = await desk.somebody('Bo Candidatewright');
    await holds(mentor);
  });
  after(() => desk.close());

  const holds = async (person: DeskPerson, validUntil = '2099-01-01') =>
    await credentialOf(
      { db: desk.database, all: { records: desk.world.records } },
      person.id,
      'Somebody',
      { program: PROGRAM, validUntil },
    );
  const offer = (who: DeskPerson, changed: object = {}) =>
    who.send(
      `/my/mentoring/offer?program=${PROGRAM}`,
      { ...OFFER, ...changed },
      '/my/mentoring/offer',
    );
  const found = async (who: DeskPerson, wish = '') => {
    const { text, words } = await who.see(`/my/mentoring/find?program=${PROGRAM}${wish}`);
    return {
      words,
      ids: [...text.matchAll(/\/my\/mentoring\/ask\/([0-9a-f-]{36})/g)].map((m) => m[1] ?? ''),
    };
  };
  const ask = (who: DeskPerson, id: string, words = WORDS) =>
    who.send(
      `/my/mentoring/ask/${id}?program=${PROGRAM}`,
      { program: PROGRAM, words },
      `/my/mentoring/ask/${id}`,
    );
  const act = async (who: DeskPerson, what: string) => {
    const mine = await who.see('/my/mentoring');
    const [, pair = ''] = /\/my\/mentoring\/pairs\/([0-9a-f-]{36})/.exec(mine.text) ?? [];
    return await who.send('/my/mentoring', { act: what }, `/my/mentoring/pairs/${pair}`);
  };
  const letters = async (person: DeskPerson) =>
    await desk.database.owner<{ subject: string; body: string }[]>`
      select subject, body from post.mail where to_person = ${person.id} order by queued_at`;

  test('only whoever holds a current credential, and no office, offers', async () => {
    const refused = await offer(first);
    assert.equal(refused.status, 422);
    assert.match(refused.words, /Only whoever holds a current credential/);
    const ended = await desk.somebody('Ended Wright');
    await holds(ended, '2020-01-01');
    assert.equal((await offer(ended)).status, 422);
    const reviewer = await desk.somebody('Reviewer Wright', 'reviewer');
    await holds(reviewer);
    assert.equal((await offer(reviewer)).status, 422);
    const empty = await offer(mentor, { settings: [], places: '9' });
    assert.equal(empty.status, 422);
    assert.match(empty.words, /caseload without losing sleep/, 'nothing typed is lost');
    assert.equal((await offer(mentor)).status, 303);
    assert.match(
      (await mentor.see('/my/mentoring')).words,
      /Open: candidates see it without your name/,
    );
  });

  test('is found by what a candidate asks for, without a name', async () => {
    const fitting = await found(first, '&language=es&setting=hospital');
    assert.equal(fitting.ids.length, 1);
    assert.match(fitting.words, /Fits: setting, language/);
    assert.doesNotMatch(fitting.words, /Canarywright/);
    assert.equal((await found(first, '&language=ko')).ids.length, 0);
    assert.equal((await found(mentor)).ids.length, 0, 'nobody finds themselves');
  });

  test('names are shown once somebody is taken; one mentor at a time, as many as there are places', async () => {
    const [id = ''] = (await found(first)).ids;
    const named = await ask(first, id, 'I am Ana Candidatewright and start in May.');
    assert.equal(named.status, 422);
    assert.equal((await ask(first, id)).status, 303);
    assert.equal((await ask(second, id)).status, 303);
    const seen = await mentor.see('/my/mentoring');
    assert.match(seen.words, /Somebody asks you.*how others began/);
    assert.doesNotMatch(seen.words, /Candidatewright/);
    assert.equal((await letters(mentor)).length, 2);
    assert.ok((await letters(mentor)).every(({ body }) => !body.includes('hospital')));
    // The newest request stands first: the second candidate's.
    assert.equal((await act(mentor, 'take')).status, 303);
    const names = (await mentor.see('/my/mentoring')).words;
    assert.match(names, /(Ana|Bo) Candidatewright/);
    assert.doesNotMatch(
      names,
      /Ana Candidatewright.*Bo Candidatewright|Bo Candidatewright.*Ana Candidatewright/,
    );
    const full = await desk.somebody('Third Candidatewright');
    assert.equal((await found(full)).ids.length, 0, 'no place is left');
    const late = await ask(full, id);
    assert.equal(late.status, 422);
    assert.match(late.words, /no place left now/);
  });

  test('either ends it without a reason; the other is told, and the name is gone', async () => {
    const taken = /Mentor Canarywright/.test((await first.see('/my/mentoring')).words)
      ? first
      : second;
    const before = (await letters(mentor)).length;
    assert.equal((await act(taken, 'end')).status, 303);
    assert.doesNotMatch((await taken.see('/my/mentoring')).words, /Canarywright/);
    assert.equal((await letters(mentor)).length, before + 1);
    assert.equal((await act(taken, 'end')).status, 404, 'there is nothing left to end');
    assert.equal((await found(taken)).ids.length, 0, 'the same two do not meet again');
  });

  test('nobody else sees a pair, and no role but a candidate’s own reads the tables', async () => {
    const other = await desk.somebody('Somebody Else');
    assert.doesNotMatch((await other.see('/my/mentoring')).words, /Candidatewright|caseload/);
    for (const role of ['director', 'reviewer', 'conduct', 'board', 'staff', 'auditor', 'public']) {
      await assert.rejects(
        desk.database.owner.begin(async (tx) => {
          await tx`select set_config('role', ${`evenhand_${role}`}, true), set_config('evenhand.person', ${mentor.id}, true)`;
          await tx`select * from mentoring.pair`;
        }),
        /permission denied/,
        role,
      );
    }
    const [asking] = await desk.database.owner<{ candidate: string }[]>`
      select candidate from mentoring.pair where standing = 'asked'`;
    assert.ok(asking, 'one of the two is still asking');
    await assert.rejects(
      desk.database.owner.begin(async (tx) => {
        await tx`select set_config('role', 'evenhand_candidate', true), set_config('evenhand.person', ${asking.candidate}, true)`;
        await tx`update mentoring.pair set standing = 'taken' where standing = 'asked'`;
      }),
      /does not follow/,
      'nobody takes themselves',
    );
  });

  test('a mentor whose credential is revoked mentors nobody any more, and the candidate is told no reason', async () => {
    await offer(mentor, { open: 'no' });
    const other = await desk.somebody('Other Mentorwright');
    const credential = await holds(other);
    await offer(other, { about: 'How to talk to insurers.' });
    const candidate = await desk.somebody('Cy Candidatewright');
    const { ids } = await found(candidate);
    await ask(candidate, ids[0] ?? '');
    assert.equal((await act(other, 'take')).status, 303);
    await desk.database.owner`
      insert into register.revocation (credential, reason, revoked_by)
      values (${credential}, 'A decision about conduct.', ${mentor.id})`;
    await keepMentoring(desk.world);
    assert.doesNotMatch((await candidate.see('/my/mentoring')).words, /Mentorwright/);
    const [told] = (await letters(candidate)).slice(-1);
    assert.equal(told?.subject, 'Something changed in your mentoring');
    assert.doesNotMatch(told?.body ?? '', /conduct|revoked/);
  });

  test('whoever renewed holds it as long as the newest term lasts; whoever retired does not', async () => {
    const renewed = await desk.somebody('Renewed Wright');
    const credential = await holds(renewed, '2020-01-01');
    assert.equal((await offer(renewed)).status, 422);
    await desk.database.owner`
      insert into register.copy (id, credential, number, why, document, list, place, valid_until, issued_on)
      values (${randomBytes(11).toString('hex')}, ${credential}, 1, 'renewal', '{}', 0, 131000, '2099-01-01', '2020-01-01')`;
    assert.equal((await offer(renewed)).status, 303);
    await desk.database.owner`
      insert into renewal.not_held (credential, from_day, why) values (${credential}, '2021-01-01', 'retired')`;
    assert.equal((await offer(renewed)).status, 422);
  });
});
