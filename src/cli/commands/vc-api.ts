/**
 * `evenhand vc-api` answers programs that test implementations of verifiable credentials, such as the W3C's suites: on this
 * machine only, with a key that is made at the start and forgotten at the end, and that signs for nobody. With a key and a
 * certificate it answers over https. What is asked and answered: credential/exchange/vc-api, described at /openapi.json.
 */
import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type ApiAnswer, vcApi } from '../../credential/exchange/vc-api.ts';
import { writeMultikey } from '../../credential/proof/multikey.ts';
import { strictJson } from '../../credential/verifier/strict-json.ts';
import { fromBase64url, toBase64url } from '../../kernel/bytes/bytes.ts';

export interface VcApiOptions {
  /** 0 for any that is free. */
  readonly port: number;
  readonly tls?: { readonly key: Uint8Array; readonly cert: Uint8Array };
}

export interface RunningVcApi {
  readonly origin: string;
  readonly issuer: string;
  readonly close: () => Promise<void>;
}

interface Lines {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const HOST = '127.0.0.1';
const MOST_BYTES = 1024 * 1024;
const WRONG = 2;

/** Answers until the program is ended. */
export async function runVcApi(args: readonly string[], { out, err }: Lines): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '0' },
        'tls-key': { type: 'string' },
        'tls-cert': { type: 'string' },
      },
    });
    const [key, cert] = [values['tls-key'], values['tls-cert']];
    if (!/^\d{1,5}$/.test(values.port) || (key === undefined) !== (cert === undefined)) {
      err('evenhand vc-api [--port N] [--tls-key FILE --tls-cert FILE]');
      return WRONG;
    }
    const tls =
      key === undefined || cert === undefined
        ? {}
        : { tls: { key: readFileSync(key), cert: readFileSync(cert) } };
    const { origin, issuer } = await startVcApi({ port: Number(values.port), ...tls });
    out(`${origin}  (described at ${origin}/openapi.json; end with Ctrl+C)`);
    out(`issuer ${issuer}`);
    return await new Promise<number>(() => {});
  } catch (cause) {
    err(cause instanceof Error ? cause.message : String(cause));
    return WRONG;
  }
}

export async function startVcApi({ port, tls }: VcApiOptions): Promise<RunningVcApi> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const bytes = fromBase64url(publicKey.export({ format: 'jwk' }).x ?? '');
  const word = writeMultikey(bytes);
  const issuer = `did:key:${word}`;
  let answer: ReturnType<typeof vcApi> | undefined;
  const listener: RequestListener = (request, response) => {
    const pieces: Uint8Array[] = [];
    let length = 0;
    request.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length <= MOST_BYTES) {
        pieces.push(piece);
      }
    });
    request.on('end', () => {
      const text = Buffer.concat(pieces).toString('utf8');
      const path = (request.url ?? '').split('?')[0] ?? '';
      void answered(answer, request.method ?? '', path, length <= MOST_BYTES ? text : '').then(
        ({ status, body }) => {
          response.writeHead(status, { 'content-type': 'application/json' });
          response.end(JSON.stringify(body));
        },
      );
    });
  };
  const server =
    tls === undefined
      ? createServer(listener)
      : createTlsServer({ key: Buffer.from(tls.key), cert: Buffer.from(tls.cert) }, listener);
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, HOST, done);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  const origin = `${tls === undefined ? 'http' : 'https'}://${HOST}:${taken}`;
  answer = vcApi({
    origin,
    issuer,
    signer: {
      verificationMethod: `${issuer}#${word}`,
      publicKey: bytes,
      sign: (message) => new Uint8Array(sign(null, message, privateKey)),
    },
    checkSignature: (of, message, signature) => {
      const jwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64url(of) };
      return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
    },
    gzip: gzipSync,
    now: () => Date.now(),
  });
  return {
    origin,
    issuer,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function answered(
  answer: ReturnType<typeof vcApi> | undefined,
  method: string,
  path: string,
  text: string,
): Promise<ApiAnswer> {
  const refused = (because: string): ApiAnswer => ({
    status: 400,
    body: { verified: false, errors: [{ message: because }] },
  });
  try {
    const parsed = text === '' ? undefined : strictJson(text);
    if (parsed?.ok === false) {
      return refused(parsed.refusal.because);
    }
    return (await answer?.(method, path, parsed?.value)) ?? refused('not ready yet');
  } catch (cause) {
    return refused(cause instanceof Error ? cause.message : String(cause));
  }
}
