import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import {
  type AuditDraw,
  type AuditPlan,
  checkDraw,
  checkedPlan,
  type DrawRefusal,
  drawAudits,
  type PoolEntry,
  poolFingerprint,
} from './audit-lottery.ts';

const seed = 'a seed of the year 2027, thirty-two characters or more';
const plan: AuditPlan = {
  id: 'audit-2027-2',
  publishedOn: date('2027-08-02'),
  strata: [
    { id: 'approved', title: 'All hours with approved providers', percent: 3 },
    { id: 'reviewed', title: 'Some hours reviewed afterward', percent: 10 },
  ],
  commitment: sha256Hex(seed),
  publicNumber: {
    source: 'the first number of a public beacon after noon UTC',
    on: date('2027-09-01'),
  },
};
const people = (count: number, stratum: string): readonly PoolEntry[] =>
  Array.from({ length: count }, (_, place) => ({ label: `${stratum}-${place + 1}`, stratum }));
const asked: Omit<AuditDraw, 'drawn'> = {
  plan,
  pool: {
    closedOn: date('2027-08-31'),
    entries: [...people(300, 'approved'), ...people(45, 'reviewed')],
  },
  seed,
  publicNumber: '8f1c2a77',
};
const drawn = (change: Partial<typeof asked> = {}): AuditDraw => {
  const answer = drawAudits({ ...asked, ...change });
  assert.ok(answer.ok);
  return answer.value;
};
const refused = (change: Partial<typeof asked>): DrawRefusal | 'drawn' => {
  const answer = drawAudits({ ...asked, ...change });
  return answer.ok ? 'drawn' : answer.refusal.kind;
};

test('the same plan, pool, seed and number give the same people, in whatever order the pool was written', () => {
  const backwards = { ...asked.pool, entries: asked.pool.entries.toReversed() };
  assert.deepEqual(drawn({ pool: backwards }).drawn, drawn().drawn);
  assert.equal(poolFingerprint(backwards), poolFingerprint(asked.pool));
});

test('these people were drawn when this was written, and still are', () => {
  assert.deepEqual(drawn().drawn, [
    ...['approved-10', 'approved-100', 'approved-125', 'approved-131', 'approved-144'],
    ...['approved-151', 'approved-179', 'approved-184', 'approved-221'],
    ...['reviewed-19', 'reviewed-41', 'reviewed-45', 'reviewed-5'],
  ]);
});

test('each stratum gives as many as its rate says, rounded up or down by chance', () => {
  const counts = { approved: new Set<number>(), reviewed: new Set<number>() };
  for (let round = 0; round < 200; round += 1) {
    const labels = drawn({ publicNumber: `number ${round}` }).drawn;
    for (const stratum of ['approved', 'reviewed'] as const) {
      counts[stratum].add(labels.filter((label) => label.startsWith(stratum)).length);
    }
  }
  assert.deepEqual([...counts.approved], [9]);
  assert.deepEqual([...counts.reviewed].toSorted(), [4, 5]);
});

test('everybody has the published chance', () => {
  const rounds = 6000;
  const times = new Map<string, number>();
  const small = { closedOn: asked.pool.closedOn, entries: people(7, 'reviewed') };
  for (let round = 0; round < rounds; round += 1) {
    for (const label of drawn({ pool: small, publicNumber: `number ${round}` }).drawn) {
      times.set(label, (times.get(label) ?? 0) + 1);
    }
  }
  // Binomial with 6,000 rounds at 10 %: five standard deviations are 116.
  for (const { label } of small.entries) {
    assert.ok(Math.abs((times.get(label) ?? 0) - 600) < 116, `${label}: ${times.get(label)}`);
  }
});

test('the seed must be the one that was announced, long enough not to be guessed', () => {
  assert.equal(refused({ seed: `${seed}!` }), 'another-seed');
  const short = { ...plan, commitment: sha256Hex('42') };
  assert.equal(refused({ plan: short, seed: '42' }), 'seed-too-short');
});

test('plan, pool and public number come in this order', () => {
  const closed = (on: string) => ({ ...asked.pool, closedOn: date(on) });
  assert.equal(refused({ pool: closed('2027-08-01') }), 'pool-too-early');
  assert.equal(refused({ pool: closed('2027-08-02') }), 'drawn');
  assert.equal(refused({ pool: closed('2027-09-01') }), 'pool-too-late');
  const early = { ...plan, publicNumber: { ...plan.publicNumber, on: date('2027-08-02') } };
  assert.equal(refused({ plan: early }), 'number-too-early');
  assert.equal(refused({ publicNumber: ' ' }), 'no-number');
});

test('nobody stands in the pool twice, or in a stratum that was not published', () => {
  const pool = (entries: readonly PoolEntry[]) => ({ ...asked.pool, entries });
  const [first] = people(1, 'approved');
  assert.ok(first);
  assert.equal(
    refused({ pool: pool([first, { ...first, stratum: 'reviewed' }]) }),
    'twice-in-pool',
  );
  assert.equal(refused({ pool: pool(people(3, 'chosen')) }), 'unknown-stratum');
});

test('a plan has a fingerprint, strata, and rates between 0 and 100', () => {
  assert.deepEqual(checkedPlan(plan), { ok: true, value: plan });
  assert.equal(refused({ plan: { ...plan, commitment: 'later' } }), 'no-commitment');
  assert.equal(refused({ plan: { ...plan, strata: [] } }), 'no-strata');
  const [one] = plan.strata;
  assert.ok(one);
  assert.equal(refused({ plan: { ...plan, strata: [{ ...one, percent: 101 }] } }), 'not-a-rate');
  assert.equal(
    refused({ plan: { ...plan, strata: [{ ...one, percent: Number.NaN }] } }),
    'not-a-rate',
  );
});

test('a stranger who draws again from what was published finds the same people, or says so', () => {
  const record = drawn();
  assert.deepEqual(checkDraw(record), { ok: true, value: true });
  const cases: readonly Partial<AuditDraw>[] = [
    { drawn: record.drawn.slice(1) },
    { drawn: [...record.drawn.slice(1), 'approved-300x'] },
    { drawn: [...record.drawn, record.drawn[0] ?? ''] },
    { publicNumber: '8f1c2a78' },
    { pool: { ...record.pool, entries: record.pool.entries.slice(1) } },
    { plan: { ...plan, strata: plan.strata.toReversed() } },
  ];
  const answers = cases.map((change) => {
    const answer = checkDraw({ ...record, ...change });
    return answer.ok ? 'same' : answer.refusal.kind;
  });
  // The order of the strata changes nothing: each is its own draw.
  assert.deepEqual(answers, [...Array.from({ length: 5 }, () => 'other-people'), 'same']);
});

test('whatever the rates and the pool, nobody is drawn twice or from outside, and 0 % draws nobody', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 }),
      fc.nat(40),
      fc.nat(40),
      fc.string(),
      (percent, first, second, number) => {
        const record = drawn({
          plan: {
            ...plan,
            strata: [
              { id: 'a', title: 'a', percent },
              { id: 'b', title: 'b', percent: 0 },
            ],
          },
          pool: { ...asked.pool, entries: [...people(first, 'a'), ...people(second, 'b')] },
          publicNumber: `.${number}`,
        });
        const share = (first * percent) / 100;
        assert.ok([Math.floor(share), Math.ceil(share)].includes(record.drawn.length));
        assert.equal(new Set(record.drawn).size, record.drawn.length);
        assert.ok(record.drawn.every((label) => label.startsWith('a-')));
      },
    ),
  );
});
