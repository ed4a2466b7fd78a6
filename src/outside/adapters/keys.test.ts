import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { generateKeyPairSync, verify } from 'node:crypto';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { ed25519 } from '@noble/curves/ed25519.js';
import { openKeys } from './keys.ts';
import { checkEd25519, gunzipBytes, gzipBytes } from './signatures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-keys-'));

describe('the keys of an installation', () => {
  after(() => rmSync(folder, { recursive: true, force: true }));
  const here = path.join(folder, 'keys');
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
  const all = (from: string): readonly string[] => {
    const keys = openKeys(from);
    const { issuer, log, vault, sealed, secret } = keys;
    const issuers = Buffer.concat(issuer.all().map(({ publicKey }) => publicKey));
    return [issuers, log.publicKey, vault, sealed].map(hex).concat(secret);
  };

  test('are made at the first start, each of its own, and the same at every start after', () => {
    const first = all(here);
    assert.equal(new Set(first).size, 5);
    assert.ok(first.every((key) => /^[0-9a-f]{64}(?:[0-9a-f]{64})?$/.test(key)));
    assert.deepEqual(all(here), first);
    const other = all(path.join(folder, 'other'));
    assert.ok(other.every((key) => !first.includes(key)));
  });

  test('lie in files that only their owner can read, and nothing is left beside them', () => {
    assert.equal(statSync(here).mode & 0o777, 0o700);
    const names = readdirSync(here);
    assert.ok(names.length >= 5);
    for (const name of names) {
      assert.match(name, /^(?:[a-z-]+|[cs]-\d{4}a)\.(?:pem|key|json)$/);
      assert.equal(statSync(path.join(here, name)).mode & 0o777, 0o600, name);
    }
  });

  test('that sign lie encrypted, under the operator’s passphrase where one is given', () => {
    const own = path.join(folder, 'own');
    const first = openKeys(own, 'a long passphrase of the operator');
    const [key] = first.issuer.all();
    assert.ok(key);
    for (const name of readdirSync(own).filter((file) => file.endsWith('.pem'))) {
      const text = readFileSync(path.join(own, name), 'utf8');
      assert.match(text, /BEGIN ENCRYPTED PRIVATE KEY/, name);
    }
    const again = openKeys(own, 'a long passphrase of the operator');
    assert.deepEqual(again.issuer.all()[0]?.publicKey, key.publicKey);
    assert.throws(
      () => openKeys(own),
      /does not open\. Give the passphrase .*EVENHAND_KEY_PASSPHRASE/s,
    );
  });

  test('that an earlier version kept in the clear keep their names, and lie encrypted from then on', async () => {
    const before = path.join(folder, 'before');
    mkdirSync(before, { recursive: true });
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const file = path.join(before, 'credentials.pem');
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    const { issuer } = openKeys(before);
    assert.deepEqual(
      issuer.all().map(({ fragment }) => fragment.replace(/\d{4}/, 'YEAR')),
      ['c-1', 's-YEARa'],
    );
    assert.match(readFileSync(file, 'utf8'), /BEGIN ENCRYPTED PRIVATE KEY/);
    const message = Buffer.from('x');
    assert.ok(verify(null, message, publicKey, await issuer.signer('c-1').sign(message)));
  });

  test('of the issuer are read again when the list of them was changed by another program', () => {
    const one = openKeys(path.join(folder, 'two'));
    const other = openKeys(path.join(folder, 'two'));
    const keys = one.issuer.all();
    other.issuer.replace(keys.map((key) => ({ ...key, expires: '2099-01-01T00:00:00Z' })));
    assert.ok(one.issuer.all().every(({ expires }) => expires === '2099-01-01T00:00:00Z'));
  });

  test('are not what lies in the file: a copy of a screen shows no key', () => {
    const keys = openKeys(here);
    const text = readFileSync(path.join(here, 'vault.key'), 'utf8');
    assert.ok(!text.includes(hex(keys.vault)));
  });

  test('are one and the same for programs that start at the same moment', async () => {
    const shared = path.join(folder, 'shared');
    const told = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = spawn(
          process.execPath,
          ['--import', 'tsx', path.join('tests', 'support', 'open-keys.ts'), shared],
          { stdio: ['ignore', 'pipe', 'inherit'] },
        );
        let text = '';
        child.stdout.on('data', (piece: Buffer) => {
          text += piece.toString();
        });
        await once(child, 'close');
        return text.trim();
      }),
    );
    assert.equal(told[0]?.split(' ').length, 5);
    assert.deepEqual(new Set(told), new Set([all(shared).join(' ')]));
  });

  test('sign so that an independent library agrees, and only what was signed', async () => {
    const { issuer, log } = openKeys(here);
    const credentials = issuer.signer(issuer.all()[0]?.fragment ?? '');
    for (const message of [
      new Uint8Array(),
      Buffer.from('a decision — é'),
      new Uint8Array(70_000),
    ]) {
      const signature = await credentials.sign(message);
      assert.equal(signature.length, 64);
      assert.ok(ed25519.verify(signature, message, credentials.publicKey));
      assert.ok(checkEd25519(credentials.publicKey, message, signature));
      assert.ok(!checkEd25519(log.publicKey, message, signature));
      assert.ok(
        !checkEd25519(
          credentials.publicKey,
          Buffer.concat([message, message, Buffer.from('x')]),
          signature,
        ),
      );
      const bent = Uint8Array.from(signature);
      bent[5] = (bent[5] ?? 0) ^ 1;
      assert.ok(!checkEd25519(credentials.publicKey, message, bent));
    }
  });
});

describe('signatures and packing', () => {
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
  test('agree with the standard’s own examples (RFC 8032, section 7.1, tests 1 to 3)', () => {
    const examples = [
      [
        'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
        '',
        'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
      ],
      [
        '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
        '72',
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
      ],
      [
        'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
        'af82',
        '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
      ],
    ] as const;
    for (const [key, message, signature] of examples) {
      assert.ok(checkEd25519(bytes(key), bytes(message), bytes(signature)));
      assert.ok(!checkEd25519(bytes(key), bytes(`${message}00`), bytes(signature)));
    }
  });
  test('what is packed comes back, and what would unpack past its bound is refused', async () => {
    const plain = new Uint8Array(16_384).fill(7);
    const packed = await gzipBytes(plain);
    assert.deepEqual(await gunzipBytes(packed, 16_384), plain);
    await assert.rejects(async () => await gunzipBytes(packed, 16_383));
    await assert.rejects(
      async () => await gunzipBytes(packed.subarray(0, packed.length - 9), 16_384),
    );
    await assert.rejects(async () => await gunzipBytes(plain, 16_384));
  });
});
