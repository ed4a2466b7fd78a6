import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { LOG } from '../../../tests/support/small-log.ts';
import { noteKey, writeNoteKey } from '../../ledger/checkpoint/note.ts';
import { witnessAt, witnessesIn } from './witness-client.ts';

const key = noteKey('w.example/1', LOG.key.publicKey, 'cosignature');
const KEY = writeNoteKey(key);

test('the setting names keys and addresses', () => {
  assert.deepEqual(witnessesIn(''), []);
  const read = witnessesIn(`${KEY} https://w.example/1/,\n ${KEY}  http://127.0.0.1:8090 `);
  assert.deepEqual(
    read.map((one) => [one.key.name, one.address]),
    [
      ['w.example/1', 'https://w.example/1'],
      ['w.example/1', 'http://127.0.0.1:8090'],
    ],
  );
});

test('a setting that cannot be read says which part of it, and how it is written', () => {
  for (const [setting, says] of [
    ['nonsense', /not a key.*"nonsense".*KEY ADDRESS/],
    [KEY, /no address/],
    [`${KEY} w.example`, /no address/],
    [`${writeNoteKey(LOG.key)} https://w.example`, /not the key of a witness/],
  ] as const) {
    assert.throws(() => witnessesIn(setting), says);
  }
});

test('a witness that sends without end, or sends us elsewhere, is not listened to', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/elsewhere/add-checkpoint') {
      response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end();
      return;
    }
    response.writeHead(200);
    const timer = setInterval(() => response.write('x'.repeat(5000)), 1);
    response.on('close', () => clearInterval(timer));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await assert.rejects(witnessAt({ key, address }).ask('x'), /more than 16384 bytes/);
  await assert.rejects(witnessAt({ key, address: `${address}/elsewhere` }).ask('x'));
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});
