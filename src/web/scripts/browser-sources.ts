/**
 * What the verifier needs of the world, from a browser: the issuer's pages by fetch, the browser's own Ed25519 and its own
 * decompression. Only the issuer's site is asked, without cookies and without saying which page asks.
 */
import type { Inflate } from '../../credential/carrier/file-bytes.ts';
import { didDocumentAddress } from '../../credential/proof/did-web.ts';
import type { CheckSignature } from '../../credential/proof/eddsa-rdfc.ts';
import type { Sources } from '../../credential/verifier/answer.ts';
import { joined } from '../../kernel/bytes/bytes.ts';

const PATIENCE_MS = 15_000;
const MOST_LETTERS = 4 * 1024 * 1024;
const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The site this page came from is asked by the way it came; any other over an encrypted connection only. */
async function page(address: string | undefined): Promise<string | undefined> {
  if (address === undefined || !URL.canParse(address)) {
    return undefined;
  }
  const asked = new URL(address);
  const here = isHere(asked);
  if (!here && asked.protocol !== 'https:') {
    return undefined;
  }
  try {
    const answer = await fetch(here ? asked.pathname + asked.search : asked, {
      credentials: 'omit',
      cache: 'no-cache',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = answer.ok ? await answer.text() : undefined;
    return text === undefined || text.length > MOST_LETTERS ? undefined : text;
  } catch {
    // Not reachable is an answer: the verifier then says what it could not find out.
    return undefined;
  }
}

/** This machine has three names; a demonstration may be opened under another one than it signs with. */
const isHere = ({ host, hostname, port }: URL): boolean =>
  host === location.host ||
  (port === location.port && THIS_MACHINE.has(hostname) && THIS_MACHINE.has(location.hostname));

const checkSignature: CheckSignature = async (publicKey, message, signature) => {
  try {
    const bytes = Uint8Array.from(publicKey);
    const key = await crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify(
      'Ed25519',
      key,
      Uint8Array.from(signature),
      Uint8Array.from(message),
    );
  } catch {
    // An old browser, or a page that did not come over an encrypted connection: there is nothing to check with.
    return 'cannot';
  }
};

/** Stops as soon as more comes out than may: what was packed to fill our memory is given up. */
const unpacked =
  (format: 'gzip' | 'deflate'): Inflate =>
  async (bytes, mostBytes) => {
    const packed = new Blob([Uint8Array.from(bytes)]).stream();
    const reader = packed.pipeThrough(new DecompressionStream(format)).getReader();
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return joined(...pieces);
      }
      length += value.length;
      if (length > mostBytes) {
        await reader.cancel();
        throw new RangeError('more came out than may');
      }
      pieces.push(value);
    }
  };

export const inflate = unpacked('deflate');

/** What a saved page carries along for the time without a connection: the issuer's page of keys and its lists. */
export interface Kept {
  readonly dids: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, string>>;
}

/** The network first: what is kept may be older than a revocation. */
export const browserSources = (kept?: Kept): Sources => ({
  didDocument: async (did) => (await page(didDocumentAddress(did))) ?? kept?.dids[did],
  statusList: async (address) => (await page(address)) ?? kept?.lists[address],
  record: page,
  checkSignature,
  gunzip: unpacked('gzip'),
  inflate,
});
