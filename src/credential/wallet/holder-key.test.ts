import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holderKeyOfDid, holderKeyOfJwk } from './holder-key.ts';

/** From the did:key method and the did:jwk method, where both are given as examples. */
const ED25519 = 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';
const P256 = 'zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169';
const DID_JWK =
  'did:jwk:eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6ImFjYklRaXVNczNpOF91c3pFakoydHBUdFJNNEVVM3l6OTFQSDZDZEgyVjAiLCJ5IjoiX0tjeUxqOXZXTXB0bm1LdG00NkdxRHo4d2Y3NEk1TEtncmwyR3pIM25TRSJ9';

test('a key is read from did:key, on both curves, and only under its own fragment', () => {
  const ed = holderKeyOfDid(`did:key:${ED25519}#${ED25519}`);
  assert.deepEqual(ed?.jwk, {
    kty: 'OKP',
    crv: 'Ed25519',
    x: 'Lm_M42cB3HkUiODQsXRcweM6TByfzEHGO9ND274JcOY',
  });
  assert.equal(ed?.did, `did:key:${ED25519}`);
  const ec = holderKeyOfDid(`did:key:${P256}`);
  assert.equal(ec?.jwk.crv, 'P-256');
  assert.equal(holderKeyOfDid(`did:key:${ED25519}#${P256}`), undefined);
});

test('a key is read from did:jwk, and its name stays as it was written', () => {
  const key = holderKeyOfDid(`${DID_JWK}#0`);
  assert.equal(key?.did, DID_JWK);
  assert.equal(
    key?.jwk.kty === 'EC' ? key.jwk.y : '',
    '_KcyLj9vWMptnmKtm46GqDz8wf74I5LKgrl2GzH3nSE',
  );
  assert.equal(holderKeyOfDid(`${DID_JWK}#1`), undefined);
});

test('a bare key gets the same name whatever order and whatever more it was written with', () => {
  const [x, y] = [
    'acbIQiuMs3i8_uszEjJ2tpTtRM4EU3yz91PH6CdH2V0',
    '_KcyLj9vWMptnmKtm46GqDz8wf74I5LKgrl2GzH3nSE',
  ];
  const one = holderKeyOfJwk({ kty: 'EC', crv: 'P-256', x, y });
  const other = holderKeyOfJwk({ y, x, use: 'sig', kid: 'k', crv: 'P-256', kty: 'EC' });
  assert.equal(one?.did, DID_JWK);
  assert.deepEqual(other, one);
});

test('what is no public key of these kinds is none', () => {
  const x = 'acbIQiuMs3i8_uszEjJ2tpTtRM4EU3yz91PH6CdH2V0';
  for (const given of [
    ...[null, 'jwk', [], {}, { kty: 'OKP', crv: 'X25519', x }, { kty: 'EC', crv: 'P-256', x }],
    { kty: 'OKP', crv: 'Ed25519', x: `${x}AA` },
    { kty: 'OKP', crv: 'Ed25519', x: 'not base64!' },
    { kty: 'OKP', crv: 'Ed25519', x, d: x },
    { kty: 'RSA', n: x, e: 'AQAB' },
  ]) {
    assert.equal(holderKeyOfJwk(given), undefined, JSON.stringify(given));
  }
  for (const address of [
    ...['', 'did:web:example.org', 'did:key:', 'did:key:z', `did:key:${ED25519}:x`],
    ...['did:jwk:e30#0', 'did:jwk:!!!', `did:key:${P256.slice(0, -1)}`, `${DID_JWK}#0#0`],
    `did:key:z${'1'.repeat(2000)}`,
  ]) {
    assert.equal(holderKeyOfDid(address), undefined, address);
  }
});
