import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { drawnAgainstPool } from './drawn-against-pool.ts';
import { drawnFromTickets, type TicketHolder } from './drawn-from-tickets.ts';

interface Answer {
  readonly expected: number;
  readonly asFew: number;
  readonly asMany: number;
  readonly twoSided: number;
}
const reference = JSON.parse(
  readFileSync('reference/fairness/drawn-against-chance.json', 'utf8'),
) as Readonly<Record<'strata' | 'lieutenants' | 'tickets' | 'twice', Answer>>;

function agrees(answer: ReturnType<typeof drawnFromTickets>, with_: Answer): void {
  assert.ok(answer.ok);
  for (const name of ['expected', 'asFew', 'asMany', 'twoSided'] as const) {
    const [one, other] = [answer.value[name], with_[name]];
    assert.ok(Math.abs(one - other) < 1e-9, `${name}: ${one} is not ${other}`);
  }
}

const TICKETS = 'ADE ADF BDE BEF CDF CEF ABC ABD BCE ACF'.split(' ');
/** Everybody on these tickets; the group is A, B and C. */
const poolOf = (tickets: readonly string[], won: string): readonly TicketHolder[] =>
  [...new Set(tickets.join(''))].map((name) => ({
    inGroup: 'ABC'.includes(name),
    drawn: won.includes(name),
    tickets: tickets.flatMap((ticket, place) => (ticket.includes(name) ? [place + 1] : [])),
  }));
const draw = (won: string, tickets = TICKETS) => ({
  tickets: tickets.length,
  pool: poolOf(tickets, won),
});

test('strata of different rates agree with R', () => {
  const strata = [
    { groupInPool: 8, othersInPool: 52, groupDrawn: 0, othersDrawn: 12 },
    { groupInPool: 6, othersInPool: 34, groupDrawn: 1, othersDrawn: 19 },
  ];
  agrees(drawnAgainstPool(strata), reference.strata);
  const lieutenants = { groupInPool: 19, othersInPool: 43, groupDrawn: 6, othersDrawn: 25 };
  agrees(drawnAgainstPool([lieutenants]), reference.lieutenants);
});

test('a panel is held against the tickets that could have come up, several panels against all of them', () => {
  agrees(drawnFromTickets([draw('ABC')]), reference.tickets);
  agrees(drawnFromTickets([draw('ABC'), draw('CDF')]), reference.twice);
});

test('where every panel is a ticket, it is the exact test of equal chances', () => {
  const people = 'ABCDEFG'.split('');
  const panels = people.flatMap((one, first) =>
    people.slice(first + 1).map((other) => `${one}${other}`),
  );
  const equal = drawnAgainstPool([
    { groupInPool: 3, othersInPool: 4, groupDrawn: 2, othersDrawn: 0 },
  ]);
  assert.ok(equal.ok);
  agrees(drawnFromTickets([draw('AB', panels)]), equal.value);
});

test('somebody whom quotas put on most tickets is not called picked out', () => {
  // A alone has the attribute of which the quota wants one: on every ticket but one.
  const tickets = ['AD', 'AE', 'AF', 'AG', 'DE', 'AH', 'AI', 'AJ', 'AK', 'AL'];
  const one = drawnFromTickets(
    Array.from({ length: 5 }, () => ({
      tickets: tickets.length,
      pool: poolOf(tickets, 'AD'),
    })),
  );
  assert.ok(one.ok);
  assert.ok(one.value.asMany > 0.5);
  const asIfEqual = drawnAgainstPool(
    Array.from({ length: 5 }, () => ({
      ...{ groupInPool: 1, othersInPool: 9, groupDrawn: 1, othersDrawn: 1 },
    })),
  );
  assert.ok(asIfEqual.ok && asIfEqual.value.asMany < 0.001);
});

test('draws that could not have come out otherwise, and tickets that are not there, are refused', () => {
  const kindOf = (answer: ReturnType<typeof drawnFromTickets>): string =>
    answer.ok ? '' : answer.refusal.kind;
  assert.equal(kindOf(drawnFromTickets([draw('AD', ['AD', 'AE'])])), 'undefined');
  assert.equal(kindOf(drawnFromTickets([])), 'undefined');
  const pool = [{ inGroup: true, drawn: true, tickets: [3] }];
  assert.equal(kindOf(drawnFromTickets([{ tickets: 2, pool }])), 'not-counts');
});
