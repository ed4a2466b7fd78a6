import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync, inflateSync } from 'node:zlib';
import { StatusList } from '@sd-jwt/jwt-status-list';
import { member } from '../../kernel/bytes/json-members.ts';
import { bitstring, isSet, STATUS_PLACES } from './bitstring.ts';
import { tokenList } from './token-list.ts';

const listOf = async (bits: Uint8Array): Promise<string> => {
  const body = await tokenList(
    { id: 'https://a.example/status/t/1', bits, issuedAt: 1, expiresAt: 2 },
    (bytes) => new Uint8Array(deflateSync(bytes)),
  );
  return String(member(body['status_list'], 'lst'));
};

test('the example of the standard: sixteen places, one bit each', async () => {
  // 1 0 0 1 1 1 0 1  1 1 0 0 0 1 0 1 from place 0 on are the bytes b9 a3.
  const set = [0, 3, 4, 5, 7, 8, 9, 13, 15];
  const packed = await listOf(bitstring(set, 16));
  assert.deepEqual([...inflateSync(Buffer.from(packed, 'base64url'))], [0xb9, 0xa3]);
});

test('a checker by another hand reads each place as the other list has it', async () => {
  const places = [0, 1, 7, 8, 4711, 65_535, STATUS_PLACES - 1];
  const bits = bitstring(places);
  const read = StatusList.decompressStatusList(await listOf(bits), 1);
  for (let place = 0; place < STATUS_PLACES; place += 1) {
    assert.equal(read.getStatus(place) === 1, isSet(bits, place), String(place));
  }
});
