import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Fee } from '../../program/definition/rules.ts';
import { notSet, seen } from '../../program/definition/sourced.ts';
import { balances, chargesFor, type MoneyEntry, readPayment } from './fees.ts';

const fees: readonly Fee[] = [
  { id: 'application', title: 'Application', amount: seen(235, ['p']), refundable: false },
  { id: 'exam', title: 'Exam', amount: seen(195, ['p']), refundable: true },
  { id: 'retake', title: 'Retake', amount: notSet(), refundable: null },
];
const entry = (kind: MoneyEntry['kind'], cents: number, reference: string): MoneyEntry => ({
  kind,
  cents,
  currency: 'USD',
  reference,
});
const balance = (...entries: MoneyEntry[]) => balances(entries)[0];

test('each occasion charges the fee the rules set for it, once for each matter', () => {
  assert.deepEqual(chargesFor(fees, 'application', 'matter-1'), [
    {
      kind: 'charge',
      fee: 'application',
      title: 'Application',
      cents: 23500,
      currency: 'USD',
      refundable: false,
      reference: 'application:matter-1',
    },
  ]);
});

test('a fee that nobody set charges nothing', () => {
  assert.deepEqual(chargesFor(fees, 'retake', 'sitting-1'), []);
  assert.deepEqual(chargesFor([], 'exam', 'sitting-1'), []);
});

test('a fee paid twice and refunded once is still paid: the balance decides, not the last entry', () => {
  const state = balance(
    entry('charge', 19500, 'r1'),
    entry('payment', 19500, 'r2'),
    entry('payment', 19500, 'r3'),
    entry('refund', 19500, 'r4'),
  );
  assert.deepEqual([state?.owedCents, state?.creditCents, state?.paidCents], [0, 0, 19500]);
});

test('the same entry told twice counts once', () => {
  const state = balance(
    entry('charge', 23500, 'application:m1'),
    entry('charge', 23500, 'application:m1'),
    entry('payment', 23500, 'check 17'),
    entry('payment', 23500, 'check 17'),
  );
  assert.deepEqual([state?.chargedCents, state?.owedCents, state?.creditCents], [23500, 0, 0]);
});

test('what was paid beyond the charges is kept and shown as credit', () => {
  const state = balance(entry('charge', 19500, 'r5'), entry('payment', 43000, 'r6'));
  assert.deepEqual([state?.owedCents, state?.creditCents], [0, 23500]);
});

test('a charge taken back is no longer owed; what was paid for it is credit', () => {
  const taken = [entry('charge', 23500, 'r7'), entry('waiver', 23500, 'r7')];
  const unpaid = balance(...taken);
  assert.deepEqual([unpaid?.chargedCents, unpaid?.owedCents, unpaid?.creditCents], [0, 0, 0]);
  const paid = balance(...taken, entry('payment', 23500, 'check 17'));
  assert.deepEqual([paid?.owedCents, paid?.creditCents], [0, 23500]);
  const next = balance(
    ...taken,
    entry('payment', 23500, 'check 17'),
    entry('charge', 19500, 'exam:m1'),
  );
  assert.deepEqual([next?.owedCents, next?.creditCents], [0, 4000]);
});

test('a part payment leaves the rest owed', () => {
  assert.equal(
    balance(entry('charge', 43000, 'r7'), entry('payment', 10001, 'r8'))?.owedCents,
    32999,
  );
});

test('two currencies are never added together', () => {
  const all = balances([
    entry('charge', 100, 'r9'),
    { ...entry('payment', 100, 'r10'), currency: 'CAD' },
  ]);
  assert.deepEqual(
    all.map(({ currency, owedCents, creditCents }) => [currency, owedCents, creditCents]),
    [
      ['CAD', 0, 100],
      ['USD', 100, 0],
    ],
  );
  assert.deepEqual(balances([]), []);
});

test('the order of entries never changes a balance, and owed and credit are never both there', () => {
  const some = fc.array(
    fc.record({
      kind: fc.constantFrom('charge' as const, 'payment' as const, 'refund' as const),
      cents: fc.integer({ min: 1, max: 100_000 }),
      currency: fc.constantFrom('USD', 'CAD'),
      reference: fc.uuid(),
    }),
  );
  fc.assert(
    fc.property(some, (entries) => {
      const forward = balances(entries);
      assert.deepEqual(balances([...entries].reverse()), forward);
      for (const state of forward) {
        assert.equal(state.owedCents * state.creditCents, 0);
        assert.equal(state.chargedCents - state.paidCents, state.owedCents - state.creditCents);
      }
    }),
  );
});

test('an amount is read as it is usually typed', () => {
  for (const [typed, cents] of [
    ['430', 43000],
    ['430.00', 43000],
    ['$430', 43000],
    [' $ 1,430.5 ', 143050],
    ['0.01', 1],
    ['１９５', 19500],
    ['100,000.00', 10_000_000],
  ] as const) {
    assert.deepEqual(readPayment(typed), { ok: true, value: cents }, typed);
  }
});

test('an amount that cannot be right is refused with the reason', () => {
  for (const [typed, kind] of [
    ['', 'missing'],
    ['-430', 'negative'],
    ['$-430', 'negative'],
    ['(430)', 'negative'],
    ['430.001', 'not-an-amount'],
    ['430,50', 'not-an-amount'],
    ['1.430,00', 'not-an-amount'],
    ['4e2', 'not-an-amount'],
    ['430 USD', 'not-an-amount'],
    ['0.00', 'zero'],
    ['100000.01', 'too-large'],
  ] as const) {
    const read = readPayment(typed);
    assert.equal(read.ok ? read.value : read.refusal.kind, kind, typed);
  }
});

test('every whole number of cents is read back exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (cents) => {
      const typed = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
      assert.deepEqual(readPayment(typed), { ok: true, value: cents });
    }),
  );
});
