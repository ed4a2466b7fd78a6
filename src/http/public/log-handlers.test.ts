import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Desk, openDesk } from '../../../tests/support/desk.ts';
import { line } from '../../../tests/support/small-log.ts';
import { fromUtf8 } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { checkEd25519 } from '../../ledger/checkpoint/ed25519.ts';
import { checkReceipt } from '../../ledger/checkpoint/receipt.ts';
import { leafHash } from '../../ledger/merkle/hash.ts';
import { codeOf } from '../../storage/tables/rows.ts';
import { guestFrame } from '../../web/parts/page-frame/examples.tsx';
import { recordInLog } from '../../workflow/publish/record-in-log.ts';
import { faultPage } from '../server/problem-pages.ts';

const WORKER = { rights: 'worker', person: undefined } as const;

describe('the log as anybody reads it', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());

  const append = (number: number): Promise<number> =>
    desk.world.records.as(WORKER, ({ log }) =>
      log.append({
        commitment: fromUtf8(line(number)),
        leafHash: leafHash(line(number)),
        salt: new Uint8Array(32),
        plain: {},
        matter: undefined,
        credential: undefined,
      }),
    );

  test('tiles may be kept for good by anybody in between, the head and the key for a moment', async () => {
    await append(0);
    assert.ok((await desk.app.log.publish()).ok);
    const anybody = desk.stranger();
    for (const [address, cache] of [
      ['/log/checkpoint', /^public, max-age=5, must-revalidate$/],
      ['/log/key', /^public, max-age=5, must-revalidate$/],
      ['/log/tile/entries/000.p/1', /^public, max-age=31536000, immutable$/],
      ['/log/tile/0/000.p/1', /^public, max-age=31536000, immutable$/],
    ] as const) {
      const found = await anybody.see(address);
      assert.equal(found.status, 200, address);
      assert.match(String(found.headers['cache-control']), cache, address);
      assert.equal(found.headers['access-control-allow-origin'], '*');
      assert.equal(found.headers['set-cookie'], undefined, 'nothing in it is anybody’s own');
    }
    const missing = await anybody.see('/log/tile/0/001');
    assert.equal(missing.status, 404);
    assert.doesNotMatch(String(missing.headers['cache-control']), /immutable/);
    assert.match((await anybody.see('/log')).words, /1 entry as of/);
  });

  test('beside each credential lies the proof that its line is in the signed log, for whoever has its address', async () => {
    const anybody = desk.stranger();
    const award = async (label: string, outcome: Json, kind = 'award'): Promise<void> => {
      await desk.world.records.as(WORKER, (records) =>
        recordInLog(
          records,
          desk.world.chance,
          {
            kind,
            program: 'larkspur-care',
            rules: '2026-01-01',
            decidedOn: date('2026-03-04'),
            label,
            outcome,
          },
          { credential: label },
        ),
      );
    };
    const [first, second, third] = ['A'.repeat(22), 'B'.repeat(22), 'D'.repeat(22)];
    await award(first, { validUntil: '2031-03-04' });
    await award(second, { validUntil: '2031-03-04', why: 'name-change' }, 'copy');
    await award(third, { validUntil: '2031-03-04', digest: 'ab' }, 'copy');
    await award(first, { reason: 'fraud' }, 'revocation');
    assert.match((await anybody.see(`/c/${first}/proof`)).words, /ready within a minute/);
    await desk.app.log.publish();
    const served = await anybody.see(`/c/${first}/proof`);
    assert.equal(served.status, 200);
    assert.match(served.text, /^c2sp\.org\/tlog-proof@v1\nextra /);
    const checked = await checkReceipt(served.text, desk.app.log.key, checkEd25519);
    assert.ok(checked.ok, JSON.stringify(checked));
    assert.equal(checked.value.entry?.kind, 'award');
    assert.deepEqual(
      [checked.value.opening?.matter, checked.value.opening?.outcome],
      [first, { validUntil: '2031-03-04' }],
    );
    const bare = await anybody.see(`/c/${second}/proof`);
    const copy = await checkReceipt(bare.text, desk.app.log.key, checkEd25519);
    assert.ok(copy.ok);
    assert.equal(copy.value.opening, undefined, 'why a copy was signed is told to nobody');
    assert.doesNotMatch(
      Buffer.from(/extra (\S+)/.exec(bare.text)?.[1] ?? '', 'base64').toString(),
      /name-change|salt/,
    );
    const another = await checkReceipt(
      (await anybody.see(`/c/${third}/proof`)).text,
      desk.app.log.key,
      checkEd25519,
    );
    assert.equal(another.ok && another.value.opening?.matter, third);
    assert.equal((await anybody.see(`/c/${'C'.repeat(22)}/proof`)).status, 404);
    await assert.rejects(
      desk.world.records.as({ rights: 'public', person: undefined }, ({ log }) =>
        log.openingOfCredential(first),
      ),
      (cause) => codeOf(cause) === '42501',
      'no other salt is to be had without a name',
    );
  });

  test('while the log is held the page says why, and what was published stays readable', async () => {
    await desk.world.records.as(WORKER, ({ log }) => log.hold('the database holds 3 lines'));
    const anybody = desk.stranger();
    const { status, words } = await anybody.see('/log');
    assert.equal(status, 200);
    assert.match(words, /does not fit what was published .*The database holds 3 lines\./);
    assert.equal((await anybody.see('/log/checkpoint')).status, 200);
    const cause = await append(1).catch((thrown: unknown) => thrown);
    const told = faultPage(
      guestFrame,
      cause,
      { fault: () => assert.fail('no fault of ours') },
      '/',
    );
    assert.equal(told.kind === 'page' && told.status, 503);
    assert.match(told.kind === 'page' ? told.html : '', /Nothing can be decided at the moment/);
    await desk.world.records.as(WORKER, ({ log }) => log.endHold());
    assert.doesNotMatch((await anybody.see('/log')).words, /holds 3 lines/);
  });
});
