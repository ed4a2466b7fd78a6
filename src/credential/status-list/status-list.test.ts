import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { fromBase64url, toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import { member, textMember } from '../../kernel/bytes/json-members.ts';
import { statusPlaces } from './allocation.ts';
import { bitstring, decodeBitstring, encodeBitstring, isSet, STATUS_PLACES } from './bitstring.ts';
import { statusCredential } from './status-credential.ts';

const gunzip = (bytes: Uint8Array, mostBytes: number): Uint8Array =>
  gunzipSync(bytes, { maxOutputLength: mostBytes });

test('bit 0 is the left-most bit of the first byte', () => {
  // Where a byte 0xC0 was read as places 6 and 7, the wrong two people were revoked.
  const bits = bitstring([0, 1]);
  assert.equal(bits[0], 0xc0);
  assert.deepEqual(
    [0, 1, 2, 6, 7].map((place) => isSet(bits, place)),
    [true, true, false, false, false],
  );
  assert.equal(isSet(Uint8Array.of(0, 0x01), 15), true);
});

test('the standard’s example of an empty list of 131,072 places decodes to zeros', async () => {
  // W3C Bitstring Status List 1.0, example 4: the encoded list of its status list credential.
  const example = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA';
  const bits = await decodeBitstring(example, gunzip);
  assert.ok(bits.ok);
  assert.equal(bits.value.length * 8, STATUS_PLACES);
  assert.ok(bits.value.every((byte) => byte === 0));
});

test('whoever is revoked reads as revoked, and nobody else, wherever they are on the list', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(STATUS_PLACES - 1), { maxLength: 50 }),
      fc.array(fc.nat(STATUS_PLACES - 1), { maxLength: 50 }),
      async (revoked, others) => {
        const encoded = await encodeBitstring(bitstring(revoked), gzipSync);
        assert.match(encoded, /^u[A-Za-z0-9_-]+$/, 'base64url without padding, u in front');
        const bits = await decodeBitstring(encoded, gunzip);
        assert.ok(bits.ok);
        for (const place of [...revoked, ...others, 0, STATUS_PLACES - 1]) {
          assert.equal(isSet(bits.value, place), revoked.includes(place));
        }
      },
    ),
    { numRuns: 25 },
  );
});

test('a place that is not on the list is neither revoked nor not revoked', () => {
  const bits = bitstring([]);
  for (const place of [STATUS_PLACES, -1, 0.5, Number.NaN, 2 ** 40]) {
    assert.equal(isSet(bits, place), undefined, String(place));
    assert.throws(() => bitstring([place]), RangeError);
  }
});

test('a list that is short, bent, padded or of another alphabet is refused', async () => {
  const good = await encodeBitstring(bitstring([5]), gzipSync);
  const refused = async (encoded: string): Promise<string> => {
    const bits = await decodeBitstring(encoded, gunzip);
    return bits.ok ? 'read' : bits.refusal.kind;
  };
  assert.equal(await refused(good), 'read');
  assert.equal(await refused(good.slice(1)), 'malformed');
  assert.equal(await refused(`${good}=`), 'malformed');
  assert.equal(await refused(good.slice(0, 20)), 'malformed');
  assert.equal(await refused(`u${toBase64url(utf8('not gzip'))}`), 'malformed');
  assert.equal(await refused(''), 'malformed');
  assert.equal(await refused(await encodeBitstring(new Uint8Array(12500), gzipSync)), 'too-short');
});

test('a small list that unpacks to 64 MB is given up, not unpacked', async () => {
  const bomb = await encodeBitstring(new Uint8Array(64 * 1024 * 1024), (b) =>
    gzipSync(b, { level: 1 }),
  );
  const before = process.memoryUsage().arrayBuffers;
  const bits = await decodeBitstring(bomb, gunzip);
  assert.equal(!bits.ok && bits.refusal.kind, 'malformed');
  assert.ok(process.memoryUsage().arrayBuffers - before < 20 * 1024 * 1024);
});

test('the list is a document of the issuer with a last day', async () => {
  const list = await statusCredential(
    {
      id: 'https://larkspur.example/status/r/0',
      issuer: 'did:web:larkspur.example',
      bits: bitstring([7]),
      validFrom: '2026-06-01T00:00:00Z',
      validUntil: '2026-06-08T00:00:00Z',
    },
    gzipSync,
  );
  const encoded = textMember(member(list, 'credentialSubject'), 'encodedList') ?? '';
  assert.equal(gunzipSync(fromBase64url(encoded.slice(1)))[0], 0x01);
  assert.equal(textMember(list, 'validUntil'), '2026-06-08T00:00:00Z');
});

const placeOf = statusPlaces(new Uint8Array(32).fill(3));

test('every place of a list is dealt exactly once', () => {
  const dealt = new Uint8Array(STATUS_PLACES);
  for (let sequence = 0; sequence < STATUS_PLACES; sequence += 1) {
    const { list, index } = placeOf(sequence);
    assert.equal(list, 0);
    dealt[index]! += 1;
  }
  assert.ok(dealt.every((times) => times === 1));
});

test('the next list is dealt in another order, and another key deals another one', () => {
  const other = statusPlaces(new Uint8Array(32).fill(4));
  const order = (first: number, under = placeOf): number[] =>
    Array.from({ length: 100 }, (_, number) => under(first + number).index);
  assert.equal(placeOf(STATUS_PLACES).list, 1);
  assert.notDeepEqual(order(0), order(STATUS_PLACES));
  assert.notDeepEqual(order(0), order(0, other));
  assert.deepEqual(order(0), order(0, statusPlaces(new Uint8Array(32).fill(3))));
});

test('places dealt one after another are spread over the whole list', () => {
  // 1,600 places over 16 equal parts: 100 each if the order tells nothing. Chi-squared with 15 degrees, 0.1 % point 37.7.
  const parts = new Array<number>(16).fill(0);
  let rising = 0;
  for (let sequence = 0; sequence < 1600; sequence += 1) {
    const { index } = placeOf(sequence);
    parts[Math.floor((index * 16) / STATUS_PLACES)]! += 1;
    rising += index > placeOf(sequence + 1).index ? 0 : 1;
  }
  const chiSquared = parts.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
  assert.ok(chiSquared < 37.7, `chi-squared ${chiSquared}`);
  assert.ok(Math.abs(rising - 800) < 80, `${rising} of 1600 rise`);
});

test('a place for half a credential, or under a short key, is our own mistake', () => {
  for (const sequence of [-1, 0.5, Number.NaN]) {
    assert.throws(() => placeOf(sequence), RangeError);
  }
  assert.throws(() => statusPlaces(new Uint8Array(16)), RangeError);
});
