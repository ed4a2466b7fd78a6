import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { byId, parse, words } from '../../../tests/look/markup.ts';
import { file, fillIn, picture } from '../../../tests/support/application.ts';
import { type Desk, type DeskPerson, hiddenIn, openDesk } from '../../../tests/support/desk.ts';
import { askAccommodation } from '../../workflow/apply/ask-accommodation.ts';

const PROGRAM = 'larkspur-care';
const NAME = 'Quillonde Marchwarden-Zettl';

describe('the clerk’s pages, on a real database', () => {
  let desk: Desk;
  let clerk: DeskPerson;
  let other: DeskPerson;
  before(async () => {
    desk = await openDesk();
    clerk = await desk.somebody('Odile Mbeki', 'clerk');
    other = await desk.somebody('Second Clerk', 'clerk');
  });
  after(() => desk.close());

  const filed = async (): Promise<{ readonly id: string; readonly address: string }> => {
    const person = await desk.somebody(NAME);
    await fillIn(desk.world, person.id, PROGRAM);
    const done = await file(desk.world, person.id, PROGRAM);
    assert.ok(done.ok, JSON.stringify(done));
    const { id } = done.value.matter;
    return { id, address: `/desk/records/${id}` };
  };
  const seen = async (address: string): Promise<string> =>
    hiddenIn((await clerk.see(address)).text, 'seen') ?? '';
  const eventsOf = async (matter: string): Promise<string[]> =>
    (
      await desk.database.owner<
        { type: string }[]
      >`select type from casework.event where matter = ${matter} order by version`
    ).map(({ type }) => type);

  test('the queue shows what waits, promised date first, without a name', async () => {
    const { address } = await filed();
    const queue = await clerk.see('/desk/records');
    assert.equal(queue.status, 200);
    assert.ok(queue.text.includes(`href="${address}"`));
    assert.match(queue.words, /\d+ matters?, none overdue Promised by Matter/);
    assert.ok(!queue.text.includes('Quillonde'));
  });

  test('the page shows the person, every document, and what the application says in words', async () => {
    const { address } = await filed();
    const page = await clerk.see(address);
    assert.ok(page.words.includes(NAME));
    assert.match(page.words, /Document 1 \(opens in a new tab\)/);
    assert.match(page.words, /The application says: Active, with no restriction/);
    assert.match(page.words, /The application says: [A-Z][a-z]+ \d+, \d{4}/);
    const document = /href="(\/desk\/documents\/[^"]+)"/.exec(page.text)?.[1] ?? '';
    const opened = await clerk.see(document);
    assert.equal(opened.status, 200);
    assert.match(String(opened.headers['content-type']), /^image\//);
    assert.match(String(opened.headers['content-security-policy']), /sandbox/);
    assert.equal(opened.headers['cache-control'], 'no-store');
  });

  test('a fact that cannot be read is answered beside its field; everything typed is kept and nothing is written', async () => {
    const { id, address } = await filed();
    const answer = await clerk.send(address, {
      seen: await seen(address),
      'fact~license~expires': '2027-02-30',
      'fact~license~field': 'nursing',
      'fact~degree~year': '99',
      'basis~license': 'supervisor',
      step: 'send',
    });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /<title>Error: /);
    const root = parse(answer.text);
    assert.equal(byId(root, 'fact~license~expires').attributes['value'], '2027-02-30');
    assert.equal(byId(root, 'fact~degree~year').attributes['value'], '99');
    const error = words(byId(root, 'fact~license~expires-error'));
    assert.match(error, /Error: "Expires on" needs a date of the calendar, such as 2026-05-31\./);
    assert.match(words(byId(root, 'fact~degree~year-error')), /a year of four digits/);
    for (const chosen of ['nursing', 'supervisor']) {
      assert.match(answer.text, new RegExp(`value="${chosen}" selected`));
    }
    assert.deepEqual(await eventsOf(id), ['opened']);
  });

  test('saving keeps the matter here and says so; sending hands it on once', async () => {
    const { id, address } = await filed();
    const saved = await clerk.send(address, {
      seen: await seen(address),
      'fact~license~expires': '2027-05-31',
      step: 'save',
    });
    assert.equal(saved.to, `${address}?saved=yes`);
    const again = await clerk.see(saved.to ?? '');
    assert.match(again.words, /Saved\. It is still with you/);
    assert.equal(byId(parse(again.text), 'fact~license~expires').attributes['value'], '2027-05-31');
    const version = await seen(address);
    const fields = { seen: version, 'fact~license~expires': '2027-05-31', step: 'send' };
    assert.equal((await clerk.send(address, fields)).to, '/desk/records');
    const closed = await clerk.see(address);
    assert.match(closed.words, /has left the records desk/);
    assert.match(closed.words, /Expires on: 2027-05-31/);
    // The page that was still open in another tab: nothing is written a second time, nobody sees a fault.
    const late = await clerk.send('/desk/records', fields, address);
    assert.ok([403, 409].includes(late.status), String(late.status));
    assert.deepEqual(await eventsOf(id), ['opened', 'attested', 'attested', 'sent-to-review']);
  });

  test('on a stale page what was typed stays, beside what somebody else recorded meanwhile', async () => {
    const { id, address } = await filed();
    const before = await seen(address);
    const faster = await other.send(address, {
      seen: before,
      'fact~license~expires': '2028-01-31',
      step: 'save',
    });
    assert.equal(faster.status, 303);
    const mine = { 'fact~license~expires': '2027-05-31', 'fact~license~field': 'pharmacy' };
    const answer = await clerk.send(address, { seen: before, ...mine, step: 'send' });
    assert.equal(answer.status, 409);
    const root = parse(answer.text);
    assert.equal(byId(root, 'fact~license~expires').attributes['value'], '2027-05-31');
    assert.match(
      words(byId(root, 'fact~license~expires-hint')),
      /Recorded meanwhile: January 31, 2028/,
    );
    assert.match(words(byId(root, 'fact~license~field-hint')), /Recorded meanwhile: nothing/);
    assert.deepEqual(await eventsOf(id), ['opened', 'attested']);
    const second = await clerk.send(address, {
      seen: hiddenIn(answer.text, 'seen') ?? '',
      ...mine,
      step: 'send',
    });
    assert.equal(second.to, '/desk/records');
  });

  test('a form sent after the session ended comes back whole with the passphrase page', async () => {
    const { address } = await filed();
    const forgotten = await desk.somebody('Third Clerk', 'clerk');
    await forgotten.see(address);
    const { owner } = desk.database;
    await owner`delete from front.session where person = ${forgotten.id}`;
    const answer = await forgotten.send(
      '/sign-in',
      { 'fact~license~expires': '2027-05-31' },
      address,
    );
    assert.equal(answer.status, 401);
    assert.match(answer.words, /What you typed is safe/);
    assert.ok((hiddenIn(answer.text, 'carried') ?? '').length > 100);
  });

  test('what is asked for in an accommodation reaches the decider as it was filed; the statement names nobody', async () => {
    const person = await desk.somebody(NAME);
    const asked = await askAccommodation(desk.world, {
      person: person.id,
      program: PROGRAM,
      kinds: ['extra-time-50'],
      need: `I, ${NAME}, read slowly.`,
      uploads: [{ name: 'letter.png', bytes: await picture(3), tooLarge: false }],
    });
    assert.ok(asked.ok, JSON.stringify(asked));
    const address = `/desk/records/${asked.value.id}`;
    const page = await clerk.see(address);
    assert.match(page.words, /What is asked for Half as much time again/);
    const fields = { 'fact~documented~author': 'physician', step: 'send' };
    const named = await clerk.send(address, {
      seen: await seen(address),
      ...fields,
      statement: 'Quillonde reads slowly.',
    });
    assert.equal(named.status, 422);
    assert.match(words(byId(parse(named.text), 'statement-error')), /take out "Quillonde"/);
    assert.equal(words(byId(parse(named.text), 'statement')), 'Quillonde reads slowly.');
    const sent = await clerk.send(address, {
      seen: await seen(address),
      ...fields,
      statement: 'The person reads slowly.',
    });
    assert.equal(sent.to, '/desk/records');
    const reviewer = await desk.somebody('Decider', 'reviewer');
    const packet = await reviewer.see(`/desk/matters/${asked.value.id}`);
    assert.match(packet.words, /What is asked for Half as much time again/);
    assert.match(packet.words, /Who wrote the document A physician A document shows it/);
    assert.ok(!packet.text.includes('Quillonde'));
  });

  test('only clerks come in; a made-up address is not there', async () => {
    const { address } = await filed();
    for (const office of ['reviewer', 'staff', 'director', 'auditor'] as const) {
      const visitor = await desk.somebody(`Office of ${office}`, office);
      assert.equal((await visitor.see(address)).status, 403, office);
      assert.equal((await visitor.see('/desk/records')).status, 403, office);
    }
    assert.equal(
      (await desk.stranger().see(address)).to,
      `/sign-in?then=${encodeURIComponent(address)}`,
    );
    assert.equal(
      (await clerk.see('/desk/records/00000000-0000-7000-8000-000000000000')).status,
      404,
    );
    assert.equal((await clerk.see('/desk/records/nothing')).status, 404);
    assert.deepEqual(desk.faults, []);
  });
});
