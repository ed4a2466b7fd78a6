import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { noSoftToken, PIN, type SoftToken, softToken } from '../../../tests/support/soft-token.ts';
import { openKeys } from './keys.ts';
import { type Attribute, CK, type Cryptoki, type Handle, loadModule } from './pkcs11.ts';
import { checkEd25519 } from './signatures.ts';
import { openToken, type TokenPlace } from './token.ts';
import { tokenIn } from './token-place.ts';

const message = new Uint8Array(64).fill(3);

describe('a key in a token', { skip: noSoftToken }, () => {
  let soft: SoftToken;
  let place: TokenPlace;
  before(() => {
    soft = softToken();
    place = soft.place;
  });
  after(() => soft.close());

  /** The real module, with what was asked of it counted, and single answers changed. */
  function watched(other: Partial<Cryptoki> = {}) {
    const asked: string[] = [];
    const load = (file: string): Cryptoki => {
      const module = loadModule(file);
      return new Proxy(module, {
        get: (_, name: keyof Cryptoki) => {
          const real = other[name] ?? module[name].bind(module);
          return (...args: readonly unknown[]) => {
            asked.push(name);
            return (real as (...all: readonly unknown[]) => unknown)(...args);
          };
        },
      });
    };
    return { load, times: (name: keyof Cryptoki) => asked.filter((one) => one === name).length };
  }
  const gone = (code: number): (() => never) => {
    return () => {
      throw Object.assign(new Error('CKR'), { code });
    };
  };
  /** Something other people put into the token, by the plain interface. */
  function inToken<Value>(work: (module: Cryptoki, session: Handle) => Value): Value {
    const module = loadModule(place.module);
    const slot = module
      .C_GetSlotList(true)
      .find((one) => module.C_GetTokenInfo(one).label.trim() === place.token);
    assert.ok(slot);
    const session = module.C_OpenSession(slot, CK.serialSession | CK.writingSession);
    try {
      module.C_Login(session, CK.user, PIN);
    } catch {
      // Logged in already: a login is the whole program's.
    }
    try {
      return work(module, session);
    } finally {
      module.C_CloseSession(session);
    }
  }
  const { attribute } = CK;
  const loose: readonly Attribute[] = [
    { type: attribute.sensitive, value: false },
    { type: attribute.extractable, value: true },
  ];
  const kept: readonly Attribute[] = [
    { type: attribute.sensitive, value: true },
    { type: attribute.extractable, value: false },
  ];
  const put = (label: string, kind: number, curve: string, changed = kept) =>
    inToken((module, session) => {
      const both = [
        { type: attribute.token, value: true },
        { type: attribute.label, value: label },
        { type: attribute.id, value: randomBytes(8) },
      ];
      return module.C_GenerateKeyPair(
        session,
        { mechanism: kind, parameter: null },
        [...both, { type: attribute.ecParameters, value: Buffer.from(curve, 'hex') }],
        [
          ...both,
          { type: attribute.sign, value: true },
          { type: attribute.private, value: true },
          ...changed,
        ],
      );
    });

  test('signs, also after another start, and no two keys are alike', async () => {
    const token = openToken(place);
    const [one, two] = [token.make('one'), token.make('two')];
    assert.notDeepEqual(one, two);
    for (const at of [token, openToken(place)]) {
      assert.ok(checkEd25519(one, message, await at.sign('one', one, message)));
      assert.ok(checkEd25519(two, message, await at.sign('two', two, message)));
      assert.ok(!checkEd25519(one, message, await at.sign('two', two, message)));
      assert.deepEqual(at.publicKeyOf('two'), two);
    }
  });

  test('cannot be taken out of it', () => {
    openToken(place).make('kept');
    inToken((module, session) => {
      module.C_FindObjectsInit(session, [
        { type: attribute.class, value: CK.class.privateKey },
        { type: attribute.label, value: 'kept' },
      ]);
      const [key] = module.C_FindObjects(session, 2);
      module.C_FindObjectsFinal(session);
      assert.ok(key);
      // CKA_VALUE; CKA_NEVER_EXTRACTABLE, CKA_ALWAYS_SENSITIVE.
      assert.throws(() => module.C_GetAttributeValue(session, key, [{ type: 0x11 }]), /SENSITIVE/);
      const [never, always] = module.C_GetAttributeValue(session, key, [
        { type: 0x1_64 },
        { type: 0x1_65 },
      ]);
      assert.deepEqual([never?.value[0], always?.value[0]], [1, 1]);
    });
  });

  test('signs for many at the same moment, each its own message, in one session', async () => {
    const { load, times } = watched();
    const token = openToken(place, load);
    const key = token.make('many');
    const messages = Array.from({ length: 200 }, (_, place) => Buffer.from(`message ${place}`));
    const before = times('C_OpenSession');
    const signed = await Promise.all(messages.map((each) => token.sign('many', key, each)));
    assert.ok(signed.every((each, place) => checkEd25519(key, messages[place] ?? message, each)));
    assert.ok(times('C_OpenSession') - before <= 1);
  });

  test('signs again in a new session where the old one was closed, or the module ended', async () => {
    const { load, times } = watched();
    const token = openToken(place, load);
    const key = token.make('again');
    await token.sign('again', key, message);
    const module = loadModule(place.module);
    const closeAll = (): void => {
      for (const slot of module.C_GetSlotList(true)) {
        module.C_CloseAllSessions(slot);
      }
    };
    for (const lose of [closeAll, () => module.C_Finalize()]) {
      const before = times('C_OpenSession');
      lose();
      assert.ok(checkEd25519(key, message, await token.sign('again', key, message)));
      assert.equal(times('C_OpenSession') - before, 1);
    }
  });

  test('that is lost again at once signs nothing, is told of, and is asked anew next time', async () => {
    const made = openToken(place).make('lost');
    const { load, times } = watched({ C_SignInit: gone(0xb3) });
    const token = openToken(place, load);
    for (const opened of [2, 4]) {
      await assert.rejects(token.sign('lost', made, message), /closed its session twice/);
      assert.equal(times('C_OpenSession'), opened);
    }
  });

  test('is refused in plain words where the module, the token or the key is not there', async () => {
    const key = openToken(place).make('there');
    const refused = (other: Partial<TokenPlace>, label: string, words: RegExp, listed = key) =>
      assert.rejects(openToken({ ...place, ...other }).sign(label, listed, message), words);
    await refused({ module: '/nowhere/module.so' }, 'there', /MODULE is \/nowhere.*is not there/);
    await refused({ token: 'Other' }, 'there', /No token is called “Other”. There is “Larkspur/);
    await refused({}, 'away', /holds no key called “away”/);
    await refused({}, 'there', /another than the one that is listed/, new Uint8Array(32));
    assert.throws(() => openToken(place).publicKeyOf('away'), /holds no key called “away”/);
    assert.throws(() => openToken(place).make('there'), /holds a key called “there” already/);
  });

  test('is not opened by a wrong PIN, which is tried once; a mended one is', async () => {
    const key = openToken(place).make('locked');
    // A login is the whole program's: end what other tests have open.
    loadModule(place.module).C_Finalize();
    const { load, times } = watched();
    let pin = '0000-test';
    const token = openToken({ ...place, pin: () => pin }, load);
    for (let time = 0; time < 4; time += 1) {
      await assert.rejects(token.sign('locked', key, message), (cause: Error) => {
        assert.match(cause.message, /The PIN .* is wrong.*not tried again/);
        assert.ok(![cause.stack, String(cause.cause)].some((text) => text?.includes(pin)));
        return true;
      });
    }
    assert.equal(times('C_Login'), 1);
    pin = PIN;
    assert.ok(checkEd25519(key, message, await token.sign('locked', key, message)));
  });

  test('is not risked: where one wrong PIN more would lock the token, none is tried', async () => {
    for (const [flags, words] of [
      [CK.flags.finalTry, /one more PIN before it locks/],
      [CK.flags.locked, /is locked after wrong PINs/],
    ] as const) {
      const info = () => ({ label: place.token.padEnd(32), flags });
      const oneSlot = () => loadModule(place.module).C_GetSlotList(true).slice(0, 1);
      const { load, times } = watched({ C_GetTokenInfo: info, C_GetSlotList: oneSlot });
      await assert.rejects(openToken(place, load).sign('one', message, message), words);
      assert.equal(times('C_Login'), 0);
    }
  });

  test('is refused where it could be taken out, is of another kind, or has a name that others have', async () => {
    const ed25519 = '06032b6570';
    put('loose', CK.mechanism.makeEdwards, ed25519, loose);
    put('p-256', 0x1040, '06082a8648ce3d030107');
    put('ed448', CK.mechanism.makeEdwards, '06032b6571');
    put('good', CK.mechanism.makeEdwards, ed25519);
    const token = openToken(place);
    assert.throws(() => token.publicKeyOf('loose'), /“loose” can be taken out of its token/);
    assert.throws(() => token.publicKeyOf('p-256'), /“p-256” .*is not an Ed25519 key/);
    assert.throws(() => token.publicKeyOf('ed448'), /“ed448” .*is not an Ed25519 key/);
    const good = token.publicKeyOf('good');
    put('good', CK.mechanism.makeEdwards, ed25519);
    assert.throws(() => token.publicKeyOf('good'), /several keys called “good”/);
    assert.ok(checkEd25519(good, message, await token.sign('good', good, message)));
  });

  test('does not sign where it could be taken out, also once it is listed', async () => {
    put('later', CK.mechanism.makeEdwards, '06032b6570', loose);
    const listed = inToken((module, session) => {
      module.C_FindObjectsInit(session, [
        { type: attribute.class, value: CK.class.publicKey },
        { type: attribute.label, value: 'later' },
      ]);
      const [key] = module.C_FindObjects(session, 1);
      module.C_FindObjectsFinal(session);
      assert.ok(key);
      return module.C_GetAttributeValue(session, key, [{ type: attribute.ecPoint }])[0]?.value;
    });
    const publicKey = new Uint8Array(listed?.subarray(2) ?? []);
    await assert.rejects(openToken(place).sign('later', publicKey, message), /can be taken out/);
  });

  test('is where the first keys of an installation lie, if it was told of a token before its first start', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-in-token-'));
    try {
      const { issuer } = openKeys(folder, undefined, place);
      assert.equal(issuer.all().length, 2);
      for (const { fragment, publicKey, token } of issuer.all()) {
        assert.deepEqual(token, { token: place.token, key: `test ${fragment}` });
        const again = openKeys(folder, undefined, place).issuer;
        assert.ok(checkEd25519(publicKey, message, await again.signer(fragment).sign(message)));
        const without = openKeys(folder).issuer.signer(fragment);
        await assert.rejects(without.sign(message), /lies in the token .*told of no token/);
      }
      // Cut off before the list was written: the keys that were made are taken, and no others are made beside them.
      const listed = issuer.all().map(({ publicKey }) => publicKey);
      rmSync(path.join(folder, 'issuer-keys.json'));
      const resumed = openKeys(folder, undefined, place).issuer.all();
      assert.deepEqual(
        resumed.map(({ publicKey }) => publicKey),
        listed,
      );
      const pems = readdirSync(folder).filter((file) => file.endsWith('.pem'));
      assert.deepEqual(pems, ['log.pem']);
      const list = readFileSync(path.join(folder, 'issuer-keys.json'), 'utf8');
      assert.ok(!list.includes(PIN));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('what an installation is told of its token', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-pin-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const told = { EVENHAND_PKCS11_MODULE: '/m.so', EVENHAND_PKCS11_TOKEN: 'T' };

  test('is nothing, or all of it', () => {
    assert.equal(tokenIn({}), undefined);
    assert.throws(() => tokenIn({ EVENHAND_PKCS11_TOKEN: 'T' }), /PKCS11_MODULE .*is missing/);
    assert.throws(() => tokenIn({ EVENHAND_PKCS11_MODULE: '/m' }), /PKCS11_TOKEN .*is missing/);
    assert.equal(tokenIn(told)?.keys, 'evenhand');
    assert.throws(() => tokenIn(told)?.pin(), /PIN of the token is missing/);
  });

  test('has its PIN from a variable or a file, which is read anew each time', () => {
    assert.equal(tokenIn({ ...told, EVENHAND_PKCS11_PIN: '12' })?.pin(), '12');
    const file = path.join(folder, 'pin');
    const place = tokenIn({ ...told, EVENHAND_PKCS11_PIN: '12', EVENHAND_PKCS11_PIN_FILE: file });
    assert.throws(() => place?.pin(), /PIN_FILE is .*cannot be read/);
    writeFileSync(file, '\n');
    assert.throws(() => place?.pin(), /which is empty/);
    writeFileSync(file, '34\n');
    assert.equal(place?.pin(), '34');
  });
});
