/**
 * A witness on the network, by the C2SP protocol: POST /add-checkpoint, and beside it GET /key, the key it signs with.
 * Nothing else is answered, nothing a stranger sends is kept but heads that a known log has signed, and no
 * request may be large or slow.
 * Source: C2SP, tlog-witness.md (2025): paths, numbers of the answers, text/x.tlog.size.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeNoteKey } from '../../ledger/checkpoint/note.ts';
import type { Witness, WitnessAnswer } from '../../workflow/publish/witness.ts';

const MOST_BYTES = 65_536;
const SLOWEST_MS = 10_000;
const TEXT = 'text/plain; charset=utf-8';

/** The number of HTTP for each answer. */
const STATUS: Readonly<Record<WitnessAnswer['kind'], number>> = {
  signed: 200,
  malformed: 400,
  'older-than-old-size': 400,
  'not-signed-by-the-log': 403,
  'unknown-log': 404,
  conflict: 409,
  'does-not-continue': 422,
};

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** What a witness answers over HTTP: for the server below, and for a log that lives in the same process. */
export async function answerAddCheckpoint(witness: Witness, body: string): Promise<Reply> {
  const answer = await witness.addCheckpoint(body);
  const status = STATUS[answer.kind];
  switch (answer.kind) {
    case 'signed':
      return { status, type: TEXT, body: answer.lines };
    case 'conflict':
      return { status, type: 'text/x.tlog.size', body: `${answer.knownSize}\n` };
    default:
      return { status, type: TEXT, body: `${answer.because}\n` };
  }
}

export interface WitnessServer {
  readonly address: string;
  stop(): Promise<void>;
}

export async function serveWitness(
  witness: Witness,
  place: { readonly host: string; readonly port: number },
  fault: (cause: unknown) => void,
): Promise<WitnessServer> {
  const server = createServer((request, response) => {
    replyTo(witness, request)
      .catch((cause: unknown): Reply => {
        fault(cause);
        return { status: 500, type: TEXT, body: 'this witness cannot answer at the moment\n' };
      })
      .then((reply) => send(response, reply))
      .catch(fault);
  });
  server.requestTimeout = SLOWEST_MS;
  server.headersTimeout = SLOWEST_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(place.port, place.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${place.host}:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function replyTo(witness: Witness, request: IncomingMessage): Promise<Reply> {
  const { method } = request;
  const path = (request.url ?? '').split('?')[0];
  if (path === '/key' && (method === 'GET' || method === 'HEAD')) {
    return { status: 200, type: TEXT, body: `${writeNoteKey(witness.key)}\n` };
  }
  if (path !== '/add-checkpoint') {
    return { status: 404, type: TEXT, body: 'a witness answers /add-checkpoint and /key\n' };
  }
  if (method !== 'POST') {
    return { status: 405, type: TEXT, body: 'a checkpoint is sent by POST\n' };
  }
  const body = await bodyOf(request);
  return body === undefined
    ? { status: 413, type: TEXT, body: `a request has at most ${MOST_BYTES} bytes\n` }
    : await answerAddCheckpoint(witness, body);
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    const bytes = Buffer.from(piece as Uint8Array);
    length += bytes.length;
    if (length > MOST_BYTES) {
      return undefined;
    }
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function send(response: ServerResponse, { status, type, body }: Reply): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
