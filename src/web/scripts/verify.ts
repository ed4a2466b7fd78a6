/**
 * The page that verifies a credential, at work in the visitor's own browser: the same verifier as on the server and the
 * command line, drawn by the same component. The credential stays in the browser; only the issuer's site is asked, for its
 * keys and for the list of revoked credentials.
 *
 * On `/verify`, and on that page saved as one file, it takes over the form; on a credential's own page it fetches the credential's file and checks that, so that
 * the visitor need not take the page's word. The answer stands in `#verdict`, which also carries it as `data-verdict` and
 * `data-demonstration`. Where it cannot run, the form posts and the server answers.
 */
import { type CarrierKind, carriedCredential } from '../../credential/carrier/carried.ts';
import {
  notReadable,
  type Verification,
  verifyCredential,
} from '../../credential/verifier/verify.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { Verification as VerificationPart } from '../pages/verify/verification.tsx';
import { momentShown, viewOf } from '../pages/verify/verification-view.ts';
import { verify as words } from '../words/verify.ts';
import { browserSources, inflate } from './browser-sources.ts';
import { draw } from './draw.ts';

const KEPT = document.getElementById('kept')?.textContent ?? '';
const sources = browserSources(KEPT === '' ? undefined : JSON.parse(KEPT));
let latest = 0;

/** Writes the answer to the question asked last: a slow earlier one may not overwrite it. */
async function answer(question: Promise<Uint8Array | undefined>, into: HTMLElement): Promise<void> {
  latest += 1;
  const mine = latest;
  into.hidden = false;
  into.replaceChildren(paragraph(words.looking));
  const draws = await question.then(looked).catch(() => undefined);
  if (mine === latest) {
    if (draws === undefined) {
      into.replaceChildren(paragraph(words.unreadable));
    } else {
      show(draws.found, into, draws.kind);
    }
  }
}

interface Looked {
  readonly found: Verification;
  readonly kind?: CarrierKind;
}

async function looked(bytes: Uint8Array | undefined): Promise<Looked> {
  if (bytes === undefined) {
    return { found: notReadable(words.linkEmpty) };
  }
  const carried = await carriedCredential(bytes, inflate);
  return carried.ok
    ? {
        found: await verifyCredential(carried.value.text, Date.now(), sources),
        kind: carried.value.kind,
      }
    : { found: notReadable(carried.refusal.because) };
}

/** What stands behind a link: the credential's file, which each credential's own page has beside it. */
async function behindLink(address: string): Promise<Uint8Array | undefined> {
  const asked = new URL(address);
  const own = /\/c\/[^/]+\/?$/.test(asked.pathname);
  asked.pathname = own ? `${asked.pathname.replace(/\/$/, '')}/credential.json` : asked.pathname;
  try {
    const reply = await fetch(asked, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    return reply.ok ? new Uint8Array(await reply.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

function show(found: Verification, into: HTMLElement, kind?: CarrierKind): void {
  into.hidden = false;
  into.replaceChildren();
  draw(
    VerificationPart({ result: viewOf(found, momentShown(Date.now()), kind, location.host) }),
    into,
  );
  into.dataset['verdict'] = found.verdict;
  into.dataset['demonstration'] = String(found.demonstration);
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

/** Checks here what the server has checked; its answer stays where the file cannot be had. */
async function again(address: string, into: HTMLElement): Promise<void> {
  try {
    const reply = await fetch(address, { credentials: 'omit', cache: 'no-cache' });
    if (reply.ok) {
      show(await verifyCredential(await reply.text(), Date.now(), sources), into);
    }
  } catch {
    // No connection: nothing was checked here, and nothing is claimed.
  }
}

function takeOver(form: HTMLFormElement, into: HTMLElement): void {
  form.addEventListener('submit', (event) => {
    const given = new FormData(form);
    const file = given.get('file');
    const text = String(given.get('text') ?? '');
    const chosen = file instanceof File && file.size > 0 ? file : undefined;
    // With nothing given the form posts: the server says what is missing, next to the field.
    if (chosen !== undefined || text.trim() !== '') {
      event.preventDefault();
      void answer(chosen === undefined ? inText(text) : bytesOf(chosen), into);
    }
  });
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

const inText = async (text: string): Promise<Uint8Array | undefined> =>
  /^\s*https?:\/\/\S+\s*$/.test(text) ? await behindLink(text.trim()) : utf8(text);

const verdict = document.getElementById('verdict');
const form = document.querySelector<HTMLFormElement>('#verify-form form');
if (verdict !== null) {
  const { credential } = verdict.dataset;
  if (credential !== undefined) {
    void again(credential, verdict);
  }
  if (form !== null) {
    takeOver(form, verdict);
  }
}
