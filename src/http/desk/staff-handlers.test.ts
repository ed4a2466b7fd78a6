import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { byId, parse, words } from '../../../tests/look/markup.ts';
import { file, fillIn } from '../../../tests/support/application.ts';
import { type Desk, type DeskPerson, openDesk } from '../../../tests/support/desk.ts';

const PROGRAM = 'larkspur-care';

describe('the pages of staff, on a real database', () => {
  let desk: Desk;
  let staff: DeskPerson;
  before(async () => {
    desk = await openDesk();
    staff = await desk.somebody('Suharto', 'staff');
  });
  after(() => desk.close());

  const owing = async (
    name: string,
  ): Promise<{ readonly id: string; readonly address: string }> => {
    const person = await desk.somebody(name);
    await fillIn(desk.world, person.id, PROGRAM);
    assert.ok((await file(desk.world, person.id, PROGRAM)).ok);
    return { id: person.id, address: `/desk/fees/${person.id}` };
  };
  const payments = async (person: string): Promise<number> => {
    const [row] = await desk.database.owner<{ n: number }[]>`select count(*)::int as n
      from money.entry where person = ${person} and kind = 'payment'`;
    return row?.n ?? -1;
  };

  test('somebody is found by any part of a name, and a search that finds nobody says so', async () => {
    const { address } = await owing('Zoë Nakamura-O’Brien');
    const found = await staff.see('/desk/fees?search=nakamura');
    assert.match(found.words, /Found for “nakamura”/);
    assert.ok(found.text.includes(`href="${address}"`));
    const none = await staff.see(`/desk/fees?search=${encodeURIComponent('<b>Łukasz')}`);
    assert.match(none.words, /Nobody was found for “<b>Łukasz”\./);
  });

  test('a payment posted twice is recorded once, and the second post says so', async () => {
    const { id, address } = await owing('Nguyễn Thị Minh Khai');
    const before = await staff.see(address);
    assert.match(before.words, /Owed: \$235\.00/);
    const payment = { program: PROGRAM, amount: '$235', reference: 'check 10442' };
    const first = await staff.send(address, payment);
    assert.match(first.words, /The payment is recorded\./);
    assert.match(first.words, /Nothing is owed\./);
    const second = await staff.send(address, payment);
    assert.match(second.words, /recorded before; nothing was added/);
    const both = await Promise.all(
      [1, 2].map(() => staff.send(address, { ...payment, reference: 'check 10443' })),
    );
    assert.deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    );
    assert.equal(await payments(id), 2);
    assert.match((await staff.see(address)).words, /Paid too much: \$235\.00/);
  });

  test('every mistake in a payment is named beside its field, and what was typed stays', async () => {
    const { id, address } = await owing('Ada');
    const answer = await staff.send(address, {
      program: 'ccm',
      amount: '43O',
      reference: '“check” <7>',
    });
    assert.equal(answer.status, 422);
    const root = parse(answer.text);
    assert.equal(byId(root, 'amount').attributes['value'], '43O');
    assert.equal(byId(root, 'reference').attributes['value'], '“check” <7>');
    assert.match(words(byId(root, 'amount-error')), /write dollars/);
    assert.match(words(byId(root, 'program-error')), /choose what the payment is for/);
    const nameless = await staff.send(address, { program: PROGRAM, amount: '5', reference: ' ' });
    assert.equal(nameless.status, 422);
    assert.match(words(byId(parse(nameless.text), 'reference-error')), /check number/);
    assert.equal(await payments(id), 0);
  });

  test('somebody who is not there is answered, not guessed', async () => {
    const nobody = '/desk/fees/00000000-0000-7000-8000-000000000000';
    assert.equal((await staff.see(nobody)).status, 404);
    const sent = { program: PROGRAM, amount: '5', reference: 'x' };
    assert.equal((await staff.send('/desk/fees', sent, nobody)).status, 404);
    assert.deepEqual(desk.faults, []);
  });

  test('what is overdue is seen by every office and opened by the one whose turn it is', async () => {
    const { id } = await owing('Late Matter');
    const [matter] = await desk.database.owner<{ id: string; label: string }[]>`
      select m.id, m.label from casework.matter m join casework.subject s on s.matter = m.id
      where s.person = ${id}`;
    assert.ok(matter);
    await desk.database
      .owner`update casework.matter set promised_by = current_date - 12 where id = ${matter.id}`;
    for (const office of ['clerk', 'reviewer', 'staff', 'director', 'auditor'] as const) {
      const visitor = await desk.somebody(`Office of ${office}`, office);
      const page = await visitor.see('/desk/overdue');
      assert.match(page.words, new RegExp(`1[123] days overdue ${matter.label} `), office);
      const opens = page.text.includes(`href="/desk/records/${matter.id}"`);
      assert.equal(opens, office === 'clerk', office);
    }
  });

  test('where published pages disagree both values stand with their sources', async () => {
    const page = await staff.see('/desk/sources');
    assert.match(page.words, /CCM .*275 .*Source: .*285 .*Source: /);
    assert.ok(page.text.includes('href="https://ccmcertification.org/'));
  });

  test('fees and concerns are open to staff alone', async () => {
    for (const office of ['clerk', 'reviewer', 'director', 'auditor'] as const) {
      const visitor = await desk.somebody(`Second ${office}`, office);
      for (const address of ['/desk/fees', '/desk/concerns']) {
        assert.equal((await visitor.see(address)).status, 403, `${office} at ${address}`);
      }
    }
  });
});
