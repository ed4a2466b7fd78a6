import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, openDesk } from '../../../tests/support/desk.ts';

describe('whoever asks too often is slowed, behind a proxy', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk('https://larkspur.example');
  });
  after(() => desk.close());

  const receiptAsked = async (headers: Readonly<Record<string, string>>): Promise<number> =>
    (
      await desk.server.inject({
        method: 'POST',
        url: '/concern/receipt',
        payload: 'receipt=x',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      })
    ).statusCode;
  const statuses = async (headersOf: (turn: number) => Readonly<Record<string, string>>) => {
    const found: number[] = [];
    for (let turn = 0; turn < 25; turn += 1) {
      found.push(await receiptAsked(headersOf(turn)));
    }
    return found;
  };

  test('an address that the sender wrote itself does not open a fresh count', async () => {
    const found = await statuses((turn) => ({ 'x-forwarded-for': `10.0.0.${turn}, 192.0.2.7` }));
    assert.deepEqual(found.slice(20), [429, 429, 429, 429, 429]);
    assert.ok(!found.slice(0, 20).includes(429));
  });

  test('nor does a session cookie that the sender made up', async () => {
    const found = await statuses((turn) => ({
      'x-forwarded-for': '192.0.2.8',
      cookie: `evenhand-session=made-up-${turn}`,
    }));
    assert.deepEqual(found.slice(20), [429, 429, 429, 429, 429]);
  });

  test('nor can addresses of credentials be tried out, and a guess finds nothing', async () => {
    const found: number[] = [];
    for (let turn = 0; turn < 125; turn += 1) {
      const { statusCode } = await desk.server.inject({
        url: `/c/${String(turn).padStart(22, 'A')}`,
        headers: { 'x-forwarded-for': '192.0.2.10' },
      });
      found.push(statusCode);
    }
    assert.deepEqual(new Set(found.slice(0, 120)), new Set([404]));
    assert.deepEqual(new Set(found.slice(120)), new Set([429]));
  });

  test('and somebody else is not slowed by it', async () => {
    assert.notEqual(await receiptAsked({ 'x-forwarded-for': '192.0.2.9' }), 429);
  });
});
