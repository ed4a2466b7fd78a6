/** A real SMTP server on the loopback address that keeps what it is sent. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';
import type { Readable } from 'node:stream';

interface Session {
  readonly envelope: { readonly rcptTo: readonly { readonly address: string }[] };
}
type Done = (cause?: Error | null) => void;
/** smtp-server brings no types: only what is used here. */
interface SmtpServer {
  readonly server: Server;
  listen(port: number, host: string): void;
  close(done: () => void): void;
}
const { SMTPServer } = createRequire(import.meta.url)('smtp-server') as {
  SMTPServer: new (options: {
    readonly authOptional: true;
    readonly hideSTARTTLS: true;
    onRcptTo(address: { readonly address: string }, session: Session, done: Done): void;
    onData(stream: Readable, session: Session, done: Done): void;
  }) => SmtpServer;
};

export interface Received {
  readonly to: readonly string[];
  readonly raw: string;
}
export interface MailServer {
  readonly url: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** Letters to an address that starts with "full" are turned away, as by a mailbox without room. */
export async function mailServer(): Promise<MailServer> {
  const received: Received[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('full') ? new Error('mailbox is full') : null),
    onData: (stream, session, done) => {
      let raw = '';
      stream.on('data', (piece: Buffer) => {
        raw += piece.toString('utf8');
      });
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  });
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  const { port } = smtp.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => smtp.close(resolve)),
  };
}

/** Header lines unfolded and decoded (RFC 2047), and the body decoded (RFC 2045). */
export function readLetter(raw: string): {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
} {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), decodedWords(line.slice(colon + 1).trim())];
    }),
  );
  const body = rest.join('\r\n\r\n');
  const how = headers.get('content-transfer-encoding');
  const bytes =
    how === 'base64'
      ? Buffer.from(body, 'base64')
      : how === 'quoted-printable'
        ? quoted(body.replace(/=\r\n/g, ''))
        : Buffer.from(body);
  return { headers, body: bytes.toString('utf8') };
}

const decodedWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_whole, how: string, word: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('latin1')
        : quoted(word.replaceAll('_', ' ')).toString('latin1'),
    )
    .replace(/[\x80-\xff]+/g, (run) => Buffer.from(run, 'latin1').toString('utf8'));

const quoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  );
