import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openKeys } from './keys.ts';
import { serviceSigner } from './remote-signer.ts';
import { checkEd25519 } from './signatures.ts';

const { privateKey, publicKey: key } = generateKeyPairSync('ed25519');
const publicKey = new Uint8Array(key.export({ type: 'spki', format: 'der' }).subarray(-32));
const message = new Uint8Array(64).fill(3);

describe('a key in a signing service', () => {
  let server: Server;
  let url = '';
  let answer: (keyId: string) => { readonly status: number; readonly body: string } | undefined;
  before(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (piece: Buffer) => {
        text += piece.toString();
      });
      request.on('end', () => {
        const { keyId, message: sent } = JSON.parse(text) as { keyId: string; message: string };
        const other = answer(keyId);
        if (other !== undefined) {
          response.writeHead(other.status).end(other.body);
        } else if (request.headers.authorization !== 'Bearer open') {
          response.writeHead(401).end();
        } else {
          const signature = sign(null, Buffer.from(sent, 'base64'), privateKey);
          response.end(JSON.stringify({ signature: signature.toString('base64') }));
        }
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sign`;
    answer = () => undefined;
  });
  after(() => server.close());
  const signer = (token: string | undefined = 'open') =>
    serviceSigner({ url, keyId: 'credentials-1' }, publicKey, () => token);

  test('signs what is sent to it', async () => {
    const signature = await signer().sign(message);
    assert.ok(checkEd25519(publicKey, message, signature));
  });

  test('that refuses, answers something else or is away signs nothing, and says what to look at', async () => {
    await assert.rejects(signer('wrong').sign(message), /refused \(status 401\).*SIGNING_TOKEN/);
    for (const body of ['', 'null', '{"signature": 7}', '{"signature": "AAAA"}']) {
      answer = () => ({ status: 200, body });
      await assert.rejects(signer().sign(message), /no Ed25519 signature for credentials-1/, body);
    }
    answer = () => undefined;
    const away = serviceSigner({ url: 'http://127.0.0.1:1/', keyId: 'x' }, publicKey, () => 'open');
    await assert.rejects(away.sign(message), /cannot be reached, so nothing was signed/);
  });

  test('is used by the list of keys, and no file is made for it', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-service-'));
    process.env['EVENHAND_SIGNING_TOKEN'] = 'open';
    try {
      const { issuer } = openKeys(folder);
      const before = readdirSync(folder).length;
      issuer.replace([
        ...issuer.all(),
        {
          ...{
            fragment: 'c-2099a',
            use: 'credentials',
            publicKey,
            signsFrom: '2099-01-01T00:00:00Z',
          },
          service: { url, keyId: 'credentials-1' },
        },
      ]);
      const signature = await issuer.signer('c-2099a').sign(message);
      assert.ok(checkEd25519(publicKey, message, signature));
      assert.equal(readdirSync(folder).length, before);
    } finally {
      delete process.env['EVENHAND_SIGNING_TOKEN'];
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
