/**
 * What the verifier needs of the world, from a browser: the issuer's pages by fetch, the browser's own Ed25519 and its own
 * decompression. Only the issuer's site is asked, without cookies and without saying which page asks.
 */
import { didDocumentAddress } from '../../credential/proof/did-web.ts';
import type { CheckSignature } from '../../credential/proof/eddsa-rdfc.ts';
import type { Gunzip } from '../../credential/status-list/bitstring.ts';
import type { Sources } from '../../credential/verifier/answer.ts';

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

const gunzip: Gunzip = async (bytes, mostBytes) => {
  const packed = new Blob([Uint8Array.from(bytes)]).stream();
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader();
  const whole = new Uint8Array(mostBytes);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return whole.slice(0, length);
    }
    if (length + value.length > mostBytes) {
      await reader.cancel();
      throw new RangeError('more came out than a list can hold');
    }
    whole.set(value, length);
    length += value.length;
  }
};

export const browserSources: Sources = {
  didDocument: (did) => page(didDocumentAddress(did)),
  statusList: page,
  checkSignature,
  gunzip,
};
