import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { systemChance } from './chance.ts';
import { argonPassphrases } from './passphrases.ts';
import { vaultWith } from './vault.ts';

describe('the vault', () => {
  const vault = vaultWith(randomBytes(32));

  test('gives back what it sealed, in any script and of any length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (plain, about) => {
          assert.equal(vault.open(vault.seal(plain, about), about), plain);
        },
      ),
    );
  });

  test('never seals the same thing twice alike', () => {
    const seals = Array.from({ length: 200 }, () =>
      Buffer.from(vault.seal('a', 'item')).toString('hex'),
    );
    assert.equal(new Set(seals).size, 200);
    assert.ok(!Buffer.from(vault.seal('the key is B', 'item')).includes('the key'));
  });

  test('opens nothing that was changed, cut or added to, at any place', () => {
    const sealed = vault.seal('the key is B', 'item 1');
    for (let at = 0; at < sealed.length; at += 1) {
      const bent = Uint8Array.from(sealed);
      bent[at] = (bent[at] ?? 0) ^ 1;
      assert.throws(() => vault.open(bent, 'item 1'), `byte ${at}`);
      assert.throws(() => vault.open(sealed.subarray(0, at), 'item 1'), `${at} bytes`);
    }
    assert.throws(() => vault.open(Buffer.concat([sealed, Buffer.from([0])]), 'item 1'));
  });

  test('opens nothing as something else, and nothing with another key', () => {
    const sealed = vault.seal('the key is B', 'item 1');
    assert.throws(() => vault.open(sealed, 'item 2'));
    assert.throws(() => vault.open(sealed, ''));
    assert.throws(() => vaultWith(randomBytes(32)).open(sealed, 'item 1'));
  });
});

describe('passphrases', () => {
  const { hash, matches } = argonPassphrases;

  test('are kept as argon2id at the published cost, each with its own salt', async () => {
    const [one, two] = [await hash('correct horse battery'), await hash('correct horse battery')];
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.notEqual(one, two);
    assert.ok(!one.includes('horse'));
  });

  test('match themselves and nothing near them', async () => {
    const kept = await hash('correct horse battery');
    assert.ok(await matches(kept, 'correct horse battery'));
    for (const wrong of ['Correct horse battery', 'correct horse battery ', 'correct horse', '']) {
      assert.equal(await matches(kept, wrong), false, wrong);
    }
  });

  test('match however a keyboard composes the same letters, and at any length', async () => {
    for (const [typed, again] of [
      ['Über den Wolken 12', 'U\u0308ber den Wolken 12'],
      ['ﬁne ｗｉｄｅ letters', 'fine wide letters'],
      ['passphrase \u{1f98a} 狐', 'passphrase \u{1f98a} 狐'],
      ['x'.repeat(1000), 'x'.repeat(1000)],
    ] as const) {
      assert.ok(await matches(await hash(typed), again), typed);
    }
    assert.equal(await matches(await hash('x'.repeat(1000)), 'x'.repeat(999)), false);
  });

  test('of an account without one match nothing', async () => {
    for (const kept of ['', 'no passphrase', '*']) {
      assert.equal(await matches(kept, kept), false);
    }
  });
});

describe('chance', () => {
  const chance = systemChance();

  test('gives as many bytes as asked, not the same twice', () => {
    for (const count of [0, 1, 16, 32]) {
      assert.equal(chance.bytes(count).length, count);
    }
    const drawn = Array.from({ length: 500 }, () => Buffer.from(chance.bytes(16)).toString('hex'));
    assert.equal(new Set(drawn).size, 500);
  });

  test('gives ids of pure chance (version 4 of RFC 9562), which do not tell when they were made', () => {
    const ids = Array.from({ length: 2000 }, () => chance.uuid());
    assert.equal(new Set(ids).size, 2000);
    for (const id of ids) {
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    // Of ids that held the time, the first half of these would begin alike.
    assert.ok(new Set(ids.map((id) => id.slice(0, 4))).size > 1500);
  });
});
